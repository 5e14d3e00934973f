"""The same content gives the same site, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Built


def test_folder_and_hash_seed_do_not_change_the_site(
    mini: Built, miniature: Path, build: Build
) -> None:
    again = build(miniature, PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C")
    assert again.status == 0, again.output
    one, other = mini.files(), again.files()
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []


def test_no_path_of_the_machine_is_in_the_site(mini: Built) -> None:
    here = str(mini.site.parent).encode()
    assert [path for path, data in mini.files().items() if here in data] == []


@pytest.mark.parametrize("kept", ["host-templates", "templates"])
def test_damaged_templates_are_compiled_again(
    mini: Built, miniature: Path, build: Build, kept: str
) -> None:
    assert build(miniature).status == 0
    folder = miniature / ".cache" / "site" / kept
    compiled = {file: file.read_bytes() for file in folder.iterdir()}
    assert compiled
    for file, data in compiled.items():
        file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    again = build(miniature, PYTHONHASHSEED="1")
    assert again.status == 0, again.output
    assert again.files() == mini.files()
    if kept == "host-templates":  # ours are not needed where no page is made
        assert all(file.read_bytes()[-1] == data[-1] for file, data in compiled.items())
