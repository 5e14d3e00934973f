"""Not a hook: links of hand-written pages to news and photographs, which MkDocs does not know.

Python-Markdown is the parser of those pages, so its tree is asked: what looks like a link in code
is none, and one by reference is.
"""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from bantin.compile.addresses import NEWS, relative
from bantin.compile.body_links import depth_of, href_of
from bantin.model.destinations import file_of, is_inside
from hook_state import state_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig

# A scheme of our own passes MkDocs' validation of links untouched; no page can write it.
SCHEME = f"bantin-{token_hex(8)}:"
BEFORE_VALIDATION = 10  # MkDocs validates with priority 0, inline markup is parsed with 20


class NewsLinks(Extension):
    """Puts the address of the article into each link to news; finds the photographs shown.

    Attributes:
        page: the page that is rendered, from ``docs/``; the hook names it.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # takes any settings
        self.page = ""
        self._config = config

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the library's
        """Take part in the rendering of a page."""
        md.treeprocessors.register(_Resolver(self, self._config), "news", BEFORE_VALIDATION)


class _Resolver(Treeprocessor):
    def __init__(self, links: NewsLinks, config: MkDocsConfig) -> None:
        super().__init__()
        self._links, self._config = links, config

    def run(self, root: Element) -> None:
        """Resolve the links and images of a page; of a link to what is hidden its text stays."""
        page, state = self._links.page, state_of(self._config)
        catalog, pictures = state.loaded.catalog, state.loaded.handwritten.pictures
        for image in root.iter("img"):
            if (file := file_of(page, image.get("src", ""))) in pictures:
                state.host.pictures[file] = pictures[file]
                image.set("src", SCHEME + file)
        for link in root.iter("a"):
            target = link.get("href", "")
            file = file_of(page, target) if is_inside(target) else ""
            if file in pictures:
                state.host.pictures[file] = pictures[file]
                link.set("href", SCHEME + relative(pictures[file].src, depth_of(page)))
            elif file.startswith(NEWS):
                if href := href_of(catalog, page, target):
                    link.set("href", SCHEME + href)
                elif file in state.loaded.content.stats:  # not seen yet, or withdrawn, as was told
                    link.tag, link.attrib = "span", {}
