"""Long files with a row for each record, as values."""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Form(NamedTuple):
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

    forms: tuple[Form, ...]
    keys: Sequence[str]
    make: Callable[[int], Sequence[bytes]]


class FileSum(NamedTuple):
    """How long a file is, and its SHA-256."""

    size: int
    digest: str
