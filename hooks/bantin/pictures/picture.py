"""A photograph as the portal shows it, and the sizes it is made in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bantin.model.sections import Section

# Folder of the site for files named by their content: browsers may cache them for good.
PICTURES_FOLDER = Section.PICTURES.address
WIDTHS = (480, 960, 1600)
JPEG, WEBP = "jpg", "webp"
# Part of the names of files: to be raised whenever the same original makes other files.
RECIPE = "2"


class PictureError(ValueError):
    """A picture cannot be used; the message is Vietnamese and continues after its name."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph as it is seen upright.

    Attributes:
        name: address of its files up to the width, such as ``hinh/2024/hop-1f0c…``; the digits are
            a fingerprint of the content and of how files are made.
        width: of the original.
        height: of the original.
    """

    name: str
    width: int
    height: int

    @property
    def sizes(self) -> tuple[Size, ...]:
        """The sizes it is made in, smallest first."""
        return sizes(self.width, self.height)

    @property
    def largest(self) -> Size:
        """The size that the ``img`` element declares."""
        return self.sizes[-1]

    @property
    def src(self) -> str:
        """Address of the file for browsers that choose none of the others."""
        return self.address(self.largest, JPEG)

    def address(self, size: Size, suffix: str) -> str:
        """Return the address of one file, from the site root."""
        return f"{self.name}-{size.width}.{suffix}"

    def addresses(self) -> Iterator[str]:
        """Yield the addresses of all files."""
        for size in self.sizes:
            for suffix in (WEBP, JPEG):
                yield self.address(size, suffix)


def sizes(width: int, height: int) -> tuple[Size, ...]:
    """Return the sizes that an original is made in; none is larger than the original."""
    widths = (*(w for w in WIDTHS if w < width), min(width, WIDTHS[-1]))
    return tuple(Size(w, max(1, round(height * w / width))) for w in dict.fromkeys(widths))
