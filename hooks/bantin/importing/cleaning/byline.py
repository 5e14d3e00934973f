"""Bylines and sources: who wrote an article, and from where it was taken."""

import re
from typing import NamedTuple

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.line_types import names_event
from bantin.importing.extract.blocks import Block
from bantin.vietnamese.letters import compile_cased

# “Tin, ảnh: Minh Anh”, “Tác giả: …”, “PV: …”; “Đăng bởi Minh Anh”, “Written by: …”.
_LABEL = re.compile(
    r"^(?:(?:tin|bài)(?:\s*(?:,|và|-|/)\s*(?:bài|ảnh))*|tác giả(?:\s*bài viết)?|thực hiện"
    r"|người (?:viết|đăng|gửi)|phóng viên|PV|CTV|ảnh và bài"
    r"|bài viết)\s*[:：]\s*(?P<name>.{2,70})$"
    r"|^(?:(?:viết|đăng) bởi|(?:(?:written|posted) )?by)\b\s*:?\s*(?P<by>.{2,50}?)(?:\s*-)?$",
    re.IGNORECASE,
)
# What follows the author in “Bài: Minh Anh; Ảnh: Lê Bình”.
_PHOTOGRAPHER = re.compile(r"\s*[;,.–-]?\s*\b(?:ảnh|hình|video|clip)\s*[:：]", re.IGNORECASE)
_JOB = re.compile(r"^(?:CTV|PV)\b\.?\s+(?=\S)")
# “(Theo Báo Gia Lai)”, “Nguồn: baogialai.com.vn”: a name without a full stop but in a domain.
_SOURCE = re.compile(
    r"^\(?(?:theo|nguồn(?: tin)?)\s*:?\s+(?P<name>[^.]{2,40}(?:\.\w+){0,3})\)?\.?$", re.IGNORECASE
)
# “Nguồn Báo Gia Lai: https://…”.
_SOURCE_URL = re.compile(
    r"^\(?nguồn\b\s*(?P<name>[^:]{0,40}?)\s*:?\s*(?P<url>https?://\S+?)\)?$", re.IGNORECASE
)
# “Minh Anh”, “NGUYỄN VĂN AN - Lê Bình”, “Kim Anh - Q.Huy”: up to four people, of two to five
# words or one behind an initial.
_WORD = r"[\U][^\W\d_]*\.?"
_PERSON = rf"(?:{_WORD}(?:\s+{_WORD}){{1,4}}|[\U][\L]{{0,3}}\.\s?[\U][^\W\d_]+)"
_PEOPLE = compile_cased(rf"{_PERSON}(?:\s*[-–,&]\s*{_PERSON}){{0,3}}")
# “Minh Anh - VP LĐLĐ tỉnh”, “Minh Anh, Lê Bình (Công an huyện)”: people with their agency.
_WITH_AGENCY = compile_cased(
    rf"(?P<name>{_PERSON}(?:\s*[-–,&]\s*{_PERSON}){{0,3}}?)\s*(?:[-–]\s+|\(|,\s*)(?P<agency>[\U][^()|]{{2,60}}?)\)?"
)
# “Theo Bản tin Lao động, PV Minh Anh”.
_SOURCE_AND_AUTHOR = compile_cased(
    rf"\(?(?:[Tt]heo|[Nn]guồn(?: tin)?)\s*:?\s+(?P<source>[^,.]{{2,60}}),\s*"
    rf"(?:PV|CTV|[Pp]hóng viên|[Tt]ác giả)\.?:?\s+(?P<name>{_PERSON})\)?\.?"
)
# A desk of the agency itself: the author of a page that names no other source.
_DESK = re.compile(r"(?:phòng|tổ|văn phòng|bộ phận)\s", re.IGNORECASE)
# “Mai Lan/ĐTH”, “Tr.Hạnh (TTXVN)”: a person with the station, whose letters go to the source.
_WITH_STATION = compile_cased(
    r"(?P<name>[\U][\L]{0,3}\.\s?[\U][\L]+|[\U][^\W\d_]*(?:\s+[\U][^\W\d_]*){1,3})"
    r"(?:\s*[/(|]\s*(?P<station>[A-ZĐ]{2,10}(?:\s[\U][\L]+){0,3})\s*\)?)?"
)
# “M.A”, “N. V. A.”, “Minh Anh”: initials or a short pen name.
_PEN_NAME = compile_cased(r"[\U]\.?(?:\s?[\U]\.?){0,2}|[\U][^\W\d_]+\s+[\U][^\W\d_]*")
# Words that a name of an agency, an office or a section of the site has, and a person's has not.
_ORGANISATION = re.compile(
    r"\b(?:công an|u[yỷ] ban|ủy ban|văn phòng|chương trình|kết quả|hạn chế|nhiệm vụ|việt nam"
    r"|thành [ủu][yỷ]|kinh tế|xã hội|nghị)\b"
    r"|^(?:ban|sở|hội|tỉnh|huyện|tin|lễ|nguồn|trang|phòng|quốc|báo|đài|cổng|bản tin|thư ký|chủ tọa"
    r"|chủ trì|người (?:ghi|lập|viết)|xã hội|thời sự|chính trị|tp|thành phố)\b"
)
_EDGE = 3  # a byline is among the first or last blocks


