"""The title of a page, and where its article begins below menus and letterheads."""

import re
from dataclasses import replace
from itertools import pairwise

from bantin.gazetteer.evidence import Confidence, Finding
from bantin.importing.cleaning.captions import MAX_CAPTION, is_caption
from bantin.importing.cleaning.line_types import OPENING_SENTENCE, names_event
from bantin.importing.extract.blocks import Block
from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import compile_cased

_MAX_TITLE = 300
_MIN_TITLE = 30
# Lines of a portal about itself (folded): its name, a greeting, a counter.
_SITE = re.compile(
    r"(?:cong|trang) (?:thong tin|tin|ttdt)|website|bao |chao mung|so luot|dang online"
)
_MAX_TOP_BLOCKS = 14  # how far down the title of an article may be
_MAX_MENU_LINE = 110
# The agency at the head of an official letter: “UBND TỈNH GIA LAI”, “BAN DÂN VẬN”.
_LETTERHEAD = compile_cased(
    r"^(?:TỈNH ỦY|HUYỆN ỦY|THÀNH ỦY|UBND|ỦY BAN NHÂN DÂN|BAN DÂN VẬN|SỞ|CÔNG AN"
    r"|BỘ|HỘI|ỦY BAN)[^\L\d]*$"
)
# The line with the kind of an official paper, above the one that says what it is about.
_PAPER = re.compile(
    r"(?:BÁO CÁO|KẾ HOẠCH|THÔNG BÁO|BIÊN BẢN|KẾT LUẬN|CHƯƠNG TRÌNH|QUY CHẾ|HƯỚNG DẪN|ĐỀ ÁN|TỜ TRÌNH"
    r"|ĐỀ CƯƠNG|TÓM TẮT|PHƯƠNG ÁN|THỎA THUẬN|CÔNG VĂN|NGHỊ QUYẾT|CHỈ THỊ|QUYẾT ĐỊNH)"
    r"(?: (?:TỔNG KẾT|SƠ KẾT|KẾT QUẢ|CHUYÊN ĐỀ|TÓM TẮT|BÁO CÁO|PHỐI HỢP|HỘI NGHỊ|GIAO BAN"
    r"|LIÊN TỊCH|LIÊN NGÀNH|KẾT LUẬN|ĐÁNH GIÁ))*"
)
# How such a line goes on in small letters (folded); “Quy chế …” and names keep their capital.
_SUBJECT_OPENING = re.compile(
    r"(?:ket qua|so ket|tong ket|trien khai|thuc hien|tinh hinh|cong tac|ve|v/v|viec|phoi hop"
    r"|danh gia|giao ban|to chuc|kiem diem|kiem tra|ket luan|tang cuong|ky ket|hoi nghi)\b"
)
_MIN_SUBJECT = 20
# Beginnings of titles (folded): “Lễ ký”, “Sơ kết”, …
_TITLE_OPENINGS = ("ky ket", "le ky", "so ket", "tong ket", "hoi nghi", "giao ban", "trien khai")
# The end of one sentence and the beginning of the next: no title has that.
_SENTENCE_BREAK = compile_cased(r"[.!?…]\s+[\U]")
# “Tiêu đề: …”, “Tin bài: …”, “Tên hội nghị: …”.
_TITLE_LABEL = re.compile(
    r"^(?:tin(?: bài)?|bài|tiêu đề|tên (?:bài|hội nghị|sự kiện))\s*:\s*", re.IGNORECASE
)


def join_paper(blocks: list[Block]) -> list[Block]:
    """Return the blocks, the kind of a paper and what it is about as one title.

    “BÁO CÁO”, and below it “Kết quả thực hiện …”, are “Báo cáo kết quả thực hiện …”.
    """
    lines = [n for n, b in enumerate(blocks[:_MAX_TOP_BLOCKS]) if re.search(r"\w", b.text)]
    for number, below_at in pairwise(lines):
        block, below = blocks[number], blocks[below_at]
        is_above = block.kind in ("text", "heading") and bool(_PAPER.fullmatch(block.text))
        is_alike = (block.align, block.kind) == (below.align, below.kind)
        if is_above and is_alike and len(below.text) > _MIN_SUBJECT and _is_subject(below.text):
            title = replace(below, text=_paper_title(block.text, below.text), notes=())
            between = blocks[number + 1 : below_at]
            return [*blocks[:number], *between, title, *blocks[below_at + 1 :]]
    return blocks


def _is_subject(text: str) -> bool:
    return len(text) <= _MAX_TITLE and not OPENING_SENTENCE.match(text) and text[-1:] not in ".;:"


def _paper_title(kind: str, subject: str) -> str:
    if subject.isupper():
        return f"{kind} {subject}"
    begins_small = _SUBJECT_OPENING.match(fold(subject)) is not None
    first = subject[0].lower() if begins_small else subject[0]
    return f"{kind.capitalize()} {first}{subject[1:]}"


