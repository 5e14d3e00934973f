"""The body of a draft in Markdown, with the headings Kết quả, Hạn chế and Nhiệm vụ put in.

An article mostly reports first what went well, then what did not, then what is to be done. Each
heading goes before the first paragraph whose words say so; paragraphs are never moved.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from bantin.importing.drafting.footnotes import with_footnotes
from bantin.importing.drafting.markdown_lists import list_markdown
from bantin.importing.extract.blocks import Block
from bantin.importing.extract.markdown import escape
from bantin.importing.extract.note_marks import mark, put_marks
from bantin.markdown.outcome import section_name
from bantin.model.labels import OUTCOMES
from bantin.vietnamese.fold import fold

Part = Literal["results", "limits", "tasks"]
_ORDER: tuple[Part, ...] = ("results", "limits", "tasks")
# All on folded text. “Tuy nhiên, …”, “Bên cạnh những kết quả đạt được, …”, “một số hạn chế”.
_LIMITS = re.compile(
    r"^(?:tuy nhien|ben canh (?:nhung |cac )?(?:ket qua|mat|thanh tich|do)"
    r"|ngoai nhung ket qua|song,|tuy vay|mac du vay|han che (?:la|duoc chi ra|lon nhat|hien nay))"
    r"|^hoi nghi (?:cung )?(?:thang than )?(?:neu|chi ra).{0,30}\b(?:ton tai|han che)\b"
    r"|\b(?:mot so|nhung|cac) (?:ton tai|han che|kho khan)\b"
    r"|\bton tai, han che\b|\bhan che, (?:ton tai|kho khan|vuong mac)\b"
)
# “Thời gian tới, …”, “Năm 2025, … tiếp tục …”, “… đề nghị các đơn vị tập trung …”.
_TASKS = re.compile(
    r"^(?:(?:trong )?thoi gian toi|tren co so do|phuong huong"
    r"|giai doan \d{4}.{0,160}\bse\b|nam \d{4},? .{0,80}\b(?:tiep tuc|se"
    r"|tap trung)\b"
    r"|(?:de|nham) (?:thuc hien|tiep tuc|nang cao|phat huy)|buoc sang nam"
    r"|nhiem vu (?:trong tam|thoi gian|nam)|trong nam \d{4},? .{0,60}\b(?:se"
    r"|tiep tuc))"
    r"|\b(?:thong nhat|de ra|xac dinh|trien khai|ky ket).{0,80}\b(?:nhiem vu"
    r"|noi dung|giai phap)\b.{0,90}(?:thoi gian toi|nam \d{4}"
    r"|nhung nam tiep theo|giai doan|trong nam)"
    r"|\b(?:yeu cau|de nghi|nhan manh|luu y)\b.{0,140}\b(?:thoi gian toi"
    r"|tiep tuc|tap trung|can|mot so (?:van de|noi dung|nhiem vu))\b"
    r"|\btrong thoi gian toi\b|\bphuong huong, nhiem vu\b"
)
# “… đã phối hợp tổ chức …”, “… đạt được nhiều kết quả …”.
_RESULTS = re.compile(
    r"\b(?:da (?:phoi hop|trien khai|to chuc|lam tot|bam sat|tap trung|thuc hien"
    r"|dat|tham muu|tuyen truyen|van dong|xay dung|giup|quan tam|chu dong"
    r"|ban hanh)"
    r"|ket qua (?:dat duoc|noi bat|thuc hien)|thu duoc|dat duoc nhieu ket qua"
    r"|dat (?:duoc )?(?:nhieu|nhung) ket qua|hieu qua (?:tot|thiet thuc)"
    r"|nhung mat dat duoc|dat ket qua)\b"
)
# “1. ”, “2) ”, “IV. ” before a heading.
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|[IVX]{1,4}[.)])\s+")
_MAX_HEADING = 120
_FIRST_WORDS = 60


class Body(NamedTuple):
    """The body of a draft.

    Attributes:
        text: Markdown.
        headings: those put in, each with the first words of what it was put before.
    """

    text: str
    headings: list[tuple[str, str]]


def write_body(blocks: tuple[Block, ...], notes: Sequence[str] = ()) -> Body:
    """Return blocks as Markdown with the headings of the outcome.

    None are put in if the body has such headings itself. Each comes at most once, and only in the
    order results, limits, tasks: what comes after the tasks is no result any more.

    Args:
        blocks: the body.
        notes: footnotes, by the index with which blocks lead to them.
    """
    lines: list[str] = []
    headings: list[tuple[str, str]] = []
    reached = -1
    has_headings = any(
        section_name(_without_number(block.text))
        for block in blocks
        if len(block.text) < _MAX_HEADING
    )
    for is_list, group in groupby(blocks, key=lambda block: block.kind == "item"):
        if is_list:
            lines.append(list_markdown(list(group)))
            continue
        for block in group:
            part = None if has_headings else _part(block, is_first=block is blocks[0])
            if part and _ORDER.index(part) > reached:
                reached = _ORDER.index(part)
                lines.append(f"## {OUTCOMES[part]}")
                headings.append((OUTCOMES[part], block.text[:_FIRST_WORDS].rpartition(" ")[0]))
            lines.append(_markdown(block))
    body = "\n\n".join(filter(None, lines))
    return Body("".join(f"{part}\n" for part in with_footnotes(body, notes)), headings)


def numbers_left_out(blocks: tuple[Block, ...]) -> list[str]:
    """Return the numbers before headings of the outcome, which ``write_body`` leaves out."""
    headings = [b.text for b in blocks if len(b.text) < _MAX_HEADING and b.kind != "item"]
    named = [text for text in headings if section_name(_without_number(text))]
    return [match[0].strip() for text in named if (match := _NUMBERED.match(text))]


def _part(block: Block, *, is_first: bool) -> Part | None:
    """Return the part of the outcome that a paragraph begins; None if it begins none."""
    if block.kind in ("item", "table", "heading") or (
        block.kind == "text" and len(block.text) < _MAX_HEADING / 3
    ):
        return None
    head = fold(block.text[:260])
    if _LIMITS.search(head[:200]):
        return "limits"
    if _TASKS.search(head):
        return "tasks"
    if head.startswith(("ket luan", "phat bieu", "chi dao")):
        return None
    # The first paragraph is about the meeting; only its first words may report results.
    is_result = _RESULTS.search(head[:120] if is_first else head)
    return "results" if is_result else None


def _without_number(text: str) -> str:
    return _NUMBERED.sub("", text).strip(" .:")


def _markdown(block: Block) -> str:
    if block.kind == "table":
        return block.text
    text = escape(put_marks(block.text, block.notes))
    bare = _without_number(block.text)
    if section_name(bare) and len(block.text) < _MAX_HEADING:
        marks = "".join(mark(index) for _, index in block.notes)
        return f"## {bare[0].upper()}{bare[1:].lower() if bare.isupper() else bare[1:]}{marks}"
    is_heading = block.kind == "heading" or (
        (block.bold or _NUMBERED.match(block.text)) and len(block.text) < _MAX_HEADING
    )
    if is_heading and not block.text.endswith((".", ";", ",")):
        return f"### {text.rstrip(':')}".replace("\\.", ".").replace("\\)", ")")
    return text
