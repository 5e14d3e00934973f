"""Bodies of articles, parsed once for reading, pages and search index.

What reading has parsed is kept in files until the build ends: parsed anew by pages and index, the
bodies of 10,000 articles take 2.5 s more of processor time; in memory they would take 100 MB.
"""

import marshal
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize
from weakref import finalize

from bantin.model import Article, Heading
from bantin.runtime.processes import processors

if TYPE_CHECKING:
    # Not imported until a body is read: in most checks none has changed.
    from bantin.markdown import BodySection, ParsedBody


# Destinations in the HTML of a body, and those which stand there as they are written.
DESTINATION = re.compile(r'(<a href|<img src)="([^"]*)"')
PLAIN = re.compile(r"[A-Za-z0-9_./#-]+")


class Place(NamedTuple):
    """Where a body is kept: number of the file, where HTML and sections begin, where these end."""

    file: int
    html: int
    sections: int
    end: int


class KeptBodies:
    """Parsed bodies in files without a name, one for each process: they vanish with the build.

    Attributes:
        places: of what this process has kept, by path of the article.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open the files; a worker that is forked later inherits them.

        Args:
            folder: on the disk that is to hold them; without one nothing is kept.
        """
        self.places: dict[str, Place] = {}
        self._owner, self._end = os.getpid(), 0
        count = processors() if folder and hasattr(os, "pwrite") else 0
        self._files: list[IO[bytes]] = [TemporaryFile(dir=folder) for _ in range(count)]  # noqa: SIM115 - open as long as this object lives
        for file in self._files:
            finalize(self, file.close)

    @property
    def is_keeping(self) -> bool:
        """Whether bodies are kept at all."""
        return bool(self._files)

    def keep(self, path: str, body: "ParsedBody") -> None:
        """Keep the body of an article, unless the disk is full."""
        if not self._files:
            return
        number = int(os.getpid() != self._owner)
        sections = [(h and (h.id, h.text, h.level, h.line), *rest) for h, *rest in body.sections]
        html, rest = marshal.dumps(body.html), marshal.dumps(sections)
        try:
            written = os.pwrite(self._files[number].fileno(), html + rest, self._end)
        except OSError:
            return
        start, self._end = self._end, self._end + written
        if written == len(html) + len(rest):
            self.places[path] = Place(number, start, start + len(html), self._end)

    def html(self, path: str) -> str | None:
        """Return the HTML of a body, links as written; None where it was not kept."""
        place = self.places.get(path)
        html: str | None = place and self._read(place.file, place.html, place.sections)
        return html

    def sections(self, path: str) -> "tuple[BodySection, ...] | None":
        """Return the sections of a body; None where it was not kept."""
        place = self.places.get(path)
        if not place:
            return None
        from bantin.markdown import BodySection  # noqa: PLC0415 - as above

        kept = self._read(place.file, place.sections, place.end)
        return tuple([BodySection(h and Heading(*h), *rest) for h, *rest in kept])

    def _read(self, number: int, start: int, end: int) -> Any:  # noqa: ANN401 - whatever was kept
        data = os.pread(self._files[number].fileno(), end - start, start)
        return marshal.loads(data)  # noqa: S302 - our own bytes, in a file that no one else can open


NOTHING_KEPT = KeptBodies()


class Bodies:
    """The parsed bodies of articles: kept ones, or parsed anew."""

    def __init__(self, docs: Path, kept: KeptBodies = NOTHING_KEPT) -> None:
        self._docs, self._kept = docs, kept

    def sections(self, article: Article) -> "tuple[BodySection, ...]":
        """Return the sections of a body."""
        kept = self._kept.sections(article.path)
        return self._parse(article).sections if kept is None else kept

    def html(self, article: Article, resolve: Callable[[str], str]) -> str:
        """Return the HTML of a body.

        Args:
            article: whose body it is.
            resolve: see ``parse``.
        """
        kept = self._kept.html(article.path)
        if kept is not None and article.links:
            kept = _with_hrefs(kept, {link.target: resolve(link.target) for link in article.links})
        return self._parse(article, resolve).html if kept is None else kept

    def _parse(self, article: Article, resolve: Callable[[str], str] = str) -> "ParsedBody":
        from bantin.markdown import parse, with_anchors  # noqa: PLC0415 - as above

        body = parse(read_body(self._docs, article), article.body_line, resolve)
        return with_anchors(body, [task.id for task in article.tasks])


def _with_hrefs(html: str, hrefs: Mapping[str, str]) -> str | None:
    """Return HTML with the href of each destination in its place; None where it must be parsed.

    One article in five has links: to parse them anew takes five times as long.
    """
    if not all(map(PLAIN.fullmatch, (*hrefs, *hrefs.values()))):
        return None
    return DESTINATION.sub(lambda found: f'{found[1]}="{hrefs.get(found[2], found[2])}"', html)


def read_body(docs: Path, article: Article) -> str:
    """Return the Markdown body of an article that was read before."""
    from bantin.reading.frontmatter import with_unix_lines  # noqa: PLC0415 - as above

    with open(f"{docs}/{article.path}", "rb", buffering=0) as source:  # noqa: PTH123 - faster, for each article
        data = with_unix_lines(source.readall())
    skipped = article.body_line - 1
    body = b"".join(data.split(b"\n", skipped)[skipped:])
    return normalize("NFC", body.decode(errors="replace"))
