"""What the styles of a Word file say about a paragraph or a run of text."""

from collections.abc import Iterator

from bantin.importing.word.names import Node, find, is_set, qn, value_of

_MAX_CHAIN = 20  # a style is based on another; a ring of them has no end
_WHITES = {"FFFFFF", "FEFEFE", "FDFDFD"}
_TINY = 4  # half points: two points are no text that anyone reads


class Styles:
    """The styles of one document.

    Args:
        tree: root of the part with the styles; None where there is none.
    """

    def __init__(self, tree: Node) -> None:
        self._styles = (
            {} if tree is None else {value_of(s, "w:styleId"): s for s in tree.iter(qn("w:style"))}
        )
        self._defaults = find(tree, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self._default_style = next(
            (
                style
                for style in self._styles.values()
                if value_of(style, "w:type") == "paragraph"
                and value_of(style, "w:default") in ("1", "true")
            ),
            None,
        )

    def name(self, paragraph: Node) -> str:
        """Return the name of a paragraph's style in small letters."""
        style = self._styles.get(value_of(find(paragraph, "w:pPr", "w:pStyle")))
        return value_of(find(style, "w:name")).lower()

    def outline_level(self, paragraph: Node) -> int:
        """Return the level of a heading, 1 to 6, by style name or outline; 0 of other text."""
        for style in self._chain(value_of(find(paragraph, "w:pPr", "w:pStyle"))):
            name = value_of(find(style, "w:name")).lower()
            if name.startswith("heading ") and name[-1].isdigit():
                return min(int(name[-1]), 6)
        return 0

    def paragraph_property(self, paragraph: Node, name: str) -> Node:
        """Return a property of a paragraph, its own or that of its style; else None."""
        return next(self._of_paragraph(paragraph, "w:pPr", name), None)

    def numbering(self, paragraph: Node) -> tuple[str, Node]:
        """Return the style that puts a paragraph into a list, by its id, and how; else None."""
        for style in self._chain(value_of(find(paragraph, "w:pPr", "w:pStyle"))):
            if (found := find(style, "w:pPr", "w:numPr")) is not None:
                return value_of(style, "w:styleId"), found
        return "", None

    def run_property(self, run: Node, paragraph: Node, name: str) -> Node:
        """Return a property of a run: its own, that of a style, or the document's default."""
        own = find(run, "w:rPr", name)
        if own is not None:
            return own
        for style in self._chain(value_of(find(run, "w:rPr", "w:rStyle"))):
            if (found := find(style, "w:rPr", name)) is not None:
                return found
        for style in self._chain(value_of(find(paragraph, "w:pPr", "w:pStyle")), or_default=True):
            if (found := find(style, "w:rPr", name)) is not None:
                return found
        return find(self._defaults, name)

    def is_on(self, run: Node, paragraph: Node, *names: str) -> bool:
        """Whether one of some properties of a run is switched on."""
        return any(is_set(self.run_property(run, paragraph, name)) for name in names)

    def font(self, run: Node, paragraph: Node) -> str:
        """Return the name of the font of a run."""
        fonts = self.run_property(run, paragraph, "w:rFonts")
        return value_of(fonts, "w:ascii") or value_of(fonts, "w:hAnsi")

    def is_invisible(self, run: Node, paragraph: Node) -> bool:
        """Whether a run is white on white or too small to be seen."""
        size = value_of(self.run_property(run, paragraph, "w:sz"))
        if size.isdigit() and int(size) <= _TINY:
            return True
        colour = self.run_property(run, paragraph, "w:color")
        is_white = value_of(colour).upper() in _WHITES or (
            value_of(colour, "w:themeColor") == "background1"
            and not value_of(colour, "w:themeShade")
        )
        return is_white and not self._is_on_colour(run, paragraph)

    def _is_on_colour(self, run: Node, paragraph: Node) -> bool:
        if self.run_property(run, paragraph, "w:highlight") is not None:
            return True
        shades = [
            self.run_property(run, paragraph, "w:shd"),
            self.paragraph_property(paragraph, "w:shd"),
        ]
        for element in paragraph.iterancestors():
            if element.tag == qn("w:txbxContent"):
                return True  # the box may be filled
            if element.tag == qn("w:tc"):
                shades.append(find(element, "w:tcPr", "w:shd"))
            if element.tag == qn("w:tbl"):
                style = value_of(find(element, "w:tblPr", "w:tblStyle"))
                chain = self._chain(style)
                shades += [shade for one in chain for shade in one.iter(qn("w:shd"))]
        has_background = paragraph.getroottree().getroot().find(qn("w:background")) is not None
        return has_background or any(map(_has_colour, shades))

    def _of_paragraph(self, paragraph: Node, group: str, name: str) -> Iterator[Node]:
        own = find(paragraph, group, name)
        if own is not None:
            yield own
        for style in self._chain(value_of(find(paragraph, "w:pPr", "w:pStyle"))):
            if (found := find(style, group, name)) is not None:
                yield found

    def _chain(self, style_id: str, *, or_default: bool = False) -> Iterator[Node]:
        """Yield a style and those that it is based on."""
        style = self._styles.get(style_id, self._default_style if or_default else None)
        for _ in range(_MAX_CHAIN):
            if style is None:
                return
            yield style
            style = self._styles.get(value_of(find(style, "w:basedOn")))


def _has_colour(shade: Node) -> bool:
    fill = value_of(shade, "w:fill", "auto").upper()
    is_patterned = value_of(shade, default="clear").startswith(("pct", "solid"))
    return fill not in ("AUTO", *_WHITES) or bool(value_of(shade, "w:themeFill")) or is_patterned
