"""The one reading of Markdown: CommonMark with tables and footnotes, never raw HTML.

``decisions/0001-markdown-parser.md`` says why comrak, and why by way of its HTML: comrak writes
where each element stands in the source, and escapes all that is not its own, so that going
through its tags once gives both the page and the tree.
"""

import re
from collections.abc import Callable

import comrak

from bantin.markdown.omissions import find_omissions
from bantin.markdown.tree import Document
from bantin.markdown.walk import Walk

TAG = re.compile(r'<(/?[a-z1-6]+|!--)(?: data-sourcepos="([^"]*)")?([^>]*)>([^<]*)')
RENDER = comrak.RenderOptions()
RENDER.sourcepos = True


def parse(body: str, first_line: int = 1, resolve: Callable[[str], str] = str) -> Document:
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
    tags = TAG.findall(html)
    walk = Walk(body, first_line, targets)
    walk.through(tags)
    omissions = [*walk.omissions, *find_omissions(body, first_line, html, tags)]
    return Document(
        "".join(walk.html),
        tuple(walk.sections),
        tuple(walk.headings),
        tuple(walk.links),
        tuple(walk.texts),
        tuple(sorted(omissions, key=lambda one: (one.line, one.column))),
    )
