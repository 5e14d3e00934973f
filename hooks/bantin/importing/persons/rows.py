"""What persons in a row have in common: “các đồng chí Phó Trưởng Ban: Lê Văn An, Lê Thị Bình”."""

import re
from dataclasses import replace
from typing import NamedTuple

from bantin.importing.persons.mention import PersonMention
from bantin.importing.persons.names import HONORIFIC_WORD
from bantin.importing.persons.offices import Office, titles_in
from bantin.importing.persons.words import OFFICE, TITLE

_PLURAL = (
    r"(?<!\w)(?:các|hai|ba|bốn|năm|những)\s+"
    r"(?:(?:đồng chí|đ/c|ông(?:,| và)? bà|bà(?:,| và)? ông|ông|bà|vị)\s*)?"
)
# “các đồng chí Phó Trưởng Ban: |”, “các đại tá: |”, “các Phó Chủ tịch UBND tỉnh gồm |”.
_HEAD = re.compile(
    rf"{_PLURAL}(?P<shared>[^:;.\n]{{3,110}}?)\s*(?::|\s(?:gồm(?: có)?|là):?)\s*$", re.IGNORECASE
)
_PLURAL_BEFORE = re.compile(rf"{_PLURAL}$", re.IGNORECASE)
_TITLE = re.compile(rf"(?:{TITLE})(?!\w),?\s*", re.IGNORECASE)
# Between two persons of a row: “ (Vĩnh Long), ”, “; ”, “ và ”.
_BETWEEN = re.compile(r"\s*(?:\([^()\n]{0,60}\))?\)?\s*[,;]?\s*(?:(?:và|cùng)\s+)?")
_LONGEST_HEAD = 160


class Row(NamedTuple):
    """Titles and an office that persons share, and the offset behind the last of them."""

    titles: str = ""
    office: str = ""
    end: int = -1


def row_at(text: str, begin: int, start: int, row: Row, before: Office) -> Row:
    """Return the row that a person belongs to, empty where there is none.

    Args:
        text: the text.
        begin: offset of the person's honorifics or name.
        start: offset of the name; a head may end with a title, “Các đồng chí Đại tá: |”.
        row: of the person before.
        before: the office that stands before this person.
    """
    if before.text:
        is_plural = _PLURAL_BEFORE.search(text[max(0, before.start - 30) : before.start])
        if is_plural:
            return Row("", before.text)
    for offset in (begin, start):
        if head := _HEAD.search(text[max(0, offset - _LONGEST_HEAD) : offset]):
            return _row_of(head["shared"].strip())
    goes_on = 0 <= row.end <= begin and _BETWEEN.fullmatch(text[row.end : begin])
    return row if goes_on else Row()


def _row_of(shared: str) -> Row:
    titles = ""
    while title := _TITLE.match(shared):
        titles = ", ".join(filter(None, [titles, titles_in(title[0])]))
        shared = shared[title.end() :]
    return Row(titles, shared if OFFICE.match(shared.lower()) else "")


# “các đồng chí Lê Văn An và | ”: between one person and the last of a row.
_BEFORE_LAST = re.compile(rf"\s*(?:,|và|,? cùng)\s+(?:(?:{HONORIFIC_WORD})\s+)*", re.IGNORECASE)


def with_office_of_last(text: str, mentions: list[PersonMention]) -> list[PersonMention]:
    """Return persons named in the plural with the office that stands behind the last of them.

    “các đồng chí Lê Văn An và Trần Thị Bình, Phó Giám đốc Sở Y tế”
    """
    found = list(mentions)
    for index in range(len(found) - 2, -1, -1):
        this, next_ = found[index], found[index + 1]
        end = this.start + len(this.name)
        if OFFICE.search(this.office.lower()) or not next_.office:
            continue
        plural = _PLURAL_BEFORE.search(text[max(0, this.start - 40) : this.start])
        is_row = plural or (index and found[index - 1].start > this.start - 60)
        is_last = next_.office_span[0] == next_.start
        if is_row and plural and is_last and _BEFORE_LAST.fullmatch(text[end : next_.start]):
            office = next(iter(OFFICE.finditer(next_.office.lower())), None)
            if office:
                shared = next_.office[office.start() :]
                parts = filter(None, [this.office, shared])
                found[index] = replace(this, office=", ".join(parts))
    return found
