"""A site is renewed in one step, and holds exactly the outputs of the build."""

import os
from errno import ENOSPC
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.runtime import site_files
from bantin.runtime.site_files import SiteFiles, files_below


@pytest.fixture
def files(tmp_path: Path) -> SiteFiles:
    site = SiteFiles(tmp_path / "site")
    for path in ("index.html", "tin/index.html", "tin/cu/index.html"):
        site.write(path, b"old")
    return SiteFiles(tmp_path / "site", tmp_path / "staging")


def contents(files: SiteFiles) -> dict[str, bytes]:
    return {path: (files.site / path).read_bytes() for path in files_below(files.site)}


def test_new_files_wait_until_the_commit(files: SiteFiles) -> None:
    before = contents(files)
    files.update("index.html", b"new")
    files.update("moi/index.html", b"new")
    assert contents(files) == before
    files.commit({"index.html", "moi/index.html", "tin/index.html"})
    assert contents(files) == {
        "index.html": b"new", "moi/index.html": b"new", "tin/index.html": b"old",
    }  # fmt: skip
    assert not (files.site / "tin" / "cu").exists()


def test_what_a_broken_build_left_does_not_come_into_the_site(files: SiteFiles) -> None:
    files.update("do-dang.html", b"half")
    files.begin()
    files.update("index.html", b"new")
    files.commit({"index.html", "do-dang.html"})
    assert contents(files) == {"index.html": b"new"}


def test_a_file_that_is_right_is_not_written(files: SiteFiles) -> None:
    stat = files.stat("index.html")
    assert files.update("index.html", b"old") == stat
    assert not (files.site.parent / "staging").exists()
    files.update("index.html", b"ald")
    files.commit({"index.html"})
    assert contents(files) == {"index.html": b"ald"}


def test_stats_hold_after_the_commit(files: SiteFiles) -> None:
    written = files.update("index.html", b"new")
    files.commit({"index.html"})
    assert files.stat("index.html") == written


def test_an_old_file_is_replaced_and_not_overwritten(tmp_path: Path) -> None:
    """A release may hold the same file by a hard link."""
    files, release = SiteFiles(tmp_path), tmp_path / "release.html"
    files.write("index.html", b"old")
    os.link(tmp_path / "index.html", release)
    assert files.write("index.html", b"new") == files.stat("index.html")
    assert (tmp_path / "index.html").read_bytes() == b"new"
    assert release.read_bytes() == b"old"


def test_a_file_may_be_reused_under_another_path(files: SiteFiles) -> None:
    assert files.reuse("tin/index.html", "tin-cu/index.html")
    assert not files.reuse("khong/co.html", "khong.html")
    files.commit({"tin-cu/index.html"})
    assert contents(files) == {"tin-cu/index.html": b"old"}


def test_folders_and_files_may_take_each_others_names(files: SiteFiles) -> None:
    files.update("tin", b"now a file")
    files.update("index.html/index.html", b"now a folder")
    files.commit({"tin", "index.html/index.html"})
    assert contents(files) == {"tin": b"now a file", "index.html/index.html": b"now a folder"}


def test_a_first_site_is_moved_as_a_whole(tmp_path: Path) -> None:
    files = SiteFiles(tmp_path / "a" / "site", tmp_path / "staging")
    files.update("index.html", b"new")
    files.commit({"index.html"})
    assert contents(files) == {"index.html": b"new"}
    assert not (tmp_path / "staging").exists()


def test_on_another_disk_new_files_wait_within_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_files, "_disk_of", lambda path: "staging" in path.name)
    for version in (b"first", b"second"):
        files = SiteFiles(tmp_path / "site", tmp_path / "staging")
        files.begin()
        files.update("tin/moi/index.html", version)
        assert files.stat("tin/moi/index.html") is None or version == b"second"
        files.commit({"tin/moi/index.html"}, files.existing())
        assert contents(files) == {"tin/moi/index.html": version}
        assert not (tmp_path / "staging").exists()


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)


@settings(max_examples=60)
@given(old=st.sets(PATHS), new=st.sets(PATHS), data=st.data())
def test_a_site_holds_exactly_the_outputs(
    tmp_path_factory: pytest.TempPathFactory, old: set[str], new: set[str], data: st.DataObject
) -> None:
    old, new = prefix_free(old), prefix_free(new)
    root = tmp_path_factory.mktemp("site")
    before = SiteFiles(root / "site")
    for path in old:
        before.write(path, b"old")
    files = SiteFiles(root / "site", root / "staging")
    expected = {}
    for path in new:
        kept = path in old and data.draw(st.booleans())
        expected[path] = b"old" if kept else b"new"
        files.update(path, expected[path])
    files.commit(new)
    assert contents(files) == expected


def prefix_free(paths: set[str]) -> set[str]:
    return {one for one in paths if not any(other.startswith(f"{one}/") for other in paths)}


@pytest.mark.parametrize("most", [1, 7, 4096])
def test_a_short_write_is_carried_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Disks that are nearly full, quotas and network disks take less than they are given."""
    whole = os.write
    monkeypatch.setattr(os, "write", lambda file, data: whole(file, bytes(data)[:most]))
    data = "Sơ kết quy chế phối hợp. ".encode() * 300
    site = SiteFiles(tmp_path / "site", tmp_path / "staging")
    assert site.write("index.html", data).size == len(data)
    site.commit(["index.html"])
    assert (tmp_path / "site/index.html").read_bytes() == data


def test_a_disk_that_is_full_half_way_leaves_the_last_site(
    files: SiteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, before = os.write, contents(files)

    def full(file: int, data: bytes) -> int:
        if len(data) < 8:
            raise OSError(ENOSPC, "No space left on device")
        return whole(file, bytes(data)[:4])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space"):
            files.write("index.html", b"new content")
    assert contents(files) == before
    files.begin()
    files.write("index.html", b"new content")
    files.commit({"index.html"})
    assert contents(files) == {"index.html": b"new content"}
