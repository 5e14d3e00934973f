"""A source file split into fields and body, or the one Problem that prevents it.

python-frontmatter finds the block; the handler that cuts and reads it is ours, because the library
takes front matter that it cannot read for body text, and would publish it.
"""

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from unicodedata import normalize

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from bantin.model import Location, Problem
from bantin.reading.fences import FENCE, closed_early, explain_fence, unclosed, unopened
from bantin.reading.listing import MAX_BYTES
from bantin.reading.yaml.raw_text import find_conflict
from bantin.reading.yaml.reader import FieldLocations, LineColumn, Value, YamlError, load
from bantin.reading.yaml.values import UNPRINTABLE

CLOSING = re.compile(r"\n---[^\S\n]*\n")
TOO_HEAVY = "tệp nặng hơn 1 MB; hãy xem có chữ nào dán nhầm vào"
# ``UNPRINTABLE`` in the bytes of UTF-8, where a cheap test finds out that a file has none: control
# characters of one byte, those of two, and the others as text.
CONTROLS = bytes({*range(32), 127} - {*b"\t\n"})
TWO_BYTE_CONTROL = re.compile(b"\xc2[\x80-\x9f]")
OTHER_UNPRINTABLE = "\u2028\u2029\ufffe\uffff"
UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article file split, with nothing validated.

    Attributes:
        head: the text of the front matter.
        fields: its values by key, every scalar as written.
        locations: where each field is written.
        body: Markdown.
        body_line: line of the file on which it begins.
    """

    head: str
    fields: dict[str, Value]
    locations: FieldLocations
    body: str
    body_line: int


class StrictHandler(YAMLHandler):
    """Reads front matter, or raises YamlError; afterwards it has what ``RawArticle`` takes."""

    def __init__(self) -> None:
        super().__init__()
        self.head = ""
        self.locations = FieldLocations()
        self.body = ""
        self.body_line = 1

    def split(self, text: str) -> tuple[str, str]:
        """Cut at the first closing fence; the opening fence is line 1."""
        text += "\n"
        opening = text.index("\n")
        closing = CLOSING.search(text, opening)
        if closing is None:
            raise find_conflict(text) or unclosed(text)
        # Only whole lines are dropped: spaces before the first words may make them code.
        start = text.rfind("\n", 0, len(text) - len(text[closing.end() :].lstrip())) + 1
        self.body = text[start:].rstrip()
        self.body_line = text.count("\n", 0, start) + 1
        head, line = text[opening + 1 : closing.start()], text.count("\n", 0, closing.start() + 1)
        if error := closed_early(head, self.body, line + 1):
            raise error
        return head, self.body

    def load(self, fm: str, **_: object) -> dict[str, Value]:
        """Read the block; YamlError for anything but fields."""
        self.head = fm
        try:
            value, self.locations = load(fm, first_line=2)
        except YamlError as error:
            raise explain_fence(fm, error) from None
        if not isinstance(value, dict):
            raise YamlError(
                LineColumn(2, 1), "cần các dòng «tên trường: giá trị» giữa hai dòng «---»"
            )
        return value


def split_article(path: str, data: bytes) -> RawArticle | Problem:
    """Return the parts of an article file.

    Args:
        path: the file's path from the project root, for messages.
        data: the file's bytes; UTF-8, with or without a byte order mark.
    """
    text = decode(path, data)
    if isinstance(text, Problem):
        return text
    if not text.startswith(FENCE) or text.partition("\n")[0].rstrip() != FENCE:
        error = find_conflict(text) or unopened(text)
        return Problem(error.at.of(path), error.message)
    handler = StrictHandler()
    try:
        fields, _ = frontmatter.parse(text, handler=handler)
    except YamlError as error:
        return Problem(error.at.of(path), error.message)
    return RawArticle(handler.head, fields, handler.locations, handler.body, handler.body_line)  # type: ignore[arg-type]


def decode(path: str, data: bytes) -> str | Problem:
    """Return a content file's text in NFC with Unix line ends."""
    if len(data) > MAX_BYTES:
        is_article = path.endswith(".md")
        message = "tệp nặng hơn 1 MB; hãy chia bài, ảnh để riêng trong docs/anh"
        return Problem(Location(path), message if is_article else TOO_HEAVY)
    if data.startswith(UTF16_STARTS) or b"\0" in data[:1000]:
        return Problem(
            Location(path), "tệp không ở dạng UTF-8 (có thể là UTF-16); hãy lưu lại bằng mã UTF-8"
        )
    data = with_unix_lines(data)
    try:
        text = normalize("NFC", data.decode())
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(
            Location(path, line), "có ký tự không thuộc mã UTF-8; hãy lưu lại bằng mã UTF-8"
        )
    if not _is_printable(data, text) and (match := UNPRINTABLE.search(text)):
        line, column = text.count("\n", 0, match.start()), text.rfind("\n", 0, match.start())
        at = LineColumn(line + 1, match.start() - column)
        message = f"có ký tự không in được (U+{ord(match[0]):04X}); hãy xóa đi"
        return Problem(at.of(path), message)
    return text


def _is_printable(data: bytes, text: str) -> bool:
    """Whether a text has no unprintable character: ``UNPRINTABLE``, but faster on most texts."""
    if len(data.translate(None, CONTROLS)) < len(data) or TWO_BYTE_CONTROL.search(data):
        return False
    return not any(char in text for char in OTHER_UNPRINTABLE)


def with_unix_lines(data: bytes) -> bytes:
    """Return a file's bytes with Unix line ends and without a byte order mark."""
    data = data.removeprefix(BOM_UTF8)
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data
