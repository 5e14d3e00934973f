"""Blocks without what the portal printed around them; what is removed is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bantin.importing.cleaning import noise
from bantin.importing.cleaning.headlines import CAPTION_WORDS, names_event
from bantin.importing.cleaning.stamplines import (
    is_of_page,
    is_of_visit,
    names_weekday,
    read_stamp,
    take_glued_stamp,
)
from bantin.importing.cleaning.stamps import (
    Stamp,
    issue_stamp,
    month_stamp,
    stamp_of_address,
    stamp_of_container,
    stamp_of_margin,
)
from bantin.importing.extract.blocks import Block, Opened
from bantin.importing.extract.sheets import unfold
from bantin.vietnamese.fold import fold

_RUNNING = 160
_HEADLINE = range(25, 160)
_FOREIGN_RUN = 3
_LATE = 0.5
_LONGEST_NOISE = 300
_FOOT = 5


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left, the dates that stood around it, and what was taken away."""

    blocks: tuple[Block, ...]
    stamps: tuple[Stamp, ...]
    dropped: tuple[str, ...]
    file_names: int = 0


def clean(opened: Opened) -> Cleaned:
    """Return the blocks of an opened file without noise."""
    stamps = [
        stamp_of_container(opened.published),
        stamp_of_address(opened.url),
        stamp_of_margin(opened.margin),
    ]
    dropped: list[str] = []
    printed: dict[str, Stamp] = {}
    kept = _dated(list(_without_noise(unfold(opened.blocks), printed, dropped)))
    kept = _without_tail(kept, dropped)
    stamps += _of_article(kept, printed)
    kept = _without_repeats([block for block in kept if block.kind != "stamp"], dropped)
    return Cleaned(tuple(kept), tuple(filter(None, stamps)), tuple(dropped))


def _without_noise(
    blocks: Iterable[Block], printed: dict[str, Stamp], dropped: list[str]
) -> Iterator[Block]:
    """Yield what is left; where a date of the page stood, a block that names it."""
    is_top = True
    whole = list(blocks)
    for number, block in enumerate(whole):
        if block.kind in ("photo", "table"):
            yield block
            continue
        text, stamp = _without_prefix(block.text)
        is_form = any(map(_says_where, whole[max(0, number - 1) : number + 3]))
        stamp = stamp or read_stamp(text, in_form=is_form) or issue_stamp(text)
        if stamp is None:
            text, stamp = take_glued_stamp(text, is_heading=is_top and len(text) > _HEADLINE.start)
        elif stamp.kind != "month" or stamp.evidence == text:
            dropped.append(block.text)
            text = ""
        is_top = is_top and not _is_running(block)
        if noise.FILE_NAME.fullmatch(text) or "description:" in text.lower()[:14]:
            dropped.append(block.text)
            yield Block("", "photo")
        elif len(text) < _LONGEST_NOISE and (noise.LINE.fullmatch(text) or is_of_page(text)):
            dropped.append(block.text)
        elif text:
            yield replace(block, text=text)
        if stamp:
            printed[stamp.evidence] = stamp
            yield Block(stamp.evidence, "stamp")


def _says_where(block: Block) -> bool:
    return fold(block.text).lstrip(" -+*•.0123456789").startswith("dia diem")


def _dated(blocks: list[Block]) -> list[Block]:
    """The blocks, of which what stands right above a date knows it."""
    below = [block.kind == "stamp" for block in blocks[1:]]
    return [
        replace(block, dated=is_dated and block.kind != "stamp")
        for block, is_dated in zip(blocks, [*below, False], strict=False)
    ]


def _of_article(blocks: list[Block], printed: dict[str, Stamp]) -> Iterator[Stamp]:
    """The dates of the article itself: not those of a list far below its last paragraph."""
    last = max((n for n, block in enumerate(blocks) if _is_running(block)), default=len(blocks))
    is_below = False
    for number, block in enumerate(blocks):
        if block.kind != "stamp":
            is_below = is_below or _is_title(block)
        elif number <= last + _FOOT:
            stamp = printed[block.text]
            # The clock of a page ticks in its head; a day right below the title is the article's.
            is_beside = is_below or any(map(_is_title, blocks[number + 1 : number + 2]))
            yield _placed(stamp, is_below=is_below, is_beside=is_beside)


