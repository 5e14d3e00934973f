"""Other articles on the page of one: lists with a heading, and headlines between paragraphs."""

from bantin.importing.cleaning import boilerplate_patterns as patterns
from bantin.importing.cleaning.line_types import CAPTION_OPENINGS, is_paragraph
from bantin.importing.extract.blocks import Block
from bantin.vietnamese.fold import fold

_HEADLINE_LENGTHS = range(25, 160)
_MIN_HEADLINES = 3
_LATE = 0.5  # share of the text after which a list of other articles may end the page


def without_lists(blocks: list[Block], dropped: list[str]) -> list[Block]:
    """Return the blocks without lists of other articles.

    A list ends at the next paragraph, dated title or main heading. One in the second half of the
    text ends the article, unless it is followed by more than one paragraph.

    Args:
        blocks: those of the page.
        dropped: takes the text of what is removed.
    """
    remaining: list[Block] = []
    total = sum(len(block.text) for block in blocks) or 1
    length, is_in_list = 0, False
    for number, block in enumerate(blocks):
        length += len(block.text)
        if block.kind != "table" and patterns.OTHER_ARTICLES.fullmatch(block.text):
            is_menu = patterns.MENU.fullmatch(block.text) and not any(map(is_paragraph, remaining))
            is_in_list = not is_menu
            if is_menu:
                dropped.append(block.text)
                continue
            if length > total * _LATE and not _has_paragraphs(blocks[number + 1 :]):
                dropped += [b.text for b in blocks[number:] if b.text]
                return remaining
        elif is_in_list and (is_paragraph(block) or block.date_below or block.level == 1):
            is_in_list = False
        if is_in_list:
            dropped.append(block.text)
        else:
            remaining.append(block)
    return remaining


def _has_paragraphs(blocks: list[Block]) -> bool:
    return sum(map(is_paragraph, blocks)) > 1


def without_headlines(blocks: list[Block], dropped: list[str]) -> list[Block]:
    """Return the blocks without a run of headlines of other articles between two paragraphs."""
    remaining: list[Block] = []
    headlines: list[Block] = []
    for block in [*blocks, Block("")]:  # the empty block ends a run at the end of the page
        if remaining and _is_headline(block):
            headlines.append(block)
            continue
        if len(headlines) >= _MIN_HEADLINES and any(map(is_paragraph, remaining)):
            dropped += [b.text for b in headlines]
        else:
            remaining += headlines
        headlines = []
        remaining.append(block)
    return remaining[:-1]


def _is_headline(block: Block) -> bool:
    """Whether a block could be the headline of an article, and is no caption or person's name."""
    text = block.text
    if block.kind != "text" or block.style or len(text) not in _HEADLINE_LENGTHS:
        return False
    if text.endswith((".", ":", ";", "…", "!", "?", ",")) or not text[0].isupper():
        return False
    folded = fold(text)
    is_name = all(word[0].isupper() for word in text.split())
    return not is_name and not folded.startswith(CAPTION_OPENINGS) and "anh:" not in folded
