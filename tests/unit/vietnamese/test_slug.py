import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.vietnamese.slug import slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đánh giá 2 năm phối hợp (2022–2024)", "danh-gia-2-nam-phoi-hop-2022-2024"),
        ("Krông Pa – M’Drắk – Sông Hinh", "krong-pa-mdrak-song-hinh"),
        ("\u00d0ắk Lắk", "dak-lak"),
        ("…", ""),
        ("", ""),
    ],
)
def test_slug(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_slug_ends_with_a_whole_word() -> None:
    assert slugify("Hội nghị sơ kết", 8) == "hoi-nghi"
    assert slugify("Hội nghị sơ kết", 9) == "hoi-nghi"
    assert slugify("Hội nghị sơ kết", 7) == "hoi"
    assert slugify("Nghiêng", 4) == "nghi"


@given(st.text(), st.integers(1, 100))
def test_slug_is_ascii_words_within_the_limit(text: str, limit: int) -> None:
    slug = slugify(text, limit)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= limit
    assert slugify(slug, limit) == slug
