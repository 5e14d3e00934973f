"""The ids of headings: decided here alone."""

import re
from functools import lru_cache

from bantin.vietnamese.slug import slugify

# Ids of the article's template, of footnotes and of tasks, which no heading may take.
RESERVED = re.compile(
    r"noi-dung|tim|nguon|suy-ra|xuat-xu|bai-khac|bai-bao-truoc|du-kien|co-quan-hop|nguoi-du|van-ban-dan|dia-ban"
    r"|lien-quan|den-dau-roi|viec-truoc|muc-luc|hien-thi|(?:fn|fnref|ct|trich|nv)-.*"
)
# For a heading whose text has neither letters nor digits, and before a reserved id.
ANY = "muc"


class PageIds:
    """The ids given on one page."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._numbers: dict[str, int] = {}  # the last one tried for an id

    def assign(self, text: str) -> str:
        """Return the id of the next heading, which no heading before it has."""
        wanted = candidate = wanted_id(text)
        number = self._numbers.get(wanted, 1)
        while candidate in self._given:
            number += 1
            candidate = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self._given.add(candidate)
        return candidate


@lru_cache(1 << 10)  # most headings are those of many articles
def wanted_id(text: str) -> str:
    """Return the id that the first heading with this text has."""
    slug = slugify(text) or ANY
    return f"{ANY}-{slug}" if RESERVED.fullmatch(slug) else slug
