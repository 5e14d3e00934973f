"""Settings, content and registries are read before anything else; problems stop the build."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError

from bantin.admin import admin_files
from bantin.build.project import Host
from bantin.catalog import build_catalog
from bantin.checking import check, valid_part
from bantin.model.problem import Severity
from bantin.model.settings import Settings
from bantin.reading import read, save
from bantin.reading.settings import KEYS, read_settings
from bantin.runtime.cache import Cache
from bantin.runtime.clock import build_date
from bantin.runtime.garbage import tune_gc
from bantin.runtime.processes import processors
from hook_messages import report_all, report_saved
from hook_state import State, project_of, put_state

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from bantin.admin.files import File

STOPPED = "{} lỗi trong {}; trang cũ được giữ nguyên"
ROOT = Path(__file__).resolve().parent.parent
EDITOR_PACKAGES = ROOT / ".cache" / "admin" / "node_modules"
NO_EDITOR = "không dựng được trang biên tập: {}"
NO_PACKAGES = "thiếu gói của trang biên tập trong .cache/admin; hãy dựng bằng lệnh make admin"
# Hooks are loaded once and on_startup runs once: the command cannot change.
running: list[str] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs' signature
    """Note whether the site is built or served."""
    running[:] = [command]
    tune_gc(is_server=command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything; refuse to build over a problem, but serve what is left."""
    settings = _settings(config)
    is_preview = running == ["serve"]
    project = project_of(config, is_preview=is_preview)
    cache, processes = Cache(project.cache), 1 if is_preview else processors()
    content = read(project.docs, project.root / "data", cache, processes)
    found = check(content, cache)
    problems = tuple(p for p in found if p.severity is Severity.PROBLEM)
    report_saved(content, found, cache) if is_preview else report_all(found)
    if problems and not is_preview:
        save(content, cache)
        raise PluginError(STOPPED.format(len(problems), "nội dung"))
    catalog = build_catalog(valid_part(content, problems), settings.build_date or build_date({}))
    host, editor = Host(Path(config.site_dir)), _editor_files(settings)
    state = State(project, settings, content, catalog, host, problems, editor, processes)
    put_state(config, state)
    return config


def _settings(config: MkDocsConfig) -> Settings:
    """Return the checked settings; PluginError where any is wrong, each with its message."""
    file = Path(config.config_file_path)
    text = file.read_text(encoding="utf-8") if config.config_file_path else ""
    settings = read_settings({key: config[key] for key in KEYS}, os.environ, text, file.name)
    if isinstance(settings, Settings):
        return settings
    report_all(settings)
    raise PluginError(STOPPED.format(len(settings), "thiết lập"))


def _editor_files(settings: Settings) -> tuple[File, ...]:
    """Return the files of the browser editor where ``ADMIN=1`` asks for it."""
    if not settings.has_editor:
        return ()
    if not EDITOR_PACKAGES.is_dir():
        raise PluginError(NO_PACKAGES)
    try:
        files = admin_files(EDITOR_PACKAGES, ROOT / "admin", settings.site_name, settings.editor)
        return tuple(files)
    except (OSError, ValueError) as error:
        raise PluginError(NO_EDITOR.format(error)) from error
