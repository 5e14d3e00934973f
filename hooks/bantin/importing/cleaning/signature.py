"""Bylines and sources: who wrote an article, and from where it was taken."""

import re
from typing import NamedTuple

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.headlines import names_event
from bantin.importing.extract.blocks import Block
from bantin.vietnamese.letters import compile_cased

_LABEL = re.compile(
    r"^(?:(?:tin|bài)(?:\s*(?:,|và|-|/)\s*(?:bài|ảnh))*|tác giả|thực hiện"
    r"|người (?:viết|đăng|gửi)|phóng viên|PV|CTV|ảnh và bài"
    r"|bài viết)\s*[:：]\s*(?P<name>.{2,70})$"
    r"|^(?:(?:viết|đăng) bởi|(?:written|posted) by)\s*:?\s*(?P<by>.{2,50})$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^\(?(?:theo|nguồn(?: tin)?)\s*:?\s+(?P<name>[^.]{2,40}(?:\.\w+){0,3})\)?\.?$", re.IGNORECASE
)
_SOURCE_URL = re.compile(
    r"^\(?nguồn\b\s*(?P<name>[^:]{0,40}?)\s*:?\s*(?P<url>https?://\S+?)\)?$", re.IGNORECASE
)
_WORD = r"[\U][^\W\d_]*\.?"
_PERSON = compile_cased(
    rf"{_WORD}(?:\s+{_WORD}){{1,4}}(?:\s*[-–,&]\s*{_WORD}(?:\s+{_WORD}){{1,4}}){{0,3}}"
)
_PEN_NAME = compile_cased(r"[\U]\.?(?:\s?[\U]\.?){0,2}|[\U][^\W\d_]+\s+[\U][^\W\d_]*")
_OFFICIAL = re.compile(
    r"\b(?:công an|u[yỷ] ban|ủy ban|văn phòng|chương trình|kết quả|hạn chế|nhiệm vụ|việt nam"
    r"|thành [ủu][yỷ]|kinh tế|xã hội|nghị)\b"
    r"|^(?:ban|sở|hội|tỉnh|huyện|tin|lễ|nguồn|trang|phòng|quốc|báo|đài|cổng|bản tin|thư ký|chủ tọa"
    r"|chủ trì|người (?:ghi|lập|viết)|xã hội|thời sự|chính trị|tp|thành phố)\b"
)


class Signature(NamedTuple):
    """What was read of the people and papers behind an article."""

    author: Finding[str] | None
    source: Finding[str] | None
    url: str


def take_signature(blocks: list[Block]) -> tuple[list[Block], Signature]:
    """Return the blocks without byline and source lines, and what these say."""
    kept: list[Block] = []
    author: Finding[str] | None = None
    source: Finding[str] | None = None
    url = ""
    for number, block in enumerate(blocks):
        is_end = number >= len(blocks) - 3 or number < 3  # noqa: PLR2004 - a byline stands at an end
        text = block.text.strip(" |")
        if block.kind == "photo" or not is_end:
            kept.append(block)
        elif match := _SOURCE_URL.fullmatch(text):
            url = match["url"]
            source = Finding(match["name"].strip() or url.split("/")[2], block.text, "cao")
        elif (match := _SOURCE.fullmatch(text)) and number > 0:
            source = Finding(match["name"].strip(), block.text, "cao")
        elif name := _byline(block, text, is_last=number >= len(blocks) - 2):
            author = author or Finding(_as_name(name), block.text, "vừa")
        else:
            kept.append(block)
    return kept, Signature(author, source, url)


def is_official(name: str) -> bool:
    """Whether a name is that of a body, an office or a section, not of a person."""
    return bool(_OFFICIAL.search(name.lower()))


def _byline(block: Block, text: str, *, is_last: bool) -> str:
    if (match := _LABEL.fullmatch(text)) and not names_event(match["name"] or match["by"]):
        return (match["name"] or match["by"]).partition("|")[0].strip()
    if block.kind == "heading" or not (is_last or block.styled == "author" or "|" in block.text):
        return ""
    is_person = bool(_PERSON.fullmatch(text)) and not is_official(text)
    is_pen = is_last and (block.is_emphasised or block.gap) and bool(_PEN_NAME.fullmatch(text))
    return text if is_person or is_pen else ""


def _as_name(name: str) -> str:
    """Return a byline set in capitals as names are written."""
    name = name.strip(" .|")
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)
