"""The second set of queries: 358, written by a hand that had read the archive and no search code.

A line of ``second.tsv`` is the kind, the query, the addresses that answer it (``-`` for an honest
zero), the rank asked for, and a note; after “không được hiện:” it names what an exclusion must keep
out. It was run once and a few kinds were mended since, so it is spent. Articles are compared by the
last part of their address: a draft of a date may move one to another year.
"""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bantin.catalog import build_catalog
from bantin.reading import read
from bantin.reading.bodies import Bodies
from bantin.runtime.clock import build_date
from bantin.runtime.site_files import SiteFiles
from bantin.search.format.settings import FOLDER
from bantin.search.query import IndexReader, Searcher, SearchResult
from bantin.search.query.questions import answer
from bantin.search.updating import write_index

FILE = Path(__file__).with_name("second.tsv")
ROOT = Path(__file__).parents[2]
NEWS, ZERO, TYPING = "tin/", "-", "lastword"
KEPT_OUT = "không được hiện:"
TOP = 5


class Asked(NamedTuple):
    """One query: its kind, and the rank of the first right answer, 0 for none."""

    kind: str
    text: str
    rank: int


def ask_second() -> list[Asked]:
    """Return how every query of the set is answered by this project's archive."""
    catalog = build_catalog(read(ROOT / "docs", ROOT / "data"), build_date({}))
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write_index(catalog, Bodies(ROOT / "docs").sections, SiteFiles(site))
        searcher = Searcher(IndexReader(lambda path: (site / FOLDER / path).read_bytes()))
        lines = FILE.read_text(encoding="utf-8").splitlines()
        return [_ask(searcher, *line.split("\t")) for line in lines if line]


def _ask(searcher: Searcher, kind: str, text: str, right: str, _rank: str, note: str = "") -> Asked:
    found = searcher.search(text, is_finished=kind != TYPING)
    if right == ZERO:
        return Asked(kind, text, int(not found.docs and not found.entities))
    wanted = {_bare(address) for address in right.split(",")}
    answers = [_bare(address) for address in _answers(searcher, text, found, wanted)]
    rank = next((place for place, one in enumerate(answers, 1) if one in wanted), 0)
    kept_out = {_bare(one.strip()) for one in note.partition(KEPT_OUT)[2].split(",")}
    return Asked(kind, text, 0 if kept_out & {*answers} else rank)


def _answers(
    searcher: Searcher, text: str, found: SearchResult, wanted: Iterable[str]
) -> Iterator[str]:
    """Yield the addresses shown, in their order; pages of records count where one is wanted."""
    told = answer(searcher.index, text)
    if told:
        yield told.address
    if not all(one.startswith(NEWS) for one in wanted):
        yield from (entity.address for entity in found.entities)
    yield from (searcher.index.card(doc)["address"] for doc in found.docs)


def _bare(address: str) -> str:
    parts = address.strip("/").split("/")
    return f"{NEWS}{parts[-1]}" if address.startswith(NEWS) else address


def second_table(asked: Iterable[Asked]) -> str:
    """Return the share of right answers by kind as Markdown."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for one in asked:
        kinds[one.kind].append(one.rank)
    lines = ["| kind | queries | first | among five |", "|---|---:|---:|---:|"]
    for kind, ranks in sorted(kinds.items()):
        first, five = ranks.count(1), sum(0 < rank <= TOP for rank in ranks)
        count = len(ranks)
        lines.append(f"| {kind} | {count} | {first / count:.3f} | {five / count:.3f} |")
    return "\n".join(lines)
