"""Blocks without what the portal printed around them; what is removed is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bantin.importing import noise
from bantin.importing.blocks import Block, Opened
from bantin.importing.stamps import (
    Stamp,
    month_stamp,
    read_stamp,
    stamp_of_address,
    stamp_of_container,
    stamp_of_margin,
)
from bantin.vietnamese.fold import fold

_RUNNING = 160
_HEADLINE = range(25, 160)
_FOREIGN_RUN = 3
_LATE = 0.5
_LONGEST_NOISE = 300


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
    kept = _dated(list(_without_noise(opened.blocks, stamps, dropped)))
    kept = _without_tail(kept, dropped)
    kept = _without_repeats(kept, dropped)
    return Cleaned(tuple(kept), tuple(filter(None, stamps)), tuple(dropped))


def _without_noise(
    blocks: tuple[Block, ...], stamps: list[Stamp | None], dropped: list[str]
) -> Iterator[Block]:
    for block in blocks:
        if block.kind in ("photo", "table"):
            yield block
            continue
        text, stamp = _without_prefix(block.text)
        stamps.append(stamp)
        if stamp := read_stamp(text):
            stamps.append(stamp)
            dropped.append(block.text)
            yield Block("", "stamp")
        elif noise.FILE_NAME.fullmatch(text) or "description:" in text.lower()[:14]:
            dropped.append(block.text)
            yield Block("", "photo")
        elif len(text) < _LONGEST_NOISE and noise.LINE.fullmatch(text):
            dropped.append(block.text)
        elif text:
            yield replace(block, text=text)


def _dated(blocks: list[Block]) -> list[Block]:
    """The blocks without the places of dates; what stands right above one knows it."""
    below = [block.kind == "stamp" for block in blocks[1:]]
    return [
        replace(block, dated=is_dated)
        for block, is_dated in zip(blocks, [*below, False], strict=False)
        if block.kind != "stamp"
    ]


def _without_prefix(text: str) -> tuple[str, Stamp | None]:
    stamp = None
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
        elif within and _is_running(block):
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


CAPTION_WORDS = (
    "quang canh", "toan canh", "hinh anh", "anh:", "anh ", "cac dai bieu", "dai bieu", "lanh dao",
    "dong chi", "d/c", "ong ", "ba ", "phat bieu", "chup anh", "trao ", "ky ket", "chu tri",
    "tai hoi nghi", "tai buoi", "tai le", "hoi nghi", "cac don vi", "dai dien", "doan cong tac",
)  # fmt: skip


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
