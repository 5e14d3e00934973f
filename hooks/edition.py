"""Not a hook: what this build publishes, from the settings in mkdocs.yml."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from bantin.compile import Edition
from bantin.publish import Publication
from bantin.runtime.clock import build_date
from handoff import build_of

if TYPE_CHECKING:
    from datetime import date

    from mkdocs.config.defaults import MkDocsConfig

    from handoff import Build

# So many articles take longer to index and to dump than an editor waits for a preview.
MANY = 1_000


def is_hasty(build: Build) -> bool:
    """Whether index, feeds and data may stay as the first build of a preview made them."""
    return build.is_served and len(build.catalog.articles) > MANY


def publication_of(config: MkDocsConfig) -> Publication:
    """Return what this build publishes; proofs are looked up beside ``docs/``."""
    build, root = build_of(config), Path(config.docs_dir).parent
    edition = Edition(
        site_name=config.site_name,
        site_url=config.site_url or "",
        publisher=config.extra.get("publisher") or {},
        repository=config.extra.get("repository") or "",
        is_offline=bool(os.environ.get("OFFLINE")),
    )
    return Publication(build.catalog, edition, lambda name: (root / name).is_file())


def today() -> date:
    """Return the day of the build."""
    try:
        return build_date(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from None
