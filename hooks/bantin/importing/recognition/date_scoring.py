"""A score for each date of a text: how likely it is the day of the event itself.

An article has many dates: of documents, anniversaries, periods, earlier meetings. The words
around a date say which is which: “Sáng 5/3/2020, … tổ chức hội nghị” is the event, “Quyết định
ngày 5/3/2020”, “tính đến ngày 5/3/2020”, “kỷ niệm ngày thành lập (5/3)” are not.
"""

import re

MIN_SCORE = 4
_OPENING_PARTS, _FORM_PARTS = 3, 14
_NEAR_START = 30
_SESSION = re.compile(r"\b(?:sáng|chiều|tối|trưa)\b", re.IGNORECASE)
# Words right before a date that make it a limit, an anniversary, a signature, a year of birth, …
_OTHER_DATE = re.compile(
    r"(?:tính đến|đến hết|hết|kể từ|từ|trước|sau|kỷ niệm|thành lập|ban hành|ký"
    r"|ký kết từ|dịp|hạn|quyết định|truyền thống|sinh|công bố|có hiệu lực"
    r"|đến|thông qua|(?<!thứ )năm|cuối|lần thứ|khóa"
    r"|tốt nghiệp|tái lập|giải phóng)\s+(?:ngày\s+)?\(?$",
    re.IGNORECASE,
)
# “Kỷ niệm 74 năm Ngày thành lập Quân đội (22/12/1944 - 22/12/2018), …”, no comma between.
_ANNIVERSARY = re.compile(
    r"\b(?:kỷ niệm|ngày (?:thành lập|truyền thống|sinh|giải phóng|hội|mất|bầu cử)|chào mừng)\b"
    r"(?P<between>[^,;.]{0,160})$",
    re.IGNORECASE,
)
# A date that ends the anniversary, unless a dash leads on to the next: the one after it is the day.
_COMPLETE_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}(?![\d\s/.-]*[-–]\s*$)")
# What follows the date of an earlier event: “Ngày 12/5/2016, hai bên đã ký Quy chế …”.
_EARLIER_EVENT = re.compile(
    r"^\W*(?:[^,.]{0,120},?\s)?đã\s(?:cùng\s|phối hợp\s|thống nhất\s)*"
    r"(?:ký|ban hành|xây dựng|có)\b",
    re.IGNORECASE,
)
# The sentence speaks of a meeting.
_MEETING = re.compile(
    r"hội nghị|tổ chức|diễn ra|ký kết|kí kết|lễ ký|buổi|giao ban|tọa đàm|toạ đàm"
    r"|họp|sơ kết|tổng kết|làm việc|kiểm tra|ký chương trình|ký quy chế",
    re.IGNORECASE,
)
# A form says when it was: “1. Thời gian, địa điểm: 7 giờ 30 phút, ngày 31/10/2023, tại …”. Between
# label and date there may be only words of time.
_FORM_LABEL = re.compile(
    r"^\W*(?:(?:\d+|[IVX]+|[a-z])\s*[.)/]\s*)?(?:thời\s*gian|thời\s*điểm"
    r"|ngày\s*(?:họp|tổ\s*chức|giờ)|bắt\s*đầu|khai\s*mạc)"
    r"\s*(?:(?:[,:&(–-]|và|địa\s*điểm|tổ\s*chức|họp|diễn\s*ra|bắt\s*đầu|hội\s*nghị"
    r"|cuộc|khai\s*mạc|tiến\s*hành|lúc|hồi|vào|từ|ngày|thứ\s*\w+"
    r"|\d{1,2}\s*(?:giờ|[hg:])\s*(?:\d{2})?(?:\s*phút)?|\d{1,2}\s+buổi|sáng|chiều|tối"
    r"|đến|buổi|['’])\s*)*$",
    re.IGNORECASE,
)
# The clause that a date opens: “…, trong buổi chiều ngày 08/11, hai bên …”.
_CLAUSE_START = re.compile(
    r"(?:^|[,;:(–-]|\bthì)\s*(?:và\s+|đúng\s+)?(?:(?:trong|vào|hôm|buổi|sáng|chiều|tối"
    r"|trưa|ngày|nay|qua|vừa|mới|đây|hồi|lúc|thứ\s+\w+|chủ nhật|cả|các|hai|ba"
    r"|\d{1,2}\s*(?:giờ|h|g)\s*\d{0,2}"
    r"(?:\s*phút)?|mồng|mùng|\d{1,2}\s*(?:và|,|đến|-|–))\b[\s,(]*)*$",
    re.IGNORECASE,
)
# A sentence that begins with what the meeting rests on: “Thực hiện Chương trình … ngày 5/3/2020”.
_BASIS = re.compile(
    r"^\W*(?:sau|thực hiện|triển khai thực hiện|căn cứ|theo|trên cơ sở|nhân|hướng tới|chào mừng"
    r"|tiếp nối|tiếp theo|kể từ|từ khi|từ sau|được ký kết|xét|thi hành|chấp hành|cụ thể hóa)\b",
    re.IGNORECASE,
)
# “Trước đó, ngày …”, “Cách đây …”: another day than that of the event.
_OTHER_TIME = re.compile(
    r"^\W*(?:trước (?:đó|đây|hội nghị|khi)|hôm trước|còn nhớ|cách đây|sau đó|tiếp đó)\b",
    re.IGNORECASE,
)
# A document right before the date: “Kế hoạch số 12/KH-UBND ngày …”.
_DOCUMENT = re.compile(
    r"\b(?:công văn|kế hoạch|quyết định|nghị quyết|nghị định|chỉ thị|thông báo|thông tư"
    r"|quy chế|văn bản|tờ trình|báo cáo|hướng dẫn|hợp đồng|biên bản|giấy mời|kết luận|quy định"
    r"|đề án|giấy phép|thông tri|chương trình)(?:\s+(?:số|phối hợp|liên tịch|liên ngành))*"
    r"(?:\s+[\w/.·-]*\d[\w/.·-]*)?\s*,?\s*"
    r"(?:(?:ra |cấp |ký |ban hành )?ngày\s*)?\(?$",
    re.IGNORECASE,
)


