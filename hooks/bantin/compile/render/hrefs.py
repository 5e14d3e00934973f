"""Links and list rows as one page writes them; what pages share is made once."""

import re
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from bantin.compile.addresses import relative
from bantin.compile.listing import Row
from bantin.compile.page import Link

# Where the rows of pages differ; no text in a row can look so, as it is escaped.
UP = Markup("<up>")
LEVEL = Markup("<level>")
MARK = re.compile(f"{UP}|{LEVEL}")
# Rows, links and trails that are remembered: in a large archive all would fill the memory.
MOST = 1 << 14
RowMacro = Callable[[Row, Callable[[str], str], str, bool], str]
LinkMacro = Callable[[Link, Callable[[str], str]], str]
Trail = tuple[Link, ...]
TrailMacro = Callable[[Trail, Callable[[str], str]], str]


class RowTexts:
    """List rows as HTML for any page; one stands in many lists and is mostly rendered once."""

    def __init__(self, macro: RowMacro) -> None:
        self._macro = macro
        self.of = lru_cache(MOST)(self._cut)

    def _cut(self, row: Row, with_lead: bool) -> list[str]:  # noqa: FBT001 - a key of the cache
        """Return a row cut where its heading begins, before its link, where its heading ends."""
        return MARK.split(str(self._macro(row, UP.__add__, LEVEL, with_lead)))


class Hrefs:
    """Makes the links of pages at one depth; templates call it ``href``.

    Attributes:
        link: gives a link as HTML; most lead to one of a few records.
        trail: gives the way down to a page as HTML; most pages share it with many.
    """

    def __init__(
        self, depth: int, rows: RowTexts, link_macro: LinkMacro, trail_macro: TrailMacro
    ) -> None:
        self._depth = depth
        self._up = "../" * depth
        self._rows = rows
        self._link_macro = link_macro
        self._trail_macro = trail_macro
        self.link = lru_cache(MOST)(self._link)
        self.trail = lru_cache(MOST)(self._trail)

    def __call__(self, address: str) -> str:
        """Return the link to an address from the site root."""
        return relative(address, self._depth)

    def row(self, row: Row, level: int = 3, with_lead: bool = False) -> Markup:  # noqa: FBT001, FBT002 - as templates write it
        """Return a list row as HTML."""
        before, heading, title, after = self._rows.of(row, with_lead)
        return Markup(f"{before}{level}{heading}{self._up}{title}{level}{after}")  # noqa: S704 - an autoescaped macro

    def _link(self, item: Link) -> Markup:
        return Markup(self._link_macro(item, self))  # noqa: S704 - an autoescaped macro

    def _trail(self, steps: Trail) -> Markup:
        return Markup(self._trail_macro(steps, self))  # noqa: S704 - an autoescaped macro
