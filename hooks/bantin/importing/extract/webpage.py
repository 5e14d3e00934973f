"""A saved web page as blocks: the part with the most running text, without its frame."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.extract.blocks import Block, Opened, Picture
from bantin.importing.extract.decode import tidy
from bantin.importing.extract.markdown import table
from bantin.importing.extract.webhead import read_head

_FRAME = (
    "script,style,noscript,nav,footer,iframe,svg,button,select,aside,template,input,textarea,option"
    ",[hidden],[aria-hidden=true]"
)
_ROOTS = (
    "[itemprop=articleBody]",
    "article",
    "main",
    "#content-detail",
    ".article-content",
    ".detail-content",
)
_BREAKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "figcaption",
           "blockquote", "section", "article", "header", "ul", "ol", "center", "figure", "dd",
           "dt"}  # fmt: skip
_CAPTION = re.compile(r"caption|chu-?thich|pictitle|image-?desc|mo-?ta-?anh", re.IGNORECASE)
_LEAD = re.compile(r"sapo|lead|summary|description|desc\b|trich-?yeu|tom-?tat", re.IGNORECASE)
_AUTHOR = re.compile(r"author|byline|tac-?gia|nguoi-?viet", re.IGNORECASE)
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em"}
_NESTING = re.compile(
    r"<(?P<end>/?)(?:div|span|table|section|article|[uo]l|blockquote|font|center|[bi]|em|strong)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_APART = re.compile(
    r"(?:^|[\s_-])(?:date|time|ngay|author|tac-?gia|views?|cat|category|chuyen-?muc|source|meta)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_BARS = re.compile(r"\s*\|(?:\s*\|)+\s*")
_DEEPEST = 1_500
_MOST = 0.4
_LONGEST_LINE = 240
_ENOUGH = 200
_WIDER = 1.6


def read_webpage(text: str, *, is_legacy: bool = False) -> Opened:
    """Return the blocks of a page and what its head says."""
    if _depth(text) > _DEEPEST:
        raise RecursionError
    tree = LexborHTMLParser(text)
    meta = read_head(tree)
    _without_frame(tree)
    root = _root(tree)
    blocks = tuple(_Walker().walk(root)) if root is not None else ()
    heading = tree.css_first("h1")
    title = tidy(heading.text(strip=True)) if heading else ""
    if title and title not in [block.text for block in blocks]:
        blocks = (Block(" ".join(title.split()), "heading", 1), *blocks)
    return Opened(
        blocks,
        title=" ".join(title.split()) or meta.get("title", ""),
        lead=meta.get("lead", ""),
        published=meta.get("published", ""),
        author=meta.get("author", ""),
        site=meta.get("site", ""),
        url=meta.get("url", ""),
        is_legacy=is_legacy,
    )


def _without_frame(tree: LexborHTMLParser) -> None:
    """Drop what is no part of an article; old software sets the whole page in one form."""
    for node in tree.css(_FRAME):
        node.decompose()
    for node in tree.css("[style]"):
        if _HIDDEN.search(node.attributes.get("style") or ""):
            node.decompose()
    whole = len(tree.body.text()) if tree.body else 0
    for node in tree.css("form"):
        if len(node.text()) < whole * _MOST:
            node.decompose()


def _depth(text: str) -> int:
    """How deep elements lie within one another; a parser takes the square of it in time."""
    depth = deepest = 0
    for match in _NESTING.finditer(text):
        depth = max(0, depth - 1) if match["end"] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _root(tree: LexborHTMLParser) -> LexborNode | None:
    for selector in _ROOTS:
        node = tree.css_first(selector)
        if node is not None and len(node.text(strip=True)) > _ENOUGH:
            return _with_heading(node)
    return tree.body


def _with_heading(node: LexborNode) -> LexborNode:
    """The part of the page that has the heading and the lead too, where little else is in it."""
    size, above = len(node.text(strip=True)), node.parent
    if node.css_first("h1") is not None:
        return node
    while above is not None and above.tag not in ("body", "html", None):
        if len(above.text(strip=True)) > size * _WIDER + _ENOUGH:
            break
        if above.css_first("h1") is not None:
            return above
        above = above.parent
    return node


class _Walker:
    """Walks a page in reading order, gathering running text between block elements."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, str]] = []

    def walk(self, node: LexborNode) -> Iterator[Block]:
        """Yield the blocks below a node."""
        yield from self._below(node)
        yield from self._flush(node)

    def _below(self, node: LexborNode) -> Iterator[Block]:
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self.parts.append((child.text(), self._style(child)))
            elif tag == "br":
                yield from self._flush(node)
            elif tag == "img":
                yield from self._flush(node)
                yield _picture(child)
            elif tag == "table" and _is_data(child):
                yield from self._flush(node)
                yield Block(_table(child), "table")
            elif tag in _BREAKS:
                yield from self._flush(node)
                yield from self._below(child)
                yield from self._flush(child)
            elif tag not in ("-comment", "_comment"):
                is_apart = _is_apart(node, child)
                self.parts += [(" | ", "")] * (is_apart and bool(self.parts))
                yield from self._below(child)
                self.parts += [(" | ", "")] * (is_apart and bool(self.parts))

    def _style(self, node: LexborNode) -> str:
        styles = set()
        parent = node.parent
        while parent is not None and parent.tag not in _BREAKS:
            styles.add(parent.tag or "")
            parent = parent.parent
        return f"{'b' if styles & _BOLD else ''}{'i' if styles & _ITALIC else ''}"

    def _flush(self, node: LexborNode) -> Iterator[Block]:
        parts, self.parts = self.parts, []
        text = _BARS.sub(" | ", " ".join(tidy("".join(text for text, _ in parts)).split()))
        text = text.strip(" |") if any(text == " | " for text, _ in parts) else text
        if not text:
            return
        said = [style for text, style in parts if text.strip()]
        yield _block(node, text, "b" if all("b" in s for s in said) else "", all(
            "i" in style for style in said
        ))  # fmt: skip


