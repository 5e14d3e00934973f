"""People named in a text, with the office they held and what they did at the meeting."""

import re
from dataclasses import dataclass, replace

from bantin.gazetteer.known_districts import districts_named
from bantin.gazetteer.places import Gazetteer
from bantin.importing.recognition.offices import RANKS, office_before, office_behind
from bantin.importing.recognition.person_names import (
    NAME,
    honorific_before,
    is_surname,
    trim_name,
)
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
_PLACE_LENGTH, _UNIT_LENGTH = 30, 12


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as one sentence names them.

    Attributes:
        office: with the rank before it, as written.
        evidence: the sentence.
        start: offset of the name.
        office_span: offsets of name and office together; an agency within is no party.
    """

    name: str
    office: str
    role: Role | None
    evidence: str
    start: int
    office_span: tuple[int, int]


def find_people(text: str, gazetteer: Gazetteer) -> list[PersonMention]:
    """Return every mention of a person in a text, in order."""
    mentions: list[PersonMention] = []
    for match in NAME.finditer(text):
        mention = _mention(text, match)
        if mention is None or _is_place(text, mention, gazetteer):
            continue
        office_end = mentions[-1].office_span[1] if mentions else 0
        is_in_office = mention.start < office_end and _UNIT_BEFORE.search(
            text[mention.start - _UNIT_LENGTH : mention.start]
        )
        if not is_in_office:
            mentions.append(mention)
    return mentions


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


def _mention(text: str, match: re.Match[str]) -> PersonMention | None:
    """Return the person that a run of capitalised words names; None if it names none.

    A name counts with a title before it, or with a known surname and an office on either side.
    """
    start, name = trim_name(text, match)
    if not name:
        return None
    honorific = honorific_before(text, start)
    behind = office_behind(text, match.end())
    before = office_before(text, start - len(honorific[0]) if honorific else start)
    place_before = _PLACE_BEFORE.search(text[max(0, start - _PLACE_LENGTH) : start].lower())
    if place_before and not honorific:
        return None
    has_surname = is_surname(name.split()[0]) or "'" in name.split()[0]
    if not (honorific or (has_surname and (behind.text or before.text))):
        return None
    rank = RANKS.search(honorific[0]) if honorific else None
    office = ", ".join(filter(None, [rank[0] if rank else "", behind.text or before.text]))
    if not office and not has_surname:
        return None
    sentence, position = _sentence(text, match.start(), match.end())
    chosen = behind if behind.text else before
    return PersonMention(
        name,
        office,
        _role(sentence, position),
        sentence,
        start,
        (min(start, chosen.start), max(match.end(), chosen.end)),
    )


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
