"""Small questions to the tree of a page: text of an element, its classes, where it stands."""

import re

from selectolax.lexbor import LexborNode

BLOCK_TAGS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
     "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol",
     "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th",
     "thead", "tr", "ul", "html", "optgroup", "button", "textarea")
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_COMMENTS = frozenset(("-comment", "_comment", "!--"))


def lines_of(node: LexborNode) -> str:
    """Return the text of an element, each block on a line, words inside a line unbroken."""
    parts: list[str] = []
    _collect(node, parts)
    return "".join(parts)


def text_of(node: LexborNode) -> str:
    """Return the text of an element on one line."""
    return " ".join(lines_of(node).split())


def classes_of(node: LexborNode) -> str:
    """Return class and id of an element, and the property that it is marked up as."""
    attributes = node.attributes
    return " ".join(attributes.get(name) or "" for name in ("class", "id", "itemprop", "role"))


def is_text(node: LexborNode) -> bool:
    """Whether a node is text and no element."""
    return node.tag == "-text"


def is_comment(node: LexborNode) -> bool:
    """Whether a node is a comment in the source."""
    return node.tag in _COMMENTS


def _collect(node: LexborNode, parts: list[str]) -> None:
    if is_text(node):
        parts.append(_SPACE.sub(" ", node.text()))
        return
    breaks = node.tag in BLOCK_TAGS or node.tag == "br"
    parts.append("\n" if breaks else "")
    for child in node.iter(include_text=True):
        if not is_comment(child):
            _collect(child, parts)
    parts.append("\n" if breaks else "")
