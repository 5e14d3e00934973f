"""Under ``serve`` the terminal speaks Vietnamese, and of what the editor has just saved."""

from __future__ import annotations

import atexit
import logging
import os
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir
from typing import TYPE_CHECKING, Literal

from mkdocs.plugins import get_plugin_logger
from watchdog.observers.polling import PollingObserverVFS

from bantin.runtime.previews import delete_abandoned
from hook_messages import Plain, is_for_editors
from hook_state import demand_all_hooks, state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("bantin")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs' signature
    """Leave out what is not for editors, and delete what a killed server has left."""
    if command == "serve":
        _speak_plainly()
        log.info("Đang dựng bản xem thử…")
        delete_abandoned(Path(gettempdir()))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Ask for the other hooks."""
    demand_all_hooks(config)
    return config


def on_serve(
    server: LiveReloadServer,
    config: MkDocsConfig,
    builder: Callable[..., None],  # noqa: ARG001 - MkDocs' signature
) -> LiveReloadServer:
    """Watch without following links; delete the cache of the temporary site with it."""
    watched = list(server._watched_paths)  # noqa: SLF001 - the observer has other paths for files
    for path in watched:
        server.unwatch(path)
    # One that leads up to a folder above it would be followed for ever.
    timeout = server.observer.timeout
    observer = PollingObserverVFS(os.lstat, os.scandir, polling_interval=timeout)
    server.observer = observer  # type: ignore[assignment]  # the same base, all that is used of it
    for path in watched:
        server.watch(path)
    atexit.register(rmtree, state_of(config).project.cache, ignore_errors=True)
    return server


def _speak_plainly() -> None:
    """Leave out what MkDocs says of its own work, and the prefixes of our own lines."""
    for handler in logging.getLogger("mkdocs").handlers:
        handler.addFilter(is_for_editors)
        handler.setFormatter(Plain())
