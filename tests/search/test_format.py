"""FORMAT.md shows an index byte by byte: built again here, and decoded by its text alone."""

import json
import re
from datetime import date
from pathlib import Path
from zlib import crc32

import pytest

from bantin.catalog import build_catalog
from bantin.reading import read
from bantin.reading.bodies import Bodies
from bantin.runtime.site_files import SiteFiles
from bantin.search.format import settings
from bantin.search.format.codec import encode_one
from bantin.search.query import IndexReader, Searcher
from bantin.search.updating import write_index

FORMAT = Path(settings.__file__).parents[1] / "FORMAT.md"
BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDTH = 16
SOURCES = ("own text", "registry", "other name")


class Cursor:
    """Reads a file of the index from its first byte to its last; knows nothing of bantin."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def rising(self, count: int) -> list[int]:
        total = 0
        return [total := total + self.number() for _ in range(count)]

    def take(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]

    def row(self, start: int, meaning: str) -> str:
        taken = self.data[start : self.at].hex(" ")
        shown = taken if self.at - start <= WIDTH else f"{taken[:17]} … {taken[-5:]}"
        return f"| {start} | `{shown}` | {meaning} |"

    def checksum(self) -> str:
        value = int.from_bytes(self.take(4), "little")
        assert value == crc32(self.data[4:])
        return self.row(0, f"checksum of the bytes that follow: 0x{value:08x}")

    def text(self) -> tuple[str, list[str]]:
        start = self.at
        size = self.number()
        rows = [self.row(start, f"the text is {size} bytes long")]
        start = self.at
        text = self.take(size).decode()
        shown = text.replace("\n", "⏎").replace("\t", "⇥")
        return text, [*rows, self.row(start, f"text: `{shown}`")]


def postings_shown(data: bytes, *, is_pairs: bool) -> list[str]:
    """Return the rows of FORMAT.md for a shard of words or of pairs."""
    cursor = Cursor(data)
    rows = [cursor.checksum()]
    text, of_text = cursor.text()
    terms, sizes = pairs_in(text) if is_pairs else text.split(" "), []
    rows += of_text
    for term in terms:
        start = cursor.at
        sizes.append(cursor.number() // 2)
        rows.append(cursor.row(start, f"«{term}»: a list of {sizes[-1]} bytes, in this file"))
    for term, size in zip(terms, sizes, strict=True):
        start, end, groups = cursor.at, cursor.at + size, []
        while cursor.at < end:
            code = cursor.number()
            groups.append(group_shown(code >> 4, code & 15, cursor.rising(cursor.number())))
        rows.append(cursor.row(start, f"«{term}»: {'; '.join(groups)}"))
    assert cursor.at == len(data)
    return rows


def positions_shown(data: bytes, pairs_file: bytes) -> list[str]:
    """Return the rows of FORMAT.md for a file of positions; the terms are in the shard of pairs."""
    cursor, pairs = Cursor(data), Cursor(pairs_file)
    pairs.take(4)
    text, _ = pairs.text()
    rows, terms, sizes = [cursor.checksum()], pairs_in(text), []
    assert int.from_bytes(cursor.take(4), "little") == crc32(text.encode())
    rows.append(cursor.row(4, "checksum of the text in `cap/0.bin`"))
    start = cursor.at
    sizes = [cursor.number() // 2 for _ in terms]
    rows.append(cursor.row(start, f"how long the lists are: {', '.join(map(str, sizes))} bytes"))
    for term, size in zip(terms, sizes, strict=True):
        if not size:
            continue
        start = cursor.at
        articles = cursor.rising(cursor.number())
        counts = [cursor.number() for _ in articles]
        found = [
            f"article {article} at {', '.join(map(str, cursor.rising(count)))}"
            for article, count in zip(articles, counts, strict=True)
        ]
        rows.append(cursor.row(start, f"«{term}»: {'; '.join(found)}"))
    assert cursor.at == len(data)
    return rows


def facet_shown(data: bytes) -> list[str]:
    """Return the rows of FORMAT.md for the values of a facet."""
    cursor = Cursor(data)
    rows = [cursor.checksum()]
    text, of_text = cursor.text()
    rows += of_text
    for line in text.split("\n"):
        start, id_ = cursor.at, line.split("\t")[0]
        rows.append(cursor.row(start, f"`{id_}`: {articles_shown(cursor.rising(cursor.number()))}"))
    assert cursor.at == len(data)
    return rows


def articles_shown(numbers: list[int]) -> str:
    return f"article{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"


def group_shown(source: int, level: int, numbers: list[int]) -> str:
    return f"{SOURCES[source]}, level {level}: {articles_shown(numbers)}"


def pairs_in(text: str) -> list[str]:
    lines = (line.split("\t") for line in text.split("\n"))
    return [f"{first} {second}" for first, seconds in lines for second in seconds.split(" ")]


def dump(data: bytes) -> str:
    """Return bytes in hex, sixteen a line, each line behind the place of its first byte."""
    lines = (data[at : at + WIDTH] for at in range(0, len(data), WIDTH))
    return "".join(f"{number * WIDTH:04d}  {line.hex(' ')}\n" for number, line in enumerate(lines))


@pytest.fixture(scope="module")
def document() -> str:
    return FORMAT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def blocks(document: str) -> dict[str, str]:
    """The fenced blocks of FORMAT.md that name a file, by that name."""
    return {path: text for _, path, text in BLOCK.findall(document)}


@pytest.fixture(scope="module")
def index(blocks: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of the articles that FORMAT.md shows."""
    root = tmp_path_factory.mktemp("example")
    for path, text in blocks.items():
        if path.startswith("docs/"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    content = read(root / "docs", root / "data")
    assert not content.problems
    catalog = build_catalog(content, date(2026, 11, 23))
    files = SiteFiles(root / "site")
    write_index(catalog, Bodies(root / "docs").sections, files)
    return root / "site" / settings.FOLDER


@pytest.fixture(scope="module")
def manifest(index: Path) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((index / "manifest.json").read_bytes())
    return loaded


@pytest.fixture(scope="module")
def files(index: Path, manifest: dict[str, object]) -> dict[str, bytes]:
    """The binary files of the example by their paths from the folder of the shards."""
    folder = index / str(manifest["folder"])
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.bin")
    }


