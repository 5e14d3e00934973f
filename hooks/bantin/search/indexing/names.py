"""What a body or place is called, and by which other names its history makes it known."""

from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.model import Agency, District, Document, Program, Province
from bantin.model.lineage import ancestors, descendants


class OtherName(NamedTuple):
    """A name that leads here by descent: what it is to readers, and all its spellings."""

    label: str
    texts: tuple[str, ...]


class Names:
    """Names of registry records, each worked out once."""

    def __init__(self, catalog: Catalog) -> None:
        self._registries = catalog.registries
        self._lineage = catalog.lineage
        self._agencies: dict[str, tuple[OtherName, ...]] = {}
        self._provinces: dict[str, tuple[OtherName, ...]] = {}

    def other_agencies(self, id_: str) -> tuple[OtherName, ...]:
        """Successors and forerunners of an agency."""
        if id_ not in self._agencies:
            self._agencies[id_] = tuple(self._of_agency(self._registries.agencies[id_]))
        return self._agencies[id_]

    def other_provinces(self, id_: str) -> tuple[OtherName, ...]:
        """The units that a province went into, and those it was formed of."""
        if id_ not in self._provinces:
            self._provinces[id_] = tuple(self._of_province(self._registries.provinces[id_]))
        return self._provinces[id_]

    def _of_agency(self, agency: Agency) -> Iterator[OtherName]:
        for heir in descendants(self._registries.agencies, agency.id):
            yield OtherName(f"nay là {heir.name}", agency_texts(heir))
        for forerunner in ancestors(self._lineage.forerunners_of_agency, agency.id):
            yield OtherName(f"trước là {forerunner.name}", agency_texts(forerunner))

    def _of_province(self, province: Province) -> Iterator[OtherName]:
        for heir in descendants(self._registries.provinces, province.id):
            yield OtherName(f"nay thuộc {heir.full_name}", province_texts(heir))
        for forerunner in ancestors(self._lineage.forerunners_of_province, province.id):
            label = f"hợp thành từ {forerunner.full_name}"
            yield OtherName(label, province_texts(forerunner))


def agency_texts(agency: Agency) -> tuple[str, ...]:
    """All that an agency is called."""
    return _given(agency.name, agency.short, *agency.aliases)


def province_texts(province: Province) -> tuple[str, ...]:
    """All that a province is and was called."""
    earlier = (name.name for name in province.earlier_names)
    return _given(province.full_name, *province.aliases, *earlier)


def district_texts(district: District) -> tuple[str, ...]:
    """All that a district is called."""
    return _given(district.full_name, *district.aliases)


def program_texts(program: Program) -> tuple[str, ...]:
    """All that a programme is called; its document number comes by itself."""
    term = f"giai đoạn {program.term}" if program.term else None
    return _given(program.name, program.short, *program.aliases, term)


def document_texts(document: Document) -> tuple[str, ...]:
    """The number of a document however written, and its title."""
    variants = (f"{document.type} {variant}" for variant in document.variants)
    return _given(document.name, *variants, document.title if document.number else None)


def _given(*texts: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
