"""The pages of programmes, one for each period, and their index."""

from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import PROGRAMS, document_address, program_address
from bantin.compile.listing import ListPage, Row, Rows, paginate
from bantin.compile.page import Link, Page
from bantin.compile.pages.ledger import Card, Ledger, LedgerRow, ledger
from bantin.compile.pages.timeline import Timeline, timeline
from bantin.compile.record_links import document_link, party_links, program_link
from bantin.compile.task_lines import MOST_TASKS, TaskGroup, task_groups
from bantin.model import Program
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.order import sort_key

# With what the words for every state of a programme in force begin.
RUNNING = "đang thực hiện"


class ProgramView(NamedTuple):
    """What the page of a programme shows; ``periods`` links to all of its periods."""

    code: str
    code_address: str
    period: str
    signed: str
    state: str
    parties: tuple[Link, ...]
    documents: tuple[Link, ...]
    periods: tuple[Link, ...]
    implements: Link | None
    local_versions: tuple[Link, ...]
    timeline: Timeline | None
    tasks: tuple[TaskGroup, ...]
    more_tasks: int
    ledger: tuple[LedgerRow, ...]
    cards: tuple[Card, ...]
    more_cards: int
    note: str
    source: str
    inferred: tuple[str, ...]
    listing: ListPage[Row]


class ProgramLine(NamedTuple):
    """A programme in the index; ``state`` is empty where it is not in force."""

    link: Link
    parties: str
    total: int
    state: str
    is_local: bool


def state_of(catalog: Catalog, program: Program) -> str:
    """Return in words whether a programme is running on the day of the build."""
    period, today = program.period, catalog.today
    if period is None:
        return "chưa rõ thời hạn"
    if (today.year, today.month) < (period.first_year, period.first_month):
        return "chưa bắt đầu"
    if period.last_year is None:
        return "đang thực hiện, không ghi thời hạn"
    if (today.year, today.month) > (period.last_year, period.last_month):
        return "đã hết giai đoạn"
    if today.year == period.last_year:
        return "đang thực hiện, giai đoạn kết thúc trong năm nay"
    return f"đang thực hiện, đến hết năm {period.last_year}"


def is_running(catalog: Catalog, program: Program) -> bool:
    """Whether a programme is in force on the day of the build; one without an end is."""
    return state_of(catalog, program).startswith(RUNNING)


def program_pages(catalog: Catalog, rows: Rows, program: Program) -> Iterator[Page]:
    """Yield the pages of one programme, one for each page of its list of news."""
    stories = catalog.by_program.get(program.id, ())
    address = program_address(program.id)
    announced = rows.of(catalog.announced.of("by_program", program.id))
    for listing in paginate(rows.of(stories), address, announced=announced):
        yield Page(
            address=listing.address(listing.number),
            template="program.html",
            title=program.name,
            view=_view(catalog, program, listing),
            description=f"{program.name}: các hội nghị, kết quả, hạn chế và nhiệm vụ qua từng năm.",
            trail=(Link(PROGRAMS, "Chương trình phối hợp"),),
        )


def _view(catalog: Catalog, program: Program, listing: ListPage[Row]) -> ProgramView:
    periods, records = catalog.lineage.terms(program), catalog.registries
    above = records.programs.get(program.implements or "")
    is_first = listing.number == 1
    tasks = catalog.tasks.by_program.get(program.id, ()) if is_first else ()
    compared = _ledger(catalog, program) if is_first else Ledger()
    documents = catalog.documents.find(program.code) if program.code else []
    return ProgramView(
        code=program.code or "",
        code_address=document_address(documents[0].id) if documents else "",
        period=program.term,
        signed=in_words(program.signed, weekday=False) if program.signed else "",
        state=state_of(catalog, program),
        parties=party_links(catalog, program.parties),
        documents=tuple(document_link(records.documents[id_]) for id_ in program.documents),
        periods=tuple(map(program_link, periods)) if len(periods) > 1 else (),
        implements=program_link(above) if above else None,
        local_versions=tuple(map(program_link, catalog.lineage.local_versions.get(program.id, ()))),
        timeline=timeline(catalog, program, periods) if is_first else None,
        tasks=task_groups(catalog, tasks[:MOST_TASKS]),
        more_tasks=max(0, len(tasks) - MOST_TASKS),
        ledger=compared.rows,
        cards=compared.cards,
        more_cards=compared.more_cards,
        note=program.note or "",
        source=program.source or "",
        inferred=tuple(program.inferred.values()),
        listing=listing,
    )


def _ledger(catalog: Catalog, program: Program) -> Ledger:
    stories = catalog.by_program.get(program.id, ())
    conferences = (catalog.conferences.get(story.path) for story in stories)
    return ledger(filter(None, conferences), program)


def program_index(catalog: Catalog) -> Page:
    """Return the index of programmes by name; its template puts the running ones first."""
    programs = sorted(catalog.registries.programs.values(), key=lambda p: sort_key(p.label))
    lines = tuple(_line(catalog, program) for program in programs)
    return Page(
        address=PROGRAMS,
        template="programs.html",
        title="Chương trình phối hợp",
        view=lines,
        description="Mọi chương trình, quy chế, kế hoạch phối hợp đã ghi vào sổ, theo từng giai"
        " đoạn.",
    )


def _line(catalog: Catalog, program: Program) -> ProgramLine:
    state = state_of(catalog, program)
    return ProgramLine(
        link=program_link(program),
        parties=", ".join(link.text for link in party_links(catalog, program.parties)),
        total=len(catalog.by_program.get(program.id, ())),
        state=state if state.startswith(RUNNING) else "",
        is_local=program.implements is not None,
    )
