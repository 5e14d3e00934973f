"""Records matched by what an editor types: an id or a name, with or without diacritics."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bantin.model.suggestion import Named
from bantin.vietnamese.fold import fold

MAX_MATCHES = 8
# Likeness in per cent (rapidfuzz): of any match, of a certain one, and its lead over the next.
_LIKE = 75
_CERTAIN = 95
_LEAD = 8


@dataclass(frozen=True, slots=True)
class Matches:
    """The records that a text may mean, the likeliest first, and whether the first is certain."""

    ids: tuple[str, ...]
    is_certain: bool


def match_records(typed: str, records: Mapping[str, Named]) -> Matches:
    """Return the records that a typed text may mean."""
    if typed in records:
        return Matches((typed,), is_certain=True)
    folded = fold(typed).strip()
    exact = [id_ for id_, record in records.items() if folded in map(fold, names_of(record))]
    if exact:
        return Matches(tuple(exact[:MAX_MATCHES]), is_certain=len(exact) == 1)
    return _match_alike(folded, records)


def names_of(record: Named) -> Iterable[str]:
    """Return every name of a record, its id in words first."""
    aliases: Sequence[str] = getattr(record, "aliases", ())
    short: str | None = getattr(record, "short", None)
    number: str | None = getattr(record, "number", None)
    id_in_words = record.id.replace("-", " ")
    return [name for name in (id_in_words, record.name, short, number, *aliases) if name]


def _match_alike(folded: str, records: Mapping[str, Named]) -> Matches:
    names = [(id_, fold(name)) for id_, record in records.items() for name in names_of(record)]
    alike = process.extract(
        folded,
        [name for _, name in names],
        scorer=_likeness,
        score_cutoff=_LIKE,
        limit=MAX_MATCHES * 4,
    )
    best: dict[str, float] = {}
    for _, likeness, position in alike:
        best.setdefault(names[position][0], likeness)
    scores = [*best.values(), 0.0, 0.0]
    return Matches(
        tuple(list(best)[:MAX_MATCHES]),
        is_certain=scores[0] >= _CERTAIN and scores[0] - scores[1] >= _LEAD,
    )


def _likeness(folded: str, name: str, **_: object) -> float:
    """Return how alike the whole names are, or whether all typed words are in a longer one."""
    return max(fuzz.ratio(folded, name), 0.95 * fuzz.token_set_ratio(folded, name))
