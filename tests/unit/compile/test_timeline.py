from collections.abc import Callable, Mapping
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bantin.catalog import Catalog, build_catalog
from bantin.compile import pages
from bantin.compile.pages.program import ProgramView
from bantin.compile.pages.timeline import WIDTH, timeline
from bantin.model import Program, Registries
from bantin.reading import Content
from bantin.vietnamese.spans import Span

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
PROGRAM = "dan-van-cong-an-2016"
SPANS = st.builds(
    lambda first, length: Span(first, None if length is None else first + length),
    st.integers(1976, 2030),
    st.none() | st.integers(0, 20),
)


@given(spans=st.lists(SPANS | st.none(), min_size=1, max_size=6))
def test_every_bar_and_tick_is_within_the_picture(spans: list[Span | None]) -> None:
    programs = {
        str(number): Program(id=str(number), name="Chương trình", period=span)
        for number, span in enumerate(spans)
    }
    content = Content(None, None, (), Registries(programs=programs))  # type: ignore[arg-type]
    catalog = build_catalog(content, date(2026, 6, 30))
    picture = timeline(catalog, programs["0"], list(programs.values()))
    if picture is None:
        assert not any(spans)
        return
    assert len(picture.bars) == sum(span is not None for span in spans)
    for bar in picture.bars:
        assert 0 <= bar.x < bar.x + bar.width <= WIDTH
        assert 0 <= bar.label_x <= WIDTH
        assert bar.y + picture.bar <= picture.height
    assert 1 <= len(picture.ticks) <= 13
    assert all(0 <= x <= WIDTH for _, x in picture.ticks)
    assert picture.today is None or 0 <= picture.today <= WIDTH


def test_every_dot_leads_to_the_page_that_lists_its_year(catalog: Make, news: News) -> None:
    files = {
        f"docs/tin/{year}/bai-{year}-{number}.md": news(
            date=f"{year}-12-30",
            conference={"date": f"{year}-05-{number + 1:02}"},
            programs=[PROGRAM],
        )
        for year in range(2014, 2024)
        for number in range(9)
    }
    program_pages = [
        p for p in pages(catalog(files)) if p.address.startswith(f"chuong-trinh/{PROGRAM}/")
    ]
    assert len(program_pages) > 1
    years_on = {p.address: {row.iso[:4] for row in p.view.listing.items} for p in program_pages}
    view = program_pages[0].view
    assert isinstance(view, ProgramView)
    assert view.timeline is not None
    dots = [dot for bar in view.timeline.bars for dot in bar.dots]
    assert len(dots) == 10
    for dot in dots:
        address, _, year = dot.link.address.partition("#nam-")
        assert year in years_on[address]
        assert 0 <= dot.x <= WIDTH


def test_a_conference_of_no_known_year_is_drawn_between_its_bounds(
    catalog: Make, news: News
) -> None:
    meeting = {"types": ["so-ket"], "covers": "2017"}
    text = news(date=None, conference=meeting, programs=[PROGRAM], source={"name": "Báo"})
    archive = catalog({"docs/tin/chua-ro-nam/hop.md": text})
    program = archive.registries.programs[PROGRAM]
    picture = timeline(archive, program, [program])
    assert picture is not None
    [bar] = picture.bars
    [one] = bar.about
    assert one.words == "Hội nghị khoảng 7/2017–12/2018"
    assert bar.x < one.x < one.end < bar.x + bar.width
    assert (bar.total, picture.has_about) == (0, True)
