"""Articles remembered from an earlier reading, by path; valid while the source is unchanged.

The file may be missing, cut short or damaged at any time: its seal is checked
before anything in it is believed, and without it all sources are read anew.
"""

import pickle
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bantin.looks import Look, is_settled
from bantin.model import Article

SEAL = sha256().digest_size


class Kept(NamedTuple):
    """An article, and how its source looked; None where the source was changed just then."""

    article: Article
    look: Look | None


def recall_articles(file: Path | None, version: str) -> Mapping[str, Kept]:
    """Return the articles of an earlier reading by the same code, or none.

    Args:
        file: where ``keep_articles`` wrote; None for a reading without memory.
        version: digest of the code that reads.
    """
    data = file.read_bytes() if file and file.is_file() else b""
    seal, payload = data[:SEAL], data[SEAL:]
    if len(seal) < SEAL or seal != _seal(version, payload):
        return {}
    articles, looks = pickle.loads(payload)  # noqa: S301 - sealed by our own code
    return {
        article.path: Kept(article, Look(*look) if look else None)
        for article, look in zip(articles, looks, strict=True)
    }


def keep_articles(file: Path, version: str, kept: Iterable[Kept]) -> None:
    """Write articles for the next reading, in one step."""
    articles, looks = [], []
    for article, look in kept:
        articles.append(article)
        looks.append(tuple(look) if look and is_settled(look) else None)
    payload = pickle.dumps((articles, looks), protocol=pickle.HIGHEST_PROTOCOL)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(_seal(version, payload) + payload)
    fresh.replace(file)


def _seal(version: str, payload: bytes) -> bytes:
    return sha256(version.encode() + payload).digest()
