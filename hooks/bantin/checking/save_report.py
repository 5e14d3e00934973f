"""What ``serve`` reports after a save: the saved files first, then what changed elsewhere.

An editor at work wants to hear of the file just saved. Problems that were there before are only
counted; to know which they are, each report saves a snapshot for the next.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from bantin.checking.language.agency_advice import advise_files
from bantin.model import Problem
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.runtime.cache import Cache
from bantin.runtime.filestat import FileStat, stat_of

Line: TypeAlias = tuple[Severity, str]

SNAPSHOT = "reported"
MAX_LINES = 40
MAX_PATHS = 3


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content files at one moment, and what was wrong then.

    Attributes:
        files: time of change and size by path from the project root.
        problems: every problem without its line, which an edit above it would change.
    """

    files: Mapping[str, Sequence[int]] = field(default_factory=dict)
    problems: frozenset[str] = frozenset()

    @classmethod
    def of(cls, content: Content, problems: Iterable[Problem]) -> "Snapshot":
        """Return the snapshot of registries as they are now and of articles as they were read."""
        docs, data = content.docs.name, content.data.name
        files = {f"{docs}/{path}": _time_and_size(stat) for path, stat in content.stats.items()}
        for file in sorted(content.data.glob("*.yml")):
            with suppress(OSError):
                files[f"{data}/{file.name}"] = _time_and_size(stat_of(file))
        return cls(files, frozenset(map(_without_line, problems)))

    @classmethod
    def load(cls, cache: Cache) -> "Snapshot | None":
        """Return the snapshot that was saved last, or none."""
        saved = cache.load(SNAPSHOT)
        return cls(*saved) if saved else None

    def save(self, cache: Cache) -> None:
        """Save this snapshot to compare with the next."""
        cache.save(SNAPSHOT, (dict(self.files), self.problems))


def report(content: Content, problems: Sequence[Problem], before: Snapshot | None) -> list[Line]:
    """Return the lines to print: everything at first, then only what a save changed.

    Args:
        content: as it was read after the save.
        problems: all of it, as ``check`` gave them.
        before: the snapshot of the report before; None for the first.
    """
    if before is None:
        return [*_lines(problems), *_count(problems[MAX_LINES:])]
    files = Snapshot.of(content, problems).files
    saved = [path for path in files if files[path] != before.files.get(path)]
    with_advice = sorted([*problems, *advise_files(content, saved)])
    lines: list[Line] = []
    for path in saved:
        own = [problem for problem in with_advice if problem.location.path == path]
        lines += [_verdict(content, path, own), *_lines(own)]
    others = [problem for problem in problems if problem.location.path not in saved]
    new = [problem for problem in others if _without_line(problem) not in before.problems]
    old = [problem for problem in others if _without_line(problem) in before.problems]
    return [*lines, *_lines(new), *_count([*new[MAX_LINES:], *old])]


def _time_and_size(stat: FileStat) -> list[int]:
    size, changed, _ = stat
    return [changed, size]


def _without_line(problem: Problem) -> str:
    return f"{problem.location.path} {problem.field} {problem.message}"


def _lines(problems: Sequence[Problem]) -> list[Line]:
    return [(problem.severity, problem.line) for problem in problems[:MAX_LINES]]


def _verdict(content: Content, path: str, own: Sequence[Problem]) -> Line:
    """Return the line that heads the report of a saved file."""
    count = sum(problem.severity is Severity.PROBLEM for problem in own)
    if count:
        return Severity.PROBLEM, f"Vừa lưu {path}: {count} lỗi; chỗ có lỗi chưa hiện trên trang."
    article = next((a for a in content.articles if content.file_of(a) == path), None)
    if article and article.front.is_draft:
        return Severity.ADVICE, f"Vừa lưu {path}: không có lỗi; bài nháp nên chưa hiện trên trang."
    return Severity.ADVICE, f"Vừa lưu {path}: không có lỗi."


def _count(problems: Sequence[Problem]) -> list[Line]:
    """Return how much more is wrong, in one line; nothing for advice alone."""
    wrong = [problem for problem in problems if problem.severity is Severity.PROBLEM]
    paths = list(dict.fromkeys(problem.location.path for problem in wrong))
    if not wrong:
        return []
    shown = ", ".join(paths[:MAX_PATHS]) + (", …" if len(paths) > MAX_PATHS else "")
    return [(Severity.PROBLEM, f"Còn {len(wrong)} lỗi ở {len(paths)} tệp khác: {shown}")]
