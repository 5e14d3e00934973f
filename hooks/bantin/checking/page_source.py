"""The source of a hand-written page: its front matter, and HTML that it may not hold."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import frontmatter
from pydantic import TypeAdapter, ValidationError

from bantin.model import Location, Problem
from bantin.model.handwritten import WRITTEN_ATTRIBUTES, PageFront
from bantin.model.keys import FRONT_MATTER_KEYS
from bantin.reading.fences import FENCE, unopened
from bantin.reading.frontmatter import StrictHandler
from bantin.reading.messages import problems_of
from bantin.reading.yaml.raw_text import find_conflict
from bantin.reading.yaml.reader import YamlError

PAGE_KEYS = tuple(PageFront.__dataclass_fields__)
# As MkDocs reads it where there is no fence; it would take such a line off the page.
BARE_FIELD = re.compile(r"\s*([A-Za-z0-9_-]+)\s*[:：]")
# Code as Python-Markdown finds it, and remarks: what looks like HTML there is none.
CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ ]*(?:\.?[\w#.+-]*|\{[^\n]*\})[ ]*\n.*?(?<=\n)(?P=fence)[ ]*$"
    r"|(?<!\\)(?P<ticks>`+)(?!`)(?:(?!\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
TAG = re.compile(
    r"(?<!\\)(?<!\]\()<"
    r"(?!https?://[^\s<>]*>)(?![^\s<>@]+@[^\s<>@]+>)[a-z/!?][^>\n]*>?",
    re.IGNORECASE,
)
# “[nguồn]: <https://…>”: the address of a link; “[^1]: <b>” is the text of a footnote.
DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]+\]: *")
# What is written behind the signs that open a block of code becomes attributes, braces or not.
OPENING = re.compile(r"^[ >]*(?:`{3,}|~{3,})[^\n]*", re.MULTILINE)
BRACES = re.compile(r"\{[^{}\n]*\}")
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=")
SHOWN = 60
CONFLICT_MARK = "<<<<<<<"

FOREIGN_KEY = "là trường của bài, trang viết tay không có; bài phải nằm trong docs/tin/<năm>/"
BARE = "«{}:» ở đầu trang sẽ bị hiểu là thông tin đầu trang; hãy đặt giữa hai dòng «---»"
NO_HTML = "không nhận HTML «{}»; hãy viết bằng Markdown, hoặc đặt trong dấu ` nếu là ví dụ"
NO_ATTRIBUTE = "không nhận thuộc tính «{}»; hãy bỏ đi"


def split_page(path: str, text: str) -> tuple[list[Problem], str, int]:
    """Return what is wrong with a page's front matter, its body, and the line that begins it."""
    conflict = find_conflict(text) if CONFLICT_MARK in text else None
    if conflict:
        return [Problem(conflict.at.of(path), conflict.message)], "", 1
    if text.partition("\n")[0].rstrip() != FENCE:
        return [*_without_front(path, text)], text, 1
    handler = StrictHandler()
    try:
        fields, _ = frontmatter.parse(text, handler=handler)
    except YamlError as error:
        return [Problem(error.at.of(path), error.message)], "", 1
    return [*_front_problems(path, fields, handler)], handler.body, handler.body_line


def _without_front(path: str, text: str) -> Iterator[Problem]:
    """Yield what is wrong with the first lines of a page that has no front matter."""
    if text.lstrip().partition("\n")[0].strip() == FENCE:
        error = unopened(text)
        yield Problem(error.at.of(path), error.message)
    elif bare := BARE_FIELD.match(text):
        yield Problem(Location(path), BARE.format(bare[1]))


def _front_problems(
    path: str, fields: Mapping[str, object], handler: StrictHandler
) -> Iterator[Problem]:
    foreign = [key for key in fields if key in FRONT_MATTER_KEYS and key not in PAGE_KEYS]
    for key in foreign:
        yield Problem(handler.locations.locate_key((key,)).of(path), FOREIGN_KEY, key)
    own = {key: value for key, value in fields.items() if key not in foreign}
    try:
        _adapter().validate_python(own)
    except ValidationError as error:
        found = error.errors(include_url=False)
        yield from problems_of(path, found, handler.locations, PageFront)


def refuse_html(path: str, body: str, first_line: int) -> Iterator[Problem]:
    """Yield each piece of HTML in a body, and each attribute that a page may not have."""
    plain = CODE.sub(_without_code, body)
    found = {*_tags(plain), *_attributes(plain), *_options(plain)}
    for start, message in sorted(found):
        line, before = plain.count("\n", 0, start), plain.rfind("\n", 0, start)
        yield Problem(Location(path, first_line + line, start - before), message)


def _without_code(match: re.Match[str]) -> str:
    """Return blanks for a piece of code, as long as it is; the line that opens a block stays."""
    opening = match[0].partition("\n")[0] if match["fence"] else ""
    return opening + re.sub(r"[^\n]", " ", match[0][len(opening) :])


def _tags(plain: str) -> Iterator[tuple[int, str]]:
    for match in TAG.finditer(plain):
        line_start = plain.rfind("\n", 0, match.start()) + 1
        if DEFINITION.fullmatch(plain, line_start, match.start()):
            continue
        shown = match[0] if len(match[0]) <= SHOWN else f"{match[0][:SHOWN]}…"
        yield match.start(), NO_HTML.format(shown)


def _attributes(plain: str) -> Iterator[tuple[int, str]]:
    for braces in BRACES.finditer(plain):
        yield from _foreign(braces[0], braces.start())


def _options(plain: str) -> Iterator[tuple[int, str]]:
    """Yield what is written behind the signs that open a block of code, without braces."""
    for opening in OPENING.finditer(plain):
        yield from _foreign(BRACES.sub("", opening[0]), opening.start())


def _foreign(written: str, start: int) -> Iterator[tuple[int, str]]:
    for name in ATTRIBUTE.findall(written):
        if name.lower() not in WRITTEN_ATTRIBUTES:
            yield start, NO_ATTRIBUTE.format(name)


@cache
def _adapter() -> TypeAdapter[PageFront]:
    return TypeAdapter(PageFront)
