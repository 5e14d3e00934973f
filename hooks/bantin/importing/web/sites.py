"""The name of the site that a page is on, which many pages give as their title."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from bantin.importing.web.nodes import lines_of, text_of
from bantin.vietnamese.fold import fold

# Where a portal writes its name.
_NAME_PLACES = (
    "[class*=logo],[id*=logo],[class*=site-title],[class*=site_title],[class*=site-name]"
    ",[class*=site_name],[class*=brand],[class*=banner],[id*=banner]"
    ",a[href='/'],a[href='./'],a[href^='index.'],a[href^='Default.aspx'],a[href^='default.aspx']"
)
_MAX_NAME = 120
# Lines that name the site, on folded text: “Bản quyền thuộc …”, “Chào mừng bạn đến với …”.
_SAYS_SITE = re.compile(
    r"ban quyen|copyright|©|co quan chu quan|don vi chu quan|chiu trach nhiem|ban bien tap"
    r"|giay phep|chao mung (?:ban|quy|cac ban)|thiet ke boi|phat trien boi|ghi ro nguon"
)
_MAX_LINE = 400
# How a name of a site begins, on folded text, unless the portal itself is what a meeting was about.
_SITE_OPENING = re.compile(
    r"(?!.*\b(?:ket|phoi hop|hoi nghi|giao ban|trien khai|lam viec|hop|khai truong)\b)"
    r"(?:(?:cong|trang)\s+(?:thong tin|ttdt|tin)\b|website\b|bao dien tu\b)"
)


class SiteNames:
    """The names of a site, folded, and the lines of its page that speak of the site."""

    def __init__(self, tree: LexborHTMLParser, given: str = "") -> None:
        self._names = {fold(given).strip(), *map(fold, _names(tree))} - {""}
        self._lines = "\n".join(_lines(tree))

    def has(self, title: str) -> bool:
        """Whether a title is the name of the site, or what it says of itself."""
        folded = fold(title).strip(" .-|")
        if not folded:
            return False
        is_named = folded in self._names or bool(_SITE_OPENING.match(folded))
        return is_named or folded in self._lines


def _names(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(_NAME_PLACES):
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
