"""Links and list rows as one page writes them; what pages of one depth share is made once."""

from collections.abc import Callable

from markupsafe import Markup

from bantin.compile.addresses import relative
from bantin.compile.listing import Row

Macro = Callable[[Row, "Hrefs", int, bool], str]


class Hrefs:
    """Makes the links of pages at one depth; templates call it ``href``."""

    def __init__(self, depth: int, row_macro: Macro) -> None:
        self._depth = depth
        self._row_macro = row_macro
        self._rows: dict[tuple[str, int, bool], Markup] = {}

    def __call__(self, address: str) -> str:
        """Return the link to an address from the site root."""
        return relative(address, self._depth)

    def row(self, row: Row, level: int = 3, with_lead: bool = False) -> Markup:  # noqa: FBT001, FBT002 - as templates write it
        """Return a list row as HTML; it stands in many lists and is rendered once."""
        known = (row.address, level, with_lead)
        if known not in self._rows:
            self._rows[known] = Markup(self._row_macro(row, self, level, with_lead))  # noqa: S704 - an autoescaped macro
        return self._rows[known]