def _placed(stamp: Stamp, *, is_below: bool, is_beside: bool) -> Stamp:
    """The clock of a page ticks in its head; a day right below the title is the article's."""
    if is_below and stamp.kind == "clock" and not is_of_visit(stamp.evidence):
        return replace(stamp, kind="bare")
    if not is_beside and stamp.kind == "timed" and names_weekday(stamp.evidence):
        return replace(stamp, kind="clock")
    return stamp


def _is_title(block: Block) -> bool:
    return block.kind == "heading" or block.styled == "title" or names_event(block.text)


def _without_prefix(text: str) -> tuple[str, Stamp | None]:
    stamp = None
    text = noise.PICTOGRAPH.sub("", text).strip()
    if match := noise.MONTH_PREFIX.match(text):
        stamp = month_stamp(match[1])
        text = noise.SECTION.sub("", text[match.end() :])
    text = noise.PAPER.sub("", noise.DROPPED_WORD.sub("", text))
    return _without_ending(text.strip()), stamp


def _without_ending(text: str) -> str:
    match = noise.ENDING.search(text)
    if match is None or not match[0].strip():
        return text
    stem = text[: match.start()].rstrip()
    if "/" in match[0]:
        return stem + ("…" if match["dots"] else "" if stem.endswith((".", "…")) else ".")
    return stem


def _without_tail(blocks: list[Block], dropped: list[str]) -> list[Block]:
    """Drop lists of other articles; after the middle of the text nothing comes back."""
    kept: list[Block] = []
    total = sum(len(block.text) for block in blocks) or 1
    seen, within = 0, False
    for number, block in enumerate(blocks):
        seen += len(block.text)
        if block.kind != "table" and noise.TAIL.fullmatch(block.text):
            is_menu = noise.MENU.fullmatch(block.text) and not any(map(_is_running, kept))
            within = not is_menu
            if is_menu:
                dropped.append(block.text)
                continue
            if seen > total * _LATE and not _goes_on(blocks[number + 1 :]):
                dropped += [b.text for b in blocks[number:] if b.text]
                return kept
        elif within and (_is_running(block) or block.dated or block.level == 1):
            within = False
        if within:
            dropped.append(block.text)
        else:
            kept.append(block)
    return kept


def _goes_on(rest: list[Block]) -> bool:
    return sum(_is_running(block) for block in rest) > 1


def _is_running(block: Block) -> bool:
    return len(block.text) > _RUNNING and block.text.endswith((".", ":", ";", "…", "”"))


def _without_repeats(blocks: list[Block], dropped: list[str]) -> list[Block]:
    """Drop a block that says again what one of the four before it said."""
    kept: list[Block] = []
    for block in blocks:
        recent = [fold(b.text).strip(" .:") for b in kept[-4:] if b.text]
        if block.text and fold(block.text).strip(" .:") in recent:
            _keep_styles(kept, block)
            dropped.append(block.text)
        else:
            kept.append(block)
    return _without_foreign(kept, dropped)


def _keep_styles(kept: list[Block], again: Block) -> None:
    """A repeated paragraph is a lead; the first of the two is kept and says so."""
    for position in range(len(kept) - 1, -1, -1):
        same = fold(kept[position].text).strip(" .:") == fold(again.text).strip(" .:")
        if same:
            styled = kept[position].styled or again.styled
            if not styled and len(again.text) > _RUNNING / 2:
                styled = "lead" if again.text.endswith((".", "…")) else ""
            kept[position] = replace(kept[position], styled=styled)
            return


def _without_foreign(blocks: list[Block], dropped: list[str]) -> list[Block]:
    """Drop a run of headlines of other articles between two paragraphs."""
    kept: list[Block] = []
    run: list[Block] = []
    for block in [*blocks, Block("")]:
        if kept and _is_headline(block):
            run.append(block)
            continue
        if len(run) >= _FOREIGN_RUN and any(_is_running(b) for b in kept):
            dropped += [b.text for b in run]
        else:
            kept += run
        run = []
        kept.append(block)
    return kept[:-1]


def _is_headline(block: Block) -> bool:
    text = block.text
    if block.kind != "text" or block.styled or len(text) not in _HEADLINE:
        return False
    if text.endswith((".", ":", ";", "…", "!", "?", ",")) or not text[0].isupper():
        return False
    folded = fold(text)
    words = text.split()
    is_name = all(word[0].isupper() for word in words)
    return not is_name and not folded.startswith(CAPTION_WORDS) and "anh:" not in folded
