"""Programmes of the registry that an article is about."""

from dataclasses import dataclass

from bantin.catalog.documents import number_key
from bantin.gazetteer.evidence import Finding
from bantin.importing.recognition.citations import Citation
from bantin.model import Program, Registries
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold
from bantin.vietnamese.spans import Span

_NEEDED = 5
_TELLING = 12


@dataclass(frozen=True, slots=True)
class Clues:
    """What an article tells that a programme can be known by."""

    agencies: frozenset[str]
    terms: tuple[Span, ...]
    citations: tuple[Citation, ...]
    day: PartialDate | None
    opening: str


def find_programs(registries: Registries, clues: Clues) -> list[Finding[str]]:
    """Return programmes whose parties met and whose term or number the article names."""
    programs = registries.programs.values()
    sets = [{party.id for party in program.parties} for program in programs]
    scored = [(_score(p, clues) + _only(p, sets, clues.terms), p) for p in programs]
    return [
        Finding(p.id, _evidence(p, clues.terms), "cao" if score > _NEEDED + 1 else "vừa")
        for score, p in scored
        if score >= _NEEDED
    ]


def _score(program: Program, clues: Clues) -> int:
    parties = {party.id for party in program.parties if party.id}
    has_parties = bool(parties) and parties <= clues.agencies
    year = clues.day.year if clues.day else None
    is_running = bool(year and program.period and program.period.includes(year))
    is_near = has_parties and not clues.terms and len(clues.agencies) <= len(parties) + 2
    return (
        3 * has_parties
        + 3 * (has_parties and program.period in clues.terms)
        + (4 + 2 * is_running) * _is_cited(program, clues)
        + 2 * _is_named(program, clues.opening)
        + 2 * (is_running and is_near)
    )


def _is_cited(program: Program, clues: Clues) -> bool:
    code = number_key(program.code or "")
    return bool(code) and code in {number_key(citation.number) for citation in clues.citations}


def _is_named(program: Program, opening: str) -> bool:
    """Whether the opening calls it by a name long enough to tell it from others."""
    folded = fold(opening)
    return any(fold(name) in folded for name in program.aliases if len(name) > _TELLING)


def _only(program: Program, sets: list[set[str | None]], terms: tuple[Span, ...]) -> int:
    """What it counts that these parties have only this one programme, and no term is named."""
    parties: set[str | None] = {party.id for party in program.parties}
    return 2 if not terms and program.period is None and sets.count(parties) == 1 else 0


def _evidence(program: Program, terms: tuple[Span, ...]) -> str:
    term = program.term if program.period in terms else ""
    return f"các bên và {term or 'thời gian'} khớp với «{program.label}»"
