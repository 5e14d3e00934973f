"""A table of open data, defined by its columns: files, schema and dictionary follow from them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bantin.runtime.fingerprint import digest

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One field: its name, its meaning, the JSON Schema of its values, and how to get a value."""

    name: str
    meaning: str
    schema: Schema
    value: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Records of one kind; every row has every column, with null for what is not known.

    Attributes:
        key: gives a digest of all that a record's row is made from. Without it the row itself is
            made and digested, which is what reusing rows should save.
    """

    name: str
    title: str
    meaning: str
    columns: Sequence[Column]
    records: Sequence[Any]
    key: Callable[[Any], str] | None = None

    def key_of(self, record: object) -> str:
        """Return a digest of all that a record's row is made from."""
        return self.key(record) if self.key else digest(repr(self.row(record)))

    def rows(self) -> list[dict[str, Any]]:
        """Return the records as plain values."""
        return [self.row(record) for record in self.records]

    def row(self, record: object) -> dict[str, Any]:
        """Return a record as plain values."""
        return {column.name: column.value(record) for column in self.columns}

    def row_schema(self) -> dict[str, Any]:
        """Return the JSON Schema of one row."""
        return record(**{c.name: {**c.schema, "description": c.meaning} for c in self.columns})


def nullable(schema: Schema) -> Schema:
    """The schema of a value that may not be known."""
    return {**schema, "type": [schema["type"], "null"]}


def list_of(schema: Schema) -> Schema:
    """The schema of a list; an empty list, never null, where there is nothing."""
    return {"type": "array", "items": schema}


def record(**properties: Schema) -> dict[str, Any]:
    """The schema of an object that has exactly these properties."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def one_of(*values: str | None) -> Schema:
    """The schema of a value from a closed list."""
    return {"enum": values}


TEXT: Schema = {"type": "string"}
MAYBE_TEXT = nullable(TEXT)
COUNT: Schema = {"type": "integer", "minimum": 0}
TRUTH: Schema = {"type": "boolean"}
TEXTS = list_of(TEXT)
NOTES: Schema = {"type": "object", "additionalProperties": TEXT}
DATE: Schema = {"type": "string", "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2})$"}
MAYBE_DATE = nullable(DATE)
ADDRESS: Schema = {"type": "string", "format": "uri-reference"}
MAYBE_ADDRESS = nullable({"type": "string", "format": "uri"})
PARTY = record(id=MAYBE_TEXT, name=MAYBE_TEXT)
