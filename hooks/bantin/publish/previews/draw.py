"""Previews drawn as PNG files of sixteen colours, in the portal's type and colours.

Sixteen colours are enough for three inks with smooth edges, and keep a file near 16 KB. Each
ink has a row of palette entries from paper to the full ink. Pillow smooths the edge of a letter by
mixing palette *numbers*, which gives a shade in between only because the row is in order; so every
block of text is drawn on the paper of its own ink.
"""

from functools import partial
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from bantin.publish.previews.image import SIZE, PreviewImage
from bantin.publish.previews.typesetting import LINE_HEIGHT, Measure, TextBlock, WordWidths, fit

Colour = tuple[int, int, int]

# As ``:root`` in bantin.css has them.
PAPER: Colour = (0xFE, 0xFD, 0xFB)
ACCENT_COLOUR: Colour = (0x94, 0x1B, 0x1B)
TEXT_COLOUR: Colour = (0x1F, 0x1B, 0x18)
QUIET_COLOUR: Colour = (0x62, 0x5A, 0x52)
# zlib's level 6 and above make a file a tenth smaller for ten times the time.
COMPRESSION = 5
REGULAR, BOLD = 400, 700
# Positions in pixels: margins of the text, base lines of brand and foot, and the space between
# them in which title and text are centred.
LEFT, RIGHT = 88, 1112
BRAND_LINE, FOOT_LINE = 102, 584
TOP, BOTTOM = 132, 530
BRAND_SIZE, FOOT_SIZE = 36, 30
TITLE_SIZES, TITLE_LINES, TITLE_LINES_ALONE = (68, 62, 56, 50), 2, 4
TEXT_SIZES, TEXT_LINES = (34, 31, 29), 4
# Share of the type size that is left below the base line.
DESCENT = 0.3
GAP = 24
BAR = (0, 0, 24, SIZE[1])
# The icon of the portal, as icon.svg draws it on 32 units.
ICON, UNIT = (LEFT, 60), 2
ICON_LINES = ((9, 8, 23, 11), (9, 14, 23, 16.5), (9, 19, 18, 21.5))


class Ink(NamedTuple):
    """A row of palette entries, from paper to the full ink."""

    paper: int
    full: int


ACCENT, TEXT, QUIET = Ink(0, 4), Ink(5, 10), Ink(11, 15)


def _shades(ink: Ink, colour: Colour) -> list[int]:
    steps = ink.full - ink.paper
    return [
        round(paper + (dark - paper) * step / steps)
        for step in range(steps + 1)
        for paper, dark in zip(PAPER, colour, strict=True)
    ]


PALETTE = [
    *_shades(ACCENT, ACCENT_COLOUR),
    *_shades(TEXT, TEXT_COLOUR),
    *_shades(QUIET, QUIET_COLOUR),
]


class Painter:
    """Draws previews; opens each size and weight of its font once."""

    def __init__(self, font: bytes) -> None:
        self._font = font
        self._fonts: dict[tuple[int, int], ImageFont.FreeTypeFont] = {}
        self._widths: dict[tuple[int, int], WordWidths] = {}

    def draw(self, image: PreviewImage) -> bytes:
        """Return the PNG file of a preview."""
        picture = Image.new("L", SIZE, ACCENT.paper)
        pen = ImageDraw.Draw(picture)
        _draw_icon(pen)
        self._line(pen, ACCENT, (LEFT + 88, BRAND_LINE), image.brand, (BRAND_SIZE, BOLD))
        most = TITLE_LINES if image.text else TITLE_LINES_ALONE
        title = self._fit(image.title, TITLE_SIZES, most, BOLD)
        text = self._fit(image.text, TEXT_SIZES, TEXT_LINES, REGULAR)
        top = (TOP + BOTTOM - title.height - GAP - text.height) / 2
        self._block(pen, TEXT, top, title, BOLD)
        self._block(pen, QUIET, top + title.height + GAP, text, REGULAR)
        self._line(pen, QUIET, (LEFT, FOOT_LINE), image.foot, (FOOT_SIZE, REGULAR))
        pen.rectangle(BAR, fill=ACCENT.full)
        picture.putpalette(PALETTE)
        file = BytesIO()
        picture.save(file, "PNG", compress_level=COMPRESSION)
        return file.getvalue()

    def _fit(self, text: str, sizes: tuple[int, ...], most: int, weight: int) -> TextBlock:
        return fit(text, sizes, most, RIGHT - LEFT, partial(self._measure, weight))

    def _measure(self, weight: int, size: int) -> Measure:
        style = (size, weight)
        return self._widths.setdefault(style, WordWidths(self._type(style).getlength))

    def _block(
        self, pen: ImageDraw.ImageDraw, ink: Ink, top: float, block: TextBlock, weight: int
    ) -> None:
        """Draw lines on the paper of their ink, which is laid down to the lower edge."""
        pen.rectangle((0, round(top), *SIZE), fill=ink.paper)
        for number, line in enumerate(block.lines, 1):
            bottom = top + block.size * (number * LINE_HEIGHT - DESCENT)
            self._line(pen, ink, (LEFT, round(bottom)), line, (block.size, weight))

    def _line(
        self,
        pen: ImageDraw.ImageDraw,
        ink: Ink,
        base: tuple[int, int],
        line: str,
        style: tuple[int, int],
    ) -> None:
        pen.text(base, line, fill=ink.full, font=self._type(style), anchor="ls")

    def _type(self, style: tuple[int, int]) -> ImageFont.FreeTypeFont:
        if style not in self._fonts:
            size, weight = style
            # Basic layout: Vietnamese text is precomposed, so no shaping is needed, and the result
            # does not depend on whether the machine has the library for it.
            basic = ImageFont.Layout.BASIC
            font = ImageFont.truetype(BytesIO(self._font), size, layout_engine=basic)
            font.set_variation_by_axes([weight, 100])
            self._fonts[style] = font
        return self._fonts[style]


def _draw_icon(pen: ImageDraw.ImageDraw) -> None:
    left, top = ICON
    side = 32 * UNIT - 1
    square = (left, top, left + side, top + side)
    pen.rounded_rectangle(square, 6 * UNIT, fill=ACCENT.full)
    for x, y, right, bottom in ICON_LINES:
        line = (left + x * UNIT, top + y * UNIT, left + right * UNIT - 1, top + bottom * UNIT - 1)
        pen.rectangle(line, fill=ACCENT.paper)
