"""The command that make and release run: wrong settings are told before MkDocs reads them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.conftest import BUILD_DAY, ROOT, Built

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = ROOT / "hooks/command.py"


def run(project: Path, *words: str) -> Built:
    ran = subprocess.run(
        [sys.executable, str(COMMAND), *(words or ("build", "--strict"))],
        cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return Built(project / "site", ran.returncode, ran.stdout + ran.stderr)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("site_name: Bản tin thử", "site_name: 2024", "mkdocs.yml:2:12: site_name: thấy «2024»"),
        ("site_name: Bản tin thử", "site_name: A: B", "mkdocs.yml:2:13: dấu hai chấm kèm dấu"),
        ("site_name: Bản tin thử", "site_name: [A, B", "mkdocs.yml:2:12: danh sách trong ngoặc"),
        ("site_name: Bản tin thử\n", "", "site_name: thiếu trường bắt buộc này"),
        ("plugins: []", "plugins: [khong-co]", "mkdocs.yml:10:11: plugins: «khong-co» chưa được"),
        ("plugins: []", "plugin: []", "mkdocs.yml:10:9: plugin: không có trường nào tên «plugin»"),
        ("hooks/serve.py", "hooks/sreve.py", "hooks: không có tệp hay thư mục «../../hooks/sreve"),
        ("  - toc:", "\t- toc:", "thụt đầu dòng bằng phím Tab"),
    ],
)
def test_wrong_settings_are_told_as_all_else_is(
    miniature: Path, old: str, new: str, said: str
) -> None:
    settings = miniature / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")
    refused = run(miniature)
    assert refused.status == 1
    assert said in refused.output
    assert refused.output.endswith("1 lỗi trong thiết lập; trang cũ được giữ nguyên\n")
    assert len(refused.output.splitlines()) == 2
    assert not refused.site.exists()


def test_a_folder_without_settings_is_named(tmp_path: Path) -> None:
    refused = run(tmp_path)
    assert (refused.status, refused.output) == (
        1,
        "không có tệp mkdocs.yml trong thư mục này; hãy chuyển vào thư mục của bản tin\n",
    )


def test_right_settings_are_built_by_the_host(miniature: Path, mini: Built) -> None:
    built = run(miniature)
    assert built.status == 0, built.output
    assert built.files() == mini.files()
