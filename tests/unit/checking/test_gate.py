"""Nothing in docs/ is published but articles, photographs and the pages that nav names."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.checking.gate import PAGE, named_pages, strays
from bantin.model.settings import NavPage
from bantin.reading.listing import Entry, Kind, list_docs

if TYPE_CHECKING:
    from pathlib import Path

UNANNOUNCED = "không thuộc bản tin nên không được đăng"
UNNAMED = "không có tên trong «nav» của mkdocs.yml nên không được đăng"
PLACED = ["index.md", "gioi-thieu.md", "huong-dan/index.md", "tin/2024/bai.md", "tin/bai.md",
          "anh/a.jpg", "anh/2024/b.JPG", "anh/c.jpeg", "anh/d.png", "anh/e.webp",
          ".DS_Store", "tin/2024/Thumbs.db", "anh/desktop.ini", "anh/.gitkeep", "tin/2024/._bai.md",
          ".gitignore", "huong-dan/.gitattributes"]  # fmt: skip
PAGES = ["gioi-thieu.md", "huong-dan/index.md"]

STRAY = {
    "bai-nhap.md": UNNAMED,
    "2024/bai.md": UNNAMED,
    "huong-dan/x.md": UNNAMED,
    "tin-nhap/x.md": UNNAMED,
    "GIOI-THIEU.md": UNNAMED,
    "huong-dan/INDEX.MD": UNNAMED,
    "Tin/2024/bai.md": "thư mục «Tin» phải viết là «tin»",
    "TIN/bai.md": "thư mục «TIN» phải viết là «tin»",
    "Anh/2024/a.jpg": "thư mục «Anh» phải viết là «anh»",
    "tin/2024/bai.md.txt": "hãy đổi tên thành «bai.md»",
    "tin/2024/bai.MD": "hãy đổi tên thành «bai.md»",
    "tin/2024/bai.Md": "hãy đổi tên thành «bai.md»",
    "tin/2024/bai.markdown": "hãy đổi tên thành «bai.md»",
    "tin/2024/bai.mkd": "hãy đổi tên thành «bai.md»",
    "tin/2024/bai.html": "bantin import",
    "tin/2024/bai.docx": "bantin import",
    "tin/2024/bai.DOC": "bantin import",
    "tin/2024/bai.pdf": "bantin import",
    "tin/2024/~$bai.docx": "tệp này không phải bài (.md)",
    "tin/2024/bai.md~": "tệp này không phải bài (.md)",
    "tin/2024/bai.md.bak": "tệp này không phải bài (.md)",
    "tin/2024/.bai.md.swp": "tệp này không phải bài (.md)",
    "tin/2024/bai": "tệp này không phải bài (.md)",
    "tin/2024/a.jpg": "hãy chuyển vào docs/anh",
    "anh/a.gif": "không phải ảnh JPEG, PNG hay WebP",
    "anh/a.heic": "không phải ảnh JPEG, PNG hay WebP",
    "anh/a.svg": "không phải ảnh JPEG, PNG hay WebP",
    "anh/a.jpg.bak": "không phải ảnh JPEG, PNG hay WebP",
    "anh/bao-cao.docx": "không phải ảnh JPEG, PNG hay WebP",
    "anh/x.md": "không phải ảnh JPEG, PNG hay WebP",
    "anh": UNANNOUNCED,
    "mau.docx": UNANNOUNCED,
    "~$o-cao-mat.docx": UNANNOUNCED,
    "huong-dan/ghi-chu.txt": UNANNOUNCED,
    "index.md.bak": UNANNOUNCED,
    "index.html": UNANNOUNCED,
    "404.html": UNANNOUNCED,
    "_redirects": UNANNOUNCED,
    "_headers": UNANNOUNCED,
    "CNAME": UNANNOUNCED,
    ".htaccess": UNANNOUNCED,
    ".env": UNANNOUNCED,
    "sw.js": UNANNOUNCED,
    "evil.js": UNANNOUNCED,
    "assets/js/bantin.js": UNANNOUNCED,
    "assets/css/bantin.css": UNANNOUNCED,
    "assets/anh.jpg": UNANNOUNCED,
    "admin/index.html": UNANNOUNCED,
    "admin/x.md": UNNAMED,
    "hinh/a.jpg": UNANNOUNCED,
    "robots.txt": UNANNOUNCED,
    "feed.xml.md": UNNAMED,
    "b\udce1i.md": "không ở dạng UTF-8",
    "tin/2024/b\udce1i.md": "không ở dạng UTF-8",
    "anh/a\nb.jpg": "ký tự không in được",
    "anh/\u202egpj.exe.jpg": "ký tự không in được",
}


@pytest.mark.parametrize("path", PLACED)
def test_what_has_its_place_is_no_problem(path: str) -> None:
    assert strays([Entry(path)], PAGES) == []


@pytest.mark.parametrize("path", STRAY)
def test_everything_else_is_a_problem_with_its_path(path: str) -> None:
    [problem] = strays([Entry(path)], PAGES)
    assert problem.location.path.startswith("docs/")
    assert problem.location.path.isprintable()
    assert STRAY[path] in problem.message


@pytest.mark.parametrize(
    "path", ["a", "tin", "tin/2024", "anh/a.jpg", "index.md", "huong-dan/index.md"]
)
@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (Kind.LINK, "là liên kết tượng trưng"),
        (Kind.SPECIAL, "không phải tệp thường"),
        (Kind.UNREADABLE, "không đọc được"),
    ],
)  # fmt: skip
def test_what_is_no_plain_file_is_a_problem_wherever_it_lies(
    path: str, kind: Kind, message: str
) -> None:
    [problem] = strays([Entry(path, kind)], PAGES)
    assert message in problem.message


@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda part: "/" not in part), max_size=4))
def test_any_path_has_its_place_or_is_told(parts: list[str]) -> None:
    path = "/".join(parts) or "x"
    entry = Entry(path)
    has_place = path in {"index.md", *PAGES} or entry.is_article or entry.is_left_by_system
    is_photo = path.startswith("anh/") and path.lower().endswith((".jpg", ".jpeg", ".png", ".webp"))
    assert bool(strays([entry], PAGES)) is not (has_place or (is_photo and path.isprintable()))


NAMED = {
    "khong-co.md": "không có trang docs/khong-co.md",
    "gioithieu.md": "không có trang docs/gioithieu.md; có phải «gioi-thieu.md»?",
    "tin/2024/bai.md": "bài tự lên trang, không cần nêu trong «nav»",
    "bao-cao.md": "trùng với phần «Thực hiện các quy định»",
    "bao-cao/index.md": "trùng với phần",
    "bao-cao/tiep-can.md": "trùng với phần",
    "du-lieu/x.md": "trùng với phần",
    "nam/2024.md": "trùng với phần",
    "admin/x.md": "trùng với phần",
    "ADMIN/x.md": "trùng với phần",
    "admin.md": "trùng với phần",
    "assets/js.md": "trùng với phần",
    "hinh/x.md": "trùng với phần",
    "anh/x.md": "trùng với phần",
    "tin.md": "trùng với phần",
    "tim-kiem/index.md": "trùng với phần",
    "feed.xml.md": "có phải «feed-xml.md»?",
    "robots.txt.md": "có phải «robots-txt.md»?",
    "_redirects.md": "có phải «redirects.md»?",
    "Giới thiệu.md": "có phải «gioi-thieu.md»?",
    "huong-dan/README.md": "có phải «huong-dan/readme.md»?",
    "../bi-mat.md": "chỉ gồm chữ thường không dấu",
    "/etc/x.md": "chỉ gồm chữ thường không dấu",
    "./gioi-thieu.md": "có phải «gioi-thieu.md»?",
    ".md": "có phải «ten-trang.md»?",
    "huong-dan.md": "có chung một địa chỉ",
}


@pytest.mark.parametrize("path", NAMED)
def test_a_named_page_may_cover_nothing_and_must_be_there(path: str) -> None:
    entries = [
        Entry(one) for one in ("index.md", *PAGES, "huong-dan.md", *NAMED) if "khong" not in one
    ]
    entries = [one for one in entries if one.path != "gioithieu.md"]
    nav = [*map(NavPage, PAGES), NavPage(path, 12, 5)]
    pages, [problem] = named_pages(entries, nav)
    assert str(problem.location) == "mkdocs.yml:12:5"
    assert problem.field == "nav"
    assert NAMED[path] in problem.message
    assert pages == ["index.md", *PAGES]


def test_the_home_page_need_not_be_named() -> None:
    assert named_pages([Entry("index.md")], []) == (["index.md"], [])
    assert named_pages([Entry("index.md")], [NavPage("index.md")]) == (["index.md"], [])
    assert named_pages([], []) == ([], [])


def test_a_link_to_a_page_is_no_page() -> None:
    pages, problems = named_pages([Entry("a.md", Kind.LINK)], [NavPage("a.md")])
    assert pages == []
    assert "không có trang docs/a.md" in str(problems)


def test_pages_have_names_that_no_generated_file_has() -> None:
    assert PAGE.fullmatch("huong-dan/bai-dau-tien.md")
    for name in ("_headers.md", "feed.xml.md", "a_b.md", "a/.md", "-a.md", "A.md", "đ.md"):
        assert not PAGE.fullmatch(name)


def test_a_listing_has_each_thing_once_and_follows_nothing(tmp_path: Path) -> None:
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai/bi-mat.md").write_text("x")
    docs = tmp_path / "docs"
    for path in ("index.md", "tin/2024/bai.md", "anh/a.jpg"):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text("x")
    (docs / "lien-ket").symlink_to(tmp_path / "ngoai", target_is_directory=True)
    (docs / "tin/hong").symlink_to("khong-co")
    assert list_docs(docs) == (
        Entry("anh/a.jpg"),
        Entry("index.md"),
        Entry("lien-ket", Kind.LINK),
        Entry("tin/2024/bai.md"),
        Entry("tin/hong", Kind.LINK),
    )
    assert list_docs(docs, "tin/") == (Entry("tin/2024/bai.md"), Entry("tin/hong", Kind.LINK))
    assert list_docs(tmp_path / "khong-co") == ()


def test_the_order_of_a_listing_is_that_of_parts_of_paths() -> None:
    paths = [f"tin/{n}/{m}.md" for n in ("2023", "2023-a", "2024") for m in ("a", "b")]
    shuffled = random.Random(1).sample(paths, len(paths))  # noqa: S311 - repeatable
    assert sorted(shuffled, key=lambda path: path.split("/")) == paths
