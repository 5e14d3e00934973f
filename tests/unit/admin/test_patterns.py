"""The editor's patterns refuse the dates and spans that the reader refuses."""

from __future__ import annotations

import re
from itertools import product

import pytest

from bantin.admin.patterns import COVERS, DATE, TERM
from bantin.vietnamese.dates import parse_date

YEARS = (1900, 2000, 2023, 2024, 2100)
DAYS = tuple(product(YEARS, range(14), range(33)))


def is_real(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def test_a_day_is_taken_where_there_is_such_a_day() -> None:
    for year, month, day in DAYS:
        text = f"{year}-{month:02}-{day:02}"
        assert bool(re.fullmatch(DATE, text)) == is_real(text), text
        assert bool(re.fullmatch(DATE, f"{day}/{month}/{year}")) == is_real(text), text
        if year == 2024:
            assert bool(re.fullmatch(DATE, text[4:].rjust(7, "-"))) == is_real(f"-{text[4:]}"), text


@pytest.mark.parametrize("text", ["2024", "2024-04", "--02-29", "05/04/2024"])
def test_less_than_a_day_is_taken(text: str) -> None:
    assert re.search(DATE, text)


def test_years_do_not_run_backwards() -> None:
    years = (1999, 2000, 2009, 2010, 2019, 2020, 2025, 2030)
    for first, last in product(years, years):
        for pattern in (TERM, COVERS):
            assert bool(re.search(pattern, f"{first}-{last}")) == (first <= last), (first, last)


@pytest.mark.parametrize("text", ["2022", "2013-"])
def test_an_open_term_is_taken(text: str) -> None:
    assert re.search(TERM, text)


@pytest.mark.parametrize("text", ["2023-Q3", "2020-01/2020-08", "5 năm", "nhiệm kỳ 2020-2025"])
def test_what_is_covered_may_be_said_in_words(text: str) -> None:
    assert re.search(COVERS, text)
