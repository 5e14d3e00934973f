"""What fuzzing starts from: the archive's own files, and forms known to be awkward."""

import re
from collections.abc import Iterator
from pathlib import Path

AWKWARD = (
    b"---\ntitle: &a [*a, *a]\ndate: 2024-02-30\n---\n",
    b"---\n<<: {title: x}\n? [k]\n: v\n---\n# A\n",
    b"\xef\xbb\xbf---\r\ntitle: 'x'\r\n---\r\n[a](javascript:alert(1))\r\n",
    b"<script>alert(1)</script>\n\n[x]: data:text/html,y\n\n![x]\n|a|\n|-|\n|<b onclick=c>|\n",
    b"x[^1]\n\n[^1]: <iframe src=//a.example></iframe>\n\n~~~\n<!--\n",
)
ARTICLES, LONGEST = 40, 4096
WORD = re.compile(r"[\w/-]+(?::(?= |$))?", re.MULTILINE)
SIGNS = {
    "---\n", "\n---\n", "\n- ", "\n  ", ": ", "[", "]", "{", "}", "&a ", "*a", "!!", "|\n", ">-\n",
    "'", '"', "# ", "\n## ", "](", "![", "<", ">", "\n|-|-|\n", "[^1]", "\n[^1]: ", "```", "\t",
    "\r\n", "\u2028", "\ufeff", "\u0301", "\u200b", "đ", "ươ", "–", "--04-25", "2024-Q3",
    "javascript:",
}  # fmt: skip


def lay_seeds(root: Path, folder: Path, name: str) -> Path:
    """Fill a folder with the seeds of a target and return it."""
    folder.mkdir(parents=True)
    for number, seed in enumerate(SEEDS[name](root)):
        (folder / str(number)).write_bytes(seed[:LONGEST])
    return folder


def lay_words(root: Path, file: Path) -> None:
    """Write the words to mutate with: keys and ids of the content, signs of YAML and Markdown."""
    texts = [seed.decode() for seed in AWKWARD]
    small = sorted((root / "tests/cases").glob("*/data/*"))
    texts += [file.read_text(encoding="utf-8") for file in small]
    words = {word for text in texts for word in WORD.findall(text)} | SIGNS
    lines = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in sorted(words))
    file.write_text("".join(f'"{line}"\n' for line in lines), encoding="utf-8", newline="\n")


def _articles(root: Path) -> Iterator[bytes]:
    yield from AWKWARD
    for file in sorted((root / "docs/tin").rglob("*.md"))[:ARTICLES]:
        yield file.read_bytes()
    for file in sorted((root / "tests/site/docs/tin").rglob("*.md")):
        yield file.read_bytes()


def _bodies(root: Path) -> Iterator[bytes]:
    yield from AWKWARD
    for data in _articles(root):
        yield data.split(b"\n---\n", 1)[-1]


def _registries(root: Path) -> Iterator[bytes]:
    for name in ("tests/cases/base/data", "tests/site/data", "data"):
        for number, kind in enumerate(KINDS):
            file = root / name / f"{kind}.yml"
            if file.is_file():
                yield bytes([number]) + file.read_bytes()
    yield bytes([2]) + b"- {id: a, name: A, kind: khac, level: xa, succeeded_by: [a]}\n"
    yield bytes([4]) + b"- &x {id: a, name: A, renews: a, implements: a, parties: [{name: *x}]}\n"


def _queries(root: Path) -> Iterator[bytes]:
    lines = (root / "tests/search/queries.tsv").read_text(encoding="utf-8").splitlines()
    yield from (cell.encode() for line in lines for cell in line.split("\t")[:3])
    yield from ('"dân vận'.encode(), "dân vận\0tinh=gia-lai".encode(), "2016–2021 ".encode() * 9)


def _caches(root: Path) -> Iterator[bytes]:
    yield b"\0" + b"x" * 40
    yield b"\1"
    for file in sorted((root / ".cache").rglob("*"))[:200]:
        if file.name in {"outputs", "articles", "measures", "0.bin"}:
            data = file.read_bytes()[:LONGEST]
            yield from (bytes([way]) + data for way in range(2))
            yield b"\1" + data[32:]


# In the order in which ``read_registries`` knows them.
KINDS = ("provinces", "districts", "agencies", "documents", "programs", "glossary")
SEEDS = {
    "front-matter": _articles,
    "markdown": _bodies,
    "registries": _registries,
    "queries": _queries,
    "caches": _caches,
}
