"""What import reads of pages with known truth: precision and recall, field by field.

Two sets lie beside this file, all invented: 60 pages in ten layouts of portals and 20 Word files
with ``truth.yml``, then 67 and 20 others with ``truth-2.yml``. Each was written by a hand that had
not seen the importer, run once, and mended against since: the figures say that nothing got worse,
not how good import is on other pages. What the first run gave is in bench/README.md.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bantin.importing.drafting.importer import Importer
from bantin.importing.recognition.article import RecognisedArticle
from bantin.model.proposal import Proposal
from bantin.reading import read
from bantin.runtime.clock import build_date
from bantin.vietnamese.fold import fold

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DAY = {"BUILD_DATE": "2026-12-01"}
# Spellings of one name, on folded text.
SAME = (
    ("ubnd", "uy ban nhan dan"), ("mttq", "mat tran to quoc"), ("bhxh", "bao hiem xa hoi"),
    ("bo chqs", "bo chi huy quan su"), ("ban chqs", "ban chi huy quan su"),
    ("vksnd", "vien kiem sat nhan dan"), ("bdbp", "bo doi bien phong"),
    ("lhpn", "lien hiep phu nu"), ("ldld", "lien doan lao dong"),
    ("doan thanh nien cong san ho chi minh tinh", "tinh doan"),
)  # fmt: skip


@dataclass
class Score:
    """How many values were right, given and wanted, and what was missed."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, page: str, given: Iterable[str], wanted: Iterable[str]) -> None:
        """Count the values of one page."""
        got, truth = Counter(filter(None, given)), Counter(filter(None, wanted))
        self.right += (got & truth).total()
        self.given += got.total()
        self.wanted += truth.total()
        if got != truth:
            extra, missing = sorted((got - truth).elements()), sorted((truth - got).elements())
            self.misses.append(f"{page}: thừa {extra}, thiếu {missing}")


def score_pages(part: int = 1) -> dict[str, Score]:
    """Return the score of each field over the pages of one set."""
    of_part = "" if part == 1 else f"-{part}"
    content = read(ROOT / "docs", ROOT / "data")
    importer = Importer(content, {}, build_date(DAY), HERE / "none")
    names = {agency.id: agency.name for agency in content.registries.agencies.values()}
    scores: dict[str, Score] = defaultdict(Score)
    for truth in yaml.safe_load((HERE / f"truth{of_part}.yml").read_text(encoding="utf-8")):
        file = HERE / f"pages{of_part}" / truth["file"]
        article, proposals, _ = importer.read(file.read_bytes(), file.name)
        given, wanted = _given(article, proposals, names), _wanted(truth, names)
        for name, values in wanted.items():
            scores[name].add(truth["file"], given[name], values)
        if len(wanted["types"]) > 1:
            scores["kinds of two"].add(truth["file"], given["types"], wanted["types"])
    return dict(scores)


def _given(
    article: RecognisedArticle, proposals: Iterable[Proposal], names: Mapping[str, str]
) -> dict[str, list[str]]:
    new = {one.id for one in proposals}
    covers = article.covers.value if article.covers else ""
    return {
        "title": [_words(article.page.title.value)],
        "date": [article.date.value.iso()] if article.date else [],
        "published": [article.published.value.iso()] if article.published else [],
        "types": [one.value for one in article.types],
        "covers": [covers if isinstance(covers, str) else covers.iso()],
        "periods": [one.value.iso() for one in article.periods],
        "parties": [_name(names.get(p.value.id, p.value.name)) for p in article.agencies],
        "programs": ["NEW" if p.value in new else p.value for p in article.programs],
        "provinces": [one.value for one in article.provinces],
        "documents": [_words(one.number) for one in article.citations],
        "people": [_words(one.mention.name) for one in article.people],
        "offices": [
            _words(f"{one.mention.name} {one.mention.office}")
            for one in article.people
            if one.mention.office
        ],
        "author": [_words(article.page.author.value)] if article.page.author else [],
    }


def _wanted(truth: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, list[str]]:
    return {
        "title": [_words(truth["title"])],
        "date": _texts(truth.get("date")),
        "published": _texts(truth.get("published")),
        "types": _texts(truth.get("types")),
        "covers": _texts(truth.get("covers")),
        "periods": _texts(truth.get("periods")),
        "parties": [_name(names.get(one, one)) for one in _texts(truth.get("parties"))],
        "programs": _texts(truth.get("programs")),
        "provinces": _texts(truth.get("provinces")),
        "documents": [_words(one) for one in _texts(truth.get("documents"))],
        "people": [_words(one["name"]) for one in truth.get("people") or ()],
        "offices": [
            _words(f"{one['name']} {one['office']}")
            for one in truth.get("people") or ()
            if one.get("office")
        ],
        "author": [_words(one) for one in _texts(truth.get("author"))],
    }


def _texts(value: Any) -> list[str]:  # noqa: ANN401 - YAML of any shape
    items = value if isinstance(value, list) else [value] if value else []
    return [str(item) for item in items]


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def _name(name: str) -> str:
    """Return a name of an agency alike, however it is abbreviated; its standing committee is it."""
    words = re.sub(r"^ban (?:thuong vu|thuong truc) ", "", _words(name))
    for short, full in SAME:
        words = words.replace(short, full)
    return words


def score_table(scores: Mapping[str, Score]) -> str:
    """Return the scores as Markdown."""
    head = ["| field | right | given | wanted | precision | recall |", "|---|" + "---:|" * 5]
    return "\n".join([*head, *(_line(name, one) for name, one in scores.items())])


def _line(name: str, one: Score) -> str:
    precision, recall = one.right / max(one.given, 1), one.right / max(one.wanted, 1)
    counts = f"{one.right} | {one.given} | {one.wanted}"
    return f"| {name} | {counts} | {precision:.3f} | {recall:.3f} |"
