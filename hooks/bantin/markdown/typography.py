"""Fine setting of Vietnamese text: what must not part at the end of a line."""

import re

NBSP = "\u00a0"
UNITS = (
    "kg|tấn|tạ|km|ha|lít|đồng|triệu|nghìn|tỷ|người|lượt|vụ|buổi|cuộc|hộ|suất|xã|huyện|tỉnh|"
    "năm|tháng|ngày|giờ|tin|nhà|điểm"
)
WORDS = ("[Nn]gày", "[Tt]háng", "[Nn]ăm", "[Qq]uý", "[Ss]ố", "[Kk]hóa")
AFTER_WORD = "|".join(rf"(?<=\b{word} )" for word in WORDS)
# A date may part before its month and its year; whole, it is too long for a narrow column.
IN_DATE = r"(?!(?:tháng|năm) \d)"
# Begins with a literal, so that texts are scanned at the speed of a search for spaces.
GAP = re.compile(rf" (?:(?<=\d ){IN_DATE}(?=(?:{UNITS})\b)|(?=[\dIVX])(?:{AFTER_WORD}))")


def set_text(text: str) -> str:
    """Return text with no-break spaces between a number and its unit, “ngày” and its number."""
    return GAP.sub(NBSP, text)
