"""What of an article is searched, and how much each part counts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.catalog import programs_of
from bantin.catalog.folder import belonging_date
from bantin.compile.labels import types_in_words
from bantin.model import Article
from bantin.search.names import (
    Names,
    OtherName,
    agency_texts,
    district_texts,
    document_texts,
    program_texts,
    province_texts,
)
from bantin.search.prose import Part
from bantin.search.settings import OTHER, REGISTRY, TEXT
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.spans import Span

USUAL_WORDS = 300
LENGTH_SHARE = 0.4


class Field(NamedTuple):
    """A text with the weight of each of its words and where it comes from."""

    text: str
    weight: float
    source: int


def own_fields(article: Article, prose: Sequence[Part]) -> Iterator[Field]:
    """Yield the article's own words; phrases are looked for in these."""
    front = article.front
    yield Field(front.title, 6, TEXT)
    yield Field(front.lead or "", 3, TEXT)
    for person in front.people:
        yield Field(person.name, 5, TEXT)
        yield Field(person.office or "", 1.5, TEXT)
    for photo in front.photos:
        yield Field(photo.caption or photo.alt or "", 1, TEXT)
    if front.conference:
        yield Field(front.conference.place or "", 2, TEXT)
    # Words of a long body count for less.
    norm = 1 / (1 - LENGTH_SHARE + LENGTH_SHARE * article.words / USUAL_WORDS)
    for part in prose:
        yield Field(part.heading, 1, TEXT)
        yield from (Field(paragraph, norm, TEXT) for paragraph in part.paragraphs)


def registry_fields(catalog: Catalog, article: Article) -> Iterator[Field]:
    """Yield the names of all that the article names by id."""
    front, known = article.front, catalog.registries
    yield from _when(article)
    for party in front.agencies:
        texts = agency_texts(known.agencies[party.id]) if party.id else (party.name or "",)
        yield from _named(texts, 3, 1.5)
    for id_ in programs_of(article):
        yield from _named(program_texts(known.programs[id_]), 1.5, 2)
        yield Field(known.programs[id_].code or "", 4, REGISTRY)
    for id_ in front.provinces:
        yield from _named(province_texts(known.provinces[id_]), 4, 2)
    for id_ in front.districts:
        yield from _named(district_texts(known.districts[id_]), 4, 2)
    for document in catalog.cited(article):
        yield from _named(document_texts(document), 2.5, 1)


def other_names(names: Names, article: Article) -> tuple[OtherName, ...]:
    """The names by which the article is found through descent."""
    found = [name for id_ in article.agency_ids for name in names.other_agencies(id_)]
    found += [name for id_ in article.front.provinces for name in names.other_provinces(id_)]
    return tuple(dict.fromkeys(found))


def other_fields(names: tuple[OtherName, ...]) -> Iterator[Field]:
    """Yield the spellings of other names."""
    for name in names:
        yield from (Field(text, 1, OTHER) for text in name.texts)


def _named(texts: tuple[str, ...], first: float, others: float) -> Iterator[Field]:
    for number, text in enumerate(texts):
        yield Field(text, others if number else first, REGISTRY)


def _when(article: Article) -> Iterator[Field]:
    meeting, date = article.front.conference, belonging_date(article.front)
    if date:
        yield Field(in_words(date, weekday=False), 3, REGISTRY)
        yield Field(date.iso(), 1, REGISTRY)
    if meeting:
        yield Field(types_in_words(meeting.types), 3, REGISTRY)
        yield Field(meeting.covers.label if isinstance(meeting.covers, Span) else "", 2, REGISTRY)
