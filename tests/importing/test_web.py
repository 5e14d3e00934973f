"""Saved pages: the article and its title are found, all else on the page is told."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.importing.extract.blocks import InputFile
from bantin.importing.opening.files import extract

TITLE = "Công an huyện Nam Giang tổng kết công tác phối hợp năm 2023"
SAPO = "Ngày 18/1/2024, tại thị trấn Thạnh Mỹ, hai cơ quan tổng kết một năm phối hợp."
TEXT = "".join(
    f"<p>Đoạn {n}: Công an huyện và Phòng Giáo dục đã phối hợp tuyên truyền ở {n + 12} trường, với"
    f" {n + 400} lượt học sinh nghe pháp luật về giao thông.</p>"
    for n in range(1, 6)
)
TEASER = "Công an huyện Tây Giang ra quân trấn áp tội phạm dịp Tết, nhiều vụ việc được làm rõ. " * 3
COMMENT = "Tôi là phụ huynh, rất mong công an xã quan tâm hơn nữa đến cổng trường. " * 30


def page(body: str, head: str = "") -> InputFile:
    html = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return extract(html.encode(), "trang.html")


def titled(file: InputFile) -> str:
    return next((b.text for b in file.blocks if b.kind == "heading" and b.level == 1), "")


def shown(file: InputFile) -> str:
    return "\n".join(block.text for block in file.blocks)


def told(file: InputFile) -> str:
    return "\n".join(one.text for one in file.dropped)


LAYOUTS = {
    "teaser before the text": (
        f"<article class=item-news>{TEASER}</article><div class=detail><h1>{TITLE}</h1>"
        f"<p class=sapo>{SAPO}</p>{TEXT}</div>"
    ),
    "teasers of no known class": (
        f"<article>{TEASER}</article><article>{TEASER}</article>"
        f"<div class=xyz><h1>{TITLE}</h1><p>{SAPO}</p>{TEXT}</div>"
    ),
    "comment after the text": (
        f"<div class=noi-dung><h1>{TITLE}</h1><p>{SAPO}</p>{TEXT}</div>"
        f"<article class=comment>{COMMENT}</article>"
    ),
    "comments in a box": (
        f"<article><h1>{TITLE}</h1><p>{SAPO}</p>{TEXT}</article>"
        f"<div id=comments><article>{COMMENT}</article><article>{COMMENT}</article></div>"
    ),
    "articleBody and h2": (
        f"<h2>{TITLE}</h2><div class=sapo>{SAPO}</div><div itemprop=articleBody>{TEXT}</div>"
    ),
    "article-content and h3": (
        f"<div><h3 class=asset-title>{TITLE}</h3><div class=sapo>{SAPO}</div>"
        f"<div class=article-content>{TEXT}</div></div>"
    ),
    "detail-content and div.title": (
        f"<div class=title>{TITLE}</div><p><b>{SAPO}</b></p><div class=detail-content>{TEXT}</div>"
    ),
    "content-detail and span": (
        f"<div><div class=news-title><span>{TITLE}</span></div><div>{SAPO}</div>"
        f"<div id=content-detail>{TEXT}</div></div>"
    ),
    "headline property": (
        f"<div><div itemprop=headline>{TITLE}</div><div itemprop=description>{SAPO}</div>"
        f"<div itemprop=articleBody>{TEXT}</div></div>"
    ),
    "hometext": (
        f"<h1>{TITLE}</h1><div class=hometext itemprop=description>{SAPO}</div>"
        f"<div id=news-bodyhtml class=bodytext itemprop=articleBody>{TEXT}</div>"
    ),
    "site name in h1": (
        "<header><h1><a href=/>Cổng thông tin huyện Nam Giang</a></h1></header>"
        f"<div><h3 class=asset-title>{TITLE}</h3><p>{SAPO}</p><div class=asset-content>{TEXT}</div>"
        "</div>"
    ),
    "article in footer": f"<footer><article><h1>{TITLE}</h1><p>{SAPO}</p>{TEXT}</article></footer>",
    "tables for layout": (
        f"<table><tr><td><a href=/>Trang chủ</a></td><td><table><tr><td><h2>{TITLE}</h2></td></tr>"
        f"<tr><td>{SAPO}</td></tr><tr><td>{TEXT}</td></tr></table></td></tr></table>"
    ),
    "one form": f"<form><div><h1>{TITLE}</h1><p>{SAPO}</p>{TEXT}</div></form>",
    "skip link": (
        f"<a href=#noidung>Nhảy đến nội dung</a><div id=noidung><h2>{TITLE}</h2><p>{SAPO}</p>{TEXT}"
        "</div>"
    ),
    "related list inside": (
        f"<article><h1>{TITLE}</h1><p>{SAPO}</p>{TEXT}<div class=tin-lien-quan><ul>"
        f"<li><a>{TEASER}</a></li></ul></div></article>"
    ),
    "no heading at all": f"<div class=article-content><p>{SAPO}</p>{TEXT}</div>",
}
HEAD = f"<title>{TITLE} - Cổng thông tin huyện Nam Giang</title>"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_and_its_title_are_found(layout: str) -> None:
    file = page(LAYOUTS[layout], HEAD)
    assert titled(file) == TITLE
    assert SAPO in shown(file)
    assert all(f"Đoạn {n}:" in shown(file) for n in range(1, 6))
    assert "Tây Giang" not in shown(file)
    assert "phụ huynh" not in shown(file)
    assert "Nhảy đến" not in shown(file)


# Nothing else says which heading is meant.
NEED_HEAD = ("no heading at all", "site name in h1")


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout not in NEED_HEAD])
def test_the_title_is_found_without_the_head_of_the_page(layout: str) -> None:
    assert titled(page(LAYOUTS[layout])) == TITLE


@pytest.mark.parametrize(
    "head",
    [
        f"<title>{TITLE}</title>",
        f"<title>{TITLE} | Báo Quảng Nam</title>",
        f"<title>Báo Quảng Nam :: {TITLE}</title>",
        f'<meta property="og:title" content="{TITLE}"><title>Chi tiết tin</title>',
        f'<meta name="twitter:title" content="{TITLE}">',
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + TITLE
        + '"}</script>',
    ],
)  # fmt: skip
def test_the_head_of_the_page_is_a_witness_of_the_title(head: str) -> None:
    file = page(
        f"<h1>Tin tức - Sự kiện</h1><h4>{TITLE}</h4><div class=article-content>{TEXT}</div>", head
    )
    assert titled(file) == TITLE
    assert titled(page(f"<div class=article-content>{TEXT}</div>", head)) == TITLE


def test_the_day_of_the_page_beside_the_title_stays() -> None:
    file = page(
        f"<h2>{TITLE}</h2><span class=date>22/01/2024 08:15</span>"
        f"<div itemprop=articleBody>{TEXT}</div><div class=author>Minh Anh</div>",
        HEAD,
    )
    assert "22/01/2024" in shown(file)
    assert "Minh Anh" in shown(file)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Đạt <del>50</del> 60 buổi", "Đạt 60 buổi"),
        ("Đạt <s>50</s> 60 buổi", "Đạt 60 buổi"),
        ('Đạt <span style="text-decoration: line-through">50</span> 60 buổi', "Đạt 60 buổi"),
        ("10<sup>3</sup> kg", "10³ kg"),
        ("25 m<sup>2</sup>, CO<sub>2</sub>", "25 m², CO₂"),
        ("x<sup>n+a</sup>", "x^(n+a)"),
        ('Công<span style="display:none">mật 7</span> an', "Công an"),
        ('Công<span style="color:#fff">mật 7</span> an', "Công an"),
        ('Công<span style="font-size:0">mật 7</span> an', "Công an"),
        ("Công<span hidden>mật 7</span> an", "Công an"),
        ('Công<span class="sr-only">mật 7</span> an', "Công an"),
        ("2021&#8209;2025", "2021-2025"),
        ("phối&shy;hợp", "phốihợp"),
        ("<ins>60</ins> buổi", "60 buổi"),
        ("<u>60</u><b>5</b> buổi", "605 buổi"),
    ],
)
def test_text_is_read_as_it_is_shown(html: str, text: str) -> None:
    file = page(f"<h1>{TITLE}</h1><p>{html}</p>{TEXT}")
    assert file.blocks[1].text == text
    for word in ("50", "mật 7"):
        if word in html:
            assert word in told(file)


def test_what_stood_around_a_dropped_block_does_not_run_together() -> None:
    file = page(f"<h1>{TITLE}</h1>{TEXT}<div>có 12<p hidden>mật</p>34 vụ</div>")
    assert "1234" not in shown(file)


def items(html: str) -> list[tuple[str, int, str]]:
    file = page(f"<article><h1>{TITLE}</h1>{TEXT}{html}</article>")
    return [(b.marker, b.depth, b.text) for b in file.blocks if b.kind == "item"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol start=3><li>ba<li>bốn</ol>", [("3.", 0, "ba"), ("4.", 0, "bốn")]),
        ("<ol><li value=7>bảy<li>tám</ol>", [("7.", 0, "bảy"), ("8.", 0, "tám")]),
        ("<ol type=a><li>x</ol>", [("a)", 0, "x")]),
        ("<ol type=I><li>x<li>y</ol>", [("I)", 0, "x"), ("II)", 0, "y")]),
        ("<ol reversed><li>x<li>y</ol>", [("2.", 0, "x"), ("1.", 0, "y")]),
        (
            "<ul><li>a<ol><li>b</ol><li><p>c</p><p>d</p></ul>",
            [("-", 0, "a"), ("1.", 1, "b"), ("-", 0, "c")],
        ),
        ("<p>·&nbsp; Tuyên truyền</p>", [("", 0, "Tuyên truyền")]),
        ("<p>o&nbsp;&nbsp; Tuyên truyền</p>", [("", 0, "Tuyên truyền")]),
    ],
)
def test_lists_keep_their_numbers_and_nesting(
    html: str, expected: list[tuple[str, int, str]]
) -> None:
    assert items(html) == expected


def test_a_definition_list_keeps_both_sides() -> None:
    file = page(f"<article><h1>{TITLE}</h1>{TEXT}<dl><dt>Số vụ<dd>45</dl></article>")
    assert [block.text for block in file.blocks[-2:]] == ["Số vụ", "45"]


def rows(html: str) -> list[list[str]]:
    file = page(f"<article><h1>{TITLE}</h1>{TEXT}{html}</article>")
    lines = next(b for b in file.blocks if b.kind == "table").text.split("\n")
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if "---" not in line]
    return [[text.strip() for text in row] for row in cells]


def test_figures_stand_under_their_headings() -> None:
    assert rows(
        "<table><tr><th rowspan=2>Địa bàn<th colspan=2>Số vụ<tr><th>2022<th>2023"
        "<tr><td>La Dêê<td>12<td>9<tr><td colspan=2>Cộng<td>21</table>"
    ) == [
        ["Địa bàn", "Số vụ", ""],
        ["", "2022", "2023"],
        ["La Dêê", "12", "9"],
        ["Cộng", "", "21"],
    ]


def test_a_cell_that_spans_down_keeps_the_columns_below() -> None:
    assert rows(
        "<table><tr><th>Xã<th>Quý<th>Vụ<tr><td rowspan=2>La Dêê<td>I<td>3<tr><td>II<td>5</table>"
    )[1:] == [["La Dêê", "I", "3"], ["", "II", "5"]]


def test_a_table_in_a_cell_is_read_once() -> None:
    inner = "<table><tr><td>x1<td>x2<tr><td>y1<td>y2</table>"
    assert rows(f"<table><tr><th>A<th>B<tr><td>1<td>2 {inner}<tr><td>3<td>4</table>")[1] == [
        "1",
        r"2 x1 \| x2; y1 \| y2",
    ]


def test_the_caption_of_a_table_stands_above_it() -> None:
    file = page(
        f"<article><h1>{TITLE}</h1>{TEXT}<table><caption>Bảng 1. Số vụ</caption><tr><th>Năm<th>Số"
        "<tr><td>2023<td>12</table></article>"
    )
    assert [(b.text, b.style) for b in file.blocks if b.style == "label"] == [
        ("Bảng 1. Số vụ", "label")
    ]


# Places of a word on a page: in the article, or beside it.
INSIDE = [
    "<p>{}</p>", "<div>{}</div>", "<ul><li>{}</ul>", "<ol start=4><li>{}</ol>", "<h3>{}</h3>",
    "<blockquote>{}</blockquote>", "<p>a <b>{}</b> b</p>", "<p>a<br>{}<br>b</p>",
    "<table><tr><td>a<td>{}<tr><td colspan=2>b</table>", "<dl><dt>a<dd>{}</dl>",
    "<table><caption>{}</caption><tr><td>a<td>b<tr><td>c<td>d</table>", "<center>{}</center>",
    "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>", "<pre>{}</pre>",
    "<table><tr><td>{}</table>", "<chua-biet>{}</chua-biet>",
    "<details><summary>{}</summary></details>", "{}", "<font color=red>{}</font>",
]  # fmt: skip
BESIDE = [
    "<nav>{}</nav>", "<footer><p>{}</p></footer>", "<aside>{}</aside>", "<p><del>{}</del></p>",
    "<p style='display:none'>{}</p>", "<button>{}</button>", "<div class=related><p>{}</p></div>",
    "<div class='share'>{}</div>", "<div class=comments><p>{}</p></div>", "<p hidden>{}</p>",
    "<select><option>{}</select>", "<form><label>{}</label></form>",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(INSIDE + BESIDE), min_size=1, max_size=8),
    st.lists(st.sampled_from([*BESIDE, "<div>{}</div>", "<p>{}</p>"]), max_size=4),
)
@settings(max_examples=150, deadline=None)
def test_no_word_is_lost_unsaid(inside: list[str], after: list[str]) -> None:
    words = iter(f"20{n:04}" for n in range(99))
    made = [(form, next(words)) for form in inside]
    rest = [(form, next(words)) for form in after]
    body = "".join(form.format(word) for form, word in made)
    below = "".join(form.format(word) for form, word in rest)
    file = page(f"<div><h1>{TITLE}</h1><div class=article-content>{TEXT}{body}</div></div>{below}")
    kept, gone = shown(file), told(file)
    for form, word in made:
        assert kept.count(word) + gone.count(word) == 1, (form, word)
        assert form in BESIDE or word in kept, form
        assert word in file.witness
    assert all(word in kept or word in gone for _, word in rest)
