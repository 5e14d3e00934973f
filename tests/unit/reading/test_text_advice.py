"""The quick tests before the patterns never hide what the patterns would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.reading.text_advice import LOOSE_DASH, LOOSE_NUMBER, LOOSE_STROKE, WEEKDAYS, advise

NUMBERS = st.lists(
    st.sampled_from(["12", "/2024", "/", "-", " ", "- ", "/ ", "QĐ", "KH", "U", "BND", "a", "\n"])
)
DAYS = st.lists(
    st.sampled_from(
        ["Thứ ", "thứ ", "hai", "Năm", "Chủ ", "chủ ", "nhật", " ngày ", ", ", "(", "1/2/2024", "h"]
    )
)
WEEKDAY = re.compile(
    r"h(?:(?<=[Tt]h)ứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|(?<=[Cc]h)ủ [Nn]hật)"
    r"[ ,(]*(?:ngày )?(\d{1,2})[/-](\d{1,2})[/-](\d{4})"
)


@given(text=NUMBERS.map("".join))
def test_the_quick_signs_miss_no_loose_number(text: str) -> None:
    if LOOSE_NUMBER.search(text):
        assert LOOSE_DASH.search(text) or LOOSE_STROKE.search(text)


@given(text=DAYS.map("".join))
def test_every_weekday_is_found_by_its_rarest_letter(text: str) -> None:
    found = [match.end() for one in WEEKDAYS for match in one.finditer(text)]
    assert sorted(found) == [match.end() for match in WEEKDAY.finditer(text)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Sáng thứ Hai, 25/4/2024", "viết «thứ Hai», mà ngày 25/4/2024 là Thứ Năm"),
        ("(Chủ nhật ngày 25-4-2024)", "viết «Chủ nhật», mà ngày 25/4/2024 là Thứ Năm"),
        ("Kế hoạch 12/KH- UBND", "số văn bản «12/KH- UBND» thừa dấu cách"),
        ("Quy chế 3-QC/ Tw", ""),
        ("Quy chế 3-QC/ TU", "số văn bản «3-QC/ TU» thừa dấu cách"),
        ("Bà Rịa - Vũng Tàu, 12/KH-UBND", ""),
    ],
)
def test_advice_has_the_line_of_its_words(body: str, told: str) -> None:
    assert list(advise(f"\n{body}", 7)) == ([(told, 8)] if told else [])
