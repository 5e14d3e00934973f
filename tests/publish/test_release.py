"""A release is complete and verified, or it does not go live."""

from __future__ import annotations

import gzip
import os
import re
from typing import TYPE_CHECKING

import brotli
import pytest
from click.testing import CliRunner
from tests.publish.conftest import announce

from bantin.cli.release import release, rollback
from bantin.release.store import KEPT_RELEASES, ReleaseStore
from bantin.release.tree import file_digests, name_of
from bantin.release.verify import verify_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def served(dest: Path) -> str:
    return (dest / "current" / "robots.txt").read_text(encoding="utf-8").strip()


@pytest.fixture
def store(tmp_path: Path) -> ReleaseStore:
    return ReleaseStore(tmp_path / "dest", flush=lambda: None)


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    return tmp_path / "dest"


def test_a_release_is_named_after_its_content(
    store: ReleaseStore, dest: Path, make_site: Callable[[str], Path]
) -> None:
    site = make_site("mot")
    name = store.release(site, verify_site)
    assert store.current == name
    assert name == name_of(file_digests(site)) == name_of(file_digests(dest / "current"))
    assert served(dest) == "mot"
    assert store.release(site, verify_site) == name
    assert store.history() == [name]


def test_files_have_compressed_copies_of_the_same_content(
    store: ReleaseStore, dest: Path, make_site: Callable[[str], Path]
) -> None:
    store.release(make_site("mot"), verify_site)
    page = (dest / "current/index.html").read_bytes()
    assert gzip.decompress((dest / "current/index.html.gz").read_bytes()) == page
    assert brotli.decompress((dest / "current/index.html.br").read_bytes()) == page
    assert not (dest / "current/robots.txt.gz").exists()


def test_unchanged_files_are_shared_with_the_release_before(
    store: ReleaseStore, dest: Path, make_site: Callable[[str], Path]
) -> None:
    one, other = make_site("mot"), make_site("hai")
    (other / "tin/0/index.html").write_bytes((one / "tin/0/index.html").read_bytes())
    store.release(one, verify_site)
    before = {path: (dest / "current" / path).stat() for path in ("tin/0/index.html", "index.html")}
    store.release(other, verify_site)
    after = {path: (dest / "current" / path).stat() for path in before}
    assert before["tin/0/index.html"].st_ino == after["tin/0/index.html"].st_ino
    assert before["index.html"].st_ino != after["index.html"].st_ino
    assert (dest / "current/tin/0/index.html.gz").is_file()


def test_the_last_five_releases_are_kept(
    store: ReleaseStore, dest: Path, make_site: Callable[[str], Path]
) -> None:
    names = [store.release(make_site(f"ban-{n}"), verify_site) for n in range(KEPT_RELEASES + 3)]
    assert sorted(f.name for f in (dest / "releases").iterdir()) == sorted(names[-KEPT_RELEASES:])
    assert store.history() == names[-KEPT_RELEASES:]


def test_rolling_back_goes_one_release_at_a_time(
    store: ReleaseStore, dest: Path, make_site: Callable[[str], Path]
) -> None:
    a, b, _ = (store.release(make_site(word), verify_site) for word in ("a", "b", "c"))
    assert store.rollback() == b
    assert store.rollback() == a
    assert served(dest) == "a"
    with pytest.raises(ValueError, match="không còn bản"):
        store.rollback()
    assert served(dest) == "a"


def test_a_rollback_skips_what_was_rolled_back_before(
    store: ReleaseStore, dest: Path, make_site: Callable[[str], Path]
) -> None:
    a, _ = (store.release(make_site(word), verify_site) for word in ("a", "b"))
    store.rollback()
    store.release(make_site("c"), verify_site)
    assert store.rollback() == a
    assert served(dest) == "a"


