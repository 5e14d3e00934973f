"""What lines of a page say besides what was taken from them: labels, prefixes, second names."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bantin.importing.extract.blocks import Block
from bantin.markdown.words import words_of


def cut_off(before: str, after: str) -> str:
    """Return the words of a line that are gone from it, in their order."""
    rest = Counter(words_of(before)) - Counter(words_of(after))
    return " ".join(_take(words_of(before), rest))


def unused(blocks: Iterable[Block], kept: Iterable[Block], taken: Iterable[str]) -> Iterator[str]:
    """Yield the words of blocks that went into no part of a page.

    Args:
        blocks: those of the page.
        kept: those that stayed as they are.
        taken: texts that were made of the others.
    """
    stayed = {id(block) for block in kept}
    shown = Counter(word for text in taken for word in words_of(text))
    for block in blocks:
        if id(block) in stayed or not block.text:
            continue
        words = words_of(block.text)
        rest = Counter(words) - shown
        shown = shown - Counter(words)
        if rest:
            yield " ".join(_take(words, rest))


def _take(words: list[str], counted: Counter[str]) -> Iterator[str]:
    for word in words:
        if counted[word] > 0:
            counted[word] -= 1
            yield word
