"""An editor at work sees what can be shown, whatever is wrong elsewhere."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from bantin.catalog import build_catalog
from bantin.checking import check, valid_part
from bantin.compile import pages
from bantin.model.problem import Severity
from bantin.reading import read

MINIATURE = Path(__file__).parents[2] / "site"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("agencies", "succeeded_by: [btgdv-tu-quang-nam]", "succeeded_by: [khong-co]"),
        ("agencies", "parent: tu-quang-nam", "parent: khong-co"),
        ("agencies", "province: quang-nam", "province: khong-co"),
        ("agencies", "district: dien-ban", "district: khong-co"),
        ("agencies", "level: trung-uong", "level: tw"),
        ("agencies", "- id: bca", "- id bca"),
        ("provinces", "document: nghi-quyet-202", "document: khong-co"),
        ("provinces", "succeeded_by: [da-nang-2025]", "succeeded_by: [khong-co]"),
        ("provinces", "- id: quang-nam", "- id: quang-ngai"),
        ("districts", "province: quang-nam", "province: khong-co"),
        ("programs", "renews: dan-van-2016", "renews: khong-co"),
        ("programs", "renews: dan-van-2016", "renews: dan-van-2022"),
        ("programs", "implements: dan-van-2022", "implements: khong-co"),
        ("programs", "documents: [ke-hoach-01]", "documents: [khong-co]"),
        ("programs", "parties: [bdv-tu-quang-nam, bca]", "parties: [khong-co]"),
        ("documents", "- id: nghi-quyet-25-nq-tw-khoa-xi\n", "- id: khong-co\n"),
    ],
)
def test_a_problem_in_a_registry_leaves_the_rest_visible(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    copytree(MINIATURE, tmp_path, dirs_exist_ok=True)
    registry = tmp_path / "data" / f"{file}.yml"
    text = registry.read_text(encoding="utf-8")
    assert old in text
    registry.write_text(text.replace(old, new, 1), encoding="utf-8")
    content = read(tmp_path / "docs", tmp_path / "data")
    problems = [one for one in check(content) if one.severity is Severity.PROBLEM]
    assert problems
    made = list(pages(build_catalog(valid_part(content, problems), date(2024, 6, 30))))
    assert [page for page in made if page.address == "tin/2024/tin-thuong/"]


def test_nothing_is_changed_where_nothing_is_wrong() -> None:
    content = read(MINIATURE / "docs", MINIATURE / "data")
    assert [one for one in check(content) if one.severity is Severity.PROBLEM] == []
    assert valid_part(content, []) == content