def broken(site: Path, spoil: str) -> Path:
    page = site / "tin/1/index.html"
    added = {
        "link": '<a href="../khong-co/">x</a>',
        "anchor": '<a href="../2/#khong-co">x</a>',
        "picture": "<img src='anh.jpg' alt=''>",
        "script": "<script>other()</script>",
        "heavy": " " * 600_000,
    }
    page.write_text(page.read_text(encoding="utf-8") + added.get(spoil, ""), encoding="utf-8")
    if spoil == "json":
        (site / "du-lieu/articles.json").write_text("{")
    if spoil == "index":
        (site / "tim-kiem/chi-muc/manifest.json").write_text("{}")
    if spoil == "count":
        (site / "du-lieu/articles.json").write_text("[{}]")
    if spoil == "missing":
        (site / "feed.xml").unlink()
    return site


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        ("link", "tin/1/index.html: liên kết đến «/tin/khong-co/» không dẫn đến đâu (1 trang)"),
        ("anchor", "«/tin/2/#khong-co»"),
        ("picture", "«/tin/1/anh.jpg»"),
        ("script", "tin/1/index.html có đoạn mã mà chính sách"),
        ("heavy", "tin/1/index.html nặng"),
        ("json", "du-lieu/articles.json không phải JSON"),
        ("missing", "thiếu tệp feed.xml"),
        ("index", "chỉ mục tìm kiếm không mở được: tệp chỉ mục gốc hỏng"),
        ("count", "chỉ mục tìm kiếm có 0 bài, dữ liệu có 1 bài"),
    ],
)
def test_a_faulty_site_does_not_go_live(
    store: ReleaseStore, dest: Path, make_site: Callable[[str], Path], spoil: str, fault: str
) -> None:
    store.release(make_site("tot"), verify_site)
    with pytest.raises(ValueError, match=re.escape(fault)):
        store.release(broken(make_site("hong"), spoil), verify_site)
    assert served(dest) == "tot"
    assert len(list((dest / "releases").iterdir())) == 1


def test_a_draft_in_the_site_is_a_fault(make_site: Callable[[str], Path]) -> None:
    site = make_site("mot")
    assert verify_site(site, ["tin/khong/"]) == []
    assert verify_site(site, ["tin/1/"]) == ["tin/1/ chưa được phép đăng mà có trong bản dựng"]


def test_a_link_out_of_the_site_is_refused(
    store: ReleaseStore, make_site: Callable[[str], Path], tmp_path: Path
) -> None:
    site = make_site("mot")
    (tmp_path / "bi-mat").write_text("x")
    (site / "tin/bi-mat").symlink_to(tmp_path / "bi-mat")
    with pytest.raises(ValueError, match="không phải tệp thường"):
        store.release(site, verify_site)
    assert store.current == ""


def test_the_commands_release_and_roll_back(
    make_site: Callable[[str], Path], dest: Path, tmp_path: Path
) -> None:
    runner, marker = CliRunner(), tmp_path / "sau"
    root = ["--root", str(tmp_path / "trong")]
    for word in ("mot", "hai"):
        announce(site := make_site(word), tmp_path / "trong")
        ran = runner.invoke(release, [str(dest), "--site", str(site), *root])
        assert ran.exit_code == 0, ran.output
    ran = runner.invoke(rollback, [str(dest), "--after", f"touch {marker}"])
    assert ran.exit_code == 0, ran.output
    assert served(dest) == "mot"
    assert marker.exists()
    assert runner.invoke(rollback, [str(dest)]).exit_code == 1
    announce(spoiled := broken(make_site("ba"), "link"), tmp_path / "trong")
    ran = runner.invoke(release, [str(dest), "--site", str(spoiled), *root])
    assert ran.exit_code == 1
    assert "bản đang chạy được giữ nguyên" in ran.output
    assert served(dest) == "mot"


