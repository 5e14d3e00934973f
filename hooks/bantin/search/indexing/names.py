"""What registry records are called, and the names that predecessors and successors add."""

from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.model import Agency, Article, District, Document, Program, Province, Registries
from bantin.model.lineage import ancestors, descendants


class OtherName(NamedTuple):
    """The name of a predecessor or successor.

    Attributes:
        label: for readers, such as “nay là Ban Tuyên giáo và Dân vận”.
        texts: all its spellings.
    """

    label: str
    texts: tuple[str, ...]


class RecordNames:
    """Other names of registry records, each worked out once."""

    def __init__(self, catalog: Catalog) -> None:
        self._registries = catalog.registries
        self._lineage = catalog.lineage
        self._agencies: dict[str, tuple[OtherName, ...]] = {}
        self._provinces: dict[str, tuple[OtherName, ...]] = {}

    def of_article(self, article: Article) -> tuple[OtherName, ...]:
        """Return the other names by which an article is found."""
        agencies = (name for id_ in article.agency_ids for name in self.other_agencies(id_))
        ids = article.front.provinces
        provinces = (name for id_ in ids for name in self.other_provinces(id_))
        return tuple(dict.fromkeys((*agencies, *provinces)))

    def other_agencies(self, id_: str) -> tuple[OtherName, ...]:
        """Return the names of an agency's successors and predecessors."""
        if id_ not in self._agencies:
            self._agencies[id_] = tuple(self._of_agency(self._registries.agencies[id_]))
        return self._agencies[id_]

    def other_provinces(self, id_: str) -> tuple[OtherName, ...]:
        """Return the names of the units that a province became part of or was formed from."""
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
    """Return all names of an agency."""
    return _non_empty(agency.name, agency.short, *agency.aliases)


def province_texts(province: Province) -> tuple[str, ...]:
    """Return all present and earlier names of a province."""
    earlier = (name.name for name in province.earlier_names)
    return _non_empty(province.full_name, *province.aliases, *earlier)


def region_texts(registries: Registries, province_id: str) -> tuple[str, ...]:
    """Return all names of the regions that a province is in."""
    regions = registries.glossary.regions
    inside = (region for region in regions if province_id in region.provinces)
    return tuple(text for region in inside for text in (region.name, *region.aliases))


def district_texts(district: District) -> tuple[str, ...]:
    """Return all names of a district."""
    return _non_empty(district.full_name, *district.aliases)


def program_texts(program: Program) -> tuple[str, ...]:
    """Return all names of a programme; its document number is a field of its own."""
    term = f"giai đoạn {program.term}" if program.term else None
    return _non_empty(program.name, program.short, *program.aliases, term)


def document_texts(document: Document) -> tuple[str, ...]:
    """Return the number of a document in all ways of writing it, and its title."""
    variants = (f"{document.type} {variant}" for variant in document.variants)
    return _non_empty(document.name, *variants, document.title if document.number else None)


def _non_empty(*texts: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
