"""How often each query was asked: only those of several visitors are ever told."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from bantin.search.asked.access_log import Request

# So many queries of one visitor in a day are those of a program.
MOST_A_DAY = 50
# A number of a person or a telephone, an address of mail: told by nobody, however many typed it.
PERSONAL = re.compile(r"(?:\d[ .-]?){9,}|\S+@\S+\.\S+")


class Asked(NamedTuple):
    """A query that several visitors asked.

    Attributes:
        query: in its commonest form.
        visitors: how many asked it; 0 where the log does not tell them apart.
        days: on how many days.
        clicks: how many pages were opened from its results.
    """

    query: str
    visitors: int
    days: int
    clicks: int


class Tally(NamedTuple):
    """The queries of a log.

    Attributes:
        asked: those of several visitors, those of most first.
        withheld: how many others there are, of which nothing is told.
        first: day of the log.
        last: day of the log.
    """

    asked: tuple[Asked, ...]
    withheld: int
    first: date | None
    last: date | None

    @property
    def has_clicks(self) -> bool:
        """Whether the log tells at all which pages were opened from results."""
        return any(one.clicks for one in self.asked)


def tally(requests: Iterable[Request], least: int) -> Tally:
    """Return what was asked by at least so many visitors.

    Where a log does not tell visitors apart, days count in their place.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    askers: dict[str, set[tuple[str, date]]] = defaultdict(set)
    clicks: Counter[str] = Counter()
    for request in requests:
        key = request.query.casefold()
        forms[key][request.query] += 1
        askers[key].add((request.visitor, request.day))
        clicks[key] += request.is_click
    programs = _programs(askers.values())
    people = {key: found - programs for key, found in askers.items() if found - programs}
    days = [day for found in people.values() for _, day in found]
    asked = [
        _asked(forms[key], found, clicks[key])
        for key, found in people.items()
        if _is_told(key, found, least)
    ]
    asked.sort(key=lambda one: (-one.visitors, -one.days, one.query))
    span = (min(days), max(days)) if days else (None, None)
    return Tally(tuple(asked), len(people) - len(asked), *span)


def _programs(askers: Iterable[set[tuple[str, date]]]) -> set[tuple[str, date]]:
    counts = Counter(asker for found in askers for asker in found if asker[0])
    return {asker for asker, count in counts.items() if count > MOST_A_DAY}


def _is_told(key: str, found: set[tuple[str, date]], least: int) -> bool:
    visitors = {visitor for visitor, _ in found if visitor}
    days = {day for visitor, day in found if not visitor}
    return (len(visitors) >= least or len(days) >= least) and not PERSONAL.search(key)


def _asked(forms: Counter[str], found: set[tuple[str, date]], clicks: int) -> Asked:
    visitors = {visitor for visitor, _ in found if visitor}
    days = {day for _, day in found}
    best = min(forms, key=lambda form: (-forms[form], form))
    return Asked(best, len(visitors), len(days), clicks)
