"""The compiled pages are written once MkDocs is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from bantin.build.page_records import recall
from bantin.build.page_writer import Writer
from bantin.compile import Renderer, jobs
from bantin.compile.pages.home import notice
from bantin.compile.render.bytecode import CachedBytecode
from bantin.compile.render.templates import Templates
from bantin.reading.content import read_body
from bantin.runtime.fingerprint import code_digest, digest
from bantin.runtime.processes import Workers
from edition import publication_of
from handoff import build_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("bantin")
HERE = Path(__file__).parent
TEMPLATES = HERE.parent / "theme" / "pages"


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Have the templates of the host kept compiled as ours are."""
    version = digest(code_digest(), *sorted(env.extensions))
    env.bytecode_cache = CachedBytecode(build_of(config).cache.at("host"), version)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Bring the pages up to date with the catalogue."""
    build, docs, site = build_of(config), Path(config.docs_dir), Path(config.site_dir)
    publication = publication_of(config)
    settings = publication.settings
    articles = build.catalog.by_path
    code = code_digest(HERE / "bantin", TEMPLATES)
    templates = Templates(TEMPLATES, CachedBytecode(build.cache.at("templates"), code))
    renderer = Renderer(
        templates, build.shells, settings, lambda path: read_body(docs, articles[path])
    )
    engine = digest(code, repr(settings), repr(build.shells))
    memory = recall(build.cache, engine)
    writer = Writer(renderer, site, memory, Workers(build.workers, build.wanted.has_settled))
    report = writer.write(
        publication.jobs(jobs(build.catalog, notice(build.left_out) + build.intro))
    )
    report.memory.save(build.cache)
    build.wanted |= report.files
    log.info("Đã dựng %d trang, viết lại %d.", report.pages, report.written)
