"""What may go wrong around a release: rights, disks, clocks, servers and the command after it."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import time
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from tests.publish.conftest import announce

from bantin.cli.release import release, rollback
from bantin.release.nginx import find_program
from bantin.release.store import ReleaseStore
from bantin.release.tree import closed_folder
from bantin.release.verify import verify_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / "hooks"
GUIDES = ("docs/huong-dan/phat-hanh.md", "hooks/bantin/release/README.md")
DAY = 24 * 3600
SMALL_FILES = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from bantin.cli import main
main()
"""


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    return tmp_path / "dest"


@pytest.fixture
def run(tmp_path: Path, dest: Path) -> Callable[..., Result]:
    """Release a site by the command, beside nothing but it."""

    def invoke(site: Path, *options: str) -> Result:
        announce(site, tmp_path / "nothing")
        root = ["--root", str(tmp_path / "nothing"), "--site", str(site)]
        return CliRunner().invoke(release, [str(dest), *root, *options])

    return invoke


@pytest.fixture(params=[0o077, 0o027, 0o022])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def served(dest: Path) -> str:
    return (dest / "current/robots.txt").read_text(encoding="utf-8").strip()


def unreadable(dest: Path) -> list[str]:
    """Everything that a web server of another user could not read."""
    folders = [dest, dest / "releases", *(f for f in (dest / "releases").rglob("*") if f.is_dir())]
    files = [file for file in (dest / "releases").rglob("*") if file.is_file()]
    closed = [f for f in folders if stat.S_IMODE(f.stat().st_mode) & 0o755 != 0o755]
    return sorted(map(str, closed + [f for f in files if stat.S_IMODE(f.stat().st_mode) != 0o644]))


def test_a_server_reads_a_release_whatever_the_umask(
    make_site: Callable[[str], Path], dest: Path, umask: int
) -> None:
    for word in ("mot", "hai"):
        ReleaseStore(dest, flush=lambda: None).release(make_site(word), verify_site)
        assert unreadable(dest) == [], oct(umask)


def test_a_release_that_was_closed_is_opened_again(
    make_site: Callable[[str], Path], dest: Path
) -> None:
    store, site = ReleaseStore(dest, flush=lambda: None), make_site("mot")
    store.release(site, verify_site)
    for path in (dest / "releases").rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    (dest / "releases").chmod(0o700)
    store.release(site, verify_site)
    assert unreadable(dest) == []


def test_private_files_of_a_site_are_public_in_its_release(
    make_site: Callable[[str], Path], dest: Path
) -> None:
    site = make_site("mot")
    (site / "index.html").chmod(0o600)
    (site / "tin").chmod(0o700)
    ReleaseStore(dest, flush=lambda: None).release(site, verify_site)
    assert unreadable(dest) == []


def test_a_folder_that_keeps_the_server_out_is_named(
    make_site: Callable[[str], Path], dest: Path, run: Callable[..., Result]
) -> None:
    dest.mkdir(mode=0o700)
    ran = run(make_site("mot"))
    assert ran.exit_code == 0
    closed = closed_folder(dest)
    assert closed
    assert f"không vào được thư mục «{closed}»" in ran.output
    assert closed in (dest.resolve(), *dest.resolve().parents)


def test_a_command_that_fails_brings_the_earlier_release_back(
    make_site: Callable[[str], Path], dest: Path, run: Callable[..., Result]
) -> None:
    assert run(make_site("mot"), "--after", "true").exit_code == 0
    ran = run(make_site("hai"), "--after", "false")
    assert ran.exit_code == 1
    assert isinstance(ran.exception, SystemExit)
    assert "báo lỗi (mã 1)" in ran.output
    assert "Đã đưa bản trước trở lại" in ran.output
    assert served(dest) == "mot"
    assert run(make_site("hai"), "--after", "true").exit_code == 0
    assert served(dest) == "hai"


def test_a_first_release_stays_though_the_command_fails(
    make_site: Callable[[str], Path], dest: Path, run: Callable[..., Result]
) -> None:
    site = make_site("mot")
    for _ in range(2):
        ran = run(site, "--after", "false")
        assert (ran.exit_code, served(dest)) == (1, "mot")
        assert "trở lại" not in ran.output


@pytest.mark.parametrize("after", ["khong-co-lenh-nay -s reload", "nginx -s 'reload"])
def test_a_command_that_cannot_be_run_is_refused_before_the_switch(
    make_site: Callable[[str], Path], dest: Path, run: Callable[..., Result], after: str
) -> None:
    assert run(make_site("mot")).exit_code == 0
    assert run(make_site("hai"), "--after", after).exit_code == 2
    assert served(dest) == "mot"


def test_rolling_back_tells_of_a_command_that_fails(
    make_site: Callable[[str], Path], dest: Path, run: Callable[..., Result]
) -> None:
    for word in ("mot", "hai"):
        assert run(make_site(word)).exit_code == 0
    ran = CliRunner().invoke(rollback, [str(dest), "--after", "false"])
    assert (ran.exit_code, served(dest)) == (1, "mot")
    assert isinstance(ran.exception, SystemExit)


