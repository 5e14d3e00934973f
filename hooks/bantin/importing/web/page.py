"""A saved web page as blocks: the part that holds the article, without the portal around it."""

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.extract.blocks import (
    Align,
    Block,
    Dropped,
    InputFile,
    InputPicture,
    Kind,
    Style,
)
from bantin.importing.extract.decoding import clean_text
from bantin.importing.extract.plain_text import to_block
from bantin.importing.extract.scripts import lowered, raised
from bantin.importing.web.lists import item_marker
from bantin.importing.web.measure import measure
from bantin.importing.web.metadata import read_metadata
from bantin.importing.web.nodes import BLOCK_TAGS, is_comment, is_text, text_of
from bantin.importing.web.portal import remove_portal, remove_unseen
from bantin.importing.web.root import cut_out, find_root
from bantin.importing.web.sites import SiteNames
from bantin.importing.web.tables import is_data, table_blocks
from bantin.importing.web.titles import find_heading, witnesses
from bantin.importing.web.witness import all_words
from bantin.vietnamese.fold import fold

# Classes of HTML, in English or Vietnamese, that say what a block is.
_CAPTION = re.compile(r"caption|chu-?thich|pictitle|image-?desc|mo-?ta-?anh", re.IGNORECASE)
_LEAD = re.compile(
    r"sapo|lead|hometext|summary|description|desc\b|trich-?yeu|tom-?tat", re.IGNORECASE
)
_AUTHOR = re.compile(r"author|byline|tac-?gia|nguoi-?viet", re.IGNORECASE)
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em"}
# Elements that old software nests without closing them.
_NESTED_TAG = re.compile(
    r"<(?P<end>/?)(?:div|span|table|section|article|[uo]l|blockquote|font|center|[bi]|em|strong)\b",
    re.IGNORECASE,
)
# Classes of parts of one line that only CSS sets apart: “date”, “post-views”, “chuyen-muc”.
_PART_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|time|ngay|author|tac-?gia|views?|cat|category|chuyen-?muc|source|meta)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*\|(?:\s*\|)+\s*")
# The parser takes time with the square of the depth: 1,500 levels are parsed in a moment, 40,000
# are an attack.
_MAX_DEPTH = 1_500
_MAX_LINE = 240
_FIRST_BLOCKS = 8


def read_webpage(
    text: str, *, is_legacy: bool = False, pictures: Mapping[str, bytes] | None = None
) -> InputFile:
    """Return the blocks of a page and what its head says.

    Args:
        text: the source of the page.
        is_legacy: whether it was in an old Vietnamese font encoding.
        pictures: files of pictures that came with it, by their addresses.

    Raises:
        RecursionError: elements are nested too deep.
    """
    if _depth(text) > _MAX_DEPTH:
        raise RecursionError
    tree = LexborHTMLParser(text)
    metadata = read_metadata(tree)
    site = SiteNames(tree, metadata.get("site", ""))
    titles = witnesses(metadata, tree, site)
    dropped: list[Dropped] = []
    blocks, title = _blocks(tree, titles, site, pictures or {}, dropped)
    return InputFile(
        blocks,
        title=title or (titles[0] if titles else ""),
        published=metadata.get("published", ""),
        author=metadata.get("author", ""),
        site=metadata.get("site", ""),
        url=metadata.get("url", ""),
        is_legacy=is_legacy,
        dropped=tuple(Dropped(" ".join(clean_text(t).split()), reason) for t, reason in dropped),
        witness=clean_text(all_words(text)),
    )


def _blocks(
    tree: LexborHTMLParser,
    titles: list[str],
    site: SiteNames,
    pictures: Mapping[str, bytes],
    dropped: list[Dropped],
) -> tuple[tuple[Block, ...], str]:
    """Return the blocks of the article and its title as the page prints it."""
    remove_unseen(tree, dropped)
    remove_portal(tree, measure(tree), dropped)
    measures = measure(tree)
    root = find_root(tree, measures)
    if root is None:
        return (), ""
    heading = find_heading(tree, root, titles, measures, site)
    title = clean_text(text_of(heading)) if heading is not None else ""
    root = cut_out(tree, root, heading, measures, dropped)
    blocks = list(_Walker(pictures).walk(root))
    if title:
        return tuple(_with_title(blocks, title)), title
    return _with_known_title(blocks, titles), ""


