"""The answer about settings and hand-written pages is kept only as long as it holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.unit.checking.test_handwritten import GOOD, picture

from bantin.checking.site_check import check_site
from bantin.reading import read
from bantin.runtime.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable

    from bantin.model import Problem

HOOKS = Path(__file__).parents[3] / "hooks"
SETTINGS = "site_name: Bản tin\nnav:\n  - trang.md\n"
ARTICLE = "---\ntitle: A\ndate: 2024-01-01\n---\n\nA.\n"
FILES: dict[str, bytes] = {
    "mkdocs.yml": SETTINGS.encode(),
    "docs/index.md": b"# A\n",
    "docs/trang.md": GOOD.encode(),
    "docs/tin/2024/bai.md": ARTICLE.encode(),
    "docs/anh/a.jpg": picture(),
}
PROGRAM = """
import sys
from bantin.cli import main
try:
    main(["check"])
except SystemExit as ended:
    assert not ended.code
print(sorted(sys.modules))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, data in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def checked(folder: Path, cache: Cache) -> list[Problem]:
    return check_site(read(folder / "docs", folder / "data"), cache)


def put(path: str, data: bytes) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)

    return change


@pytest.mark.parametrize(
    "change",
    [
        put("mkdocs.yml", SETTINGS.replace("site_name", "site_nam").encode()),
        put("mkdocs.yml", b"site_name: A\n"),
        put("docs/trang.md", GOOD.replace("# Gi", "<b>a</b> # Gi").encode()),
        put("docs/anh/a.jpg", b"x" * len(FILES["docs/anh/a.jpg"])),
        put("docs/la.md", b"# La\n"),
        put("docs/bao-cao.docx", b"x"),
        put("docs/tin/2024/bai.md", ARTICLE.replace("title", "status: draft\ntitle").encode()),
        put("docs/tin/2024/bai.md", b"x"),
        lambda folder: (folder / "docs/anh/a.jpg").unlink(),
        lambda folder: (folder / "docs/tin/2024/bai.md").rename(folder / "docs/tin/2024/b.md"),
        lambda folder: (folder / "docs/index.md").rename(folder / "docs/trang-chu.md"),
    ],
    ids=[
        "a misspelt setting", "nav without the page", "HTML in a page", "a damaged picture",
        "a page not named", "a stray file", "a draft", "an unreadable article",
        "a picture gone", "an article renamed", "a page renamed",
    ],
)  # fmt: skip
def test_a_kept_answer_is_that_of_a_new_check(
    folder: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    cache = Cache(tmp_path / "cache")
    before = checked(folder, cache)
    assert before == checked(folder, cache) == checked(folder, Cache()) == []
    change(folder)
    after = checked(folder, cache)
    assert after == checked(folder, cache) == checked(folder, Cache())
    for path, data in FILES.items():
        (folder / path).write_bytes(data)


def test_what_is_wrong_is_told_by_a_kept_answer_too(folder: Path, tmp_path: Path) -> None:
    put("docs/bao-cao.docx", b"x")(folder)
    cache = Cache(tmp_path / "cache")
    assert [str(one.location) for one in checked(folder, cache)] == ["docs/bao-cao.docx:1:1"]
    assert [str(one.location) for one in checked(folder, cache)] == ["docs/bao-cao.docx:1:1"]


def test_a_check_of_what_did_not_change_loads_no_parser(folder: Path) -> None:
    """What is only needed for a changed file or a message: a third of the time of a check."""
    run = [sys.executable, "-c", PROGRAM]
    for _ in range(2):
        ran = subprocess.run(
            run, cwd=folder, env={"PYTHONPATH": str(HOOKS)}, capture_output=True, text=True,
            check=True,
        )  # fmt: skip
    loaded = ran.stdout.splitlines()[-1]
    for name in (
        "bantin.markdown",
        "bantin.reading.settings",
        "comrak",
        "rapidfuzz",
        "yaml",
        "PIL._imaging",
    ):
        assert f"'{name}'" not in loaded
