"""MkDocs with Material as it comes: without list pages, and with its blog plugin."""

import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.corpus import Corpus, Item
from bench.corpus.yamltext import front_text
from bench.peers.flat import flat_of, term_names
from bench.peers.peer import BUILD_DATE, Peer, Task


class Material(Peer):
    """Material without plugins; articles out of the navigation, which grows by their square."""

    name = "material"
    lists = "none"

    def version(self) -> str:
        """Return the versions of host and theme."""
        return f"{version('mkdocs')} / {version('mkdocs-material')}"

    def lay_out(self, folder: Path, corpus: Corpus, items: Iterable[Item]) -> None:
        """Write articles as pages."""
        self.copy_site(folder)
        write(folder / "docs", items, self.fields(corpus))

    def fields(self, corpus: Corpus) -> "Fields":  # noqa: ARG002 - for the blog
        """Return what makes the front matter of an article."""
        return Fields({})

    def task(self, folder: Path) -> Task:
        """Return the build."""
        mkdocs = str(Path(sys.executable).with_name("mkdocs"))
        env = {"SOURCE_DATE_EPOCH": "1798675200", "BUILD_DATE": BUILD_DATE}
        env |= {"NO_MKDOCS_2_WARNING": "1"}
        return Task((mkdocs, "build", "--quiet"), folder, folder / "site", env)

    def article(self, folder: Path, item: Item) -> Path:
        """Return the source file of an article."""
        return folder / "docs" / item.path


class MaterialBlog(Material):
    """Material's blog plugin: a view a category and a year, each with its pages."""

    name = "blog"
    lists = "programmes, agencies, provinces as categories; years as archive"
    most = 1_000
    # Every list page goes into the navigation of every page: minutes a build.
    rounds, cases = 1, ("cold",)

    def fields(self, corpus: Corpus) -> "Fields":
        """Return front matter with categories."""
        return Fields(term_names(corpus, {}))

    def article(self, folder: Path, item: Item) -> Path:
        """Return the source file of an article."""
        return folder / "docs" / "posts" / item.path


class Fields:
    """Makes front matter; with names of terms, categories as the blog plugin wants them."""

    kinds = ("programs", "agencies", "provinces")

    def __init__(self, names: dict[str, dict[str, str]]) -> None:
        self.names = names

    def of(self, item: Item) -> dict[str, Any]:
        """Return the front matter of an article."""
        fields = flat_of(item).fields
        kept: dict[str, Any] = {"title": fields["title"], "description": fields["lead"]}
        if not self.names:
            return kept
        terms = (self.names[k][i] for k in self.kinds for i in fields.get(k, ()))
        return kept | {"date": fields["date"], "categories": list(dict.fromkeys(terms))}

    @property
    def folder(self) -> str:
        """Where articles stand below ``docs``."""
        return "posts" if self.names else ""


def write(docs: Path, items: Iterable[Item], fields: Fields) -> None:
    """Write articles below ``docs`` one by one."""
    for item in items:
        file = docs / fields.folder / item.path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = f"---\n{front_text(fields.of(item))}---\n\n{item.body}"
        file.write_text(text, encoding="utf-8", newline="\n")
