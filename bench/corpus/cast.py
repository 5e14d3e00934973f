"""Who and what an article may name: registry records drawn with skew, valid on their day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

from bantin.model import Agency, District, Document, Program, Province, Registries
from bantin.model.registry import Dated
from bantin.reading.registry import read_registries
from bantin.vietnamese.dates import PartialDate

R = TypeVar("R", Agency, District, Document, Program, Province)
D = TypeVar("D", bound=Dated)
SKEW = 0.8
TRIES = 60


class Deck(Generic[R]):
    """Records of one registry; the one of rank r is drawn in proportion to 1 / r**SKEW."""

    def __init__(self, records: Mapping[str, R]) -> None:
        self.records: list[R] = list(records.values())
        self.weights = list(accumulate(1 / (r + 1) ** SKEW for r in range(len(self.records))))

    def draw(self, random: Random, wanted: Callable[[R], bool]) -> R | None:
        """Return a record that is wanted, or None where none was met in many tries."""
        for record in random.choices(self.records, cum_weights=self.weights, k=TRIES):
            if wanted(record):
                return record
        return None


@dataclass(frozen=True, slots=True)
class Cast:
    """The registries, ready to be drawn from."""

    registries: Registries
    agencies: Deck[Agency]
    provinces: Deck[Province]
    districts: Deck[District]
    documents: Deck[Document]
    programs: Deck[Program]


def read_cast(data: Path) -> Cast:
    """Read the registries of a data folder."""
    registries, problems = read_registries(data)
    if problems:
        message = f"{len(problems)} problems in {data}; run `bantin check`"
        raise SystemExit(message)
    return Cast(
        registries,
        Deck(registries.agencies),
        Deck(registries.provinces),
        Deck(registries.districts),
        Deck(registries.documents),
        Deck(registries.programs),
    )


def successor_on(record: D, records: Mapping[str, D], day: PartialDate) -> D | None:
    """Return the record itself or the first in its line that was valid on ``day``."""
    waiting: list[D] = [record]
    for found in waiting:
        if found.is_valid_on(day):
            return found
        waiting.extend(records[i] for i in found.succeeded_by if i in records)
    return None


def unique(records: Sequence[D]) -> tuple[D, ...]:
    """Return the records without repeats, in their order."""
    return tuple({record.id: record for record in records}.values())
