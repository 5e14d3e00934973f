import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.model import Article, Problem
from bantin.reading.article import read_article
from bantin.reading.frontmatter import RawArticle, decode, split_article
from bantin.reading.yaml.values import UNPRINTABLE

PATH = "docs/tin/2024/bai.md"
HEAD = b"---\ntitle: B\xc3\xa0i\n---\n"
PIECES = st.sampled_from(
    [b"---", b"\n", b"\r\n", b"title: ", b"x", b": ", b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"\xc3",
     "đ".encode(), b"[", b"&a", b"*a", b"\x0b", b"## K", b"](", b"<", b"date: 2024", b"\t"]
)  # fmt: skip


@given(data=st.binary(max_size=200) | st.lists(PIECES, max_size=30).map(b"".join))
def test_any_bytes_are_read_or_refused_with_a_problem(data: bytes) -> None:
    found = read_article("tin/2024/bai.md", data)
    if not isinstance(found, Article):
        assert found
        assert all(isinstance(problem, Problem) for problem in found)


@given(body=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_the_body_is_returned_unchanged(body: str) -> None:
    source = split_article(PATH, HEAD + body.encode())
    assert isinstance(source, RawArticle)
    assert source.body.encode() == decode(PATH, body.encode()).encode()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (HEAD + b"Th\xc3\xa2n", 4),
        (HEAD + b"\n\nTh\xc3\xa2n", 6),
        (HEAD.replace(b"\n", b"\r\n") + b"\r\nTh\xc3\xa2n", 5),
    ],
)
def test_the_first_line_of_the_body_is_returned(data: bytes, line: int) -> None:
    source = split_article(PATH, data)
    assert isinstance(source, RawArticle)
    assert source.body == "Thân"
    assert source.body_line == line


@pytest.mark.parametrize("end", [b"", b"\n", b"\n\n \n"])
def test_an_empty_body_begins_below_the_fence(end: bytes) -> None:
    source = split_article(PATH, HEAD.rstrip() + end)
    assert isinstance(source, RawArticle)
    assert (source.body, source.body_line, source.head) == ("", 4, "title: Bài")


@pytest.mark.parametrize("block", [0x00, 0x80, 0x2000, 0xFE00, 0xFF00, 0x1F600])
def test_exactly_the_unprintable_characters_are_refused(block: int) -> None:
    for char in map(chr, range(block, block + 256)):
        found = decode(PATH, f"a\nb{char}".encode())
        assert isinstance(found, Problem) == (char != "\r" and bool(UNPRINTABLE.search(char)))


def test_text_is_normalised_to_nfc() -> None:
    assert decode(PATH, "Hội".encode()) == "Hội"


@pytest.mark.parametrize("fence", ["---  ", "---\t"])
def test_spaces_after_a_fence_are_allowed(fence: str) -> None:
    assert isinstance(split_article(PATH, f"{fence}\ntitle: B\n{fence}\n".encode()), RawArticle)


@pytest.mark.parametrize("fence", ["----", "--- title", " ---", "+++"])
def test_a_line_that_only_resembles_a_fence_is_refused(fence: str) -> None:
    assert isinstance(split_article(PATH, f"{fence}\ntitle: B\n---\n".encode()), Problem)
