"""Which part of a page is the article: the one with most running text near the heading."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.extract.blocks import Dropped
from bantin.importing.web.measure import Measures
from bantin.importing.web.nodes import classes_of, text_of
from bantin.importing.web.portal import drop

# Where portals put their articles.
_ARTICLE = (
    "[itemprop=articleBody],article,main,[role=main],#content-detail,#article-content"
    ",#article-detail,#detail-content,.article-content,.article-body,.article-detail"
    ",.article__body,.detail-content,.detail-body,.detail,.content-detail,.contentdetail"
    ",.news-content,.news-detail,.post-content,.post-body,.entry-content,.journal-content-article"
    ",.asset-content,.bodytext,.bai-viet,.noi-dung,.chi-tiet,.ArticleContent,.field-name-body"
)
_MIN_ARTICLE = 200
_NEARLY_ALL = 0.8  # of the text of the outer of two candidates: then the inner one is meant
_ENOUGH = 0.5  # of the running text of the page
OUTSIDE = "phần ngoài bài trên trang web"
_LEAD = re.compile(
    r"sapo|lead|hometext|summary|description|desc\b|intro|trich-?yeu|tom-?tat", re.IGNORECASE
)
_BYLINE = re.compile(r"author|source|byline|tac-?gia|nguon|date|time|ngay|publish", re.IGNORECASE)
_BYLINE_TEXT = re.compile(r"\s*\(?(?:nguồn|theo|tác giả|tin,? ảnh|tin|ảnh|bài)\b", re.IGNORECASE)
_MAX_SAPO, _MAX_LINE, _MAX_BYLINE = 900, 160, 120
_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")


def find_root(tree: LexborHTMLParser, measures: Measures) -> LexborNode | None:
    """Return the element that holds the text of the article; else the whole page."""
    total = measures.of(tree.body)
    candidates = [node for node in tree.css(_ARTICLE) if measures.of(node) >= _MIN_ARTICLE]
    if not candidates:
        return tree.body
    most = max(map(measures.of, candidates))
    if most < total * _ENOUGH:
        return _densest(tree, measures, total)
    large = [node for node in candidates if measures.of(node) >= most * _NEARLY_ALL]
    marked = [n for n in large if n.attributes.get("itemprop") == "articleBody"]
    return (marked or large)[-1] if _are_nested(large, measures) else max(large, key=measures.of)


def _are_nested(nodes: list[LexborNode], measures: Measures) -> bool:
    return all(measures.contains(nodes[0], node) for node in nodes)


def _densest(tree: LexborHTMLParser, measures: Measures, total: int) -> LexborNode | None:
    """Return the innermost element with most of the running text of the page."""
    node = tree.body
    while node is not None:
        inner = next((c for c in node.iter() if measures.of(c) > total * _ENOUGH), None)
        if inner is None or inner.tag in ("p", "td", "li"):
            return node
        node = inner
    return None


def around(root: LexborNode, heading: LexborNode | None, measures: Measures) -> LexborNode:
    """Return the innermost element that holds both the text and its heading."""
    outer = root
    while heading is not None and not measures.contains(outer, heading):
        if outer.parent is None or outer.parent.tag in ("html", None):
            return outer
        outer = outer.parent
    return outer


def cut_out(
    tree: LexborHTMLParser,
    root: LexborNode,
    heading: LexborNode | None,
    measures: Measures,
    dropped: list[Dropped],
) -> LexborNode:
    """Return the element with heading and text, all else taken off the page and told.

    Between heading and text stay lead, date and author; above and below only such lines.
    """
    outer = around(root, heading, measures)
    if tree.body is not None and tree.body.mem_id != root.mem_id:
        for node in list(_outside(tree.body, (root, heading), measures)):
            if not measures.contains(outer, node) or not _is_kept(node, root, heading, measures):
                drop(node, OUTSIDE, dropped)
    return outer


def _outside(
    node: LexborNode, targets: tuple[LexborNode | None, ...], measures: Measures
) -> Iterator[LexborNode]:
    """Yield the largest elements that hold none of some others."""
    for child in node.iter():
        if any(target is not None and child.mem_id == target.mem_id for target in targets):
            continue
        if any(measures.contains(child, target) for target in targets):
            yield from _outside(child, targets, measures)
        elif child.mem_id in measures.span:
            yield child


def _is_kept(
    node: LexborNode, root: LexborNode, heading: LexborNode | None, measures: Measures
) -> bool:
    """Whether an element beside text and heading belongs to them."""
    text, classes = text_of(node), classes_of(node)
    if node.tag in ("br", "img", "figure", "picture"):
        return True
    has_byline = bool(_BYLINE.search(classes)) and len(text) <= _MAX_LINE
    if measures.is_before(node, root):
        is_below = heading is not None and measures.is_before(heading, node)
        if is_below:
            return len(text) <= _MAX_SAPO
        return len(text) <= _MAX_LINE and (has_byline or bool(_DATE.search(text)))
    if _LEAD.search(classes) and len(text) <= _MAX_SAPO:
        return True
    return (has_byline or bool(_BYLINE_TEXT.match(text))) and len(text) <= _MAX_BYLINE