def split_top(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Return the menus, sections and letterheads above the title, and the article."""
    if (heading := _only_heading(blocks)) is not None:
        return blocks[:heading], blocks[heading:]
    top = next(
        (n for n, b in enumerate(blocks[:_MAX_TOP_BLOCKS]) if _is_running(b)), _MAX_TOP_BLOCKS
    )
    titles = [n for n, b in enumerate(blocks[:top]) if b.kind != "photo" and names_event(b.text)]
    styled = [n for n in titles if blocks[n].kind == "heading" or blocks[n].style == "title"]
    dated = [n for n, b in enumerate(blocks[:top]) if b.date_below and _may_be_title(b)]
    surest = styled or [n for n in titles if blocks[n].date_below] or dated or titles
    start = next(iter(surest), 0)
    above = blocks[:start]
    # Above the title there are only short lines; else the title is not what it seems.
    if any(block.kind == "table" or len(block.text) > _MAX_MENU_LINE for block in above):
        return [], blocks
    return above, blocks[start:]


def _may_be_title(block: Block) -> bool:
    """Whether a line right above the date of a page is no name of a site or section."""
    text = block.text
    is_line = block.kind in ("text", "heading") and _MIN_TITLE <= len(text) <= _MAX_TITLE
    is_menu = "|" in text or ">" in text or _SITE.match(fold(text)) is not None
    return is_line and not is_menu and not text.isupper() and not text.endswith((".", ":", ";"))


def _only_heading(blocks: list[Block]) -> int | None:
    """Return the index of the only first-level heading, if nothing long comes before it."""
    headings = [n for n, b in enumerate(blocks) if b.kind == "heading" and b.level == 1]
    if len(headings) != 1:
        return None
    above = blocks[: headings[0]]
    has_text = any(_is_sentence(block) or block.kind == "table" for block in above)
    return None if has_text else headings[0]


def _is_sentence(block: Block) -> bool:
    """Whether a block above a heading is text: then the heading is that of a section."""
    is_opening = block.text.endswith(".") and bool(OPENING_SENTENCE.match(block.text))
    return len(block.text) > MAX_CAPTION or is_opening


def _is_running(block: Block) -> bool:
    return len(block.text) > MAX_CAPTION or bool(block.text and OPENING_SENTENCE.match(block.text))


def take_title(blocks: list[Block], title: str) -> tuple[Finding[str] | None, list[Block]]:
    """Return the title of an article, and its other blocks.

    Args:
        blocks: those of the article.
        title: as the head of the page gives it; used if no block is a title.
    """
    for number, block in enumerate(blocks[:8]):
        if block.style == "title" or (block.kind == "heading" and block.level == 1):
            return _join_title(blocks, number)
        if _is_sentence(block):
            break
    for number, block in enumerate(blocks[:6]):
        below = blocks[number + 1 :]
        is_photo = block.kind == "photo" or (
            is_caption(block, is_after_photo=False) and not _is_headline(block, below)
        )
        if is_photo or is_letterhead(block):
            continue
        if _is_title(block, below):
            return _join_title(blocks, number)
        break
    if title:
        return Finding(_clean_title(title), "tiêu đề của trang", "vừa"), blocks
    return None, blocks


def is_letterhead(block: Block) -> bool:
    """Whether a line is the agency at the head of a letter, and no title in capitals."""
    is_title = block.date_below or names_event(block.text)
    return bool(_LETTERHEAD.match(block.text)) and not is_title


def _is_headline(block: Block, below: list[Block]) -> bool:
    """Whether a line that could be a caption is the title: dated, or right above the text."""
    is_above_text = bool(below) and bool(OPENING_SENTENCE.match(below[0].text))
    begins_as_title = fold(block.text).startswith(_TITLE_OPENINGS)
    return names_event(block.text) and (block.date_below or (is_above_text and begins_as_title))


def _join_title(blocks: list[Block], number: int) -> tuple[Finding[str], list[Block]]:
    """Return the title that begins at a block, with its further lines, and the other blocks."""
    first, end = blocks[number], number + 1
    text = first.text
    while end < len(blocks) and _continues_title(first, blocks[end], text):
        text = f"{text} {blocks[end].text}"
        end += 1
    rest = [b for b in blocks[:number] if not is_letterhead(b)] + blocks[end:]
    is_marked = first.kind == "heading" or first.style or first.bold
    confidence: Confidence = "cao" if is_marked else "vừa"
    return Finding(_clean_title(text), text, confidence), rest


def _continues_title(first: Block, block: Block, text: str) -> bool:
    """Whether a block is a further line of a title set in several centred or capital lines."""
    is_shouted = first.bold and first.text.isupper()
    has_same_font = (block.bold, block.italic, block.kind) == (first.bold, first.italic, first.kind)
    is_alike = block.text.isupper() if is_shouted else first.align == block.align == "center"
    is_short = len(text) + len(block.text) < _MAX_TITLE
    return (
        has_same_font and is_alike and is_short and not text.endswith(".") and block.text[:1] != "("
    )


def _is_title(block: Block, below: list[Block]) -> bool:
    text = block.text
    if (
        not below
        or len(text) > _MAX_TITLE
        or OPENING_SENTENCE.match(text)
        or _SENTENCE_BREAK.search(text)
    ):
        return False
    if block.bold or block.align == "center" or text.isupper():
        return True
    return not text.endswith((".", "…", ":", ";")) or len(text) < MAX_CAPTION


def _clean_title(text: str) -> str:
    text = _TITLE_LABEL.sub("", " ".join(text.split())).strip(" |,")
    if text.count("(") != text.count(")"):
        text = text.strip(" ()")
    return text.removesuffix(".") if not text.endswith("..") else text


def title_from_text(text: str) -> Finding[str]:
    """Return the first sentence of an article without a title as one."""
    sentence = re.split(r"(?<=[.!?…])\s", text, maxsplit=1)[0].rstrip(".")
    if len(sentence) > MAX_CAPTION:
        sentence = sentence[:MAX_CAPTION].rpartition(" ")[0] + "…"
    return Finding(sentence, "bài gốc không có tiêu đề; tạm lấy câu mở đầu", "thấp")
