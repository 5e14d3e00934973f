"""Not a hook: the settings of this build, and what it publishes under them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from bantin.model.settings import Settings
from bantin.publish import Publication
from bantin.reading.settings import KEYS, read_settings
from handoff import build_of
from telling import tell_all

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from handoff import Build

# So many articles take longer to index and to dump than an editor waits for a preview.
MANY = 1_000
STOPPED = "{} lỗi trong thiết lập; trang cũ được giữ nguyên"


def settings_of(config: MkDocsConfig) -> Settings:
    """Return the checked settings; PluginError where any is wrong, each with its message."""
    file = Path(config.config_file_path)
    text = file.read_text(encoding="utf-8") if config.config_file_path else ""
    values = {key: config[key] for key in KEYS}
    read = read_settings(values, os.environ, text, file.name)
    if isinstance(read, Settings):
        return read
    tell_all(read)
    raise PluginError(STOPPED.format(len(read)))


def is_hasty(build: Build) -> bool:
    """Whether index, feeds and data may stay as the first build of a preview made them."""
    return build.is_served and len(build.catalog.articles) > MANY


def publication_of(config: MkDocsConfig) -> Publication:
    """Return what this build publishes; proofs are looked up beside ``docs/``."""
    build, root = build_of(config), Path(config.docs_dir).parent
    settings = build.settings.for_pages()
    return Publication(build.catalog, settings, lambda name: (root / name).is_file())
