"""Not a hook: what the hooks of one build share, in the config, which is new at every rebuild."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from mkdocs.exceptions import PluginError

from bantin.build.project import Host, Project
from bantin.build.renewal import finish_left, open_site
from bantin.runtime.disk_faults import disk_fault
from bantin.runtime.lock import lock_folder
from bantin.runtime.previews import preview_cache
from bantin.runtime.streams import use_utf8

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from bantin.admin.files import File
    from bantin.build.load import Loaded
    from bantin.model.settings import Settings

# Every hook imports this module before MkDocs or any of them says a word.
use_utf8()

KEY = "bantin"
# The lock of a preview: one process makes one, over many rebuilds.
held: list[IO[str] | None] = []
HOOKS = ("read.py", "host.py", "build.py", "serve.py")
UNLISTED = "mkdocs.yml thiếu dòng hooks/{} dưới mục «hooks»; cần đủ bốn tệp, thứ tự nào cũng được"
HOST_FOLDER = "host"
EMPTY_FOLDER = "no-docs"
UNWRITTEN = "không ghi được «{}» ({}); hãy xem chỗ trống và quyền ghi của ổ đĩa rồi dựng lại"


@dataclass
class State:
    """One build: what was read, and what the host has rendered.

    Attributes:
        project: the folders.
        loaded: what editors wrote.
        host: what MkDocs has rendered.
        lock: held until the build ends, or its process; a preview has a folder of its own.
        editor: files of the browser editor.
        processes: how many may work; one under ``serve``, whose threads forbid to fork.
    """

    project: Project
    settings: Settings
    loaded: Loaded
    host: Host
    lock: IO[str] | None
    editor: tuple[File, ...] = ()
    processes: int = 1


def project_of(config: MkDocsConfig, *, is_preview: bool) -> Project:
    """Return the folders of a build, and have the host write into one of its own.

    MkDocs empties its output folder before it writes; the site must outlive a build that fails.
    It also follows every link in the folder that it lists, for ever where they lead in a circle:
    it lists an empty one, and is told the pages in ``on_files``.
    """
    root, site = Path(config.docs_dir).parent, Path(config.site_dir)
    cache = preview_cache(site) if is_preview else root / ".cache" / site.name
    theme, docs = Path(config.theme.custom_dir or root / "theme"), Path(config.docs_dir)
    config.site_dir, config.docs_dir = str(cache / HOST_FOLDER), str(cache / EMPTY_FOLDER)
    with disk_errors():
        for folder in (config.site_dir, config.docs_dir):
            Path(folder).mkdir(parents=True, exist_ok=True)
    return Project(root, docs, theme, site, cache, is_preview)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Say in a sentence what an administrator can put right; other errors stay as they are."""
    try:
        yield
    except OSError as error:
        if not (reason := disk_fault(error)):
            raise
        message = UNWRITTEN.format(error.filename or "site", reason)
        raise PluginError(message) from error


def lock_build(project: Project) -> IO[str]:
    """Return a lock that keeps other builds of the same site out."""
    try:
        with disk_errors():
            return open_site(project.site, project.cache)
    except BlockingIOError as error:
        raise PluginError(str(error)) from error


def hold_preview(project: Project) -> None:
    """Lock a preview until its process ends: one that nobody holds is deleted by the next."""
    if not held:
        finish_left(project.root)
        with suppress(OSError):
            held.append(lock_folder(project.cache))


def demand_all_hooks(config: MkDocsConfig) -> None:
    """Refuse a list of hooks that lacks one, before MkDocs empties its output folder."""
    listed = {Path(name).name for name in config.hooks}
    if missing := [name for name in HOOKS if name not in listed]:
        raise PluginError(UNLISTED.format(missing[0]))


def put_state(config: MkDocsConfig, state: State) -> None:
    """Hand the state to the hooks of later events."""
    config.extra[KEY] = state


def state_of(config: MkDocsConfig) -> State:
    """Return the state; PluginError where nothing has been read."""
    if isinstance(state := config.extra.get(KEY), State):
        return state
    raise PluginError(UNLISTED.format(HOOKS[0]))
