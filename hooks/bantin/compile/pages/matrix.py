"""The table of programmes and years: when each one met, and which of its years were reviewed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import program_address
from bantin.compile.page import Link
from bantin.model import Conference, Program
from bantin.vietnamese.bounds import Bounds
from bantin.vietnamese.spans import Span

# The table has to stay readable, in any archive.
MOST_PROGRAMS = 60
MOST_YEARS = 20


class Cell(NamedTuple):
    """A year of a programme.

    Attributes:
        met: number of conferences held in it.
        inferred: number of those whose year no source gives.
        reviewed: number of conferences that reviewed it.
        begins: whether a time under review begins with it, or after an end, so that two times
            side by side are seen as two.
        ends: whether a time under review ends with it.
        is_gap: whether it is of the period and nothing is told of it.
        words: all of this in words.
    """

    met: int
    inferred: int
    reviewed: int
    begins: bool
    ends: bool
    is_gap: bool
    words: str


class MatrixRow(NamedTuple):
    """The years of one programme.

    Attributes:
        undated: number of conferences that were held in a year nobody tells.
        about: between which days, if that is one conference.
    """

    link: Link
    cells: tuple[Cell, ...]
    undated: int
    about: str


class Matrix(NamedTuple):
    """The whole table.

    Attributes:
        years: every year from the first to the last.
        rows: the programmes of which something is told in these years.
        apart: those of which no year is told.
        left_out: number of further programmes.
    """

    years: tuple[int, ...]
    rows: tuple[MatrixRow, ...]
    apart: tuple[Link, ...]
    left_out: int


class _Told(NamedTuple):
    """What is told of a programme: the year of each conference, and each time under review."""

    program: Program
    met: Counter[int]
    inferred: Counter[int]
    undated: tuple[Bounds, ...]
    spans: tuple[Span, ...]

    @property
    def about(self) -> str:
        """Between which days its one conference of no known year was held."""
        return self.undated[0].label if len(self.undated) == 1 else ""

    def years(self) -> Iterator[int]:
        yield from self.met
        for span in self.spans:
            yield from span.years()


def matrix(catalog: Catalog) -> Matrix:
    """Return the table of the programmes with the most conferences."""
    active = sorted(
        (p for p in catalog.registries.programs.values() if p.id in catalog.by_program),
        key=lambda p: (-len(catalog.by_program[p.id]), p.id),
    )
    told = [_told(catalog, program) for program in active[:MOST_PROGRAMS]]
    years = _range(year for one in told for year in one.years())
    placed = [one for one in told if any(year in years for year in one.years())]
    return Matrix(
        years=tuple(years),
        rows=tuple(_row(one, years, catalog.today.year) for one in placed),
        apart=tuple(_apart(one) for one in told if one not in placed),
        left_out=len(active) - len(told),
    )


def _told(catalog: Catalog, program: Program) -> _Told:
    stories = catalog.by_program[program.id]
    conferences = [catalog.conferences[s.path] for s in stories if s.path in catalog.conferences]
    met = Counter(c.year for c in conferences if c.year)
    spans = (_reviewed(c, program) for c in conferences if c.reviews(program))
    inferred = Counter(c.year for c in conferences if c.year and not (c.date and c.date.year))
    undated = tuple(c.bounds for c in conferences if not c.year)
    return _Told(program, met, inferred, undated, tuple(s for s in spans if s))


def _reviewed(conference: Conference, program: Program) -> Span | None:
    """Return the whole years of a programme's period that a conference reviewed."""
    covered = conference.covered(program)
    return Span(covered.first_year, covered.last_year) if covered and covered.last_year else None


def _range(years: Iterable[int]) -> range:
    """Return every year from the first to the last that is told, the latest ``MOST_YEARS``."""
    told = set(years)
    if not told:
        return range(0)
    return range(max(min(told), max(told) - MOST_YEARS + 1), max(told) + 1)


def _row(told: _Told, years: Sequence[int], today: int) -> MatrixRow:
    cells = tuple(_cell(told, year, today) for year in years)
    return MatrixRow(_link(told.program), cells, len(told.undated), told.about)


def _cell(told: _Told, year: int, today: int) -> Cell:
    met, period = told.met[year], told.program.period
    spans = [span for span in told.spans if span.includes(year)]
    is_of_period = period is not None and period.includes(year) and year <= today
    is_gap = is_of_period and not (met or spans)
    return Cell(
        met=met,
        inferred=told.inferred[year],
        reviewed=len(spans),
        begins=any(span.first_year == year for span in spans),
        ends=any(span.last_year == year for span in spans),
        is_gap=is_gap,
        words="chưa ghi nhận" if is_gap else _words(met, told.inferred[year], len(spans)),
    )


def _words(met: int, inferred: int, reviewed: int) -> str:
    held = f"{met} hội nghị" if met else ""
    if inferred:
        held += ", năm suy ra" if inferred == met else f", trong đó {inferred} có năm suy ra"
    seen = f"được xem xét tại {reviewed} hội nghị" if reviewed else ""
    return "; ".join(filter(None, (held, seen)))


def _apart(told: _Told) -> Link:
    """Return the link to a programme of which no year is told; its note says about when it met."""
    link, about = _link(told.program), told.about
    return link._replace(note="; ".join(filter(None, (link.note, about))))


def _link(program: Program) -> Link:
    return Link(program_address(program.id), program.label, program.term)
