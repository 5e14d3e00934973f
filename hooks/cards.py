"""The pictures of shared links are written beside the pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bantin.pictures.store import Store
from bantin.publish.cards import Previews, lay_cards
from edition import publication_of
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FONT = Path(__file__).parent.parent / "theme" / "assets" / "fonts" / "bulletin.woff2"

# Hooks are executed once and on_startup runs once: the command cannot go stale.
running: list[str] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs' signature
    """Remember whether pages are built or served."""
    running[:] = [command]


def on_post_build(config: MkDocsConfig) -> None:
    """Draw what is new, unless pages are only looked at; the rest is cached or stands already."""
    if running == ["serve"]:
        return
    build, edition = build_of(config), publication_of(config).edition
    cards = Previews(build.catalog, edition)
    store = Store(build.cache / "cards")
    build.wanted |= lay_cards(cards, FONT, Path(config.site_dir), store, build.workers)
