"""A syllable is told from a slip."""

import pytest

from bantin.vietnamese.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    [
        "rừng",
        "lừa",
        "đảo",
        "nghiêng",
        "khuỷu",
        "quyết",
        "quốc",
        "giếng",
        "gì",
        "gìn",
        "yêu",
        "uống",
        "oanh",
        "thuở",
        "quýt",
        "quỳnh",
        "tuyết",
        "khuya",
        "boong",
        "hòa",
        "thúy",
        "ủy",
        "ngoặc",
        "xoong",
        "rung",
        "nghi",
        "dinh",
        "quang",
        "tuyen",
        "a",
        "ý",
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    "hôih đồg qang zalo hih covid tw ctrph nghitn bất́ viẹt thuốcc bòc tàt x krông".split(),  # noqa: SIM905
)
def test_others(word: str) -> None:
    assert not is_syllable(word)
