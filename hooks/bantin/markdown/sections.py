"""What the body of an article tells: its headings, its outcome, its links."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bantin.model import Outcome
from bantin.vietnamese.fold import fold

EXCERPT = 300
# Patterns that begin with one certain character are found many times faster, so a line is told by
# the end of the one before it. Here a fence of code, or else a heading.
BREAK = re.compile(
    r"\n(?: {0,3}(```|~~~)|(#{1,6})[^\S\n]+(.*[^\s#]|.+?)[^\S\n]*#*[^\S\n]*$)", re.MULTILINE
)
# Written in place, or defined apart on a line of its own.
INLINE_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
LINK = re.compile(rf"{INLINE_LINK.pattern}|^ {{0,3}}\[[^\]^][^\]]*\]:\s*<?([^\s>]+)", re.MULTILINE)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# Markup, of which at most the words of a link stay, or else text up to where more may begin.
PIECE = re.compile(
    r"^\[\^[^\]]+\]:.*|!?\[([^\]]*)\]\([^)]*\)|[*_`]{1,3}|^\s*(?:[-+*>]|\d+\.)\s+|\[\^[^\]]+\]"
    r"|(\n|.[^\n!\[*_`]*)",
    re.MULTILINE,
)
# What ``PIECE`` takes away of a text that has no other markup.
BULLETS = re.compile(r"\n\s*(?:[-+>]|\d+\.)\s+(?:(?<=\n)(?:[-+>]|\d+\.)\s+)*")
SENTENCE_END = re.compile(r"[.!?…;](?=\s)")

OUTCOME_HEADINGS = {
    "results": ("ket qua", "ket qua dat duoc", "ket qua thuc hien", "nhung ket qua dat duoc"),
    "limits": ("han che", "ton tai, han che", "kho khan, han che", "han che, ton tai",
               "nhung han che", "kho khan, vuong mac"),
    "tasks": ("nhiem vu", "nhiem vu trong tam", "phuong huong, nhiem vu", "phuong huong",
              "nhiem vu, giai phap", "nhiem vu thoi gian toi", "noi dung phoi hop"),
}  # fmt: skip
SECTION_OF = {heading: name for name, all_ in OUTCOME_HEADINGS.items() for heading in all_}


class Section(NamedTuple):
    """A heading with the text below it; the opening part has no heading."""

    level: int
    heading: str
    text: str


def sections(body: str) -> list[Section]:
    """Split a body at its headings; fenced code is left alone."""
    text, found = f"\n{body}", []
    level, heading, end, fence = 0, "", 0, ""
    for match in BREAK.finditer(text):
        if mark := match[1]:
            if fence in {"", mark}:
                fence = "" if fence else mark
        elif not fence:
            found.append(Section(level, heading, text[end + 1 : match.start()]))
            level, heading, end = len(match[2]), match[3], match.end()
    return [*found, Section(level, heading, text[end + 1 :])]


def outcome_of(parts: list[Section]) -> Outcome:
    """Return results, limits and tasks, each at most some 300 characters of plain text."""
    texts: dict[str, list[str]] = {}
    name, level = None, 0
    for part in parts:
        # A heading of a lower level stays within the section it divides.
        if name is None or part.level <= level:
            name, level = section_name(part.heading), part.level
        if name:
            texts.setdefault(name, []).append(part.text)
    return Outcome(**{name: excerpt("\n".join(text)) for name, text in texts.items()})


@lru_cache(maxsize=1_000)  # most articles have the headings of others
def section_name(heading: str) -> str | None:
    """Return ``results``, ``limits`` or ``tasks`` for a heading that stands for one."""
    return SECTION_OF.get(fold(heading).strip(" .:"))


def plain(markdown: str) -> str:
    """Return Markdown as one line of plain text."""
    if "[" in markdown or "*" in markdown or "_" in markdown or "`" in markdown:
        text = "".join([words or text for words, text in PIECE.findall(markdown)])
    else:
        text = BULLETS.sub("\n", f"\n{markdown}")
    return _one_line(text)


def _one_line(text: str) -> str:
    """Return a text with single spaces; no other white space counts as printable."""
    text = text.replace("\n\n", " ").replace("\n", " ")
    if "  " not in text and text.isprintable():
        return text.strip()
    return " ".join(text.split())


def excerpt(markdown: str, limit: int = EXCERPT) -> str:
    """Return the beginning of a text, cut where a sentence or else a word ends."""
    text = plain(markdown[: 3 * limit])
    if len(text) <= limit and len(markdown) > 3 * limit:
        text = plain(markdown[: 8 * limit])
    if len(text) <= limit:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text, limit // 2, limit)]
    if ends:
        return text[: ends[-1]].rstrip(" ;") + " …"
    return (text[:limit].rpartition(" ")[0] or text[:limit]) + "…"


def links(body: str) -> Iterator[tuple[str, int]]:
    """Yield every link or picture that stays within the portal, with its line in the body."""
    if "]" not in body:
        return
    for match in (LINK if "]:" in body else INLINE_LINK).finditer(body):
        target = next(filter(None, match.groups()))
        if not OUTSIDE.match(target):
            yield target, body.count("\n", 0, match.start())
