"""The search index is written from the same catalogue as the pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.build.previous_site import files_of
from bantin.reading.content import read_body
from bantin.search.format.settings import FOLDER
from edition import is_hasty
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from bantin.runtime.processes import Workers
    from handoff import Build


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Begin before all else where no last site is still to be put back."""
    if build_of(config).sweeper.is_first:
        _index(config)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Index what the pages show; unchanged articles come from the cache, inverted."""
    build, folder = build_of(config), Path(config.site_dir) / FOLDER
    if is_hasty(build) and folder.is_dir():
        build.wanted |= {f"{FOLDER}/{name}" for name in files_of(folder)}
    elif not build.sweeper.is_first:
        _index(config)


def _index(config: MkDocsConfig) -> None:
    build, docs, site = build_of(config), Path(config.docs_dir), Path(config.site_dir)
    build.wanted.bring(partial(_write, build, docs, site), is_long=True)


def _write(build: Build, docs: Path, site: Path, workers: Workers) -> set[str]:
    # Imported here: another process does this, and numpy takes long.
    from bantin.search.updating import write_index  # noqa: PLC0415

    return write_index(build.catalog, partial(read_body, docs), site, build.cache, workers)
