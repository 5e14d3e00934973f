from datetime import date

import pytest

from bantin.vietnamese.dates import PartialDate, in_figures, in_words, parse_date


@pytest.mark.parametrize(
    ("text", "precision", "words", "figures"),
    [
        ("2024-04-25", "day", "Thứ Năm, ngày 25 tháng 4 năm 2024", "25/4/2024"),
        ("2024-04", "month", "tháng 4 năm 2024", "4/2024"),
        ("2024", "year", "năm 2024", "2024"),
        ("--11-28", "month-day", "ngày 28 tháng 11 (không rõ năm)", "28/11"),
        ("2026-11-22", "day", "Chủ Nhật, ngày 22 tháng 11 năm 2026", "22/11/2026"),
    ],
)
def test_date_in_every_form(text: str, precision: str, words: str, figures: str) -> None:
    date_ = parse_date(text)
    assert date_.iso() == text
    assert date_.precision == precision
    assert in_words(date_) == words
    assert in_figures(date_) == figures


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "2024-13",
        "2024-00",
        "2024-00-01",
        "2024-01-00",
        "--02-30",
        "--00-01",
        "0000",
        "--11",
        "25/4/2024",
        "2024-4-5",
        "2024-04-25 ",
        "",
        "năm 2024",
        "2024-",
        "٢٠٢٤",
    ],
)
def test_the_error_names_an_impossible_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|no such day") as caught:
        parse_date(text)
    assert repr(text) in str(caught.value)


def test_leap_day_without_a_year_is_a_date() -> None:
    assert parse_date("--02-29") == PartialDate(None, 2, 29)


@pytest.mark.parametrize("parts", [(2024, None, 5), (None, 11, None), (None, None, None)])
def test_a_day_without_a_month_is_refused(parts: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match="incomplete"):
        PartialDate(*parts)


def test_first_and_last_possible_day() -> None:
    assert parse_date("2024").first == date(2024, 1, 1)
    assert parse_date("2024").last == date(2024, 12, 31)
    assert parse_date("2024-02").last == date(2024, 2, 29)
    assert parse_date("2024-02-03").first == parse_date("2024-02-03").last == date(2024, 2, 3)
    assert parse_date("--02-29").first is parse_date("--02-29").last is None


def test_dates_sort_from_unknown_year_to_exact_day() -> None:
    ordered = ["--11-28", "2023-12-31", "2024", "2024-04", "2024-04-01", "2024-05"]
    dates = [parse_date(text) for text in ordered]
    backwards = dates[::-1]
    assert sorted(backwards, key=lambda date_: date_.order) == dates


def test_calendar_day_in_words_and_figures() -> None:
    assert in_words(date(2024, 4, 25), weekday=False) == "ngày 25 tháng 4 năm 2024"
    assert in_figures(date(2024, 4, 5)) == "5/4/2024"


def test_cached_words_do_not_mix_up_their_arguments() -> None:
    day = PartialDate(2024, 4, 25)
    assert in_words(day) == "Thứ Năm, ngày 25 tháng 4 năm 2024" == in_words(date(2024, 4, 25))
    assert in_words(day, weekday=False) == "ngày 25 tháng 4 năm 2024"
    assert in_words(day) == "Thứ Năm, ngày 25 tháng 4 năm 2024"
    assert in_figures(PartialDate(2024, 4)) == "4/2024"
    assert in_figures(PartialDate(None, 4, 20)) == "20/4"
