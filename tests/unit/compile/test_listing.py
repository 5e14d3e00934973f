from hypothesis import given
from hypothesis import strategies as st

from bantin.compile.listing import PER_PAGE, Row, cut


def row(number: int) -> Row:
    return Row(f"tin/2024/{number}/", f"Bài {number}", "", "", "", "Năm 2024", "", (), 0)


@given(size=st.integers(0, 4 * PER_PAGE + 3))
def test_no_page_grows_and_none_loses_a_row(size: int) -> None:
    rows = [row(number) for number in range(size)]
    parts = list(cut(rows, "nam/2024/"))
    assert all(len(part.rows) <= PER_PAGE for part in parts)
    assert all(part.rows for part in parts) or size == 0
    assert [r for part in parts for r in part.rows] == rows
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert {(part.parts, part.total) for part in parts} == {(len(parts), size)}
    assert len({part.address(part.number) for part in parts}) == len(parts)
    assert parts[0].address(1) == "nam/2024/"


def test_an_empty_list_has_a_page() -> None:
    assert len(list(cut([], "nam/2024/"))) == 1


def test_years_stand_the_latest_first_and_what_has_none_last() -> None:
    told = ("Năm 2023", "Chưa rõ năm", "Năm 2024", "Năm 2023")
    rows = [row(number)._replace(year=year) for number, year in enumerate(told)]
    (part,) = cut(rows, "co-quan/bca/")
    assert part.years == [
        ("Năm 2024", [rows[2]]),
        ("Năm 2023", [rows[0], rows[3]]),
        ("Chưa rõ năm", [rows[1]]),
    ]
