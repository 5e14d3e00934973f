"""Succession among records: one graph walk, and the queries that use it.

Registries say of each record what came after it (``succeeded_by``, ``renews``, …) as ids. What
editors write may name unknown ids and may form a cycle; every function here ends all the same.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar


class Record(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


class Ending(Record, Protocol):
    """A record that may have ended."""

    @property
    def has_ended(self) -> bool:
        """Whether it no longer exists by this name."""
        ...


R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=Ending)
SUCCESSION = "succeeded_by"


def walk(start: str, following: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """Yield every id reached from ``start``, the nearest first, each once.

    ``start`` itself is yielded only where a cycle leads back to it.
    """
    seen: set[str] = set()
    pending = deque(following(start))
    while pending:
        id_ = pending.popleft()
        if id_ not in seen:
            seen.add(id_)
            yield id_
            pending.extend(following(id_))


def linked_ids(record: Any, field: str) -> tuple[str, ...]:  # noqa: ANN401 - a record of any kind
    """Return the ids in a field that holds one id, several or none; none without the field."""
    value = getattr(record, field, None)
    return (value,) if isinstance(value, str) else tuple(value or ())


def descendants(records: Mapping[str, R], id_: str, field: str = SUCCESSION) -> list[R]:
    """Return all that a record became, the nearest first, itself left out."""

    def following(current: str) -> Iterator[str]:
        return (i for i in linked_ids(records[current], field) if i in records)

    return [records[other] for other in walk(id_, following) if other != id_]


def predecessors(records: Mapping[str, R], field: str = SUCCESSION) -> dict[str, list[R]]:
    """Return, by id, the records whose field names that id."""
    before: dict[str, list[R]] = defaultdict(list)
    for record in records.values():
        for id_ in linked_ids(record, field):
            before[id_].append(record)
    return dict(before)


def ancestors(before: Mapping[str, list[R]], id_: str) -> list[R]:
    """Return all that a record came from, the nearest first.

    Args:
        before: what ``predecessors`` gave.
        id_: of the record, which is itself left out.
    """
    reached: dict[str, R] = {}

    def preceding(current: str) -> list[str]:
        group = {record.id: record for record in before.get(current, ())}
        reached.update(group)
        return list(group)

    return [reached[other] for other in walk(id_, preceding) if other != id_]


def heirs(records: Mapping[str, E], record: E) -> tuple[E, ...]:
    """Return the records that carry a record on today, or itself; none where the line has ended."""
    line = (record, *descendants(records, record.id))
    return tuple(one for one in line if not one.has_ended)


def kin(records: Mapping[str, R], id_: str) -> list[R]:
    """Return all that a record became, then all that it came from, the nearest first."""
    line = [*descendants(records, id_), *ancestors(predecessors(records), id_)]
    return list({record.id: record for record in line}.values())


def in_cycle(records: Mapping[str, Record], field: str) -> list[str]:
    """Return the ids whose line, along a field, leads back to themselves."""

    def following(current: str) -> tuple[str, ...]:
        return linked_ids(records.get(current), field)

    return [id_ for id_ in records if id_ in walk(id_, following)]
