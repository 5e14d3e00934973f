"""Which programmes import names: local ones where a party met, central ones, else a proposal."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bantin.importing.drafting.importer import Importer
from bantin.reading import Content, read

ROOT = Path(__file__).parents[2]
TITLE = "Hội nghị phối hợp giữa các cơ quan, đơn vị"
CASES = yaml.safe_load((Path(__file__).parent / "programmes.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def content() -> Content:
    return read(ROOT / "docs", ROOT / "data")


@pytest.mark.parametrize(("text", "programs"), [(c["text"], c["programs"]) for c in CASES])
def test_programmes(content: Content, text: str, programs: list[str]) -> None:
    importer = Importer(content, {}, date(2026, 12, 1), ROOT / "docs/tin")
    article, proposals, _ = importer.read(f"{TITLE}\n{text}".encode(), "bai.txt")
    new = {one.id for one in proposals}
    assert ["NEW" if one.value in new else one.value for one in article.programs] == programs


def test_a_body_that_has_ended_is_named_by_its_record(content: Content) -> None:
    importer = Importer(content, {}, date(2026, 12, 1), ROOT / "docs/tin")
    text = (
        "Ngày 18/12/2025, Sở Dân tộc và Tôn giáo tổng kết Chương trình phối hợp giữa Ban Dân tộc"
        " tỉnh và Tỉnh đoàn Tuyên Quang giai đoạn 2023-2025."
    )
    article, proposals, _ = importer.read(f"{TITLE}\n{text}".encode(), "bai.txt")
    assert "bdt-tuyen-quang" in [one.value.id for one in article.agencies]
    assert not proposals


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Công an, Quân sự, Biên phòng Đồng Tháp giao ban quý III",
         {"ca-dong-thap", "chqs-dong-thap", "bp-dong-thap"}),
        ("Ngày 5/1/2022, Quân sự - Công an - Biên phòng tỉnh Đồng Tháp giao ban theo Nghị định 03.",
         {"ca-dong-thap", "chqs-dong-thap", "bp-dong-thap"}),
        ("Ngày 5/1/2022, Công an tỉnh Đồng Tháp giao ban về Luật Quân sự và Biên phòng.",
         {"ca-dong-thap"}),
    ],
)  # fmt: skip
def test_forces_by_their_short_names(content: Content, text: str, parties: set[str]) -> None:
    importer = Importer(content, {}, date(2026, 12, 1), ROOT / "docs/tin")
    article, _, _ = importer.read(f"{text}\n{text}".encode(), "bai.txt")
    assert {one.value.id for one in article.agencies} == parties
