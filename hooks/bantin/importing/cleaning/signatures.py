"""The end of an official paper: whom it is sent to, and who signed it in which office."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bantin.importing.cleaning.truecasing import lower_word
from bantin.importing.extract.blocks import Block
from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import compile_cased

REASON = "nơi nhận và chữ ký ở cuối văn bản"
_END = 24  # blocks at the end of a paper that may belong to it
_MAX_LINE = 100
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|ThS\.?|TS\.?|BS\.?|PGS\.?)"
_NAME = rf"(?:{_RANK}\s+)?[\U][\L]+(?:\s[\U][\L]*){{1,5}}"
_PERSON = compile_cased(rf"(?P<rank>{_RANK})?\s*(?P<name>[\U][\L]+(?:\s[\U][\L]*){{1,5}})")
# “TM. BAN THƯỜNG TRỰC”, “KT. GIÁM ĐỐC”, “CHỦ TRÌ”: for whom or as what somebody signs.
_ON_BEHALF = re.compile(
    r"(?:TM|KT|TL|TUQ|T/M|K/T)\b\s*\.?\s*(?=[^\W\d_])|(?:THAY MẶT|ĐẠI DIỆN|CHỦ TRÌ|CHỦ TỌA|THƯ KÝ"
    r"|NGƯỜI (?:GHI|LẬP|VIẾT|BÁO CÁO))\b"
)
_OFFICE = re.compile(
    r"\b(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TRƯỞNG|BÍ THƯ|CHÁNH|CHÍNH ỦY|CHÍNH TRỊ VIÊN|TƯ LỆNH"
    r"|HIỆU TRƯỞNG|CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|ỦY VIÊN)\b"
)
_AGENCY = re.compile(
    r"\b(?:công an|ủy ban|hội đồng|mặt trận|tỉnh ủy|huyện ủy|thành ủy|đảng ủy|bộ chỉ huy|văn phòng"
    r"|hội|sở|ban dân vận|liên đoàn)\b"
)
_SIGNED = re.compile(r"\W*(?:đã )?k[ýí](?: tên)?(?:,? (?:và )?đóng dấu)?\W*", re.IGNORECASE)
# The cell of a table that ends a paper, its lines run together.
_IN_CELL = compile_cased(
    rf"(?P<office>(?:[^\L]|\s)*?)\s*(?:\(?(?:[Đđ]ã )?ký\)?)?\s*(?P<name>{_NAME})"
)


class Signature(NamedTuple):
    """A paper without its end, the people who signed it as “name, office”, and what was cut."""

    blocks: list[Block]
    signers: tuple[str, ...]
    cut: tuple[str, ...]


def take_signature(blocks: Sequence[Block]) -> Signature:
    """Return what a paper says, and who signed it; an article has no such end."""
    first = max(0, len(blocks) - _END)
    receivers = next((n for n in range(first, len(blocks)) if _is_receivers(blocks[n])), None)
    signers: list[str] = []
    cut: set[int] = set()
    number = first
    while number < len(blocks):
        found = _signer(blocks, number)
        if found is not None:
            signer, end = found
            signers += [signer] if "," in signer else []
            cut |= set(range(number, end))
            number = end
        else:
            number += 1
    if cut and receivers is not None and receivers < min(cut):
        between = range(receivers, min(cut))
        if all(len(blocks[n].text) <= _MAX_LINE for n in between):
            cut |= set(between)
    rest = [block for n, block in enumerate(blocks) if n not in cut]
    return Signature(rest, tuple(signers), tuple(blocks[n].text for n in sorted(cut)))


def _is_receivers(block: Block) -> bool:
    return block.kind != "table" and fold(block.text).startswith("noi nhan")


def _signer(blocks: Sequence[Block], start: int) -> tuple[str, int] | None:
    """Return who signs in the lines from one on, and the index of the line behind the name."""
    if blocks[start].kind == "table":
        signer = _signer_in_table(blocks[start].text)
        return (signer, start + 1) if signer else None
    offices: list[str] = []
    for number in range(start, len(blocks)):
        text = blocks[number].text.strip()
        if blocks[number].kind == "table" or len(text) > _MAX_LINE:
            return None
        if _is_office(text):
            offices.append(text)
        elif offices and (match := _PERSON.fullmatch(text)):
            return _signed(match["rank"], match["name"], offices), number + 1
        elif not offices or not (_SIGNED.fullmatch(text) or blocks[number].kind == "photo"):
            return None
    return None


def _is_office(text: str) -> bool:
    return text.isupper() and bool(_OFFICE.search(text) or _ON_BEHALF.match(text))


def _signed(rank: str | None, name: str, offices: Sequence[str]) -> str:
    """Return “rank name, office”, the office in small letters and that next to the name first."""
    own = [text for text in offices if not _ON_BEHALF.match(text)]
    nearest = [text for text in own if f"PHÓ {text}" not in own]
    return ", ".join([f"{rank} {name}" if rank else name, *map(_shown, reversed(nearest))])


def _shown(office: str) -> str:
    """Return “PHÓ CHỦ TỊCH UBND HUYỆN” as “Phó Chủ tịch UBND huyện”."""
    text = _AGENCY.sub(lambda m: m[0].capitalize(), " ".join(map(lower_word, office.split())))
    deputy = "phó " if text.startswith("phó ") else ""
    return f"{deputy.capitalize()}{text[len(deputy) :][:1].upper()}{text[len(deputy) + 1 :]}"


def _signer_in_table(table: str) -> str:
    """Return who signs in a table with “Nơi nhận” beside the signature; empty for other tables."""
    if "noi nhan" not in fold(table):
        return ""
    for cell in re.split(r"\s*\|\s*", table):
        match = _IN_CELL.fullmatch(cell.strip())
        if match and _OFFICE.search(match["office"]):
            person = _PERSON.fullmatch(match["name"])
            behalf = re.split(r"(?=\b(?:PHÓ|Q\.)\s)", match["office"].strip())
            offices = [part.strip() for part in behalf if part.strip()]
            return _signed(person["rank"], person["name"], offices) if person else ""
    return ""