def spoil_content(site: Path, change: str) -> None:
    """Change what files hold, and neither their names nor their sizes."""
    file, other = site / "tin/1/index.html", site / "tin/2/index.html"
    text, at = file.read_bytes(), file.stat().st_mtime_ns
    match change:
        case "same size":
            file.write_bytes(text.replace(b"mot", b"ba "))
        case "same size and time":
            file.write_bytes(text[::-1])
            os.utime(file, ns=(at, at))
        case "one bit":
            file.write_bytes(bytes([text[0] ^ 1]) + text[1:])
        case "swapped":
            other.write_bytes(text.replace(b"mot", b"ba "))
            file.rename(site / "swap")
            other.rename(file)
            (site / "swap").rename(other)


def spoil_tree(site: Path, change: str) -> None:
    file = site / "tin/1/index.html"
    match change:
        case "more":
            (site / "bao-cao-mat.docx").write_text("x")
        case "hidden":
            (site / "tin/.htaccess").write_text("x")
        case "copy":
            (site / "tin/1/index.html.gz").write_text("x")
        case "less":
            file.unlink()
        case "cut":
            file.write_bytes(file.read_bytes()[:-1])
        case "link":
            (site / "tin/ra").symlink_to(site.parent, target_is_directory=True)
        case "moved":
            file.rename(site / "tin/1/Index.html")
        case _:
            spoil_content(site, change)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("more", "bao-cao-mat.docx không do lần dựng này làm ra"),
        ("hidden", "tin/.htaccess không do lần dựng này làm ra"),
        ("copy", "tin/1/index.html.gz không do lần dựng này làm ra"),
        ("less", "thiếu tệp tin/1/index.html"),
        ("cut", "byte, lúc dựng có"),
        ("same size", "tin/1/index.html đã bị sửa sau lúc dựng"),
        ("same size and time", "tin/1/index.html đã bị sửa sau lúc dựng"),
        ("one bit", "tin/1/index.html đã bị sửa sau lúc dựng"),
        ("swapped", "tin/1/index.html đã bị sửa sau lúc dựng"),
        ("link", "tin/ra không do lần dựng này làm ra"),
        ("moved", "tin/1/Index.html không do lần dựng này làm ra\nthiếu tệp tin/1/index.html"),
    ],
)
def test_a_tree_that_is_not_what_was_announced_does_not_go_live(
    make_site: Callable[[str], Path], dest: Path, tmp_path: Path, change: str, fault: str
) -> None:
    root = tmp_path / "goc"
    announce(site := make_site("mot"), root)
    command = [str(dest), "--site", str(site), "--root", str(root)]
    assert CliRunner().invoke(release, command).exit_code == 0
    spoil_tree(site, change)
    ran = CliRunner().invoke(release, command)
    assert ran.exit_code == 1
    assert fault in ran.output
    assert "bản đang chạy được giữ nguyên" in ran.output
    assert len(list((dest / "releases").iterdir())) == 1


def test_a_site_without_a_list_does_not_go_live(
    make_site: Callable[[str], Path], dest: Path, tmp_path: Path
) -> None:
    command = [str(dest), "--site", str(make_site("mot")), "--root", str(tmp_path)]
    ran = CliRunner().invoke(release, command)
    assert ran.exit_code == 1
    assert "của lần dựng; hãy dựng lại" in ran.output
    assert not (dest / "current").exists()


def test_a_script_that_is_not_the_themes_does_not_go_live(make_site: Callable[[str], Path]) -> None:
    site = make_site("mot")
    page, script = site / "tin/1/index.html", site / "evil.js"
    script.write_text("x()")
    page.write_text(page.read_text(encoding="utf-8") + '<script src="/evil.js"></script>')
    assert verify_site(site) == ["tin/1/index.html chạy mã «/evil.js», không phải của giao diện"]


def test_a_platform_without_links_in_one_step_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "sync")
    store = ReleaseStore(tmp_path / "dest", flush=lambda: None)
    with pytest.raises(ValueError, match="máy chủ Linux"):
        store.release(tmp_path, lambda _: [])
    assert not (tmp_path / "dest").exists()
