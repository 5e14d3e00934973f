"""ARCHITECTURE.md is true: every room is on its floor, and no room imports one above it."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "hooks" / "bantin"
ROW = re.compile(r"^\| (\d+) \| `(\w+)` \| [^|]* \|([^|]*)\|$", re.MULTILINE)
NAME = re.compile(r"`(\w+)`")
MOST_FILES = 15

Room = tuple[str, ...]


def rows() -> list[tuple[int, str, list[str]]]:
    """Return floor, room and rooms inside, as ARCHITECTURE.md lists them."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    return [(int(floor), room, NAME.findall(inside)) for floor, room, inside in ROW.findall(text)]


def folders(parent: Path) -> list[str]:
    return sorted(folder.parent.name for folder in parent.glob("*/__init__.py"))


def imports(file: Path) -> Iterator[Room]:
    """Yield what a module imports of the package, as parts of the dotted name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (Room((*node.module.split("."), alias.name)) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)


def edges(depth: int) -> dict[Room, set[Room]]:
    """Return which rooms of a depth import which others; loose modules are their room's own."""
    graph: dict[Room, set[Room]] = {}
    for file in PACKAGE.rglob("*.py"):
        room = file.parent.relative_to(PACKAGE).parts[:depth]
        targets = (target[1:] for target in imports(file) if target[0] == "bantin")
        rooms = {room_of(target)[:depth] for target in targets}
        graph.setdefault(room, set()).update(rooms - {room, ()})
    return graph


def room_of(target: Room) -> Room:
    """Return the longest beginning of a dotted name that is a package."""
    while target and not PACKAGE.joinpath(*target, "__init__.py").exists():
        target = target[:-1]
    return target


def test_every_room_is_listed_once_with_the_rooms_inside_it() -> None:
    assert sorted(room for _, room, _ in rows()) == folders(PACKAGE)
    for _, room, inside in rows():
        assert sorted(inside) == folders(PACKAGE / room), room


def test_no_room_imports_from_its_own_floor_or_above() -> None:
    floors = {room: floor for floor, room, _ in rows()}
    upward = [
        f"{room[0]} (floor {floors[room[0]]}) imports {target[0]} (floor {floors[target[0]]})"
        for room, targets in edges(1).items()
        if room
        for target in targets
        if floors[target[0]] >= floors[room[0]]
    ]
    assert not upward


def test_the_rooms_inside_a_room_do_not_import_in_a_circle() -> None:
    # Modules directly in a room hold its inner rooms together: they are no room of their own.
    graph = {
        room: {target for target in targets if len(target) == 2}
        for room, targets in edges(2).items()
        if len(room) == 2
    }
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("folder", ["", *folders(PACKAGE)])
def test_no_folder_has_too_many_modules(folder: str) -> None:
    for parent in {file.parent for file in (PACKAGE / folder).rglob("*.py")}:
        modules = [file for file in parent.glob("*.py") if file.name != "__init__.py"]
        assert len(modules) <= MOST_FILES, parent


def test_the_drawing_shows_every_room() -> None:
    drawing = (ROOT / "pictures" / "rooms.svg").read_text(encoding="utf-8")
    shown = set(re.findall(r'class="room">(\w+)<', drawing))
    assert shown - {"hooks", "site", "up", "down"} == set(folders(PACKAGE))
