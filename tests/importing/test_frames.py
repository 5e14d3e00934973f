"""What stands around an article: names of sites, printed addresses, other articles, bylines."""

import pytest
from tests.importing.test_kinds import TEXT, TITLE

from bantin.importing.cleaning.boilerplate import remove_boilerplate
from bantin.importing.cleaning.boilerplate_patterns import LINE, OTHER_ARTICLES
from bantin.importing.cleaning.byline import take_byline
from bantin.importing.cleaning.segmentation import segment
from bantin.importing.extract.blocks import Block
from bantin.importing.opening.files import extract

PAGE = "<html><head><title>{head}</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "head",
    ["Tin chi tiết", ":: Đảng bộ thành phố ::", "::: Công an tỉnh :::", "In bài viết", "Bản in"],
)
def test_a_title_of_the_site_is_not_that_of_the_article(head: str) -> None:
    body = f'<div class="ten"><b>{TITLE}</b></div><div>{TEXT}</div><p>{TEXT}</p>'
    file = extract(PAGE.format(head=head, body=body).encode(), "trang.html")
    assert file.title != head
    assert all(block.text != head for block in file.blocks)


def test_a_blog_gives_its_day_of_publication() -> None:
    footer = '<div class="post-footer"><abbr class="published" title="2022-03-04T05:06:07+07:00">'
    body = f"<h3>{TITLE}</h3><div>{TEXT}</div>{footer}05:06</abbr></div>"
    file = extract(PAGE.format(head=TITLE, body=body).encode(), "trang.html")
    assert file.published.startswith("2022-03-04")


@pytest.mark.parametrize(
    "line",
    [
        "Bản in từ: http://www.baotinh.example.vn/tin/2023/so-ket.htm",
        "In từ https://baotinh.example.vn/a",
        "[Đóng cửa sổ]",
        "vào lúc 05:14 Nhãn: tin",
    ],
)
def test_lines_of_a_printed_page_are_no_text(line: str) -> None:
    assert LINE.fullmatch(line)


def test_text_that_speaks_of_printing_stays() -> None:
    assert not LINE.fullmatch("Bản in từ năm 2019 được hai ngành phát cho 120 thôn.")


@pytest.mark.parametrize(
    "line",
    [
        "TIN CÙNG LOẠI",
        "Tin cùng nhóm",
        "Tin, bài liên quan",
        "Related posts",
        "Đăng nhập để gửi bình luận",
    ],
)
def test_headings_of_other_articles(line: str) -> None:
    assert OTHER_ARTICLES.fullmatch(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [("By Thu Hà -", "Thu Hà"), ("by: Lê Minh", "Lê Minh"), ("Posted by An Na", "An Na")],
)
def test_the_author_of_an_english_theme(line: str, author: str) -> None:
    blocks = [Block(TITLE, "heading", 1), Block(line), Block(TEXT)]
    byline = take_byline(blocks)[1]
    assert byline.author
    assert byline.author.value == author


@pytest.mark.parametrize(("line", "author"), [("By Thu Hà -", "Thu Hà"), ("By admin -", None)])
def test_who_put_a_page_online_is_no_author(line: str, author: str | None) -> None:
    body = f"<article><h1>{TITLE}</h1><div>{line}</div><p>{TEXT}</p><p>{TEXT}</p></article>"
    file = extract(PAGE.format(head=TITLE, body=body).encode(), "trang.html")
    page = segment(file, remove_boilerplate(file))
    assert (page.author.value if page.author else None) == author
    assert all("admin" not in block.text for block in page.body)
