"""A saved web page as blocks: the part that holds the article, without the portal around it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.extract.blocks import (
    Align,
    Block,
    InputFile,
    InputPicture,
    Kind,
    Style,
)
from bantin.importing.extract.decoding import clean_text
from bantin.importing.extract.markdown import table
from bantin.importing.web.metadata import read_metadata

# Elements that are never part of an article.
_PORTAL = (
    "script,style,noscript,nav,footer,iframe,svg,button,select,aside,template,input,textarea,option"
    ",[hidden],[aria-hidden=true]"
)
# Where portals put their articles, the surest first.
_ARTICLE = (
    "[itemprop=articleBody]",
    "article",
    "main",
    "#content-detail",
    ".article-content",
    ".detail-content",
)
_BLOCK_TAGS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "figcaption",
           "blockquote", "section", "article", "header", "ul", "ol", "center", "figure", "dd",
           "dt"}  # fmt: skip
# Classes of HTML, in English or Vietnamese, that say what a block is.
_CAPTION = re.compile(r"caption|chu-?thich|pictitle|image-?desc|mo-?ta-?anh", re.IGNORECASE)
_LEAD = re.compile(r"sapo|lead|summary|description|desc\b|trich-?yeu|tom-?tat", re.IGNORECASE)
_AUTHOR = re.compile(r"author|byline|tac-?gia|nguoi-?viet", re.IGNORECASE)
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em"}
# Elements that old software nests without closing them.
_NESTED_TAG = re.compile(
    r"<(?P<end>/?)(?:div|span|table|section|article|[uo]l|blockquote|font|center|[bi]|em|strong)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Classes of parts of one line that only CSS sets apart: “date”, “post-views”, “chuyen-muc”.
_PART_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|time|ngay|author|tac-?gia|views?|cat|category|chuyen-?muc|source|meta)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s*\|(?:\s*\|)+\s*")
# The parser takes time with the square of the depth: 1,500 levels are parsed in a moment, 40,000
# are an attack.
_MAX_DEPTH = 1_500
_MAX_FORM = 0.4  # of the text of the page
_MAX_LINE = 240
_MIN_ARTICLE = 200
# How much more text the parent may have that adds the heading to an article.
_MAX_GROWTH = 1.6


def read_webpage(text: str, *, is_legacy: bool = False) -> InputFile:
    """Return the blocks of a page and what its head says.

    Raises:
        RecursionError: elements are nested too deep.
    """
    if _depth(text) > _MAX_DEPTH:
        raise RecursionError
    tree = LexborHTMLParser(text)
    metadata = read_metadata(tree)
    _remove_portal(tree)
    root = _article(tree)
    blocks = tuple(_Walker().walk(root)) if root is not None else ()
    heading = tree.css_first("h1")
    title = clean_text(heading.text(strip=True)) if heading else ""
    if title and title not in [block.text for block in blocks]:
        blocks = (Block(" ".join(title.split()), "heading", 1), *blocks)
    return InputFile(
        blocks,
        title=" ".join(title.split()) or metadata.get("title", ""),
        published=metadata.get("published", ""),
        author=metadata.get("author", ""),
        site=metadata.get("site", ""),
        url=metadata.get("url", ""),
        is_legacy=is_legacy,
    )


def _remove_portal(tree: LexborHTMLParser) -> None:
    """Remove from the tree what is no part of an article."""
    for node in tree.css(_PORTAL):
        node.decompose()
    for node in tree.css("[style]"):
        if _HIDDEN.search(node.attributes.get("style") or ""):
            node.decompose()
    # ASP.NET and SharePoint set the whole page in one form; that one stays.
    page_length = len(tree.body.text()) if tree.body else 0
    for node in tree.css("form"):
        if len(node.text()) < page_length * _MAX_FORM:
            node.decompose()


def _depth(text: str) -> int:
    """Return how deep elements are nested, without building a tree."""
    depth = deepest = 0
    for match in _NESTED_TAG.finditer(text):
        depth = max(0, depth - 1) if match["end"] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    """Return the element that holds the article; else the whole body of the page."""
    for selector in _ARTICLE:
        node = tree.css_first(selector)
        if node is not None and len(node.text(strip=True)) > _MIN_ARTICLE:
            return _with_heading(node)
    return tree.body


def _with_heading(node: LexborNode) -> LexborNode:
    """Return the nearest ancestor that has the heading too, if it has little other text."""
    size, ancestor = len(node.text(strip=True)), node.parent
    if node.css_first("h1") is not None:
        return node
    while ancestor is not None and ancestor.tag not in ("body", "html", None):
        if len(ancestor.text(strip=True)) > size * _MAX_GROWTH + _MIN_ARTICLE:
            break
        if ancestor.css_first("h1") is not None:
            return ancestor
        ancestor = ancestor.parent
    return node


class _Walker:
    """Walks a page in reading order and joins the inline text between block elements.

    Attributes:
        parts: pieces of text since the last block, each with the letters of its style: b, i.
    """

    def __init__(self) -> None:
        self.parts: list[tuple[str, str]] = []

    def walk(self, node: LexborNode) -> Iterator[Block]:
        """Yield the blocks below a node."""
        yield from self._walk_children(node)
        yield from self._flush(node)

    def _walk_children(self, node: LexborNode) -> Iterator[Block]:
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self.parts.append((child.text(), _font_style(child)))
            elif tag == "br":
                yield from self._flush(node)
            elif tag == "img":
                yield from self._flush(node)
                yield _picture(child)
            elif tag == "table" and _is_data_table(child):
                yield from self._flush(node)
                yield Block(_to_markdown(child), "table")
            elif tag in _BLOCK_TAGS:
                yield from self._flush(node)
                yield from self._walk_children(child)
                yield from self._flush(child)
            elif tag not in ("-comment", "_comment"):
                is_separate = _is_separate_part(node, child)
                self.parts += [(" | ", "")] * (is_separate and bool(self.parts))
                yield from self._walk_children(child)
                self.parts += [(" | ", "")] * (is_separate and bool(self.parts))

    def _flush(self, node: LexborNode) -> Iterator[Block]:
        parts, self.parts = self.parts, []
        text = clean_text("".join(text for text, _ in parts))
        text = _SEPARATORS.sub(" | ", " ".join(text.split()))
        text = text.strip(" |") if any(text == " | " for text, _ in parts) else text
        if text:
            styles = [style for part, style in parts if part.strip()]
            yield _block(
                node,
                text,
                bold=all("b" in style for style in styles),
                italic=all("i" in style for style in styles),
            )


def _font_style(node: LexborNode) -> str:
    """Return the letters b and i for a text within bold and italic elements."""
    tags = set()
    parent = node.parent
    while parent is not None and parent.tag not in _BLOCK_TAGS:
        tags.add(parent.tag or "")
        parent = parent.parent
    return f"{'b' if tags & _BOLD else ''}{'i' if tags & _ITALIC else ''}"


def _is_separate_part(line: LexborNode, node: LexborNode) -> bool:
    """Whether part of a short line is a date, a name or a section that only CSS sets apart.

    ``<p>Tin tức<span class="date">5/3/2020</span></p>`` would otherwise read “Tin tức5/3/2020”.
    """
    is_part = node.tag == "time" or bool(_PART_CLASS.search(node.attributes.get("class") or ""))
    return is_part and len(line.text()) < _MAX_LINE


def _block(node: LexborNode, text: str, *, bold: bool, italic: bool) -> Block:
    tag = node.tag or ""
    if len(tag) == len("h1") and tag[0] == "h" and tag[1].isdigit():
        return Block(text, "heading", int(tag[1]))
    kind: Kind = "item" if tag == "li" else "text"
    style = _style(node, tag)
    return Block(text, kind, bold=bold, italic=italic, align=_alignment(node, tag), style=style)


def _alignment(node: LexborNode, tag: str) -> Align:
    css = f"{node.attributes.get('style') or ''} {node.attributes.get('align') or ''}".lower()
    if "center" in css or tag == "center":
        return "center"
    return "right" if "right" in css else "left"


def _style(node: LexborNode, tag: str) -> Style:
    """Return what the classes of an element and of its parent say about its text."""
    classes = " ".join(
        f"{n.attributes.get('class') or ''} {n.attributes.get('itemprop') or ''}"
        for n in (node, node.parent)
        if n is not None and n.tag not in ("body", "html", None)
    )
    if tag == "figcaption" or _CAPTION.search(classes):
        return "caption"
    if _LEAD.search(classes):
        return "lead"
    return "author" if _AUTHOR.search(classes) else ""


def _picture(node: LexborNode) -> Block:
    alt = " ".join(clean_text(node.attributes.get("alt") or "").split())
    return Block("", "photo", picture=InputPicture(alt=alt))


def _is_data_table(node: LexborNode) -> bool:
    """Whether a table holds data, and is no frame around a picture or around the whole page."""
    rows = node.css("tr")
    is_wide = any(len(row.css("td,th")) > 1 for row in rows)
    return len(rows) > 1 and is_wide and not node.css("img,table table,p + p,h1")


def _to_markdown(node: LexborNode) -> str:
    rows = [[clean_text(cell.text()) for cell in row.css("td,th")] for row in node.css("tr")]
    return table(rows)
