"""The nearest right value for a wrong one, as messages to editors propose it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from bantin.vietnamese.fold import fold

# Likeness in per cent (rapidfuzz) below which a proposal would be a guess. A key or a choice is one
# of a few, so less will do: of keys with two letters wrong 60 finds 89 % and 70 finds 78 %.
LIKE = 70
LIKE_ONE_OF_FEW = 60
LIKE_NAME = 85


class Named(Protocol):
    """A registry record, as far as people choose it by id or name."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...


def nearest(
    text: str, candidates: Iterable[str], *, least: int = LIKE, form: Callable[[str], str] = fold
) -> str:
    """Return the candidate most like a text, or an empty text where none is near.

    Args:
        text: what an editor wrote.
        candidates: the right values.
        least: likeness in per cent below which a candidate is not near.
        form: gives what is compared of a value.
    """
    forms = {candidate: form(candidate) for candidate in candidates}
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where something is wrong

    best = process.extractOne(form(text), forms, scorer=fuzz.ratio, score_cutoff=least)
    return best[2] if best else ""


def suggest(
    text: str, candidates: Iterable[str], *, least: int = LIKE, form: Callable[[str], str] = fold
) -> str:
    """Return “; có phải «x»?” with the nearest candidate, or an empty text."""
    best = nearest(text, candidates, least=least, form=form)
    return f"; có phải «{best}»?" if best else ""


def suggest_record(id_: str, records: Mapping[str, Named]) -> str:
    """Return “; có phải «id» (Name)?” with the nearest record by id, else by name, or nothing."""
    words = id_.replace("-", " ")
    best = exact_name(words, records) or nearest(id_, records) or _nearest_by_name(words, records)
    return f"; có phải «{best}» ({records[best].name})?" if best else ""


def exact_name(name: str, records: Mapping[str, Named]) -> str:
    """Return the id of the only record of that name, diacritics aside, or an empty text."""
    wanted = fold(name)
    found = [id_ for id_, record in records.items() if fold(record.name) == wanted]
    return found[0] if len(found) == 1 else ""


def _nearest_by_name(words: str, records: Mapping[str, Named]) -> str:
    names = {id_: fold(record.name) for id_, record in records.items()}
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - as above

    best = process.extractOne(words, names, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_NAME)
    return str(best[2]) if best else ""
