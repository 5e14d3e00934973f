"""A photograph as the portal shows it, and the sizes it is made in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bantin.model.sections import Section

# Folder of the site for files that bear a digest of their content: they may be kept for good.
MADE = Section.PICTURES.address
WIDTHS = (480, 960, 1600)
JPEG, WEBP = "jpg", "webp"


# Goes into the names of files: to be raised whenever the same original makes other files.
RECIPE = "2"


class PictureError(ValueError):
    """Why a picture cannot be used, in words that follow its name."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph, upright.

    Attributes:
        name: address of its files up to the width, such as ``hinh/2024/hop-1f0c…``; it bears a
            digest of the content and of how files are made.
        width: of the original.
        height: of the original.
    """

    name: str
    width: int
    height: int

    @property
    def sizes(self) -> tuple[Size, ...]:
        """The sizes it is made in, the smallest first."""
        return sizes(self.width, self.height)

    @property
    def largest(self) -> Size:
        """The size that its element declares."""
        return self.sizes[-1]

    @property
    def src(self) -> str:
        """Address of the file for those who choose none of the others."""
        return self.address(self.largest, JPEG)

    def address(self, size: Size, suffix: str) -> str:
        """Return the address, from the site root, of one file."""
        return f"{self.name}-{size.width}.{suffix}"

    def addresses(self) -> Iterator[str]:
        """Yield the addresses of all files."""
        for size in self.sizes:
            for suffix in (WEBP, JPEG):
                yield self.address(size, suffix)


def sizes(width: int, height: int) -> tuple[Size, ...]:
    """Return the sizes for an original; none is larger than it is."""
    widths = (*(w for w in WIDTHS if w < width), min(width, WIDTHS[-1]))
    return tuple(Size(w, max(1, round(height * w / width))) for w in dict.fromkeys(widths))
