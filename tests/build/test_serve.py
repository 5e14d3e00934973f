"""While serving, an article with a problem is left out and named, and the rest goes on."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import contextmanager
from signal import SIGINT
from threading import Event, Thread, Timer
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BROKEN = "---\ntitle: HONGKHONGLO: nháp\ndate: 2024-04-25\n---\nHONGKHONGLO\n"
# A server that says nothing more is ended, so that reading it fails instead of waiting.
PATIENCE = 60


class Served:
    """A running ``mkdocs serve`` with what it says."""

    def __init__(self, project: Path, address: str, **others: str) -> None:
        environ = {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": "2024-06-30", "PATH": "/usr/bin:/bin"}
        environ |= others
        self.address = address
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=project,
            env=environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def saves(self, file: Path, text: str) -> list[str]:
        """Write a file, and return what is said of it until its pages are there."""
        file.write_text(text, encoding="utf-8")
        # What is written while the watcher makes ready is missed: then it is saved once more.
        heard = Event()

        def save_again() -> None:
            while not heard.wait(5):
                file.touch()

        again = Thread(target=save_again)
        again.start()
        assert self.process.stdout
        first = self.process.stdout.readline()
        heard.set()
        again.join()
        return [first.rstrip("\n"), *self.says_until("Đã dựng")]

    def says_until(self, beginning: str) -> list[str]:
        """Read the terminal up to a line that begins so."""
        assert self.process.stdout
        lines: list[str] = []
        for line in self.process.stdout:
            lines.append(line.rstrip("\n"))
            if line.startswith(beginning):
                return lines
        pytest.fail("the server ended: " + "\n".join(lines))

    def page(self, address: str) -> str:
        """Return a page, that of the fault included."""
        try:
            with urlopen(f"http://{self.address}/{address}") as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            return error.read().decode()


@contextmanager
def serving(project: Path, **others: str) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    served = Served(project, address, **others)
    end = Timer(PATIENCE, served.process.kill)
    end.start()
    try:
        yield served
    finally:
        end.cancel()
        served.process.send_signal(SIGINT)
        served.process.wait()
        assert served.process.stdout
        served.process.stdout.close()


def test_every_save_is_checked_and_the_server_goes_on(miniature: Path) -> None:
    broken = miniature / "docs/tin/2024/hong.md"
    with serving(miniature) as served:
        start = served.says_until("Mở http://")
        assert start[0] == "Đang dựng bản xem thử…"
        assert not [line for line in start if "Building" in line or "INFO" in line]

        said = served.saves(broken, BROKEN)
        fault = "docs/tin/2024/hong.md:2:19: dấu hai chấm"
        assert said[0].startswith("Vừa lưu docs/tin/2024/hong.md: 1 lỗi")
        assert said[1].startswith(fault)
        assert len(said) == 3
        assert fault in served.page("")
        assert "Bốn cơ quan đánh giá" in served.page("")
        assert fault in served.page("tin/2024/hong/")

        right = BROKEN.replace("HONGKHONGLO: nháp", "Nháp").replace("date:", "status: draft\ndate:")
        said = served.saves(broken, right)
        assert said[0].startswith("Vừa lưu docs/tin/2024/hong.md: không có lỗi; bài nháp")
        assert fault not in served.page("")
        assert "HONGKHONGLO" not in served.page("")


def test_a_problem_of_a_registry_is_reported_once(miniature: Path) -> None:
    agencies = miniature / "data/agencies.yml"
    source = agencies.read_text(encoding="utf-8")
    with serving(miniature) as served:
        served.says_until("Mở http://")
        said = served.saves(agencies, source.replace("parent: tu-", "parent: xx-"))
        assert said[0].startswith("Vừa lưu data/agencies.yml: 1 lỗi")
        assert said[1].startswith("data/agencies.yml:18:11: parent: mã «xx-quang-nam»")
        assert len(said) == 3
        assert "data/agencies.yml:18:11: parent: mã «xx-quang-nam»" in served.page("")
        said = served.saves(agencies, source + "  - [\n")
        assert len([line for line in said if line.startswith(("data/", "docs/tin/"))]) == 1
        assert "Tin thường" in served.page("tin/2024/tin-thuong/")


def test_nothing_of_a_broken_article_reaches_any_page(miniature: Path) -> None:
    (miniature / "docs/tin/2024/hong.md").write_text(BROKEN, encoding="utf-8")
    with serving(miniature) as served:
        said = served.says_until("Mở http://")
        assert [line for line in said if line.startswith("docs/tin/2024/hong.md:2:19:")]
        for address in ("", "tin/2024/hong/", "nam/2024/", "feed.xml", "tin/2024/tin-thuong/"):
            assert "HONGKHONGLO" not in served.page(address)


def test_what_a_killed_server_left_goes_with_the_next(miniature: Path, tmp_path: Path) -> None:
    common = tmp_path / "tmp"
    common.mkdir()
    with serving(miniature, TMPDIR=str(common)) as served:
        served.says_until("Mở http://")
        served.process.kill()
        served.process.wait()
    left = {file.name for file in common.iterdir()}
    assert len(left) == 2
    with serving(miniature, TMPDIR=str(common)) as served:
        served.says_until("Mở http://")
        there = {file.name for file in common.iterdir()}
        assert len(there) == 2
        assert not there & left
    assert list(common.iterdir()) == []


def test_a_stray_file_is_told_and_not_shown(miniature: Path) -> None:
    docs = miniature / "docs"
    (docs / "bai-mat.md").write_text("---\ntitle: HONGKHONGLO\nstatus: draft\n---\n\nHONGKHONGLO\n")
    (docs / "assets/js").mkdir(parents=True)
    (docs / "assets/js/bantin.js").write_text("HONGKHONGLO")
    # Followed, these lead in circles without end.
    (docs / "huong-dan/vong").symlink_to("..", target_is_directory=True)
    (docs / "anh/vong").symlink_to("..", target_is_directory=True)
    with serving(miniature) as served:
        said = "\n".join(served.says_until("Mở http://"))
        for path in ("bai-mat.md", "assets/js/bantin.js", "huong-dan/vong", "anh/vong"):
            assert f"docs/{path}:1:1: " in said
        for address in ("", "bai-mat/", "assets/js/bantin.js", "huong-dan/"):
            assert "HONGKHONGLO" not in served.page(address)
        assert "docs/bai-mat.md:1:1: trang này không có tên" in served.page("")
        assert "docs/bai-mat.md:1:1: trang này không có tên" in served.page("bai-mat/")
        page = docs / "huong-dan/index.md"
        text = page.read_text(encoding="utf-8")
        said = "\n".join(served.saves(page, f"{text}\n\n<script>x()</script>\n"))
        assert "docs/huong-dan/index.md:" in said
        assert "không nhận HTML «<script>»" in said
        assert "x()" not in served.page("huong-dan/").partition("</aside>")[2]
        served.saves(page, f"{text}\n\nCHUMOI\n")
        assert "CHUMOI" in served.page("huong-dan/")
