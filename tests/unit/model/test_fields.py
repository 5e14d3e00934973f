from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from bantin.model import Party
from bantin.model.fields import MAX_QUOTED, Covers, Date, PartyField, quote
from bantin.model.registry import Agency
from bantin.vietnamese.dates import PartialDate, parse_date
from bantin.vietnamese.spans import Span

DATE: TypeAdapter[PartialDate] = TypeAdapter(Date)
COVERS: TypeAdapter[Span | str] = TypeAdapter(Covers)
PARTY: TypeAdapter[Party] = TypeAdapter(PartyField)


@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_a_day_first_date_is_refused_with_the_right_one(day: date) -> None:
    with pytest.raises(ValidationError, match=f"có phải «{day.isoformat()}»") as caught:
        DATE.validate_python(f"{day.day}/{day.month:02}/{day.year}")
    assert len(caught.value.errors()) == 1


@given(value=st.text() | st.lists(st.text()) | st.dictionaries(st.text(), st.text()))
def test_a_date_is_a_date_or_refused(value: object) -> None:
    try:
        found = DATE.validate_python(value)
    except ValidationError as error:
        types = [e["type"] for e in error.errors()]
    else:
        types = ["date_form"] if parse_date(found.iso()) == found else []
    assert types == ["date_form"]


@pytest.mark.parametrize("value", [{"first_year": 2023, "last_year": 2024}, [], {}, "", " "])
def test_the_covered_time_is_a_span_or_a_line_of_text(value: object) -> None:
    with pytest.raises(ValidationError):
        COVERS.validate_python(value)


def test_a_covered_time_that_is_no_span_stays_as_written() -> None:
    assert COVERS.validate_python("nhiệm kỳ trước") == "nhiệm kỳ trước"
    assert COVERS.validate_python("2022-2024") == Span(2022, 2024)


@pytest.mark.parametrize(
    ("value", "party"),
    [("bca", Party(id="bca")), ({"name": "Ban Dân vận"}, Party(name="Ban Dân vận"))],
)
def test_a_party_is_an_id_or_a_name(value: object, party: Party) -> None:
    assert PARTY.validate_python(value) == party


def test_a_quoted_value_is_short_and_on_one_line() -> None:
    assert quote("a\n  b") == "a b"
    assert len(quote("x" * 500)) == MAX_QUOTED + 1


@given(
    start=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    length=st.integers(0, 5_000),
    offset=st.integers(-5_000, 10_000),
)
def test_a_record_is_valid_from_its_first_day_to_its_last(
    start: date, length: int, offset: int
) -> None:
    end, day = start + timedelta(length), start + timedelta(offset)
    agency = Agency(
        id="a", name="A", kind="khac", level="tinh",
        valid_from=PartialDate.of(start), valid_to=PartialDate.of(end),
    )  # fmt: skip
    assert agency.is_valid_on(PartialDate.of(day)) == (start <= day <= end)
    assert agency.is_valid_on(PartialDate(None, day.month, day.day))


@pytest.mark.parametrize("day", ["2025", "2025-06", "2025-06-30", "--07-01"])
def test_a_month_or_year_partly_within_the_validity_is_allowed(day: str) -> None:
    agency = Agency(id="a", name="A", kind="khac", level="tinh", valid_to=PartialDate(2025, 6, 30))
    assert agency.is_valid_on(parse_date(day))
    assert not agency.is_valid_on(parse_date("2025-07"))
