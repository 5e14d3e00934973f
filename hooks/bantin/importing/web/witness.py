"""All text of a web page, read off its source without a tree.

It says what the page contains, so that what an import kept and what it told the editor can be held
against it.
"""

import re
from html import unescape

from bantin.importing.extract.scripts import lowered, raised
from bantin.importing.web.nodes import BLOCK_TAGS

_UNSEEN = re.compile(
    r"<!--.*?-->|<!doctype[^>]*>|<\?.*?>|<(script|style|noscript|template|svg|iframe|head|object"
    r"|canvas|audio|video)\b.*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_SCRIPT = re.compile(r"<(su[pb])\b[^>]*>([^<]*)</\1\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?([a-z][a-z0-9:-]*)\b(?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.IGNORECASE)


def all_words(source: str) -> str:
    """Return the text between the tags of a page; blocks are lines of their own."""
    text = _SCRIPT.sub(_set, _UNSEEN.sub("\n", source))
    return unescape(_TAG.sub(_gap, text))


def _set(match: re.Match[str]) -> str:
    text = unescape(match[2])
    return raised(text) if match[1].lower() == "sup" else lowered(text)


def _gap(match: re.Match[str]) -> str:
    name = match[1].lower()
    return "\n" if name in BLOCK_TAGS or name in ("br", "img", "input") else ""
