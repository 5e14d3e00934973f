import re
from html.parser import HTMLParser
from pathlib import Path

import comrak
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bantin.markdown import examine, parse
from bantin.markdown.headings import RESERVED
from bantin.markdown.parser import RENDER
from bantin.markdown.tags import cut
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
POSITION = ' data-sourcepos="{}"'
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
    found = parse(text, resolve=resolve)
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
    found = parse(text, resolve=resolve)
    ids = Tags(found.html).ids
    assert len(ids) == len(set(ids))
    assert {heading.id for heading in found.headings} <= set(ids)
    assert not [heading.id for heading in found.headings if RESERVED.fullmatch(heading.id)]


@given(text=TEXTS)
def test_every_tag_that_comrak_writes_is_met(text: str) -> None:
    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = True
    extensions.strikethrough = extensions.autolink = True
    html = comrak.render_markdown(text, extension_options=extensions, render_options=RENDER)
    met = "".join(
        f"<{name}{position and POSITION.format(position)}{attributes}>{words}{end}{after}"
        for name, position, attributes, words, end, after in cut(html)
    )
    assert met == html


@given(text=TEXTS)
def test_places_are_within_the_body(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found, faults = examine("\n".join(lines))
    places = [(one.line, one.column) for one in found.links]
    places += [(one.line, one.column) for one in faults]
    for line, column in places:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    assert all(1 <= heading.line <= len(lines) for heading in found.headings)
    assert all(1 <= run.line <= len(lines) for run in found.texts)


def test_lines_are_those_of_the_file() -> None:
    found, faults = examine("Một [a](b.md)\n\n<b>\n\n## Hai\n", first_line=7)
    assert [(link.line, link.column) for link in found.links] == [(7, 5)]
    assert [one.line for one in faults] == [9]
    assert [heading.line for heading in found.headings] == [11]
    assert found.plain_lines(7) == "Một a\n\n\n\nHai"


def test_plain_text_stands_on_the_lines_that_it_is_written_on() -> None:
    body = (
        "Một *hai*\nba [b](c.md)\n\n- bốn\n- năm\n  sáu\n\n```\nbảy\n```\n"
        "\n|tám|chín|\n|-|-|\n|mười|x|\n"
    )
    assert parse(body).plain_lines(1).split("\n") == [
        "Một hai", "ba b", "", "bốn", "năm", "sáu", "", "", "bảy", "", "", "tám chín", "", "mười x"
    ]  # fmt: skip


@pytest.mark.parametrize("template", SHARED)
def test_no_heading_takes_an_id_of_the_page_around_it(template: str) -> None:
    html = (THEME / template).read_text(encoding="utf-8")
    for id_ in re.findall(r'\bid="([^"]*)"', html):
        example = re.sub(r"{{.*?}}", "1", id_)
        if not id_.startswith("{{"):
            assert RESERVED.fullmatch(example), id_


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
    assert parse(markdown, resolve=resolve).html.strip() == "<p>chữ</p>"


def test_tables_and_footnotes_are_made() -> None:
    html = parse("|a|b|\n|-|-:|\n|1|2|\n\nSố.[^1]\n\n[^1]: Nguồn.\n").html
    assert '<div class="table-frame"' in html
    assert "<th" in html
    assert 'id="fn-1"' in html


def test_numbers_do_not_part_from_what_they_count() -> None:
    assert "10\u00a0buổi" in set_text(parse("Mở 10 buổi.").html)


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
