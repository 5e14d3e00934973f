"""Hand-written pages: no article among them, no HTML, no picture or link that leads out."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bantin.checking.handwritten import check_docs
from bantin.model.keys import FRONT_MATTER_KEYS
from bantin.model.problem import Severity
from bantin.model.settings import NavPage
from bantin.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from bantin.checking.handwritten import Handwritten

GOOD = """---
title: Giới thiệu
description: Bản tin này là gì.
---

# Giới thiệu

Xem [trang chủ](index.md), [bài](tin/2024/bai.md), https://chinhphu.vn, <https://a.vn/x>, <a@b.vn>.

```html
<script>alert(1)</script>
```

Viết `<b>` và ``<i> ` </i>`` trong dấu. 3 < 5, 7 > 2, a <- b, \\<b>.

<!-- nhắc: còn thiếu ảnh -->

![Ảnh](anh/a.jpg){ width="8" height="6" .to }

!!! note "Chú ý"
    Không có gì.
"""


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 6), "green").save(out, "JPEG")
    return out.getvalue()


def checked(folder: Path, text: str | bytes, path: str = "trang.md") -> Handwritten:
    docs = folder / "docs"
    files = {
        "index.md": b"# A\n",
        path: text if isinstance(text, bytes) else text.encode(),
        "tin/2024/bai.md": b"---\ntitle: A\ndate: 2024-01-01\n---\n\nA.\n",
        "tin/2024/nhap.md": b"---\ntitle: A\ndate: 2024-01-01\nstatus: draft\n---\n\nA.\n",
        "anh/a.jpg": picture(),
        "anh/hong.jpg": b"x",
    }
    for name, data in files.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(data)
    return check_docs(read(docs, folder / "data"), [NavPage(path)])


def told(found: Handwritten) -> list[str]:
    return [str(problem) for problem in found.problems]


def test_a_good_page_has_no_problem(tmp_path: Path) -> None:
    found = checked(tmp_path, GOOD)
    assert told(found) == []
    assert found.pages == ("index.md", "trang.md")
    assert list(found.pictures) == ["anh/a.jpg"]


@pytest.mark.parametrize("key", sorted({*FRONT_MATTER_KEYS} - {"title", "description"}))
def test_a_key_of_articles_is_a_problem_on_its_line(tmp_path: Path, key: str) -> None:
    found = checked(tmp_path, f"---\ntitle: A\n{key}: x\n---\n\nA.\n")
    assert [str(p).partition(":3:1: ")[2].partition(" là trường")[0] for p in found.problems] == [
        f"{key}:"
    ]
    assert "trang.md" not in found.pages


SPOILED = {
    "---\ntitel: A\n---\nA\n": "2:1: titel: không có trường nào tên «titel»; có phải «title»?",
    "---\ntemplate: 404.html\n---\nA\n": "2:1: template: không có trường nào tên «template»",
    "---\ntitle: A\nA\n": "1:1: khối thông tin đầu bài chưa có dòng «---» đóng lại",
    "\n---\nstatus: draft\n---\nA\n": "1:1: có dòng trống hoặc dấu cách trước «---»",
    "status: draft\n\n# A\n": "1:1: «status:» ở đầu trang",
    "  Date: 2024-01-01\n\n# A\n": "1:1: «Date:» ở đầu trang",
    "# A\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n": "3:1: dấu «<<<<<<<» của git",
    "# A\n\n<script>x()</script>\n": "3:1: không nhận HTML «<script>»",
    "# A\n\na <b onclick=x>b</b>\n": "3:3: không nhận HTML «<b onclick=x>»",
    "# A\n\n<img src=x onerror=x()>\n": "3:1: không nhận HTML «<img src=x onerror=x()>»",
    "# A\n\n<IFRAME src=//a.vn>\n": "3:1: không nhận HTML «<IFRAME src=//a.vn>»",
    "# A\n\n</article>\n": "3:1: không nhận HTML «</article>»",
    "# A\n\n<svg\nonload=x()>\n": "3:1: không nhận HTML «<svg»",
    "# A\n\n<!DOCTYPE a>\n": "3:1: không nhận HTML «<!DOCTYPE a>»",
    "# A\n\n<?php x ?>\n": "3:1: không nhận HTML «<?php x ?>»",
    "# A\n\n!!! note\n    <script>x()</script>\n": "4:5: không nhận HTML «<script>»",
    "# A\n\n`một\n\n<script>x()</script>` \n": "5:1: không nhận HTML «<script>»",
    "# A\n\n<javascript:x()>\n": "3:1: không nhận HTML «<javascript:x()>»",
    "# A\n\n[a](index.md){ onclick=x() }\n": "3:14: không nhận thuộc tính «onclick»",
    "# A\n{: style=color:red }\n": "2:1: không nhận thuộc tính «style»",
    "# A\n\n  ```\n\n<script>x()</script>\n\n  ```\n": "5:1: không nhận HTML «<script>»",
    "# A\n\n```\n\n<script>x()</script>\n": "5:1: không nhận HTML «<script>»",
    "# A\n\n`một\n<script>x()</script>` \n": "4:1: không nhận HTML «<script>»",
    "# A\n\n\\`<script>x()</script>`\n": "3:3: không nhận HTML «<script>»",
    "# A\n\n[a](index.md){ target=_blank }\n": "3:14: không nhận thuộc tính «target»",
    "# A\n\n![a](anh/a.jpg){ .to src=//a.vn }\n": "3:16: không nhận thuộc tính «src»",
    "# A\n\n[a](javascript:x())\n": "3:1: liên kết «[a](javascript:x())» không có địa chỉ",
    "# A\n\n[a][b]\n\n[b]: data:text/html,x\n": "3:1: liên kết «[a][b]» không có địa chỉ dùng được",
    "# A\n\n![a](http://a.vn/a.jpg)\n": "3:1: ảnh «http://a.vn/a.jpg» ở nơi khác",
    "# A\n\n![a](//a.vn/a.jpg)\n": "3:1: ảnh «//a.vn/a.jpg» ở nơi khác",
    "# A\n\n![a](data:image/png;base64,x)\n": "3:1: ảnh viết thẳng vào bài (data:)",
    "# A\n\n![a](anh/b.jpg)\n": "3:1: không có ảnh docs/anh/b.jpg; có phải «anh/a.jpg»?",
    "# A\n\n![a](anh/hong.jpg)\n": "3:1: ảnh «anh/hong.jpg» bị hỏng",
    "# A\n\n![a](evil.jpg)\n": "3:1: không có ảnh docs/evil.jpg",
    "# A\n\n[a](khac.md)\n": "3:1: liên kết tới «khac.md» không dẫn tới",
    "# A[^9]\n\n[^9]: <img src=x onerror=x()>\n": "3:7: không nhận HTML «<img src=x onerror",
    "# A[^b]\n\n[^b]: <script>x\n": "3:7: không nhận HTML «<script>»",
    "# A\n\n[a](tin/2024/bay.md)\n": "3:1: liên kết tới «tin/2024/bay.md» không dẫn tới",
    "# A\n\n[a](tin/2024/nhap.md)\n": "3:1: liên kết tới «tin/2024/nhap.md» dẫn tới một bài nháp",
    '# A\n\n``` { .python style="x" }\n<b>\n```\n': "3:5: không nhận thuộc tính «style»",
    "# A\n\n~~~ { #a onclick=x() }\nx\n~~~\n": "3:5: không nhận thuộc tính «onclick»",
    '# A\n\n```python hl_lines="1"\nx\n```\n': "3:1: không nhận thuộc tính «hl_lines»",
    "# A\n\n> ``` { style=x }\n> x\n> ```\n": "3:7: không nhận thuộc tính «style»",
    "# A\n\n*[A]: <img src=//a.vn/a>\n": "3:7: không nhận HTML «<img src=//a.vn/a>»",
    "# A\n\nXem [a]: <b>\n": "3:10: không nhận HTML «<b>»",
    "# A\n\n[a](evil.js)\n": "3:1: liên kết tới «evil.js» không dẫn tới",
    "# A\n\n[a](../mkdocs.yml)\n": "3:1: liên kết tới «../mkdocs.yml» không dẫn tới",
}  # fmt: skip


