"""Lines with which a page dates itself, among them bylines, counters and buttons.

“Thứ Sáu, 15/03/2024 - 14:22 | Lượt xem: 120” is one, “Sáng 15/3/2024, hội nghị …” is none: a line
counts if nothing but names and sections is left when dates, labels, times, counters and buttons
are taken out of it.
"""

import re

from bantin.importing.cleaning.byline import is_organisation
from bantin.importing.cleaning.page_dates import PageDate, PageDateKind
from bantin.importing.cleaning.printed_dates import PrintedDate, find_dates
from bantin.vietnamese.letters import compile_cased

# “14:22”, “8h30”, “8 giờ 00 phút”, “3:15 PM”, “8 giờ”.
_TIME = re.compile(
    r"\b\d{1,2}\s*(?::|h|g|giờ\s)\s*\d{2}(?::\d{2})?(?:\s*phút|['’])?\s*(?:AM|PM|SA|CH|sáng|chiều|tối)?\b"
    r"|\b\d{1,2}\s*(?:giờ|h|AM|PM)\b",
    re.IGNORECASE,
)
# “Thứ Sáu”, “Thứ 6”, “T6”, “Chủ nhật”, “Fri”, “Friday”; not the name in “Hà Thu”.
_WEEKDAY = re.compile(
    r"\b(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật|t[2-7]|cn"
    r"|(?:mon|tues?|wed(?:nes)?|(?<![^\W\d_]\s)thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?",
    re.IGNORECASE,
)
# What a page writes before its date: “Ngày đăng”, “Cập nhật”, “Posted on”, “Last updated”.
# “đăng” must not go on to “đăng bởi” (by whom), “đăng ký”, “đăng nhập”, “đăng xuất” (log out).
_LABEL_WORDS = (
    r"(?:(?:được|đã|bài|tin)\s+)?(?:cập\s*nhật|đăng(?:\s*tải|\s*tin|\s*bài)?(?!\s*(?:bởi|ký|nhập|xuất))"
    r"|viết(?=\s*(?:ngày|lúc|vào))|xuất\s*bản|phát\s*hành|đưa\s*tin|khởi\s*tạo|ngày\s*(?:đăng|viết|tạo|gửi|đưa|cập\s*nhật"
    r"|xuất\s*bản|phát\s*hành)(?:\s*(?:tin|bài|tải))*|(?:tin|bài)\s+ngày|tạo\s*lúc|gửi\s*bài|lần\s*cuối"
    r"|(?:last\s*)?(?:updated?|modified)|publi(?:sh(?:ed)?|cation)(?:\s*date)?|post(?:ed)?(?:\s*date)?|created)"
)
# The same with what may follow (“… lúc”, “… vào ngày”), and labels that need a colon:
# “Thời gian: …”, “Ngày: …”, “Date: …”.
_LABEL = re.compile(
    rf"\b{_LABEL_WORDS}(?:\s*(?:bài|tin|lần\s*cuối|gần\s*nhất|lúc|ngày|vào|on|date))*\s*:?"
    r"|^\W*(?:thời\s*gian(?:\s*đăng)?|ngày(?:\s*giờ)?|date|sent)\s*:",
    re.IGNORECASE,
)
# The date of the visit: “In ngày …”, “Hôm nay: thứ Sáu …”, “28°C” next to it, “Printed on”.
_VISIT = re.compile(
    r"\bin\s*(?:ngày|lúc)|\bngày\s*(?:in|xem|truy\s*cập)\b|\b(?:bây\s*giờ|hôm\s*nay|hiện\s*tại)"
    r"(?:\s*là)?\s*(?::|,?\s*(?=thứ|chủ)|ngày\s*:)|\btruy\s*cập\s*(?:lúc|ngày)|\d\s*°\s*C\b|\bprinted\b(?:\s*on)?",
    re.IGNORECASE,
)
# Who put the page online: “Đăng bởi admin vào …”, “Tác giả: Minh Anh”, “Written by …”. The name
# ends at a separator or at a word of time.
_BYLINE = re.compile(
    r"\b(?:(?:(?:đăng|viết|gửi|biên\s*tập)\s*bởi|bởi|(?:written\s*|posted\s*)?by)\s*[:|]?"
    r"|(?:tác\s*giả|người\s*(?:đăng|viết|gửi)|biên\s*tập|nguồn(?:\s*tin)?|theo"
    r"|tin(?:\s*(?:,|và|-)\s*(?:bài|ảnh))*|bài(?:\s*,\s*ảnh)?|chuyên\s*mục|danh\s*mục"
    r"|category|author)\s*:)\s*"
    r"(?P<name>[^|·•/,:;()\n–—]{1,40}?)"
    r"(?=\s*(?:$|[|·•/,:;()–—]|\s-\s)|\s+(?:vào|lúc|ngày|on|at|in)\b)",
    re.IGNORECASE,
)
# “Lượt xem”, “views”.
_COUNTER = re.compile(r"\b(?:lượt|lần)\s*(?:xem|đọc)\b|\b(?:views?|hits?)\b", re.IGNORECASE)
# Fields of one line: “Tin tức | 15/03/2024”.
_FIELD_SEPARATOR = re.compile(r"\s[|·•»]\s")
# Everything else that such lines carry and that says nothing: time zones, counters, buttons for
# print, e-mail, font size and sharing, comments, and connecting words.
_FURNITURE = re.compile(
    r"\(?(?:GMT|UTC)\s*(?:[+-]\s*\d+(?::?\d{2})?)?\)?"
    r"|\b[\d.,]+\s*(?:lượt|lần)\s*(?:xem|đọc)|[+-]\d{4}\b|\d+\s*°\s*C\b"
    r"|\b(?:số\s*)?(?:lượt|lần)\s*(?:xem|đọc|truy\s*cập)\s*:?\s*[\d.,]*"
    r"|\b(?:đã\s*(?:xem|đọc)|views?|hits?)\s*:?\s*[\d.,]*|\b[\d.,]+\s*(?:views?|lượt|đọc|xem)\b"
    r"|\bin\s*(?:bài(?:\s*viết)?|trang|ra)\b|\bngày\b|\blúc\b|\bvào\b"
    r"|\b\d+\s*(?:bình\s*luận|lượt\s*xem|comments?|phút\s*đọc)|(?:để\s*lại|gửi)\s*bình\s*luận"
    r"|\b(?:no|leave\s*a)\s*comments?|\bbình\s*luận(?:\s*\(\d*\))?|(?<!\w)[Aa]\s*[-+]*(?!\w)"
    r"|\b(?:đã\s*)?chia\s*sẻ\s*với\s*(?:công\s*khai|bạn\s*bè|mọi\s*người)"
    r"|(?:(?:tăng|giảm|xem)\s*)?cỡ\s*chữ|(?:gửi\s*)?e?mail\b|chia\s*sẻ"
    r"|\blưu(?:\s*bài(?:\s*viết)?(?:\s*này)?)?\b|\b(?:độ\s*)?tương\s*phản\b|\bchế\s*độ\s*ban\s*đêm\b"
    r"|\btheo\s*dõi\b[^|]{0,30}\btrên\s*(?:google|facebook|zalo)(?:\s*(?:news|tin\s*tức))?"
    r"|\b(?:nhiệt\s*liệt\s*)?chào\s*mừng\s*(?:các\s*)?(?:bạn|quý)\b.*"
    r"|\bđọc\s*bài(?:\s*viết)?\b|\bnghe(?:\s*(?:đọc\s*)?(?:bài(?:\s*viết)?|đọc))?\b|\bthích\b|\bprint\b|\bshare\b|\bfont\s*size\b|\bthực\s*hiện\b|\btổng\s*hợp\b|\bon\b|\bat\b|\bam\b|\bpm\b",
    re.IGNORECASE,
)
# The head of minutes says when a meeting was, not when the page was printed: “1. Thời gian, địa
# điểm: …”; a line of nothing but the date behind “Thời gian:” is the page's own.
_MINUTES = re.compile(r"^\W*(?:\d+\W+)?thời\s*gian\b", re.IGNORECASE)
_DATE_OF_PAGE = re.compile(r"^\W*thời\s*gian(?:\s*đăng)?\s*:[\s\d:/.,|–-]*$", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[|·•/–—,;:()\[\]]+\s*|\s-+\s|\s*\n\s*")
_NAME = re.compile(r"[^\W\d_]+(?:[\s.-]+[^\W\d_]+){0,5}\.?")
# Words of a sentence about the event: with one of them, a line is more than a section name.
_EVENT_WORDS = re.compile(
    r"\b(?:hội nghị|họp|lễ|buổi|diễn ra|khai mạc|bế mạc|bắt đầu|kết thúc|sáng|chiều|tối|tại|từ|đến"
    r"|hết|trước|sau|hạn|hiệu lực|ban hành|ký|số|sinh|tổ chức|sơ kết|tổng kết|giao ban|phối hợp"
    r"|dự kiến|lịch|phiên|cùng|đã|sẽ|hôm nay|thời gian|địa điểm)\b",
    re.IGNORECASE,
)
_MAX_LINE, _MAX_GLUED_LINE = 150, 320
_MAX_FURNITURE_LINE = 90
# “Nguồn: …”, “Theo …”: bylines of a person or paper, which ``byline`` reads.
_SOURCE_LINE = re.compile(r"\W*(?:nguồn|theo|tác\s*giả|tin|bài|ảnh)\b", re.IGNORECASE)
_BY_PERSON = compile_cased(r"[Bb]y [\U][\L]+(?: [\U][\L]+){1,4}\W*")  # but “By admin”
_MAX_SECTION = 5  # words
# A label inside a line: “Sơ kết phối hợp | Ngày đăng: 12/3/2020”.
_INNER_LABEL = re.compile(
    rf"(?<![^\W\d_])(?P<label>{_LABEL_WORDS}(?:\s*(?:lúc|ngày|vào|on))*)\s*:?\s*", re.IGNORECASE
)
# A letterhead whose two columns ran together: “Số: 12/BC-UBND Gia Lai, ngày 15 tháng 3 năm 2024”.
_LETTER_NUMBER = re.compile(r"Số\s*:?\s*\S{0,30}\s+(?=[^\W\d_])", re.IGNORECASE)
# A date in brackets behind a title: “Ký kết quy chế phối hợp (15/03/2024 08:30)”.
_IN_BRACKETS = re.compile(r"\(\s*(?P<inside>[^()]{6,40}?)\s*\)\W*$")


def parse_date_line(line: str, *, in_form: bool = False) -> PageDate | None:
    """Return the date of the page that a line consists of; None for a line that says more.

    Args:
        line: one line of a page.
        in_form: whether the lines around it say where a meeting was, so that this one says when.
    """
    if len(line) > _MAX_LINE or _is_time_of_meeting(line, in_form=in_form):
        return None
    has_label, has_time = bool(_LABEL.search(line)), bool(_TIME.search(line))
    dates = find_dates(line, with_short_years=has_label or has_time)
    if not dates:
        return None
    rest, name = _remove_furniture(_remove_dates(line, dates))
    has_field = bool(_FIELD_SEPARATOR.search(line) or _COUNTER.search(line))
    parts = [part for part in _SEPARATORS.split(rest) if part.strip(" .-")]
    if not all(
        _is_name_or_section(part, is_sure=has_label or has_time or has_field) for part in parts
    ):
        return None
    kind = _kind(line, has_label=has_label)
    if kind == "clock" and not is_of_visit(line) and (name or _COUNTER.search(line)):
        kind = "bare"
    # The place and day of a letter: “Gia Lai, ngày 15 tháng 3 năm 2024” names no author.
    is_letter = dates[0].start > 0 and line[: dates[0].start].rstrip().lower().endswith(", ngày")
    if not (name or is_letter or has_label):
        name = next((part for part in parts if _is_name(part)), "")
    return PageDate(dates[0].date, kind, line, name)


def is_of_visit(line: str) -> bool:
    """Whether a line says that its date is the day on which the page was printed or read."""
    return bool(_VISIT.search(line))


def names_weekday(line: str) -> bool:
    """Whether a line names a day of the week."""
    return bool(_WEEKDAY.search(line))


def is_furniture(line: str) -> bool:
    """Whether a line has only counters, buttons and who put it online, and no person's byline."""
    if len(line) > _MAX_FURNITURE_LINE or _SOURCE_LINE.match(line) or _BY_PERSON.fullmatch(line):
        return False
    rest, name = _remove_furniture(line)
    return not re.search(r"\w", rest) and (not name or is_organisation(name) or not _is_name(name))


def _is_time_of_meeting(line: str, *, in_form: bool) -> bool:
    is_page_date = not in_form and bool(_DATE_OF_PAGE.match(_WEEKDAY.sub(" ", line)))
    return bool(_MINUTES.match(line)) and not is_page_date


def _kind(line: str, *, has_label: bool) -> PageDateKind:
    if is_of_visit(line):
        return "clock"
    if has_label:
        return "labelled"
    if _TIME.search(line):
        return "timed"
    # “Thứ Sáu, 15/03/2024” without a time is what portals show in their head: today.
    return "clock" if names_weekday(line) else "bare"


def _remove_dates(line: str, dates: list[PrintedDate]) -> str:
    for date in reversed(dates):
        line = f"{line[: date.start]} | {line[date.end :]}"
    return line


def _remove_furniture(text: str) -> tuple[str, str]:
    """Return a line without labels, times, counters and buttons, and the name that it gives."""
    for pattern in (_VISIT, _LABEL, _TIME, _WEEKDAY):
        text = pattern.sub(" | ", text)
    byline = next((m for m in _BYLINE.finditer(text) if m["name"].strip()), None)
    for pattern in (_BYLINE, _FURNITURE):
        text = pattern.sub(" | ", text)
    return text, byline["name"].strip() if byline else ""


def _is_name_or_section(part: str, *, is_sure: bool) -> bool:
    """Whether the words next to a date are a name or a section of the site, not a sentence.

    Args:
        part: the words between two separators.
        is_sure: whether something else shows that the date is the page's own.
    """
    part = part.strip(" .-")
    if not re.search(r"[^\W\d]", part) or _is_name(part):
        return True
    is_section = part[0].isupper() and len(part.split()) <= _MAX_SECTION
    return is_sure and is_section and not _EVENT_WORDS.search(part)


def _is_name(text: str) -> bool:
    """Whether every word has a capital, as in “Minh Anh” or “Tin tức Sự kiện”."""
    words = text.split()
    is_event_word = bool(_EVENT_WORDS.match(text.strip())) and len(words) == 1
    return (
        bool(_NAME.fullmatch(text.strip()))
        and not is_event_word
        and all(word[0].isupper() for word in words)
    )


def split_glued_date(line: str, *, is_heading: bool) -> tuple[str, PageDate | None]:
    """Return a line without the page date that is printed inside it, and that date.

    “Sơ kết phối hợp Ngày đăng: 12/3/2020 08:15” gives “Sơ kết phối hợp” and the date.

    Args:
        line: one line of a page.
        is_heading: whether it may be a title, behind which a page puts its date in brackets.
    """
    if len(line) > _MAX_GLUED_LINE:
        return line, None
    number = _LETTER_NUMBER.match(line)
    if number and (date := parse_date_line(line[number.end() :])):
        return number[0].strip(), date
    if (split := _split_at_label(line)) is not None:
        return split
    brackets = _IN_BRACKETS.search(line) if is_heading and not line.endswith(".") else None
    date = parse_date_line(brackets["inside"]) if brackets else None
    if brackets and date and not date.name and brackets.start():
        return line[: brackets.start()].rstrip(), date
    return line, None


def _split_at_label(line: str) -> tuple[str, PageDate] | None:
    for label in _INNER_LABEL.finditer(line):
        dates = [d for d in find_dates(line, with_short_years=True) if d.start >= label.end()]
        # “… cập nhật ngày 15/3/2024” without a capital belongs to the sentence.
        if not dates or not label["label"][0].isupper():
            continue
        between = _TIME.sub(" ", _WEEKDAY.sub(" ", line[label.end() : dates[0].start]))
        if re.sub(r"\bngày\b|\blúc\b|\W", "", between):
            continue
        time = re.match(rf"[\s,|-]*(?:{_TIME.pattern})\)?", line[dates[0].end :], re.IGNORECASE)
        end = dates[0].end + (time.end() if time else 0)
        rest = f"{line[: label.start()].rstrip(' (|-–')} {line[end:].lstrip(' )|,;-–')}".strip()
        return rest, PageDate(dates[0].date, "labelled", line[label.start() : end])
    return None
