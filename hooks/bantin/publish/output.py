"""What publishing makes besides pages: files as values, written by the build."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from bantin.publish.listing import FileSum, Listing


class Output(NamedTuple):
    """A text file: its path from the site root, and what it holds."""

    path: str
    text: str

    @property
    def content(self) -> bytes:
        """The text as UTF-8."""
        return self.text.encode()


class Description(NamedTuple):
    """A file that describes listings of the same job: it is made once they are written.

    Attributes:
        path: from the site root.
        make: gives its text from the sums of the files of those listings, by their paths.
    """

    path: str
    make: Callable[[Mapping[str, FileSum]], str]


AnyFile: TypeAlias = Output | Listing | Description
