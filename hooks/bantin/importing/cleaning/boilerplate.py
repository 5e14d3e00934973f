"""Boilerplate removal: an article's blocks without what the portal printed around them.

Nothing is lost silently: removed lines are listed in ``CleanBlocks.dropped``, which ``bantin
import`` shows to the editor, and the dates among them are evidence for the day of publication.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bantin.importing.cleaning import boilerplate_patterns as patterns
from bantin.importing.cleaning.date_lines import (
    is_furniture,
    is_of_visit,
    names_weekday,
    parse_date_line,
    split_glued_date,
)
from bantin.importing.cleaning.leftovers import cut_off
from bantin.importing.cleaning.line_types import is_paragraph, names_event
from bantin.importing.cleaning.other_articles import without_headlines, without_lists
from bantin.importing.cleaning.page_dates import (
    PageDate,
    date_in_address,
    date_in_header,
    date_in_metadata,
    date_of_issue,
    date_of_month,
)
from bantin.importing.cleaning.signatures import take_signature
from bantin.importing.cleaning.titles import join_paper
from bantin.importing.extract.blocks import Block, InputFile
from bantin.importing.extract.layout_tables import flatten_layout_tables
from bantin.vietnamese.fold import fold

_MIN_HEADING = 25
_MIN_LEAD = 80
_MAX_BOILERPLATE_LINE = 300
_MAX_FOOT = 5  # blocks below the last paragraph that may still date the article
_REPEAT_DISTANCE = 4


@dataclass(frozen=True, slots=True)
class CleanBlocks:
    """The blocks of an article, the dates of its page, and the text of what was removed.

    Attributes:
        signers: who signed an official paper, as “name, office”.
        signature: the lines of its end, with receivers and signatures.
    """

    blocks: tuple[Block, ...]
    dates: tuple[PageDate, ...]
    dropped: tuple[str, ...]
    signers: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()


def remove_boilerplate(file: InputFile) -> CleanBlocks:
    """Return the blocks of a file without boilerplate, in the order of the page."""
    dropped: list[str] = []
    printed: dict[str, PageDate] = {}
    paper = take_signature(join_paper(list(flatten_layout_tables(file.blocks))))
    blocks = list(_without_lines(paper.blocks, printed, dropped))
    blocks = without_lists(_mark_dated(blocks), dropped)
    dates = [
        date_in_metadata(file.published),
        date_in_address(file.url),
        date_in_header(_without_visits(file.header_footer)),
        *_dates_of_article(blocks, printed),
    ]
    blocks = _without_repeats([block for block in blocks if block.kind != "date"], dropped)
    blocks = without_headlines(blocks, dropped)
    found = tuple(filter(None, dates))
    return CleanBlocks(tuple(blocks), found, tuple(dropped), paper.signers, paper.cut)


def _without_visits(header_footer: str) -> str:
    """Return the lines of a header and footer but those that say when the paper was printed."""
    return "; ".join(line for line in header_footer.split("; ") if not is_of_visit(line))


def _without_lines(
    blocks: Iterable[Block], printed: dict[str, PageDate], dropped: list[str]
) -> Iterator[Block]:
    """Yield the blocks that are no boilerplate; for a date of the page, a block of kind “date”.

    Args:
        blocks: those of the page.
        printed: takes the dates of the page, by the text of their blocks.
        dropped: takes the text of what is removed.
    """
    is_top = True
    all_blocks = list(blocks)
    for number, block in enumerate(all_blocks):
        if block.kind in ("photo", "table"):
            yield block
            continue
        neighbours = all_blocks[max(0, number - 1) : number + 3]
        text, date = _read_date(block.text, in_form=any(map(_says_where, neighbours)))
        if date is None:
            is_heading = is_top and len(text) > _MIN_HEADING
            text, date = split_glued_date(text, is_heading=is_heading)
        elif date.kind != "month" or date.evidence == text:
            dropped.append(block.text)
            text = ""
        is_top = is_top and not is_paragraph(block)
        kept = list(_without_line(block, text, dropped))
        is_told = dropped[-1:] == [block.text]
        if not is_told and (gone := cut_off(block.text, text)):
            dropped.append(gone)
        yield from kept
        if date:
            printed[date.evidence] = date
            yield Block(date.evidence, "date")


def _read_date(text: str, *, in_form: bool) -> tuple[str, PageDate | None]:
    """Return a text without its boilerplate prefix, and the date if it is a date line."""
    text, date = _without_prefix(text)
    return text, date or parse_date_line(text, in_form=in_form) or date_of_issue(text)


def _without_line(block: Block, text: str, dropped: list[str]) -> Iterator[Block]:
    if patterns.FILE_NAME.fullmatch(text) or "description:" in text.lower()[:14]:
        dropped.append(block.text)
        yield Block("", "photo")  # in place of the picture itself
    elif len(text) < _MAX_BOILERPLATE_LINE and (
        patterns.LINE.fullmatch(text) or is_furniture(text)
    ):
        dropped.append(block.text)
    elif text:
        yield block.with_text(text)


def _says_where(block: Block) -> bool:
    """Whether a line is that of the place in a notice: “Địa điểm: …”."""
    return fold(block.text).lstrip(" -+*•.0123456789").startswith("dia diem")


def _mark_dated(blocks: list[Block]) -> list[Block]:
    """Return the blocks, those right above a date of the page marked as such."""
    is_date_below = [block.kind == "date" for block in blocks[1:]]
    return [
        replace(block, date_below=is_dated and block.kind != "date")
        for block, is_dated in zip(blocks, [*is_date_below, False], strict=False)
    ]


def _dates_of_article(blocks: list[Block], printed: dict[str, PageDate]) -> Iterator[PageDate]:
    """Yield the dates of the article itself, not those of a list far below its last paragraph."""
    last = max((n for n, block in enumerate(blocks) if is_paragraph(block)), default=len(blocks))
    is_below_title = False
    for number, block in enumerate(blocks):
        if block.kind != "date":
            is_below_title = is_below_title or _is_title(block)
        elif number <= last + _MAX_FOOT:
            is_next_to_title = is_below_title or any(
                map(_is_title, blocks[number + 1 : number + 2])
            )
            yield _judge_by_place(
                printed[block.text],
                is_below_title=is_below_title,
                is_next_to_title=is_next_to_title,
            )


def _judge_by_place(date: PageDate, *, is_below_title: bool, is_next_to_title: bool) -> PageDate:
    """Return a date with the kind that its place on the page implies.

    Today's date is in the head of a page: below the title even “Thứ Sáu, 15/03/2024” is the
    article's own, and far above it even “Thứ Sáu, 15/03/2024 08:30” is a clock.
    """
    if is_below_title and date.kind == "clock" and not is_of_visit(date.evidence):
        return replace(date, kind="bare")
    if not is_next_to_title and date.kind == "timed" and names_weekday(date.evidence):
        return replace(date, kind="clock")
    return date


def _is_title(block: Block) -> bool:
    return block.kind == "heading" or block.style == "title" or names_event(block.text)


def _without_prefix(text: str) -> tuple[str, PageDate | None]:
    date = None
    text = patterns.PICTOGRAPH.sub("", text).strip()
    if match := patterns.MONTH_PREFIX.match(text):
        date = date_of_month(match[1])
        text = patterns.SECTION_PREFIX.sub("", text[match.end() :])
    text = patterns.PAPER_PREFIX.sub("", patterns.LEFTOVER_WORD.sub("", text))
    return _without_ending(text.strip()), date


def _without_ending(text: str) -> str:
    """Return a text without the sign that ends an article: “…kế hoạch./.” as “…kế hoạch.”."""
    match = patterns.ENDING.search(text)
    if match is None or not match[0].strip() or patterns.ADDRESS_AT_END.search(text):
        return text
    stem = text[: match.start()].rstrip()
    if "/" not in match[0]:
        return stem
    if match["dots"]:
        return stem + "…"
    return stem if stem.endswith((".", "…")) else stem + "."


def _without_repeats(blocks: list[Block], dropped: list[str]) -> list[Block]:
    """Return the blocks without those that repeat one of the few before them."""
    remaining: list[Block] = []
    for block in blocks:
        recent = [_comparable(b) for b in remaining[-_REPEAT_DISTANCE:] if b.text]
        if block.text and _comparable(block) in recent:
            _mark_repeated(remaining, block)
            dropped.append(block.text)
        else:
            remaining.append(block)
    return remaining


def _comparable(block: Block) -> str:
    return fold(block.text).strip(" .:")


def _mark_repeated(remaining: list[Block], repeat: Block) -> None:
    """Give the first of two equal blocks the style of both.

    A long paragraph that a page prints twice is its lead, above and again within the text.
    """
    for index in range(len(remaining) - 1, -1, -1):
        if _comparable(remaining[index]) == _comparable(repeat):
            style = remaining[index].style or repeat.style
            if not style and len(repeat.text) > _MIN_LEAD:
                style = "lead" if repeat.text.endswith((".", "…")) else ""
            remaining[index] = replace(remaining[index], style=style)
            return
