"""One title of an office in running text: where it ends, and whether a person's name follows.

A title goes on over capitalised words, over small words of titles and names of bodies, and over
unknown ones that lead on to a place. It ends at punctuation, before a person, before “và” that
joins another body, and before what the person did: “Phó Giám đốc Công an tỉnh | lại đề nghị”.
"""

import re
from typing import NamedTuple

from bantin.gazetteer.head_phrases import begins_with_head
from bantin.importing.persons.names import HONORIFIC_WORD, NAME, is_surname, trim_name
from bantin.importing.persons.words import (
    NAME_BEFORE,
    OFFICE,
    STOP,
    TITLE,
    UNITS,
    WITHIN,
)
from bantin.vietnamese.letters import compile_cased

_WORD = re.compile(r"[^\s,;:.()\[\]“”\"?!]+(?:\.(?=\w))?(?:[^\s,;:.()\[\]“”\"?!]+)?")
_TITLE = re.compile(rf"(?:{TITLE})(?!\w)")
_HONORIFIC = re.compile(rf"(?:{HONORIFIC_WORD})(?!\w)", re.IGNORECASE)
# “TP.”, “Q.” at the end of a word that goes on; dashes and commas within names.
_SHORT = re.compile(r"(?:TP|TX|Tp|Tx|P|Q|T)$")
_DASH = compile_cased(r" ?[-–&] ?(?=[\U\L])")
_BEFORE_COMMA = re.compile(r"(?:[Vv]ăn hóa|[Vv]ăn hoá|[Ll]ao động|[Tt]hể thao|[Gg]iáo dục)$")
# What makes two capitalised words a place or a school, even if they begin like a person.
_NAMED_AFTER = re.compile(
    r"(?:tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|thành phố|tp\.?|[a-zà-ỹ]+ ủy|[a-zà-ỹ]+ đoàn"
    r"|biên phòng|cửa khẩu|cảng|trường|học viện|đại học|cao đẳng|chính trị|bệnh viện"
    r"|công ty|tnhh|thpt|thcs|tiểu học|mầm non"
    r"|tncs|cộng sản|thôn|bản|đường|khu|vườn quốc gia|đồn|vùng|hải đội)\s+$",
    re.IGNORECASE,
)
# “6 tháng”: a number that counts is none of a body, as in “Vùng 4”.
_COUNTED = re.compile(r"\s+(?:tháng|năm|ngày|người|đồng|vụ|lượt|nội|giải|%)")
# “Khối | các cơ quan”, “Liên hiệp | các Hội”.
_BEFORE_SEVERAL = re.compile(r"(?:Khối|[Hh]iệp|lý) $")
_CITY_OF = "Hồ Chí Minh"
_LONGEST, _LONGEST_RUN, _PLACE_WORDS = 200, 8, 2


class TitleEnd(NamedTuple):
    """Where a title ends, and the offset of the person that follows it at once, or -1."""

    end: int
    person: int = -1


def title_end(text: str, start: int, limit: int) -> TitleEnd:
    """Return where the title or body that begins at an offset ends.

    Args:
        text: the text.
        start: offset of the title's first word.
        limit: offset that it may not go beyond.
    """
    office = OFFICE.match(text[start : start + 40].lower())
    end = start + office.end() if office else _WORD.match(text, start).end()  # type: ignore[union-attr]  # a word begins there
    while (gap := _gap(text, end, limit)) >= 0 and gap < min(limit, start + _LONGEST):
        word = _WORD.match(text, gap, limit)
        if word is None:
            break
        if text[gap].isupper() or text[gap].isdigit():
            if person := _person_at(text, start, gap, limit):
                return person
            if text[gap].isdigit() and _COUNTED.match(text, word.end()):
                break
            end = word.end()
        elif behind := _over_small_words(text, gap, limit):
            end = behind
        else:
            break
    return TitleEnd(end)


