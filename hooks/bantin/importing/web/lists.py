"""Lists of a page: what stands before each item, and how deep it is."""

from selectolax.lexbor import LexborNode

from bantin.importing.extract.numbers import number_text

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LISTS = ("ol", "ul", "menu", "dir")


def item_marker(item: LexborNode) -> tuple[str, int]:
    """Return the number or bullet of an item, and how many lists are around its list."""
    parent = item.parent
    depth = -1
    above: LexborNode | None = parent
    while above is not None:
        depth += above.tag in _LISTS
        above = above.parent
    if parent is None or parent.tag != "ol":
        return "-", max(0, depth)
    number = _number(item, parent)
    form = _FORMS.get(parent.attributes.get("type") or "", "decimal")
    return f"{number_text(number, form)}{'.' if form == 'decimal' else ')'}", max(0, depth)


def _number(item: LexborNode, parent: LexborNode) -> int:
    """Return the number of an item of an ordered list."""
    items = [child for child in parent.iter() if child.tag == "li"]
    is_reversed = "reversed" in parent.attributes
    step = -1 if is_reversed else 1
    number = _integer(parent.attributes.get("start"), len(items) if is_reversed else 1) - step
    for one in items:
        number = _integer(one.attributes.get("value"), number + step)
        if one.mem_id == item.mem_id:
            return number
    return number


def _integer(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.lstrip("-").isdigit() and len(text) < len("1000000") else default
