"""Feeds, open data, sitemaps and server files are written once the pages stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bantin.publish import write_outputs
from edition import publication_of
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Write every file that is not a page; unchanged ones are left as they lie."""
    build, site = build_of(config), Path(config.site_dir)
    handwritten = _handwritten(Path(config.docs_dir), site)
    pages = [site / address / "index.html" for address in handwritten]
    outside = [page.read_text(encoding="utf-8") for page in (*pages, site / "404.html")]
    shells = ["".join(shell.parts) for shell in build.shells.values()]
    outputs = publication_of(config).outputs(handwritten, [*shells, *outside])
    build.wanted |= write_outputs(outputs, site)


def _handwritten(docs: Path, site: Path) -> list[str]:
    """Return the addresses of the pages that MkDocs itself has written."""
    sources = (file.relative_to(docs).with_suffix("") for file in docs.rglob("*.md"))
    outside = (source for source in sources if source.parts[0] != "tin")
    named = (source.parent if source.name == "index" else source for source in outside)
    addresses = sorted(f"{name.as_posix()}/" for name in named if name.name)
    return [address for address in addresses if (site / address / "index.html").is_file()]
