"""Precision and recall of what import reads, field by field, against hand-made truth."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bantin.importing.recognition.recognise import Recognised
from bantin.vietnamese.fold import fold


@dataclass
class Score:
    """How many values were right, how many given, how many there were to give."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the given values that are right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of the wanted values that were given."""
        return self.right / self.wanted if self.wanted else 1.0

    def add(self, page: str, given: Iterable[str], wanted: Iterable[str]) -> None:
        """Count the values of one page."""
        got, truth = Counter(given), Counter(wanted)
        right = got & truth
        self.right += right.total()
        self.given += got.total()
        self.wanted += truth.total()
        if got != truth:
            self.misses.append(
                f"{page}: thừa {sorted((got - truth).elements())}, thiếu "
                f"{sorted((truth - got).elements())}"
            )


def score(scores: dict[str, Score], page: dict[str, Any], found: Recognised) -> None:
    """Count every field of a page."""
    truth, id_ = page["truth"], page["id"]
    values: dict[str, list[str]] = {
        "date": [found.date.value.iso()] if found.date else [],
        "types": [finding.value for finding in found.types],
        "terms": [finding.value.iso() for finding in found.terms],
        "documents": [_document(c.number, c.date.iso() if c.date else "") for c in found.citations],
        "agencies": [f.value.id or _in_full(f.value.name) for f in found.agencies],
        "people": [fold(p.named.name) for p in found.people],
    }
    wanted = {
        "date": [truth["date"]] if "date" in truth else [],
        "types": truth.get("types", []),
        "terms": truth.get("terms", []),
        "documents": [_document(*d.split()) for d in truth.get("documents", [])],
        "agencies": [a if a.isascii() else _in_full(a) for a in truth.get("agencies", [])],
        "people": [fold(p.partition(" | ")[0]) for p in truth.get("people", [])],
    }
    for name, given in values.items():
        scores.setdefault(name, Score()).add(id_, given, wanted[name])
    _offices(scores.setdefault("offices", Score()), id_, truth, found)


def _in_full(name: str) -> str:
    """A body without a record, however much of its name is abbreviated."""
    return fold(name).replace("mttq", "mat tran to quoc").replace("ubnd", "uy ban nhan dan")


def _document(number: str, date: str = "") -> str:
    return f"{number} {date}".strip()


def _offices(kept: Score, id_: str, truth: dict[str, Any], found: Recognised) -> None:
    """An office counts as right when it begins as the truth does."""
    wanted = dict(p.split(" | ") for p in truth.get("people", []))
    given = {p.named.name: p.named.office for p in found.people if p.named.office}
    right = [name for name, office in wanted.items() if given.get(name, "").startswith(office)]
    kept.add(id_, [n if n in right else f"{n}: {given[n]}" for n in given], list(wanted))
