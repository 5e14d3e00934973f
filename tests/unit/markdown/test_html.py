import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bantin.markdown.html import RESERVED, convert
from bantin.markdown.typography import set_text

THEME = Path(__file__).parents[3] / "theme"
SHARED = ("pages/article.html", "pages/_macros.html", "main.html",
          "partials/header.html", "partials/footer.html")  # fmt: skip
ALLOWED = {
    "p", "a", "em", "strong", "del", "code", "pre", "br", "hr", "blockquote", "ul", "ol", "li",
    "h2", "h3", "h4", "h5", "h6", "img", "table", "thead", "tbody", "tr", "th", "td", "div", "sup",
    "section",
}  # fmt: skip
ATTRIBUTES = {
    "href", "src", "alt", "title", "id", "class", "start", "align", "tabindex", "role",
    "aria-label", "data-footnotes", "data-footnote-ref", "data-footnote-backref",
    "data-footnote-backref-idx", "lang", "checked", "disabled", "type",
}  # fmt: skip
PIECES = st.sampled_from(
    ["<script>", "</script>", "<b onclick=x>", "<!--", "-->", "<![CDATA[", "<?php", "&lt;", "&#60;",
     "[a](", "javascript:", "JaVaScRiPt:", "data:text/html,", "vbscript:", "http://x.y/", ")", "![",
     "](", '"', "'", "<http://x.y>", "<a@b.c>", "www.x.y", "\n", "\n\n", "# ", "## ", "---", "> ",
     "- ", "1. ", "|a|b|\n|-|-|\n", "[^1]", "\n[^1]: ", "`", "```", "*", "_", "~~", "đ", "Kết quả",
     "Nội dung", "fn 1", "style=", "\0", " ", "\\", "<", ">", "=", "[x]: javascript:a\n\n[x]"]
)  # fmt: skip
TEXTS = st.text(max_size=80) | st.lists(PIECES, max_size=24).map("".join)


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            self.addresses += [value or ""] if name in {"href", "src"} else []
            self.ids += [value or ""] if name == "id" else []

    def handle_comment(self, data: str) -> None:
        self.tags.add(f"<!--{data}")

    def handle_pi(self, data: str) -> None:
        self.tags.add(f"<?{data}")


def resolve(url: str) -> str:
    return url if url.startswith(("http://", "https://", "mailto:", "#")) else ""


@given(text=TEXTS)
def test_nothing_but_plain_markup_comes_out(text: str) -> None:
    found = convert(text, resolve)
    tags = Tags(found.html)
    assert tags.tags <= ALLOWED
    assert tags.attributes <= ATTRIBUTES
    schemes = {address.partition(":")[0] for address in tags.addresses if ":" in address}
    assert schemes <= {"http", "https", "mailto"}
    assert not [address for address in tags.addresses if not address]


@given(
    text=TEXTS | st.lists(st.sampled_from(["## A\n", "## a\n", "# Đ\n", "## a 2\n"])).map("".join)
)
@example(text="[^0]\n[^0]:[^0]:")
@example(text="[^a] [^b]\n\n[^a]: một\n[^a]: hai\n[^b]: ba [^a]")
def test_ids_are_never_given_twice(text: str) -> None:
    found = convert(text, resolve)
    ids = Tags(found.html).ids
    assert len(ids) == len(set(ids))
    assert {heading.id for heading in found.headings} <= set(ids)
    assert not [heading.id for heading in found.headings if RESERVED.fullmatch(heading.id)]


@pytest.mark.parametrize("template", SHARED)
def test_no_heading_takes_an_id_of_the_page_around_it(template: str) -> None:
    html = (THEME / template).read_text(encoding="utf-8")
    for id_ in re.findall(r'\bid="([^"]*)"', html):
        example = re.sub(r"{{.*?}}", "1", id_)
        if not id_.startswith("{{"):
            assert RESERVED.fullmatch(example), id_


def test_what_articles_call_alike_is_told_alike_in_each() -> None:
    body = "## Kết *quả*\n\n## Kết quả\n\n## Nguồn\n"
    first, second = convert(body, str), convert(body, str)
    assert first == second
    assert [(h.id, h.text) for h in first.headings] == [
        ("ket-qua", "Kết quả"),
        ("ket-qua-2", "Kết quả"),
        ("muc-nguon", "Nguồn"),
    ]


def test_headings_get_the_slugs_that_links_name() -> None:
    found = convert("# Một\n\n## Kết quả đạt được\n\n### Đắk Lắk & Huế\n", resolve)
    assert [(h.id, h.text, h.level) for h in found.headings] == [
        ("mot", "Một", 2),
        ("ket-qua-dat-duoc", "Kết quả đạt được", 2),
        ("dak-lak-hue", "Đắk Lắk & Huế", 3),
    ]


@pytest.mark.parametrize(
    "markdown",
    [
        "[chữ](javascript:alert(1))",
        "[chữ](mat.md)",
        "[chữ](data:text/html,x)",
        "[chữ][1]\n\n[1]: x",
    ],
)
def test_a_link_that_may_not_lead_leaves_its_words(markdown: str) -> None:
    assert convert(markdown, resolve).html.strip() == "<p>chữ</p>"


def test_tables_and_footnotes_are_made() -> None:
    html = convert("|a|b|\n|-|-:|\n|1|2|\n\nSố.[^1]\n\n[^1]: Nguồn.\n", resolve).html
    assert '<div class="table-frame"' in html
    assert "<th" in html
    assert 'id="fn-1"' in html


def test_numbers_do_not_part_from_what_they_count() -> None:
    assert "10\u00a0buổi" in convert("Mở 10 buổi.", resolve).html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 9 tháng 6 năm 2023", "ngày_9 tháng_6 năm_2023"),
        ("9 tháng đầu năm 2023, số 5", "9_tháng đầu năm_2023, số_5"),
        ("10 xã 5 huyện, khóa XIII", "10_xã 5_huyện, khóa_XIII"),
    ],
)
def test_numbers_keep_to_their_words_and_dates_may_part(text: str, expected: str) -> None:
    assert set_text(text) == expected.replace("_", "\u00a0")
