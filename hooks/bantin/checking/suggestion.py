"""The nearest right value for a wrong one."""

from collections.abc import Mapping
from typing import Protocol

from rapidfuzz import fuzz, process

from bantin.vietnamese.fold import fold

CUTOFF = 70
NAME_CUTOFF = 85


class Named(Protocol):
    """A registry record as a suggestion shows it."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...


def nearest_record(id_: str, records: Mapping[str, Named]) -> str:
    """Return “; có phải «id» (Name)?” for the likeliest record, or nothing."""
    by_id = process.extractOne(id_, list(records), scorer=fuzz.ratio, score_cutoff=CUTOFF)
    best = by_id[0] if by_id else _nearest_name(id_.replace("-", " "), records)
    return f"; có phải «{best}» ({records[best].name})?" if best else ""


def _nearest_name(spoken: str, records: Mapping[str, Named]) -> str:
    names = {key: fold(record.name) for key, record in records.items()}
    found = process.extractOne(spoken, names, scorer=fuzz.WRatio, score_cutoff=NAME_CUTOFF)
    return str(found[2]) if found else ""


def nearest_text(found: str, candidates: list[str], cutoff: int = CUTOFF) -> str:
    """Return “; có phải «x»?” for the likeliest of some texts, or nothing."""
    best = nearest(found, candidates, cutoff)
    return f"; có phải «{best}»?" if best else ""


def nearest(found: str, candidates: list[str], cutoff: int = CUTOFF) -> str:
    """Return the likeliest of some texts, or an empty one."""
    best = process.extractOne(found, candidates, scorer=fuzz.ratio, score_cutoff=cutoff)
    return best[0] if best else ""
