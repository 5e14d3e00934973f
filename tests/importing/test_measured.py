"""What import reads of pages in the layouts of real portals, measured field by field."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from tests.importing.layouts import build, load_pages
from tests.importing.measure import Score, add_scores

from bantin.importing.drafting.draft import make_draft
from bantin.importing.drafting.importer import Importer
from bantin.importing.recognition.article import RecognisedArticle
from bantin.model.proposal import Proposal
from bantin.reading import read

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
MINIMA = {
    "date": (0.95, 0.90),
    "types": (0.95, 0.90),
    "periods": (0.95, 0.90),
    "documents": (0.95, 0.90),
    "agencies": (0.90, 0.85),
    "people": (0.90, 0.85),
    "offices": (0.90, 0.85),
}
PARTS = ("dev", "test", "traps", "later", "unseen", "strange", "stamped", "forms")


Page: TypeAlias = tuple[dict[str, Any], RecognisedArticle, list[Proposal]]


@pytest.fixture(scope="module")
def importer() -> Importer:
    content = read(ROOT / "docs", ROOT / "data")
    return Importer(content, {}, TODAY, ROOT / "docs" / "tin")


@pytest.fixture(scope="module")
def recognised_pages(
    importer: Importer,
) -> dict[str, list[Page]]:
    def read_all(part: str) -> Iterator[Page]:
        for page in load_pages(part):
            article, proposals, _ = importer.read(build(page), f"{page['id']}.{page['form']}")
            yield page, article, proposals

    return {part: list(read_all(part)) for part in PARTS}


@pytest.mark.parametrize("part", PARTS)
def test_precision_and_recall(part: str, recognised_pages: dict[str, list[Page]]) -> None:
    scores: dict[str, Score] = {}
    for page, recognised, proposals in recognised_pages[part]:
        add_scores(scores, page, recognised, proposals)
    shown = {name: (s.precision, s.recall, s.misses) for name, s in scores.items()}
    low = {
        name: shown[name]
        for name, (precision, recall) in MINIMA.items()
        if scores[name].precision < precision or scores[name].recall < recall
    }
    assert not low


def test_every_event_date_is_to_be_confirmed(
    recognised_pages: dict[str, list[Page]],
) -> None:
    for pages in recognised_pages.values():
        for page, recognised, _ in pages:
            draft = make_draft(recognised, TODAY, [])
            if recognised.date:
                assert "conference.date" in draft.confirm, page["id"]
            assert draft.fields["status"] == "draft"


def test_no_event_date_is_wrong(
    recognised_pages: dict[str, list[Page]],
) -> None:
    for pages in recognised_pages.values():
        for page, recognised, _ in pages:
            if recognised.date:
                assert recognised.date.value.iso() == page["truth"].get("date"), page["id"]


def test_set_is_large_enough() -> None:
    pages = [page for part in PARTS for page in load_pages(part)]
    assert len(pages) >= 40
    assert {page["form"] for page in pages} == {"docx", "html", "txt"}
