"""Cards as PNG files of sixteen colours, in the portal's type and colours."""

from functools import partial
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bantin.publish.cards.card import SIZE, Card
from bantin.publish.cards.colours import ACCENT, PALETTE, QUIET, TEXT, Ink
from bantin.publish.cards.fit import LEADING, Measure, Ruler, Setting, fit

# The last tenth of a file costs ten times as long.
COMPRESSION = 5
REGULAR, BOLD = 400, 700
LEFT, RIGHT = 88, 1112
# Brand and foot stand on these lines; title and text are centred between the other two.
BRAND_LINE, FOOT_LINE = 102, 584
TOP, BOTTOM = 132, 530
BRAND_SIZE, FOOT_SIZE = 36, 30
TITLE_SIZES, TITLE_LINES, TITLE_ALONE = (68, 62, 56, 50), 2, 4
TEXT_SIZES, TEXT_LINES = (34, 31, 29), 4
BELOW = 0.3
GAP = 24
BAR = (0, 0, 24, SIZE[1])
# The icon of the portal, as icon.svg draws it on 32 units.
ICON, UNIT = (LEFT, 60), 2
ICON_LINES = ((9, 8, 23, 11), (9, 14, 23, 16.5), (9, 19, 18, 21.5))


class Painter:
    """Draws cards; keeps the sizes of its font open."""

    def __init__(self, font: bytes) -> None:
        self._font = font
        self._open: dict[tuple[int, int], ImageFont.FreeTypeFont] = {}
        self._rulers: dict[tuple[int, int], Ruler] = {}

    def draw(self, card: Card) -> bytes:
        """Return the file of a card."""
        image = Image.new("L", SIZE, ACCENT.ground)
        pen = ImageDraw.Draw(image)
        _emblem(pen)
        self._line(pen, ACCENT, (LEFT + 88, BRAND_LINE), card.brand, (BRAND_SIZE, BOLD))
        title = self._fit(card.title, TITLE_SIZES, TITLE_LINES if card.text else TITLE_ALONE, BOLD)
        text = self._fit(card.text, TEXT_SIZES, TEXT_LINES, REGULAR)
        top = (TOP + BOTTOM - title.height - GAP - text.height) / 2
        self._block(pen, TEXT, top, title, BOLD)
        self._block(pen, QUIET, top + title.height + GAP, text, REGULAR)
        self._line(pen, QUIET, (LEFT, FOOT_LINE), card.foot, (FOOT_SIZE, REGULAR))
        pen.rectangle(BAR, fill=ACCENT.full)
        image.putpalette(PALETTE)
        out = BytesIO()
        image.save(out, "PNG", compress_level=COMPRESSION)
        return out.getvalue()

    def _fit(self, text: str, sizes: tuple[int, ...], most: int, weight: int) -> Setting:
        return fit(text, sizes, most, RIGHT - LEFT, partial(self._measure, weight))

    def _measure(self, weight: int, size: int) -> Measure:
        style = (size, weight)
        return self._rulers.setdefault(style, Ruler(self._type(style).getlength))

    def _block(
        self, pen: ImageDraw.ImageDraw, ink: Ink, top: float, setting: Setting, weight: int
    ) -> None:
        """Write lines on a ground of their ink's own, which reaches to the lower edge."""
        pen.rectangle((0, round(top), *SIZE), fill=ink.ground)
        for number, line in enumerate(setting.lines, 1):
            bottom = top + setting.size * (number * LEADING - BELOW)
            self._line(pen, ink, (LEFT, round(bottom)), line, (setting.size, weight))

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
        if style not in self._open:
            size, weight = style
            # Basic layout: Vietnamese is precomposed, and nothing then depends on the machine.
            basic = ImageFont.Layout.BASIC
            font = ImageFont.truetype(BytesIO(self._font), size, layout_engine=basic)
            font.set_variation_by_axes([weight, 100])
            self._open[style] = font
        return self._open[style]


def _emblem(pen: ImageDraw.ImageDraw) -> None:
    left, top = ICON
    side = 32 * UNIT - 1
    square = (left, top, left + side, top + side)
    pen.rounded_rectangle(square, 6 * UNIT, fill=ACCENT.full)
    for x, y, right, bottom in ICON_LINES:
        line = (left + x * UNIT, top + y * UNIT, left + right * UNIT - 1, top + bottom * UNIT - 1)
        pen.rectangle(line, fill=ACCENT.ground)
