from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from bantin.vietnamese.fold import fold, fold_keeping_length, lower


def test_fold_strips_marks_case_and_apostrophes() -> None:
    assert fold("Ủy ban Mặt trận huyện M’Drắk") == "uy ban mat tran huyen mdrak"
    assert fold("ĐẮK LẮK") == fold("\u00d0ăk Lăk") == "dak lak"


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_does_not_care_for_the_form(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text))


@given(st.text())
def test_places_survive(text: str) -> None:
    written = normalize("NFC", text)
    assert len(fold_keeping_length(text)) == len(written)
    assert fold(fold_keeping_length(text)) == fold(text)


def test_places_of_a_found_word() -> None:
    text = "Hội nghị ở Đắk Lắk"
    start = fold_keeping_length(text).index("dak lak")
    assert text[start:] == "Đắk Lắk"


def test_no_letter_grows_when_made_small() -> None:
    grown = [code for code in range(0x110000) if len(lower(chr(code))) != 1]
    assert grown == []
