"""What is reported after a save: the saved file first, what is new elsewhere, the rest counted."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bantin.checking import check
from bantin.checking.save_report import Snapshot, report
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.runtime.cache import Cache

ARTICLE = "docs/tin/2024/bai.md"
OTHER = "docs/tin/2024/khac.md"
GOOD = "---\ntitle: Bài\ndate: 2024-04-25\n---\n"
BAD = "---\ntitle: Bài\ndate: 2024-04-31\n---\n"
Make = Callable[[Mapping[str, str]], Content]


def snapshot(content: Content) -> Snapshot:
    return Snapshot.of(content, check(content))


def test_the_first_report_has_everything(content: Make) -> None:
    made = content({ARTICLE: BAD})
    assert [severity for severity, _ in report(made, check(made), None)] == [Severity.PROBLEM]


def test_the_saved_file_comes_first_and_the_rest_is_counted(content: Make) -> None:
    before = content({OTHER: BAD, ARTICLE: GOOD})
    kept = snapshot(before)
    after = content({ARTICLE: BAD})
    lines = [line for _, line in report(after, check(after), kept)]
    assert lines[0] == f"Vừa lưu {ARTICLE}: 1 lỗi; chỗ có lỗi chưa hiện trên trang."
    assert lines[1].startswith(f"{ARTICLE}:3:7: date:")
    assert lines[2:] == [f"Còn 1 lỗi ở 1 tệp khác: {OTHER}"]


def test_new_problems_in_other_files_are_reported(content: Make) -> None:
    agency = "- {id: moi, name: Bộ Mới, kind: khac, level: trung-uong}\n"
    uses = GOOD.replace("date:", "agencies: [moi]\ndate:")
    before = content({"data/agencies.yml": agency, "data/programs.yml": "", ARTICLE: uses})
    kept = snapshot(before)
    changed = {"data/agencies.yml": agency.replace("moi", "khac"), "data/programs.yml": ""}
    after = content(changed)
    lines = [line for _, line in report(after, check(after), kept)]
    assert lines[0] == "Vừa lưu data/agencies.yml: không có lỗi."
    assert lines[-1].startswith(f"{ARTICLE}:3:12: agencies.0: mã «moi» không có trong")


def test_advice_on_agency_names_is_given_for_saved_files(content: Make) -> None:
    kept = snapshot(content({ARTICLE: GOOD}))
    after = content({ARTICLE: f"{GOOD}\nHội Liên hiêp Phụ nữ họp.\n"})
    lines = [line for _, line in report(after, check(after), kept)]
    assert lines[0] == f"Vừa lưu {ARTICLE}: không có lỗi."
    assert lines[1].endswith("có phải «Hội Liên hiệp Phụ nữ»? (lời khuyên)")


def test_a_saved_draft_is_called_one(content: Make) -> None:
    kept = snapshot(content({}))
    after = content({ARTICLE: GOOD.replace("date:", "status: draft\ndate:")})
    assert [line for _, line in report(after, check(after), kept)] == [
        f"Vừa lưu {ARTICLE}: không có lỗi; bài nháp nên chưa hiện trên trang."
    ]


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"files": 3, "told": []}', '{"files": {}}'])
def test_a_damaged_snapshot_counts_as_none(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "reported"
    assert Snapshot.load(Cache(tmp_path)) is None
    file.write_text(kept, encoding="utf-8")
    assert Snapshot.load(Cache(tmp_path)) is None


def test_a_saved_snapshot_is_loaded_unchanged(content: Make, tmp_path: Path) -> None:
    made = content({ARTICLE: BAD})
    snapshot(made).save(Cache(tmp_path / "a"))
    assert Snapshot.load(Cache(tmp_path / "a")) == snapshot(made)
    assert report(made, check(made), Snapshot.load(Cache(tmp_path / "a"))) == [
        (Severity.PROBLEM, f"Còn 1 lỗi ở 1 tệp khác: {ARTICLE}")
    ]
