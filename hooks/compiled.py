"""The compiled pages and data are written once MkDocs is done."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.compile import Edition, Renderer, pages, write_pages
from bantin.publish.opendata import articles_json
from bantin.reading.content import read_body
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

THEME = Path(__file__).parent.parent / "theme"


def on_post_build(config: MkDocsConfig) -> None:
    """Render every page into its shell, then the open data."""
    build, docs, site = build_of(config), Path(config.docs_dir), Path(config.site_dir)
    edition = Edition(
        site_name=config.site_name,
        site_url=config.site_url or "",
        publisher=config.extra.get("publisher") or {},
        is_offline=bool(os.environ.get("OFFLINE")),
        left_out=build.left_out,
    )
    renderer = Renderer(THEME / "pages", build.shells, edition, lambda path: read_body(docs, path))
    compiled = list(pages(build.catalog, build.intro))
    with click.progressbar(compiled, label="Dựng trang", show_pos=True) as shown:
        write_pages(shown, renderer, site)
    data = site / "du-lieu"
    data.mkdir(exist_ok=True)
    text = articles_json(build.catalog, edition.site_url)
    (data / "articles.json").write_text(text, encoding="utf-8")
