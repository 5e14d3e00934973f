"""The office of a person, as it is written before or behind the name."""

import re
from typing import NamedTuple

from bantin.importing.recognition.person_names import NAME, OFFICE, RANK, is_surname, trim_name
from bantin.vietnamese.letters import compile_cased

RANKS = re.compile(RANK, re.IGNORECASE)
# Words that end an office, since the sentence goes on: “…, Giám đốc Công an tỉnh chủ trì …”.
_STOP_WORDS = re.compile(
    r"\s+(?:đồng chủ trì|chủ trì|phát biểu|đã|dự|tham dự|đến dự|về dự|tới dự"
    r"|cùng|cho biết|khẳng định|nhấn mạnh|yêu cầu|đề nghị"
    r"|ghi nhận|đánh giá|biểu dương|trao|tặng|kết luận|làm trưởng|tại (?:hội"
    r"|buổi|lễ)|báo cáo|thay mặt|trình bày|ký|là|chúc|điều hành|tiếp thu"
    r"|bày tỏ|gợi ý|chỉ đạo|quán triệt|mong|lưu ý|cho rằng|tham gia|thông tin"
    r"|nêu|nói|nhận|thừa nhận|hứa|đồng ý|đề xuất|thống nhất|kêu gọi|giao(?! thông| dịch| ban)|kể"
    r"|chốt|góp ý|cam kết|khuyên|nhắc|trả lời|phân tích|giải thích|xác nhận|chia sẻ|băn khoăn"
    r"|trăn trở|tâm tư|đồng tình|tán thành|công bố|gửi|cảm ơn|tin tưởng|hy vọng|dặn"
    r"|trực tiếp|đại diện|và (?=(?:đồng chí|ông|bà|các đồng chí|Đại|Thượng"
    r"|Trung tá|Trung tướng|Thiếu)\b)"
    r"|và (?:các|cán bộ|lãnh đạo|đại diện|một số|đông đảo|toàn thể|hơn|gần)\b"
    r"|và [A-ZĐ]\S+ [A-ZĐ]\S+)\b.*$"
)
# “các đồng chí Phó Trưởng Ban: Nguyễn Văn Bình, | …”: one office for all of a list.
_OF_A_LIST = compile_cased(
    r"(?:các đồng chí|các ông(?:,| và)? bà|các ông|các bà|đồng chí)\s+"
    r"(?P<office>[^:;.\n]{5,110}):\s*"
    rf"(?:{NAME.pattern},\s+(?:và\s+)?)*$"
)
# A place behind its unit is no person: “Huyện ủy | Lý Sơn”.
_PLACE = re.compile(
    r"(?:tỉnh|huyện|xã|phường|quận|thị xã|thành phố|tp\.?|[a-zà-ỹ]+ ủy|biên phòng)\s+$",
    re.IGNORECASE,
)
# Where one office ends and another may begin. A dash within the name of an agency parts nothing:
# “Đài Phát thanh – Truyền hình tỉnh”.
_SEPARATORS = re.compile(
    r",\s+|(?<!phát thanh)(?<!lao động)(?<!kinh tế)(?<!văn hóa)(?<!tuyên giáo)(?<!văn hoá)"
    r"(?<!xã hội)(?<!thông tin)\s+[-–—]\s+|\s+[-–—]\s+(?=[Tt]rưởng|[Pp]hó|[Uu]ỷ|[Ủủ]y|[Bb]í)",
    re.IGNORECASE,
)
# No office ends with these: “…, Phó Giám đốc và | Nguyễn Văn An” joins two people.
_JOINING_END = re.compile(r"\b(?:và|cùng|với|do|của đồng chí|gồm|có|là)$")
_SENTENCE_WORDS = re.compile(r"\b(?:đã|được|về|tại|phát biểu|tổ chức)\b")
_MAX_BEHIND, _MAX_BEFORE, _MAX_LIST = 260, 130, 320


class Office(NamedTuple):
    """An office as written, empty if there is none, with its offsets in the text."""

    text: str
    start: int
    end: int


def office_behind(text: str, end: int) -> Office:
    """Return the office behind a name: “Nguyễn Văn An, Ủy viên Ban Thường vụ, Trưởng Ban …”.

    Args:
        text: the text.
        end: offset behind the name.
    """
    gap = re.match(r"\s*(?:,|[-–—]|\()?\s*", text[end : end + 6])
    start = end + (gap.end() if gap else 0)
    stop = re.search(r"[.;:\n)“”]|$", text[start:])
    segment = text[start : start + (stop.start() if stop else 0)][:_MAX_BEHIND]
    offices: list[str] = []
    for piece in _SEPARATORS.split(segment):
        is_rank = RANKS.match(piece) and not NAME.search(RANKS.sub("", piece))
        if not (OFFICE.match(piece.lower()) or is_rank) or _last_person(_STOP_WORDS.sub("", piece)):
            break
        office = re.sub(r"\s+và$", "", _STOP_WORDS.sub("", piece).strip())
        offices.append(office)
        if office != piece.strip():  # the sentence goes on within this piece
            break
    length = segment.find(offices[-1]) + len(offices[-1]) if offices else 0
    return Office(", ".join(offices), start, start + length)


def office_before(text: str, start: int) -> Office:
    """Return the office before a name: “Giám đốc Công an tỉnh Nguyễn Văn An”.

    Args:
        text: the text.
        start: offset of the name, or of the honorifics before it.
    """
    none = Office("", start, start)
    if listed := _OF_A_LIST.search(text, max(0, start - _MAX_LIST), start):
        return Office(listed["office"].strip(), listed.start("office"), start)
    before = re.split(r"[.;:\n“”()]", text[max(0, start - _MAX_BEFORE) : start])[-1]
    if before[-1:] not in (" ", "") or before.rstrip().endswith((",", "-", "–")):
        return none
    lowered = before.lower()
    starts = [
        match.start()
        for match in OFFICE.finditer(lowered)
        if match.start() == 0 or lowered[match.start() - 1] in " ,"
    ]
    if not starts:
        return none
    begin = _begin_of_row(before, lowered, starts)
    office = before[begin:].strip(" ,-–")
    if _JOINING_END.search(office.lower()) or _SENTENCE_WORDS.search(office):
        return none
    return Office(office, start - len(before) + begin, start)


def _begin_of_row(before: str, lowered: str, starts: list[int]) -> int:
    """Return where the last row of offices begins: “Ủy viên …, Trưởng …” is one.

    “… cùng Giám đốc” begins a new one, for another person; “và” within the name of an agency
    (“Tuyên giáo và Dân vận”) does not.
    """
    begin = starts[0]
    for start in starts[1:]:
        between = lowered[begin:start]
        is_joined = re.search(r"\b(?:và|cùng|với|chủ trì|dự|đồng chí)\s", between)
        in_name = re.search(r"(?:tuyên giáo|giáo dục|dân tộc|thương binh) và", between)
        if (is_joined and not in_name) or _last_person(before[begin:start].rstrip(" ,")):
            begin = start
    return begin


def _last_person(piece: str) -> str:
    """Return the person whose name ends a text: “Phó Chủ tịch UBND tỉnh Đắk Lắk | Trần Hữu Lộc”.

    Such an office is that person's own, not of the one named before.
    """
    for match in NAME.finditer(piece):
        start, name = trim_name(piece, match)
        is_at_end = bool(name) and start + len(name) == len(piece.rstrip())
        is_place = bool(_PLACE.search(piece[:start])) and name.count(" ") < 2  # noqa: PLR2004 - “Lý Sơn”
        if is_at_end and start and is_surname(name.split()[0]) and not is_place:
            return name
    return ""
