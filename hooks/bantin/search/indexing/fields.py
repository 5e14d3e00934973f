"""What of an article is searched, and how much each part counts."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from bantin.catalog import Catalog
from bantin.catalog.catalog import programs_of
from bantin.catalog.folder import belonging_date
from bantin.markdown.text import Part
from bantin.model import Agency, Article, District, Document, Program, Province
from bantin.model.labels import types_in_words
from bantin.search.format.settings import OTHER_NAME, REGISTRY, TEXT
from bantin.search.indexing.names import (
    Names,
    OtherName,
    agency_texts,
    district_texts,
    document_texts,
    program_texts,
    province_texts,
)
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.spans import Span

R = TypeVar("R", bound=Agency | Program | Province | District | Document)

USUAL_WORDS = 300
LENGTH_SHARE = 0.4


class Field(NamedTuple):
    """A text with the weight of each of its words and where it comes from."""

    text: str
    weight: float
    source: int


# What is searched of an article itself, or of one record that it names.
Fields = tuple[Field, ...]


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
    # Words of a long body count for less; no text of it has two spaces in a row.
    words = sum(text.count(" ") + 1 for part in prose for text in part.paragraphs)
    norm = 1 / (1 - LENGTH_SHARE + LENGTH_SHARE * words / USUAL_WORDS)
    for part in prose:
        yield Field(part.heading, 1, TEXT)
        yield from (Field(paragraph, norm, TEXT) for paragraph in part.paragraphs)


class RegistryFields:
    """The names of all that articles name by id, worked out once a record."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._known: dict[tuple[type, str], Fields] = {}

    def of(self, article: Article) -> Iterator[Fields]:
        """Yield the fields of each record that an article names."""
        front, known = article.front, self._catalog.registries
        yield tuple(_when(article))
        for party in front.agencies:
            if party.id:
                yield self._once(known.agencies[party.id], _of_agency)
            else:
                yield (Field(party.name or "", 3, REGISTRY),)
        yield from (self._once(known.programs[id_], _of_program) for id_ in programs_of(article))
        yield from (self._once(known.provinces[id_], _of_province) for id_ in front.provinces)
        yield from (self._once(known.districts[id_], _of_district) for id_ in front.districts)
        yield from (self._once(document, _of_document) for document in self._catalog.cited(article))

    def _once(self, record: R, fields: Callable[[R], Fields]) -> Fields:
        key = type(record), record.id
        if key not in self._known:
            self._known[key] = fields(record)
        return self._known[key]


def other_names(names: Names, article: Article) -> tuple[OtherName, ...]:
    """The names by which the article is found through descent."""
    found = [name for id_ in article.agency_ids for name in names.other_agencies(id_)]
    found += [name for id_ in article.front.provinces for name in names.other_provinces(id_)]
    return tuple(dict.fromkeys(found))


def other_fields(name: OtherName) -> Fields:
    """Return the spellings of another name."""
    return tuple(Field(text, 1, OTHER_NAME) for text in name.texts)


def _of_agency(agency: Agency) -> Fields:
    return _named(agency_texts(agency), 3, 1.5)


def _of_program(program: Program) -> Fields:
    return (*_named(program_texts(program), 1.5, 2), Field(program.code or "", 4, REGISTRY))


def _of_province(province: Province) -> Fields:
    return _named(province_texts(province), 4, 2)


def _of_district(district: District) -> Fields:
    return _named(district_texts(district), 4, 2)


def _of_document(document: Document) -> Fields:
    return _named(document_texts(document), 2.5, 1)


def _named(texts: tuple[str, ...], first: float, others: float) -> Fields:
    return tuple(
        Field(text, others if number else first, REGISTRY) for number, text in enumerate(texts)
    )


def _when(article: Article) -> Iterator[Field]:
    meeting, date = article.front.conference, belonging_date(article.front)
    if date:
        yield Field(in_words(date, weekday=False), 3, REGISTRY)
        yield Field(date.iso(), 1, REGISTRY)
    if meeting:
        yield Field(types_in_words(meeting.types), 3, REGISTRY)
        yield Field(meeting.covers.label if isinstance(meeting.covers, Span) else "", 2, REGISTRY)
