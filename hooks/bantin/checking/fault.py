"""A fault before its line is looked up; places are found again only for what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bantin.model import Place, Problem
from bantin.model.problem import Severity
from bantin.reading.frontmatter import decode, split
from bantin.reading.nodes import FieldPath, Mark, Marks, Value, load


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field of a file, or with a line of its body.

    Attributes:
        path: from the project root, ``docs/tin/…`` or ``data/….yml``.
        field: path of the field; for a registry it begins with the record's id.
        line: line of the body, where there is no field.
    """

    path: str
    field: FieldPath
    message: str
    severity: Severity = Severity.PROBLEM
    line: int = 0

    @property
    def name(self) -> str:
        """The field as people write it: ``agencies.0``."""
        parts = self.field[1:] if self.path.endswith(".yml") else self.field
        return ".".join(map(str, parts))


def place(faults: Iterable[Fault], root: Path) -> list[Problem]:
    """Return the faults as Problems with line and column.

    Args:
        faults: what the rules found.
        root: the folder that the faults' paths start from.
    """
    files: dict[str, _File] = {}
    problems = []
    for fault in faults:
        if fault.line:
            mark = Mark(fault.line, 1)
        else:
            if fault.path not in files:
                files[fault.path] = _open(root, fault.path)
            mark = files[fault.path].locate(fault.field)
        spot = Place(fault.path, mark.line, mark.column)
        problems.append(Problem(spot, fault.message, fault.name, fault.severity))
    return problems


@dataclass(frozen=True, slots=True)
class _File:
    """The places of a file's fields, and the position of each record in a registry."""

    marks: Marks
    positions: dict[str, int]

    def locate(self, field: FieldPath) -> Mark:
        if field and field[0] in self.positions:
            field = (self.positions[str(field[0])], *field[1:])
        return self.marks.locate(field)


def _open(root: Path, path: str) -> _File:
    data = (root / path).read_bytes()
    if path.endswith(".md"):
        source = split(path, data)
        return _File(Marks() if isinstance(source, Problem) else source.marks, {})
    text = decode(path, data)
    if isinstance(text, Problem):
        return _File(Marks(), {})
    value, marks = load(text)
    return _File(marks, _positions(value))


def _positions(value: Value) -> dict[str, int]:
    positions: dict[str, int] = {}
    for position, record in enumerate(value if isinstance(value, list) else ()):
        if isinstance(record, dict):
            positions.setdefault(str(record.get("id")), position)
    return positions