def _is_apart(line: LexborNode, node: LexborNode) -> bool:
    """Whether a part of a short line is a date, a name or a section that only style sets apart."""
    given = node.attributes.get("class") or ""
    is_marked = node.tag == "time" or bool(_APART.search(given))
    return is_marked and len(line.text()) < _LONGEST_LINE


def _block(node: LexborNode, text: str, bold: str, is_italic: bool) -> Block:  # noqa: FBT001 - internal
    tag = node.tag or ""
    given = " ".join(
        f"{n.attributes.get('class') or ''} {n.attributes.get('itemprop') or ''}"
        for n in (node, node.parent)
        if n is not None and n.tag not in ("body", "html", None)
    )
    style = f"{node.attributes.get('style') or ''} {node.attributes.get('align') or ''}".lower()
    align = (
        "center" if "center" in style or tag == "center" else "right" if "right" in style else ""
    )
    if len(tag) == len("h1") and tag[0] == "h" and tag[1].isdigit():
        return Block(text, "heading", int(tag[1]))
    return Block(
        text,
        "item" if tag == "li" else "text",
        bold=bool(bold),
        italic=is_italic,
        align=align or "left",  # type: ignore[arg-type]  # one of the three by construction
        styled=_named(given, tag),
    )


def _named(given: str, tag: str) -> str:
    if tag == "figcaption" or _CAPTION.search(given):
        return "caption"
    if _LEAD.search(given):
        return "lead"
    return "author" if _AUTHOR.search(given) else ""


def _picture(node: LexborNode) -> Block:
    alt = " ".join(tidy(node.attributes.get("alt") or "").split())
    return Block("", "photo", picture=Picture(alt=alt))


def _is_data(node: LexborNode) -> bool:
    """Whether a table holds figures: a frame around a picture or the whole page does not."""
    rows = node.css("tr")
    wide = any(len(row.css("td,th")) > 1 for row in rows)
    return len(rows) > 1 and wide and not node.css("img,table table,p + p,h1")


def _table(node: LexborNode) -> str:
    return table([[tidy(cell.text()) for cell in row.css("td,th")] for row in node.css("tr")])
