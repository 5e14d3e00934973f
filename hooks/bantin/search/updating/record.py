"""What the index of the last build was made from."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bantin.runtime.cache import Cache
from bantin.search.format.settings import FORMAT
from bantin.search.format.tally import Size, Tally

NAME = "search-index"


class Record(NamedTuple):
    """An index as it was left.

    Attributes:
        made_from: digest of all that it was made from.
        folder: name of the folder of its shards.
        keys: for each article what its part was made from.
        tally: how much it holds.
        sums: checksum of each file but the cards, by its path from the index.
    """

    made_from: str = ""
    folder: str = ""
    keys: Sequence[bytes] = ()
    tally: Tally = Tally(Size(), Size(), {})
    sums: Mapping[str, int] = {}


def load(cache: Cache) -> Record:
    """Return the record of the last build; an empty one where it broke off."""
    return cache.load(NAME, str(FORMAT)) or Record()


def drop(cache: Cache) -> None:
    """Have the next build start from nothing, should this one break off."""
    cache.drop(NAME)


def save(cache: Cache, record: Record) -> None:
    """Save a record for the next build."""
    cache.save(NAME, record, str(FORMAT))
