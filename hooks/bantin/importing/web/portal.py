"""The portal around an article: taken off the page, and told."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.extract.blocks import Dropped
from bantin.importing.web.measure import Measures
from bantin.importing.web.nodes import BLOCK_TAGS, classes_of, lines_of

_SILENT = "script,style,noscript,iframe,svg,template,object,embed,link,meta,canvas,audio,video"
_STRUCK = "del,s,strike"
_FRAME = (
    "nav,footer,aside,marquee,button,select,input,textarea,option,dialog,[role=navigation]"
    ",[role=search]"
)
STRUCK = "chữ gạch ngang"
HIDDEN = "chữ ẩn trên trang"
COMMENTS = "bình luận của bạn đọc"
OTHERS = "tin khác trên trang"
FRAME = "khung trang web (menu, nút bấm, chân trang)"

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d])"
    r"|(?<![\w-])color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))(?!\w)",
    re.IGNORECASE,
)
_STRUCK_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_BACKGROUND = re.compile(r"background|class\s*=", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|d-none|hidden|skip-link)(?:\s|$)",
    re.IGNORECASE,
)
_SHOWN_CLASS = re.compile(
    r"(?:^|\s)(?:d|visible|block)-(?:sm|md|lg|xl|xxl)\b|:block", re.IGNORECASE
)
# Whole words of a class, parted by spaces, hyphens or underscores.
_COMMENT_CLASS = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?list|binh-?luan|disqus\w*|fb-comments|replies|phan-hoi)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_OTHERS_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|relate|lien-?quan|tin-?khac|tin-?moi|other-?news|othernews|more-?news"
    r"|item-?news|news-?item|teaser|card|sidebar|most-?(?:read|viewed?)|xem-?nhieu|doc-?nhieu"
    r"|recommend(?:ed|ation)?|hot-?news|latest|popular|cung-?chuyen-?muc|box-?news)(?=$|[\s_-])",
    re.IGNORECASE,
)
_FRAME_CLASS = re.compile(
    r"(?:^|[\s_-])(?:menu|navbar|nav|breadcrumbs?|pagination|pager|social|share|sharing|toolbar"
    r"|tags?|rating|danh-?gia|search|login|banner|advert\w*|ads|quang-?cao|newsletter|cookie"
    r"|skip)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SKIP_LINK = re.compile(r"\s*(?:nhảy đến|bỏ qua|chuyển đến|skip to|đi đến)\b.{0,40}", re.IGNORECASE)
_MAIN = "h1,[itemprop=articleBody],[itemprop=headline]"
# What has so much of the page's running text is the article, whatever its classes say.
_MOST, _MUCH = 0.5, 0.3
_MAX_FORM = 0.4


def remove_unseen(tree: LexborHTMLParser, dropped: list[Dropped]) -> None:
    """Remove what a reader does not see, and what is struck through."""
    for node in tree.css(_SILENT):
        node.decompose()
    for node in tree.css(_STRUCK):
        drop(node, STRUCK, dropped)
    for node in tree.css("[style],[hidden],[aria-hidden=true],[class]"):
        style = node.attributes.get("style") or ""
        if node.tag in ("html", "body", "main", "article"):
            continue
        if _STRUCK_STYLE.search(style):
            drop(node, STRUCK, dropped)
        elif _is_hidden(node, style):
            drop(node, HIDDEN, dropped)


def _is_hidden(node: LexborNode, style: str) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    classes = attributes.get("class") or ""
    if _HIDDEN_CLASS.search(classes) and not _SHOWN_CLASS.search(classes):
        return True
    match = _HIDDEN_STYLE.search(style)
    if match is None:
        return False
    is_white = "color" in match[0].lower()
    return not (is_white and _is_on_colour(node))


def _is_on_colour(node: LexborNode) -> bool:
    """Whether some element around has a background, or a class that may give it one."""
    above: LexborNode | None = node
    while above is not None and above.tag not in ("body", "html", None):
        attributes = above.attributes
        if _BACKGROUND.search(attributes.get("style") or "") or attributes.get("bgcolor"):
            return True
        if attributes.get("class"):
            return True
        above = above.parent
    return False


def remove_portal(tree: LexborHTMLParser, measures: Measures, dropped: list[Dropped]) -> None:
    """Remove menus, comments, lists of other articles and buttons, but never the article."""
    total = measures.of(tree.body)
    for node in tree.css(_FRAME):
        if measures.of(node) <= total * _MOST:
            drop(node, FRAME, dropped)
    for node in tree.css("form"):
        # ASP.NET and SharePoint set the whole page in one form; that one stays.
        if measures.of(node) <= total * _MAX_FORM and node.css_first(_MAIN) is None:
            drop(node, FRAME, dropped)
    for node in tree.css("a[href^='#']"):
        if _SKIP_LINK.fullmatch(lines_of(node)):
            drop(node, FRAME, dropped)
    for node in tree.css("[class],[id]"):
        reason = _reason(node, measures, total)
        if reason:
            drop(node, reason, dropped)


def _reason(node: LexborNode, measures: Measures, total: int) -> str:
    if node.tag in ("html", "body", "main", "h1"):
        return ""
    classes = classes_of(node)
    share = measures.of(node) / total if total else 0
    if _COMMENT_CLASS.search(classes):
        return COMMENTS if not node.css_first(_MAIN) else ""
    if share > _MUCH or node.css_first(_MAIN) is not None or node.attributes.get("itemprop"):
        return ""
    if _OTHERS_CLASS.search(classes):
        return OTHERS
    return FRAME if _FRAME_CLASS.search(classes) else ""


def drop(node: LexborNode, reason: str, dropped: list[Dropped]) -> None:
    """Take an element off the page and note its text."""
    if node.parent is None:
        return
    if (text := lines_of(node)).strip():
        dropped.append(Dropped(text, reason))
    if node.tag in BLOCK_TAGS:
        node.insert_before("\n")  # what stood before and behind it must not run together
    elif reason not in (STRUCK, HIDDEN):  # those may be part of a word
        node.insert_before(" ")
    node.decompose()
