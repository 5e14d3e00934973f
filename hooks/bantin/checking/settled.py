"""Articles that were found right before: a rule that looks at each alone need not look again."""

from collections.abc import Container
from dataclasses import replace

from bantin.reading import Content
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest

CHECKED = "checked"


class Settled:
    """The articles without a fault, as long as they, the registries and the code stay the same.

    Args:
        content: as it was read.
        cache: where they are saved between checks.
    """

    def __init__(self, content: Content, cache: Cache) -> None:
        # What a registry with faults of form holds is not known to the last letter.
        self._cache = NO_CACHE if content.problems else cache
        self._content = content
        self._version = _version(content)
        self._known: dict[str, str] = self._cache.load(CHECKED, self._version) or {}

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
        if settled != self._known:
            self._cache.save(CHECKED, settled, self._version)


def _version(content: Content) -> str:
    files = sorted(content.data.glob("*.yml"))
    texts = (part for file in files for part in (file.name, file.read_bytes().hex()))
    return digest(code_digest(PACKAGE), *texts)
