import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.markdown.outcome import EXCERPT, excerpt, section_name


@given(text=st.text(max_size=2_000) | st.text("ab .;\n", max_size=2_000))
def test_an_excerpt_is_short_and_never_lost(text: str) -> None:
    text = " ".join(text.split())
    found = excerpt(text)
    assert len(found) <= EXCERPT + 2
    assert found or not text
    assert text.startswith(found.rstrip(" …"))


def test_an_excerpt_ends_with_a_sentence_or_else_a_word() -> None:
    sentences = "Một câu có bảy chữ thôi nhé. " * 20
    assert excerpt(sentences).endswith("nhé. …")
    words = "chữ " * 200
    assert excerpt(words).endswith("chữ…")
    assert excerpt("x" * 1_000) == "x" * EXCERPT + "…"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Kết quả", "results"),
        ("KẾT QUẢ ĐẠT ĐƯỢC:", "results"),
        ("Ket qua", "results"),
        ("1. Kết quả", "results"),
        ("IV. Tồn tại, hạn chế", "limits"),
        ("2) Nhiệm vụ.", "tasks"),
        ("1. 2. Kết quả", None),
        ("Kết quả 2024", None),
        ("12.", None),
        ("", None),
    ],
)
def test_which_headings_begin_a_part_of_the_outcome(heading: str, name: str | None) -> None:
    assert section_name(heading) == name
