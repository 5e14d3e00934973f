"""A preview is deleted once its server is gone, and by nobody before."""

import os
from pathlib import Path

import pytest

from bantin.runtime import previews
from bantin.runtime.lock import lock_folder
from bantin.runtime.previews import delete_abandoned, preview_cache


def preview(folder: Path, name: str) -> Path:
    """What a server of a preview makes."""
    site = folder / name
    for file in (site / "index.html", preview_cache(site) / "host/index.html"):
        file.parent.mkdir(parents=True)
        file.write_text("x")
    return site


def test_what_a_killed_server_left_is_deleted(tmp_path: Path) -> None:
    site = preview(tmp_path, "mkdocs_dead")
    lock = lock_folder(preview_cache(site))
    assert lock
    lock.close()  # as the system does when a process ends
    assert delete_abandoned(tmp_path) == ["mkdocs_dead"]
    assert list(tmp_path.iterdir()) == []


def test_a_preview_that_is_held_stays(tmp_path: Path) -> None:
    site = preview(tmp_path, "mkdocs_alive")
    lock = lock_folder(preview_cache(site))
    assert lock
    assert delete_abandoned(tmp_path) == []
    assert (site / "index.html").is_file()
    lock.close()


@pytest.mark.parametrize("name", ["mkdocs_starting", "other_dead"])
def test_what_is_not_known_to_be_abandoned_stays(tmp_path: Path, name: str) -> None:
    site = preview(tmp_path, name)
    if name != "mkdocs_starting":  # that one has made no lock yet
        lock = lock_folder(preview_cache(site))
        assert lock
        lock.close()
    assert delete_abandoned(tmp_path) == []
    assert (site / "index.html").is_file()


def test_links_laid_by_others_are_not_followed(tmp_path: Path) -> None:
    victim = preview(tmp_path / "home", "mkdocs_home")
    (preview_cache(victim) / "lock").write_text("")
    common = tmp_path / "tmp"
    common.mkdir()
    (common / "mkdocs_a-cache").symlink_to(preview_cache(victim))
    dead = preview(common, "mkdocs_b")
    (preview_cache(dead) / "lock").write_text("")
    (dead / "index.html").unlink()
    dead.rmdir()
    dead.symlink_to(victim)
    delete_abandoned(common)
    assert (victim / "index.html").is_file()
    assert (preview_cache(victim) / "host/index.html").is_file()


def test_folders_of_other_users_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = preview(tmp_path, "mkdocs_other")
    (preview_cache(site) / "lock").write_text("")
    monkeypatch.setattr(os, "getuid", lambda: site.stat().st_uid + 1)
    assert delete_abandoned(tmp_path) == []
    assert site.is_dir()


def test_without_locks_nothing_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = preview(tmp_path, "mkdocs_dead")
    (preview_cache(site) / "lock").write_text("")
    monkeypatch.setattr(previews, "HAS_LOCKS", False)
    assert delete_abandoned(tmp_path) == []
    assert site.is_dir()
