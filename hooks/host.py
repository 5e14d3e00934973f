"""MkDocs renders hand-written pages, and one empty page a depth: the shell of compiled pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from bantin.compile import cut_shell
from bantin.compile.addresses import to_files
from bantin.compile.render.shell import DEPTHS, shell_source
from bantin.compile.render.templates import CachedBytecode
from bantin.handbook import fill, frame_tables
from bantin.model.sections import FOOTER, MENU
from bantin.pictures.references import FOLDER, mentions
from bantin.publish.previews import default_preview
from bantin.runtime.cache import Cache
from bantin.runtime.fingerprint import code_digest, digest
from bantin.runtime.scripts import without_comments
from bantin.vietnamese.slug import slugify
from hook_state import demand_all_hooks, state_of
from news_links import SCHEME, NewsLinks

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

HOME = "index.md"
SHELLS = {shell_source(depth): depth for depth in DEPTHS if depth}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Ask for one static page, and for heading ids that keep đ as d; MkDocs' own would drop it."""
    demand_all_hooks(config)
    config.theme.static_templates = {"404.html"}
    config.markdown_extensions.append(NewsLinks(config))  # type: ignore[arg-type]  # declared as names, taken as either
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, _separator: slugify(text)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out news, unused pictures, files of the host's theme, and comments of scripts."""
    written = (f for f in files.documentation_pages() if not f.src_uri.startswith("tin/"))
    shown = {path for file in written for path in mentions(file.content_string)}
    themes = {folder for folder in config.theme.dirs if folder != config.theme.custom_dir}
    for file in list(files):
        is_photo = file.src_uri.startswith(FOLDER) and file.src_uri not in shown
        if is_photo or file.src_uri.startswith("tin/") or file.src_dir in themes:
            files.remove(file)
        elif file.src_uri.endswith(".js") and file.src_dir == config.theme.custom_dir:
            file.content_bytes = without_comments(file.content_string).encode()
    for source in SHELLS:
        inclusion = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, source, content="", inclusion=inclusion))
    return files


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Cache the compiled templates of the host; give the theme the menu and the footer."""
    env.globals["menu"], env.globals["footer"] = MENU, FOOTER
    env.globals["preview"] = default_preview(state_of(config).settings)
    cache, version = Cache(state_of(config).project.cache), digest(*sorted(env.extensions))
    env.bytecode_cache = CachedBytecode(cache.at("host-templates"), code_digest() + version)
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Tell the theme which pages are shells; fill in tables of the handbook."""
    page.meta["shell"] = page.file.src_uri in SHELLS or page.file.src_uri == HOME
    try:
        filled = fill(markdown)
    except ValueError as error:
        raise PluginError(str(error)) from None
    news_links = next(one for one in config.markdown_extensions if isinstance(one, NewsLinks))
    news_links.page = page.file.src_uri
    return filled


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Put links to news in place; let wide tables scroll; the home page opens with ``index.md``."""
    html = frame_tables(html.replace(f'href="{SCHEME}', 'href="'))
    if page.file.src_uri == HOME:
        state_of(config).host.intro = html
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a shell and have nothing written in its place; other pages are written as they are."""
    state = state_of(config)
    if not page.meta.get("shell"):
        return to_files(output) if state.settings.is_offline else output
    state.host.shells[SHELLS.get(page.file.src_uri, 0)] = cut_shell(output)
    return ""
