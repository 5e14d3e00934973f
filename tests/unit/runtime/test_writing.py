import os
from pathlib import Path

from bantin.runtime.files import write
from bantin.runtime.filestat import look_at


def test_the_folders_of_a_new_file_are_made(tmp_path: Path) -> None:
    file = tmp_path / "tin" / "2024" / "index.html"
    look = write(str(file), b"mot")
    assert file.read_bytes() == b"mot"
    assert look == look_at(file)


def test_an_old_file_is_replaced_and_not_overwritten(tmp_path: Path) -> None:
    file, release = tmp_path / "index.html", tmp_path / "release.html"
    write(str(file), b"mot")
    os.link(file, release)
    write(str(file), b"hai")
    assert file.read_bytes() == b"hai"
    assert release.read_bytes() == b"mot"
