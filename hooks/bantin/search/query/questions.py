"""Questions that front matter answers: when and by whom something was signed, where a meeting was.

An answer is given only where the rest of the question names one conference, or the conferences of
one programme, with every word; else nothing is claimed.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from bantin.search.query.entities import Entity, entities_named, read_entity
from bantin.search.query.parse import Query, clean, parse
from bantin.search.query.reader import IndexReader
from bantin.search.query.resolve import ResolvedQuery, Resolver
from bantin.search.query.score import Scorer
from bantin.vietnamese.fold import fold
from bantin.vietnamese.tokens import tokenise

# What each kind of question is asked by, folded.
ASKED = {
    "when": re.compile(
        r"\b(?:vao |tu )?(?:nam nao|khi nao|bao gio|ngay nao|luc nao|thoi gian nao)\b"
    ),
    "where": re.compile(r"\b(?:o dau|tai dau|noi nao|o noi nao|dia diem nao)\b"),
    "who": re.compile(r"\b(?:do )?(?:nhung ai|ai|co quan nao|don vi nao)\b"),
}  # fmt: skip
SIGNED = re.compile(r"\b(?:da )?(?:duoc )?ky(?: ket)?\b")
# What is left out of a question besides, where it is no word of the topic.
ABOUT = re.compile(r"\b(?:duoc|da|dien ra|to chuc|hop|la|vay|the|thi|do)\b(?! (?:dan|doan))")
SIGNING = "ky-ket"
# Of the weight of the words, in thousandths.
WHOLE = 960
MOST_CONFERENCES = 3
SENTENCE = re.compile(r".+?[.!?](?=\s|$)|.+$", re.MULTILINE)
SIGN_WORD = "ký"
YEAR = re.compile(r"[0-9]{4}")


class Answer(NamedTuple):
    """An answer with its source.

    Attributes:
        kind: when, where or who.
        value: a day in figures, a place, or names.
        title: of the page that says so.
        address: of that page, from the site root.
        sentence: of it; empty where none says it in these words.
    """

    kind: str
    value: str
    title: str
    address: str
    sentence: str


def answer(index: IndexReader, text: str) -> Answer | None:
    """Return the answer to a question; None where it is none, or nothing is sure."""
    typed, _ = clean(text, index.manifest["limits"]["characters"])
    folded = fold(typed.lower())
    kind = next((kind for kind, asked in ASKED.items() if asked.search(folded)), "")
    is_signing = SIGNED.search(folded) is not None
    if not kind or len(folded) != len(typed) or (kind == "who" and not is_signing):
        return None
    patterns = [ASKED[kind], *([SIGNED] if is_signing else []), ABOUT]
    topic = _without(typed, patterns)
    query = parse(topic, index.manifest["limits"], is_finished=True)
    if not query.words or query.excluded or query.phrases:
        return None
    resolved = Resolver(index).resolve(query)
    named = entities_named(index, query, resolved)
    program = next((entity for entity in named if entity.kind == "p"), None)
    if program and is_signing:
        return _of_signing(index, kind, program)
    doc = _conference(index, query, resolved, is_signing=is_signing)
    return None if doc is None else _of_card(kind, index.card(doc))


def _of_signing(index: IndexReader, kind: str, program: Entity) -> Answer | None:
    """Return when, where or by whom a programme was signed, as its record or an article says."""
    _, day, doc = (*program.fact.split("|"), "", "")[:3]
    found = _of_card(kind, index.card(int(doc))) if doc else None
    value = ""
    if kind == "when":
        value = "/".join(part.lstrip("0") for part in reversed(day.split("-")))
    elif kind == "who":
        value = "; ".join(read_entity(index, number).name for number in program.parties)
    if not value or (found and found.value == value):
        return found
    return Answer(kind, value, program.name, program.address, "")


def _of_card(kind: str, card: dict[str, Any]) -> Answer | None:
    """Return what the card of an article answers; nothing of one that was only announced."""
    value = _value(kind, card)
    if not value or "state" in card:
        return None
    return Answer(kind, value, card["title"], card["address"], _sentence(kind, card, value))


def _without(typed: str, patterns: Sequence[re.Pattern[str]]) -> str:
    """Return a text with spaces for what patterns match in its folded form."""
    for pattern in patterns:
        for match in pattern.finditer(fold(typed.lower())):
            typed = typed[: match.start()] + " " * len(match[0]) + typed[match.end() :]
    return typed.replace("?", " ")


def _conference(
    index: IndexReader, query: Query, resolved: ResolvedQuery, *, is_signing: bool
) -> int | None:
    """Return the article of the one conference that a topic names; the best of one programme."""
    docs = _whole(index, query, resolved)
    if is_signing:
        signing = index.facet("loai").get(SIGNING)
        docs = [doc for doc in docs if signing and doc in signing[1]]
    is_sure = len(docs) == 1 or _is_one_program(index, docs)
    return docs[0] if is_sure else None


def _whole(index: IndexReader, query: Query, resolved: ResolvedQuery) -> list[int]:
    """Return the articles that have every word of a topic, the best first."""
    if resolved.unknown or resolved.absent or resolved.corrections:
        return []
    scores = Scorer(index, query, resolved).scores()
    docs = np.flatnonzero(scores.share >= WHOLE)
    found: list[int] = docs[np.argsort(-scores.score[docs], kind="stable")].tolist()
    return found


def _is_one_program(index: IndexReader, docs: Sequence[int]) -> bool:
    """Whether a few articles are all of one programme."""
    if not 0 < len(docs) <= MOST_CONFERENCES:
        return False
    programs = index.facet("chuong-trinh").values()
    return any({*docs} <= {*members.tolist()} for _, members in programs)


def _value(kind: str, card: dict[str, Any]) -> str:
    """Return what a card answers."""
    if kind == "when":
        return str(card.get("date", ""))
    if kind == "where":
        return str(card.get("place", ""))
    return "; ".join(card.get("agencies", []))


def _sentence(kind: str, card: dict[str, Any], value: str) -> str:
    """Return the first sentence of an article that says what was asked."""
    texts = [card.get("lead", ""), *(text for _, _, text in card.get("sections", []))]
    sentences = [match[0].strip() for text in texts for match in SENTENCE.finditer(text)]
    if kind == "where":
        return next((one for one in sentences if value in one), "")
    signed = [one for one in sentences if _says_signed(one)]
    years = YEAR.findall(value)
    dated = (one for one in signed if kind != "when" or any(year in one for year in years))
    return next(dated, "")


def _says_signed(sentence: str) -> bool:
    return any(token.exact == SIGN_WORD for token in tokenise(sentence))
