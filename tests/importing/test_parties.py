"""Which bodies import reads as parties of a meeting, by their names in full."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bantin.importing.drafting.importer import Importer
from bantin.importing.recognition.citations import find_citations
from bantin.model import Registries
from bantin.reading import read
from bantin.vietnamese.fold import fold

ROOT = Path(__file__).parents[2]
CASES = yaml.safe_load((Path(__file__).parent / "parties.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def importer() -> Importer:
    return Importer(read(ROOT / "docs", ROOT / "data"), {}, date(2026, 12, 1), ROOT / "docs/tin")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["lines"][0])
def test_parties_are_named_in_full(importer: Importer, case: dict[str, Any]) -> None:
    article = importer.read("\n".join(case["lines"]).encode(), "bai.txt")[0]
    assert sorted(fold(one.value.name) for one in article.agencies) == sorted(
        fold(name) for name in case["parties"]
    )


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Quy chế số 05/QCPH-V4HQ-BP-CA về phối hợp", "05/QCPH-V4HQ-BP-CA"),
        ("Quy chế phối hợp số 21/QCPH-KBNN-T-STC, ba ngành", "21/QCPH-KBNN-T-STC"),
        ("Quy chế số 05/QCPH-CA - V đợt 2 về phối hợp", "05/QCPH-CA"),
        ("Quy chế số 05/QCPH-CA - 4 trang về phối hợp", "05/QCPH-CA"),
    ],
)
def test_numbers_of_papers_with_digits_and_single_letters(written: str, number: str) -> None:
    [citation] = find_citations(written, Registries())
    assert citation.number == number
