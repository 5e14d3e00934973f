"""Ids of articles and events stay through every move; the list of the first ids is data."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import icalendar
import pytest
from click.testing import CliRunner
from tests.unit.publish.conftest import text_of

from bantin.catalog import build_catalog
from bantin.catalog.identity import article_id, permanent_id
from bantin.cli import main
from bantin.model.settings import Settings
from bantin.publish.feeds import calendar_file, feed_outputs
from bantin.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bantin.catalog import Catalog

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 23)
LINES = (Path(__file__).with_name("first_ids.tsv")).read_text(encoding="utf-8").splitlines()
FIRST = [line.split("\t") for line in LINES]
IDS = {path: id_ for path, id_, _ in FIRST}
MOVED = re.compile(r"(?m)^id: tin/")
# Of the articles that are still where they were first published.
STAYED = {path: id_ for path, id_ in IDS.items() if (ROOT / "docs" / path).exists()}
EVENTS = {id_ for _, id_, kind in FIRST if kind == "event"}
YEAR = re.compile(r"(?m)^(conference: *(?:\{|\n +)date: *)(\d{4})(?=-\d\d)")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The news and registries of the archive, to be moved about; but for what was moved once."""
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, tmp_path / part)
    for file in (tmp_path / "docs/tin").rglob("*.md"):
        if MOVED.search(file.read_text(encoding="utf-8")):
            file.unlink()
    return tmp_path


def catalog_of(folder: Path) -> Catalog:
    return build_catalog(read(folder / "docs", folder / "data"), TODAY)


def ids_of(folder: Path) -> set[str]:
    found = [article_id(article) for article in catalog_of(folder).articles]
    assert len(set(found)) == len(found)
    return set(found)


