"""A project of our own portal with the corpus in place of its news."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.corpus.item import Item
from bench.corpus.yamltext import front_text

COPIED = ("mkdocs.yml", "data")
LINKED = ("hooks", "theme")


def write_project(root: Path, folder: Path, items: Iterable[Item]) -> int:
    """Write a project into ``folder``, replacing what is there; return the number of articles.

    Hand-written pages and registries are copied, hooks and theme are linked to those of ``root``.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(root / "docs", folder / "docs", ignore=_without_news(root / "docs"))
    for name in COPIED:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copyfile
        copy(root / name, folder / name)
    for name in LINKED:
        (folder / name).symlink_to(os.path.relpath(root / name, folder))
    return write_articles(folder / "docs", items)


def write_articles(docs: Path, items: Iterable[Item]) -> int:
    """Write articles under ``docs`` one by one; return their number."""
    count, made = 0, set[Path]()
    for count, item in enumerate(items, start=1):  # noqa: B007 - the last one is the result
        file = docs / item.path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_text(
            f"---\n{front_text(item.front)}---\n\n{item.body}", encoding="utf-8", newline="\n"
        )
    return count


def _without_news(docs: Path) -> Callable[[str, list[str]], list[str]]:
    return lambda folder, _: ["tin"] if Path(folder) == docs else []
