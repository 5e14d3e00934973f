"""Advice on agency names: misspelt ones, and ended ones; never a false alarm."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bantin.checking.language.agency_advice import advise_all, advise_files
from bantin.checking.language.agency_spelling import AgencySpelling
from bantin.reading import Content, read
from bantin.runtime.cache import Cache

ROOT = Path(__file__).parents[3]
ARTICLE = "docs/tin/2025/bai.md"
Make = Callable[[Mapping[str, str]], Content]


@pytest.fixture(scope="module")
def archive() -> Content:
    return read(ROOT / "docs", ROOT / "data")


@pytest.fixture(scope="module")
def spelling(archive: Content) -> AgencySpelling:
    return AgencySpelling(archive.registries)


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("Ủy ban Mặt trân Tổ quốc", "Ủy ban Mặt trân Tổ quốc", "Ủy ban Mặt trận Tổ quốc"),
        ("ngày 5, Ban Dân vân Tỉnh ủy", "Ban Dân vân", "Ban Dân vận"),
        ("Hội Liên hiêp Phụ nữ tỉnh", "Hội Liên hiêp Phụ nữ", "Hội Liên hiệp Phụ nữ"),
        ("Bộ đội Biên phòg tỉnh", "Bộ đội Biên phòg", "Bộ đội Biên phòng"),
        ("và Uỷ ban nhân dần, họp", "Uỷ ban nhân dần", "Ủy ban nhân dân"),
        ("Liên đoàn Lao độgn tỉnh", "Liên đoàn Lao độgn", "Liên đoàn Lao động"),
    ],
)
def test_one_wrong_letter_is_reported_with_the_right_name(
    spelling: AgencySpelling, text: str, found: str, right: str
) -> None:
    assert [(one, other) for _, one, other in spelling.misspelt(text)] == [(found, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Ban Dân tộc và Ban Dân vận họp với Sở Nội vụ, Sở Ngoại vụ.",
        "Ủy ban nhân dân, Uỷ ban Nhân dân, ỦY BAN NHÂN DÂN",
        "Hội nông dân, hội nông dan, Hội đồng nhân dân",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy; Liên đòan Lao động",
        "An tôn giáo, Công an xã, Bộ Công an. Dân tốc",
    ],
)
def test_other_names_and_other_tone_places_are_right(spelling: AgencySpelling, text: str) -> None:
    assert list(spelling.misspelt(text)) == []


def test_wrong_capitals_are_reported_with_the_right_ones(spelling: AgencySpelling) -> None:
    text = "Uỷ ban Nhân dân tỉnh, Bộ đội biên phòng; ủy ban nhân dân, BỘ ĐỘI BIÊN PHÒNG"
    assert [(found, right) for _, found, right in spelling.wrong_capitals(text)] == [
        ("Uỷ ban Nhân dân", "Ủy ban nhân dân"),
        ("Bộ đội biên phòng", "Bộ đội Biên phòng"),
    ]


def test_the_archive_gets_no_advice(archive: Content) -> None:
    assert [str(problem) for problem in advise_all(archive)] == []


AGENCIES = """
- {id: bdv, name: Ban Dân vận Tỉnh ủy Quảng Nam, kind: dang, level: tinh, province: quang-nam,
   valid_to: 2025-02-28, succeeded_by: [btgdv]}
- {id: btgdv, name: Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Nam, kind: dang, level: tinh,
   province: quang-nam, valid_from: 2025-03-01}
"""
FRONT = """---
title: Hội nghị
date: 2025-06-20
conference: {date: %s}
agencies: [%s]
provinces: [quang-nam]
---
"""


def advice(make: Make, day: str, body: str, agency: str = "btgdv") -> list[str]:
    files = {"data/agencies.yml": AGENCIES, "data/programs.yml": ""}
    content = make(files | {ARTICLE: FRONT % (day, agency) + body})
    return [str(problem) for problem in advise_all(content)]


LATE = "Ban Dân vận Tỉnh ủy đề nghị các huyện họp mỗi quý một lần.\n"


def test_an_agency_that_had_ended_is_reported_with_its_heir(content: Make) -> None:
    expected = (
        f"{ARTICLE}:10:1: «Ban Dân vận Tỉnh ủy» đã kết thúc ngày 28/2/2025, trước ngày họp; "
        "khi ấy là «Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Nam»"
    )
    assert advice(content, "2025-06-18", f"Mở đầu.\n\n{LATE}") == [expected]


@pytest.mark.parametrize(
    ("day", "body"),
    [
        ("2025-02-18", LATE),
        ("2025", LATE),
        ("2025-06-18", "Trước đây Ban Dân vận Tỉnh ủy đã làm việc này.\n"),
        ("2025-06-18", "Chương trình phối hợp giữa Ban Dân vận Tỉnh ủy và Công an tỉnh.\n"),
        ("2025-06-18", "Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì.\n"),
        ("2025-06-18", "Ban Dân vận của một tỉnh bạn chia sẻ kinh nghiệm.\n"),
    ],
)
def test_a_sentence_that_looks_back_may_name_an_ended_agency(
    content: Make, day: str, body: str
) -> None:
    assert advice(content, day, body) == []


def test_advice_is_cached_until_text_or_registry_changes(content: Make, tmp_path: Path) -> None:
    cache, file = Cache(tmp_path / ".cache"), tmp_path / ".cache/copy"
    files = {"data/agencies.yml": AGENCIES, "data/programs.yml": ""}
    slip = FRONT % ("2025-06-18", "btgdv") + "Hôm nay Hội Nông dan tỉnh họp.\n"
    first = advise_all(content(files | {ARTICLE: slip}), cache)
    assert len(first) == 1
    assert advise_all(content({}), cache) == first
    file.write_bytes(file.read_bytes()[:-20])
    assert advise_all(content({}), cache) == first
    late = content({ARTICLE: FRONT % ("2025-06-18", "btgdv") + LATE})
    assert "đã kết thúc" in str(advise_all(late, cache)[0])
    ended = {"data/agencies.yml": AGENCIES.replace("2025-02-28", "2025-06-30")}
    assert advise_all(content(ended), cache) == []


def test_advice_can_be_asked_for_a_few_files(content: Make) -> None:
    slip = FRONT % ("2025-06-18", "btgdv") + "Hôm nay Hội Nông dan tỉnh họp.\n"
    files = {"data/agencies.yml": AGENCIES, "data/programs.yml": "", ARTICLE: slip}
    made = content(files | {"docs/tin/2025/khac.md": slip})
    assert [problem.location.path for problem in advise_files(made, [ARTICLE])] == [ARTICLE]
    assert advise_files(made, ["data/agencies.yml"]) == []
