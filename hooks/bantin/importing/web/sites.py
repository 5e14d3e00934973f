"""The name of the site that a page is on, which many pages give as their title."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from bantin.importing.web.nodes import lines_of, text_of
from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import compile_cased

# Where a portal writes its name.
_NAME_PLACES = (
    "[class*=logo],[id*=logo],[class*=site-title],[class*=site_title],[class*=site-name]"
    ",[class*=site_name],[class*=brand],[class*=banner],[id*=banner]"
    ",a[href='/'],a[href='./'],a[href^='index.'],a[href^='Default.aspx'],a[href^='default.aspx']"
)
_MAX_NAME = 120
_MAX_SOURCE = 1_000  # characters with the spaces of the source; more is no name
# Lines that name the site, on folded text: “Bản quyền thuộc …”, “Chào mừng bạn đến với …”.
_SAYS_SITE = re.compile(
    r"ban quyen|copyright|©|co quan chu quan|don vi chu quan|chiu trach nhiem|ban bien tap"
    r"|giay phep|chao mung (?:ban|quy|cac ban)|thiet ke boi|phat trien boi|ghi ro nguon"
)
_MAX_LINE = 400
# How a name of a site begins, on folded text, unless the portal itself is what a meeting was about.
_SITE_OPENING = re.compile(r"(?:cong|trang)\s+(?:thong tin|ttdt|tin)\b|website\b|bao dien tu\b")
_MEETING = re.compile(
    r"\b(?:ket|phoi hop|hoi nghi|giao ban|trien khai|lam viec|hop|khai truong|kiem tra|danh gia)\b"
)


_AGENCY = compile_cased(
    r"(?:Sở|Ban|Hội|Công an|Ủy ban|UBND|HĐND|Tỉnh|Huyện|Thành|Đảng|Quận|Thị|Đoàn|Viện|Tòa án|Đài"
    r"|Báo|Tạp chí|Cục|Chi cục|Trường|Trung tâm|Liên đoàn|Mặt trận|Bộ|Tổng cục|Phòng|Xã|Phường|Vườn"
    r"|Văn phòng|Thanh tra|Kho bạc|Bảo hiểm|Công ty|Học viện|Hạt|Website|Trang|Cổng)"
    r"(?:\s+(?:-\s+)?[^\W\d_]+)+"
)
# Words of a sentence, which no name has: “Biên phòng giúp dân Mường Lát”.
_SENTENCE = re.compile(
    r"\b(?:giúp|cùng|với|về|ở|giữ|vì|cho|ra|trao|thăm|tặng|mở|lập|nhìn|đồng hành|chung tay|đưa|tại"
    r"|là|có|được|không)\b"
)
_FEW_WORDS, _MAX_WORDS = 5, 12
_MAX_SMALL = 3  # words in a row without a capital, as in “Phát triển nông thôn”


def is_agency(title: str) -> bool:
    """Whether a title is nothing but the name of an agency, as that of its site is.

    Such a name is short or ends with that of a place, and has few small words in a row.
    """
    words = title.strip(" .-|:").split()
    if not _AGENCY.fullmatch(" ".join(words)) or len(words) > _MAX_WORDS:
        return False
    if _MEETING.search(fold(title)) or _SENTENCE.search(title):
        return False
    runs = "".join("s" if word[0].islower() else " " for word in words).split()
    ends_in_name = words[-1][0].isupper() or words[-1] == "ủy"
    return (ends_in_name or len(words) <= _FEW_WORDS) and max(
        map(len, runs), default=0
    ) <= _MAX_SMALL


class SiteNames:
    """The names of a site, folded, and the lines of its page that speak of the site."""

    def __init__(self, tree: LexborHTMLParser, given: str = "") -> None:
        self._names = {fold(given).strip(), *map(fold, _names(tree))} - {""}
        self._lines = "\n".join(_lines(tree))

    def has(self, title: str) -> bool:
        """Whether a title is the name of the site, or what it says of itself."""
        folded = fold(title).strip(" .-|:")
        if not folded:
            return False
        is_portal = bool(_SITE_OPENING.match(folded)) and not _MEETING.search(folded)
        is_named = folded in self._names or is_portal
        return is_named or folded in self._lines


def _names(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(_NAME_PLACES):
        if len(node.text()) > _MAX_SOURCE:
            continue
        attributes = [node.attributes, *(image.attributes for image in node.css("img"))]
        for text in (
            text_of(node),
            *(a.get(k) or "" for a in attributes for k in ("title", "alt")),
        ):
            name = " ".join(text.split()).strip(" .-|")
            if 0 < len(name) <= _MAX_NAME:
                yield name


def _lines(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the lines that speak of the site, folded."""
    for line in lines_of(tree.body).split("\n") if tree.body is not None else ():
        text = fold(" ".join(line.split()))
        if len(text) <= _MAX_LINE and _SAYS_SITE.search(text):
            yield text
