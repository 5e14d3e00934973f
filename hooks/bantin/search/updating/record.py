"""What an index was made of, kept from one build to the next; a damaged record is an empty one."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bantin.search.format.tally import Size, Tally
from bantin.search.indexing.store import KEY_SIZE

NAME = "search.json"


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


def recall(cache: Path) -> Record:
    """Return the record of the last build; an empty one where it broke off."""
    try:
        made_from, folder, keys, tally, sums = json.loads((cache / NAME).read_bytes())
        words, pairs, vocabulary = tally
        packed = bytes.fromhex(keys)
        return Record(
            str(made_from),
            str(folder),
            [packed[at : at + KEY_SIZE] for at in range(0, len(packed), KEY_SIZE)],
            Tally(Size(*map(int, words)), Size(*map(int, pairs)), _counts(vocabulary)),
            _counts(sums),
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return Record()


def forget(cache: Path) -> None:
    """Have the next build believe nothing, should this one break off."""
    (cache / NAME).unlink(missing_ok=True)


def keep(cache: Path, record: Record) -> None:
    """Keep a record for the next build."""
    keys = b"".join(record.keys).hex()
    told = (record.made_from, record.folder, keys, record.tally, record.sums)
    (cache / NAME).write_text(json.dumps(told), encoding="utf-8")


def _counts(tree: Mapping[str, int]) -> dict[str, int]:
    return {str(name): int(count) for name, count in tree.items()}
