"""Last of all: what this build neither reused nor wrote leaves the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bantin.runtime.garbage import keep_for_good
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Delete files of vanished sources; must be listed last in mkdocs.yml."""
    build = build_of(config)
    build.sweeper.sweep(Path(config.site_dir), build.wanted.gather())
    if not build.is_served:
        keep_for_good()  # else the interpreter looks through everything once more as it ends
