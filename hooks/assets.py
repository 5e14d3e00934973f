"""Sources of news, their pictures and the host theme's own files stay out of the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import material

from bantin.pictures.references import FOLDER, mentions

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

HOST_THEME = Path(material.__file__).parent


def on_files(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001
    """Take out news, pictures no hand-written page shows, and what the portal does not use."""
    written = (f for f in files.documentation_pages() if not f.src_uri.startswith("tin/"))
    shown = {path for file in written for path in mentions(file.content_string)}
    hosts = {folder for folder in {file.src_dir for file in files} if _is_host(folder)}
    for file in list(files):
        is_photo = file.src_uri.startswith(FOLDER) and file.src_uri not in shown
        is_news = file.src_uri.startswith("tin/") or is_photo
        if is_news or (file.src_dir in hosts and not file.is_documentation_page()):
            files.remove(file)
    return files


def _is_host(folder: str | None) -> bool:
    return folder is not None and HOST_THEME in Path(folder).parents
