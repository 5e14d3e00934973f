"""What in a sentence speaks for its day being that of the event, or of something else."""

import re

NEEDED = 4
_OPENING, _FORM, _FEW = 3, 14, 30
_SESSION = re.compile(r"\b(?:sáng|chiều|tối|trưa)\b", re.IGNORECASE)
_OTHER = re.compile(
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
_ENDED = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}(?![\d\s/.-]*[-–]\s*$)")
# What a sentence tells of an earlier day: “Ngày 12/5/2016, hai bên đã ký Quy chế …”.
_EARLIER = re.compile(
    r"^\W*(?:[^,.]{0,120},?\s)?đã\s(?:cùng\s|phối hợp\s|thống nhất\s)*"
    r"(?:ký|ban hành|xây dựng|có)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"hội nghị|tổ chức|diễn ra|ký kết|kí kết|lễ ký|buổi|giao ban|tọa đàm|toạ đàm"
    r"|họp|sơ kết|tổng kết|làm việc|kiểm tra|ký chương trình|ký quy chế",
    re.IGNORECASE,
)
# A form says when it was: “1. Thời gian, địa điểm: 7 giờ 30 phút, ngày 31/10/2023, tại …”.
_STATED = re.compile(
    r"^\W*(?:(?:\d+|[IVX]+|[a-z])\s*[.)/]\s*)?(?:thời\s*gian|thời\s*điểm"
    r"|ngày\s*(?:họp|tổ\s*chức|giờ)|bắt\s*đầu|khai\s*mạc)"
    r"\s*(?:(?:[,:&(–-]|và|địa\s*điểm|tổ\s*chức|họp|diễn\s*ra|bắt\s*đầu|hội\s*nghị"
    r"|cuộc|khai\s*mạc|tiến\s*hành|lúc|hồi|vào|từ|ngày|thứ\s*\w+"
    r"|\d{1,2}\s*(?:giờ|[hg:])\s*(?:\d{2})?(?:\s*phút)?|\d{1,2}\s+buổi|sáng|chiều|tối"
    r"|đến|buổi|['’])\s*)*$",
    re.IGNORECASE,
)
# The clause that a day opens: “…, trong buổi chiều ngày 08/11, hai bên …”.
_OPENS = re.compile(
    r"(?:^|[,;:(–-]|\bthì)\s*(?:và\s+|đúng\s+)?(?:(?:trong|vào|hôm|buổi|sáng|chiều|tối"
    r"|trưa|ngày|nay|qua|vừa|mới|đây|hồi|lúc|thứ\s+\w+|chủ nhật|cả|các|hai|ba"
    r"|\d{1,2}\s*(?:giờ|h|g)\s*\d{0,2}"
    r"(?:\s*phút)?|mồng|mùng|\d{1,2}\s*(?:và|,|đến|-|–))\b[\s,(]*)*$",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"^\W*(?:sau|thực hiện|triển khai thực hiện|căn cứ|theo|trên cơ sở|nhân|hướng tới|chào mừng"
    r"|tiếp nối|tiếp theo|kể từ|từ khi|từ sau|được ký kết|xét|thi hành|chấp hành|cụ thể hóa)\b",
    re.IGNORECASE,
)
_BEFORE_THAT = re.compile(
    r"^\W*(?:trước (?:đó|đây|hội nghị|khi)|hôm trước|còn nhớ|cách đây|sau đó|tiếp đó)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:công văn|kế hoạch|quyết định|nghị quyết|nghị định|chỉ thị|thông báo|thông tư"
    r"|quy chế|văn bản|tờ trình|báo cáo|hướng dẫn|hợp đồng|biên bản|giấy mời|kết luận|quy định"
    r"|đề án|giấy phép|thông tri|chương trình)(?:\s+(?:số|phối hợp|liên tịch|liên ngành))*"
    r"(?:\s+[\w/.·-]*\d[\w/.·-]*)?\s*,?\s*"
    r"(?:(?:ra |cấp |ký |ban hành )?ngày\s*)?\(?$",
    re.IGNORECASE,
)


def weigh(number: int, before: str, sentence: str, match: re.Match[str]) -> int:
    """Return how much speaks for a day.

    Args:
        number: of the paragraph, title and lead included.
        before: what stands before it in the paragraph.
        sentence: in which it stands.
        match: the day as printed, ``y`` its year.
    """
    near = before[-25:]
    if _STATED.match(before) and number < _FORM:
        return NEEDED + 3
    if _OTHER.search(near) or _DOCUMENT.search(before[-90:]) or _is_anniversary(before):
        return -5
    lead, _, after = sentence.partition(match[0])
    opens = bool(_OPENS.search(lead))
    return (
        2 * (number < _OPENING)
        + 2 * (opens or len(lead) < _FEW)
        + 2 * bool(_SESSION.search(near))
        + 2 * bool(_MEETING.search(sentence))
        + bool(match["y"])
        - (number > _OPENING * 3)
        - 3 * bool(_EARLIER.match(after))
        - 4 * (bool(_BASIS.match(sentence)) and not opens)
        - 3 * bool(_BEFORE_THAT.match(sentence))
    )


def _is_anniversary(before: str) -> bool:
    found = _ANNIVERSARY.search(before)
    return found is not None and not _ENDED.search(found["between"])
