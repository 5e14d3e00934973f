"""Content and registries are read before anything is cleaned; problems stop the build."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from bantin.catalog import build_catalog
from bantin.checking import check
from bantin.clock import build_date
from bantin.forking import processors
from bantin.model.problem import Severity
from bantin.reading import read
from bantin.vietnamese.slug import slugify
from handoff import Build, cache_folder, put

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from bantin.model import Problem

log = get_plugin_logger("bantin")
# Hooks are executed once and on_startup runs once: the command cannot go stale.
running: list[str] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001
    """Remember whether pages are built or served."""
    running[:] = [command]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything; refuse to build over a problem, but serve what is left."""
    docs = Path(config.docs_dir)
    is_served = running == ["serve"]
    cache = cache_folder(config, is_served=is_served)
    workers = 1 if is_served else processors()
    content = read(docs, docs.parent / "data", cache / "articles", workers)
    found = check(content)
    problems = [p for p in found if p.severity is Severity.PROBLEM]
    for advice in (p for p in found if p.severity is Severity.ADVICE):
        log.info("%s", advice)
    if problems and not is_served:
        for problem in problems:
            log.error("%s", problem)
        message = f"{len(problems)} lỗi trong nội dung; trang cũ được giữ nguyên"
        raise PluginError(message)
    catalog = build_catalog(content.without(problems), build_date(os.environ))
    put(config, Build(catalog, cache, workers, report(problems)))
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, _separator: slugify(text)
    return config


def report(problems: list[Problem]) -> tuple[Problem, ...]:
    """Log what is left out while serving."""
    for problem in problems:
        log.warning("%s", problem)
    return tuple(problems)
