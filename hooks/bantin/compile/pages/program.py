"""The pages of programmes: one a term, and their index."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import PROGRAMS, document_address, program_address
from bantin.compile.links import document_link, party_links, program_link
from bantin.compile.listing import Part, Rows, cut
from bantin.compile.page import Link, Page
from bantin.compile.pages.ledger import LedgerRow, ledger
from bantin.compile.pages.timeline import Timeline, timeline
from bantin.model import Program
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.order import sort_key


class ProgramView(NamedTuple):
    """All that the page of a programme's term shows."""

    code: str
    code_address: str
    term: str
    signed: str
    state: str
    parties: tuple[Link, ...]
    documents: tuple[Link, ...]
    terms: tuple[Link, ...]
    implements: Link | None
    local_versions: tuple[Link, ...]
    timeline: Timeline | None
    ledger: tuple[LedgerRow, ...]
    note: str
    source: str
    inferred: tuple[str, ...]
    listing: Part


@dataclass(frozen=True, slots=True)
class ProgramLine:
    """A programme in the index."""

    link: Link
    parties: str
    count: int
    state: str
    is_local: bool


def state_of(catalog: Catalog, program: Program) -> str:
    """Return whether a term is running on the day of the build, in words."""
    period, year = program.period, catalog.today.year
    if period is None:
        return "chưa rõ thời hạn"
    if year < period.first_year:
        return "chưa bắt đầu"
    if period.last_year is None:
        return "đang thực hiện, không ghi thời hạn"
    if year > period.last_year:
        return "đã hết giai đoạn"
    return f"đang thực hiện, năm thứ {year - period.first_year + 1} trong {_years(program)} năm"


def _years(program: Program) -> int:
    period = program.period
    return (period.last_year or period.first_year) - period.first_year + 1 if period else 0


def is_running(catalog: Catalog, program: Program) -> bool:
    """Whether the term includes the year of the build and has an end."""
    period = program.period
    return bool(period and period.last_year and period.includes(catalog.today.year))


def program_pages(catalog: Catalog, rows: Rows, program: Program) -> Iterator[Page]:
    """Yield the pages of one term: the first, and the further ones of its list."""
    stories = catalog.by_program.get(program.id, ())
    address = program_address(program.id)
    for part in cut(rows.of(stories), address):
        yield Page(
            address=part.address(part.number),
            template="program.html",
            title=program.name,
            view=_view(catalog, program, part),
            description=f"{program.name}: các hội nghị, kết quả, hạn chế và nhiệm vụ qua từng năm.",
            trail=(Link(PROGRAMS, "Chương trình phối hợp"),),
        )


def _view(catalog: Catalog, program: Program, part: Part) -> ProgramView:
    terms, known = catalog.lineage.terms(program), catalog.registries
    above = known.programs.get(program.implements or "")
    number = catalog.documents.find(program.code) if program.code else []
    return ProgramView(
        code=program.code or "",
        code_address=document_address(number[0].id) if number else "",
        term=program.term,
        signed=in_words(program.signed, weekday=False) if program.signed else "",
        state=state_of(catalog, program),
        parties=party_links(catalog, program.parties),
        documents=tuple(document_link(known.documents[id_]) for id_ in program.documents),
        terms=tuple(program_link(term) for term in terms) if len(terms) > 1 else (),
        implements=program_link(above) if above else None,
        local_versions=tuple(map(program_link, catalog.lineage.local_versions.get(program.id, ()))),
        timeline=timeline(catalog, program, terms) if part.number == 1 else None,
        ledger=_ledger(catalog, program) if part.number == 1 else (),
        note=program.note or "",
        source=program.source or "",
        inferred=tuple(program.inferred.values()),
        listing=part,
    )


def _ledger(catalog: Catalog, program: Program) -> tuple[LedgerRow, ...]:
    stories = catalog.by_program.get(program.id, ())
    held = (catalog.conferences[s.path] for s in stories if s.path in catalog.conferences)
    return ledger(held, program.id)


def program_index(catalog: Catalog) -> Page:
    """Return the index of programmes, those in term first."""
    programs = sorted(catalog.registries.programs.values(), key=lambda p: sort_key(p.label))
    lines = tuple(_line(catalog, program) for program in programs)
    title = "Chương trình phối hợp"
    described = "Mọi chương trình, quy chế, kế hoạch phối hợp đã có tin, theo từng giai đoạn."
    return Page(PROGRAMS, "programs.html", title, lines, described)


def _line(catalog: Catalog, program: Program) -> ProgramLine:
    return ProgramLine(
        link=program_link(program),
        parties=", ".join(link.text for link in party_links(catalog, program.parties)),
        count=len(catalog.by_program.get(program.id, ())),
        state="running" if is_running(catalog, program) else "",
        is_local=program.implements is not None,
    )