def test_another_release_is_not_taken_back(make_site: Callable[[str], Path], dest: Path) -> None:
    store = ReleaseStore(dest, flush=lambda: None)
    a, b, c = (store.release(make_site(word), verify_site) for word in ("a", "b", "c"))
    assert not store.restore(a, instead_of=b)
    assert store.current == c
    assert not store.restore("khong-co", instead_of=c)
    assert store.restore(b, instead_of=c)
    assert served(dest) == "b"


@pytest.mark.parametrize(
    "line",
    [
        "map_hash_bucket_size 512;",
        "add_header",
        "set $bantin_cache;",
        "location = /cu/ { return 301",
        "}",
    ],
)
def test_what_nginx_refuses_does_not_go_live(
    make_site: Callable[[str], Path], dest: Path, run: Callable[..., Result], line: str
) -> None:
    assert find_program("nginx"), "no nginx: run 'make test', which finds or installs one"
    assert run(make_site("mot")).exit_code == 0
    site = make_site("hai")
    with (site / "_nginx/server.conf").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    ran = run(site)
    assert ran.exit_code == 1
    assert "nginx không nhận cấu hình của bản dựng" in ran.output
    assert "_nginx/server.conf:" in ran.output
    assert served(dest) == "mot"


def test_a_machine_without_nginx_releases_all_the_same(
    make_site: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bantin.release.nginx.PLACES", ())
    monkeypatch.setenv("PATH", "")
    assert verify_site(make_site("mot")) == []


def test_a_full_disk_is_told_in_a_sentence(
    make_site: Callable[[str], Path],
    dest: Path,
    run: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert run(make_site("mot")).exit_code == 0
    sites = make_site("hai")

    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device", "index.html")

    with monkeypatch.context() as patched:
        patched.setattr("shutil.copyfile", full)
        ran = run(sites)
    assert (ran.exit_code, served(dest)) == (1, "mot")
    assert "Không ghi được «index.html»: ổ đĩa đầy" in ran.output
    assert len(list((dest / "releases").iterdir())) == 1
    assert run(sites).exit_code == 0
    assert served(dest) == "hai"


def test_a_disk_that_refuses_large_files_leaves_what_is_live(
    make_site: Callable[[str], Path], dest: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    assert run(make_site("mot")).exit_code == 0
    announce(site := make_site("hai"), tmp_path)
    options = ["--root", str(tmp_path), "--site", str(site)]
    ran = subprocess.run(
        [sys.executable, "-c", SMALL_FILES, "release", str(dest), *options],
        env={**os.environ, "PYTHONPATH": str(HOOKS)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "bản đang chạy được giữ nguyên" in ran.stderr
    assert served(dest) == "mot"
    assert len(list((dest / "releases").iterdir())) == 1


@pytest.mark.parametrize("days", [-400, 1, 4000])
def test_the_clock_decides_nothing(
    make_site: Callable[[str], Path], dest: Path, run: Callable[..., Result], days: int
) -> None:
    first, second = make_site("mot"), make_site("hai")
    moment = time.time() + days * DAY
    for path in first.rglob("*"):
        os.utime(path, (moment, moment))
    (second / "tin/1/index.html").unlink()
    assert run(first).exit_code == 0
    assert run(second).exit_code == 0
    assert served(dest) == "hai"
    assert not (dest / "current/tin/1/index.html").exists()


def test_handbook_and_guide_release_by_the_same_command() -> None:
    told = [(ROOT / name).read_text(encoding="utf-8") for name in GUIDES]
    rule = re.search(
        r"^release: (.*)$\n(?:\t.*\n)+", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    )
    assert rule
    assert "$(STAMP)" in rule[1]
    for text in told:
        assert re.search(r"make release DEST=\S+ AFTER=\"\S.*reload nginx\"", text)
        assert "&& .venv/bin/bantin release" not in text


def test_a_release_needs_a_place() -> None:
    ran = subprocess.run(["make", "-n", "release", "DEST="], cwd=ROOT, capture_output=True,
                         text=True, check=True)  # fmt: skip
    assert "Cần nơi phát hành" in ran.stdout


@pytest.mark.parametrize("content", [b"", b"<!doc", b"other"])
def test_a_copy_that_is_not_the_site_does_not_go_live(
    make_site: Callable[[str], Path], dest: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    """A build that runs meanwhile, or a disk that writes less than it says."""
    store = ReleaseStore(dest, flush=lambda: None)
    store.release(make_site("mot"), verify_site)
    whole = shutil.copyfile

    def short(source: Path, target: Path) -> Path:
        whole(source, target)
        if target.name == "robots.txt":
            target.write_bytes(content)
        return target

    monkeypatch.setattr("shutil.copyfile", short)
    with pytest.raises(ValueError, match="thay đổi trong lúc chép"):
        store.release(make_site("hai"), verify_site)
    assert served(dest) == "mot"
    assert len(list((dest / "releases").iterdir())) == 1
