"""Articles remembered from an earlier reading, by path; valid while the source is unchanged.

The file may be missing, cut short or damaged at any time: its seal is checked
before anything in it is believed, and without it all sources are read anew.
"""

import pickle
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from bantin.model import Article

SEAL = sha256().digest_size


def recall_articles(file: Path | None, version: str) -> Mapping[str, Article]:
    """Return the articles of an earlier reading by the same code, or none.

    Args:
        file: where ``keep_articles`` wrote; None for a reading without memory.
        version: digest of the code that reads.
    """
    data = file.read_bytes() if file and file.is_file() else b""
    seal, payload = data[:SEAL], data[SEAL:]
    if len(seal) < SEAL or seal != _seal(version, payload):
        return {}
    articles: list[Article] = pickle.loads(payload)  # noqa: S301 - sealed by our own code
    return {article.path: article for article in articles}


def keep_articles(file: Path, version: str, articles: Iterable[Article]) -> None:
    """Write articles for the next reading, in one step."""
    payload = pickle.dumps(list(articles), protocol=pickle.HIGHEST_PROTOCOL)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(_seal(version, payload) + payload)
    fresh.replace(file)


def _seal(version: str, payload: bytes) -> bytes:
    return sha256(version.encode() + payload).digest()
