"""Records chosen by what an editor types: an id, a name, with or without marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bantin.model.suggestion import Named
from bantin.vietnamese.fold import fold

LIMIT = 8
_NEAR = 75
_SURE = 95
_LEAD = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """What a text may mean: the records, the likeliest first, and whether the first is certain."""

    ids: tuple[str, ...]
    is_certain: bool


def choose(typed: str, records: Mapping[str, Named]) -> Choice:
    """Return the records that a typed text may mean."""
    wanted = fold(typed).strip()
    if typed in records:
        return Choice((typed,), is_certain=True)
    exact = [id_ for id_, record in records.items() if wanted in map(fold, names_of(record))]
    if exact:
        return Choice(tuple(exact[:LIMIT]), is_certain=len(exact) == 1)
    return _near(wanted, records)


def names_of(record: Named) -> Iterable[str]:
    """Return every name a record goes by."""
    aliases: Sequence[str] = getattr(record, "aliases", ())
    short: str | None = getattr(record, "short", None)
    number: str | None = getattr(record, "number", None)
    spoken = record.id.replace("-", " ")
    return [name for name in (spoken, record.name, short, number, *aliases) if name]


def _likeness(wanted: str, name: str, **_: object) -> float:
    """Whole names alike, or all typed words within a longer name."""
    return max(fuzz.ratio(wanted, name), 0.95 * fuzz.token_set_ratio(wanted, name))


def _near(wanted: str, records: Mapping[str, Named]) -> Choice:
    names = [(id_, fold(name)) for id_, record in records.items() for name in names_of(record)]
    found = process.extract(
        wanted, [name for _, name in names], scorer=_likeness, score_cutoff=_NEAR, limit=LIMIT * 4
    )
    best: dict[str, float] = {}
    for _, likeness, position in found:
        best.setdefault(names[position][0], likeness)
    ids = tuple(list(best)[:LIMIT])
    scores = [*best.values(), 0.0, 0.0]
    return Choice(ids, is_certain=scores[0] >= _SURE and scores[0] - scores[1] >= _LEAD)
