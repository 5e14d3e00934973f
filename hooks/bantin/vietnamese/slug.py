"""Addresses: a title as an ASCII slug."""

import re
from functools import lru_cache

from bantin.vietnamese.fold import fold


@lru_cache(maxsize=10_000)  # the same names are linked from many pages
def slugify(text: str, limit: int = 80) -> str:
    """Return the folded words of a text joined by hyphens: “Sơ kết 2 năm” as ``so-ket-2-nam``.

    Args:
        text: a title or name.
        limit: most characters; the slug ends with a whole word, unless the first word alone is
            longer.

    Returns:
        The slug; empty for a text without Latin letters or digits.
    """
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(text)))
    if len(slug) <= limit:
        return slug
    return slug[: limit + 1].rpartition("-")[0] or slug[:limit]
