"""Articles as plain pages, for engines that index HTML."""

import gzip
import json
from collections.abc import Iterable
from html import escape
from pathlib import Path

from bench.search.articles import Page

D_WITH_LINE_BELOW = str.maketrans("đĐ", "ḏḎ")
FRAGMENT_PREFIX = b"pagefind_dcd"


def write_html(pages: Iterable[Page], plain: Path, replaced: Path) -> None:
    """Write every page twice: as it is, and with ḏ for đ, which Pagefind folds to d."""
    for page in pages:
        text = as_html(page)
        for folder, written in ((plain, text), (replaced, text.translate(D_WITH_LINE_BELOW))):
            file = folder / page_name(page.path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(written, encoding="utf-8", newline="\n")


def page_name(path: str) -> str:
    """Return the file of an article's page."""
    return path.removesuffix(".md") + ".html"


def as_html(page: Page) -> str:
    """Return title, lead, names and body, and nothing else."""
    lines = [f"<h1>{escape(page.title)}</h1>", f"<p>{escape(page.lead)}</p>"]
    if page.facts:
        lines.append(f"<ul>{''.join(f'<li>{escape(fact)}</li>' for fact in page.facts)}</ul>")
    for section in page.sections:
        if heading := section.heading:
            lines.append(f'<h2 id="{heading.id}">{escape(heading.text)}</h2>')
        lines += [f"<p>{escape(paragraph)}</p>" for paragraph in section.paragraphs]
    head = f'<html lang="vi"><head><meta charset="utf-8"><title>{escape(page.title)}</title></head>'
    return f"<!doctype html>\n{head}<body><main>{''.join(lines)}</main></body></html>\n"


def fragment_paths(index: Path) -> dict[str, str]:
    """Return the article of each fragment that Pagefind wrote."""
    paths = {}
    for file in (index / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(FRAGMENT_PREFIX))
        paths[file.stem] = fragment["url"].lstrip("/").removesuffix(".html") + ".md"
    return paths
