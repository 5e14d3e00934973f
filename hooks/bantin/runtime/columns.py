"""Many records taken apart into columns, so that no call for each is needed to read them back.

What is written of a record itself is its class alone. They come back empty, and then each field
is set for all records of a class at once.
"""

import copyreg
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from io import BytesIO
from itertools import chain
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")

# By class: its records, and for each field the values that they hold.
Packed: TypeAlias = dict[type, tuple[list[Any], list[list[Any]]]]

SINGLE = {int, str, type(None)}
PLAIN = {*SINGLE, tuple}


class Parcel(list[T]):
    """A list whose records hold what is equal only once, and travel to other processes packed."""

    def __init__(self, items: Iterable[T]) -> None:
        super().__init__(items)
        self._packed = pack(self)
        for _, columns in self._packed.values():
            columns[:] = map(_shared, columns)
        unpack(self._packed)

    def __reduce__(self) -> tuple[Callable[[bytes], list[T]], tuple[bytes]]:
        return load, (_dump([*self], self._packed),)


def dump(value: object) -> bytes:
    """Return a value, made of tuples, lists, dicts and records with slots, as bytes."""
    return _dump(value, pack([value]))


def load(data: bytes | memoryview) -> Any:  # noqa: ANN401 - whatever was dumped
    """Return the value that was dumped."""
    value, packed = pickle.loads(data)  # noqa: S301 - our own bytes, sealed or from a child
    unpack(packed)
    return value


def pack(values: Sequence[object]) -> Packed:
    """Return the records among some values, and all records that they are made of."""
    found: dict[type, _Table] = {}
    _gather(values, found)
    return {kind: ([*table.records.values()], table.columns) for kind, table in found.items()}


def unpack(packed: Packed) -> None:
    """Give records what they hold."""
    for kind, (records, columns) in packed.items():
        for field, column in zip(fields(kind), columns, strict=True):
            put = getattr(kind, field.name).__set__
            deque(map(put, records, column), maxlen=0)


class _Table:
    """The records of a class by their identity, and what they hold by field."""

    def __init__(self, kind: type) -> None:
        self.names = [field.name for field in fields(kind)]
        self.records: dict[int, Any] = {}
        self.columns: list[list[Any]] = [[] for _ in self.names]

    def add(self, records: Iterable[Any]) -> Iterator[list[Any]]:
        """Take records in, and yield what the new ones hold, a field at a time."""
        known, fresh = self.records, {id(one): one for one in records}
        if known:
            fresh = {key: one for key, one in fresh.items() if key not in known}
        known |= fresh
        for name, column in zip(self.names, self.columns, strict=True):
            values = [*map(attrgetter(name), fresh.values())]
            column.extend(values)
            yield values


def _gather(values: Sequence[Any], found: dict[type, _Table]) -> None:
    kinds = set(map(type, values))
    for kind in kinds - SINGLE:
        those: Iterable[Any] = values
        if len(kinds) > 1:
            those = [value for value in values if type(value) is kind]
        if issubclass(kind, tuple | list):
            _gather([*chain.from_iterable(those)], found)
        elif kind is dict:
            _gather([*chain.from_iterable(one.values() for one in those)], found)
        elif is_dataclass(kind):
            for held in found.setdefault(kind, _Table(kind)).add(those):
                _gather(held, found)


def _shared(column: list[Any]) -> list[Any]:
    """Return a column in which equal values are one."""
    if not _is_plain(column):
        return column
    pool: dict[Any, Any] = {}
    return [pool.setdefault(value, value) for value in column]


def _is_plain(values: Sequence[Any]) -> bool:
    """Whether values are texts, numbers or tuples of such: those compare fast, and as they look."""
    if not PLAIN.issuperset(map(type, values)):
        return False
    parts = [*chain.from_iterable(value for value in values if type(value) is tuple)]
    return not parts or _is_plain(parts)


def _dump(value: object, packed: Packed) -> bytes:
    out = BytesIO()
    pickler = pickle.Pickler(out, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = dict.fromkeys(packed, _emptied)
    pickler.dump((value, packed))
    return out.getvalue()


def _emptied(record: object) -> tuple[Callable[[type], object], tuple[type]]:
    return copyreg.__newobj__, (type(record),)  # type: ignore[attr-defined]  # not in the stubs
