"""Programmes of the registry that an article is about."""

from dataclasses import dataclass

from bantin.catalog.documents import number_key
from bantin.gazetteer.evidence import Finding
from bantin.importing.recognition.citations import Citation
from bantin.model import Program, Registries
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold
from bantin.vietnamese.spans import Span

_MIN_SCORE = 5
_MIN_ALIAS = 12  # shorter names (“Quy chế 01”) several programmes have


@dataclass(frozen=True, slots=True)
class Clues:
    """What in an article shows which programmes it is about.

    Attributes:
        agencies: ids of those that met.
        places: ids of the provinces it is about, with their namesakes, and of districts.
        periods: of programmes that the article names.
        day: of the event.
        opening: title, lead and first paragraph.
    """

    agencies: frozenset[str]
    places: frozenset[str]
    periods: tuple[Span, ...]
    citations: tuple[Citation, ...]
    day: PartialDate | None
    opening: str


def find_programs(registries: Registries, clues: Clues) -> list[Finding[str]]:
    """Return the programmes whose parties met and whose period, number or name is given."""
    programs = [p for p in registries.programs.values() if _is_possible(p, registries, clues)]
    party_sets = [{party.id for party in program.parties} for program in programs]
    scores = {
        program.id: _score(program, clues) + _score_uniqueness(program, party_sets, clues.periods)
        for program in programs
    }
    found = [program for program in programs if scores[program.id] >= _MIN_SCORE]
    return [
        Finding(p.id, _evidence(p, clues), "cao" if scores[p.id] > _MIN_SCORE + 1 else "vừa")
        for p in _without_implemented(found, clues)
    ]


def _is_possible(program: Program, registries: Registries, clues: Clues) -> bool:
    """Whether a party of the programme met or is of the place, or all are of the centre.

    A number of the centre, such as that of a decree, is cited by programmes of many provinces.
    """
    opening = fold(clues.opening)
    parties = (registries.agencies.get(party.id or "") for party in program.parties)
    known = [agency for agency in parties if agency]
    local = [agency for agency in known if agency.level != "trung-uong"]
    return (
        not program.parties
        or (bool(known) and not local)
        or any(agency.id in clues.agencies for agency in known)
        or any((agency.district or agency.province) in clues.places for agency in local)
        or any(party.name and fold(party.name) in opening for party in program.parties)
    )


def _without_implemented(found: list[Program], clues: Clues) -> list[Program]:
    """Leave out what a local programme carries out, unless the parties of that met."""
    implemented = {program.implements for program in found}
    return [
        program
        for program in found
        if program.id not in implemented or clues.agencies & {p.id for p in program.parties}
    ]


def _score(program: Program, clues: Clues) -> int:
    parties = {party.id for party in program.parties if party.id}
    have_met = bool(parties) and parties <= clues.agencies
    year = clues.day.year if clues.day else None
    is_running = bool(year and program.period and program.period.includes(year))
    # Without a period in the text: these parties, and hardly any others, met while it ran.
    fits = have_met and not clues.periods and len(clues.agencies) <= len(parties) + 2
    return (
        3 * have_met
        + 3 * (have_met and program.period in clues.periods)
        + (4 + 2 * is_running) * _is_cited(program, clues)
        + 2 * _is_named(program, clues.opening)
        + 2 * (is_running and fits)
    )


def _score_uniqueness(
    program: Program, party_sets: list[set[str | None]], periods: tuple[Span, ...]
) -> int:
    """Return a score for the only programme of these parties, where no period is named."""
    parties: set[str | None] = {party.id for party in program.parties}
    is_only = party_sets.count(parties) == 1
    return 2 if not periods and program.period is None and is_only else 0


def _is_cited(program: Program, clues: Clues) -> bool:
    code = number_key(program.code or "")
    return bool(code) and code in {number_key(citation.number) for citation in clues.citations}


def _is_named(program: Program, opening: str) -> bool:
    """Whether the opening calls it by a name long enough to tell it from others."""
    folded = fold(opening)
    return any(fold(name) in folded for name in program.aliases if len(name) > _MIN_ALIAS)


def _evidence(program: Program, clues: Clues) -> str:
    """Return what agrees with the programme, and nothing else."""
    met = {party.id for party in program.parties if party.id} & clues.agencies
    agreeing = [
        "các bên" if met and len(met) == len(program.parties) else "một bên" if met else "",
        f"giai đoạn {program.term}" if program.period in clues.periods else "",
        f"số {program.code}" if _is_cited(program, clues) else "",
        "tên gọi" if _is_named(program, clues.opening) else "",
    ]
    words = ", ".join(filter(None, agreeing)) or "thời gian"
    return f"{words} khớp với «{program.label}»"
