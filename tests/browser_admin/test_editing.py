"""Articles made and mended in the browser pass the portal's own reader and checks."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from bantin.checking import check
from bantin.model.problem import Severity
from bantin.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FilePayload
    from tests.browser_admin.conftest import Editor


MADE = """\
---
title: 'Đoàn xã sơ kết “nửa năm”: thử biên tập'
date: 2024-04-26
lead: 'Một câu nêu: điều chính.'
status: published
conference:
  date: 2023-12-25
  types: [so-ket]
  signs: [chuong-trinh-thu-7]
agencies:
  - tu-quang-nam
  - name: Ban Chỉ huy thống nhất
provinces: [quang-nam]
people:
  - name: Kpă Ngun
    role: chu-tri
photos:
  - alt: Toàn cảnh hội trường
    src: doan-xa-so-ket-nua-nam-thu-bien-tap/hoi-truong-1.webp
---

Hội nghị nghe 10 tham luận.
"""
FULL = """\
---
title: 'Bài đầy đủ: mọi trường'
status: draft
conference:
  date: --11-28
  session: chiều
  types: [so-ket, ky-ket]
  place: Hội trường 06
  covers: 5 năm
  signs: [chuong-trinh-thu-1, 2022]
programs: [chuong-trinh-thu-2]
agencies:
  - name: Đội 06
  - bca
provinces: [tinh-thu-1, tinh-thu-2]
documents: [nghi-quyet-202, 01-TT/TU]
people:
  - name: Kpă Ngun
    office: Phó Bí thư
    agency: bca
    role: phat-bieu
photos:
  - alt: Toàn cảnh
    caption: 'Ảnh: của nguồn'
  - alt: Họp
    src: 2024/hop.jpg
source:
  name: Báo tỉnh
  url: https://example.org/bai?a=1&b=2
  author: Minh Anh
  published: 2013-01
  verbatim: true
inferred:
  conference.types: nội dung là ký kết
  people.0.office: ghi ở bài khác
to_confirm:
  conference.date:
    evidence: chiều 28/11
    confidence: thấp
corrections:
  - date: 2024-05-02
    note: Sửa số liệu
aliases: [tin/cu/bai-cu/]
---

Đoạn đầu H~2~O, 10 * 2, *nghiêng*.[^1]

| Năm | Số |
| --- | --: |
| 2023 | 10 |

!!! note "Chú ý"
    Dòng thụt.

- một
    - hai

[^1]: Chú thích.
"""


def photo() -> FilePayload:
    """As from a telephone: large, with the place where it was taken."""
    data = BytesIO()
    exif = Image.Exif()
    exif[TAG_MAKER] = "Máy ảnh"
    exif.get_ifd(TAG_PLACE)[TAG_LATITUDE] = (21.0, 18.0, 0.0)
    Image.new("RGB", (4000, 2000), "#7a8f6a").save(data, "JPEG", exif=exif)
    return {"name": "Hội trường (1).jpg", "mimeType": "image/jpeg", "buffer": data.getvalue()}


TAG_MAKER, TAG_PLACE, TAG_LATITUDE = 0x010F, 0x8825, 2


def problems(project: Path) -> list[str]:
    found = check(read(project / "docs", project / "data"))
    return [str(one) for one in found if one.severity is Severity.PROBLEM]


def test_an_article_is_made_checked_and_saved(editor: Editor, project: Path) -> None:
    editor.open(project)
    editor.create()
    editor.type("title", "")
    editor.save()
    editor.field("title").get_by_text("Trường bắt buộc").wait_for()
    editor.type("title", "Đoàn xã sơ kết “nửa năm”: thử biên tập")
    editor.type("date", "30/2/2024")
    editor.save()
    editor.field("date").get_by_text("Cần ngày có thật").wait_for()
    editor.type("date", "26/4/2024")
    editor.type("lead", "Một câu nêu: điều chính.")
    editor.pick("status", "Đăng")
    editor.field("conference").get_by_role("checkbox").first.click()
    editor.type("conference.date", "25/12/2023")
    editor.field("conference.types").get_by_text("Sơ kết").click()
    editor.choose("conference.signs", "chuong trinh thu 7", "Chương trình Thử 7")
    editor.choose("provinces", "quang nam", "tỉnh Quảng Nam (đến 2025-06-30)")
    editor.add("agencies")
    editor.choose("agencies.0.id", "tinh uy quang nam", "Tỉnh ủy Quảng Nam")
    editor.add("agencies")
    editor.type("agencies.1.name", "Ban Chỉ huy thống nhất")
    editor.add("people")
    editor.type("people.0.name", "Kpă Ngun")
    editor.pick("people.0.role", "Chủ trì")
    editor.add("photos")
    editor.type("photos.0.alt", "Toàn cảnh hội trường")
    editor.field("photos.0.src").locator("input[type=file]").first.set_input_files(photo())
    editor.field("photos.0.src").locator("img").wait_for()
    body = editor.field("body").locator("[contenteditable=true]")
    body.click()
    body.press_sequentially("Hội nghị nghe 10 tham luận.")
    editor.save()

    slug = "doan-xa-so-ket-nua-nam-thu-bien-tap"
    path = f"docs/tin/2023/{slug}.md"
    picture = f"docs/anh/{slug}/hoi-truong-1.webp"
    assert editor.bring(project) == {path, picture}
    assert (project / path).read_text(encoding="utf-8") == MADE
    with Image.open(project / picture) as kept:
        assert kept.size == (2400, 1200)
        assert not kept.getexif()
    assert problems(project) == []
    assert editor.outside == []
    assert editor.errors == []


def test_an_article_without_a_year_has_a_folder_of_its_own(editor: Editor, project: Path) -> None:
    editor.open(project)
    editor.create()
    editor.type("title", "Sơ kết ở Đắk Lắk, chưa rõ năm")
    editor.field("conference").get_by_role("checkbox").first.click()
    editor.type("conference.date", "--11-28")
    editor.save()
    assert editor.bring(project) == {"docs/tin/chua-ro-nam/so-ket-o-dak-lak-chua-ro-nam.md"}
    assert problems(project) == []


def test_an_article_keeps_what_was_not_touched(editor: Editor, project: Path) -> None:
    path = "docs/tin/chua-ro-nam/bai-day-du.md"
    (project / path).write_text(FULL, encoding="utf-8")
    assert problems(project) == []
    editor.open(project)
    editor.page.get_by_text("Bài đầy đủ").click()
    editor.wait_for_form()
    editor.type("author", "Hương Dịu")
    editor.save()
    assert editor.bring(project) == {path}
    expected = FULL.replace("source:\n", "author: Hương Dịu\nsource:\n", 1)
    assert (project / path).read_text(encoding="utf-8") == expected
    assert editor.outside == []
    assert editor.errors == []
