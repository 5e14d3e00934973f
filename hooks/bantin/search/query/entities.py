"""Entities whose name a query is, and those whose name goes on as it begins."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bantin.model.sections import Section
from bantin.search.format.names import name_hash, name_words, telling_words
from bantin.search.format.settings import ENTITY_BLOCK, HONORIFICS, TITLES
from bantin.search.query.parse import Query, has_diacritics
from bantin.search.query.reader import IndexReader
from bantin.search.query.resolve import ResolvedQuery
from bantin.vietnamese.fold import fold
from bantin.vietnamese.tokens import tokenise

SECTIONS = {
    "c": Section.AGENCIES, "p": Section.PROGRAMS, "n": Section.PEOPLE, "v": Section.DOCUMENTS,
    "t": Section.PLACES, "h": Section.PLACES,
}  # fmt: skip
PERSON = "n"
# So many entities of one name are shown, and so many are suggested.
MOST = 3
# So many letters say enough to suggest a name.
SHORTEST = 2
BEFORE_NAMES = frozenset(fold(form.lower()) for form in (*HONORIFICS, *TITLES))


class Entity(NamedTuple):
    """An entity as the index has it.

    Attributes:
        number: of the entity.
        kind: a letter of ``SECTIONS``.
        address: of its page, from the site root.
        name: as its page has it.
        conferences: how many were held.
        years: the first and the last of them, such as “2013-2023”.
        docs: numbers of its newest articles.
        heirs: numbers of what it became.
        forerunners: numbers of what it came from.
        fact: of a programme its years, of others the day on which it ended.
        parties: numbers of the agencies of a programme.
    """

    number: int
    kind: str
    address: str
    name: str
    conferences: int
    years: str
    docs: tuple[int, ...]
    heirs: tuple[int, ...]
    forerunners: tuple[int, ...]
    fact: str
    parties: tuple[int, ...]


def read_entity(index: IndexReader, number: int) -> Entity:
    """Return an entity by its number."""
    line = index.lines(f"muc/{number // ENTITY_BLOCK}.bin")[number % ENTITY_BLOCK]
    kind, id_, name, *rest = line.split("\t")
    conferences, years, docs, heirs, forerunners, fact, parties = (*rest, *[""] * 7)[:7]
    return Entity(
        number, kind, f"{SECTIONS[kind].address}{id_}/", name, int(conferences or 0), years,
        _numbers(docs), _numbers(heirs), _numbers(forerunners), fact, _numbers(parties),
    )  # fmt: skip


def entities_named(index: IndexReader, query: Query, resolved: ResolvedQuery) -> tuple[Entity, ...]:
    """Return the entities whose name a query is, in any of its forms; the best few."""
    if query.excluded or query.is_by_date or not query.words:
        return ()
    typed = [word.folded for word in query.words]
    for words in (typed, _corrected(typed, resolved)):
        found = [*_named(index, query, words)]
        for size in (1, 2, 3):
            if not found and " ".join(words[:size]) in BEFORE_NAMES:
                found = [o for o in _named(index, query, words[size:]) if o.kind == PERSON]
        if found:
            return tuple(_whole_first(found, words)[:MOST])
    return ()


def entities_beginning(index: IndexReader, text: str) -> tuple[Entity, ...]:
    """Return the entities whose names begin as a text does, those of most conferences first."""
    begun = " ".join(name_words(text))
    if len(begun) < SHORTEST:
        return ()
    firsts = index.lines("muc.bin")
    blocks = range(max(0, bisect_left(firsts, begun) - 1), bisect_right(firsts, f"{begun}\x7f"))
    numbers = [
        number
        for block in blocks[:MOST]
        for number in range(block * ENTITY_BLOCK, min((block + 1) * ENTITY_BLOCK, index.entities))
    ]
    found = (read_entity(index, number) for number in numbers)
    fitting = [one for one in found if " ".join(name_words(one.name)).startswith(begun)]
    return tuple(sorted(fitting, key=lambda one: -one.conferences)[:MOST])


def _named(index: IndexReader, query: Query, words: Sequence[str]) -> Iterator[Entity]:
    """Yield the entities of which some form has these words."""
    if not words:
        return
    for number in index.entity_numbers(name_hash(telling_words(words))):
        entity = read_entity(index, number)
        if _is_spelled_so(query, entity.name):
            yield entity


def _is_spelled_so(query: Query, name: str) -> bool:
    """Whether no word of a query has other diacritics than the same word of a name."""
    spellings: dict[str, set[str]] = {}
    for token in tokenise(name):
        spellings.setdefault(token.folded, set()).add(token.exact)
    return all(
        not has_diacritics(word) or word.exact in spellings.get(word.folded, {word.exact})
        for word in query.words
    )


def _whole_first(found: Sequence[Entity], words: Sequence[str]) -> list[Entity]:
    """Return entities, first those whose whole name was typed."""
    wanted = sorted(telling_words(words))
    return sorted(found, key=lambda one: sorted(name_words(one.name)) != wanted)


def _corrected(typed: Sequence[str], resolved: ResolvedQuery) -> list[str]:
    return [fold(resolved.corrections.get(at, word)) for at, word in enumerate(typed)]


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(","))) if text else ()
