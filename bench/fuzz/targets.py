"""What is fuzzed: each target takes bytes and raises where something does not hold."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from tempfile import mkdtemp

from markup import forbidden

from bantin.build.records import Records, load_records
from bantin.catalog import build_catalog
from bantin.checking import check, valid_part
from bantin.editing.fixes import fix_article, fix_registry
from bantin.markdown import parse
from bantin.markdown.outcome import outcome_of
from bantin.model import Article, Problem
from bantin.model.problem import Severity
from bantin.model.registry import RECORD_TYPES
from bantin.pictures.measuring import measure_pictures
from bantin.pictures.store import PictureStore
from bantin.reading import Content, read
from bantin.reading.article import read_article
from bantin.reading.bodies import Bodies
from bantin.reading.cache import load_articles
from bantin.reading.frontmatter import decode
from bantin.reading.registry import read_registries
from bantin.runtime.cache import Cache
from bantin.runtime.site_files import SiteFiles
from bantin.search.indexing.store import FOLDER as SEGMENTS
from bantin.search.indexing.store import SegmentStore
from bantin.search.query import Filters, IndexReader, Searcher
from bantin.search.updating import write_index

TODAY = date(2026, 11, 23)
PATH = "tin/2024/bai.md"
SCHEMES = ("http://", "https://", "mailto:", "#")
REGISTRIES = (*RECORD_TYPES, "glossary")
Try = Callable[[bytes], None]


def demand(holds: object, what: str) -> None:
    """Fail unless something holds."""
    if not holds:
        raise AssertionError(what)


def front_matter(root: Path, folder: Path) -> Try:  # noqa: ARG001 - the signature of a target
    """An article's file is read or refused in words, and mending it twice changes nothing."""

    def attempt(data: bytes) -> None:
        found = read_article(PATH, data)
        if isinstance(found, Article):
            count = data.count(b"\n") + data.count(b"\r") + 1
            demand(all(link.line <= count for link in found.links), "a line beyond the file")
        else:
            demand(found and all(isinstance(p, Problem) and p.message for p in found), "no words")
            demand(
                all(p.location.line >= 1 and p.location.column >= 1 for p in found), "no such place"
            )
        text = decode(PATH, data)
        if isinstance(text, str):
            once = fix_article(text)
            demand(fix_article(once) == once, "mending goes on")

    return attempt


def markdown(root: Path, folder: Path) -> Try:  # noqa: ARG001
    """A body turns into nothing but plain markup, and its parts can be told."""

    def attempt(data: bytes) -> None:
        text = decode(PATH, data)
        if isinstance(text, Problem):
            return
        body = parse(text, resolve=lambda url: url if url.startswith(SCHEMES) else "")
        demand(not forbidden(body.html), forbidden(body.html))
        ids = [heading.id for heading in body.headings]
        demand(len(ids) == len(set(ids)), "an id given twice")
        outcome_of(body.sections)
        body.plain_lines(1)
        count = text.count("\n") + 1
        places = (*body.links, *body.omissions)
        demand(all(1 <= place.line <= count for place in places), "a line beyond the body")

    return attempt


def registries(root: Path, folder: Path) -> Try:  # noqa: ARG001
    """A registry is read or refused, checked, and what is left makes a catalogue."""
    home = Path(mkdtemp(dir=folder))
    docs, data_folder = home / "docs", home / "data"
    data_folder.mkdir()

    def attempt(data: bytes) -> None:
        name = REGISTRIES[data[0] % len(REGISTRIES)] if data else "agencies"
        file = data_folder / f"{name}.yml"
        file.write_bytes(data[1:])
        known, problems = read_registries(data_folder)
        content = Content(docs, data_folder, (), known, tuple(problems))
        faults = [p for p in check(content) if p.severity is Severity.PROBLEM]
        build_catalog(valid_part(content, faults), TODAY)
        file.unlink()
        text = decode(name, data[1:])
        if isinstance(text, str):
            once = fix_registry(text)
            demand(fix_registry(once) == once, "mending goes on")

    return attempt


def queries(root: Path, folder: Path) -> Try:
    """Any question is answered, and in whatever order by the same articles."""
    small = root / "tests/site"
    catalog = build_catalog(read(small / "docs", small / "data"), TODAY)
    write_index(catalog, Bodies(small / "docs").sections, SiteFiles(folder))
    site = folder / "tim-kiem/chi-muc"
    searcher = Searcher(IndexReader(lambda path: (site / path).read_bytes()))
    known = set(range(len(catalog.articles)))

    def attempt(data: bytes) -> None:
        text, _, facet = data.decode(errors="replace").partition("\0")
        key, _, value = facet.partition("=")
        chosen = {key: [value]} if key in {"tinh", "loai", "co-quan"} else {}
        filters = Filters(chosen, first_year=data[0] * 16 if facet else None)
        found = searcher.search(text, filters)
        demand(set(found.docs) <= known, "an article that is not there")
        demand(len(set(found.docs)) == len(found.docs), "an article twice")
        demand(found.by_other_name <= set(found.docs), "a name without its article")
        dated = searcher.search(text, filters, is_by_date=True)
        demand(sorted(dated.docs) == sorted(found.docs), "sorting changes the answer")

    return attempt


def caches(root: Path, folder: Path) -> Try:  # noqa: ARG001
    """A cache entry of any content is missing, and a segment of any content is read or empty."""
    home = Path(mkdtemp(dir=folder))
    cache = Cache(home)

    def raw(data: bytes) -> None:
        for name in ("articles", "outputs", "measures", "raw"):
            (home / name).write_bytes(data)
        # A version that changes each time: its checksum cannot be learned, only met by accident.
        demand(not load_articles(cache, token_hex()), "an article from nowhere")
        demand(load_records(cache) == Records(), "a page from nowhere")
        demand(measure_pictures(home, ["anh/khong-co.jpg"], cache) == {}, "a picture from nowhere")
        picture = PictureStore(cache).load("anh/raw")
        demand(picture is None or data == sha256(picture).digest() + picture, "a foreign file")

    def segment(data: bytes) -> None:
        cache.at(SEGMENTS).at("1").save_bytes("0.bin", [data])
        SegmentStore(cache, 1).load(0)

    ways = (raw, segment)

    def attempt(data: bytes) -> None:
        ways[data[0] % len(ways) if data else 0](data[1:])

    return attempt


TARGETS: dict[str, Callable[[Path, Path], Try]] = {
    "front-matter": front_matter,
    "markdown": markdown,
    "registries": registries,
    "queries": queries,
    "caches": caches,
}
