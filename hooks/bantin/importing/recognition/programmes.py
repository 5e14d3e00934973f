"""Programmes of the registry that an article is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.documents import number_key
from bantin.gazetteer.evidence import Finding
from bantin.importing.recognition.citations import Citation
from bantin.model import Program, Registries
from bantin.model.lineage import SUCCESSION, linked_ids, walk
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold
from bantin.vietnamese.spans import Span

# On folded text. “Quy chế phối hợp số 05 ngày …”: a number without letters.
_SHORT_NUMBER = re.compile(
    r"\b(?:quy che|chuong trinh|ke hoach|nghi quyet lien tich|thoa thuan)\b[^.;\n]{0,40}?"
    r"\bso (?P<number>\d{1,4})(?![\d/.,-])"
)
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
    heirs = _with_predecessors(registries, clues.agencies)
    above = _cited_programs(registries, clues)
    scores = {
        program.id: _score(program, clues)
        + _score_uniqueness(program, party_sets, clues.periods)
        + _score_heirs(program, heirs, clues)
        + 3 * (_have_met(program, clues) and program.implements in above)
        for program in programs
    }
    found = [program for program in programs if scores[program.id] >= _MIN_SCORE]
    return [
        Finding(p.id, _evidence(p, clues), "cao" if scores[p.id] > _MIN_SCORE + 1 else "vừa")
        for p in _without_implemented(_without_other_terms(found, clues), registries, clues)
    ]


def _with_predecessors(registries: Registries, met: frozenset[str]) -> frozenset[str]:
    """Return the agencies that met and those whose work they took over."""
    before = {
        agency.id
        for agency in registries.agencies.values()
        if met.intersection(linked_ids(agency, SUCCESSION))
    }
    return met | before


def _cited_programs(registries: Registries, clues: Clues) -> set[str]:
    """Return the programmes whose number is cited, whoever their parties are."""
    return {program.id for program in registries.programs.values() if _is_cited(program, clues)}


def _is_possible(program: Program, registries: Registries, clues: Clues) -> bool:
    """Whether a party of the programme met or is of the place, or all are of the centre.

    A number of the centre, such as that of a decree, is cited by programmes of many provinces, and
    by those of a province for each of its districts.
    """
    opening = fold(clues.opening)
    parties = (registries.agencies.get(party.id or "") for party in program.parties)
    known = [agency for agency in parties if agency]
    local = [agency for agency in known if agency.level != "trung-uong"]
    have_met = {registries.agencies[id_].level for id_ in clues.agencies}
    is_lower = bool(have_met) and have_met <= {"huyen", "xa"}
    at_place = any(
        (agency.district or agency.province) in clues.places
        and not (is_lower and agency.level == "tinh")
        for agency in local
    )
    return (
        not program.parties
        or (bool(known) and not local)
        or any(agency.id in clues.agencies for agency in known)
        or (at_place and bool(clues.agencies))
        or any(party.name and fold(party.name) in opening for party in program.parties)
    )


def _without_other_terms(found: list[Program], clues: Clues) -> list[Program]:
    """Leave out the term before one whose period is given: “nối tiếp Chương trình số 09”."""
    given = {program.id: program for program in found if program.period in clues.periods}
    renewed = {program.renews for program in given.values()}
    return [
        program
        for program in found
        if program.id in given or not (program.id in renewed or program.renews in given)
    ]


def _above(program: Program, registries: Registries) -> Iterator[str]:
    """Yield the programmes that one carries out, up to that of the centre."""

    def following(id_: str) -> tuple[str, ...]:
        return (
            linked_ids(registries.programs[id_], "implements") if id_ in registries.programs else ()
        )

    return walk(program.id, following)


def _without_implemented(
    found: list[Program], registries: Registries, clues: Clues
) -> list[Program]:
    """Leave out what a local programme carries out, unless the parties of that met."""
    implemented = {id_ for program in found for id_ in _above(program, registries)}
    return [
        program
        for program in found
        if program.id not in implemented or clues.agencies & {p.id for p in program.parties}
    ]


def _have_met(program: Program, clues: Clues) -> bool:
    parties = {party.id for party in program.parties if party.id}
    return bool(parties) and parties <= clues.agencies


def _score_heirs(program: Program, heirs: frozenset[str], clues: Clues) -> int:
    """Return a score where those met who took over from its parties, and its period is given."""
    parties = {party.id for party in program.parties if party.id}
    have_met = bool(parties) and parties <= heirs and not parties <= clues.agencies
    return 6 * (have_met and program.period in clues.periods)


def _score(program: Program, clues: Clues) -> int:
    parties = {party.id for party in program.parties if party.id}
    have_met = _have_met(program, clues)
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
    """Whether its number is cited; one without letters, “Quy chế số 05”, only where a party met."""
    code = number_key(program.code or "")
    if code and code in {number_key(citation.number) for citation in clues.citations}:
        return True
    digits = re.match(r"\d+", program.code or "")
    if digits is None or not {party.id for party in program.parties} & clues.agencies:
        return False
    cited = {int(match["number"]) for match in _SHORT_NUMBER.finditer(fold(clues.opening))}
    return int(digits[0]) in cited


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
