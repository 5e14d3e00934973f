"""An article moved to the folder of its year; its old address and all that leads to it go on."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bantin.catalog.folder import folder_of
from bantin.model import Article
from bantin.model.sections import Section
from bantin.reading import Content

NEWS = Section.NEWS.address
_KEY = re.compile(r"[a-z_]+:|---")


class Move(NamedTuple):
    """A file that lies in the wrong folder, and where it belongs, both from ``docs/``."""

    article: Article
    old: str
    new: str


def moves(content: Content) -> Iterator[Move]:
    """Yield the articles whose folder is not that of their year; none over another file."""
    for article in content.articles:
        folder, _, name = article.path.rpartition("/")
        right = f"{NEWS}{folder_of(article.front)}"
        is_free = not (content.docs / right / name).exists()
        if folder != right and re.fullmatch(rf"{NEWS}[\w-]+", folder) and is_free:
            yield Move(article, article.path, f"{right}/{name}")


def move(docs: Path, step: Move) -> list[str]:
    """Move one article; return the paths from ``docs/`` of other files that led to it."""
    before = (docs / step.old).read_text(encoding="utf-8")
    after = _with_alias(_from_there(before, step), step)
    target = docs / step.new
    target.parent.mkdir(exist_ok=True)
    target.write_text(after, encoding="utf-8", newline="\n")
    (docs / step.old).unlink()
    return list(_led(docs, step))


def _led(docs: Path, step: Move) -> Iterator[str]:
    """Change every link to the article, in news and hand-written pages."""
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        if path == step.new or file.is_symlink():
            continue
        before = file.read_bytes().decode("utf-8", errors="surrogateescape")
        after = _to_there(before, path, step)
        if after != before:
            file.write_bytes(after.encode("utf-8", errors="surrogateescape"))
            yield path


def _to_there(text: str, path: str, step: Move) -> str:
    old, new = step.old.removeprefix(NEWS), step.new.removeprefix(NEWS)
    text = re.sub(rf"(?<={NEWS}){re.escape(old)}|(?<=\.\./){re.escape(old)}", new, text)
    folder, _, name = step.old.rpartition("/")
    if path.rpartition("/")[0] == folder:
        text = re.sub(rf"(\]\(\s*<?){re.escape(name)}", rf"\g<1>../{new}", text)
    return text


def _from_there(text: str, step: Move) -> str:
    """Links to neighbours in the old folder lead there from the new one."""
    year = step.old.split("/")[1]
    return re.sub(r"(\]\(\s*<?)([a-z0-9-]+\.md)", rf"\g<1>../{year}/\g<2>", text)


def _with_alias(text: str, step: Move) -> str:
    """The old address is kept, unless no reader ever saw it."""
    known = [alias for alias in step.article.front.aliases if alias != _address(step.new)]
    is_shown = step.article.front.status != "draft"
    kept = [*known, _address(step.old)] if is_shown else known
    lines = text.split("\n")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    start = next((n for n in range(1, end) if lines[n].startswith("aliases:")), end)
    stop = next((n for n in range(start + 1, end + 1) if _KEY.match(lines[n])), end)
    fresh = [f"aliases: [{', '.join(dict.fromkeys(kept))}]"] if kept else []
    return "\n".join([*lines[:start], *fresh, *lines[stop if start < end else end :]])


def _address(path: str) -> str:
    return path.removesuffix(".md") + "/"
