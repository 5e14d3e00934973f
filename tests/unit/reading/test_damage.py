"""Damage of one character or a few: read as it stands on the page of the editor, or refused."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.model import Article
from bantin.reading.article import read_article
from bantin.reading.yaml.reader import Value, YamlError, load
from bantin.vietnamese.odd_characters import INVISIBLE

HEAD = """\
title: Quảng Nam sơ kết Nghị định 03, 6 tháng đầu năm 2024
date: 2024-07-25
lead: >
  Sáu tháng đầu năm, công an và biên phòng
  tổ chức 45 đợt tuần tra.
# Ghi chú của biên tập
conference:
  date: 2024-07-18
  types: [so-ket, giao-ban]
  covers: 2024-H1
  place: "Tam Kỳ: hội trường số 2"
period: 2021-2025
agencies:
  - bca
  - name: Ban Dân vận 'khối' vận
documents: [03/2019/NĐ-CP]
people:
  - name: Rơ Châm B
    office: Phó Giám đốc
author: 'Lê A'
"""
MARKS = [
    *("\u200b", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u034f", "\ufffd", "\uf0b7", "\u3164"),
    *("\u00a0", "\u2007", "\u202f", "\u3000", " ", "  ", "\t", "\n", "\n  ", "\n\u00a0"),
    *("–", "—", "−", "‑", "：", "，", "２", "“", "”", "‘", "’", '"', "'", "«"),
    *("#", " #", " # ", "\n#", "\n  #", ":", ": ", "-", "- ", "\n- ", ",", "[", "]", "{", "}"),
    *(
        "|",
        ">",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "?",
        "? ",
        "~",
        "null",
        "\\",
        "...",
        "---",
        "=",
        "<<",
    ),
    *("\n<<<<<<< HEAD\n", "\n=======\n", "\n>>>>>>> x\n", "\n||||||| x\n", "\n----\n", "\n...\n"),
]
PLACES = st.integers(0, len(HEAD))
SPANS = st.integers(1, 12)
DAMAGE = st.one_of(
    st.tuples(st.just("insert"), PLACES, st.sampled_from(MARKS)),
    st.tuples(st.just("cut"), PLACES, SPANS),
    st.tuples(st.just("double"), PLACES, SPANS),
    st.tuples(st.just("swap"), PLACES, SPANS),
)
WORD = re.compile(r"[^\W_]+")
# Behind these a comment takes nothing away: a value of a fixed form, a block, what is closed.
CODED = r"(?:date|types|period|conference|agencies|people):.*?"
PROTECTED = re.compile(rf"( *(?:- +)*(?:{CODED}|(?:- +)[a-z]+|.*[\]\"'}}]))\s+#(?:[# ].*)?")


def damage(text: str, kind: str, place: int, what: str | int) -> str:
    if isinstance(what, str):
        return text[:place] + what + text[place:]
    part, rest = text[place : place + what], text[place + what :]
    if kind == "cut":
        return text[:place] + rest
    if kind == "double":
        return text[:place] + part + part + rest
    return text[:place] + rest[:what] + part + rest[what:]


def words(text: str) -> list[str]:
    return WORD.findall(normalize("NFC", text))


def words_of(value: Value) -> list[str]:
    """The words of keys and values, in their order."""
    if isinstance(value, str):
        return words(value)
    if isinstance(value, list):
        return [word for item in value for word in words_of(item)]
    return [word for key, item in value.items() for word in [*words(key), *words_of(item)]]


@settings(max_examples=500)
@given(case=DAMAGE)
def test_no_word_of_front_matter_is_lost_without_a_message(
    case: tuple[str, int, str | int],
) -> None:
    text = damage(HEAD, *case)
    try:
        _, locations = load(text)
    except YamlError:
        return
    assert not INVISIBLE.search(text)
    kept = "".join(words_of(locations.value(())))
    for line in text.split("\n"):
        said = next((one for one in readings(line) if kept.startswith(one)), None)
        assert said is not None, (line, kept[:40])
        kept = kept.removeprefix(said)
    assert not kept


def readings(line: str) -> list[str]:
    """The words of a line as written; without a comment plainly meant as one; without “null”."""
    match = PROTECTED.fullmatch(line)
    bare = "" if line.lstrip().startswith("#") else match[1] if match else line
    written = ["".join(words(one)) for one in (line, bare)]
    return [*written, *(one.replace("null", "", 1) for one in written)]


@settings(max_examples=500)
@given(case=DAMAGE)
def test_a_damaged_article_is_read_or_refused_near_the_damage(
    case: tuple[str, int, str | int],
) -> None:
    text = damage(HEAD, *case)
    found = read_article("tin/2024/bai.md", f"---\n{text}---\nThân bài.\n".encode())
    if isinstance(found, Article):
        return
    last = text.count("\n") + 4
    assert found
    assert all(1 <= problem.location.line <= last for problem in found)
    assert all(problem.message and "\n" not in problem.message for problem in found)


@pytest.mark.parametrize("mark", [m for m in MARKS if INVISIBLE.search(m)])
@given(place=PLACES)
def test_an_invisible_character_is_found_on_its_line(mark: str, place: int) -> None:
    text = HEAD[:place] + mark + HEAD[place:]
    found = read_article("tin/2024/bai.md", f"---\n{text}---\n".encode())
    line = 2 + HEAD.count("\n", 0, place) + mark.count("\n")
    assert not isinstance(found, Article)
    assert [problem.location.line for problem in found] == [line]
