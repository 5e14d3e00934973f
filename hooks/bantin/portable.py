"""Records that travel cheaply between processes and builds."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar

Record = TypeVar("Record", bound=type)


def portable(cls: Record) -> Record:
    """Give a frozen record with slots a state that is taken and set without looking fields up.

    What ``dataclasses`` gives such records asks for their fields each time, which takes longer
    than all else in reading a large archive back.
    """
    names = tuple(cls.__dataclass_fields__)
    setters = tuple(cls.__dict__[name].__set__ for name in names)
    cls.__getstate__ = _taker(names)
    cls.__setstate__ = _setter(setters)
    return cls


def _taker(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    take = attrgetter(*names)
    return lambda record: take(record) if len(names) > 1 else (take(record),)


def _setter(setters: tuple[Callable[[Any, Any], None], ...]) -> Callable[[Any, Any], None]:
    def set_state(record: object, state: tuple[Any, ...]) -> None:
        for put, value in zip(setters, state, strict=True):
            put(record, value)

    return set_state