# What was held on the day, behind its basis: “Thực hiện …, hai bên đã tổ chức hội nghị vào |”.
_HELD = re.compile(
    r"(?:,|\b(?:do|được|đã|vừa)\b)[^;]*\b(?:tổ chức|diễn ra|họp|sơ kết|tổng kết|ký kết|giao ban"
    r"|khai mạc)\b[^,;.]{0,80}$",
    re.IGNORECASE,
)
# “tổng kết Chương trình ngày |”: when it was reviewed, as nothing but its name stands between.
_REVIEWED = re.compile(
    r"\b(?:sơ kết|tổng kết|đánh giá|kiểm điểm|giao ban)(?:\s+[^\W\d]+){1,12}\s+"
    r"(?:vào\s+)?(?:(?:sáng|chiều|tối)\s+)?ngày\s*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:ký|kí|ban hành)(?:\s+kết)?\s", re.IGNORECASE)


def score_date(number: int, before: str, sentence: str, match: re.Match[str]) -> int:
    """Return how likely a date is that of the event; from ``MIN_SCORE`` on it is taken for it.

    Args:
        number: of the paragraph, title and lead included, from 0.
        before: the text before the date in its paragraph.
        sentence: the sentence it is in.
        match: the date, with its year in the group ``y``.
    """
    near = before[-25:]
    if _FORM_LABEL.match(before) and number < _FORM_PARTS:
        return MIN_SCORE + 3
    is_of_document = _DOCUMENT.search(before[-90:]) and not _is_review(before)
    if _OTHER_DATE.search(near) or is_of_document or _is_anniversary(before):
        return -5
    lead, _, after = sentence.partition(match[0])
    opens_clause = bool(_CLAUSE_START.search(lead))
    return (
        2 * (number < _OPENING_PARTS)
        + 2 * (opens_clause or len(lead) < _NEAR_START)
        + 2 * bool(_SESSION.search(near))
        + 2 * bool(_MEETING.search(sentence))
        + bool(match["y"])
        - (number > _OPENING_PARTS * 3)
        - 3 * bool(_EARLIER_EVENT.match(after))
        - 4 * (bool(_BASIS.match(sentence)) and not (opens_clause or _HELD.search(lead)))
        - 3 * bool(_OTHER_TIME.match(sentence))
    )


def _is_review(before: str) -> bool:
    """Whether the words before a date review a programme that has no number and is not signed."""
    match = _REVIEWED.search(before)
    return match is not None and not _SIGNED.search(match[0])


def _is_anniversary(before: str) -> bool:
    match = _ANNIVERSARY.search(before)
    return match is not None and not _COMPLETE_DATE.search(match["between"])
