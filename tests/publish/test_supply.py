"""What the portal is made of is listed, locked and can be looked up."""

from __future__ import annotations

import json
import os
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


def parts_list(hash_seed: str = "0") -> bytes:
    """The list of parts as ``make sbom`` writes it."""
    assert "$(BIN)/python tools/sbom.py" in (ROOT / "Makefile").read_text(encoding="utf-8")
    command = [sys.executable, "tools/sbom.py"]
    environ = os.environ | {"PYTHONHASHSEED": hash_seed, "LC_ALL": "C"}
    ran = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, check=True)
    return ran.stdout


def test_the_list_of_parts_names_every_package() -> None:
    told = json.loads(parts_list())
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    parts = told["components"]
    assert wanted() <= plain(part["name"] for part in parts)
    lock = json.loads((ROOT / "admin/package-lock.json").read_bytes())["packages"]
    npm = {part["name"] for part in parts if part.get("purl", "").startswith("pkg:npm/")}
    assert npm == {path.rpartition("node_modules/")[2] for path in lock if path}
    fonts = {f.relative_to(ROOT).as_posix() for f in ROOT.glob("theme/assets/fonts/*.woff2")}
    assert fonts <= {part["name"] for part in parts}


def test_every_part_has_a_licence_and_a_supplier() -> None:
    parts = json.loads(parts_list())["components"]
    assert [part["name"] for part in parts if not part["supplier"]["name"]] == []
    licences = {
        entry.get("expression") or entry["license"]["id"]
        for part in parts
        for entry in part["licenses"]
    }
    assert licences
    assert [
        text for text in licences if not re.fullmatch(r"[\w.-]+(?: (?:AND|OR) [\w.-]+)*", text)
    ] == []


def test_the_list_of_parts_is_the_same_each_time() -> None:
    first, second = parts_list("1"), parts_list("2")
    assert first == second
    assert b"timestamp" not in first


def test_what_parts_depend_on_is_in_the_list() -> None:
    told = json.loads(parts_list())
    names = [part["bom-ref"] for part in told["components"]]
    assert len(names) == len(set(names))
    known = {*names, told["metadata"]["component"]["bom-ref"]}
    assert known >= {one for uses in told["dependencies"] for one in uses.get("dependsOn", [])}


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
