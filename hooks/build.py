"""The site is built once MkDocs has rendered its own pages; ``bantin.build`` holds the order."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from bantin.build.plan import make_plan
from bantin.build.run import run
from bantin.pictures.picture import PictureError
from bantin.runtime.garbage import freeze_gc
from hook_state import demand_all_hooks, disk_errors, state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("bantin")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Ask for the other hooks, each of which may be the one that is listed alone."""
    demand_all_hooks(config)
    return config


def demand_no_warnings() -> None:
    """Stop a strict build that MkDocs will refuse: it does so only once the site is replaced."""
    handlers = logging.getLogger("mkdocs").handlers
    counted = [handler for handler in handlers if isinstance(handler, CountHandler)]
    warnings = sum(count for handler in counted for _, count in handler.get_counts())
    if warnings:
        message = (
            f"MkDocs báo {warnings} cảnh báo (xem ở trên) và không cho dựng ở chế độ nghiêm ngặt;"
            " trang đã dựng lần trước được giữ nguyên."
        )
        raise PluginError(message)


def on_post_build(config: MkDocsConfig) -> None:
    """Bring the site up to date with what was read."""
    demand_no_warnings()
    state = state_of(config)
    project, host = state.project, state.host
    plan = make_plan(project, state.settings, state.loaded, host, state.editor)
    try:
        with disk_errors():
            report = run(plan, project, state.loaded.content, host, state.processes)
    except PictureError as error:
        raise PluginError(str(error)) from None
    log.info("Đã dựng %d trang, viết lại %d.", report.pages, report.written)
    config.site_dir = str(project.site)
    if state.lock:
        state.lock.close()
    if not project.is_preview:
        freeze_gc()
