"""The sixteen colours of a card: the portal's inks, each with its own shades up from paper."""

from typing import NamedTuple

Colour = tuple[int, int, int]

# As ``:root`` in bantin.css has them.
PAPER: Colour = (0xFE, 0xFD, 0xFB)
ACCENT_COLOUR: Colour = (0x94, 0x1B, 0x1B)
TEXT_COLOUR: Colour = (0x1F, 0x1B, 0x18)
QUIET_COLOUR: Colour = (0x62, 0x5A, 0x52)


class Ink(NamedTuple):
    """Entries of the palette in a row, from paper to the full ink.

    An edge drawn between the two is smoothed by arithmetic on entries alone.
    """

    ground: int
    full: int


ACCENT, TEXT, QUIET = Ink(0, 4), Ink(5, 10), Ink(11, 15)


def _shades(ink: Ink, colour: Colour) -> list[int]:
    steps = ink.full - ink.ground
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
