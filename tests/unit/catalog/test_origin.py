"""Who is cited as author of an article, on which day, and what it was made from."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bantin.catalog.origin import authors_of, origin_in_words, published_here
from bantin.model import FrontMatter, Source

FRONT = TypeAdapter(FrontMatter)
SOURCE = TypeAdapter(Source)
NAMES = st.sampled_from(["Văn Thành", "Hương Dịu", "Trí Nhân", "Ban Biên tập", "Y"])


def front(**fields: Any) -> FrontMatter:  # noqa: ANN401 -- whatever an editor writes
    return FRONT.validate_python({"title": "Bài thử", **fields})


def source(**fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"name": "Báo Quảng Nam", **fields}


@pytest.mark.parametrize(
    ("fields", "authors"),
    [
        ({}, ()),
        ({"author": "Hương Dịu"}, ("Hương Dịu",)),
        ({"author": "Trí Nhân, Bá Hải"}, ("Trí Nhân", "Bá Hải")),
        ({"source": source(author="Văn Thành")}, ()),
        ({"source": source(authors=["Văn Thành", "Đỗ Huấn"])}, ()),
        ({"source": source(author="Văn Thành"), "author": "Hương Dịu"}, ("Hương Dịu",)),
        ({"source": source(author="Văn Thành"), "author": "Văn Thành"}, ()),
        ({"source": source(author="Văn Thành", verbatim=True)}, ("Văn Thành",)),
        ({"source": source(verbatim=True), "author": "Văn Thành"}, ("Văn Thành",)),
        ({"source": source(verbatim=True)}, ("Báo Quảng Nam",)),
    ],
)
def test_only_those_who_wrote_the_words_are_their_authors(
    fields: dict[str, Any], authors: tuple[str, ...]
) -> None:
    assert authors_of(front(**fields)) == authors


@given(own=st.none() | NAMES, original=st.lists(NAMES, unique=True))
def test_whoever_wrote_the_original_is_never_author_of_what_was_made_from_it(
    own: str | None, original: list[str]
) -> None:
    assert not set(authors_of(front(author=own, source=source(authors=original)))) & set(original)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"date": "2024-04-26"}, "2024-04-26"),
        ({"date": "2024-04-26", "source": source()}, "2024-04-26"),
        ({"date": "2024-04-26", "source": source(published="2024-04-20")}, "2024-04-26"),
        ({"date": "2024-04-20", "source": source(published="2024-04-20")}, ""),
        ({"date": "2024-04-20", "source": source(published="2024-04-20", verbatim=True)},
         "2024-04-20"),
        ({"conference": {"date": "2022-03-22"}, "source": source()}, ""),
    ],
)  # fmt: skip
def test_no_day_stands_for_another(fields: dict[str, Any], day: str) -> None:
    found = published_here(front(**fields))
    assert (found.iso() if found else "") == day


@pytest.mark.parametrize(
    ("fields", "phrase"),
    [
        ({}, "Viết lại theo Báo Quảng Nam"),
        ({"author": "Văn Thành"}, "Viết lại theo bài của Văn Thành, Báo Quảng Nam"),
        ({"title": "Ký kết"}, "Viết lại theo bài “Ký kết”, Báo Quảng Nam"),
        (
            {
                "title": "Ký kết",
                "authors": ["Trí Nhân", "Bá Hải"],
                "published": "2022-03-25",
                "via": "Báo Mới",
            },
            (
                "Viết lại theo bài “Ký kết” của Trí Nhân, Bá Hải, Báo Quảng Nam, 25/3/2022,"
                " lấy qua Báo Mới"
            ),
        ),
        ({"verbatim": True, "author": "Văn Thành"},
         "Đăng nguyên văn theo bài của Văn Thành, Báo Quảng Nam"),
    ],
)  # fmt: skip
def test_the_original_is_named_as_what_it_is(fields: dict[str, Any], phrase: str) -> None:
    assert origin_in_words(SOURCE.validate_python(source(**fields))) == phrase


def test_an_aggregator_is_a_name_or_a_record() -> None:
    short = SOURCE.validate_python(source(via="Báo Mới"))
    long = SOURCE.validate_python(source(via={"name": "Báo Mới"}))
    assert short == long


def test_a_source_as_it_was_written_before_still_reads() -> None:
    old = SOURCE.validate_python(source(author="Trí Nhân, Bá Hải", published="2022-03-25"))
    assert old.writers == ("Trí Nhân", "Bá Hải")
    assert old.byline == "Trí Nhân, Bá Hải"
