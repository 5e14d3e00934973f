"""The one reading of Markdown: CommonMark with tables and footnotes, never raw HTML.

comrak writes the source position of each element into its HTML, so that one pass over its tags
gives both the page and the tree. ``decisions/0001-markdown-parser.md`` has the alternatives.
"""

from collections.abc import Callable

import comrak

from bantin.markdown.builder import DocumentBuilder
from bantin.markdown.omissions import find_omissions
from bantin.markdown.positions import Positions
from bantin.markdown.tags import cut
from bantin.markdown.tree import ParsedBody

RENDER = comrak.RenderOptions()
RENDER.sourcepos = True


def parse(body: str, first_line: int = 1, resolve: Callable[[str], str] = str) -> ParsedBody:
    """Return what a body says, and its HTML.

    Args:
        body: Markdown with Unix line ends.
        first_line: line of the file on which it begins.
        resolve: gives the href for a destination as written; empty to leave only the words.
    """
    targets: list[str] = []

    def rewrite(target: str) -> str:
        targets.append(target)
        return f"{len(targets) - 1}:{resolve(target)}"

    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = True
    extensions.strikethrough = extensions.autolink = True
    extensions.link_url_rewriter = extensions.image_url_rewriter = rewrite
    html = comrak.render_markdown(body, extension_options=extensions, render_options=RENDER)
    tags, positions = cut(html), Positions(body, first_line)
    builder = DocumentBuilder(positions, targets)
    builder.feed(tags)
    left_out = find_omissions(positions, html, tags, has_raw_html=builder.has_raw_html)
    return ParsedBody(
        "".join(builder.html),
        tuple(builder.text.sections),
        tuple(builder.headings),
        tuple(builder.links),
        tuple(builder.text.texts),
        tuple(sorted([*builder.omissions, *left_out])),
    )
