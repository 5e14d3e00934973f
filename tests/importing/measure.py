"""Precision and recall of what import reads, field by field, against hand-made truth."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bantin.importing.recognition.article import RecognisedArticle
from bantin.model.proposal import Proposal
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


def add_scores(
    scores: dict[str, Score],
    page: dict[str, Any],
    article: RecognisedArticle,
    proposals: Iterable[Proposal] = (),
) -> None:
    """Count every field of a page; an agency whose record is only proposed counts by its name."""
    proposed = {one.id for one in proposals}
    truth, id_ = page["truth"], page["id"]
    values: dict[str, list[str]] = {
        "date": [article.date.value.iso()] if article.date else [],
        "types": [finding.value for finding in article.types],
        "periods": [finding.value.iso() for finding in article.periods],
        "documents": [
            _document(c.number, c.date.iso() if c.date else "") for c in article.citations
        ],
        "agencies": [
            _in_full(f.value.name)
            if f.value.id in proposed
            else f.value.id or _in_full(f.value.name)
            for f in article.agencies
        ],
        "people": [fold(p.mention.name) for p in article.people],
    }
    wanted = {
        "date": [truth["date"]] if "date" in truth else [],
        "types": truth.get("types", []),
        "periods": truth.get("periods", []),
        "documents": [_document(*d.split()) for d in truth.get("documents", [])],
        "agencies": [a if a.isascii() else _in_full(a) for a in truth.get("agencies", [])],
        "people": [fold(p.partition(" | ")[0]) for p in truth.get("people", [])],
    }
    for name, given in values.items():
        scores.setdefault(name, Score()).add(id_, given, wanted[name])
    _offices(scores.setdefault("offices", Score()), id_, truth, article)


def _in_full(name: str) -> str:
    """Return an agency without a record alike, however much of its name is abbreviated."""
    return fold(name).replace("mttq", "mat tran to quoc").replace("ubnd", "uy ban nhan dan")


def _document(number: str, date: str = "") -> str:
    return f"{number} {date}".strip()


def _offices(score: Score, id_: str, truth: dict[str, Any], article: RecognisedArticle) -> None:
    """Count offices; one is right if it begins as the truth does."""
    wanted = dict(p.split(" | ") for p in truth.get("people", []))
    given = {p.mention.name: p.mention.office for p in article.people if p.mention.office}
    right = [name for name, office in wanted.items() if given.get(name, "").startswith(office)]
    score.add(id_, [n if n in right else f"{n}: {given[n]}" for n in given], list(wanted))
