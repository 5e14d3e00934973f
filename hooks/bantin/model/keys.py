"""The keys that records have, read off their annotations: no list of keys is written twice."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import StringConstraints

from bantin.model.article import FrontMatter
from bantin.model.fields import Covers
from bantin.model.problem import FieldPath
from bantin.model.registry import RECORD_TYPES, Glossary
from bantin.model.settings import SiteFile
from bantin.vietnamese.dates import PartialDate


def keys_of(record: type[Any]) -> tuple[str, ...]:
    """Return the keys of a record, in the order in which commands write them."""
    return tuple(record.__dataclass_fields__)


def titles_of(record: type[Any]) -> dict[str, str]:
    """Return the Vietnamese titles of a record's fields, by key."""
    fields = record.__pydantic_fields__
    return {key: field.title or key for key, field in fields.items()}


def parts_of(record: type[Any]) -> dict[str, type[Any]]:
    """Return the kinds of record that a record holds, one of each or a list, by key.

    Mappings are left out: their keys are field paths, such as those of ``to_confirm``.
    """
    return {
        key: one
        for key, annotation in _annotations(record)
        for one in _types(annotation)
        if hasattr(one, "__pydantic_fields__")
    }


def keys_by_path(record: type[Any], above: FieldPath = ()) -> dict[FieldPath, tuple[str, ...]]:
    """Return the keys of a record and of all records within it, by field path.

    Args:
        record: the kind of record.
        above: where it lies itself.
    """
    keys = {above: keys_of(record)}
    for key, part in parts_of(record).items():
        keys |= keys_by_path(part, (*above, key))
    return keys


def _annotations(record: type[Any]) -> Iterator[tuple[str, Any]]:
    return ((key, field.type) for key, field in record.__dataclass_fields__.items())


def _types(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever an annotation holds
    """Yield the types in an annotation such as ``tuple[Date, ...] | None``; none of mappings."""
    arguments = () if get_origin(annotation) is dict else get_args(annotation)
    for argument in arguments:
        yield from _types(argument)
    if not arguments:
        yield annotation


def _date_keys(record: type[Any]) -> Iterator[str]:
    for key, annotation in _annotations(record):
        if any(one is PartialDate for one in _types(annotation)):
            yield key
    for part in parts_of(record).values():
        yield from _date_keys(part)


def _all_annotations(record: type[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a record and of all records within it, with their annotations."""
    yield from _annotations(record)
    for part in parts_of(record).values():
        yield from _all_annotations(part)


def _holds_text(annotation: Any) -> bool:  # noqa: ANN401 - whatever an annotation holds
    """Whether a value may be any text: one that is cut short would still be accepted."""
    limits = getattr(annotation, "__metadata__", ())
    if annotation == Covers or any(isinstance(limit, StringConstraints) for limit in limits):
        return True
    return any(map(_holds_text, get_args(annotation)))


FRONT_MATTER_KEYS = keys_of(FrontMatter)
_CONTENT = (FrontMatter, *RECORD_TYPES.values(), Glossary)
_ANNOTATED = [pair for record in _CONTENT for pair in _all_annotations(record)]
_CONTENT_KEYS = frozenset(key for key, _ in _ANNOTATED)
# Those of settings too: what begins a line with one of them is meant as a field.
KNOWN_KEYS = _CONTENT_KEYS | {key for keys in keys_by_path(SiteFile).values() for key in keys}
# Keys whose values have a form, in every record that has them: dates, ids, closed lists.
CODED_KEYS = _CONTENT_KEYS - {key for key, annotation in _ANNOTATED if _holds_text(annotation)}
# In articles and registries alike; commands write their values as dates.
DATE_KEYS = frozenset(
    key for record in (FrontMatter, *RECORD_TYPES.values()) for key in _date_keys(record)
)
