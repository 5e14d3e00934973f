"""What became of a body, and from what it came; which terms follow one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from bantin.model import Agency, District, Program, Province, Registries
from bantin.model.registry import Dated
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.order import sort_key

D = TypeVar("D", bound=Dated)
Placed = TypeVar("Placed", Agency, District)


class Lineage:
    """Descent among the registry records, walked both ways."""

    def __init__(self, registries: Registries) -> None:
        self._registries = registries
        self.forerunners_of_agency = _backwards(registries.agencies)
        self.forerunners_of_province = _backwards(registries.provinces)
        self.renewals: Mapping[str, list[Program]] = _tied(registries.programs, "renews")
        self.local_versions: Mapping[str, list[Program]] = _tied(registries.programs, "implements")
        self.programs_by_party = _programs_by_party(registries)
        self.agencies_by_province = _by_province(registries.agencies.values())
        self.districts_by_province = _by_province(registries.districts.values())
        self._today: dict[str, tuple[Agency, ...]] = {}

    def today_of_agency(self, agency: Agency) -> tuple[Agency, ...]:
        """The bodies that carry on the work today; none where the line has ended."""
        if agency.id not in self._today:
            self._today[agency.id] = _last_of(agency, self._registries.agencies)
        return self._today[agency.id]

    def today_of_province(self, province: Province) -> tuple[Province, ...]:
        """The units that hold the territory today; the same one where nothing changed."""
        return _last_of(province, self._registries.provinces)

    def province_on(self, province: Province, day: PartialDate) -> Province:
        """The unit that held the territory on a day; the one given where none is on record."""
        known, current = self._registries.provinces, province
        for _ in known:
            if current.is_valid_on(day) or not current.succeeded_by:
                return current
            current = known.get(current.succeeded_by[0], current)
        return province

    def terms(self, program: Program) -> list[Program]:
        """All terms of a programme in order, the first one first, forks kept by their start."""
        first = program
        seen = {program.id}
        while first.renews and first.renews not in seen:
            earlier = self._registries.programs.get(first.renews)
            if earlier is None:
                break
            first = earlier
            seen.add(first.id)
        chain, waiting, kept = [], [first], set[str]()
        while waiting:
            term = waiting.pop(0)
            if term.id not in kept:
                kept.add(term.id)
                chain.append(term)
                waiting.extend(self.renewals.get(term.id, ()))
        return sorted(chain, key=lambda term: term.period.first_year if term.period else 0)


def _programs_by_party(registries: Registries) -> dict[str, list[Program]]:
    found: dict[str, list[Program]] = defaultdict(list)
    for program in registries.programs.values():
        for party in program.parties:
            if party.id:
                found[party.id].append(program)
    return dict(found)


def _by_province(records: Iterable[Placed]) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = defaultdict(list)
    for record in sorted(records, key=lambda record: sort_key(record.name)):
        if record.province:
            found[record.province].append(record)
    return dict(found)


def _backwards(records: Mapping[str, D]) -> dict[str, list[D]]:
    found: dict[str, list[D]] = defaultdict(list)
    for record in records.values():
        for id_ in record.succeeded_by:
            found[id_].append(record)
    return dict(found)


def _tied(programs: Mapping[str, Program], field: str) -> dict[str, list[Program]]:
    found: dict[str, list[Program]] = defaultdict(list)
    for program in programs.values():
        if target := getattr(program, field):
            found[target].append(program)
    return dict(found)


def _last_of(record: D, records: Mapping[str, D]) -> tuple[D, ...]:
    ends: dict[str, D] = {}
    waiting: Sequence[D] = [record]
    seen: set[str] = set()
    while waiting:
        current, *rest = waiting
        seen.add(current.id)
        following = [records[i] for i in current.succeeded_by if i in records and i not in seen]
        if not following and not current.has_ended:
            ends[current.id] = current
        waiting = [*following, *rest]
    return tuple(ends.values())
