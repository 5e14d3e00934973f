"""The two sites under measurement: ours, and Material with the same stories."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import frontmatter
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bench.corpus.yamltext import front_text

COPIED = ("docs", "data", "hooks", "theme")
# What a project has after reading the first page of Material's guide, the language set; Google's
# fonts are off, so that nothing is asked of another host. Stories stay out of the navigation,
# which would make every page heavier by a line a story.
CONFIG = """\
site_name: Bản tin phối hợp
theme:
  name: material
  language: vi
  font: false
plugins: [search]
markdown_extensions: [attr_list, footnotes, tables, toc]
nav: [index.md]
not_in_nav: /tin/
"""


def sample(docs: Path) -> str:
    """Return the address of the story of middle length among those without photographs."""
    files = [file for file in (docs / "tin").rglob("*.md") if "photos" not in _front(file)]
    ranked = sorted(files, key=lambda file: (file.stat().st_size, file))
    return _address(ranked[len(ranked) // 2].relative_to(docs))


def build_ours(root: Path, folder: Path) -> Path:
    """Build this portal from a copy of its sources and return the site."""
    _clear(folder)
    for name in COPIED:
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(root / "mkdocs.yml", folder / "mkdocs.yml")
    return _build(folder)


def build_plain(docs: Path, ours: Path, folder: Path) -> Path:
    """Build Material with every story, and a home page that lists those that ours lists."""
    _clear(folder)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8", newline="\n")
    for file in (docs / "tin").rglob("*.md"):
        _write(folder / "docs" / file.relative_to(docs), _story(file))
    if (docs / "anh").is_dir():
        shutil.copytree(docs / "anh", folder / "docs/anh")
    _write(folder / "docs/index.md", _home(ours / "index.html", docs))
    return _build(folder)


def _story(file: Path) -> str:
    """Return an article as plain Markdown: title, lead, date, body, source."""
    front = _front(file)
    kept = front_text({"title": front["title"], "description": front["lead"]})
    source = front.get("source", {})
    parts = (
        f"---\n{kept}---",
        f"**{front['lead']}**",
        str(front.get("date") or front.get("conference", {}).get("date", "")),
        frontmatter.load(file).content,
        f"Nguồn: [{source.get('name', '')}]({source.get('url', '')})",
    )
    return "\n\n".join(parts)


def _home(page: Path, docs: Path) -> str:
    """Return the home page: what its author wrote, and each story that ours lists."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    text = frontmatter.load(docs / "index.md").content
    rows = [_row(row, link) for row in tree.css("article.row") if (link := row.css_first("h3 a"))]
    if not rows:
        message = f"{page} lists no stories"
        raise ValueError(message)
    return "\n\n".join(("# Bản tin phối hợp", text, "## Hội nghị mới nhất", *rows))


def _row(row: LexborNode, link: LexborNode) -> str:
    address = f"{(link.attributes['href'] or '').rstrip('/')}.md"
    others = [node.text(strip=True) for node in row.css(".row-meta, .row-lead, .row-agencies")]
    return "\n\n".join((f"### [{link.text(strip=True)}]({address})", *others))


def _build(folder: Path) -> Path:
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run((mkdocs, "build", "--quiet"), cwd=folder, env=environ, check=True)  # noqa: S603 - our own command
    return folder / "site"


def _front(file: Path) -> dict[str, Any]:
    return dict(frontmatter.load(file).metadata)


def _address(file: Path) -> str:
    return f"{file.with_suffix('').as_posix()}/"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
