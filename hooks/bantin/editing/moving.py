"""Articles moved to the folder of their year; ids stay, old addresses and links go on working."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bantin.catalog.articles import folder_of
from bantin.catalog.identity import first_address
from bantin.editing.files import replace_bytes
from bantin.importing.drafting.draft_files import create
from bantin.model import Article
from bantin.model.sections import Section
from bantin.reading import Content

NEWS = Section.NEWS.address
_KEY = re.compile(r"[a-z_]+:|---")


class Move(NamedTuple):
    """An article in the wrong folder: its path now and its right path, both from ``docs/``."""

    article: Article
    old: str
    new: str


def moves(content: Content) -> Iterator[Move]:
    """Yield a move for each article outside the folder of its year, if its new path is free."""
    for article in content.articles:
        folder, _, name = article.path.rpartition("/")
        right = f"{NEWS}{folder_of(article.front)}"
        is_free = not (content.docs / right / name).exists()
        if folder != right and re.fullmatch(rf"{NEWS}[\w-]+", folder) and is_free:
            yield Move(article, article.path, f"{right}/{name}")


def make_move(docs: Path, move: Move) -> list[str]:
    """Move one article; return the paths, from ``docs/``, of files in which a link was changed."""
    before = (docs / move.old).read_text(encoding="utf-8")
    after = _with_alias(_with_old_folder(before, move), move)
    create(docs / move.new, after.encode())
    (docs / move.old).unlink()
    return list(_change_links(docs, move))


def _change_links(docs: Path, move: Move) -> Iterator[str]:
    """Change every link to the article, in other articles and in hand-written pages."""
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        if path == move.new or file.is_symlink():
            continue
        before = file.read_bytes().decode("utf-8", errors="surrogateescape")
        after = _with_new_path(before, path, move)
        if after != before:
            replace_bytes(file, after.encode("utf-8", errors="surrogateescape"))
            yield path


def _with_new_path(text: str, path: str, move: Move) -> str:
    """Return the text of a file with its links to the article changed to the new path."""
    old, new = move.old.removeprefix(NEWS), move.new.removeprefix(NEWS)
    text = re.sub(rf"(?<={NEWS}){re.escape(old)}|(?<=\.\./){re.escape(old)}", new, text)
    # The address of a task, in the front matter of an article that follows it.
    before, after = old.removesuffix(".md"), new.removesuffix(".md")
    text = re.sub(rf"(?<={NEWS}){re.escape(before)}/#nv-", f"{after}/#nv-", text)
    folder, _, name = move.old.rpartition("/")
    if path.rpartition("/")[0] == folder:
        text = re.sub(rf"(\]\(\s*<?){re.escape(name)}", rf"\g<1>../{new}", text)
    return text


def _with_old_folder(text: str, move: Move) -> str:
    """Return the moved article with links to its old neighbours made to lead there again."""
    year = move.old.split("/")[1]
    return re.sub(r"(\]\(\s*<?)([a-z0-9-]+\.md)", rf"\g<1>../{year}/\g<2>", text)


def _with_alias(text: str, move: Move) -> str:
    """Return an article with its id and its old address, unless no reader ever saw it."""
    article = move.article
    aliases = [alias for alias in article.front.aliases if alias != _address(move.new)]
    is_shown = not article.front.is_draft
    aliases += [_address(move.old)] if is_shown else []
    lines = text.split("\n")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    start = next((n for n in range(1, end) if lines[n].startswith("aliases:")), end)
    stop = next((n for n in range(start + 1, end + 1) if _KEY.match(lines[n])), end)
    identity = [] if article.front.id or not is_shown else [f"id: {first_address(article)}"]
    line = [f"aliases: [{', '.join(dict.fromkeys(aliases))}]"] if aliases else []
    return "\n".join([*lines[:start], *identity, *line, *lines[stop if start < end else end :]])


def _address(path: str) -> str:
    return path.removesuffix(".md") + "/"
