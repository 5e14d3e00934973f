"""The last site is moved aside before MkDocs cleans, and put back under its new files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bantin.build.previous_site import put_back, set_aside, tick
from bantin.runtime.garbage import keep_for_good
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_pre_build(config: MkDocsConfig) -> None:
    """Set the last site aside; what the disk changes from now on is this build's work."""
    build = build_of(config)
    if not build.is_served:
        keep_for_good()
    build.sweeper.begin(tick(build.folder / "started"))
    set_aside(Path(config.site_dir), build.folder / "site")


def on_post_build(config: MkDocsConfig) -> None:
    """Put the last site back; its pages are now the ones to reuse."""
    build = build_of(config)
    build.wanted |= put_back(Path(config.site_dir), build.folder / "site")
