"""MkDocs renders hand-written pages, and one empty page a depth: the shell of compiled pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from bantin.compile import cut_shell
from bantin.compile.addresses import to_files
from bantin.compile.body_links import depth_of
from bantin.compile.handwritten import page_faults, with_page_pictures
from bantin.compile.handwritten import without_comments as without_remarks
from bantin.compile.render.shell import DEPTHS, shell_source
from bantin.compile.render.templates import CachedBytecode
from bantin.handbook import fill, frame_tables
from bantin.model.sections import FOOTER, MENU, Section
from bantin.publish.previews import default_preview
from bantin.publish.server.headers import inline_scripts, theme_scripts
from bantin.runtime.bundles import bundled
from bantin.runtime.cache import Cache
from bantin.runtime.fingerprint import code_digest, digest
from bantin.runtime.scripts import without_comments
from bantin.runtime.site_files import files_below
from bantin.vietnamese.slug import slugify
from hook_state import demand_all_hooks, state_of
from news_links import SCHEME, NewsLinks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

log = get_plugin_logger("bantin")
HOME = "index.md"
SHELLS = {shell_source(depth): depth for depth in DEPTHS if depth}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Ask for one static page, and for heading ids that keep đ as d; MkDocs' own would drop it."""
    demand_all_hooks(config)
    config.theme.static_templates = {"404.html"}
    # Ours and MkDocs' own: a theme below has nothing that is shown, but material has 14,000 icons,
    # which MkDocs would look through at each build.
    config.theme.dirs = [config.theme.dirs[0], config.theme.dirs[-1]]
    config.markdown_extensions.append(NewsLinks(config))  # type: ignore[arg-type]  # declared as names, taken as either
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, _separator: slugify(text)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001 - MkDocs' signature
    """Return the pages that may be rendered, what the theme has, and the shells; nothing else."""
    state = state_of(config)
    wanted, config.docs_dir = state.loaded.handwritten.pages, str(state.project.docs)
    kept = [File(page, config.docs_dir, config.site_dir, True) for page in wanted]  # noqa: FBT003 - MkDocs' signature
    config.nav = _without(config.nav, wanted)
    empty = [*SHELLS] if HOME in wanted else [HOME, *SHELLS]
    return Files([*kept, *_theme_files(config), *(_empty_page(config, name) for name in empty)])


def _without(nav: Any, pages: Collection[str]) -> Any:  # noqa: ANN401 - YAML of any form
    """Return the navigation without the pages that are left out, of which MkDocs would warn."""
    if isinstance(nav, list):
        below = [_without(one, pages) for one in nav]
        return [one for one in below if one] or None
    if isinstance(nav, dict):
        kept = {title: _without(one, pages) for title, one in nav.items()}
        return {title: one for title, one in kept.items() if one}
    return nav if not str(nav).endswith(".md") or nav in pages else None


def _theme_files(config: MkDocsConfig) -> Iterator[File]:
    """Yield the assets of the theme; scripts without comments, each with all that it imports."""
    theme = state_of(config).project.theme
    paths = (
        f"{Section.ASSETS.address}{path}" for path in files_below(theme / Section.ASSETS.folder)
    )
    files = {path: File(path, str(theme), config.site_dir, True) for path in sorted(paths)}  # noqa: FBT003 - MkDocs' signature
    scripts = {
        path: without_comments(file.content_string)
        for path, file in files.items()
        if path.endswith(".js")
    }
    whole = bundled(scripts)
    for path, file in files.items():
        if path in whole:
            file.content_bytes = whole[path].encode()
        if path in whole or path not in scripts:
            yield file


def _empty_page(config: MkDocsConfig, source: str) -> File:
    return File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)


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
    """Put links and pictures in place, let wide tables scroll; let out nothing that may not be."""
    state, source = state_of(config), page.file.src_uri
    html = without_remarks(html).replace(f'href="{SCHEME}', 'href="')
    if faults := list(page_faults(html, SCHEME)):
        message = f"docs/{source}: trang viết tay {faults[0]}; hãy viết bằng Markdown"
        if not state.project.is_preview:
            raise PluginError(message)
        log.warning("%s", message)
        return ""
    html = with_page_pictures(html, state.host.pictures, depth_of(source), SCHEME)
    html = frame_tables(html)
    if source == HOME:
        state.host.intro = html
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a shell and have nothing written in its place; other pages are written as they are."""
    state = state_of(config)
    if unknown := inline_scripts(output) - {*theme_scripts(state.project.theme)}:
        message = f"docs/{page.file.src_uri}: có {len(unknown)} đoạn mã không phải của giao diện"
        raise PluginError(message)
    if not page.meta.get("shell"):
        return to_files(output) if state.settings.is_offline else output
    state.host.shells[SHELLS.get(page.file.src_uri, 0)] = cut_shell(output)
    return ""
