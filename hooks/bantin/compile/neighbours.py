"""The neighbours of each story in every list that it is in, as one digest a story.

A page shows the stories before and after its own. The digest holds how far apart neighbours are,
not where in the archive: one more story at the end of a list leaves all others as they are.
"""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

from bantin.catalog import Catalog
from bantin.compile.related import REACH, numbers_in_time

GAP_BYTES = 4
Hashes = Sequence["blake2b"]


def neighbour_digests(catalog: Catalog, rows: Sequence[str]) -> dict[str, str]:
    """Return, by path of a story, a digest of its neighbours in all lists.

    Args:
        catalog: whose stories are meant.
        rows: hexadecimal digest of what other pages show of each story, in their order.
    """
    ranks = {story.path: rank for rank, story in enumerate(catalog.stories)}
    hashes, shown = [blake2b(digest_size=16) for _ in ranks], [bytes.fromhex(row) for row in rows]
    _add_neighbours(hashes, list(ranks.values()), shown)
    for index in (catalog.by_program, catalog.by_agency, catalog.by_document, catalog.by_province):
        for key in sorted(index):
            listed = [ranks[story.path] for story in index[key]]
            _add_neighbours(hashes, listed, shown)
            if index is catalog.by_program:
                numbers = numbers_in_time(catalog, index[key])
                _add_positions(hashes, listed, [numbers.get(s.path, 0) for s in index[key]])
    return {path: one.hexdigest() for path, one in zip(ranks, hashes, strict=True)}


def _add_neighbours(hashes: Hashes, listed: Sequence[int], shown: Sequence[bytes]) -> None:
    """Add to each story of a list those within reach of it, zeros beyond the ends of the list."""
    gaps = [later - earlier for earlier, later in pairwise([*listed[:1], *listed])]
    entries = [
        gap.to_bytes(GAP_BYTES, "big") + shown[rank] for gap, rank in zip(gaps, listed, strict=True)
    ]
    size = len(entries[0]) if entries else 0
    margin = bytes(REACH * size)
    # One slice a story, not a loop over its neighbours: it is the inner loop of this module.
    whole, width = margin + b"".join(entries) + margin, (2 * REACH + 1) * size
    for position, rank in enumerate(listed):
        # How far the first neighbour is from the story before it does not matter.
        hashes[rank].update(whole[position * size + GAP_BYTES : position * size + width])


def _add_positions(hashes: Hashes, listed: Sequence[int], numbers: Sequence[int]) -> None:
    """Add to each story its number in a list and the length of that: its page shows both."""
    for number, rank in zip(numbers, listed, strict=True):
        hashes[rank].update(f"{number}/{len(listed)}".encode())
