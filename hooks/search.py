"""The search index is written beside the pages, from the same catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from bantin.reading.content import read_body
from bantin.search.index import build_index, write_index
from bantin.search.settings import FOLDER
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """Index what the pages show; vectors of unchanged articles come from the cache."""
    docs = Path(config.docs_dir)
    catalog = build_of(config).catalog
    index = build_index(catalog, lambda article: read_body(docs, article), docs.parent / ".cache")
    write_index(index.files(), Path(config.site_dir) / FOLDER)
