"""By what results can be narrowed: for each facet its values and the articles that have them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import numpy as np

from bantin.catalog import Catalog
from bantin.catalog.catalog import programs_of
from bantin.model import Article
from bantin.model.labels import MEETING_TYPES
from bantin.search.format.codec import encode, encode_one


class Facet(NamedTuple):
    """A facet: its key in addresses, the values of an article, and the name of a value."""

    key: str
    values: Callable[[Article], Iterable[str]]
    name: Callable[[str], str]


def facets(catalog: Catalog) -> tuple[Facet, ...]:
    """Return the facets in the order in which they are shown."""
    known = catalog.registries
    return (
        Facet("loai", _types, lambda id_: MEETING_TYPES[id_]),
        Facet("tinh", lambda a: a.front.provinces, lambda id_: _dated(catalog, id_)),
        Facet("co-quan", lambda a: a.agency_ids, lambda id_: known.agencies[id_].name),
        Facet("chuong-trinh", programs_of, lambda id_: known.programs[id_].label),
        Facet("huyen", lambda a: a.front.districts, lambda id_: known.districts[id_].full_name),
        Facet(
            "van-ban",
            lambda a: (d.id for d in catalog.cited(a)),
            lambda id_: known.documents[id_].name,
        ),
    )


def facet_file(facet: Facet, articles: Iterable[Article]) -> bytes:
    """Return “id, tab, name” lines, then for each value its count and gaps between articles."""
    found = _invert(facet, articles)
    lines = "\n".join(f"{id_}\t{facet.name(id_)}" for id_ in found).encode()
    lists = []
    for docs in found.values():
        gaps = np.diff(np.array(docs, dtype=np.int64), prepend=0)
        lists.append(encode(np.concatenate(([len(docs)], gaps)))[0])
    return encode_one(len(lines)) + lines + b"".join(lists)


def year_runs(articles: Iterable[Article]) -> list[tuple[int, int]]:
    """Return each year with how many articles it has, newest first; 0 is an unknown year."""
    counts: dict[int, int] = defaultdict(int)
    for article in articles:
        folder = article.path.split("/")[1]
        counts[int(folder) if folder.isdigit() else 0] += 1
    return list(counts.items())


def _invert(facet: Facet, articles: Iterable[Article]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        for id_ in dict.fromkeys(facet.values(article)):
            found[id_].append(number)
    return dict(sorted(found.items()))


def _types(article: Article) -> Iterable[str]:
    return article.front.conference.types if article.front.conference else ()


def _dated(catalog: Catalog, id_: str) -> str:
    """Return the name of a province; one of two that share it says since when or until when."""
    province = catalog.registries.provinces[id_]
    if province.valid_from:
        return f"{province.name} (từ {province.valid_from.year})"
    return f"{province.name} (đến {province.valid_to.year})" if province.valid_to else province.name
