from itertools import pairwise

import pytest

from bantin.vietnamese.order import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["ba", "bà", "bả", "bã", "bá", "bạ"],
        ["Ban Dân tộc", "Ban Dân vận", "Bản Dân vận", "Bang"],
        ["Quận 2", "Quận 10", "Quận Đống Đa"],
        ["Khóa 9", "Khóa 09a", "Khóa 10"],
        ["ê", "ê\u0306", "g"],
        ["z", "ω"],
    ],
)
def test_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered
    assert all(sort_key(first) < sort_key(second) for first, second in pairwise(ordered))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ĐẮK LẮK", "\u00d0ắk Lắk"),
        ("M'Drắk", "M\u2019Drắk"),
        ("Ê-đê", " Ê đê "),
        ("Quận 02", "Quận 2"),
        ("Ba\u0300", "Bà"),
    ],
)
def test_case_punctuation_and_composition_do_not_count(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)
