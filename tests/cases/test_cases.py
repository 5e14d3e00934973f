"""Golden cases: files in, the exact problems and advice out.

A case gives files that are put over those of ``base/``; ``day`` is that of the check where it
matters. ``article`` is short for
``docs/tin/2024/bai.md``. A file is its text, or a mapping with ``text`` and how it is stored:
``encoding``, ``newline``, and the length ``pad`` of a word that is put in place of ``@PAD@``.
"""

import shutil
from collections import Counter
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
import yaml

from bantin.checking import check
from bantin.model.problem import Severity
from bantin.reading import read

HERE = Path(__file__).parent
ARTICLE = "docs/tin/2024/bai.md"
MIN_CASES = 45
LISTS = {"problems": Severity.PROBLEM, "advice": Severity.ADVICE}


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
    problems = check(read(tmp_path / "docs", tmp_path / "data"), today=case.get("day"))
    lines = {
        name: [str(problem) for problem in problems if problem.severity is severity]
        for name, severity in LISTS.items()
    }
    assert lines == {name: case.get(name, []) for name in LISTS}, to_paste(lines)


def test_a_failed_case_shows_both_lists_ready_to_paste() -> None:
    lines = {
        "problems": ["docs/tin/2024/bai.md:6: date: «2024-13» " + "x" * 200, "b"],
        "advice": [],
    }
    text = to_paste(lines).partition("\n")[2]
    assert yaml.safe_load(f"- name: một bài\n{text}") == [
        {"name": "một bài", "problems": lines["problems"]}
    ]
    assert len(text.splitlines()) == 3


def test_there_are_enough_cases_and_no_name_twice() -> None:
    bad = [name for name, case in CASES if case.get("problems")]
    assert len(bad) >= MIN_CASES
    assert not [name for name, times in Counter(name for name, _ in CASES).items() if times > 1]


def to_paste(lines: dict[str, list[str]]) -> str:
    """Return the lists as YAML for a case; a list without a line is left out of a case."""
    lists = {name: texts for name, texts in lines.items() if texts}
    text = yaml.safe_dump(lists, allow_unicode=True, sort_keys=False, width=10_000) if lists else ""
    return "the case gives these, ready to paste:\n" + indent(text, "  ")


def files_of(case: dict[str, Any]) -> dict[str, Any]:
    article = {ARTICLE: case["article"]} if "article" in case else {}
    return {**article, **case.get("files", {})}


def store(path: Path, file: str | dict[str, Any]) -> None:
    given = file if isinstance(file, dict) else {"text": file}
    text = str(given["text"]).replace("@PAD@", "x" * int(given.get("pad", 0)))
    text = text.replace("\n", given.get("newline", "\n"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(given.get("encoding", "utf-8")))
