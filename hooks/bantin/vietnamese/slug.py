"""Addresses: a title as an ASCII slug."""

import re
from functools import lru_cache

from bantin.vietnamese.fold import fold


@lru_cache(maxsize=10_000)
def slugify(text: str, limit: int = 80) -> str:
    """Return ASCII words joined by hyphens, at most ``limit`` characters, whole words only.

    A first word longer than the limit is cut; a text without Latin letters or digits gives "".
    """
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(text)))
    if len(slug) <= limit:
        return slug
    return slug[: limit + 1].rpartition("-")[0] or slug[:limit]
