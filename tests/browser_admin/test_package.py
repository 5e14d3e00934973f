"""The configuration, the package and the lock: what is served is whole and calls nobody."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bantin.admin.config import configuration
from bantin.admin.files import admin_files
from bantin.model.settings import EditorSettings

ROOT = Path(__file__).parents[2]
NAME = "Bản tin phối hợp"
GITLAB = {
    "backend": "gitlab",
    "repo": "co-quan/ban-tin",
    "branch": "main",
    "base_url": "https://git.example.vn",
    "api_root": "https://git.example.vn/api/v4",
    "app_id": "0123",
    "review": True,
}
SETTINGS: list[dict[str, object]] = [
    {},
    GITLAB,
    {"backend": "github", "repo": "co-quan/ban-tin"},
    {"backend": "gitea", "repo": "co-quan/ban-tin", "base_url": "https://git.example.vn"},
]
WORDS = "@sveltia/cms/locales"


def words(node: dict[str, Any], above: str = "") -> set[str]:
    found = set()
    for key, value in node.items():
        path = f"{above}{key}"
        found |= words(value, f"{path}.") if isinstance(value, dict) else {path}
    return found


@pytest.mark.parametrize("settings", SETTINGS, ids=["local", "gitlab", "github", "gitea"])
def test_the_configuration_passes_the_schema_of_the_editor(
    packages: Path, settings: dict[str, Any]
) -> None:
    made = configuration(NAME, EditorSettings(**settings))
    path = packages / "@sveltia" / "cms" / "schema" / "sveltia-cms.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    faults = validator.iter_errors(made)
    assert [f"{one.json_path}: {one.message}" for one in faults] == []
    assert list(validator.iter_errors({**made, "backends": {}}))


def test_nothing_that_loads_at_once_comes_from_elsewhere(packages: Path) -> None:
    files = {
        one.path: one.content
        for one in admin_files(packages, ROOT / "admin", NAME, EditorSettings())
    }
    script = files["admin/sveltia-cms.js"].decode()
    assert "cdn.jsdelivr.net" not in script
    assert "status.json" not in script
    # Left: colours of code, maps and codecs, which no field of ours uses.
    assert sorted(set(re.findall(r"https://unpkg\.com/([@\w/]*)", script))) == [
        "",
        "@shikijs",
        "@sveltia/ui",
    ]


def test_every_word_an_editor_meets_is_vietnamese(packages: Path) -> None:
    files = {
        one.path: one.content
        for one in admin_files(packages, ROOT / "admin", NAME, EditorSettings())
    }
    ours = words(json.loads(files["admin/locales/vi.json"]))
    english = json.loads((packages / WORDS / "en-US.json").read_text(encoding="utf-8"))
    # Faults of the configuration and cloud stores are not met: both are tested and unused.
    met = {one for one in words(english) if not one.startswith(("config.", "cloud_storage."))}
    assert met <= ours


def test_the_lock_names_public_addresses_and_hashes_alone() -> None:
    lock = json.loads((ROOT / "admin" / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((ROOT / "admin" / "package.json").read_text(encoding="utf-8"))
    locked = {path: one for path, one in lock["packages"].items() if path}
    assert lock["packages"][""]["dependencies"] == wanted["dependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in wanted["dependencies"].values())
    for path, one in locked.items():
        assert one["resolved"].startswith("https://registry.npmjs.org/"), path
        assert one["integrity"].startswith("sha512-"), path
