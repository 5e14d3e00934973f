"""What became of agencies and provinces, from what they came, and which periods follow which."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from bantin.model import Agency, District, Program, Province, Registries
from bantin.model.lineage import ancestors, descendants, heirs, predecessors
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.order import sort_key

Placed = TypeVar("Placed", Agency, District)


class Lineage:
    """Succession among the registry records, forwards and backwards."""

    def __init__(self, registries: Registries) -> None:
        self._registries = registries
        self.forerunners_of_agency = predecessors(registries.agencies)
        self.forerunners_of_province = predecessors(registries.provinces)
        self.renewals = predecessors(registries.programs, "renews")
        self.local_versions = predecessors(registries.programs, "implements")
        self.programs_by_party = _programs_by_party(registries)
        self.agencies_by_province = _by_province(registries.agencies.values())
        self.districts_by_province = _by_province(registries.districts.values())
        self._today: dict[str, tuple[Agency, ...]] = {}

    def today_of_agency(self, agency: Agency) -> tuple[Agency, ...]:
        """Return the agencies that carry on the work today; none where the line has ended."""
        if agency.id not in self._today:
            self._today[agency.id] = heirs(self._registries.agencies, agency)
        return self._today[agency.id]

    def today_of_province(self, province: Province) -> tuple[Province, ...]:
        """Return the provinces that hold the territory today; itself where nothing changed."""
        return heirs(self._registries.provinces, province)

    def province_on(self, province: Province, day: PartialDate) -> Province:
        """Return the province that held a territory on a day; the given one where none did."""
        line = (province, *descendants(self._registries.provinces, province.id))
        return next((unit for unit in line if unit.is_valid_on(day)), province)

    def terms(self, program: Program) -> list[Program]:
        """Return a programme in all its periods, in their order, whichever of them is given."""
        earlier = descendants(self._registries.programs, program.id, "renews")
        first = earlier[-1] if earlier else program
        line = [first, *ancestors(self.renewals, first.id)]
        return sorted(line, key=lambda term: term.period.first_year if term.period else 0)


def _programs_by_party(registries: Registries) -> dict[str, list[Program]]:
    programs: dict[str, list[Program]] = defaultdict(list)
    for program in registries.programs.values():
        for party in program.parties:
            if party.id:
                programs[party.id].append(program)
    return dict(programs)


def _by_province(records: Iterable[Placed]) -> dict[str, list[Placed]]:
    groups: dict[str, list[Placed]] = defaultdict(list)
    for record in sorted(records, key=lambda record: sort_key(record.name)):
        if record.province:
            groups[record.province].append(record)
    return dict(groups)
