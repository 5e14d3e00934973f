"""Links and list rows as one page writes them; what pages share is made once."""

import re
from collections.abc import Callable

from markupsafe import Markup

from bantin.compile.addresses import relative
from bantin.compile.listing import Row
from bantin.compile.page import Link

# Where the rows of pages differ; no text in a row can look so, as it is escaped.
UP = Markup("<up>")
LEVEL = Markup("<level>")
MARK = re.compile(f"{UP}|{LEVEL}")
RowMacro = Callable[[Row, Callable[[str], str], str, bool], str]
LinkMacro = Callable[[Link, Callable[[str], str]], str]
Trail = tuple[Link, ...]
TrailMacro = Callable[[Trail, Callable[[str], str]], str]


class RowTexts:
    """List rows as HTML for any page; one stands in many lists and is rendered once."""

    def __init__(self, macro: RowMacro) -> None:
        self._macro = macro
        self._made: dict[tuple[str, bool], list[str]] = {}

    def of(self, row: Row, *, with_lead: bool) -> list[str]:
        """Return a row cut where its heading begins, before its link, where its heading ends."""
        known = (row.address, with_lead)
        if known not in self._made:
            html = self._macro(row, UP.__add__, LEVEL, with_lead)
            self._made[known] = MARK.split(str(html))
        return self._made[known]


class Hrefs:
    """Makes the links of pages at one depth; templates call it ``href``."""

    def __init__(
        self, depth: int, rows: RowTexts, link_macro: LinkMacro, trail_macro: TrailMacro
    ) -> None:
        self._depth = depth
        self._up = "../" * depth
        self._rows = rows
        self._link_macro = link_macro
        self._trail_macro = trail_macro
        self._links: dict[Link, Markup] = {}
        self._trails: dict[Trail, Markup] = {}

    def __call__(self, address: str) -> str:
        """Return the link to an address from the site root."""
        return relative(address, self._depth)

    def link(self, item: Link) -> Markup:
        """Return a link as HTML; most lead to one of a few records."""
        if item not in self._links:
            self._links[item] = Markup(self._link_macro(item, self))  # noqa: S704 - an autoescaped macro
        return self._links[item]

    def trail(self, steps: Trail) -> Markup:
        """Return the way down to a page as HTML; most pages share it with many."""
        if steps not in self._trails:
            self._trails[steps] = Markup(self._trail_macro(steps, self))  # noqa: S704 - an autoescaped macro
        return self._trails[steps]

    def row(self, row: Row, level: int = 3, with_lead: bool = False) -> Markup:  # noqa: FBT001, FBT002 - as templates write it
        """Return a list row as HTML."""
        before, heading, title, after = self._rows.of(row, with_lead=with_lead)
        return Markup(f"{before}{level}{heading}{self._up}{title}{level}{after}")  # noqa: S704 - an autoescaped macro
