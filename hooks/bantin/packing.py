"""Many records taken apart into columns, so that no call for each is needed to read them back.

What is written of a record itself is its class alone. They come back empty, and then each field
is set for all records of a class at once.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any, TypeAlias

# By class: its records, and for each field the values that they hold.
Packed: TypeAlias = dict[type, tuple[list[Any], list[list[Any]]]]


def pack(records: Iterable[object]) -> Packed:
    """Return records, which have slots, and all records that they are made of."""
    found: dict[type, dict[int, Any]] = {}
    for record in records:
        _gather(record, found)
    return {kind: _columns(kind, list(known.values())) for kind, known in found.items()}


def unpack(packed: Packed) -> None:
    """Give records that came back empty what they held."""
    for kind, (records, columns) in packed.items():
        for field, column in zip(fields(kind), columns, strict=True):
            put = getattr(kind, field.name).__set__
            deque(map(put, records, column), maxlen=0)


def _gather(one: Any, found: dict[type, dict[int, Any]]) -> None:  # noqa: ANN401 - whatever is held
    kind = type(one)
    if kind is str:
        return
    if kind is tuple:
        for part in one:
            _gather(part, found)
    elif kind is dict:
        _gather(tuple(one.values()), found)
    elif is_dataclass(kind) and id(one) not in (known := found.setdefault(kind, {})):
        known[id(one)] = one
        for field in fields(kind):
            _gather(getattr(one, field.name), found)


def _columns(kind: type, records: list[Any]) -> tuple[list[Any], list[list[Any]]]:
    return records, [[getattr(one, field.name) for one in records] for field in fields(kind)]
