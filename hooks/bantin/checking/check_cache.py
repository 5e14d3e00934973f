"""Articles that an earlier check found right: rules of single articles need not run on them."""

from collections.abc import Container
from dataclasses import replace

from bantin.reading import Content
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest

CHECKED = "checked"


class CheckCache:
    """The articles without a problem, valid while they, the registries and the code are the same.

    Args:
        content: as it was read.
        cache: where they are saved between checks.
    """

    def __init__(self, content: Content, cache: Cache) -> None:
        # An article may name a record that could not be read: once it can, the answer may differ.
        self._cache = NO_CACHE if content.problems else cache
        self._content = content
        self._version = _version(content)
        self._digests: dict[str, str] = self._cache.load(CHECKED, self._version) or {}

    def unchecked(self) -> Content:
        """Return the content with only those articles that have still to be checked."""
        digests, articles = self._digests, self._content.articles
        unchecked = tuple(a for a in articles if digests.get(a.path) != a.digest)
        return replace(self._content, articles=unchecked)

    def save(self, wrong: Container[str]) -> None:
        """Save which articles are right: all whose file is not among the wrong ones."""
        content = self._content
        digests = {a.path: a.digest for a in content.articles if content.file_of(a) not in wrong}
        if digests != self._digests:
            self._cache.save(CHECKED, digests, self._version)


def _version(content: Content) -> str:
    files = sorted(file for file in content.data.rglob("*.yml") if file.is_file())
    texts = (part for file in files for part in (file.name, file.read_bytes().hex()))
    return digest(code_digest(PACKAGE), *texts)
