"""Pages onto the disk."""

from collections.abc import Iterable
from pathlib import Path

from bantin.compile.page import Page
from bantin.compile.render import Renderer


def write_pages(pages: Iterable[Page], renderer: Renderer, site: Path) -> int:
    """Write each page to ``<site>/<address>index.html``; return how many."""
    count = 0
    for page in pages:
        file = site / page.address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(renderer.render(page), encoding="utf-8", newline="\n")
        count += 1
    return count
