"""Which part of a page is the article: the one with most running text near the heading."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.extract.blocks import Dropped
from bantin.importing.web.measure import Measures
from bantin.importing.web.nodes import classes_of, is_comment, is_text, text_of
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
_BYLINE_TEXT = re.compile(
    r"\s*\(?(?:nguồn|theo|tác giả|tin,? ảnh|tin|ảnh|bài|ngày đăng|cập nhật|(?:người )?đăng"
    r"|viết bởi|posted)\b",
    re.IGNORECASE,
)
_MAX_SAPO, _MAX_LINE, _MAX_BYLINE = 900, 160, 120
_MIN_TITLE, _MAX_TITLE = 25, 300
_MAX_NAME = 60
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")


def find_root(tree: LexborHTMLParser, measures: Measures) -> LexborNode | None:
    """Return the element that holds the text of the article; else the whole page."""
    total = measures.of(tree.body)
    candidates = [node for node in tree.css(_ARTICLE) if measures.of(node) >= _MIN_ARTICLE]
    most = max(map(measures.of, candidates), default=0)
    if not candidates or most < total * _ENOUGH:
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
        if inner is None or _is_paragraph(inner) or _has_twin(inner, measures):
            return node
        node = inner
    return None


def _is_paragraph(node: LexborNode) -> bool:
    """Whether an element is one paragraph, or a cell that holds no more than one."""
    is_cell = node.tag == "td" and node.css_first("p,div,table,br") is None
    return node.tag in ("p", "li") or is_cell


def _has_twin(node: LexborNode, measures: Measures) -> bool:
    """Whether the text goes on in an element of the same kind beside this one."""
    if node.tag not in ("div", "section", "article") or node.parent is None:
        return False
    return any(
        one.mem_id != node.mem_id
        and (one.tag, classes_of(one)) == (node.tag, classes_of(node))
        and measures.of(one)
        for one in node.parent.iter()
    )


def around(root: LexborNode, heading: LexborNode | None, measures: Measures) -> LexborNode:
    """Return the innermost element that holds both the text and its heading.

    Without a heading, the innermost that has a line above the text, which may be one.
    """
    if heading is None:
        return _with_line_above(root)
    outer = root
    while not measures.contains(outer, heading):
        if outer.parent is None or outer.parent.tag in ("html", None):
            return outer
        outer = outer.parent
    return outer


def _with_line_above(root: LexborNode) -> LexborNode:
    inner, outer = root, root.parent
    while outer is not None and outer.tag not in ("html", None):
        if _has_line_above(inner):
            return outer
        inner, outer = outer, outer.parent
    return root


def _has_line_above(node: LexborNode) -> bool:
    """Whether a line that may be a title stands above an element, in its parent."""
    above = node.prev
    while above is not None:
        if not is_text(above) and not is_comment(above) and _is_line(above, _MAX_TITLE):
            return True
        above = above.prev
    return False


def _is_line(node: LexborNode, longest: int) -> bool:
    """Whether an element is long enough for a title, no longer than a limit, and no menu."""
    return _MIN_TITLE <= len(text_of(node)) <= longest and node.css_first("a,li") is None


def cut_out(
    tree: LexborHTMLParser,
    root: LexborNode,
    heading: LexborNode | None,
    measures: Measures,
    dropped: list[Dropped],
) -> LexborNode:
    """Return the element with heading and text, all else taken off the page and told.

    Between heading and text stay lead, date and author; above and below only such lines. Without
    a heading the lines above the text stay, of which one may be title or lead.
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
    text = text_of(node)
    if node.tag in ("br", "img", "figure", "picture"):
        return True
    classes = _classes_within(node) if len(text) <= _MAX_SAPO else ""
    has_byline = bool(_BYLINE.search(classes)) and len(text) <= _MAX_LINE
    if not measures.is_before(node, root):
        return _is_kept_below(node, text, classes, has_byline=has_byline)
    if heading is not None and measures.is_before(heading, node):
        return len(text) <= _MAX_SAPO
    is_line = heading is None and _is_line(node, _MAX_SAPO)
    is_dated = len(text) <= _MAX_LINE and (has_byline or bool(_DATE.search(text)))
    return is_line or is_dated


def _is_kept_below(node: LexborNode, text: str, classes: str, *, has_byline: bool) -> bool:
    """Whether an element below the text is its lead or who wrote it."""
    if _LEAD.search(classes) and len(text) <= _MAX_SAPO:
        return True
    if len(text) <= _MAX_NAME and _is_right(node) and node.css_first("a") is None:
        return True
    return (has_byline or bool(_BYLINE_TEXT.match(text))) and len(text) <= _MAX_BYLINE


def _classes_within(node: LexborNode) -> str:
    """Return the classes of an element and of all in it."""
    return " ".join(map(classes_of, (node, *node.css("[class],[id],[itemprop]"))))


def _is_right(node: LexborNode) -> bool:
    """Whether an element or all of it in one inner element is set to the right, as a name is."""
    for one in (node, *node.css("[align],[style]")):
        attributes = one.attributes
        is_right = (attributes.get("align") or "").lower() == "right"
        if is_right or _RIGHT.search(attributes.get("style") or ""):
            return True
    return False
