"""Queries that a line of the glossary answers by now: kept, to be asked again by every test run."""

from collections.abc import Iterable, Iterator

from bantin.model.registry import Glossary
from bantin.search.asked.tally import Asked
from bantin.search.query import Searcher
from bantin.vietnamese.fold import fold


def regressions(
    searcher: Searcher, asked: Iterable[Asked], glossary: Glossary, known: Iterable[str]
) -> Iterator[str]:
    """Yield lines “query⇥address of the first article” for queries with words of the glossary.

    Args:
        searcher: of the built index.
        asked: what was asked.
        glossary: with the lines that editors accepted.
        known: lines that are kept already.
    """
    forms = {f" {fold(form)} " for form in _forms(glossary)}
    kept = {fold(line.partition("\t")[0]) for line in known}
    for one in asked:
        words = f" {fold(one.query)} "
        if fold(one.query) in kept or not any(form in words for form in forms):
            continue
        docs = searcher.search(one.query, is_finished=True).docs
        if docs:
            yield f"{one.query}\t{searcher.index.card(docs[0])['address']}"


def _forms(glossary: Glossary) -> Iterator[str]:
    """Yield what readers type according to a glossary."""
    yield from (short.form for short in glossary.abbreviations)
    yield from (variant for spelling in glossary.spellings for variant in spelling.variants)
    yield from (other for synonym in glossary.synonyms for other in synonym.others)
    for region in glossary.regions:
        yield from (region.name, *region.aliases)
