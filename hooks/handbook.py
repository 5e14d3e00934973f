"""Tables of the editors' handbook are made from the model when the page is built."""

from __future__ import annotations

from mkdocs.exceptions import PluginError

from bantin.handbook import fill, frame_tables


def on_page_markdown(markdown: str, **_: object) -> str:
    """Replace each marker by the table of the record it names."""
    try:
        return fill(markdown)
    except ValueError as error:
        raise PluginError(str(error)) from None


def on_page_content(html: str, **_: object) -> str:
    """Let wide tables scroll by themselves."""
    return frame_tables(html)
