"""Content and registries are read before anything is cleaned; problems stop the build."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError

from bantin.build.background import Wanted
from bantin.build.cleanup import Sweeper
from bantin.catalog import build_catalog
from bantin.checking import check, valid_part
from bantin.model.problem import Severity
from bantin.reading import read, save
from bantin.runtime.cache import Cache
from bantin.runtime.clock import build_date
from bantin.runtime.garbage import collect_rarely
from bantin.runtime.processes import WORTHWHILE, beside, processors
from edition import settings_of
from handoff import Build, cache_folder, put
from telling import tell_all, tell_saved

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

STOPPED = "{} lỗi trong nội dung; trang cũ được giữ nguyên"
# Hooks are executed once and on_startup runs once: the command cannot go stale.
running: list[str] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001
    """Remember whether pages are built or served."""
    running[:] = [command]
    collect_rarely(is_served=command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything; refuse to build over a problem, but serve what is left."""
    settings = settings_of(config)
    docs, is_served = Path(config.docs_dir), running == ["serve"]
    folder, workers = cache_folder(config, is_served=is_served), 1 if is_served else processors()
    cache = Cache(folder)
    mark = folder / "swept" if is_served else None  # only our builds change a temporary site
    sweeper = Sweeper((Path(config.site_dir), folder / "site"), mark)
    content = read(docs, docs.parent / "data", cache, workers)
    is_known = content.read_count < WORTHWHILE
    with beside(partial(save, content, cache), 1 if is_known else workers):
        found = check(content, cache)
        problems = [p for p in found if p.severity is Severity.PROBLEM]
        tell_saved(content, found, cache) if is_served else tell_all(found)
        if problems and not is_served:
            raise PluginError(STOPPED.format(len(problems)))
        today = settings.build_date or build_date({})
        catalog = build_catalog(valid_part(content, problems), today)
    wanted = Wanted(workers, is_beside=is_known)
    left_out = tuple(problems)
    put(
        config,
        Build(settings, catalog, folder, cache, sweeper, wanted, workers, is_served, left_out),
    )
    return config
