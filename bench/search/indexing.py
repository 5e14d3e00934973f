"""One index built, alone in its process: ``python -m bench.search.indexing ours|lunr FROM TO``."""

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

from material.plugins.search.plugin import SearchIndex

from bantin.reading.bodies import Bodies
from bantin.runtime.site_files import SiteFiles
from bantin.search.updating import write_index
from bench.search.articles import read_catalog

# What Material's language files give for Vietnamese.
SETTINGS = {
    "lang": ["vi"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
}


def build_ours(project: Path, output: Path) -> None:
    """Read a project and write its index."""
    catalog, docs = read_catalog(project), project / "docs"
    write_index(catalog, Bodies(docs).sections, SiteFiles(output))


def build_lunr(html: Path, output: Path) -> None:
    """Write the index file of Material's search plugin from plain pages."""
    index = SearchIndex(**SETTINGS)
    for file in sorted(html.rglob("*.html")):
        content = file.read_text(encoding="utf-8")
        headings = _Headings()
        headings.feed(content)
        url = file.relative_to(html).as_posix()
        page = SimpleNamespace(
            meta={}, content=content, toc=list(headings.items()), url=url, title=""
        )
        index.add_entry_from_context(page)
    output.mkdir(parents=True, exist_ok=True)
    (output / "search_index.json").write_text(
        index.generate_search_index(None), encoding="utf-8", newline="\n"
    )


class _Headings(HTMLParser):
    """Gathers ids of headings, as MkDocs' table of contents has them."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h2":
            self.ids.extend(value or "" for name, value in attrs if name == "id")

    def items(self) -> Iterator[SimpleNamespace]:
        yield from (SimpleNamespace(id=id_, url=f"#{id_}", children=[]) for id_ in self.ids)


if __name__ == "__main__":
    engine, source, target = sys.argv[1:]
    {"ours": build_ours, "lunr": build_lunr}[engine](Path(source), Path(target))
