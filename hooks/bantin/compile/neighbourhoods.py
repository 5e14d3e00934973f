"""What stands beside each story in every list that it is in, as a digest.

It tells how far apart they stand, never where in the archive: a story more at one end leaves
the digests at the other as they are.
"""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

from bantin.catalog import Catalog
from bantin.compile.related import REACH

GAP = 4
Marks = Sequence["blake2b"]


def surroundings(catalog: Catalog, rows: Sequence[str]) -> dict[str, str]:
    """Return, by path of a story, a digest of its neighbours in all lists.

    Args:
        catalog: whose stories are meant.
        rows: hexadecimal digest of what other pages show of each story, in their order.
    """
    ranks = {story.path: rank for rank, story in enumerate(catalog.stories)}
    marks, shown = [blake2b(digest_size=16) for _ in ranks], [bytes.fromhex(row) for row in rows]
    _tell_near(marks, list(ranks.values()), shown)
    for index in (catalog.by_program, catalog.by_agency, catalog.by_document, catalog.by_province):
        for key in sorted(index):
            listed = [ranks[story.path] for story in index[key]]
            _tell_near(marks, listed, shown)
            if index is catalog.by_program:
                _tell_places(marks, listed)
    return {path: mark.hexdigest() for path, mark in zip(ranks, marks, strict=True)}


def _tell_near(marks: Marks, listed: Sequence[int], shown: Sequence[bytes]) -> None:
    """Tell each story of a list which ones are within reach; nothing stands beyond its ends."""
    gaps = [later - earlier for earlier, later in pairwise([*listed[:1], *listed])]
    told = b"".join(
        [gap.to_bytes(GAP, "big") + shown[rank] for gap, rank in zip(gaps, listed, strict=True)]
    )
    size = len(told) // max(1, len(listed))
    beyond = bytes(REACH * size)
    told, width = beyond + told + beyond, (2 * REACH + 1) * size
    for place, rank in enumerate(listed):
        # How far the first one stands from the one before it does not matter.
        marks[rank].update(told[place * size + GAP : place * size + width])


def _tell_places(marks: Marks, listed: Sequence[int]) -> None:
    """Tell each story its place in a list, and how many there are: its page shows both."""
    for place, rank in enumerate(listed):
        marks[rank].update(f"{place}/{len(listed)}".encode())
