"""What a result shows of an entity, in few bytes: the rest is in the cards of its articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bantin.catalog import Catalog
from bantin.catalog.people import PersonRecord, rank_and_office
from bantin.model import Article, Program
from bantin.model.sections import Section
from bantin.search.entities.names import NameForms, of_district, of_document, of_province
from bantin.search.format.names import name_words
from bantin.vietnamese.dates import PartialDate

# So many articles of an entity are named, the newest.
MOST_ARTICLES = 3
# So many records before it and after it.
MOST_RELATED = 3
# The kinds of entities, in the order in which they are shown where they share a name.
KINDS = {
    "t": Section.PLACES, "c": Section.AGENCIES, "v": Section.DOCUMENTS, "p": Section.PROGRAMS,
    "n": Section.PEOPLE, "h": Section.PLACES,
}  # fmt: skip
# A year of a programme: a conference met in it, reviewed it, both, or nothing is told of it.
MET, REVIEWED, BOTH, GAP = "hxb-"
LONGEST_STRIP = 30


@dataclass(slots=True)
class Entity:
    """An entity.

    Attributes:
        kind: a letter of ``KINDS``.
        id: of its record; of a district, after that of its province.
        name: as its page has it.
        stories: that name it, newest first.
        forms: of its name, as readers type them.
        heirs: ids of what it became, or of the next period; of its own kind.
        forerunners: ids of what it came from.
        fact: of a programme its years, of all others the day on which it ended.
        shown: the articles to be named; without any, the newest stories.
        parties: ids of the agencies of a programme.
        signed_in: the article of the conference at which a programme was signed.
        words: of the name, which number the entities.
    """

    kind: str
    id: str
    name: str
    stories: Sequence[Article]
    forms: Sequence[str]
    heirs: Sequence[str] = ()
    forerunners: Sequence[str] = ()
    fact: str = ""
    shown: Sequence[Article] = ()
    signed_in: Article | None = None
    parties: Sequence[str] = ()
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = name_words(self.name)


def entities(catalog: Catalog) -> Iterator[Entity]:
    """Yield all entities that have pages."""
    registries, lineage, forms = catalog.registries, catalog.lineage, NameForms(catalog.registries)
    for agency in registries.agencies.values():
        yield Entity(
            "c", agency.id, agency.name, catalog.by_agency.get(agency.id, ()),
            [*forms.of_agency(agency)], agency.succeeded_by,
            _ids(lineage.forerunners_of_agency.get(agency.id, ())), _ended(agency.valid_to),
        )  # fmt: skip
    for program in registries.programs.values():
        yield Entity(
            "p", program.id, program.label, catalog.by_program.get(program.id, ()),
            [*forms.of_program(program)], _ids(lineage.renewals.get(program.id, ())),
            [program.renews] if program.renews else (), _fact(catalog, program),
            signed_in=_signed_in(catalog, program),
            parties=[party.id for party in program.parties if party.id],
        )  # fmt: skip
    for province in registries.provinces.values():
        yield Entity(
            "t", province.id, province.full_name, catalog.by_province.get(province.id, ()),
            [*of_province(province)], province.succeeded_by,
            _ids(lineage.forerunners_of_province.get(province.id, ())), _ended(province.valid_to),
        )  # fmt: skip
    for district in registries.districts.values():
        yield Entity(
            "h", f"{district.province}/{district.id}", district.full_name,
            catalog.by_district.get(district.id, ()), [*of_district(district)],
            fact=_ended(district.valid_to),
        )  # fmt: skip
    for document in registries.documents.values():
        stories = catalog.by_document.get(document.id, ())
        yield Entity("v", document.id, document.name, stories, [*of_document(document)])
    for person in catalog.people.values():
        articles = [appearance.article for appearance in person.appearances]
        principal = [a for a in articles if a.path not in catalog.principals]
        yield Entity(
            "n", person.id, person.name, principal or articles, [person.name],
            shown=_one_an_office(person),
        )  # fmt: skip


def _one_an_office(person: PersonRecord) -> list[Article]:
    """Return the newest article for each office that a person held, the latest office first."""
    newest: dict[str, Article] = {}
    for one in person.appearances:
        newest.setdefault(rank_and_office(one.person.office or "")[1].casefold(), one.article)
    return list(newest.values())


def _fact(catalog: Catalog, program: Program) -> str:
    """Return the years of a programme, and the day on which it was signed after a bar."""
    signed = f"|{program.signed.iso()}" if program.signed else ""
    return f"{years_of(catalog, program)}{signed}"


def _signed_in(catalog: Catalog, program: Program) -> Article | None:
    """Return the article of the conference at which a programme was signed."""
    for story in catalog.by_program.get(program.id, ()):
        conference = story.front.conference
        if conference and program.id in conference.signs and story.path in catalog.conferences:
            return story
    return None


def years_of(catalog: Catalog, program: Program) -> str:
    """Return the first year of a programme, and a letter for each year from then on.

    From the first year of its period, or of what is told of it, until today or its last year.
    """
    stories = catalog.by_program.get(program.id, ())
    held = [catalog.conferences[s.path] for s in stories if s.path in catalog.conferences]
    met = {one.year for one in held if one.year}
    spans = [one.covered(program) for one in held if one.reviews(program)]
    period, today = program.period, catalog.today.year
    first = period.first_year if period else min(met, default=0)
    last = min(today, (period.last_year if period else None) or max(met, default=today))
    if not first or last < first:
        return ""
    first = max(first, last - LONGEST_STRIP + 1)
    letters = (
        {(True, True): BOTH, (True, False): MET, (False, True): REVIEWED, (False, False): GAP}[
            year in met, any(span.includes(year) for span in spans if span)
        ]
        for year in range(first, last + 1)
    )
    return f"{first}{''.join(letters)}"


def line(
    entity: Entity, catalog: Catalog, numbers: Mapping[str, int], docs: Mapping[str, int]
) -> str:
    """Return the record of an entity as a line: see “Entities” in ``FORMAT.md``.

    Args:
        entity: to be shown.
        catalog: that it is of.
        numbers: of entities, by kind and id.
        docs: numbers of articles, by path.
    """
    held = [story for story in entity.stories if story.path in catalog.conferences]
    years = sorted({year for story in held if (year := catalog.bounds_of(story).year)})
    stories = [one.path for one in entity.shown or entity.stories if one.path in docs]
    parts = (
        entity.kind,
        entity.id,
        entity.name,
        str(len(held) or ""),
        "-".join(dict.fromkeys(map(str, years[:1] + years[-1:]))),
        _numbers(docs[path] for path in stories[:MOST_ARTICLES]),
        _numbers(_related(entity.kind, entity.heirs, numbers)),
        _numbers(_related(entity.kind, entity.forerunners, numbers)),
        _with_signing(entity, docs),
        _numbers(_related("c", entity.parties, numbers)),
    )
    return "\t".join(parts).rstrip("\t")


def _with_signing(entity: Entity, docs: Mapping[str, int]) -> str:
    """Return the fact of an entity, of a programme with the number of the article of signing."""
    if entity.signed_in is None or entity.signed_in.path not in docs:
        return entity.fact
    return f"{entity.fact}{'' if '|' in entity.fact else '|'}|{docs[entity.signed_in.path]}"


def _related(kind: str, ids: Sequence[str], numbers: Mapping[str, int]) -> list[int]:
    found = [numbers[f"{kind}{id_}"] for id_ in ids if f"{kind}{id_}" in numbers]
    return found[:MOST_RELATED]


def _numbers(values: Iterable[int]) -> str:
    return ",".join(map(str, values))


def _ids(records: Iterable[object]) -> list[str]:
    return [str(getattr(one, "id", one)) for one in records]


def _ended(day: PartialDate | None) -> str:
    return day.iso() if day else ""
