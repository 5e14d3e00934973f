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
        periods: of programmes that the article names.
        day: of the event.
        opening: title, lead and first paragraph.
    """

    agencies: frozenset[str]
    periods: tuple[Span, ...]
    citations: tuple[Citation, ...]
    day: PartialDate | None
    opening: str


def find_programs(registries: Registries, clues: Clues) -> list[Finding[str]]:
    """Return the programmes whose parties met and whose period, number or name is given."""
    programs = registries.programs.values()
    party_sets = [{party.id for party in program.parties} for program in programs]
    scores = [_score(p, clues) + _score_uniqueness(p, party_sets, clues.periods) for p in programs]
    return [
        Finding(p.id, _evidence(p, clues.periods), "cao" if score > _MIN_SCORE + 1 else "vừa")
        for score, p in zip(scores, programs, strict=True)
        if score >= _MIN_SCORE
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


def _evidence(program: Program, periods: tuple[Span, ...]) -> str:
    period = program.term if program.period in periods else ""
    return f"các bên và {period or 'thời gian'} khớp với «{program.label}»"
