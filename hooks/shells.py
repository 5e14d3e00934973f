"""MkDocs renders one empty page a depth; its HTML becomes the shell of all compiled pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from bantin.compile import cut_shell
from bantin.compile.addresses import to_files
from bantin.compile.render.shell import DEPTHS, shell_source
from bantin.model.sections import MENU
from handoff import build_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SOURCES = {shell_source(depth): depth for depth in DEPTHS if depth}
HOME = "index.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Append the shells; the home page itself is the shell of depth 0."""
    for source in SOURCES:
        file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(file)
    return files


def on_env(env: Environment, **_: object) -> Environment:
    """Give the theme the sections that its main menu leads to."""
    env.globals["menu"] = MENU
    return env


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Tell the theme which pages are shells."""
    page.meta["shell"] = page.file.src_uri in SOURCES or page.file.src_uri == HOME
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Keep the words of ``index.md``: the compiled home page opens with them."""
    if page.file.src_uri == HOME:
        build_of(config).intro = html
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a shell and write nothing in its place; other pages go out as they are."""
    if not page.meta.get("shell"):
        return to_files(output) if build_of(config).settings.is_offline else output
    depth = SOURCES.get(page.file.src_uri, 0)
    build_of(config).shells[depth] = cut_shell(output)
    return ""
