"""Pages as HTML: the template of a page rendered into the shell of its depth."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import escape

from bantin.compile.addresses import to_files
from bantin.compile.page import Page
from bantin.compile.photos import picture_element, with_pictures
from bantin.compile.render.hrefs import Hrefs, RowTexts
from bantin.compile.render.shell import Shell
from bantin.compile.render.templates import Templates
from bantin.markdown.typography import set_text
from bantin.model.destinations import is_outside
from bantin.model.settings import Settings


class Renderer:
    """Renders pages; holds the compiled templates and the shells of one build."""

    def __init__(
        self,
        templates: Templates,
        shells: Mapping[int, Shell],
        settings: Settings,
        body_html: Callable[[str, Callable[[str], str]], str],
    ) -> None:
        self._shells = shells
        self._settings = settings
        self._body_html = body_html
        self._templates = {
            name: templates.get_template(name) for name in templates.list_templates(["html"])
        }
        self._head = self._templates["head.html"]
        self._site_name = str(escape(settings.site_name))
        macros: Any = self._templates["_macros.html"].module
        rows = RowTexts(macros.row)
        self._hrefs = {depth: Hrefs(depth, rows, macros.link, macros.trail) for depth in shells}

    def render(self, pages: Sequence[Page]) -> list[bytes]:
        """Return the whole HTML of each page, as UTF-8.

        One step is done for all pages before the next begins: the code of a step then stays in
        the cache of the processor, which saves a sixth of the time.
        """
        bodies = [self._body(page) for page in pages]
        variables = [self._variables(page, body) for page, body in zip(pages, bodies, strict=True)]
        heads = [self._head.render(of_page) for of_page in variables]
        mains = [
            self._templates[page.template].render(of_page)
            for page, of_page in zip(pages, variables, strict=True)
        ]
        return [self._fill_shell(*parts) for parts in zip(pages, heads, mains, strict=True)]

    def _variables(self, page: Page, body: str) -> dict[str, object]:
        return {
            "page": page,
            "view": page.view,
            "body_html": body,
            "href": self._hrefs[page.depth],
            "settings": self._settings,
            "picture": picture_element,
        }

    def _fill_shell(self, page: Page, head: str, main: str) -> bytes:
        values = {
            "title": f"{escape(page.title)} – {self._site_name}" if page.title else self._site_name,
            "head": head,
            "body": main,
            f"current-{page.section}": ' aria-current="page"',
        }
        html = self._shells[page.depth].fill(values)
        return to_files(html.decode()).encode() if self._settings.is_offline else html

    def _body(self, page: Page) -> str:
        if not page.source:
            return ""
        hrefs = {link.written: link.href for link in page.view.body_links}
        html = self._body_html(page.source, lambda url: _href(url, hrefs))
        return with_pictures(set_text(html), page.view.body_links, self._hrefs[page.depth])


def _href(url: str, hrefs: Mapping[str, str]) -> str:
    """Return where a link in a body leads: outside as written, inside as resolved."""
    if is_outside(url) or url.startswith("#"):
        return url
    return hrefs.get(url, "")
