"""Articles that were found right before: a rule that looks at each alone need not look again."""

from collections.abc import Container
from dataclasses import replace
from pathlib import Path

from bantin.reading import Content
from bantin.runtime.cache import keep_sealed, recall_sealed
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest


class Settled:
    """The articles without a fault, as long as they, the registries and the code stay the same.

    Args:
        content: as it was read.
        memory: file in which they are remembered; it may be missing or damaged at any time.
    """

    def __init__(self, content: Content, memory: Path | None) -> None:
        # What a registry with faults of form holds is not known to the last letter.
        self._memory = None if content.problems else memory
        self._content = content
        self._version = _version(content) if self._memory else ""
        self._known: dict[str, str] = recall_sealed(self._memory, self._version) or {}

    def others(self) -> Content:
        """Return the content with only those articles that have still to be looked at."""
        known, articles = self._known, self._content.articles
        waiting = tuple(a for a in articles if known.get(a.path) != a.digest)
        return replace(self._content, articles=waiting)

    def keep(self, wrong: Container[str]) -> None:
        """Remember every article whose file, by its path from the root, is not wrong."""
        docs = self._content.docs.name
        settled = {
            a.path: a.digest for a in self._content.articles if f"{docs}/{a.path}" not in wrong
        }
        if self._memory and settled != self._known:
            keep_sealed(self._memory, self._version, settled)


def _version(content: Content) -> str:
    files = sorted(content.data.glob("*.yml"))
    texts = (part for file in files for part in (file.name, file.read_bytes().hex()))
    return digest(code_digest(PACKAGE), *texts)
