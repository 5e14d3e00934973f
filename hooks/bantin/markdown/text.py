"""A body as plain text, cut at its headings and paragraphs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bantin.markdown.sections import plain, sections
from bantin.vietnamese.slug import slugify

TABLE = re.compile(r"\s*\|(?:[\s:|-]*\|)?\s*")


class Part(NamedTuple):
    """A heading, the id it has on the page, and the paragraphs below it."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]


def prose(body: str) -> Iterator[Part]:
    """Yield the parts of a body; the opening part has neither heading nor id."""
    taken: set[str] = set()
    for section in sections(body):
        heading = plain(section.heading)
        id_ = _unused(slugify(heading) or "muc", taken) if section.level else ""
        texts = (plain(paragraph) for paragraph in section.text.split("\n\n"))
        paragraphs = tuple(TABLE.sub(" ", text).strip() if "|" in text else text for text in texts)
        yield Part(id_, heading, tuple(filter(None, paragraphs)))


def _unused(id_: str, taken: set[str]) -> str:
    number, candidate = 1, id_
    while candidate in taken:
        number += 1
        candidate = f"{id_}-{number}"
    taken.add(candidate)
    return candidate
