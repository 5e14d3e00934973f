import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.model import Agency
from bantin.model.keys import FRONT_MATTER_KEYS as KEYS
from bantin.model.suggestion import LIKE_ONE_OF_FEW, nearest, suggest, suggest_record

RECORDS = {
    id_: Agency(id=id_, name=name, kind="khac", level="tinh")
    for id_, name in {"bca": "Bộ Công an", "ca-phu-tho": "Công an tỉnh Phú Thọ"}.items()
}


@pytest.mark.parametrize(
    ("written", "right"),
    [("titel", "title"), ("Tittle", "title"), ("agency", "agencies"), ("phots", "photos"),
     ("noi dung", ""), ("keywords", ""), ("", "")],
)  # fmt: skip
def test_a_misspelt_key_is_recognised(written: str, right: str) -> None:
    assert nearest(written, KEYS, least=LIKE_ONE_OF_FEW) == right


@given(
    key=st.sampled_from(KEYS),
    position=st.integers(0, 20),
    letter=st.characters(codec="ascii"),
)
def test_a_key_of_six_letters_or_more_is_recognised_with_one_added(
    key: str, position: int, letter: str
) -> None:
    at = position % (len(key) + 1)
    if len(key) >= 6:
        assert nearest(key[:at] + letter + key[at:], KEYS, least=LIKE_ONE_OF_FEW) == key


def test_marks_and_capitals_do_not_count() -> None:
    assert suggest("Sơ-Kết", ["so-ket", "tong-ket"]) == "; có phải «so-ket»?"
    assert suggest("hop-bao", ["so-ket", "tong-ket"]) == ""


@pytest.mark.parametrize(
    ("written", "hint"),
    [("ca-phu-to", "; có phải «ca-phu-tho» (Công an tỉnh Phú Thọ)?"),
     ("bo-cong-an", "; có phải «bca» (Bộ Công an)?"), ("xyz", "")],
)  # fmt: skip
def test_a_record_is_recognised_by_its_id_or_name(written: str, hint: str) -> None:
    assert suggest_record(written, RECORDS) == hint
