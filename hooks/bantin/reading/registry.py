"""The registries read from ``data/*.yml``."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bantin.model import (
    Glossary,
    Location,
    Problem,
    Registries,
)
from bantin.model.registry import RECORD_TYPES
from bantin.reading.frontmatter import decode
from bantin.reading.listing import LINKED, UNREADABLE
from bantin.reading.messages import problems_of
from bantin.reading.yaml.reader import FieldLocations, Value, YamlError, load
from bantin.vietnamese.slug import slugify

NO_REGULAR_FILE = "không phải tệp thường; hãy đặt tệp sổ đăng ký vào đây"
WRITTEN_ID = re.compile(r"\b(?:id|number):[ \t]*[\"']?([^\"',}\n]+?)[\"']?[ \t]*(?=[,}#\n]|$)")


def read_registries(folder: Path) -> tuple[Registries, list[Problem]]:
    """Return the registries of a data folder; a file that is absent is an empty registry."""
    problems: list[Problem] = []
    records: dict[str, dict[str, Any]] = {}
    for name in RECORD_TYPES:
        records[name] = _read_records(folder, name, problems)
    return Registries(**records, glossary=_read_glossary(folder, problems)), problems


def load_file(
    folder: Path, name: str, shown: str = ""
) -> tuple[Value, FieldLocations] | Problem | None:
    """Return what ``<name>.yml`` holds and where its fields are; None where there is no file.

    Args:
        folder: that holds the file.
        name: of the file, without its ending.
        shown: its path in messages; by default that from the parent of the folder.
    """
    file, shown = folder / f"{name}.yml", shown or f"{folder.name}/{name}.yml"
    if file.is_symlink():
        return Problem(Location(shown), LINKED)
    if not file.is_file():
        return Problem(Location(shown), NO_REGULAR_FILE) if file.exists() else None
    try:
        text = decode(shown, file.read_bytes())
    except PermissionError:
        return Problem(Location(shown), UNREADABLE)
    if isinstance(text, Problem):
        return text
    try:
        return load(text)
    except YamlError as error:
        return Problem(error.at.of(shown), error.message)


def _read_records(folder: Path, name: str, problems: list[Problem]) -> dict[str, Any]:
    shown, loaded = f"{folder.name}/{name}.yml", load_file(folder, name)
    if loaded is None or isinstance(loaded, Problem):
        problems.extend([loaded] if loaded else [])
        return {}
    value, locations = loaded
    if not isinstance(value, list):
        if value:
            message = "cần một danh sách, mỗi mục bắt đầu bằng «- id: …»"
            problems.append(Problem(Location(shown), message))
        return {}
    return _validate_records(RECORD_TYPES[name], shown, value, locations, problems)


def _validate_records(
    kind: type, shown: str, items: list[Value], locations: FieldLocations, problems: list[Problem]
) -> dict[str, Any]:
    records: dict[str, Any] = {}
    for number, item in enumerate(items):
        try:
            record = _adapter(kind).validate_python(item)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            problems.extend(problems_of(shown, errors, locations, kind, under=(number,)))
            continue
        if earlier := records.get(record.id):
            at = locations.locate((number, "id"))
            message = f"mã «{record.id}» đã dùng cho «{earlier.name}»; mã không dùng lại"
            problems.append(Problem(at.of(shown), message, "id"))
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
    value, locations = loaded
    try:
        glossary: Glossary = _adapter(Glossary).validate_python(value or {})
    except ValidationError as error:
        problems.extend(problems_of(shown, error.errors(include_url=False), locations, Glossary))
        return Glossary()
    return glossary


def unread_ids(folder: Path, problems: Iterable[Problem]) -> dict[str, frozenset[str]]:
    """Return, by registry, the ids and numbers in files that have a problem of form.

    Their records could not be read, but whoever names one of them is not wrong; nor is who names
    it by the id that is proposed in place of a wrong one.
    """
    wrong = {PurePosixPath(problem.location.path) for problem in problems}
    return {
        path.stem: frozenset({*written, *map(slugify, written)})
        for path in wrong
        if path.parent.name == folder.name and path.suffix == ".yml"
        for written in [WRITTEN_ID.findall(_text_of(folder / path.name))]
    }


def _text_of(file: Path) -> str:
    return file.read_bytes().decode("utf-8", errors="replace") if file.is_file() else ""
