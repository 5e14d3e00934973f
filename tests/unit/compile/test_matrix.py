"""The table of programmes and years: dots, spans, gaps, and what stands apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from bantin.catalog import Catalog
from bantin.compile.pages.matrix import MOST_YEARS, Matrix, matrix
from bantin.compile.pages.statistics import statistics_page

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
OLD, NEW = "dan-van-cong-an-2016", "dan-van-cong-an-2022"


@pytest.fixture
def table(catalog: Make, news: News) -> Callable[..., Matrix]:
    """Return the table of an archive of conferences: file, fields of the conference, others."""

    def make(*held: tuple[str, dict[str, Any], dict[str, Any]]) -> Matrix:
        files = {
            f"docs/tin/{name}.md": news(conference=meeting, **({"programs": [NEW]} | fields))
            for name, meeting, fields in held
        }
        return matrix(catalog(files))

    return make


def row(found: Matrix, program: str) -> dict[int, Any]:
    [line] = [line for line in found.rows if f"/{program}/" in line.link.address]
    return dict(zip(found.years, line.cells, strict=True))


def test_every_year_of_the_range_has_a_column(table: Callable[..., Matrix]) -> None:
    found = table(
        ("2016/mot", {"date": "2016-05-01"}, {"date": "2016-05-01", "programs": [OLD]}),
        ("2024/hai", {"date": "2024-05-01"}, {"date": "2024-05-01"}),
    )
    assert found.years == tuple(range(2016, 2025))
    assert [year for year, cell in row(found, OLD).items() if cell.is_gap] == [*range(2017, 2022)]
    assert [year for year, cell in row(found, NEW).items() if cell.is_gap] == [2022, 2023]


def test_a_review_of_years_is_one_span_and_one_dot(table: Callable[..., Matrix]) -> None:
    meeting = {"date": "2022-03-01", "covers": "2016-2021"}
    cells = row(table(("2022/mot", meeting, {"date": "2022-03-01", "programs": [OLD]})), OLD)
    assert {year: cell.met for year, cell in cells.items() if cell.met} == {2022: 1}
    assert [year for year, cell in cells.items() if cell.reviewed] == [*range(2016, 2022)]
    assert [year for year, cell in cells.items() if cell.begins] == [2016]
    assert [year for year, cell in cells.items() if cell.ends] == [2021]
    assert cells[2021].words == "được xem xét tại 1 hội nghị"
    assert cells[2022].words == "1 hội nghị"


def test_two_spans_side_by_side_are_seen_as_two(table: Callable[..., Matrix]) -> None:
    found = table(
        ("2023/mot", {"date": "2023-01-05", "covers": "2022"}, {"date": "2023-01-05"}),
        ("2024/hai", {"date": "2024-01-05", "covers": "2023"}, {"date": "2024-01-05"}),
    )
    cells = row(found, NEW)
    assert (cells[2022].ends, cells[2023].begins) == (True, True)
    assert [cell.met for cell in cells.values()] == [0, 1, 1]


def test_a_span_ends_with_the_period_of_the_programme(table: Callable[..., Matrix]) -> None:
    meeting = {"date": "2024-05-01", "covers": "2012-2023"}
    found = table(("2024/mot", meeting, {"date": "2024-05-01", "programs": [OLD, NEW]}))
    for program, years in ((OLD, range(2016, 2022)), (NEW, range(2022, 2024))):
        cells = row(found, program)
        assert [year for year, cell in cells.items() if cell.reviewed] == [*years]


def test_each_programme_has_the_time_under_review_that_is_its_own(
    table: Callable[..., Matrix],
) -> None:
    reviews = [{"program": NEW, "covers": "2022-2023"}]
    meeting = {"date": "2024-05-01", "covers": "2018-2021", "reviews": reviews}
    found = table(("2024/mot", meeting, {"date": "2024-05-01", "programs": [OLD, NEW]}))
    for program, years in ((OLD, range(2018, 2022)), (NEW, range(2022, 2024))):
        cells = row(found, program)
        assert [year for year, cell in cells.items() if cell.reviewed] == [*years]


def test_what_was_reviewed_before_a_period_is_none_of_it(table: Callable[..., Matrix]) -> None:
    meeting = {"date": "2022-05-01", "covers": "2016-2021"}
    found = table(("2022/mot", meeting, {"date": "2022-05-01", "programs": [OLD, NEW]}))
    assert not any(cell.reviewed for cell in row(found, NEW).values())


def test_what_was_only_signed_is_not_reviewed(table: Callable[..., Matrix]) -> None:
    meeting = {"date": "2022-05-01", "covers": "2016-2022", "signs": [NEW]}
    fields = {"date": "2022-05-01", "programs": [OLD, NEW]}
    cells = row(table(("2022/mot", meeting, fields)), NEW)
    assert [cell.met for cell in cells.values()][-1] == 1
    assert not any(cell.reviewed for cell in cells.values())


def test_a_programme_of_which_no_year_is_told_stands_apart(table: Callable[..., Matrix]) -> None:
    found = table(
        ("chua-ro-nam/mot", {"date": "--05-01"}, {"date": "2024-05-01", "programs": [OLD]}),
        ("2024/hai", {"date": "2024-05-01"}, {"date": "2024-05-01"}),
    )
    assert [link.address for link in found.apart] == [f"chuong-trinh/{OLD}/"]
    assert len(found.rows) == 1


def test_a_conference_without_its_year_is_told_beside_the_name(
    table: Callable[..., Matrix],
) -> None:
    meeting = {"date": "--05-01", "covers": "2022-2023"}
    source = {"source": {"name": "Báo"}}
    found = table(("chua-ro-nam/mot", meeting, {"date": None} | source))
    [line] = found.rows
    assert (line.undated, line.about) == (1, "khoảng 5/2023–5/2025")
    assert [cell.met for cell in line.cells] == [0, 0]


def test_a_year_that_only_bounds_give_is_told_as_such(table: Callable[..., Matrix]) -> None:
    meeting = {"date": "--05-01", "covers": "2022-2023"}
    source = {"source": {"name": "Báo", "published": "2024-05-02"}}
    found = table(("chua-ro-nam/mot", meeting, {"date": None} | source))
    cells = row(found, NEW)
    assert (cells[2024].met, cells[2024].inferred) == (1, 1)
    assert cells[2024].words == "1 hội nghị, năm suy ra"


def test_the_range_is_no_longer_than_can_be_read(table: Callable[..., Matrix]) -> None:
    found = table(
        ("1986/mot", {"date": "1986-05-01"}, {"date": "1986-05-01", "programs": [OLD]}),
        ("2024/hai", {"date": "2024-05-01"}, {"date": "2024-05-01"}),
    )
    assert found.years == tuple(range(2024 - MOST_YEARS + 1, 2025))
    assert [link.address for link in found.apart] == [f"chuong-trinh/{OLD}/"]


def test_an_empty_archive_has_an_empty_table(table: Callable[..., Matrix]) -> None:
    assert table() == Matrix((), (), (), 0)


def test_years_without_a_conference_are_in_the_chart(catalog: Make, news: News) -> None:
    archive = catalog(
        {
            "docs/tin/2013/mot.md": news(date="2013-05-01", conference={"date": "2013-05-01"}),
            "docs/tin/2015/hai.md": news(date="2015-05-01", conference={"date": "2015-05-01"}),
        }
    )
    [chart] = [one for one in statistics_page(archive).view.charts if one.id == "theo-nam"]
    assert [(line.link.text, line.total) for line in chart.lines] == [
        ("2013", 1),
        ("2014", 0),
        ("2015", 1),
    ]
    assert [bool(line.link.address) for line in chart.lines] == [True, False, True]
