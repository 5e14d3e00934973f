"""The pictures of shared links are written beside the pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bantin.pictures.store import PictureStore
from bantin.publish.previews import Previews, write_previews
from edition import publication_of
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FONT = Path(__file__).parent.parent / "theme" / "assets" / "fonts" / "bulletin.woff2"


def on_post_build(config: MkDocsConfig) -> None:
    """Draw what is new, unless pages are only looked at; the rest is cached or stands already."""
    build, settings = build_of(config), publication_of(config).settings
    if build.is_served:
        return
    previews = Previews(build.catalog, settings)
    store = PictureStore(build.cache.at("previews"))
    build.wanted |= write_previews(previews, FONT, Path(config.site_dir), store, build.workers)
