"""What a single line is, by its own words: of an event, the start of a text, a caption."""

import re

from bantin.importing.extract.blocks import Block
from bantin.vietnamese.fold import fold

# Beginnings of captions (folded). The first four are sure; of the others, “Hội nghị …” or “Ký kết
# …” may begin a title as well.
CAPTION_OPENINGS = (
    "quang canh", "toan canh", "hinh anh", "anh:", "anh ", "cac dai bieu", "dai bieu", "lanh dao",
    "dong chi", "d/c", "ong ", "ba ", "phat bieu", "chup anh", "trao ", "ky ket", "chu tri",
    "tai hoi nghi", "tai buoi", "tai le", "hoi nghi", "cac don vi", "dai dien", "doan cong tac",
)  # fmt: skip
SURE_CAPTION_OPENINGS = CAPTION_OPENINGS[:4]
# What meetings of the portal are for (folded): “sơ kết”, “ký kết”, “giao ban”, …
_EVENT = re.compile(
    r"\b(?:so ket|tong ket|ky ket|ky chuong trinh|ky quy che|giao ban|trien khai|toa dam|hoi nghi"
    r"|phoi hop|lien tich|danh gia|kiem tra|lam viec)\b"
)
# The first words of running text: “Sáng 5/3, …”, “Vừa qua, …”, “Thực hiện …”, “Năm 2023, …”.
OPENING_SENTENCE = re.compile(
    r"^(?:(?:vào |vừa qua,? )?(?:sáng|chiều|tối|trưa|ngày|hôm|trong)\b.*\d"
    r"|vừa qua|thực hiện|dự (?:hội nghị|buổi)"
    r"|trên cơ sở|tham dự|sau khi|nhằm|với|theo đó|tại hội nghị|đến dự|căn cứ|năm \d{4},)",
    re.IGNORECASE,
)
_MIN_TITLE = 24
_MIN_PARAGRAPH = 160


def names_event(text: str) -> bool:
    """Whether a line is long enough for a title and names what a meeting is for."""
    folded = fold(text)
    is_line = len(text) > _MIN_TITLE and "|" not in text
    is_caption = folded.startswith(SURE_CAPTION_OPENINGS)
    return is_line and bool(_EVENT.search(folded)) and not is_caption


def is_paragraph(block: Block) -> bool:
    """Whether a block is running text: long, and ended like a sentence."""
    return len(block.text) > _MIN_PARAGRAPH and block.text.endswith((".", ":", ";", "…", "”"))
