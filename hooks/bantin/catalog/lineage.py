"""What became of agencies and provinces, from what they came, and which periods follow which."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
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
        self.forerunners_of_district = predecessors(registries.districts)
        self.districts_by_province = _grouped(registries.districts.values(), _of_district)
        self.agencies_by_province = _grouped(registries.agencies.values(), self.province_of)
        self._today: dict[str, tuple[Agency, ...]] = {}
        self._names = Counter(province.name for province in registries.provinces.values())
        self._district_names = Counter(d.full_name for d in registries.districts.values())

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

    def province_of(self, agency: Agency) -> str:
        """Return the id of the province that an agency stood in when it was founded.

        One founded after its province was merged stands in the province of that day.
        """
        province = self._registries.provinces.get(agency.province or "")
        if province is None or agency.valid_from is None:
            return agency.province or ""
        return self.province_on(province, agency.valid_from).id

    def ground_of(self, province: Province) -> tuple[Province, ...]:
        """Return a province and all that its territory was part of before, the nearest first."""
        return (province, *ancestors(self.forerunners_of_province, province.id))

    def ground_of_district(self, district: District) -> tuple[District, ...]:
        """Return a district and all from which it was formed, the nearest first."""
        return (district, *ancestors(self.forerunners_of_district, district.id))

    def agencies_on(self, province: Province) -> tuple[Agency, ...]:
        """Return the agencies that stand on the territory of a province, from A to Z.

        For a province of today, those of today, which may have been founded in one before it; for
        one that ended, those that were founded in it.
        """
        own = self.agencies_by_province.get(province.id, ())
        if province.has_ended:
            return tuple(own)
        ground = self.ground_of(province)
        standing = (a for unit in ground for a in self.agencies_by_province.get(unit.id, ()))
        return tuple(sorted((a for a in standing if not a.has_ended), key=_by_name))

    def province_name(self, province: Province, *, is_full: bool = False) -> str:
        """Return the name of a province, told from a namesake by its years: “Huế (từ 2025)”.

        Args:
            province: the one meant.
            is_full: with the word for its type.
        """
        name = province.full_name if is_full else province.name
        return name if self._names[province.name] == 1 else f"{name}{_years(province)}"

    def district_name(self, district: District) -> str:
        """Return the name of a district with its type, told from a namesake by its province."""
        if self._district_names[district.full_name] == 1:
            return district.full_name
        province = self._registries.provinces.get(district.province)
        where = f" ({province.name})" if province else ""
        return f"{district.full_name}{where}"

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


def _grouped(
    records: Iterable[Placed], province_of: Callable[[Placed], str]
) -> dict[str, list[Placed]]:
    groups: dict[str, list[Placed]] = defaultdict(list)
    for record in sorted(records, key=_by_name):
        if id_ := province_of(record):
            groups[id_].append(record)
    return dict(groups)


def _of_district(district: District) -> str:
    return district.province


def _by_name(record: Agency | District) -> str:
    return sort_key(record.name)


def _years(province: Province) -> str:
    if province.valid_from:
        return f" (từ {province.valid_from.year})"
    return f" (đến {province.valid_to.year})" if province.valid_to else ""
