"""The registries read from ``data/*.yml``."""

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bantin.model import (
    Glossary,
    Place,
    Problem,
    Registries,
)
from bantin.model.registry import RECORD_TYPES
from bantin.reading.frontmatter import LINKED, decode
from bantin.reading.messages import problems_of
from bantin.reading.nodes import Marks, Value, YamlError, load


def read_registries(folder: Path) -> tuple[Registries, list[Problem]]:
    """Return the registries of a data folder; a file that is absent is an empty registry."""
    problems: list[Problem] = []
    kept: dict[str, dict[str, Any]] = {}
    for name in RECORD_TYPES:
        kept[name] = _read_records(folder, name, problems)
    return Registries(**kept, glossary=_read_glossary(folder, problems)), problems


def load_file(folder: Path, name: str) -> tuple[Value, Marks] | Problem | None:
    """Return the raw value of ``<name>.yml`` with its places; None where there is no file."""
    file, shown = folder / f"{name}.yml", f"{folder.name}/{name}.yml"
    if not file.is_file():
        return None
    if file.is_symlink():
        return Problem(Place(shown), LINKED)
    text = decode(shown, file.read_bytes())
    if isinstance(text, Problem):
        return text
    try:
        return load(text)
    except YamlError as fault:
        return Problem(Place(shown, fault.mark.line, fault.mark.column), fault.message)


def _read_records(folder: Path, name: str, problems: list[Problem]) -> dict[str, Any]:
    shown, loaded = f"{folder.name}/{name}.yml", load_file(folder, name)
    if loaded is None or isinstance(loaded, Problem):
        problems.extend([loaded] if loaded else [])
        return {}
    value, marks = loaded
    if not isinstance(value, list):
        if value:
            problems.append(
                Problem(Place(shown), "cần một danh sách, mỗi mục bắt đầu bằng «- id: …»")
            )
        return {}
    return _validate_records(name, shown, value, marks, problems)


def _validate_records(
    name: str, shown: str, items: list[Value], marks: Marks, problems: list[Problem]
) -> dict[str, Any]:
    records: dict[str, Any] = {}
    for number, item in enumerate(items):
        try:
            record = _adapter(RECORD_TYPES[name]).validate_python(item)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            problems.extend(problems_of(shown, errors, marks, RECORD_TYPES[name], under=(number,)))
            continue
        if earlier := records.get(record.id):
            mark = marks.locate((number, "id"))
            message = f"mã «{record.id}» đã dùng cho «{earlier.name}»; mã không dùng lại"
            problems.append(Problem(Place(shown, mark.line, mark.column), message, "id"))
        records.setdefault(record.id, record)
    return records


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _read_glossary(folder: Path, problems: list[Problem]) -> Glossary:
    shown, loaded = f"{folder.name}/glossary.yml", load_file(folder, "glossary")
    if loaded is None or isinstance(loaded, Problem):
        problems.extend([loaded] if loaded else [])
        return Glossary()
    value, marks = loaded
    try:
        glossary: Glossary = _adapter(Glossary).validate_python(value or {})
    except ValidationError as error:
        problems.extend(problems_of(shown, error.errors(include_url=False), marks, Glossary))
        return Glossary()
    return glossary