def _gap(text: str, end: int, limit: int) -> int:
    """Return the offset of the next word of a name; -1 where the name ends here."""
    if text.startswith(". ", end) and _SHORT.search(text[:end][-3:]):
        return end + 2
    if text.startswith(", ", end) and _BEFORE_COMMA.search(text[:end][-12:]):
        behind = text[end + 2 : end + 14]
        return end + 2 if behind[:1].isupper() and not begins_with_head(behind) else -1
    dash = _DASH.match(text, end, limit)
    if dash and dash[0].strip():
        behind = text[dash.end() : dash.end() + 40]
        is_other = OFFICE.match(behind.lower()) or begins_with_head(behind) or _TITLE.match(behind)
        return -1 if is_other else dash.end()
    return end + 1 if text.startswith(" ", end) else -1


def _person_at(text: str, start: int, offset: int, limit: int) -> TitleEnd | None:
    """Return the end of a title before a person who is named at an offset."""
    if _HONORIFIC.match(text, offset, limit) or _TITLE.match(text, offset, limit):
        return TitleEnd(offset - 1)
    if not is_surname(re.split(r"[\s'’]", text[offset : offset + 20])[0]):
        return None
    run = NAME.match(text, offset, limit)
    if run is None or run[0].startswith(_CITY_OF):
        return None
    begins, name = trim_name(text, run)
    is_short = name.count(" ") < _PLACE_WORDS
    is_named_after = _NAMED_AFTER.search(text[start:offset])
    if not name or begins != offset or (is_named_after and is_short):
        return None
    if is_named_after and re.search(
        r"(?:trường|học viện|đại học|bệnh viện|thpt|thcs|tiểu học)", is_named_after[0].lower()
    ):
        return None
    return TitleEnd(offset - 1, offset)


def _over_small_words(text: str, offset: int, limit: int) -> int:
    """Return the offset behind the small words that belong to a title, 0 where none do."""
    word = _WORD.match(text, offset, limit)
    if word is None or _is_stop(text, offset):
        return 0
    if word[0] == "và":
        return _over_and(text, word.end(), limit)
    if word[0] == "các":  # “Đảng ủy Khối các cơ quan”
        return word.end() if _BEFORE_SEVERAL.search(text[:offset][-12:]) else 0
    if word[0] == "của":  # “Vụ trưởng Vụ Tuyên truyền của Ủy ban Dân tộc”
        return word.end() if begins_with_head(text[word.end() + 1 : limit]) else 0
    return word.end() if word[0] in WITHIN else _over_unknown(text, offset, limit)


def _over_unknown(text: str, offset: int, limit: int) -> int:
    """Return the offset behind unknown words, if they lead on to a name, a unit or an end."""
    for _ in range(_LONGEST_RUN):
        word = _WORD.match(text, offset, limit)
        if word is None or word[0] == "và" or _is_stop(text, offset):
            return 0
        if text[offset].isupper():
            is_name = not begins_with_head(text[offset : offset + 30])
            return offset - 1 if is_name and not _begins_person(text, offset, limit) else 0
        if word[0] in UNITS or text.startswith((",", ";", ")", "\n"), word.end()):
            return word.end()
        offset = word.end() + 1
        if not text.startswith(" ", word.end()):
            return 0
    return 0


def _is_stop(text: str, offset: int) -> bool:
    return bool(STOP.match(text, offset)) and not NAME_BEFORE.search(text[:offset][-6:])


def _over_and(text: str, end: int, limit: int) -> int:
    """Return the offset behind “và” where it is part of a name: “Giáo dục | và Đào tạo”."""
    behind = text[end + 1 : limit]
    word = _WORD.match(behind)
    if word is None or begins_with_head(behind[:30]) or OFFICE.match(behind.lower()):
        return 0
    if _begins_person(text, end + 1, limit) or STOP.match(behind):
        return 0
    is_name = behind[0].isupper() or word[0] in WITHIN - {"cán", "đại", "lực", "nhân", "các"}
    return end if is_name else 0


def _begins_person(text: str, offset: int, limit: int) -> bool:
    """Whether a person is named at an offset, with a title or by a surname."""
    if _HONORIFIC.match(text, offset, limit) or _TITLE.match(text, offset, limit):
        return True
    run = NAME.match(text, offset, limit)
    if run is None or not is_surname(run[0].split()[0]):
        return False
    return trim_name(text, run)[0] == offset
