"""Settings, content and registries are read before anything else; problems stop the build."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError

from bantin.admin import EditorError, editor_files
from bantin.build.load import load
from bantin.build.project import Host
from bantin.model.settings import Settings
from bantin.reading import save
from bantin.reading.settings import KEYS, read_settings
from bantin.runtime.cache import Cache
from bantin.runtime.garbage import tune_gc
from bantin.runtime.processes import processors
from hook_messages import report_all, report_saved
from hook_state import State, demand_all_hooks, hold_preview, lock_build, project_of, put_state

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

STOPPED = "{} lỗi trong {}; trang cũ được giữ nguyên"
PREVIEW = "STUDIO"  # set by the editing desk, which builds without a server
ROOT = Path(__file__).resolve().parent.parent
# Hooks are loaded once and on_startup runs once: the command cannot change.
running: list[str] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs' signature
    """Note whether the site is built or served."""
    running[:] = [command]
    tune_gc(is_server=command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything; refuse to build over a problem, but serve what is left."""
    demand_all_hooks(config)
    settings, is_preview = _settings(config), running == ["serve"] or PREVIEW in os.environ
    project = project_of(config, is_preview=is_preview)
    lock, cache = None if is_preview else lock_build(project), Cache(project.cache)
    if is_preview:
        hold_preview(project)
    processes = 1 if is_preview else processors()
    loaded = load(project, settings, cache, processes)
    if is_preview:
        report_saved(loaded.content, loaded.findings, cache)
    else:
        report_all(loaded.findings)
        if loaded.problems:
            save(loaded.content, cache)
            raise PluginError(STOPPED.format(len(loaded.problems), "nội dung"))
    try:
        editor = editor_files(ROOT, settings)
    except EditorError as error:
        raise PluginError(str(error)) from error
    host = Host(Path(config.site_dir))
    put_state(config, State(project, settings, loaded, host, lock, editor, processes))
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
