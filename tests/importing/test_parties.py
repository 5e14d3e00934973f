"""Which bodies import reads as parties of a meeting, by their names in full."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bantin.importing.drafting.importer import Importer
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
