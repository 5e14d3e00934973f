"""ARCHITECTURE.md is true: it shows every room on the floor that `lint-imports` holds it to."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "hooks" / "bantin"
ROW = re.compile(r"^\| (\d+) \| `(\w+)` \| [^|]* \|([^|]*)\|$", re.MULTILINE)
NAME = re.compile(r"`(\w+)`")
MAX_MODULES = 15


def rows() -> list[tuple[int, str, list[str]]]:
    """Return floor, room and rooms inside, as ARCHITECTURE.md lists them."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    return [(int(floor), room, NAME.findall(inside)) for floor, room, inside in ROW.findall(text)]


def layers() -> list[str]:
    """Return the rooms of each floor as pyproject.toml lists them, the lowest floor first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(c["layers"][::-1] for c in contracts if c.get("containers") == ["bantin"])


def folders(parent: Path) -> list[str]:
    return sorted(folder.parent.name for folder in parent.glob("*/__init__.py"))


def test_every_room_is_listed_once_with_the_rooms_inside_it() -> None:
    assert sorted(room for _, room, _ in rows()) == folders(PACKAGE)
    for _, room, inside in rows():
        assert sorted(inside) == folders(PACKAGE / room), room


def test_every_room_is_on_the_floor_that_its_imports_are_held_to() -> None:
    held = {room: floor for floor, rooms in enumerate(layers()) for room in rooms.split(" | ")}
    assert held == {room: floor for floor, room, _ in rows()}


def test_rooms_have_no_more_than_two_levels_and_no_module_lies_outside_them() -> None:
    depths = {len(file.relative_to(PACKAGE).parts) for file in PACKAGE.rglob("*.py")}
    assert depths == {1, 2, 3}
    assert [file.name for file in PACKAGE.glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("folder", ["", *folders(PACKAGE)])
def test_no_folder_has_too_many_modules(folder: str) -> None:
    for parent in {file.parent for file in (PACKAGE / folder).rglob("*.py")}:
        modules = [file for file in parent.glob("*.py") if file.name != "__init__.py"]
        assert len(modules) <= MAX_MODULES, parent


def test_the_drawing_shows_every_room() -> None:
    drawing = (ROOT / "pictures" / "rooms.svg").read_text(encoding="utf-8")
    shown = set(re.findall(r'class="room">(\w+)<', drawing))
    assert shown - {"hooks", "site", "up", "down"} == set(folders(PACKAGE))
