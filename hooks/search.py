"""The search index is written from the same catalogue as the pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.compile.standing import files_of
from bantin.reading.content import read_body
from bantin.search.settings import FOLDER
from edition import is_hasty
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from bantin.forking import Workers
    from handoff import Build


def on_post_build(config: MkDocsConfig) -> None:
    """Index what the pages show; unchanged articles come from the cache, inverted."""
    build, docs = build_of(config), Path(config.docs_dir)
    folder = Path(config.site_dir) / FOLDER
    if is_hasty(build) and folder.is_dir():
        build.wanted |= {f"{FOLDER}/{name}" for name in files_of(folder)}
        return
    write = partial(_write, build, docs, Path(config.site_dir))
    build.wanted.bring(write, is_long=True)


def _write(build: Build, docs: Path, site: Path, workers: Workers) -> set[str]:
    # Imported here: another process does this, and numpy takes long.
    from bantin.search.writing import write_index  # noqa: PLC0415

    return write_index(build.catalog, partial(read_body, docs), site, build.cache, workers)
