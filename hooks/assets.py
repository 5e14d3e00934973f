"""The host's own files, sources of news and their pictures stay out of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.pictures.references import FOLDER, mentions

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Ask for one static page, whatever the host theme's own are; the sitemap is written later."""
    config.theme.static_templates = {"404.html"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out news, pictures no hand-written page shows, and files of the host and its theme."""
    written = (f for f in files.documentation_pages() if not f.src_uri.startswith("tin/"))
    shown = {path for file in written for path in mentions(file.content_string)}
    hosts = {folder for folder in config.theme.dirs if folder != config.theme.custom_dir}
    for file in list(files):
        is_photo = file.src_uri.startswith(FOLDER) and file.src_uri not in shown
        is_news = file.src_uri.startswith("tin/") or is_photo
        if is_news or file.src_dir in hosts:
            files.remove(file)
    return files
