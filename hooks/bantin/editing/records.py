"""A record put into a registry file: only its own lines change."""

from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from bantin.model.keys import DATE_KEYS
from bantin.reading.yaml_reader import Value, load
from bantin.vietnamese.dates import parse_date

_WIDTH = 4000


def insert_record(text: str, fields: dict[str, Any], group: tuple[str, ...] = ()) -> str:
    """Return a registry file with one more record, after the last of its kind.

    Args:
        text: the file; its comments, order and form stay as they are.
        fields: of the record, in the order of the model; what is empty is left out.
        group: keys in which the record before it agrees, the most telling last.
    """
    value, locations = load(text)
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    items = value if isinstance(value, list) else []
    after = _last_like(items, fields, group)
    at = locations.locate((after + 1,)).line - 1 if after + 1 < len(items) else len(lines)
    while at > 0 and at < len(lines) and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    record = dump_record(fields).rstrip("\n").split("\n")
    return "\n".join([*lines[:at], *record, *lines[at:]]) + "\n"


def _last_like(items: list[Value], fields: dict[str, Any], group: tuple[str, ...]) -> int:
    """The position of the last record that agrees in all keys of the group, or in fewer."""
    for size in range(len(group), 0, -1):
        keys = group[:size]
        alike = [
            number
            for number, item in enumerate(items)
            if isinstance(item, dict) and all(item.get(key) == fields.get(key) for key in keys)
        ]
        if alike:
            return alike[-1]
    return len(items) - 1


def dump_record(fields: dict[str, Any]) -> str:
    """Return one record in the house form of the registries."""
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    filled = {key: _styled(key, value) for key, value in fields.items() if value}
    yaml.dump([filled], out)
    lines = out.getvalue().split("\n")
    return "\n".join(line.removeprefix("  ") for line in lines)


def _styled(key: str, value: Any) -> Any:  # noqa: ANN401 - YAML of any shape
    if isinstance(value, list):
        return [_styled("", item) for item in value]
    if key in DATE_KEYS and isinstance(value, str):
        day = parse_date(value)
        return day.first if day.precision == "day" else value
    if isinstance(value, str) and (": " in value or value[:1] in "-*&!%@`"):
        return DoubleQuotedScalarString(value)
    return value
