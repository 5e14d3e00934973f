"""The articles that all engines are given, and which results count as one."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bantin.catalog import Catalog, build_catalog
from bantin.catalog.articles import programs_of
from bantin.markdown import BodySection, parse
from bantin.model import Article
from bantin.reading import read
from bantin.reading.bodies import read_body
from bantin.search.indexing.fields import own_fields
from bench.corpus import Corpus, write_project
from bench.peers.peer import BUILD_DATE


@dataclass(frozen=True, slots=True)
class Page:
    """An article as plain text: what a reader of its page sees, without menus."""

    path: str
    title: str
    lead: str
    facts: tuple[str, ...]
    sections: tuple[BodySection, ...]


def write_articles(root: Path, folder: Path, count: int) -> None:
    """Write a project with the archive's articles, and made-up ones up to ``count``."""
    archive = sum(1 for _ in (root / "docs" / "tin").rglob("*.md"))
    made = Corpus(root / "docs", root / "data").items(max(0, count - archive))
    write_project(root, folder, made)
    shutil.copytree(root / "docs" / "tin", folder / "docs" / "tin", dirs_exist_ok=True)


def read_catalog(folder: Path) -> Catalog:
    """Return the catalogue of a project."""
    return build_catalog(read(folder / "docs", folder / "data"), date.fromisoformat(BUILD_DATE))


def pages(catalog: Catalog, docs: Path) -> Iterator[Page]:
    """Yield the articles in the order of the catalogue."""
    for article in catalog.articles:
        front, sections = article.front, parse(read_body(docs, article)).sections
        facts = tuple(dict.fromkeys(filter(None, _facts(catalog, article))))
        yield Page(article.path, front.title, front.lead or "", facts, sections)


def principals(catalog: Catalog) -> dict[str, str]:
    """Return for each article the principal report of its conference."""
    return {a.path: a.front.same_event_as or a.path for a in catalog.articles}


def own_words(article: Article, docs: Path) -> Iterator[str]:
    """Yield the texts of an article in which a phrase may occur."""
    yield from (f.text for f in own_fields(article, parse(read_body(docs, article)).sections))


def _facts(catalog: Catalog, article: Article) -> Iterator[str]:
    """Names as the page of an article shows them; no other spellings."""
    front, known = article.front, catalog.registries
    for party in front.agencies:
        yield known.agencies[party.id].name if party.id else party.name or ""
    for id_ in programs_of(article):
        yield known.programs[id_].name
        yield known.programs[id_].code or ""
    yield from (known.provinces[id_].full_name for id_ in front.provinces)
    yield from (known.districts[id_].full_name for id_ in front.districts)
    yield from (document.name for document in catalog.cited(article))
    for person in front.people:
        yield from (person.name, person.office or "")
    yield from (photo.caption or photo.alt or "" for photo in front.photos)
    yield (front.conference.place or "") if front.conference else ""
    if front.source:
        yield from (front.source.title or "", *front.source.writers)
