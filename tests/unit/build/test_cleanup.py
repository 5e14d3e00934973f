"""What a build neither wrote nor wants leaves the site, and nothing else does."""

from pathlib import Path

import pytest

from bantin.build.cleanup import Sweeper
from bantin.build.previous_site import files_of, tick

WANTED = {"index.html", "tin/index.html"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a file too many."""
    for name in (*WANTED, "tin/cu/index.html"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("cũ", "utf-8")
    return tmp_path / "site"


def begun(site: Path, folder: Path, mark: Path | None = None) -> Sweeper:
    sweeper = Sweeper([folder / "khong-co", site], mark)
    sweeper.begin(tick(folder / "started"))
    return sweeper


def test_what_stood_there_goes_and_what_was_written_stays(site: Path, tmp_path: Path) -> None:
    sweeper = begun(site, tmp_path)
    (site / "moi.html").write_text("mới", "utf-8")
    sweeper.sweep(site, WANTED)
    assert set(files_of(site)) == {*WANTED, "moi.html"}
    assert not (site / "tin" / "cu").exists()


def test_where_no_site_stood_nothing_is_looked_for(site: Path, tmp_path: Path) -> None:
    sweeper = Sweeper([tmp_path / "khong-co"])
    sweeper.begin(tick(tmp_path / "started"))
    sweeper.sweep(site, WANTED)
    assert set(files_of(site)) == {*WANTED, "tin/cu/index.html"}


def test_what_the_build_itself_has_removed_is_passed_over(site: Path, tmp_path: Path) -> None:
    sweeper = begun(site, tmp_path)
    (site / "tin" / "cu" / "index.html").unlink()
    sweeper.sweep(site, WANTED)
    assert set(files_of(site)) == WANTED


def test_a_marked_site_is_swept_again_once_other_files_are_wanted(
    site: Path, tmp_path: Path
) -> None:
    mark = tmp_path / "swept"
    begun(site, tmp_path, mark).sweep(site, WANTED)
    assert set(files_of(site)) == WANTED
    begun(site, tmp_path, mark).sweep(site, {"index.html"})
    assert files_of(site) == ["index.html"]


def test_a_build_broken_off_leaves_no_mark(site: Path, tmp_path: Path) -> None:
    mark = tmp_path / "swept"
    begun(site, tmp_path, mark).sweep(site, WANTED)
    begun(site, tmp_path, mark)
    (site / "do-dang.html").write_text("dở dang", "utf-8")
    begun(site, tmp_path, mark).sweep(site, WANTED)
    assert set(files_of(site)) == WANTED