def uids_of(catalog: Catalog) -> list[str]:
    text = text_of(calendar_file(catalog, Settings("Bản tin")))
    return [str(event["UID"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]


def fix(folder: Path) -> str:
    return CliRunner().invoke(main, ["check", "--fix", "--root", str(folder)]).output


def test_the_archive_has_the_ids_of_its_first_publication() -> None:
    catalog = catalog_of(ROOT)
    assert ids_of(ROOT) >= set(IDS.values())
    assert set(uids_of(catalog)) >= EVENTS
    assert len(uids_of(catalog)) == len(set(uids_of(catalog)))


def rename(folder: Path, front: Callable[[str], str]) -> None:
    """Give every article another file name, and front matter more lines."""
    for file in sorted((folder / "docs/tin").rglob("*.md")):
        address = f"tin/{file.parent.name}/{file.stem}/"
        text = file.read_bytes().decode().replace("\n---\n", f"\n{front(address)}\n---\n", 1)
        text = re.sub(r"(same_event_as: tin/\d+/.+)\.md", r"\1-moi.md", text)
        file.unlink()
        file.with_name(f"{file.stem}-moi.md").write_bytes(text.encode())


@pytest.mark.parametrize(
    "front",
    [
        "aliases: [{}]",
        "aliases: [bai-cu-12.html, {}]",
        "aliases: [{}, tin/2020/giua-{}",
        "id: {}\naliases: [{}]",
        "id: {}",
    ],
)
def test_renaming_every_article_changes_no_id(copy: Path, front: str) -> None:
    def lines(address: str) -> str:
        middle = front.replace("giua-{}", f"giua-{address.split('/')[2]}/]")
        return middle.replace("{}", address)

    rename(copy, lines)
    catalog = catalog_of(copy)
    assert len(catalog.articles) >= len(STAYED)
    assert not {article.path for article in catalog.articles} & STAYED.keys()
    assert ids_of(copy) >= set(STAYED.values())
    assert set(uids_of(catalog)) >= EVENTS


def move_years(folder: Path, by: int) -> int:
    """Correct the year of every conference; return how many articles that concerns."""
    moved = 0
    for file in (folder / "docs/tin").rglob("*.md"):
        text = file.read_bytes().decode()
        after, count = YEAR.subn(lambda m: f"{m[1]}{int(m[2]) + by}", text, count=1)
        file.write_bytes(after.encode())
        moved += count
    return moved


def test_corrected_years_and_repairs_change_no_id_there_and_back(copy: Path) -> None:
    assert move_years(copy, -1) > 50
    years = fix(copy).count(" → docs/tin/")
    assert years > 50
    moved = catalog_of(copy)
    assert len({a.path for a in moved.articles} - STAYED.keys()) == years
    assert ids_of(copy) >= set(STAYED.values())
    assert set(uids_of(moved)) >= EVENTS
    move_years(copy, 1)
    fix(copy)
    assert {a.path for a in catalog_of(copy).articles} >= STAYED.keys()
    assert ids_of(copy) >= set(STAYED.values())
    assert "chưa ghi mã" not in fix(copy)


def test_a_repair_writes_the_id_of_what_was_moved_by_hand(copy: Path) -> None:
    rename(copy, "aliases: [{}]".format)
    assert fix(copy).count("\n+id: tin/") == len(STAYED)
    for file in (copy / "docs/tin").rglob("*.md"):
        text = file.read_bytes().decode()
        file.write_bytes(re.sub(r"(?m)^aliases: .*\n", "", text).encode())
    assert ids_of(copy) >= set(STAYED.values())


ONE = "---\ntitle: Một\ndate: 2024-04-26\nconference: {date: 2024-04-25}\n"
REPORT = "---\ntitle: Hai\ndate: 2024-04-27\nconference: {date: 2024-04-25}\n"


def test_another_principal_article_leaves_the_event_its_uid(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    pairs = [("", "same_event_as: tin/2024/mot.md\n"), ("same_event_as: tin/2024/hai.md\n", "")]
    found = [
        uids_of(
            catalog(
                {
                    "docs/tin/2024/mot.md": f"{ONE}{one}---\n",
                    "docs/tin/2024/hai.md": f"{REPORT}{two}---\n",
                }
            )
        )
        for one, two in pairs
    ]
    assert found[0] == found[1]
    assert len(found[0]) == 1


@pytest.mark.parametrize("day", ["2023-01-05", "2024-04-26", "2024-05-30"])
def test_a_report_found_later_leaves_the_event_its_uid(
    catalog: Callable[[Mapping[str, str]], Catalog], day: str
) -> None:
    """However old its source is: it came here on the day it was collected."""
    alone = catalog({"docs/tin/2024/mot.md": f"{ONE}---\n"})
    source = f"source: {{name: Báo, published: {day}, collected: 2024-06-01}}\n"
    report = f"---\ntitle: Ba\nconference: {{date: 2024-04-25}}\n{source}"
    both = catalog(
        {
            "docs/tin/2024/mot.md": f"{ONE}---\n",
            "docs/tin/2024/ba.md": f"{report}same_event_as: tin/2024/mot.md\n---\n",
        }
    )
    assert uids_of(alone) == uids_of(both)


def event(catalog: Catalog) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(text_of(calendar_file(catalog, Settings("Bản tin"))))
    [found] = calendar.walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


DAY, PLACE = "{date: 2024-05-02, note: Sửa ngày}", "{date: 2024-05-02, note: Sửa nơi}"
CORRECTED = [
    "",
    f"updated: 2024-05-02\ncorrections: [{DAY}]\n",
    f"updated: 2024-05-02\ncorrections: [{DAY}, {PLACE}]\n",
    f"updated: 2024-05-09\ncorrections: [{DAY}, {PLACE}]\n",
]


def test_sequence_and_last_modified_rise_with_each_correction(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    events = [event(catalog({"docs/tin/2024/mot.md": f"{ONE}{c}---\n"})) for c in CORRECTED]
    assert [str(one["SEQUENCE"]) for one in events] == ["0", "1", "2", "3"]
    days = [one.decoded("LAST-MODIFIED").date().isoformat() for one in events]
    assert days == ["2024-04-26", "2024-05-02", "2024-05-02", "2024-05-09"]
    assert len({str(one["UID"]) for one in events}) == 1


def test_the_feeds_have_the_ids_of_the_articles(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    moved = catalog(
        {"docs/tin/2024/moi.md": f"{ONE}id: tin/2024/cu/\naliases: [tin/2024/cu/]\n---\n"}
    )
    first = permanent_id("tin/2024/cu.md")
    outputs = {output.path: output.text for output in feed_outputs(moved, Settings("Bản tin"))}
    assert all(first in outputs[name] for name in ("feed.xml", "feed.json"))
    assert uids_of(moved) == [first]
