import pytest

from bantin.vietnamese.spans import Span, parse_span


@pytest.mark.parametrize(
    ("text", "label", "years"),
    [
        ("2023", "năm 2023", [2023]),
        ("2022-2024", "2022–2024", [2022, 2023, 2024]),
        ("2023-Q3", "quý III/2023", [2023]),
        ("2020-H1", "6 tháng đầu năm 2020", [2020]),
        ("2025-H2", "6 tháng cuối năm 2025", [2025]),
        ("2020-01/2020-08", "tháng 1–8/2020", [2020]),
        ("2019-10/2020-03", "từ tháng 10/2019 đến tháng 3/2020", [2019, 2020]),
        ("2020-08", "tháng 8/2020", [2020]),
    ],
)
def test_span_in_every_form(text: str, label: str, years: list[int]) -> None:
    span = parse_span(text)
    assert span is not None
    assert span.iso() == text
    assert span.label == label
    assert list(span.years()) == years
    assert not span.is_open


def test_open_span() -> None:
    span = parse_span("2013-")
    assert span == Span(2013, None)
    assert span.is_open
    assert (span.label, span.iso()) == ("từ 2013", "2013-")
    assert list(span.years(until=2015)) == [2013, 2014, 2015]
    assert list(span.years(until=2010)) == []
    with pytest.raises(ValueError, match="2013-"):
        span.years()


def test_a_span_includes_the_years_it_touches() -> None:
    assert Span(2022, 2024).includes(2022)
    assert not Span(2022, 2024).includes(2025)
    assert Span(2013, None).includes(2100)
    assert not Span(2013, None).includes(2012)


def test_years_stop_at_the_earlier_end() -> None:
    assert list(Span(2022, 2026).years(until=2023)) == [2022, 2023]


@pytest.mark.parametrize("text", ["2022–2024", " 2022 - 2024 "])
def test_dashes_as_people_type_them(text: str) -> None:
    assert parse_span(text) == Span(2022, 2024)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-2022",
        "2023-Q5",
        "2023-H3",
        "2020-13",
        "2020-00",
        "2020-08/2020-01",
        "23-25",
        "2022-2024-2026",
        "--2020",
        "năm học 2025-2026",
        "6 tháng đầu năm 2020",
    ],
)
def test_anything_else_is_not_a_span(text: str) -> None:
    assert parse_span(text) is None


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span(2024, 2022)
