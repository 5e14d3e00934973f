"""What the portal is made of is listed, locked and can be looked up."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
LOCKED = re.compile(r"^([\w.-]+)==\S+", re.MULTILINE)
USES = re.compile(r"uses: (.+)")
NAME = re.compile(r"[\w.-]+")


def plain(names: Iterable[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


def wanted() -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found = (NAME.match(text) for text in settings["project"]["dependencies"])
    return plain(match[0] for match in found if match)


def test_the_list_of_parts_names_every_package(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    command = re.search(r"\$\(BIN\)/uv (export .*--format cyclonedx1\.5) ", makefile)
    assert command
    file = tmp_path / "sbom.json"
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, *command[1].split(), "--output-file", file], cwd=ROOT, check=True,
                   capture_output=True)  # fmt: skip
    told = json.loads(file.read_bytes())
    assert told["bomFormat"] == "CycloneDX"
    parts = told["components"]
    assert wanted() <= plain(part["name"] for part in parts)
    assert all(part["purl"].startswith("pkg:pypi/") for part in parts)


@pytest.mark.parametrize("name", ["requirements.txt", "tools/audit.txt"])
def test_every_locked_package_has_its_hashes(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8"))
    locked = [block for block in blocks if LOCKED.match(block)]
    assert len(locked) > 20
    assert [block.split()[0] for block in locked if "--hash=sha256:" not in block] == []


def test_what_is_wanted_is_locked() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert wanted() <= plain(LOCKED.findall(text))


def test_what_continuous_integration_runs_is_fixed_by_content() -> None:
    workflows = (ROOT / ".github/workflows").glob("*.yml")
    used = [name for file in workflows for name in USES.findall(file.read_text(encoding="utf-8"))]
    assert used
    assert [
        name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", name)
    ] == []


def test_locked_parts_are_renewed_and_looked_up() -> None:
    bot = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    folders = {
        folder.strip("/") or "."
        for one in bot["updates"]
        for folder in one.get("directories", [one.get("directory")])
    }
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = (name for name in kept.stdout.split() if name.endswith(("uv.lock", "-lock.json")))
    # Other generators are measured as they were.
    locks = {Path(name) for name in names if not name.startswith("bench/")}
    assert len(locks) > 2
    assert {lock.parent.as_posix() for lock in locks} <= folders
    for name in (".github/workflows/ci.yml", ".gitlab-ci.yml"):
        assert "make audit" in (ROOT / name).read_text(encoding="utf-8")
