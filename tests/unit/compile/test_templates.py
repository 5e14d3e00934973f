from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bantin.compile.listing import Row
from bantin.compile.page import Link
from bantin.compile.render.hrefs import Hrefs, RowTexts
from bantin.compile.render.templates import Templates, escaped

TEMPLATES = Templates(Path(__file__).parents[3] / "theme" / "pages")
MACROS = TEMPLATES.get_template("_macros.html").module


def row(title: str) -> Row:
    return Row("tin/2024/bai/", title, "Lời dẫn", "1/2/2024", "2024-02-01", "Năm 2024", "", (), 0)


def hrefs(depth: int) -> Hrefs:
    return Hrefs(depth, RowTexts(MACROS.row), MACROS.link, MACROS.trail)  # type: ignore[attr-defined]


@given(
    value=st.text(alphabet="aố &<>\"'") | st.integers() | st.none() | st.text().map(Markup.escape)
)
def test_values_are_escaped_as_by_markupsafe(value: object) -> None:
    assert escaped(value) == escape(value)


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
