"""The body under Kết quả, Hạn chế and Nhiệm vụ where its own words allow; order is kept."""

import re
from typing import Literal

from bantin.importing.extract.blocks import Block
from bantin.importing.extract.markdown import escape
from bantin.markdown.outcome import section_name
from bantin.vietnamese.fold import fold

Part = Literal["results", "limits", "tasks"]

HEADINGS: dict[Part, str] = {"results": "Kết quả", "limits": "Hạn chế", "tasks": "Nhiệm vụ"}
_ORDER: tuple[Part, ...] = ("results", "limits", "tasks")
_LIMITS = re.compile(
    r"^(?:tuy nhien|ben canh (?:nhung |cac )?(?:ket qua|mat|thanh tich|do)"
    r"|ngoai nhung ket qua|song,|tuy vay|mac du vay|han che (?:la|duoc chi ra|lon nhat|hien nay))"
    r"|^hoi nghi (?:cung )?(?:thang than )?(?:neu|chi ra).{0,30}\b(?:ton tai|han che)\b"
    r"|\b(?:mot so|nhung|cac) (?:ton tai|han che|kho khan)\b"
    r"|\bton tai, han che\b|\bhan che, (?:ton tai|kho khan|vuong mac)\b"
)
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
_RESULTS = re.compile(
    r"\b(?:da (?:phoi hop|trien khai|to chuc|lam tot|bam sat|tap trung|thuc hien"
    r"|dat|tham muu|tuyen truyen|van dong|xay dung|giup|quan tam|chu dong"
    r"|ban hanh)"
    r"|ket qua (?:dat duoc|noi bat|thuc hien)|thu duoc|dat duoc nhieu ket qua"
    r"|dat (?:duoc )?(?:nhieu|nhung) ket qua|hieu qua (?:tot|thiet thuc)"
    r"|nhung mat dat duoc|dat ket qua)\b"
)
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|[IVX]{1,4}[.)])\s+")
_SHORT = 120


def write_body(blocks: tuple[Block, ...]) -> str:
    """Return the body as Markdown with the outcome's headings put in where it turns to each."""
    parts: list[str] = []
    reached = -1
    own = any(section_name(_bare(block.text)) for block in blocks if len(block.text) < _SHORT)
    for number, block in enumerate(blocks):
        turn = None if own else _turn(block, is_first=number == 0)
        if turn and _ORDER.index(turn) > reached:
            reached = _ORDER.index(turn)
            parts.append(f"## {HEADINGS[turn]}")
        parts.append(_markdown(block))
    return _joined([part for part in parts if part])


def _turn(block: Block, *, is_first: bool) -> Part | None:
    if block.kind in ("item", "table", "heading") or (
        block.kind == "text" and len(block.text) < _SHORT / 3
    ):
        return None
    head = fold(block.text[:260])
    if _LIMITS.search(head[:200]):
        return "limits"
    if _TASKS.search(head):
        return "tasks"
    if head.startswith(("ket luan", "phat bieu", "chi dao")):
        return None
    is_told = _RESULTS.search(head[:120] if is_first else head)
    return "results" if is_told else None


def _bare(text: str) -> str:
    return _NUMBERED.sub("", text).strip(" .:")


def _markdown(block: Block) -> str:
    if block.kind == "table":
        return block.text
    text = escape(block.text)
    if block.kind == "item":
        return f"- {text}"
    bare = _bare(block.text)
    if section_name(bare) and len(block.text) < _SHORT:
        return f"## {bare[0].upper()}{bare[1:].lower() if bare.isupper() else bare[1:]}"
    is_heading = block.kind == "heading" or (
        (block.bold or _NUMBERED.match(block.text)) and len(block.text) < _SHORT
    )
    if is_heading and not block.text.endswith((".", ";", ",")):
        return f"### {text.rstrip(':')}".replace("\\.", ".").replace("\\)", ")")
    return text


def _joined(parts: list[str]) -> str:
    """Items of one list follow one another, everything else has a blank line before it."""
    lines: list[str] = []
    for part in parts:
        if lines and not (part.startswith("- ") and lines[-1].startswith("- ")):
            lines.append("")
        lines.append(part)
    return "\n".join(lines) + "\n" if lines else ""
