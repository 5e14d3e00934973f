"""Hand-written pages as the host has rendered them: what they may hold, and their photographs.

Judged once more as HTML, whatever their Markdown was: what a reader's browser would load, run or
lay over the page is not let out, even where no rule on the source has seen it.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.compile.addresses import relative
from bantin.compile.photos import picture_element
from bantin.model.destinations import SCHEME, is_outside
from bantin.model.handwritten import ATTRIBUTES, TAGS
from bantin.pictures import Picture

# Added by any reader of HTML.
AROUND = {"html", "head", "body"}
# Browsers take these out of an address before they read it.
BLANKS = re.compile(r"[\0-\x20]")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
MARKUP = "<!"
IMAGE = re.compile(r"<img\b[^>]*>")
GIVEN = re.compile(r'\b(src|alt)="([^"]*)"')


def page_faults(html: str, resolved: str) -> Iterator[str]:
    """Yield in Vietnamese what may not be on a page.

    Args:
        html: its content, without comments.
        resolved: how the address of an image begins that is among the photographs.
    """
    if MARKUP in html:
        yield "có «<!» mà không phải lời ghi chú trọn vẹn"
    root = LexborHTMLParser(html).root
    for node in root.traverse() if root else ():
        yield from _node_faults(node, resolved)


def without_comments(html: str) -> str:
    """Return HTML without the remarks that editors left in a page."""
    return COMMENT.sub("", html)


def with_page_pictures(
    html: str, pictures: Mapping[str, Picture], depth: int, resolved: str
) -> str:
    """Return HTML with ``picture`` elements in place of its images.

    Args:
        html: of a page without faults.
        pictures: by path from ``docs/``, as the images name them.
        depth: folders between the page and the site root.
        resolved: how the address of an image begins.
    """

    def replace(match: re.Match[str]) -> str:
        given = {name: unescape(value) for name, value in GIVEN.findall(match[0])}
        picture = pictures[given["src"].removeprefix(resolved)]
        return picture_element(picture, lambda to: relative(to, depth), given.get("alt", ""))

    return IMAGE.sub(replace, html)


def _node_faults(node: LexborNode, resolved: str) -> Iterator[str]:
    tag = str(node.tag)
    if tag not in TAGS and tag not in AROUND:
        yield f"có thẻ «<{tag}>»"
    for name, value in node.attributes.items():
        # An attribute of <body> within a page would become one of the page's own.
        if name not in ATTRIBUTES or tag in AROUND:
            yield f"thẻ «<{tag}>» có thuộc tính «{name}»"
        elif name == "src" and not (value or "").startswith(resolved):
            yield f"ảnh «{value}» không phải ảnh trong docs/anh"
        elif name == "href" and not _is_right(BLANKS.sub("", value or "")):
            yield f"liên kết «{value}» không có địa chỉ dùng được"


def _is_right(href: str) -> bool:
    return is_outside(href) or not SCHEME.match(href)
