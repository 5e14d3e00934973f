"""What publishing makes besides pages: files as values, which the build writes."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias


class ListingFile(NamedTuple):
    """A file of a listing: its path from the site, and the text before, between and after rows."""

    path: str
    head: bytes
    between: bytes
    tail: bytes


class Listing(NamedTuple):
    """Files with the same records in the same order.

    Attributes:
        forms: the files.
        keys: for each record a digest of all that its row is made from.
        make: the rows of a record by its number, one a form.
    """

    forms: tuple[ListingFile, ...]
    keys: Sequence[str]
    make: Callable[[int], Sequence[bytes]]


class FileSum(NamedTuple):
    """How long a file is, and its SHA-256."""

    size: int
    digest: str


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
