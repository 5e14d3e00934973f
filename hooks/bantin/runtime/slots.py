"""Records that travel cheaply between processes and builds."""

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def portable(cls: type[T]) -> type[T]:
    """Give a frozen record with slots a state that is taken and set without looking fields up.

    What ``dataclasses`` gives such records asks for their fields each time, which takes longer
    than all else in reading a large archive back.
    """
    names = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]  # mypy does not see that it is one
    setters = tuple(getattr(cls, name).__set__ for name in names)
    methods = {"__getstate__": _taker(names), "__setstate__": _setter(setters)}
    for name, method in methods.items():
        setattr(cls, name, method)
    return cls


def _taker(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    take = attrgetter(*names)
    return lambda record: take(record) if len(names) > 1 else (take(record),)


def _setter(setters: tuple[Callable[[Any, Any], None], ...]) -> Callable[[Any, Any], None]:
    def set_state(record: object, state: tuple[Any, ...]) -> None:
        for put, value in zip(setters, state, strict=True):
            put(record, value)

    return set_state
