"""Characters that nobody sees, or that every reader sees otherwise."""

import re
from collections.abc import Iterator
from html import unescape

from bantin.markdown.positions import Positions
from bantin.markdown.tree import Fault
from bantin.model.fields import quote
from bantin.vietnamese.odd_characters import INVISIBLE, NEEDS_A_PERSON, describe

# Those that Python takes for printable.
PRINTABLE = "\ufffd\ufffc\u2800\u3164\u115f\u1160\uffa0\u034f\u17b4\u17b5\ufe00\ufe01\ufe0e\ufe0f"
ENTITY = re.compile(r"&(?:#\w+|\w+);")
HIDDEN = "có ký tự không hiện ra ({}){}; hãy {}"
DELETE, RETYPE = "xóa đi", "gõ lại chữ ấy"
NEAR = 12


def find_characters(positions: Positions, html: str) -> Iterator[Fault]:
    """Yield a problem for each such character, told once a line; also where an entity makes it."""
    body = positions.body
    if not _is_plain(body):
        yield from _in_body(positions)
    if "&" in body and not _is_plain(html):
        yield from _in_entities(positions, html)


def _is_plain(text: str) -> bool:
    """Whether a text has no such character; quick, and true for nearly all."""
    if not text.replace("\n", " ").isprintable():
        return False
    return not any(char in text for char in PRINTABLE)


def _in_body(positions: Positions) -> Iterator[Fault]:
    body, told = positions.body, set[tuple[int, str]]()
    for match in INVISIBLE.finditer(body):
        line, column = positions.at(match.start())
        if (line, match[0]) not in told:
            told.add((line, match[0]))
            yield Fault(line, column, _message(match[0], _near(body, match.start())))


def _in_entities(positions: Positions, html: str) -> Iterator[Fault]:
    for match in ENTITY.finditer(positions.body):
        hidden = INVISIBLE.search(unescape(match[0]))
        if hidden and hidden[0] in html:
            yield Fault(*positions.at(match.start()), _message(hidden[0], f" ở «{match[0]}»"))


def _near(body: str, index: int) -> str:
    """Return beside which letters the character stands."""
    before = body[max(0, index - NEAR) : index].rpartition("\n")[2]
    after = body[index + 1 : index + 1 + NEAR].partition("\n")[0]
    before, after = INVISIBLE.sub("", before).strip(), INVISIBLE.sub("", after).strip()
    if not before:
        return f" trước «{quote(after)}»" if after else ""
    return f" sau «{quote(before)}»"


def _message(char: str, near: str) -> str:
    remedy = RETYPE if NEEDS_A_PERSON.match(char) else DELETE
    return HIDDEN.format(describe(char), near, remedy)
