"""Fields of the browser editor, made from the JSON Schema of a record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from bantin.admin.patterns import COVERS, DATE, TERM
from bantin.admin.wording import CHOICES, HINTS, KEY_LABEL, SINGULAR, SUMMARIES, VALUE_LABEL
from bantin.model.fields import (
    DATE_FORMS,
    FIRST_ADDRESS_FORM,
    NEWS_ADDRESS,
    SLUG,
    SLUG_FORM,
    WEB_ADDRESS,
    Covers,
    Date,
    FirstAddress,
    Slug,
    Term,
    WebAddress,
)
from bantin.model.labels import capitalise
from bantin.model.tasks.record import (
    TASK_ADDRESS,
    TASK_ADDRESS_FORM,
    TASK_ID,
    TASK_ID_FORM,
    TaskAddress,
    TaskId,
)

Schema: TypeAlias = Mapping[str, Any]
Field: TypeAlias = dict[str, Any]

# The schema of a kind of value, the pattern by which the editor checks it, and its message.
FORMS: list[tuple[Schema, str, str]] = [
    (TypeAdapter(Date).json_schema(), DATE, f"Cần ngày có thật, {DATE_FORMS}, hoặc 25/4/2024"),
    (
        TypeAdapter(Term).json_schema(),
        TERM,
        "Cần 2022-2026, 2013- hoặc 2022, năm trước ghi trước",
    ),
    (TypeAdapter(Covers).json_schema(), COVERS, "Năm sau không thể trước năm đầu"),
    (
        TypeAdapter(WebAddress).json_schema(),
        f"^{WEB_ADDRESS.pattern}$",
        "Cần địa chỉ bắt đầu bằng https://",
    ),
    (
        TypeAdapter(FirstAddress).json_schema(),
        f"^{NEWS_ADDRESS.pattern}$",
        f"Cần {FIRST_ADDRESS_FORM}",
    ),
    (TypeAdapter(TaskId).json_schema(), f"^{TASK_ID.pattern}$", f"Cần {TASK_ID_FORM}"),
    (
        TypeAdapter(TaskAddress).json_schema(),
        f"^{TASK_ADDRESS.pattern}$",
        f"Cần {TASK_ADDRESS_FORM}",
    ),
    (
        TypeAdapter(Slug).json_schema(),
        f"^{SLUG.pattern}$",
        capitalise(SLUG_FORM),
    ),
]


@dataclass(frozen=True, slots=True)
class FieldMaker:
    """Turns properties of a schema into fields.

    Attributes:
        overrides: what the schema does not say, by path such as ``photos.src``; one with a
            widget replaces what the schema gives, any other is merged into it.
        defs: the records that the schema refers to.
    """

    overrides: Mapping[str, Field]
    defs: Mapping[str, Schema]

    def fields(self, record: Schema, above: str = "") -> list[Field]:
        """Return the fields of a record, in the order of the model."""
        required = record.get("required", ())
        return [
            self._field(name, f"{above}{name}", schema, required=name in required)
            for name, schema in record["properties"].items()
        ]

    def _field(self, name: str, path: str, schema: Schema, *, required: bool) -> Field:
        bare = _without_null(schema)
        field: Field = {"name": name, "label": schema.get("title", name), "required": required}
        if path in HINTS:
            field["hint"] = HINTS[path]
        override = self.overrides.get(path, {})
        return field | (override if "widget" in override else self._widget(path, bare) | override)

    def _widget(self, path: str, schema: Schema) -> Field:
        if "$ref" in schema:
            return {"widget": "object", "fields": self._record(path, schema)}
        if "enum" in schema:
            return {"widget": "select", "options": _options(path, schema["enum"])}
        kinds = {"array": self._list, "object": self._map, "boolean": _switch, "string": _text}
        return kinds[schema["type"]](path, schema)

    def _record(self, path: str, schema: Schema) -> list[Field]:
        return self.fields(self.defs[schema["$ref"].rpartition("/")[2]], f"{path}.")

    def _list(self, path: str, schema: Schema) -> Field:
        items = _without_null(schema["items"])
        if "enum" in items:
            return {
                "widget": "select",
                "multiple": True,
                "options": _options(path, items["enum"]),
                "dropdown_threshold": len(items["enum"]),
            }
        if "$ref" in items:
            return _rows(path, self._record(path, items))
        item = self._widget(path, items) | {"name": "item", "label": SINGULAR.get(path, "mục")}
        return {"widget": "list", "label_singular": SINGULAR.get(path, "mục"), "field": item}

    def _map(self, path: str, schema: Schema) -> Field:
        """Return a list of pairs for a mapping: the editor takes dots in a key for levels."""
        values = schema["additionalProperties"]
        key = {"name": "field", "label": KEY_LABEL, "widget": "string", "required": True}
        if "$ref" in values:
            return _rows(path, [key, *self._record(path, values)])
        value = {"name": "value", "label": VALUE_LABEL, "required": True, "widget": "text"}
        return _rows(path, [key, value])


def make_fields(record: type, overrides: Mapping[str, Field]) -> list[Field]:
    """Return the editor's fields for a record of the model."""
    schema = TypeAdapter(record).json_schema()
    return FieldMaker(overrides, schema.get("$defs", {})).fields(schema)


def leaves(fields: list[Field], above: str = "") -> Iterator[tuple[str, Field]]:
    """Yield every field with its path, those within objects and lists included."""
    for field in fields:
        path = f"{above}{field['name']}"
        yield path, field
        yield from leaves(field.get("fields", []), f"{path}.")


def _rows(path: str, fields: list[Field]) -> Field:
    singular = SINGULAR.get(path, "mục")
    rows: Field = {"widget": "list", "label_singular": singular, "collapsed": "auto"}
    if path in SUMMARIES:
        rows["summary"] = SUMMARIES[path]
    return rows | {"fields": fields}


def _without_null(schema: Schema) -> Schema:
    """Return the schema of the value itself, without title, default and null."""
    if "anyOf" in schema:
        return _without_null(next(one for one in schema["anyOf"] if one.get("type") != "null"))
    return {key: value for key, value in schema.items() if key not in {"title", "default"}}


def _options(path: str, values: list[str]) -> list[Field]:
    names = CHOICES.get(path, {})
    return [{"label": names.get(value, value), "value": value} for value in values]


def _switch(_path: str, _schema: Schema) -> Field:
    return {"widget": "boolean", "default": False}


def _text(_path: str, schema: Schema) -> Field:
    for form, pattern, message in FORMS:
        if form == schema:
            return {"widget": "string", "pattern": [pattern, message]}
    limit = {"maxlength": schema["maxLength"]} if "maxLength" in schema else {}
    return {"widget": "string", **limit}
