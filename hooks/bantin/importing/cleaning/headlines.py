"""Lines told apart by their first words: headlines of events, captions of pictures."""

import re

from bantin.vietnamese.fold import fold

CAPTION_WORDS = (
    "quang canh", "toan canh", "hinh anh", "anh:", "anh ", "cac dai bieu", "dai bieu", "lanh dao",
    "dong chi", "d/c", "ong ", "ba ", "phat bieu", "chup anh", "trao ", "ky ket", "chu tri",
    "tai hoi nghi", "tai buoi", "tai le", "hoi nghi", "cac don vi", "dai dien", "doan cong tac",
)  # fmt: skip
_EVENT = re.compile(
    r"\b(?:so ket|tong ket|ky ket|ky chuong trinh|ky quy che|giao ban|trien khai|toa dam|hoi nghi"
    r"|phoi hop|lien tich|danh gia|kiem tra|lam viec)\b"
)
_SHORT = 24


def names_event(text: str) -> bool:
    """Whether a line is long enough for a title and names what a meeting is about."""
    folded = fold(text)
    is_line = len(text) > _SHORT and "|" not in text
    return is_line and bool(_EVENT.search(folded)) and not folded.startswith(CAPTION_WORDS[:4])