def _with_title(blocks: list[Block], title: str) -> Iterator[Block]:
    """Yield the blocks, of which the title alone is a heading of the first level."""
    is_found = False
    for block in blocks:
        if not is_found and block.text == title:
            is_found = True
            yield replace(block, kind="heading", level=1, style="")
        else:
            yield replace(block, level=max(2, block.level)) if block.level else block


def _with_known_title(blocks: list[Block], titles: list[str]) -> tuple[Block, ...]:
    """Return the blocks below the title that only the head of the page gives."""
    near = [fold(block.text) for block in blocks[:_FIRST_BLOCKS]]
    if not titles or fold(titles[0]) in near:
        return tuple(blocks)
    lowered_levels = [replace(b, level=max(2, b.level)) if b.level else b for b in blocks]
    return (Block(titles[0], "heading", 1), *lowered_levels)


def _depth(text: str) -> int:
    """Return how deep elements are nested, without building a tree."""
    depth = deepest = 0
    for match in _NESTED_TAG.finditer(text):
        depth = max(0, depth - 1) if match["end"] else depth + 1
        deepest = max(deepest, depth)
    return deepest


class _Walker:
    """Walks a page in reading order and joins the inline text between block elements.

    Attributes:
        parts: pieces of text since the last block, each with the letters of its style: b, i.
        marker: what stands before the next block, the first of a list item; with its depth.
    """

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.pictures = pictures
        self.parts: list[tuple[str, str]] = []
        self.marker: tuple[str, int] | None = None

    def walk(self, node: LexborNode) -> Iterator[Block]:
        """Yield the blocks below a node."""
        yield from self._walk_children(node)
        yield from self._flush(node)

    def _walk_children(self, node: LexborNode) -> Iterator[Block]:
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if is_text(child):
                self.parts.append((child.text(), _font_style(child)))
            elif tag in ("br", "img", "table") or tag in BLOCK_TAGS:
                yield from self._flush(node)
                yield from self._block_element(child)
            elif tag in ("sup", "sub"):
                text = text_of(child)
                self.parts.append((raised(text) if tag == "sup" else lowered(text), ""))
            elif not is_comment(child):
                is_separate = _is_separate_part(node, child)
                self.parts += [(" | ", "")] * (is_separate and bool(self.parts))
                yield from self._walk_children(child)
                self.parts += [(" | ", "")] * (is_separate and bool(self.parts))

    def _block_element(self, element: LexborNode) -> Iterator[Block]:
        if element.tag == "img":
            yield _picture(element, self.pictures)
        elif element.tag == "table" and is_data(element):
            yield from table_blocks(element)
        elif element.tag != "br":
            if element.tag == "li":
                self.marker = item_marker(element)
            yield from self._walk_children(element)
            yield from self._flush(element)

    def _flush(self, node: LexborNode) -> Iterator[Block]:
        parts, self.parts = self.parts, []
        text = clean_text("".join(text for text, _ in parts))
        text = _SEPARATORS.sub(" | ", " ".join(text.split()))
        text = text.strip(" |") if any(text == " | " for text, _ in parts) else text
        if text:
            styles = [style for part, style in parts if part.strip()]
            block = _block(
                node,
                text,
                bold=all("b" in style for style in styles),
                italic=all("i" in style for style in styles),
            )
            marker, self.marker = self.marker, None
            if marker and block.kind == "text":
                block = replace(block, kind="item", marker=marker[0], depth=marker[1])
            yield block


def _font_style(node: LexborNode) -> str:
    """Return the letters b and i for a text within bold and italic elements."""
    tags = set()
    parent = node.parent
    while parent is not None and parent.tag not in BLOCK_TAGS:
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
    style = _style(node, tag)
    bullet = to_block(text)
    kind: Kind = "item" if bullet.kind == "item" and not style else "text"
    shown = bullet.text if kind == "item" else text
    return Block(shown, kind, bold=bold, italic=italic, align=_alignment(node, tag), style=style)


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


def _picture(node: LexborNode, pictures: Mapping[str, bytes]) -> Block:
    alt = " ".join(clean_text(node.attributes.get("alt") or "").split())
    address = (node.attributes.get("src") or "").strip()
    data = pictures.get(address, b"")
    if match := _DATA.match(address):
        with suppress(ValueError):
            data = b64decode(address[match.end() :])
    return Block("", "photo", picture=InputPicture(data, alt))
