"""Errors of pydantic as Problems: one Vietnamese sentence each, on its line."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from bantin.model import Problem
from bantin.model.fields import quote
from bantin.model.keys import keys_by_path
from bantin.model.problem import MOST_TOLD
from bantin.model.suggestion import LIKE_ONE_OF_FEW, suggest
from bantin.reading.yaml.reader import FieldLocations, FieldPath, LineColumn
from bantin.vietnamese.odd_characters import plain, show_odd

EMPTY = "trường bắt buộc này đang để trống"
# Where no key is near the unknown one, all are listed if they are no more than this.
MOST_LISTED = 8
BULLETS = re.compile("[-–—−•·▪*+]")

# A function from an error and the keys allowed next to the field to its message.
Explain: TypeAlias = Callable[[ErrorDetails, Sequence[str]], str]


def problems_of(
    path: str,
    errors: Iterable[ErrorDetails],
    locations: FieldLocations,
    record: type,
    under: FieldPath = (),
) -> list[Problem]:
    """Return one Problem for each error, on the line of its field.

    Args:
        path: the file, from the project root.
        errors: what ``ValidationError.errors()`` gave.
        locations: where the fields are written.
        record: the kind of record that was validated; its keys are proposed for unknown ones.
        under: path of the validated value within the file.
    """
    keys, listed = keys_by_path(record), [*errors]
    problems = [_problem(path, error, locations, keys, under) for error in listed[:MOST_TOLD]]
    if rest := len(listed) - MOST_TOLD:
        message = f"còn {rest} lỗi nữa trong cùng khối này"
        problems += [Problem(problems[-1].location, message)] if rest > 0 else []
    return problems


def _problem(
    path: str,
    error: ErrorDetails,
    locations: FieldLocations,
    keys: Mapping[FieldPath, tuple[str, ...]],
    under: FieldPath,
) -> Problem:
    field: FieldPath = error["loc"]
    explain = EXPLAIN.get(error["type"], _custom if error["type"].endswith("_form") else _other)
    parent = tuple(part for part in field[:-1] if isinstance(part, str))
    full = (*under, *field)
    is_empty = error["type"] == "missing" and locations.has(full)
    message = EMPTY if is_empty else explain(error, keys.get(parent, ()))
    at = locations.locate_key(full) if is_empty else _locate(full, error["type"], locations)
    return Problem(at.of(path), message, ".".join(map(str, field)))


def _locate(field: FieldPath, error_type: str, locations: FieldLocations) -> LineColumn:
    if error_type == "unexpected_keyword_argument":
        return locations.locate_key(field)
    if error_type == "missing":
        return locations.locate(field[:-1])
    return locations.locate(field)


def _quoted(error: ErrorDetails) -> str:
    value: Any = error["input"]
    if isinstance(value, dict):
        return "một khối các trường"
    return "một danh sách" if isinstance(value, list | tuple) else f"«{quote(value)}»"


def _unknown(error: ErrorDetails, keys: Sequence[str]) -> str:
    key = str(error["loc"][-1])
    odd = show_odd(key)
    hint = suggest(plain(key), keys, least=LIKE_ONE_OF_FEW)
    if not hint and 0 < len(keys) <= MOST_LISTED:
        hint = f"; ở đây chỉ có: {', '.join(keys)}"
    return f"không có trường nào tên «{quote(key)}»{odd}{hint}"


def _choice(error: ErrorDetails, _: Sequence[str]) -> str:
    allowed = [
        part.strip(" '") for part in error["ctx"]["expected"].replace(" or ", ", ").split(",")
    ]
    written = str(error["input"])
    hint = suggest(plain(written), allowed, least=LIKE_ONE_OF_FEW)
    return (
        f"thấy {_quoted(error)}{show_odd(written)}, chỉ nhận một trong: {', '.join(allowed)}{hint}"
    )


def _custom(error: ErrorDetails, _: Sequence[str]) -> str:
    return error["msg"]


def _one_value(error: ErrorDetails, _: Sequence[str]) -> str:
    if isinstance(error["input"], dict | list):
        return f"thấy {_quoted(error)}, cần một giá trị viết trên một dòng"
    return error["msg"]


def _list(error: ErrorDetails, _: Sequence[str]) -> str:
    found = _quoted(error)
    if match := BULLETS.match(str(error["input"])):
        is_glued = match[0] == "-"
        reason = (
            "thiếu dấu cách sau «-»" if is_glued else f"«{match[0]}» không mở mục của danh sách"
        )
        found += f" ({reason})"
    return f"thấy {found}, cần một danh sách, mỗi mục một dòng bắt đầu bằng «- »"


def _other(error: ErrorDetails, _: Sequence[str]) -> str:
    return f"thấy {_quoted(error)}, không dùng được ở đây"


def _wants(what: str) -> Explain:
    return lambda error, _: f"thấy {_quoted(error)}, cần {what}"


EXPLAIN: dict[str, Explain] = {
    "missing": lambda _error, _keys: "thiếu trường bắt buộc này",
    "unexpected_keyword_argument": _unknown,
    "literal_error": _choice,
    "string_type": _wants("một dòng chữ"),
    "string_too_short": _wants("một dòng chữ không trống"),
    "string_too_long": lambda error, _: f"dài quá {error['ctx']['max_length']} ký tự",
    "tuple_type": _list,
    "too_long": lambda error, _: f"dài quá {error['ctx']['max_length']} ký tự",
    "dict_type": _wants("một khối các trường thụt vào dưới"),
    "dataclass_type": _wants("một khối các trường thụt vào dưới"),
    "bool_parsing": _wants("true hoặc false"),
    "bool_type": _wants("true hoặc false"),
    "date_form": _one_value,
    "span_form": _one_value,
    "covers_form": _one_value,
    "slug_form": _one_value,
    "url_form": _one_value,
    "task_id_form": _one_value,
    "task_address_form": _one_value,
    "party_form": _custom,
}
