"""Errors of pydantic as Problems: one Vietnamese sentence each, on its line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from bantin.model import Problem
from bantin.model.fields import quote
from bantin.model.keys import keys_by_path
from bantin.model.suggestion import LIKE_ONE_OF_FEW, suggest
from bantin.reading.yaml_reader import FieldLocations, FieldPath, LineColumn

# Where no key is near the unknown one, all are listed if they are no more than this.
MOST_LISTED = 8

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
    keys = keys_by_path(record)
    return [_problem(path, error, locations, keys, under) for error in errors]


def _problem(
    path: str,
    error: ErrorDetails,
    locations: FieldLocations,
    keys: Mapping[FieldPath, tuple[str, ...]],
    under: FieldPath,
) -> Problem:
    field: FieldPath = error["loc"]
    explain = EXPLAIN.get(error["type"], _custom)
    parent = tuple(part for part in field[:-1] if isinstance(part, str))
    message = explain(error, keys.get(parent, ()))
    at = _locate((*under, *field), error["type"], locations)
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
    hint = suggest(key, keys, least=LIKE_ONE_OF_FEW)
    if not hint and 0 < len(keys) <= MOST_LISTED:
        hint = f"; ở đây chỉ có: {', '.join(keys)}"
    return f"không có trường nào tên «{key}»{hint}"


def _choice(error: ErrorDetails, _: Sequence[str]) -> str:
    allowed = [
        part.strip(" '") for part in error["ctx"]["expected"].replace(" or ", ", ").split(",")
    ]
    hint = suggest(str(error["input"]), allowed, least=LIKE_ONE_OF_FEW)
    return f"thấy {_quoted(error)}, chỉ nhận một trong: {', '.join(allowed)}{hint}"


def _custom(error: ErrorDetails, _: Sequence[str]) -> str:
    return error["msg"]


def _one_value(error: ErrorDetails, _: Sequence[str]) -> str:
    if isinstance(error["input"], dict | list):
        return f"thấy {_quoted(error)}, cần một giá trị viết trên một dòng"
    return error["msg"]


def _wants(what: str) -> Explain:
    return lambda error, _: f"thấy {_quoted(error)}, cần {what}"


EXPLAIN: dict[str, Explain] = {
    "missing": lambda _error, _keys: "thiếu trường bắt buộc này",
    "unexpected_keyword_argument": _unknown,
    "literal_error": _choice,
    "string_type": _wants("một dòng chữ"),
    "string_too_short": _wants("một dòng chữ không trống"),
    "string_too_long": lambda error, _: f"dài quá {error['ctx']['max_length']} ký tự",
    "tuple_type": _wants("một danh sách, mỗi mục một dòng bắt đầu bằng «- »"),
    "dict_type": _wants("một khối các trường thụt vào dưới"),
    "dataclass_type": _wants("một khối các trường thụt vào dưới"),
    "bool_parsing": _wants("true hoặc false"),
    "bool_type": _wants("true hoặc false"),
    "date_form": _one_value,
    "span_form": _one_value,
    "covers_form": _one_value,
    "slug_form": _one_value,
    "url_form": _one_value,
    "party_form": _custom,
}
