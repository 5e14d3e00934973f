"""Links from hand-written pages to news: found by the parser of those pages, not by their looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

PAGE = "docs/gioi-thieu.md"


def append(project: Path, text: str) -> None:
    with (project / PAGE).open("a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")


def test_links_lead_to_pages_and_code_stays_as_it_is(miniature: Path, build: Build) -> None:
    append(
        miniature,
        "[một](tin/2024/danh-gia-hai-nam.md#muc-noi-dung), [hai](<tin/2024/tin-thuong.md> 'Tên'),"
        " [ba][b], `[mẫu](tin/2024/khong-co.md)`.\n\n"
        "    [mẫu](tin/2024/khong-co.md)\n\n[b]: tin/2024/bao-dua-tin.md",
    )
    built = build(miniature)
    assert built.status == 0, built.output
    page = built.page("gioi-thieu")
    assert '<a href="../tin/2024/danh-gia-hai-nam/#muc-noi-dung">một</a>' in page
    assert '<a href="../tin/2024/tin-thuong/" title="Tên">hai</a>' in page
    assert '<a href="../tin/2024/bao-dua-tin/">ba</a>' in page
    assert page.count("[mẫu](tin/2024/khong-co.md)") == 2


def test_links_to_what_is_hidden_become_plain_text(miniature: Path, build: Build) -> None:
    append(
        miniature, "Xem [đã *rút*](tin/2024/bai-rut.md) và [ngày mai](tin/2024/ngay-mai.md 'T')."
    )
    built = build(miniature)
    assert built.status == 0, built.output
    page = built.page("gioi-thieu")
    assert "<span>đã <em>rút</em></span>" in page
    assert "<span>ngày mai</span>" in page
    assert "dẫn tới một bài đã rút" in built.output
    assert "dẫn tới bài đăng ngày 1 tháng 7 năm 2024" in built.output
    assert '<a href="../tin/2024/ngay-mai/"' in build(miniature, BUILD_DATE="2024-07-01").page(
        "gioi-thieu"
    )


def test_a_link_that_leads_nowhere_stops_the_build(miniature: Path, build: Build) -> None:
    append(miniature, "[một][m] [hai](tin/2024/danh-gia-hai-nam.md#noi-dung)\n")
    append(miniature, "[m]: tin/2024/tin-thuon.md")
    built = build(miniature)
    assert built.status != 0
    assert (
        f"{PAGE}:5:1: liên kết tới «tin/2024/tin-thuon.md» không dẫn tới bài, ảnh hay trang nào"
        " trong «nav»; có phải «tin/2024/tin-thuong.md»?"
    ) in built.output
    assert (
        f"{PAGE}:5:10: liên kết tới «tin/2024/danh-gia-hai-nam.md#noi-dung»: bài đó không có đề mục"
        " này; có phải «muc-noi-dung»?"
    ) in built.output
    assert "Traceback" not in built.output
