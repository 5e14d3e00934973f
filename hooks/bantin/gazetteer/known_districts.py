"""The districts of the country, whether a registry has them or not: package data, not content."""

from collections import defaultdict
from collections.abc import Container, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from bantin.model.registry import DistrictType
from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import compile_cased
from bantin.vietnamese.slug import slugify

# Units of district level and the Party committees named after them, by what they are.
UNITS: Mapping[str, DistrictType] = {
    "huyện": "huyen", "quận": "quan", "thị xã": "thi-xa", "thành phố": "thanh-pho",
    "huyện ủy": "huyen", "quận ủy": "quan", "thị ủy": "thi-xa", "thành ủy": "thanh-pho",
}  # fmt: skip
# “huyện Krông Pa”, “Thị ủy An Khê”, “Quận 3”.
DISTRICT = compile_cased(
    rf"\b(?P<unit>(?i:{'|'.join(UNITS)}))\s+"
    r"(?P<name>\d{1,2}\b|[\U][\L'’]*(?:[ -]{1,3}[\U][\L'’]*){0,3})"
)
# The district level ended with this day: Nghị quyết 203/2025/QH15.
LAST_DAY_OF_DISTRICTS = "2025-06-30"
_FILE = Path(__file__).with_name("districts.tsv")


class KnownDistrict(NamedTuple):
    """A unit of district level as it was from 2020 to 2024; ``province`` is an id."""

    province: str
    type: DistrictType
    name: str


def districts_named(name: str) -> list[KnownDistrict]:
    """Return the districts of a name, in whatever province; “Quận 3” is named “3”."""
    return _by_name().get(fold(name), [])


def district_id(name: str, province: str, taken: Container[str]) -> str:
    """Return the id of a new district: its name, with its province where another has that id."""
    id_ = slugify(name)
    return id_ if id_ not in taken else f"{id_}-{province}"


@cache
def _by_name() -> Mapping[str, list[KnownDistrict]]:
    districts: dict[str, list[KnownDistrict]] = defaultdict(list)
    types: tuple[DistrictType, ...] = get_args(DistrictType)
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            province, type_, name = line.split("\t")
            district = KnownDistrict(province, types[types.index(type_)], name)
            districts[fold(name)].append(district)
    return dict(districts)
