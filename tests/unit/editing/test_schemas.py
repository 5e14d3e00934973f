import json
import re
from pathlib import Path

import pytest

from bantin.editing.schemas import render_schemas, write_schemas
from bantin.model import Location, Problem

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", render_schemas())
def test_schema_files_follow_the_models(name: str) -> None:
    written = (ROOT / ".vscode" / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    assert written == render_schemas()[name], "the models have changed: run «make schemas»"


def test_schemas_are_written_as_they_are_rendered(tmp_path: Path) -> None:
    write_schemas(tmp_path / "schemas")
    written = {file.stem: file.read_text("utf-8") for file in (tmp_path / "schemas").iterdir()}
    assert written == render_schemas()


def test_every_registry_has_a_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    wanted = {f"data/{file.name}" for file in (ROOT / "data").glob("*.yml")}
    assert set(settings["yaml.schemas"].values()) == wanted


def test_problem_matcher_reads_a_problem() -> None:
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"][0]
    shown = str(Problem(Location("docs/tin/2024/bai.md", 6, 5), "thiếu ngày", "date"))
    match = re.match(pattern["regexp"], shown)
    assert match is not None
    groups = [match[pattern[key]] for key in ("file", "line", "column", "message")]
    assert groups == ["docs/tin/2024/bai.md", "6", "5", "date: thiếu ngày"]
