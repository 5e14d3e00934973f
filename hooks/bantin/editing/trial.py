"""A change to a registry tried before it is written."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from bantin.checking import check
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.reading.registry import read_registries


def new_problems(content: Content, name: str, text: str) -> list[str]:
    """Return what would be wrong with the content if a registry file read so.

    Args:
        content: as it is.
        name: of the registry, such as ``agencies``.
        text: the file as it would be written.
    """
    known = set(_messages(content))
    with TemporaryDirectory() as folder:
        data = Path(folder) / content.data.name
        copytree(content.data, data)
        (data / f"{name}.yml").write_text(text, encoding="utf-8")
        registries, problems = read_registries(data)
        if problems:
            return [problem.message for problem in problems]
        tried = replace(content, registries=registries)
        return [message for message in _messages(tried) if message not in known]


def _messages(content: Content) -> Iterable[str]:
    return [p.message for p in check(content) if p.severity is Severity.PROBLEM]
