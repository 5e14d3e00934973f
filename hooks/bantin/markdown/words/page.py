"""The words that a reader of a page sees, read off its HTML; numbers of lists are among them."""

import re
from html import unescape

from bantin.markdown.words.plain import without_signs

BACK = re.compile(r"<a [^>]*footnote-backref[^>]*>.*?</a>")
MARK = re.compile(r"<sup [^>]*footnote-ref[^>]*>.*?</sup>")
PICTURE = re.compile(r'<img [^>]*alt="([^"]*)"[^>]*>')
LIST = re.compile(r"<(/?)([ou]l|li)\b([^>]*)>")
START = re.compile(r'start="(\d+)"')
INLINE = re.compile(r"</?(?:a|em|strong|del|code)\b[^>]*>")
INLINE_STARTS = ("<a ", "<em", "<strong", "<del", "<code")
BLOCKS = re.compile(r"<[^>]*>(?:\s*<[^>]*>)*\s*")


def page_text(html: str) -> str:
    """Return what the HTML of a body says: lines of words, without signs of Markdown."""
    return text_of(html_shown(html))


def html_shown(html: str) -> str:
    """Return HTML with the numbers of items and the words of pictures, without marks of notes."""
    if "<section" in html:
        html = MARK.sub("", BACK.sub("", html))
    if "<img" in html:
        html = PICTURE.sub(r"\1", html)
    if "<ol" in html:
        html = _with_numbers(html)
    return html


def text_of(html: str) -> str:
    """Return what there is between the tags of HTML: lines of words, without signs of Markdown."""
    if any(start in html for start in INLINE_STARTS):
        html = INLINE.sub("", html)
    text = BLOCKS.sub("\n", html).strip("\n")
    text = unescape(text) if "&" in text else text
    return without_signs(text)


def _with_numbers(html: str) -> str:
    """Return the HTML with the number that a browser puts before each item of a list."""
    numbers: list[int | None] = []  # of the next item, for each list that is open

    def number(match: re.Match[str]) -> str:
        closing, name, attributes = match.groups()
        if name == "li":
            if closing or not numbers or numbers[-1] is None or 'id="fn-' in attributes:
                return match[0]
            numbers[-1] += 1
            return f"{match[0]}{numbers[-1] - 1}. "
        if closing:
            del numbers[-1:]
        else:
            start = START.search(attributes)
            numbers.append(int(start[1]) if start else 1 if name == "ol" else None)
        return match[0]

    return LIST.sub(number, html)
