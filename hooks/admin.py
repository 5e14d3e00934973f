"""The browser editor is laid under ``admin/`` where ``ADMIN=1`` asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from bantin.admin import admin_files
from bantin.publish.output import write_files
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / ".cache" / "admin" / "node_modules"
MISSING = "thiếu gói của trang biên tập trong .cache/admin; hãy dựng bằng lệnh make admin"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the editor's files before anything is cleaned; what is wrong stops the build."""
    build = build_of(config)
    settings = build.settings
    if settings.has_editor:
        if not PACKAGES.is_dir():
            raise PluginError(MISSING)
        try:
            files = admin_files(PACKAGES, ROOT / "admin", settings.site_name, settings.editor)
            build.editor_files = tuple(files)
        except (OSError, ValueError) as error:
            message = f"không dựng được trang biên tập: {error}"
            raise PluginError(message) from error
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files; without them the sweep takes away any left from before."""
    build = build_of(config)
    build.wanted |= write_files(build.editor_files, Path(config.site_dir))
