"""What import reads of a meeting in openings of many forms: kinds, time reviewed, day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bantin.importing.drafting.importer import Importer
from bantin.importing.recognition.article import RecognisedArticle
from bantin.reading import read
from bantin.vietnamese.spans import Span

ROOT = Path(__file__).parents[2]
DAYS = yaml.safe_load((Path(__file__).parent / "event_days.yml").read_text(encoding="utf-8"))
CASES = yaml.safe_load((Path(__file__).parent / "meetings.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def importer() -> Importer:
    return Importer(read(ROOT / "docs", ROOT / "data"), {}, date(2026, 12, 1), ROOT / "docs/tin")


@pytest.mark.parametrize("case", CASES)
def test_kinds_time_and_day(importer: Importer, case: dict[str, Any]) -> None:
    article = importer.read("\n".join(case["lines"]).encode(), "bai.txt")[0]
    found = {
        "types": sorted(one.value for one in article.types),
        "covers": _covers(article),
        "date": article.date.value.iso() if article.date else None,
    }
    expected = {
        "types": sorted(case["types"]),
        "covers": None if case.get("covers") is None else str(case["covers"]),
        "date": str(case["date"]),
    }
    assert found == expected


@pytest.mark.parametrize("case", DAYS)
def test_day_of_the_event(importer: Importer, case: dict[str, Any]) -> None:
    title = "Công an và Sở Y tế tỉnh Gia Lai phối hợp bảo đảm an ninh, trật tự"
    lines = filter(None, [title, case["stamp"], case["text"]])
    found = importer.read("\n".join(lines).encode(), "bai.txt")[0].date
    assert (found.value.iso() if found else None) == (str(case["date"]) if case["date"] else None)


def _covers(article: RecognisedArticle) -> str | None:
    if article.covers is None:
        return None
    value = article.covers.value
    return value.iso() if isinstance(value, Span) else value
