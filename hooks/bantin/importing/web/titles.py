"""The title of a page: a heading of its text that what the page says of itself agrees with."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.web.measure import Measures
from bantin.importing.web.nodes import BLOCK_TAGS, classes_of, text_of
from bantin.importing.web.sites import SiteNames, is_agency
from bantin.vietnamese.fold import fold

_SEPARATOR = re.compile(r"\s+(?:[-–—|»>·•]|::)\s+|\s*\|\s*")
_HEADINGS = (
    "h1,h2,h3,h4,h5,h6,[itemprop=headline],[class*=title],[class*=Title],[class*=headline]"
    ",[class*=tieu]"
)
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:title|headline|tieu-?de)(?=$|[\s_-])", re.IGNORECASE)
_LENGTHS = range(8, 400)
_MIN_TITLE = 12
# Titles of pages that say nothing of their article.
_EMPTY = re.compile(
    r"|trang chu|(?:tin )?chi tiet(?: tin(?: tuc)?| bai(?: viet)?)?"
    r"|(?:tin tuc|su kien|hoat dong|\W)+|home|untitled|index"
    r"|(?:bai viet|noi dung)(?: chi tiet)?|print|(?:ban )?in(?: bai viet| trang| tin)?"
    r"|tin (?:hoat dong|trong tinh|noi bat)"
)


def witnesses(metadata: dict[str, str], tree: LexborHTMLParser, site: SiteNames) -> list[str]:
    """Return the titles that a page gives of itself outside its text, the surest first."""
    node = tree.css_first("title")
    document = text_of(node) if node is not None else ""
    given = [metadata.get("headline", ""), metadata.get("title", ""), *_parts(document)]
    return [t for t in dict.fromkeys(given) if _says_something(t, site)]


def _says_something(title: str, site: SiteNames) -> bool:
    """Whether a title is more than the names of the site and of its sections."""
    return len(title) >= _MIN_TITLE and not _is_frame(title, site)


def _is_frame(text: str, site: SiteNames) -> bool:
    """Whether a text is the name of the site or of a section, or of both."""
    return site.has(text) or all(
        _EMPTY.fullmatch(fold(part).strip(" .-|:")) or site.has(part) or is_agency(part)
        for part in _SEPARATOR.split(text)
    )


def _parts(document: str) -> Iterator[str]:
    """Yield the title of a document without the name of its site, before or behind it.

    The longest part comes first. A title may have a dash of its own: “Đài Phát thanh – Truyền
    hình …”, so the document cut at any one dash is a witness too.
    """
    cuts = list(_SEPARATOR.finditer(document))
    if cuts:
        longest = max(_SEPARATOR.split(document), key=len)
        yield longest
        halves = [half for cut in cuts for half in (document[: cut.start()], document[cut.end() :])]
        yield from sorted((half for half in halves if longest in half), key=len)
    yield document


def find_heading(
    tree: LexborHTMLParser,
    root: LexborNode | None,
    titles: list[str],
    measures: Measures,
    site: SiteNames,
) -> LexborNode | None:
    """Return the element with the title of the article; None where there is none.

    Args:
        tree: the page.
        root: what holds the text of the article.
        titles: what the page gives as its title elsewhere.
        measures: of the page.
        site: names of the site, which stand in headings too.
    """
    headings = [
        node
        for node in tree.css(_HEADINGS)
        if _is_heading(node, root, measures) and not _is_frame(text_of(node), site)
    ]
    folded = [fold(title) for title in titles]
    agreed = [node for node in headings if _agrees(fold(text_of(node)), folded)]
    if agreed:
        return next((node for node in agreed if node.tag == "h1"), agreed[0])
    if (said := _element_saying(tree, root, folded, measures)) is not None:
        return said
    first = [node for node in headings if node.tag == "h1"]
    marked = [node for node in headings if node.attributes.get("itemprop") == "headline"]
    if first or marked:
        return (marked or first)[0]
    if folded:
        return None  # a heading that disagrees with the page's title is one of a part
    above = [n for n in headings if root is not None and measures.is_before(n, root)]
    inside = [n for n in headings if n not in above]
    return above[-1] if above else inside[0] if inside else None


def _element_saying(
    tree: LexborHTMLParser, root: LexborNode | None, titles: list[str], measures: Measures
) -> LexborNode | None:
    """Return the innermost element of any kind whose whole text is one of some titles.

    Of several titles the longest counts: the shorter may be cut at a dash of the title itself.
    """
    if not titles or tree.body is None:
        return None
    said = {title.strip(" ."): len(title) for title in titles}
    lengths = range(min(said.values()) // 2, max(said.values()) + 3)
    best, best_length = None, 0
    for node in tree.body.traverse(include_text=False):
        if node.tag not in BLOCK_TAGS and node.tag not in ("span", "b", "strong", "font"):
            continue
        is_long = measures.length.get(node.mem_id, 0) not in lengths
        if is_long or not _is_before_end(node, root, measures):
            continue
        length = said.get(fold(text_of(node)).strip(" ."), 0)
        if length >= best_length and length:
            is_inner = best is not None and measures.contains(best, node)
            best = node if length > best_length or is_inner else best
            best_length = length
    return best


def _is_heading(node: LexborNode, root: LexborNode | None, measures: Measures) -> bool:
    is_named = (node.tag or "")[:1] == "h" or _TITLE_CLASS.search(classes_of(node))
    is_whole = bool(is_named) or node.attributes.get("itemprop") == "headline"
    text = text_of(node)
    has_heading_inside = node.css_first("h1,h2,h3,h4,h5,h6") not in (None, node)
    if not is_whole or len(text) not in _LENGTHS or has_heading_inside:
        return False
    return _is_before_end(node, root, measures)


def _is_before_end(node: LexborNode, root: LexborNode | None, measures: Measures) -> bool:
    """Whether an element begins before the text of the article ends."""
    if node.mem_id not in measures.span:
        return False
    return root is None or measures.span[node.mem_id][0] < measures.span[root.mem_id][1]


def _agrees(heading: str, titles: list[str]) -> bool:
    """Whether a heading is one of some titles, or nearly all of one."""
    bare = heading.strip(" .")
    return len(bare) >= _MIN_TITLE and any(
        bare == title.strip(" .") or (bare in title and len(bare) > len(title) / 3)
        or (title in bare and len(title) > len(bare) / 3)
        for title in titles
    )  # fmt: skip
