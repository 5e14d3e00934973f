"""The one reading of Markdown: CommonMark with tables and footnotes, never raw HTML.

comrak writes the source position of each element into its HTML, so that one pass over its tags
gives both the page and the tree. ``decisions/0001-markdown-parser.md`` has the alternatives.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import comrak

from bantin.markdown.builder import DocumentBuilder
from bantin.markdown.positions import Positions
from bantin.markdown.tags import Tag, cut
from bantin.markdown.tree import ParsedBody

RENDER = comrak.RenderOptions()
RENDER.sourcepos = True
# HTML may be this many times as long as the Markdown, and no longer: a small table of many empty
# cells would become a page of many megabytes.
MOST_TIMES, ALWAYS_ALLOWED, MOST = 40, 20_000, 8_000_000


# A character of one byte, as positions count bytes; no body has it. An address keeps its tildes.
HIDDEN_TILDE = "\x01"
SINGLE_TILDE = re.compile(r"\]\([^)\n]*\)|(?:https?://|www\.)\S+|(?<!~)~(?!~)")
# Rows are filled up with empty cells; no table needs so many times the cells that are written.
TABLE_RULE = re.compile(r"\n[ \t>|:-]*\|[ \t>|:-]*(?=\n)")
MOST_CELLS, MOST_FILLED = 5_000, 10


class Reading(NamedTuple):
    """A body that was read, and what it was read from.

    Attributes:
        body: what it says.
        positions: of the body.
        html: what comrak made of it.
        tags: the same, cut.
        names: of the elements in it.
        builder: knows what was left out.
        is_too_large: whether the HTML was too long to be looked at.
    """

    body: ParsedBody
    positions: Positions
    html: str
    tags: list[Tag]
    names: set[str]
    builder: DocumentBuilder
    is_too_large: bool


def parse(body: str, first_line: int = 1, resolve: Callable[[str], str] = str) -> ParsedBody:
    """Return what a body says, and its HTML.

    Args:
        body: Markdown with Unix line ends.
        first_line: line of the file on which it begins.
        resolve: gives the href for a destination as written; empty to leave only the words.
    """
    return read_markdown(body, first_line, resolve).body


def read_markdown(body: str, first_line: int = 1, resolve: Callable[[str], str] = str) -> Reading:
    """Return what ``parse`` does, and all that it was made from."""
    targets: list[str] = []

    def rewrite(target: str) -> str:
        targets.append(target)
        return f"{len(targets) - 1}:{resolve(target)}"

    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = True
    extensions.strikethrough = extensions.autolink = True
    extensions.link_url_rewriter = extensions.image_url_rewriter = rewrite
    html = ""
    is_too_large = _has_too_many_cells(body)
    if not is_too_large:
        html = _render(body, extensions)
    is_too_large |= len(html) > min(MOST, MOST_TIMES * len(body) + ALWAYS_ALLOWED)
    tags, positions = cut("" if is_too_large else html), Positions(body, first_line)
    builder = DocumentBuilder(positions, targets)
    builder.feed(tags)
    parsed = ParsedBody(
        "".join(builder.html),
        tuple(builder.text.sections),
        tuple(builder.headings),
        tuple(builder.links),
        tuple(builder.text.texts),
        builder.tasks.tasks(builder.html),
    )
    names = {tag[0] for tag in tags}
    return Reading(parsed, positions, html, tags, names, builder, is_too_large)


def _render(body: str, extensions: comrak.ExtensionOptions) -> str:
    """Return comrak's HTML; a single tilde, with which it would strike through, is only a sign."""
    text = SINGLE_TILDE.sub(_hide_tilde, body) if "~" in body else body
    html = comrak.render_markdown(text, extension_options=extensions, render_options=RENDER)
    return html.replace(HIDDEN_TILDE, "~") if text is not body else html


def _hide_tilde(match: re.Match[str]) -> str:
    return HIDDEN_TILDE if match[0] == "~" else match[0]


def _has_too_many_cells(body: str) -> bool:
    """Whether a table would be filled up to far more cells than are written."""
    if body.count("|") < MOST_CELLS // 100:
        return False
    for rule in TABLE_RULE.finditer(body):
        end = body.find("\n\n", rule.end())
        rows = body[rule.end() : end if end >= 0 else len(body)]
        cells = rule[0].count("|") * rows.count("\n")
        if cells > MOST_CELLS + MOST_FILLED * rows.count("|"):
            return True
    return False
