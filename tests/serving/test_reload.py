"""A release under a running nginx: page and policy change together, or neither does."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from tests.publish.conftest import announce, write_site
from tests.serving.server import Server, nginx, serve

from bantin.cli.release import release
from bantin.publish.server import server_outputs
from bantin.publish.server.headers import inline_scripts
from bantin.release.store import ReleaseStore
from bantin.runtime.site_files import SiteFiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPT = "<script>{0}()</script>"


def site(folder: Path, word: str) -> Path:
    """A site whose pages all have a script of their own, which its policy allows."""
    made = write_site(folder / word, word)
    for page in made.rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace("<script>inline()</script>", "")
        page.write_text(text + SCRIPT.format(word), encoding="utf-8")
    for output in server_outputs(inline_scripts(SCRIPT.format(word)), {"cu/": f"{word}/"}):
        SiteFiles(made).write(output.path, output.content)
    return made


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Server]:
    """An nginx that serves the first release."""
    dest = tmp_path / "dest"
    ReleaseStore(dest, flush=lambda: None).release(site(tmp_path, "mot"), lambda _: [])
    with serve(dest, tmp_path / "nginx") as server:
        yield server


def release_second(tmp_path: Path, server: Server) -> Result:
    folder = tmp_path / "nginx"
    after = f"{nginx()} -p {folder} -c {folder}/nginx.conf -s reload"
    announce(second := site(tmp_path, "hai"), tmp_path / "nothing")
    options = ["--root", str(tmp_path / "nothing"), "--site", str(second)]
    return CliRunner().invoke(release, [str(server.dest), *options, "--after", after])


def settled(server: Server, word: str) -> bool:
    """Whether page, policy and old addresses become those of one release."""
    for _ in range(200):
        sleep(0.05)  # workers of before the reload may still answer
        page, old = server.get("/"), server.get("/cu/")
        hashes = inline_scripts(page.body.decode())
        policy = page.headers["content-security-policy"]
        is_allowed = bool(hashes) and all(hash_ in policy for hash_ in hashes)
        is_moved = old.headers.get("location") == f"/{word}/"
        if is_allowed and is_moved and f"<title>{word}</title>" in page.body.decode():
            return True
    return False


def test_a_reload_brings_the_policy_of_the_new_pages(tmp_path: Path, running: Server) -> None:
    assert settled(running, "mot")
    ran = release_second(tmp_path, running)
    assert ran.exit_code == 0, ran.output
    assert settled(running, "hai")


@pytest.mark.parametrize("line", ["khong_co_lenh_nay;", "include khong-co.conf;", "}"])
def test_a_reload_that_fails_leaves_pages_and_policy_of_before(
    tmp_path: Path, running: Server, line: str
) -> None:
    file = tmp_path / "nginx/nginx.conf"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    ran = release_second(tmp_path, running)
    assert ran.exit_code == 1
    assert "Đã đưa bản trước trở lại" in ran.output
    assert settled(running, "mot")
