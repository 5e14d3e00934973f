from hypothesis import given
from hypothesis import strategies as st

from bantin.compile.listing import PER_PAGE, Row, paginate


def row(number: int) -> Row:
    return Row(f"tin/2024/{number}/", f"Bài {number}", "", "", "", "Năm 2024", "", (), 0)


@given(size=st.integers(0, 4 * PER_PAGE + 3))
def test_pages_hold_all_rows_in_order_and_none_is_too_long(size: int) -> None:
    rows = [row(number) for number in range(size)]
    pages = list(paginate(rows, "nam/2024/"))
    assert all(len(page.items) <= PER_PAGE for page in pages)
    assert all(page.items for page in pages) or size == 0
    assert [r for page in pages for r in page.items] == rows
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert {(page.pages, page.total) for page in pages} == {(len(pages), size)}
    assert [page.first for page in pages] == [1 + PER_PAGE * n for n in range(len(pages))]
    assert len({page.address(page.number) for page in pages}) == len(pages)
    assert pages[0].address(1) == "nam/2024/"


def test_an_empty_list_has_one_page() -> None:
    assert len(list(paginate([], "nam/2024/"))) == 1


def test_rows_are_grouped_by_year_the_latest_first_and_without_a_year_last() -> None:
    years = ("Năm 2023", "Chưa rõ năm", "Năm 2024", "Năm 2023")
    rows = [row(number)._replace(year=year) for number, year in enumerate(years)]
    (page,) = paginate(rows, "co-quan/bca/")
    assert page.by_year == [
        ("Năm 2024", [rows[2]]),
        ("Năm 2023", [rows[0], rows[3]]),
        ("Chưa rõ năm", [rows[1]]),
    ]
