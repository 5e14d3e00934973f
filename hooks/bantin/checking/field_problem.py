"""A problem by the field it is in; its line is looked up afterwards, for wrong files alone.

Rules judge records, which have no lines: keeping the line of every field of every article would
cost far more than reading the few wrong files a second time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.model import Problem
from bantin.model.problem import FieldPath, Severity

if TYPE_CHECKING:
    # Not imported until there is a file to open: in most checks none is wrong.
    from bantin.reading.yaml.errors import LineColumn
    from bantin.reading.yaml.reader import FieldLocations, Value

# The only registry that is no list of records with ids.
GLOSSARY = "/glossary.yml"


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with a field of a file, or with a line of its body.

    Attributes:
        path: from the project root, ``docs/tin/…`` or ``data/….yml``.
        field: path of the field; in a registry it begins with the id of the record.
        message: as of a ``Problem``.
        severity: as of a ``Problem``.
        line: line of the file, for a problem of the body; else 0.
        column: column on that line.
    """

    path: str
    field: FieldPath
    message: str
    severity: Severity = Severity.PROBLEM
    line: int = 0
    column: int = 1

    @property
    def field_name(self) -> str:
        """The field as people write it: ``agencies.0``."""
        is_record = self.path.endswith(".yml") and not self.path.endswith(GLOSSARY)
        parts = self.field[1:] if is_record else self.field
        return ".".join(map(str, parts))


def locate(problems: Iterable[FieldProblem], root: Path) -> list[Problem]:
    """Return what rules found as Problems with line and column.

    Args:
        problems: in any order; the result has the same.
        root: the project folder, from which their paths start.
    """
    if not (problems := [*problems]):
        return []
    from bantin.reading.yaml.errors import LineColumn  # noqa: PLC0415 - as above

    files: dict[str, _File] = {}

    def position(problem: FieldProblem) -> LineColumn:
        if problem.line:
            return LineColumn(problem.line, problem.column)
        if problem.path not in files:
            files[problem.path] = _open(root, problem.path)
        return files[problem.path].locate(problem.field)

    return [
        Problem(position(one).of(one.path), one.message, one.field_name, one.severity)
        for one in problems
    ]


@dataclass(frozen=True, slots=True)
class _File:
    """Where the fields of a file are, and the position in its list of each record of a registry."""

    locations: "FieldLocations"
    positions: dict[str, int]

    def locate(self, field: FieldPath) -> "LineColumn":
        if field and field[0] in self.positions:
            field = (self.positions[str(field[0])], *field[1:])
        return self.locations.locate(field)


def _open(root: Path, path: str) -> _File:
    from bantin.reading.frontmatter import decode, split_article  # noqa: PLC0415 - as above
    from bantin.reading.yaml.reader import FieldLocations, load  # noqa: PLC0415 - as above

    data = (root / path).read_bytes()
    if path.endswith(".md"):
        article = split_article(path, data)
        return _File(FieldLocations() if isinstance(article, Problem) else article.locations, {})
    text = decode(path, data)
    if isinstance(text, Problem):
        return _File(FieldLocations(), {})
    value, locations = load(text)
    return _File(locations, _positions(value))


def _positions(value: "Value") -> dict[str, int]:
    positions: dict[str, int] = {}
    for position, record in enumerate(value if isinstance(value, list) else ()):
        if isinstance(record, dict):
            positions.setdefault(str(record.get("id")), position)
    return positions
