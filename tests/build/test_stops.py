"""A problem stops a build before it touches the last good site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

ARTICLE = "docs/tin/2024/danh-gia-hai-nam.md"
BROKEN_DRAFT = "---\ntitle: HONGKHONGLO: nháp\nstatus: draft\ndate: 2024-04-25\n---\nHONGKHONGLO\n"


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_last_site_stays_and_every_problem_is_reported(miniature: Path, build: Build) -> None:
    before = build(miniature)
    assert before.status == 0, before.output
    files = before.files()
    (miniature / "docs/tin/2024/hong.md").write_text(BROKEN_DRAFT, encoding="utf-8")
    spoil(miniature / ARTICLE, "period: 2022-2026", "period: 2022-2027")
    spoil(miniature / "data/agencies.yml", "succeeded_by: [btgdv", "succeeded_by: [xtgdv")
    after = build(miniature)
    assert after.status != 0
    assert after.files() == files
    assert "docs/tin/2024/hong.md:2:19: dấu hai chấm" in after.output
    assert f"{ARTICLE}:12:9: period: giai đoạn 2022–2027 khác" in after.output
    assert "data/agencies.yml:12:18: succeeded_by.0: mã «xtgdv-tu-quang-nam»" in after.output
    assert "3 lỗi" in after.output
    assert "Traceback" not in after.output


def test_a_draft_with_broken_front_matter_never_reaches_a_site(
    miniature: Path, build: Build
) -> None:
    (miniature / "docs/tin/2024/hong.md").write_text(BROKEN_DRAFT, encoding="utf-8")
    built = build(miniature)
    assert built.status != 0
    assert not built.site.exists()


def test_advice_stops_nothing(miniature: Path, build: Build) -> None:
    spoil(miniature / ARTICLE, "Mở đầu,", "Sáng thứ Hai, ngày 25/4/2024,")
    built = build(miniature)
    assert built.status == 0, built.output
    assert "ngày 25/4/2024 là Thứ Năm" in built.output


def test_a_warning_of_mkdocs_leaves_the_last_site(miniature: Path, build: Build) -> None:
    before = build(miniature)
    files = before.files()
    with (miniature / "docs/gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write("\n\n[Xem](huong-dan/index.md#khong-co)\n")
    spoil(miniature / ARTICLE, "Mở đầu,", "Khai mạc,")
    after = build(miniature)
    assert after.status != 0
    assert "MkDocs báo 1 cảnh báo" in after.output
    assert "Traceback" not in after.output
    assert after.files() == files


def test_an_impossible_build_date_is_reported_in_a_sentence(miniature: Path, build: Build) -> None:
    built = build(miniature, BUILD_DATE="30/06/2024")
    assert built.status != 0
    assert "BUILD_DATE: thấy «30/06/2024», cần một ngày có thật" in built.output
    assert "Traceback" not in built.output


def test_misspelt_settings_are_reported_all_at_once(miniature: Path, build: Build) -> None:
    spoil(miniature / "mkdocs.yml", "extra:\n", "extra:\n  repositry: https://example.org/{path}\n")
    spoil(miniature / "mkdocs.yml", "phone:", "fone:")
    built = build(miniature, OFFLINE="no")
    assert built.status != 0
    assert (
        "extra.repositry: không có trường nào tên «repositry»; có phải «repository»?"
        in built.output
    )
    assert "extra.publisher.fone: không có trường nào tên «fone»; có phải «phone»?" in built.output
    assert "OFFLINE: thấy «no», cần 1 (có) hoặc 0 (không)" in built.output
    assert "3 lỗi trong thiết lập" in built.output
    assert "Traceback" not in built.output
    assert not built.site.exists()


@pytest.mark.parametrize(
    "path",
    ["data/agencies.yml", "docs/tin/2024/lien-ket.md", "docs/anh/2024/lien-ket.png",
     "docs/huong-dan/lien-ket.md", "docs/muc-la"],
)  # fmt: skip
def test_symbolic_links_are_refused(miniature: Path, build: Build, path: str) -> None:
    outside = miniature.parent.parent / "bi-mat"
    file = miniature / path
    if file.exists():
        file.rename(outside)
    else:
        outside.write_text("---\ntitle: BIMAT\n---\nBIMAT\n", encoding="utf-8")
    file.symlink_to(outside)
    built = build(miniature)
    assert built.status != 0
    assert f"{path}:1:1: là liên kết tượng trưng; hãy đặt tệp thật ở đây" in built.output
    assert not built.site.exists()
