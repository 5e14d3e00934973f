"""The words of a body against those of its page: nothing may be lost or changed in between."""

from collections.abc import Iterator

from bantin.markdown.words.changes import Change, compare, words_of
from bantin.markdown.words.letters import page_letters, source_letters
from bantin.markdown.words.page import html_shown, page_text, text_of
from bantin.markdown.words.source import hidden_text, ordered_source, ordered_text, source_text


def says_the_same(body: str, html: str) -> bool:
    """Whether a page says what is written word for word; quick, and true for nearly all.

    Args:
        body: the Markdown.
        html: of the page; made by whatever it was made.
    """
    source, page = ordered_source(body), html_shown(html)
    if source_letters(source) == page_letters(page):
        return True
    return ordered_text(source).split() == text_of(page).split()


def changed_words(body: str, html: str) -> Iterator[tuple[int, Change]]:
    """Yield each place where a page does not say what is written, with its line of the body."""
    source = source_text(body)
    before = words_of(source)
    changes = compare(before, words_of(page_text(html)), words_of(hidden_text(body)))
    lines = _lines(source) if changes else []
    for change in changes:
        yield lines[min(change.at, len(lines) - 1)] if lines else 1, change


def _lines(text: str) -> list[int]:
    """Return the line of each word."""
    return [number for number, line in enumerate(text.split("\n"), 1) for _ in words_of(line)]
