"""Links and list rows in the HTML of one page; what pages share is rendered once.

A row is in many lists, and a link or a trail on many pages. Their HTML differs from page to page
only in how many folders up the root is, and in the level of the heading. So each is rendered once
and cached: rows with the two differences left out, links and trails once for each depth.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from bantin.compile.addresses import relative
from bantin.compile.listing import Row
from bantin.compile.page import Link

# Placeholders in a cached row for the parts that differ by page. Texts cannot contain them, as
# “<” is escaped there.
UP = Markup("<up>")
LEVEL = Markup("<level>")
SLOT = re.compile(f"{UP}|{LEVEL}")
# Rows, links and trails in the cache: all those of a large archive would fill the memory.
MOST = 1 << 14
RowMacro = Callable[[Row, Callable[[str], str], str, bool], str]
LinkMacro = Callable[[Link, Callable[[str], str]], str]
Trail = tuple[Link, ...]
TrailMacro = Callable[[Trail, Callable[[str], str]], str]


class RowTexts:
    """HTML of list rows, cut at the slots for depth and level."""

    def __init__(self, macro: RowMacro) -> None:
        self._macro = macro
        self.of = lru_cache(MOST)(self._cut)

    def _cut(self, row: Row, with_lead: bool) -> list[str]:  # noqa: FBT001 - a key of the cache
        """Return the texts around the slots: level, root, level again."""
        return SLOT.split(str(self._macro(row, UP.__add__, LEVEL, with_lead)))


class Hrefs:
    """Makes the links on pages of one depth; templates call it ``href``.

    Attributes:
        link: returns a link as HTML.
        trail: returns the links to the pages above as HTML.
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
        """Return the link to an address that starts at the site root."""
        return relative(address, self._depth)

    def row(self, row: Row, level: int = 3, with_lead: bool = False) -> Markup:  # noqa: FBT001, FBT002 - as templates write it
        """Return a list row as HTML."""
        before, heading, title, after = self._rows.of(row, with_lead)
        return Markup(f"{before}{level}{heading}{self._up}{title}{level}{after}")  # noqa: S704 - an autoescaped macro

    def _link(self, item: Link) -> Markup:
        return Markup(self._link_macro(item, self))  # noqa: S704 - an autoescaped macro

    def _trail(self, steps: Trail) -> Markup:
        return Markup(self._trail_macro(steps, self))  # noqa: S704 - an autoescaped macro
