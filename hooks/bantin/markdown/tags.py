"""comrak's HTML cut into its tags.

comrak escapes every ``<`` that is not its own and lets no raw HTML through: in its output ``<``
always begins one of its tags, so that one expression cuts it without loss.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

# An element that holds text alone is one match, which halves their number: name, source position
# such as ``3:1-4:12``, other attributes, text up to the next tag; then the end of the element, if
# that is the next tag, and the text after it.
TAG = re.compile(
    r'<(/?[a-z1-6]+|!--)(?: data-sourcepos="([^"]*)")?([^>]*)>([^<]*)(?:(</\1>)([^<]*))?'
)
Tag: TypeAlias = tuple[str, str, str, str, str, str]
RAW_HTML = "!--"  # comrak writes a comment where it leaves HTML out


def cut(html: str) -> list[Tag]:
    """Return the tags of comrak's HTML; joined again they are that HTML."""
    return TAG.findall(html)


def one_by_one(tags: Iterable[Tag]) -> Iterator[tuple[str, str, str, str]]:
    """Yield every tag by itself: name, source position, other attributes, text after it."""
    for name, position, attributes, text, end, after in tags:
        yield name, position, attributes, text
        if end:
            yield f"/{name}", "", "", after
