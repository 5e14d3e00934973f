"""The editor is part of a site only where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build


def test_the_editor_comes_and_goes_with_the_build(
    packages: Path, build: Build, miniature: Path
) -> None:
    assert packages.is_dir()
    with_editor = build(miniature, ADMIN="1")
    assert with_editor.status == 0, with_editor.output
    assert 'lang="vi"' in with_editor.page("admin")
    assert (with_editor.site / "admin" / "sveltia-cms.js").stat().st_size > 2_000_000
    without = build(miniature, ADMIN="")
    assert without.status == 0, without.output
    assert not (without.site / "admin").exists()


def test_wrong_settings_stop_the_build_before_it_cleans(
    packages: Path, build: Build, miniature: Path
) -> None:
    assert packages.is_dir()
    first = build(miniature)
    config = miniature / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    wrong = text.replace("\nextra:\n", "\nextra:\n  admin: {backend: svn}\n")
    assert wrong != text
    config.write_text(wrong, encoding="utf-8")
    second = build(miniature, ADMIN="1")
    assert second.status != 0
    assert (
        "extra.admin.backend: thấy «svn», chỉ nhận một trong: github, gitlab, gitea"
        in second.output
    )
    assert first.files() == second.files()