def test_the_bytes_shown_are_those_written(blocks: dict[str, str], files: dict[str, bytes]) -> None:
    shown = {path: text for path, text in blocks.items() if path.endswith(".bin")}
    assert shown == {path: dump(files[path]) for path in shown}
    assert {"tu/0.bin", "cap/0.bin", "cho/0.bin", "tu.bin", "loc/loai.bin"} == shown.keys()


def test_the_tables_decode_those_bytes(document: str, files: dict[str, bytes]) -> None:
    for rows in (
        postings_shown(files["tu/0.bin"], is_pairs=False),
        postings_shown(files["cap/0.bin"], is_pairs=True),
        positions_shown(files["cho/0.bin"], files["cap/0.bin"]),
        facet_shown(files["loc/loai.bin"]),
    ):
        assert "\n".join(rows) in document, "\n".join(rows)


def test_the_client_reads_what_the_tables_say(document: str, index: Path) -> None:
    reader = IndexReader(lambda path: (index / path).read_bytes())
    for folded in ("ky", "ket", "2024"):
        for term in reader.word_terms(folded):
            postings = reader.postings(term)
            groups = [group_shown(p.source, p.level, p.docs.tolist()) for p in postings]
            assert f"«{term.words[0]}»: {'; '.join(groups)} |" in document
    (pair,) = reader.pair_terms("ky", "k")
    assert reader.positions(pair) == {0: {0, 10}}
    assert "«ký kết»: article 0 at 0, 10 |" in document


def test_the_manifest_shown_is_that_written(
    blocks: dict[str, str], manifest: dict[str, object]
) -> None:
    shown = json.loads(blocks["manifest.json"])
    assert list(shown) == list(manifest)
    assert shown == {key: manifest[key] if shown[key] != "…" else "…" for key in shown}


def test_the_card_shown_is_that_written(
    blocks: dict[str, str], index: Path, manifest: dict[str, object]
) -> None:
    written = json.loads((index / str(manifest["cards"]) / "0.json").read_bytes())
    assert json.loads(blocks["0.json"]) == written


def test_a_query_fetches_the_files_shown(blocks: dict[str, str], index: Path) -> None:
    fetched: list[str] = []

    def load(path: str) -> bytes:
        fetched.append(path)
        return (index / path).read_bytes()

    searcher = Searcher(IndexReader(load))
    found = searcher.search('"ký kết năm" hi', facets=["loai"])
    assert found.docs == (0,)
    assert found.offered == "ký kết năm hai"
    searcher.index.card(found.docs[0])
    assert [line.split()[0] for line in blocks["fetched"].splitlines()] == fetched


def test_numbers_shown(document: str) -> None:
    blocks_of_all = document.partition("## manifest.json")[0]
    numbers = re.findall(r"^\| ([\d,]+) \| `([0-9a-f ]+)` \|", blocks_of_all, re.MULTILINE)
    shown = {int(value.replace(",", "")): bytes.fromhex(hex_) for value, hex_ in numbers}
    assert shown == {value: encode_one(value) for value in (5, 127, 128, 300, 20_000)}
    assert all(Cursor(encoded).number() == value for value, encoded in shown.items())
    for name in ("FORMAT", "SHARD_SIZE", "LONGEST_POSTING_LIST", "LONGEST_POSITION_LIST"):
        assert re.search(rf"`{name}` \| {getattr(settings, name):,} ", document), name
    for name, value in settings.LIMITS.items():
        assert name == "alternatives" or re.search(rf"`limits.{name}` \| {value} ", document), name
