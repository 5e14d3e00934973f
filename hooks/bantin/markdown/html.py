"""Article bodies as HTML: CommonMark with tables and footnotes, never raw HTML.

comrak was taken over pyromark and markdown-it-py; ``bench/README.md`` has the figures.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from typing import NamedTuple

import comrak

from bantin.markdown.typography import set_text
from bantin.vietnamese.slug import slugify

HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
EMPTY_LINK = re.compile(r'<a href=""[^>]*>(.*?)</a>', re.DOTALL)
EMPTY_IMAGE = re.compile(r'<img src=""[^>]*/>')
TAG = re.compile(r"<[^>]+>")
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
# Ids of the article's template and of footnotes, which no heading may take.
RESERVED = re.compile(
    r"noi-dung|tim|nguon|suy-ra|xuat-xu|bai-khac|co-quan-hop|nguoi-du|van-ban-dan|dia-ban"
    r"|lien-quan|muc-luc|hien-thi|(?:fn|fnref|ct|trich)-.*"
)
MOST_HEADINGS = 1 << 10
OMITTED = "<!-- raw HTML omitted -->"
NOTE = re.compile(r' id="(fn(?:ref)?-[^"]*)"')
BACK = ('aria-label="Back to reference ', 'aria-label="Về chỗ dẫn chú thích ')


class Heading(NamedTuple):
    """An entry of a page's table of contents."""

    id: str
    text: str
    level: int


class Rendered(NamedTuple):
    """A body as HTML with its headings."""

    html: str
    headings: tuple[Heading, ...]


def convert(markdown: str, resolve: Callable[[str], str]) -> Rendered:
    """Return a body as HTML.

    Args:
        markdown: the body; HTML in it is dropped.
        resolve: gives the href for a link as written; empty to leave only its text.
    """
    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = True
    extensions.strikethrough = extensions.autolink = True
    extensions.link_url_rewriter = extensions.image_url_rewriter = resolve
    html = comrak.render_markdown(set_text(markdown), extension_options=extensions)
    html = html.replace(OMITTED, "")
    if '=""' in html:
        html = EMPTY_IMAGE.sub("", EMPTY_LINK.sub(r"\1", html))
    if "<table>" in html:
        html = TABLE.sub(_framed, html)
    return _with_ids(_with_notes(html) if "data-footnotes" in html else html)


def _with_notes(html: str) -> str:
    """Return footnotes that speak Vietnamese; one defined twice keeps its id once."""
    taken: set[str] = set()

    def keep_first(match: re.Match[str]) -> str:
        is_first = match[1] not in taken
        taken.add(match[1])
        return match[0] if is_first else ""

    return NOTE.sub(keep_first, html.replace(*BACK))


def _framed(match: re.Match[str]) -> str:
    frame = '<div class="table-frame" tabindex="0" role="region" aria-label="Bảng số liệu">'
    return f"{frame}{match[0]}</div>"


def _with_ids(html: str) -> Rendered:
    headings: list[Heading] = []
    taken: set[str] = set()

    def mark(match: re.Match[str]) -> str:
        level = max(2, int(match[1]))
        text, wanted = _named(match[2])
        id_ = _unused(wanted, taken)
        headings.append(Heading(id_, text, level))
        return f'<h{level} id="{id_}">{match[2]}</h{level}>'

    return Rendered(HEADING.sub(mark, html), tuple(headings))


@lru_cache(MOST_HEADINGS)
def _named(inner: str) -> tuple[str, str]:
    """Return the text of a heading and the id it asks for; a few stand in most articles."""
    text = unescape(TAG.sub("", inner))
    wanted = slugify(text) or "muc"
    return text, f"muc-{wanted}" if RESERVED.fullmatch(wanted) else wanted


def _unused(id_: str, taken: set[str]) -> str:
    number, candidate = 1, id_
    while candidate in taken:
        number += 1
        candidate = f"{id_}-{number}"
    taken.add(candidate)
    return candidate
