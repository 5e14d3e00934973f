"""News sources, pictures of hidden news and the host theme's own files stay out of the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import material

from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

HOST_THEME = Path(material.__file__).parent


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out news, pictures of what is hidden, and scripts and styles the portal does not use."""
    withheld = build_of(config).catalog.withheld
    for file in list(files):
        is_news = file.src_uri.startswith("tin/") or file.src_uri in withheld
        is_host = file.src_dir is not None and HOST_THEME in Path(file.src_dir).parents
        if is_news or (is_host and not file.is_documentation_page()):
            files.remove(file)
    return files
