"""What an editor has just saved, told before anything else; what is known already is counted."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from bantin.checking.language.copyreading import read_saved
from bantin.model import Problem
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.runtime.cache import Cache
from bantin.runtime.filestat import look_at

Line: TypeAlias = tuple[Severity, str]

REPORTED = "reported"
MOST = 40
NAMED = 3


@dataclass(frozen=True, slots=True)
class Look:
    """The files as they looked at one moment, and what was wrong then.

    Attributes:
        files: time of change and size by path from the project root.
        told: every fault, without its line.
    """

    files: Mapping[str, Sequence[int]] = field(default_factory=dict)
    told: frozenset[str] = frozenset()

    @classmethod
    def at(cls, content: Content, found: Iterable[Problem]) -> "Look":
        """Look at the registries as they are, and at the articles as they were read."""
        docs, data = content.docs.name, content.data.name
        looks = {f"{docs}/{path}": _told(look) for path, look in content.looks.items()}
        for file in sorted(content.data.glob("*.yml")):
            with suppress(OSError):
                looks[f"{data}/{file.name}"] = _told(look_at(file))
        return cls(looks, frozenset(map(_known_as, found)))

    @classmethod
    def load(cls, cache: Cache) -> "Look | None":
        """Return the look that was saved last, or none."""
        saved = cache.load(REPORTED)
        return cls(*saved) if saved else None

    def save(self, cache: Cache) -> None:
        """Save this look to compare with the next."""
        cache.save(REPORTED, (dict(self.files), self.told))


def tell(content: Content, found: Sequence[Problem], before: Look | None) -> list[Line]:
    """Return what to say of the content: everything at first, then what a saving changed."""
    if before is None:
        return [*_listed(found), *_rest(found[MOST:])]
    now = Look.at(content, found).files
    saved = [path for path in now if now[path] != before.files.get(path)]
    said = sorted([*found, *read_saved(content, saved)])
    lines: list[Line] = []
    for path in saved:
        own = [problem for problem in said if problem.place.path == path]
        lines += [_verdict(content, path, own), *_listed(own)]
    others = [problem for problem in found if problem.place.path not in saved]
    fresh = [problem for problem in others if _known_as(problem) not in before.told]
    old = [problem for problem in others if _known_as(problem) in before.told]
    return [*lines, *_listed(fresh), *_rest([*fresh[MOST:], *old])]


def _told(look: tuple[int, int, int]) -> list[int]:
    size, changed, _ = look
    return [changed, size]


def _known_as(problem: Problem) -> str:
    return f"{problem.place.path} {problem.field} {problem.message}"


def _listed(found: Sequence[Problem]) -> list[Line]:
    return [(problem.severity, problem.line) for problem in found[:MOST]]


def _verdict(content: Content, path: str, own: Sequence[Problem]) -> Line:
    wrong = sum(problem.severity is Severity.PROBLEM for problem in own)
    if wrong:
        return Severity.PROBLEM, f"Vừa lưu {path}: {wrong} lỗi; chỗ có lỗi chưa hiện trên trang."
    article = next((a for a in content.articles if f"{content.docs.name}/{a.path}" == path), None)
    if article and article.front.status == "draft":
        return Severity.ADVICE, f"Vừa lưu {path}: không có lỗi; bài nháp nên chưa hiện trên trang."
    return Severity.ADVICE, f"Vừa lưu {path}: không có lỗi."


def _rest(old: Sequence[Problem]) -> list[Line]:
    """What is still wrong elsewhere, in one line."""
    wrong = [problem for problem in old if problem.severity is Severity.PROBLEM]
    paths = list(dict.fromkeys(problem.place.path for problem in wrong))
    if not wrong:
        return []
    named = ", ".join(paths[:NAMED]) + (", …" if len(paths) > NAMED else "")
    return [(Severity.PROBLEM, f"Còn {len(wrong)} lỗi ở {len(paths)} tệp khác: {named}")]
