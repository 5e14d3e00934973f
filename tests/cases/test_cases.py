"""Golden cases: files in, the exact problems and advice out.

A case gives files that are put over those of ``base/``. ``article`` is short for
``docs/tin/2024/bai.md``. A file is its text, or a mapping with ``text`` and how it is stored:
``encoding``, ``newline``, and the length ``pad`` of a word that is put in place of ``@PAD@``.
"""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from bantin.checking import check
from bantin.model.problem import Severity
from bantin.reading import read

HERE = Path(__file__).parent
ARTICLE = "docs/tin/2024/bai.md"
MIN_CASES = 45


def load_cases() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{file.stem}: {case['name']}", case)
        for file in sorted(HERE.glob("*.yml"))
        if file.stem != "markdown"  # read by test_markdown.py
        if file.stem != "settings"
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


CASES = load_cases()


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES])
def test_problems_are_exactly_these(case: dict[str, Any], tmp_path: Path) -> None:
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    for path, file in files_of(case).items():
        store(tmp_path / path, file)
    found = check(read(tmp_path / "docs", tmp_path / "data"))
    lines = {
        severity: [str(problem) for problem in found if problem.severity is severity]
        for severity in Severity
    }
    assert lines[Severity.PROBLEM] == case.get("problems", [])
    assert lines[Severity.ADVICE] == case.get("advice", [])


def test_there_are_enough_cases_and_no_name_twice() -> None:
    bad = [name for name, case in CASES if case.get("problems")]
    assert len(bad) >= MIN_CASES
    assert not [name for name, times in Counter(name for name, _ in CASES).items() if times > 1]


def files_of(case: dict[str, Any]) -> dict[str, Any]:
    article = {ARTICLE: case["article"]} if "article" in case else {}
    return {**article, **case.get("files", {})}


def store(path: Path, file: str | dict[str, Any]) -> None:
    given = file if isinstance(file, dict) else {"text": file}
    text = str(given["text"]).replace("@PAD@", "x" * int(given.get("pad", 0)))
    text = text.replace("\n", given.get("newline", "\n"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(given.get("encoding", "utf-8")))
