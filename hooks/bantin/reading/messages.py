"""What pydantic found, said in Vietnamese to the editor."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from bantin.model import Place, Problem
from bantin.model.fields import shown
from bantin.model.keys import keys_by_path
from bantin.model.suggestion import LIKE_ONE_OF_FEW, suggest
from bantin.reading.nodes import FieldPath, Mark, Marks

# Keys named to who wrote one that is near none of them; more would hide the message.
MOST_LISTED = 8

Explain: TypeAlias = Callable[[ErrorDetails, Iterable[str]], str]


def problems_of(
    path: str,
    errors: Iterable[ErrorDetails],
    marks: Marks,
    record: type,
    under: FieldPath = (),
) -> list[Problem]:
    """Return one Problem an error, each at the line of the field it speaks of.

    Args:
        path: file from the project root.
        errors: what ``ValidationError.errors()`` gave.
        marks: places of the fields.
        record: the kind of record that was validated, for the keys that are right.
        under: where the validated value stands in the file.
    """
    keys = keys_by_path(record)
    return [_problem(path, error, marks, keys, under) for error in errors]


def _problem(
    path: str,
    error: ErrorDetails,
    marks: Marks,
    keys: Mapping[FieldPath, tuple[str, ...]],
    under: FieldPath,
) -> Problem:
    where: FieldPath = error["loc"]
    explain = EXPLAIN.get(error["type"], _custom)
    parent = tuple(part for part in where[:-1] if isinstance(part, str))
    message = explain(error, keys.get(parent, ()))
    mark = _mark((*under, *where), error["type"], marks)
    return Problem(Place(path, mark.line, mark.column), message, ".".join(map(str, where)))


def _mark(where: FieldPath, kind: str, marks: Marks) -> Mark:
    if kind == "unexpected_keyword_argument":
        return marks.locate_key(where)
    if kind == "missing":
        return marks.locate(where[:-1])
    return marks.locate(where)


def _found(error: ErrorDetails) -> str:
    value: Any = error["input"]
    if isinstance(value, dict):
        return "một khối các trường"
    return "một danh sách" if isinstance(value, list | tuple) else f"«{shown(value)}»"


def _unknown(error: ErrorDetails, known: Iterable[str]) -> str:
    key, keys = str(error["loc"][-1]), tuple(known)
    hint = suggest(key, keys, least=LIKE_ONE_OF_FEW)
    if not hint and 0 < len(keys) <= MOST_LISTED:
        hint = f"; ở đây chỉ có: {', '.join(keys)}"
    return f"không có trường nào tên «{key}»{hint}"


def _choice(error: ErrorDetails, _: Iterable[str]) -> str:
    allowed = [
        part.strip(" '") for part in error["ctx"]["expected"].replace(" or ", ", ").split(",")
    ]
    hint = suggest(str(error["input"]), allowed, least=LIKE_ONE_OF_FEW)
    return f"thấy {_found(error)}, chỉ nhận một trong: {', '.join(allowed)}{hint}"


def _custom(error: ErrorDetails, _: Iterable[str]) -> str:
    return error["msg"]


def _one_value(error: ErrorDetails, _: Iterable[str]) -> str:
    if isinstance(error["input"], dict | list):
        return f"thấy {_found(error)}, cần một giá trị viết trên một dòng"
    return error["msg"]


def _wants(what: str) -> Explain:
    return lambda error, _: f"thấy {_found(error)}, cần {what}"


EXPLAIN: dict[str, Explain] = {
    "missing": lambda _error, _known: "thiếu trường bắt buộc này",
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
