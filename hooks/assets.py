"""What the site takes of the files at hand: no news, no host's files, scripts without comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.pictures.references import FOLDER, mentions
from bantin.runtime.scripts import without_comments

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Ask for one static page, whatever the host theme's own are; the sitemap is written later."""
    config.theme.static_templates = {"404.html"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out news, pictures no hand-written page shows, files of the host, and comments."""
    written = (f for f in files.documentation_pages() if not f.src_uri.startswith("tin/"))
    shown = {path for file in written for path in mentions(file.content_string)}
    hosts = {folder for folder in config.theme.dirs if folder != config.theme.custom_dir}
    for file in list(files):
        is_photo = file.src_uri.startswith(FOLDER) and file.src_uri not in shown
        is_news = file.src_uri.startswith("tin/") or is_photo
        if is_news or file.src_dir in hosts:
            files.remove(file)
        elif file.src_uri.endswith(".js") and file.src_dir == config.theme.custom_dir:
            file.content_bytes = without_comments(file.content_string).encode()
    return files
