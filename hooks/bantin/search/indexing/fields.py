"""Fields: what of an article is searched, and how much each part counts."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from bantin.catalog import Catalog
from bantin.catalog.articles import belonging_date, programs_of
from bantin.markdown import BodySection
from bantin.model import Agency, Article, District, Document, Program, Province
from bantin.model.conference import is_announcement
from bantin.model.labels import types_in_words
from bantin.search.format.settings import OTHER_NAME, REGISTRY, TEXT
from bantin.search.indexing.names import (
    OtherName,
    agency_texts,
    district_texts,
    document_texts,
    program_texts,
    province_texts,
    region_texts,
)
from bantin.search.indexing.short_forms import initials_of
from bantin.vietnamese.bounds import Bounds
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.spans import Span

R = TypeVar("R", bound=Agency | Program | Province | District | Document)

# Words of a body this long have weight 1, in longer ones less: by this share (the b of BM25).
USUAL_WORDS = 300
LENGTH_SHARE = 0.4
# By what the announcement of a conference is found, besides its own words.
ANNOUNCED = "hội nghị dự kiến sắp diễn ra"


class Field(NamedTuple):
    """A text that is searched.

    Attributes:
        text: what is searched.
        weight: of each word in it; how weights become levels: “Shards” in ``FORMAT.md``.
        source: TEXT, REGISTRY or OTHER_NAME.
    """

    text: str
    weight: float
    source: int


# Of an article itself, or of one record that it names.
Fields = tuple[Field, ...]


def own_fields(article: Article, sections: Sequence[BodySection]) -> Iterator[Field]:
    """Yield the fields of an article's own text: positions and phrases are of these only."""
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
    if front.source:
        yield Field(front.source.title or "", 4, TEXT)
        yield from (Field(name, 2, TEXT) for name in front.source.writers)
    # No text of a body has two spaces in a row: spaces tell its words well enough.
    words = sum(text.count(" ") + 1 for section in sections for text in section.paragraphs)
    norm = 1 / (1 - LENGTH_SHARE + LENGTH_SHARE * words / USUAL_WORDS)
    for section in sections:
        yield Field(section.title, 1, TEXT)
        yield from (Field(paragraph, norm, TEXT) for paragraph in section.paragraphs)


class RegistryFields:
    """The fields of registry records, worked out once each."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._fields: dict[tuple[type, str], Fields] = {}

    def of(self, article: Article) -> Iterator[Fields]:
        """Yield the fields of an article's date and type, and of each record that it names."""
        front, catalog, once = article.front, self._catalog, self._once
        registries = catalog.registries
        yield tuple(_conference_fields(article, catalog.bounds_of(article)))
        for party in front.agencies:
            if party.id:
                yield once(registries.agencies[party.id], self._of_agency)
            else:
                yield (Field(party.name or "", 3, REGISTRY),)
        yield from (once(registries.programs[id_], _of_program) for id_ in programs_of(article))
        yield from (once(registries.provinces[id_], self._of_province) for id_ in front.provinces)
        yield from (once(registries.districts[id_], _of_district) for id_ in front.districts)
        yield from (once(document, _of_document) for document in catalog.cited(article))

    def _of_agency(self, agency: Agency) -> Fields:
        names = agency_texts(agency)
        short = initials_of(agency, self._catalog.registries)
        return (*_weighted(names, 3, 1.5), *(Field(text, 1.5, REGISTRY) for text in short))

    def _of_province(self, province: Province) -> Fields:
        regions = region_texts(self._catalog.registries, province.id)
        names = _weighted(province_texts(province), 4, 2)
        return (*names, *(Field(text, 1, REGISTRY) for text in regions))

    def _once(self, record: R, fields: Callable[[R], Fields]) -> Fields:
        key = type(record), record.id
        if key not in self._fields:
            self._fields[key] = fields(record)
        return self._fields[key]


def other_fields(name: OtherName) -> Fields:
    """Return the spellings of another name."""
    return tuple(Field(text, 1, OTHER_NAME) for text in name.texts)


def _of_program(program: Program) -> Fields:
    return (*_weighted(program_texts(program), 1.5, 2), Field(program.code or "", 4, REGISTRY))


def _of_district(district: District) -> Fields:
    return _weighted(district_texts(district), 4, 2)


def _of_document(document: Document) -> Fields:
    return _weighted(document_texts(document), 2.5, 1)


def _weighted(texts: tuple[str, ...], first: float, others: float) -> Fields:
    """Return names with a weight for the first one and another for all others."""
    return tuple(
        Field(text, others if number else first, REGISTRY) for number, text in enumerate(texts)
    )


def _conference_fields(article: Article, bounds: Bounds) -> Iterator[Field]:
    meeting, date = article.front.conference, belonging_date(article.front)
    if is_announcement(article.front):
        yield Field(ANNOUNCED, 2, REGISTRY)
    if date:
        yield Field(in_words(date, weekday=False), 3, REGISTRY)
        yield Field(date.iso(), 1, REGISTRY)
    if bounds.year and not (date and date.year == bounds.year):
        yield Field(f"năm {bounds.year}", 1, REGISTRY)
    if meeting:
        yield Field(types_in_words(meeting.types), 3, REGISTRY)
        for span in (meeting.covers, *(review.covers for review in meeting.reviews)):
            yield Field(span.label if isinstance(span, Span) else "", 2, REGISTRY)