class Byline(NamedTuple):
    """The people and papers behind an article, as its own lines name them."""

    author: Finding[str] | None
    source: Finding[str] | None
    url: str


def take_byline(blocks: list[Block]) -> tuple[list[Block], Byline]:
    """Return the blocks without lines of authors and sources, and what these lines say."""
    rest: list[Block] = []
    author: Finding[str] | None = None
    source: Finding[str] | None = None
    url = ""
    for number, block in enumerate(blocks):
        is_at_edge = number < _EDGE or number >= len(blocks) - _EDGE
        text = block.text.strip(" |")
        if block.kind == "photo" or not is_at_edge:
            rest.append(block)
        elif match := _SOURCE_URL.fullmatch(text):
            url = match["url"]
            source = Finding(match["name"].strip() or url.split("/")[2], block.text, "cao")
        elif match := _SOURCE_AND_AUTHOR.fullmatch(text):
            source = Finding(match["source"].strip(), block.text, "cao")
            author = author or Finding(_capitalise_name(match["name"]), block.text, "vừa")
        elif (match := _SOURCE.fullmatch(text)) and number > 0:
            name, paper = _split_source(_without_bracket(match["name"].strip()))
            source = Finding(paper, block.text, "cao") if paper else source
            author = author or (Finding(name, block.text, "vừa") if name else None)
        elif name := _author(block, text, is_last=number >= len(blocks) - 2):
            author = author or Finding(_capitalise_name(name), block.text, "vừa")
        else:
            rest.append(block)
    return rest, Byline(author, source, url)


def is_organisation(name: str) -> bool:
    """Whether a name is that of an agency, an office or a section of a site, not of a person."""
    return bool(_ORGANISATION.search(name.lower()))


def _without_bracket(text: str) -> str:
    return text if "(" in text else text.rstrip(" )")


def _split_source(text: str) -> tuple[str, str]:
    """Return the author and the source that a line of source names; one of them may be empty."""
    match = _WITH_AGENCY.fullmatch(text)
    if match and _is_agency(match["agency"]) and not is_organisation(match["name"]):
        return match["name"], match["agency"].strip()
    return (text, "") if _DESK.match(text) else ("", text)


def _is_agency(text: str) -> bool:
    """Whether the words beside a name are those of an agency, perhaps in letters: “VP LĐLĐ”."""
    is_short = bool(re.match(r"(?:VP|BCH|[A-ZĐ]{3,}|T[TP]\.)\b", text))
    return is_short or is_organisation(text)


def _author(block: Block, text: str, *, is_last: bool) -> str:
    """Return the author that a line names; empty for any other line."""
    if (match := _LABEL.fullmatch(text)) and not names_event(match["name"] or match["by"]):
        named = (match["name"] or match["by"]).partition("|")[0]
        return _JOB.sub("", _PHOTOGRAPHER.split(named)[0].strip())
    if block.kind == "heading" or not (is_last or block.style == "author" or "|" in block.text):
        return ""
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    agency = _WITH_AGENCY.fullmatch(text)
    if agency and _is_agency(agency["agency"]) and not is_organisation(agency["name"]):
        return agency["name"]
    station = _WITH_STATION.fullmatch(text)
    if is_last and station and (station["station"] or "." in text) and not is_organisation(text):
        return station["name"]
    is_person = bool(_PEOPLE.fullmatch(text)) and not is_organisation(text)
    is_set_off = is_last and (block.is_emphasised or block.gap_before)
    return text if is_person or (is_set_off and _PEN_NAME.fullmatch(text)) else ""


def _capitalise_name(name: str) -> str:
    """Return a name set all in capitals as “Minh Anh”, any other as it is."""
    name = name.strip(" .|")
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)
