"""The outcome of a conference: the sections on results, limits and tasks, as short excerpts."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bantin.markdown.tree import BodySection
from bantin.model import Heading, Outcome
from bantin.vietnamese.fold import fold

EXCERPT = 300
SENTENCE_END = re.compile(r"[.!?…;](?=\s)")
# “1. Kết quả”, “II. Kết quả”: what office documents write before a heading, folded.
NUMBER = re.compile(r"(?:\d{1,2}|[ivx]{1,4})[.)]\s*(?=\D)")
# Quotation marks, stars, a colon of any width: what may surround the words of a heading.
SURROUNDINGS = re.compile(r"^\W+|\W+$")
# A heading that may have been meant for one of the outcome.
NEARLY = re.compile(r"\b(?:ket qua|han che|ton tai|nhiem vu|phuong huong)\b")
UNCOUNTED = (
    "đề mục «{}» không được tính vào kết quả, hạn chế hay nhiệm vụ của hội nghị; "
    "nếu là phần đó, hãy viết «Kết quả», «Hạn chế» hoặc «Nhiệm vụ»"
)

OUTCOME_HEADINGS = {
    "results": ("ket qua", "ket qua dat duoc", "ket qua thuc hien", "nhung ket qua dat duoc"),
    "limits": ("han che", "ton tai, han che", "kho khan, han che", "han che, ton tai",
               "nhung han che", "kho khan, vuong mac"),
    "tasks": ("nhiem vu", "nhiem vu trong tam", "phuong huong, nhiem vu", "phuong huong",
              "nhiem vu, giai phap", "nhiem vu thoi gian toi", "nhiem vu de ra"),
}  # fmt: skip
SECTION_OF = {heading: name for name, all_ in OUTCOME_HEADINGS.items() for heading in all_}


class OutcomePart:
    """Which part of the outcome one is in, from heading to heading."""

    def __init__(self) -> None:
        self._name: str | None = None
        self._level = 0

    def enter(self, heading: Heading) -> str | None:
        """Return the part that a heading stands in or begins.

        One of a lower level divides its section, unless it is itself one of the outcome.
        """
        if self._name is None or heading.level <= self._level or section_name(heading.text):
            self._name, self._level = section_name(heading.text), heading.level
        return self._name


def outcome_of(sections: Iterable[BodySection]) -> Outcome:
    """Return results, limits and tasks, each at most some 300 characters of plain text."""
    texts: dict[str, list[str]] = {}
    ids: dict[str, str] = {}
    part = OutcomePart()
    for section in sections:
        if section.is_footnotes:
            break
        name = part.enter(section.heading) if section.heading else None
        if name:
            ids.setdefault(f"{name}_id", section.id)
            texts.setdefault(name, []).extend(section.paragraphs)
    excerpts = {name: excerpt(" ".join(paragraphs)) for name, paragraphs in texts.items()}
    return Outcome(**excerpts, **{f"{name}_id": ids[f"{name}_id"] for name in excerpts})


@lru_cache(maxsize=1_000)  # most articles have the headings of others
def section_name(heading: str) -> str | None:
    """Return ``results``, ``limits`` or ``tasks`` for a heading that stands for one."""
    words = SURROUNDINGS.sub("", fold(heading))
    return SECTION_OF.get(NUMBER.sub("", words, count=1)) if words else None


def uncounted_headings(headings: Iterable[Heading]) -> Iterator[tuple[str, int, int]]:
    """Yield advice, with line and column, on headings that were perhaps meant for the outcome."""
    for heading in headings:
        if not section_name(heading.text) and NEARLY.search(fold(heading.text)):
            yield UNCOUNTED.format(heading.text), heading.line, 1


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """Return the beginning of a plain text, cut where a sentence or else a word ends."""
    if len(text) <= limit:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text, limit // 2, limit)]
    if ends:
        return text[: ends[-1]].rstrip(" ;") + " …"
    return (text[:limit].rpartition(" ")[0] or text[:limit]) + "…"
