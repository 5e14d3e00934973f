"""Links of hand-written pages: to news, whose sources MkDocs no longer knows, and to headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from bantin.compile.targets import href_of
from bantin.vietnamese.slug import slugify
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

log = get_plugin_logger("bantin")
NEWS_LINK = re.compile(r"\]\(((?:\.\./)*tin/[^)\s]+\.md(?:#[^)\s]*)?)\)")
# A scheme of our own passes MkDocs' link validation untouched.
SCHEME = "bantin:"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give headings ids that keep đ as d; MkDocs' own would drop it."""
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, _separator: slugify(text)
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Mark each link to an article with where it leads; warn of one that leads nowhere."""

    def resolve(match: re.Match[str]) -> str:
        href = href_of(build_of(config).catalog, page.file.src_uri, match[1])
        if not href:
            log.warning("docs/%s: không có bài «%s»", page.file.src_uri, match[1])
        return f"]({SCHEME}{href})" if href else match[0]

    return NEWS_LINK.sub(resolve, markdown)


def on_page_content(html: str, **_: object) -> str:
    """Turn the marks into the relative links they stand for."""
    return html.replace(f'href="{SCHEME}', 'href="')
