"""A record inserted into a registry file, whose other lines stay as they are; and a trial of it."""

from collections.abc import Iterable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

from ruamel.yaml import YAML

from bantin.checking import check
from bantin.importing.drafting.scalars import scalar
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.reading.registry import read_registries
from bantin.reading.yaml.reader import Value, load

_WIDTH = 4000


def insert_record(text: str, fields: dict[str, Any], group: tuple[str, ...] = ()) -> str:
    """Return a registry file with one more record, after the last of its group.

    Args:
        text: the file; its comments, order and form stay as they are.
        fields: of the record, in the order of the model; empty ones are left out.
        group: keys whose values make a group, from the widest to the narrowest.
    """
    value, locations = load(text)
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    records = value if isinstance(value, list) else []
    next_ = _last_of_group(records, fields, group) + 1
    at = locations.locate((next_,)).line - 1 if next_ < len(records) else len(lines)
    # Comments above a record belong to it: the new one goes above them.
    while 0 < at < len(lines) and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    record = dump_record(fields).rstrip("\n").split("\n")
    return "\n".join([*lines[:at], *record, *lines[at:]]) + "\n"


def _last_of_group(records: list[Value], fields: dict[str, Any], group: tuple[str, ...]) -> int:
    """Return the position of the last record in the narrowest group that has any."""
    for size in range(len(group), 0, -1):
        keys = group[:size]
        members = [
            position
            for position, record in enumerate(records)
            if isinstance(record, dict) and all(record.get(key) == fields.get(key) for key in keys)
        ]
        if members:
            return members[-1]
    return len(records) - 1


def dump_record(fields: dict[str, Any]) -> str:
    """Return one record as the registries write it: two spaces, dates bare, quotes where needed."""
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    filled = {key: _scalar(key, value) for key, value in fields.items() if value}
    yaml.dump([filled], out)
    lines = out.getvalue().split("\n")
    return "\n".join(line.removeprefix("  ") for line in lines)


def _scalar(key: str, value: Any) -> Any:  # noqa: ANN401 - YAML of any shape
    if isinstance(value, list):
        return [_scalar(key, item) for item in value]
    return scalar(value, key) if isinstance(value, str) else value


def new_problems(content: Content, name: str, text: str) -> list[str]:
    """Return what would be wrong with the content if a registry file had this text.

    Args:
        content: as it is now; its own problems do not count.
        name: of the registry, such as ``agencies``.
        text: the file as it would be written.
    """
    old = set(_messages(content))
    with TemporaryDirectory() as folder:
        data = Path(folder) / content.data.name
        copytree(content.data, data)
        (data / f"{name}.yml").write_text(text, encoding="utf-8", newline="\n")
        registries, problems = read_registries(data)
        if problems:
            return [problem.message for problem in problems]
        changed = replace(content, registries=registries)
        return [message for message in _messages(changed) if message not in old]


def _messages(content: Content) -> Iterable[str]:
    return [p.message for p in check(content) if p.severity is Severity.PROBLEM]
