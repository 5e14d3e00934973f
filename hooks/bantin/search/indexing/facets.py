"""Facets: what results can be narrowed to, and the articles that have each value."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from operator import sub
from typing import NamedTuple

import numpy as np

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.model import Article
from bantin.model.conference import Stage
from bantin.model.labels import LEVELS, MEETING_TYPES, STAGES
from bantin.search.format.addresses import address_key
from bantin.search.format.codec import encode, encode_text
from bantin.search.format.settings import AMONG, COVERED, SOURCES
from bantin.vietnamese.spans import Span


class Facet(NamedTuple):
    """A property by which results can be narrowed.

    Attributes:
        key: in addresses and file names.
        values: ids of an article's values.
        name: of a value, for readers.
    """

    key: str
    values: Callable[[Article], Iterable[str]]
    name: Callable[[str], str]


def facets(catalog: Catalog) -> tuple[Facet, ...]:
    """Return the facets in the order in which they are shown."""
    registries = catalog.registries
    agencies, districts = registries.agencies, registries.districts
    people = _people(catalog)
    return (
        Facet("loai", _types, lambda id_: MEETING_TYPES[id_]),
        Facet("tinh-trang", lambda a: _stages(catalog, a), lambda id_: STAGES[id_]),
        Facet("tinh", lambda a: a.front.provinces, lambda id_: _dated_name(catalog, id_)),
        Facet("cap", lambda a: _levels(catalog, a), lambda id_: LEVELS[id_]),
        Facet("co-quan", lambda a: a.agency_ids, lambda id_: agencies[id_].name),
        Facet("chuong-trinh", programs_of, lambda id_: registries.programs[id_].label),
        Facet(
            "huyen",
            lambda a: a.front.districts,
            lambda id_: catalog.lineage.district_name(districts[id_]),
        ),
        Facet(
            "van-ban",
            lambda a: (d.id for d in catalog.cited(a)),
            lambda id_: registries.documents[id_].name,
        ),
        Facet("nguoi", lambda a: people.get(a.path, ()), lambda id_: catalog.people[id_].name),
    )


def facet_file(facet: Facet, articles: Iterable[Article]) -> bytes:
    """Return the file of a facet: see “Word list, facets, cards” in ``FORMAT.md``."""
    docs_by_value = _invert(facet, articles)
    lines = "\n".join(f"{id_}\t{facet.name(id_)}" for id_ in docs_by_value)
    # Encoded together: most lists are short, and the call takes longer than they do.
    numbers: list[int] = []
    for docs in docs_by_value.values():
        numbers.append(len(docs))
        numbers += map(sub, docs, [0, *docs])  # gaps
    return encode_text(lines) + encode(np.array(numbers, np.int64))[0]


def covered_years() -> Facet:
    """Return the years that the meeting of an article looks back on or plans, as a facet."""
    return Facet(COVERED, _covered, lambda year: year)


def source_addresses() -> Facet:
    """Return the addresses of what articles were made from, and their own, as a facet of keys."""
    return Facet(SOURCES, _addresses, lambda _: "")


def year_counts(catalog: Catalog) -> list[tuple[int, int]]:
    """Return years with their numbers of articles, in the order of these; 0 is an unknown year."""
    counts: dict[int, int] = defaultdict(int)
    for article in catalog.articles:
        counts[catalog.bounds_of(article).year or 0] += 1
    return list(counts.items())


def _invert(facet: Facet, articles: Iterable[Article]) -> Mapping[str, list[int]]:
    docs: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        for id_ in dict.fromkeys(facet.values(article)):
            docs[id_].append(number)
    return dict(sorted(docs.items()))


def _covered(article: Article) -> Iterable[str]:
    meeting = article.front.conference
    written = (meeting.covers, *(one.covers for one in meeting.reviews)) if meeting else ()
    return dict.fromkeys(year for span in written for year in _years_of(span))


def _years_of(span: Span | str | None) -> list[str]:
    if not isinstance(span, Span):
        return []
    years = range(span.first_year, (span.last_year or span.first_year) + 1)
    return [f"{year}{AMONG if len(years) > 1 else ''}" for year in years]


def _levels(catalog: Catalog, article: Article) -> Iterable[str]:
    """Return the levels of the agencies of an article."""
    agencies = catalog.registries.agencies
    return (agencies[id_].level for id_ in article.agency_ids)


def _people(catalog: Catalog) -> Mapping[str, list[str]]:
    """Return by path of an article who is named in it."""
    people: dict[str, list[str]] = defaultdict(list)
    for id_, person in catalog.people.items():
        for appearance in person.appearances:
            people[appearance.article.path].append(id_)
    return people


def _addresses(article: Article) -> Iterable[str]:
    source = article.front.source
    told = (source.url, source.via and source.via.url, source.archived) if source else ()
    # The archive's own articles have any host: they are told by their path.
    keys = (address_key(address) for address in (f"localhost/{article.address}", *told) if address)
    return filter(None, keys)


def _types(article: Article) -> Iterable[str]:
    return article.front.conference.types if article.front.conference else ()


def _stages(catalog: Catalog, article: Article) -> Iterable[str]:
    """Return how far an article's conference has come; of an announcement since held, nothing."""
    stage = catalog.stage_of(article)
    is_early = stage is Stage.HELD and catalog.is_announcement(article)
    return [stage.value] if article.front.conference and not is_early else []


def _dated_name(catalog: Catalog, id_: str) -> str:
    """Return the name of a province, with the year where only that tells it from a namesake."""
    province = catalog.registries.provinces[id_]
    if province.valid_from:
        return f"{province.name} (từ {province.valid_from.year})"
    return f"{province.name} (đến {province.valid_to.year})" if province.valid_to else province.name
