from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from bantin.vietnamese.fold import fold, fold_keeping_length, lower


def test_fold_strips_diacritics_case_and_apostrophes() -> None:
    assert fold("Ủy ban Mặt trận huyện M’Drắk") == "uy ban mat tran huyen mdrak"
    assert fold("ĐẮK LẮK") == fold("\u00d0ăk Lăk") == "dak lak"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_decomposed_and_composed_text_fold_alike(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text))


@given(st.text())
def test_folding_can_keep_the_length(text: str) -> None:
    composed = normalize("NFC", text)
    assert len(fold_keeping_length(text)) == len(composed)
    assert fold(fold_keeping_length(text)) == fold(text)


def test_a_match_in_folded_text_has_its_offset_in_the_text() -> None:
    text = "Hội nghị ở Đắk Lắk"
    start = fold_keeping_length(text).index("dak lak")
    assert text[start:] == "Đắk Lắk"


def test_every_character_stays_one_when_lowered() -> None:
    longer = [code for code in range(0x110000) if len(lower(chr(code))) != 1]
    assert longer == []
