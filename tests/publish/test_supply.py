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

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
LOCKED = re.compile(r"^([\w.-]+)==\S+", re.MULTILINE)
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
