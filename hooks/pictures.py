"""Photographs of the news are written beside the pages, never the originals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from bantin.pictures.picture import PictureError
from bantin.pictures.store import PictureStore
from bantin.pictures.writer import lay_pictures
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Make what is new; the rest comes from the cache or stands already."""
    build, docs, site = build_of(config), Path(config.docs_dir), Path(config.site_dir)
    pictures, store = build.catalog.pictures, PictureStore(build.cache.at("pictures"))
    try:
        build.wanted |= lay_pictures(pictures, docs, site, store, build.workers)
    except PictureError as flaw:
        raise PluginError(str(flaw)) from None
