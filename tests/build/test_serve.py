"""While serving, an article with a problem is left out and named, and the rest goes on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What ``mkdocs serve`` does at each change, without the server.
SERVE = """
from mkdocs.commands.build import build
from mkdocs.config import load_config
for round in range(2):
    config = load_config("mkdocs.yml")
    if not round:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config)
"""


def serve(project: Path) -> tuple[int, str]:
    environ = {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": "2024-06-30", "PATH": "/usr/bin:/bin"}
    ran = subprocess.run(
        [sys.executable, "-c", SERVE],
        cwd=project,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_what_is_wrong_is_left_out_and_named(miniature: Path) -> None:
    text = "---\ntitle: HONGKHONGLO: nháp\ndate: 2024-04-25\n---\nHONGKHONGLO\n"
    (miniature / "docs/tin/2024/hong.md").write_text(text, encoding="utf-8")
    agencies = miniature / "data/agencies.yml"
    source = agencies.read_text(encoding="utf-8")
    agencies.write_text(source.replace("parent: tu-", "parent: xx-"), encoding="utf-8")
    status, output = serve(miniature)
    assert status == 0, output
    home = (miniature / "site/index.html").read_text(encoding="utf-8")
    assert "docs/tin/2024/hong.md:2:19: dấu hai chấm" in home
    assert "docs/tin/2024/hong.md:2:19: dấu hai chấm" in output
    assert "data/agencies.yml:18:11: parent: mã «xx-quang-nam»" in home
    assert "Bốn cơ quan đánh giá" in home
    assert not (miniature / "site/tin/2024/hong").exists()
    pages = (miniature / "site").rglob("*.html")
    assert not [page for page in pages if "HONGKHONGLO" in page.read_text(encoding="utf-8")]
