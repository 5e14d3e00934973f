"""Fine setting of Vietnamese text: what must not part at the end of a line."""

import re

NBSP = "\u00a0"
UNITS = (
    "kg|tấn|tạ|km|ha|lít|đồng|triệu|nghìn|tỷ|người|lượt|vụ|buổi|cuộc|hộ|suất|xã|huyện|tỉnh|"
    "năm|tháng|ngày|giờ|tin|nhà|điểm"
)
NUMBER_UNIT = re.compile(rf"(?<=\d) (?=(?:{UNITS})\b)")
WORD_NUMBER = re.compile(r"\b([Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|[Ss]ố|[Kk]hóa) (?=[\dIVX])")


def set_text(text: str) -> str:
    """Return text with no-break spaces between a number and its unit, “ngày” and its number."""
    return WORD_NUMBER.sub(rf"\1{NBSP}", NUMBER_UNIT.sub(NBSP, text))
