"""The last site is moved aside before MkDocs cleans, and put back under its new files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bantin.compile.standing import put_back, set_aside, tick
from bantin.compile.sweeping import Sweeper
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_pre_build(config: MkDocsConfig) -> None:
    """Set the last site aside; what the disk changes from now on is this build's work."""
    build = build_of(config)
    set_aside(Path(config.site_dir), build.cache / "site")
    # Under serve the site is a temporary folder, which nothing but its builds changes.
    mark = build.cache / "swept" if build.is_served else None
    build.sweeper = Sweeper(tick(build.cache / "started"), mark)
    if build.workers > 1:
        build.sweeper.list_meanwhile(build.cache / "site")


def on_post_build(config: MkDocsConfig) -> None:
    """Put the last site back; its pages are now the ones to reuse."""
    build = build_of(config)
    build.sweeper.wait()
    build.wanted |= put_back(Path(config.site_dir), build.cache / "site")
