from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from bantin.compile.listing import Row
from bantin.compile.page import Link
from bantin.compile.render.hrefs import Hrefs, RowTexts
from bantin.compile.render.templates import Templates, escape_text

TEMPLATES = Templates(Path(__file__).parents[3] / "theme" / "pages")
MACROS = TEMPLATES.get_template("_macros.html").module


def row(title: str) -> Row:
    return Row("tin/2024/bai/", title, "Lời dẫn", "1/2/2024", "2024-02-01", "Năm 2024", "", (), 0)


def hrefs(depth: int) -> Hrefs:
    return Hrefs(depth, RowTexts(MACROS.row), MACROS.link, MACROS.trail)  # type: ignore[attr-defined]


ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ table.key }} {{ table['key'] }}", "Bộ Bộ"),
        ("{{ item.nothing | default('không') }}", "không"),
        ("{{ item.nothing is defined }} {{ item.text is defined }}", "False True"),
        ("{{ names | map('upper') | join(', ') }}", "A, &lt;B&gt;"),
        ("{{ show(*names) }} {{ show(**table) }}", "a-&lt;b&gt; Bộ"),
        ("{% macro box() %}[{{ caller() }}]{% endmacro %}{% call box() %}x{% endcall %}", "[x]"),
        ("{% for n in range(3) %}{{ loop.index }}{% if not loop.last %},{% endif %}{% endfor %}",
         "1,2,3"),
        ("{% set ns = namespace(n=0) %}{% set ns.n = 5 %}{{ ns.n }}", "5"),
        ("{% filter upper %}{{ item.text }}{% endfilter %}", "BỘ &LT;CÔNG AN&GT;"),
        ("{{ names.index('a') }}{{ item._replace(text='b').text }}", "0b"),
    ],
)  # fmt: skip
def test_ordinary_jinja_works(tmp_path: Path, template: str, html: str) -> None:
    (tmp_path / "trang.html").write_text(template, encoding="utf-8")

    def show(*args: str, **named: str) -> str:
        return "-".join((*args, *named.values()))

    shown = Templates(tmp_path).get_template("trang.html").render(
        table={"key": "Bộ"}, item=Link("co-quan/bca/", "Bộ <Công an>"), names=["a", "<b>"],
        show=show,
    )  # fmt: skip
    assert shown == html


def test_a_function_is_given_the_context_that_it_asks_for(tmp_path: Path) -> None:
    (tmp_path / "trang.html").write_text(
        "{% for n in names %}{{ titled(n) }} {{ n.upper() }} {% endfor %}", encoding="utf-8"
    )

    @pass_context
    def titled(context: Context, name: str) -> str:
        return f"{context['title']}-{name}"

    page = Templates(tmp_path).get_template("trang.html")
    assert page.render(title="Tin", names=["a", "b"], titled=titled) == "Tin-a A Tin-b B "


@given(
    value=st.text(alphabet="aố &<>\"'") | st.integers() | st.none() | st.text().map(Markup.escape)
)
def test_values_are_escaped_as_by_markupsafe(value: object) -> None:
    assert escape_text(value) == escape(value)


@pytest.mark.parametrize("template", ["{{ nothing }}", "{{ item.nothing }}"])
def test_a_name_that_does_not_exist_is_an_error(tmp_path: Path, template: str) -> None:
    (tmp_path / "trang.html").write_text(template, encoding="utf-8")
    with pytest.raises(UndefinedError, match="nothing"):
        Templates(tmp_path).get_template("trang.html").render(item=Link("", ""))


def test_a_cached_row_is_right_at_every_depth_and_level() -> None:
    rows = RowTexts(MACROS.row)  # type: ignore[attr-defined]
    for depth in range(5):
        made = Hrefs(depth, rows, MACROS.link, MACROS.trail)  # type: ignore[attr-defined]
        for level in (3, 4):
            html = made.row(row("Bài"), level)
            up = "../" * depth
            assert (
                f'<h{level} class="row-title"><a href="{up}tin/2024/bai/">Bài</a></h{level}>'
                in html
            )
            assert "Lời dẫn" not in html
            assert "Lời dẫn" in made.row(row("Bài"), level, with_lead=True)


def test_a_title_that_looks_like_a_slot_is_only_a_title() -> None:
    html = hrefs(2).row(row("<up> & <level>"))
    assert "&lt;up&gt; &amp; &lt;level&gt;</a>" in html


def test_a_link_is_written_for_its_own_depth() -> None:
    item = Link("co-quan/bca/", "Bộ <Công an>")
    assert '<a href="../co-quan/bca/">Bộ &lt;Công an&gt;</a>' in hrefs(1).link(item)
    assert '<a href="../../co-quan/bca/">' in hrefs(2).link(item)


def test_macros_are_in_a_file_of_their_own() -> None:
    """One within a page's template is made anew for each page, and keeps it in a circle.

    With the collector running seldom, 10,000 articles took 250 MB more so.
    """
    pages = [file for file in (ROOT / "theme" / "pages").glob("*.html") if file.name[0] != "_"]
    assert pages
    assert [file.name for file in pages if "{% macro" in file.read_text(encoding="utf-8")] == []