@pytest.mark.parametrize("text", SPOILED)
def test_what_a_page_may_not_hold_is_told_with_its_place(tmp_path: Path, text: str) -> None:
    found = checked(tmp_path, text)
    assert any(one.startswith(f"docs/trang.md:{SPOILED[text]}") for one in told(found)), told(found)
    assert found.pages == ("index.md",)


def test_links_to_what_is_not_seen_yet_or_any_more_are_advice(tmp_path: Path) -> None:
    links = "[a](tin/2024/rut.md) và [b](tin/2024/mai.md#a)"
    more = {
        "rut": "status: retracted\ncorrections: [{date: 2024-02-01, note: Sai.}]\n",
        "mai": "",
    }
    for name, front in more.items():
        file = tmp_path / f"docs/tin/2024/{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        day = "2024-07-01" if name == "mai" else "2024-01-01"
        file.write_text(f"---\ntitle: A\ndate: {day}\n{front}---\n## A\n\nA.\n", encoding="utf-8")
    checked(tmp_path, f"# A\n\n{links}\n")
    content = read(tmp_path / "docs", tmp_path / "data")
    found = check_docs(content, [NavPage("trang.md")], today=date(2024, 6, 30))
    told_of = [one for one in found.problems if one.location.path == "docs/trang.md"]
    assert {one.severity for one in told_of} == {Severity.ADVICE}
    later = "dẫn tới bài đăng ngày 1 tháng 7 năm 2024"
    only_text = "nên trang chỉ có chữ mà chưa có liên kết"
    assert [(one.location.column, one.message) for one in told_of] == [
        (1, f"liên kết tới «tin/2024/rut.md» dẫn tới một bài đã rút, {only_text}"),
        (25, f"liên kết tới «tin/2024/mai.md#a» {later}, {only_text}"),
    ]
    assert found.pages == ("index.md", "trang.md")


def test_a_page_in_no_right_encoding_is_a_problem(tmp_path: Path) -> None:
    found = checked(tmp_path, "Tên".encode("utf-16"))
    assert "không ở dạng UTF-8" in str(found.problems)
    assert found.pages == ("index.md",)
