"""People named in a text, with the office they held and what they did at the meeting."""

import re
from dataclasses import replace

from bantin.gazetteer.known_districts import districts_named
from bantin.gazetteer.places import Gazetteer
from bantin.importing.persons.mention import PersonMention
from bantin.importing.persons.names import (
    NAME,
    honorific_before,
    is_surname,
    trim_name,
)
from bantin.importing.persons.offices import office_before, office_behind, titles_in
from bantin.importing.persons.rows import Row, row_at, with_office_of_last
from bantin.model.article import Role
from bantin.vietnamese.fold import fold, fold_keeping_length

# What a sentence says that someone did, the weightiest first. “dự” must not go on to “dự thảo”
# (draft), “dự án” (project), “dự kiến” (plan), …
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("chu-tri", re.compile(r"\bchủ trì\b|\bđiều hành\b|\blàm trưởng đoàn\b")),
    (
        "phat-bieu",
        re.compile(
            r"\bphát biểu\b|\bkết luận\b|\bnhấn mạnh\b|\byêu cầu\b|\bkhẳng định\b"
            r"|\bbiểu dương\b|\bghi nhận\b|\bđề nghị\b|\bcho biết\b"
        ),
    ),
    (
        "tham-du",
        re.compile(
            r"\b(?:dự|tham dự)\b(?! thảo| án| kiến| báo| toán| phòng| trữ)|\bcó mặt\b"
            r"|\btham gia (?:hội nghị|buổi|lễ)|\bcó (?:các đồng chí|đồng chí|ông|bà)\b"
        ),
    ),
)
# Places that are called like people: “thôn Trần Phú”, “đường Lê Lợi”, “sông Ba”.
_PLACE_BEFORE = re.compile(
    r"\b(?:thôn|bản|buôn|làng|xóm|ấp|đường|(?:học sinh|nhân dân|hộ dân).* xã|(?:hải )?đảo|quần đảo"
    r"|cửa khẩu|sông|núi|đèo|vịnh|biển|chợ|xã đảo|khu công nghiệp|địa bàn|vùng|đồn biên phòng"
    r"|đồn bp|trạm biên phòng|mốc|rừng|hồ|cảng|khu di tích) $"
)
# “…, tỉnh | Lâm Đồng”: the place of an office, read as a name.
_UNIT_BEFORE = re.compile(
    r"\b(?:[Tt]ỉnh|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hành phố|TP\.?"
    r"|(?:[Tt]ỉnh|[Hh]uyện|[Tt]hị|[Qq]uận|[Tt]hành) ủy) $"
)
_BRACKET = re.compile(r"\s*\((?P<place>[^()\d\n]{2,50})\)")
_PLACE_LENGTH, _UNIT_LENGTH = 30, 12


def find_people(text: str, gazetteer: Gazetteer) -> list[PersonMention]:
    """Return every mention of a person in a text, in order."""
    mentions: list[PersonMention] = []
    row = Row()
    for match in NAME.finditer(text):
        found = _mention(text, match, row)
        if found is None or _is_place(text, found[0], gazetteer):
            continue
        mention, row = found
        office_end = mentions[-1].office_span[1] if mentions else 0
        if mention.start >= office_end or honorific_before(text, mention.start):
            mentions.append(mention)
    return with_office_of_last(text, mentions)


def merge_mentions(mentions: list[PersonMention]) -> list[PersonMention]:
    """Return each person once, with the fullest office and the weightiest role."""
    people: dict[str, PersonMention] = {}
    for mention in mentions:
        first = people.setdefault(fold(mention.name), mention)
        office = first.office if len(first.office) >= len(mention.office) else mention.office
        role = min((first.role, mention.role), key=_rank_of_role)
        people[fold(mention.name)] = replace(first, office=office, role=role)
    return [person for person in people.values() if person.office or person.role]


def _is_place(text: str, mention: PersonMention, gazetteer: Gazetteer) -> bool:
    """Whether what looks like a name is that of a province or district, without a title."""
    match = gazetteer.names.at(fold_keeping_length(mention.name), 0)
    is_whole = match is not None and match.end == len(mention.name)
    before = text[max(0, mention.start - _UNIT_LENGTH) : mention.start]
    if _UNIT_BEFORE.search(before) and districts_named(mention.name):
        return True  # “Huyện ủy | Lý Sơn”, which begins like a person
    return is_whole and not honorific_before(text, mention.start)


def _rank_of_role(role: Role | None) -> int:
    order = [name for name, _ in _ROLES]
    return order.index(role) if role else len(order)


def _mention(text: str, match: re.Match[str], row: Row) -> tuple[PersonMention, Row] | None:
    """Return the person that a run of capitalised words names, and the row that goes on behind.

    A name counts with a title before it, or with a known surname and an office on either side.
    """
    start, name = trim_name(text, match)
    if not name:
        return None
    honorific = honorific_before(text, start)
    begin = start - len(honorific[0]) if honorific else start
    place_before = _PLACE_BEFORE.search(text[max(0, start - _PLACE_LENGTH) : start].lower())
    if place_before and not honorific:
        return None
    end = start + len(name)
    behind = office_behind(text, end)
    before = office_before(text, begin, is_titled=honorific is not None)
    row = row_at(text, begin, start, row, before)
    chosen = behind if behind.text else before
    office = chosen.text or row.office
    has_surname = is_surname(name.split()[0]) or "'" in name.split()[0]
    if not (honorific or (has_surname and office)):
        return None
    titles = titles_in(honorific[0]) if honorific else ""
    office = ", ".join(filter(None, [titles or row.titles, office]))
    if not office and not has_surname:
        return None
    sentence, position = _sentence(text, match.start(), match.end())
    span = (min(start, chosen.start), max(end, chosen.end))
    bracket = _BRACKET.match(text, end)
    place = bracket["place"].strip() if bracket and not behind.text else ""
    mention = PersonMention(name, office, _role(sentence, position), sentence, start, span, place)
    return mention, row._replace(end=span[1])


def _sentence(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the sentence around a name, and the offset of the name in it."""
    left = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
    ends = [offset for offset in (text.find("\n", end), text.find(". ", end)) if offset >= 0]
    right = min(ends, default=len(text))
    return text[left:right].strip(), start - left


def _role(sentence: str, position: int) -> Role | None:
    """Return what a person did, by the words behind the name, else by those of the sentence.

    In a list of people, parted by semicolons, only the words up to the next one count. Speaking is
    never inferred from the whole sentence, unless it begins with it: “Phát biểu tại hội nghị, …”.
    """
    whole = sentence.lower()
    behind = whole[position:].partition(";")[0]
    for role, pattern in _ROLES:
        if pattern.search(behind) or (role != "phat-bieu" and pattern.search(whole)):
            return role
    return "phat-bieu" if _ROLES[1][1].search(whole[:60]) else None
