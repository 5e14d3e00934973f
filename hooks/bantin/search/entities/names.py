"""All forms of a name that readers type: with and without its place, shortened, abbreviated."""

import re
from collections.abc import Iterable, Iterator

from bantin.model import Agency, District, Document, Program, Province, Registries
from bantin.model.labels import DISTRICT_TYPES
from bantin.search.indexing.short_forms import head_of, initials

# What is left out of the name of an agency, as patterns: “(Bộ Chỉ huy) Bộ đội Biên phòng”.
LEFT_OUT = tuple(
    map(
        re.compile,
        (
            r"^(Bộ|Ban) Chỉ huy (?=Bộ đội|Quân sự)",
            r"^Bộ Tư lệnh ",
            r"^Ủy ban (?=Mặt trận|MTTQ)",
            r"^Ủy ban Trung ương (?=Mặt trận|MTTQ)",
            r"^Ban Thường trực ",
            r"^Trung ương (?=Hội|Đoàn)",
            r"Liên hiệp (?=Phụ nữ|Thanh niên)",
            r" (Tỉnh|Thành|Huyện|Quận|Thị) ủy$",
            r" Việt Nam$",
        ),
    )
)
# A word of capitals: an abbreviation, of which no initial is taken.
SHORTENED = re.compile(r"\b[A-ZĐ]{2,}\b")
# A name that was shortened in more ways than these has every form that is typed.
MOST_HEADS = 40
TERM = re.compile(r",? (giai đoạn|nhiệm kỳ|nội dung|năm) .*$|[ :]+\d{4}([–-]\d{4})?$")
DISTRICT_SHORT = {"thi-xa": "TX", "thanh-pho": "TP", "thi-tran": "TT", "quan": "Q"}
TYPE_SHORT = {
    "Nghị định": "NĐ", "Nghị quyết": "NQ", "Chỉ thị": "CT", "Kết luận": "KL", "Quyết định": "QĐ",
    "Thông tư": "TT", "Thông tri": "TTr", "Quy chế": "QC", "Chương trình phối hợp": "CTPH",
    "Nghị quyết liên tịch": "NQLT", "Kế hoạch": "KH", "Hướng dẫn": "HD", "Quy định": "QĐ",
}  # fmt: skip
NUMBER = re.compile(r"[0-9]+")
YEAR_OF_NUMBER = re.compile(r"^[0-9]+/[0-9]{4}")


class NameForms:
    """The forms of the names of registry records."""

    def __init__(self, registries: Registries) -> None:
        self._registries = registries
        abbreviations = registries.glossary.abbreviations
        self._short = [(full, one.form) for one in abbreviations for full in one.expansions]
        codes = [program.code for program in registries.programs.values() if program.code]
        self._shared_codes = {code for code in codes if codes.count(code) > 1}

    def of_agency(self, agency: Agency) -> Iterator[str]:
        """Yield the forms of an agency's name: each short head with each name of its place."""
        yield from (agency.name, *agency.aliases)
        head, place = head_of(agency, self._registries)
        heads = self._heads(head)
        heads += [initials(one) for one in heads if " " in one and not SHORTENED.search(one)]
        heads += [agency.short] if agency.short else []
        for one in dict.fromkeys(heads):
            yield from (f"{one} {name}" for name in self._place_names(agency, place))
            if not place and (" " in one or one.isupper()):
                yield one

    def of_program(self, program: Program) -> Iterator[str]:
        """Yield the forms of a programme's name, with and without its period."""
        for name in (program.name, program.label, *program.aliases):
            yield name
            yield TERM.sub("", name)
            yield name.replace("Chương trình phối hợp", "Chương trình")
        if program.code and program.code not in self._shared_codes:
            yield program.code
            yield from _numbered("Chương trình", program.code)
            yield from _numbered("CT", program.code)

    def _heads(self, head: str) -> list[str]:
        """Return a head with all that may be left out of it or abbreviated in it."""
        heads = [head]
        for one in heads:
            for new in self._shorter(one):
                if new and new not in heads and len(heads) < MOST_HEADS:
                    heads.append(new)
        return heads

    def _shorter(self, head: str) -> Iterator[str]:
        yield from (pattern.sub("", head) for pattern in LEFT_OUT)
        if head.startswith("Sở "):
            yield head.partition(" và ")[0]
        small = head.lower()
        for full, short in self._short:
            at = small.find(full.lower())
            if at >= 0:
                yield head[:at] + short + head[at + len(full) :]

    def _place_names(self, agency: Agency, place: str) -> Iterable[str]:
        if not place:
            return ()
        province = self._registries.provinces.get(agency.province or "")
        others = province.aliases if province and province.name == place else ()
        return (place, *others)


def of_province(province: Province) -> Iterator[str]:
    """Yield the present and earlier names of a province."""
    yield from (province.full_name, *province.aliases)
    yield from (name.name for name in province.earlier_names)


def of_district(district: District) -> Iterator[str]:
    """Yield the names of a district, with and without its kind."""
    kind = DISTRICT_TYPES[district.type]
    short = DISTRICT_SHORT.get(district.type)
    for name in (district.name, *district.aliases):
        bare = name.removeprefix(f"{kind} ").removeprefix(f"{kind.capitalize()} ")
        yield from (name, f"{kind} {bare}")
        if not bare.isdigit():
            yield bare
        if short:
            yield f"{short} {bare}"


def of_document(document: Document) -> Iterator[str]:
    """Yield the forms of a document's name: with its type or without, its whole number or less."""
    yield document.name
    for number in (document.number, *document.variants):
        if not number:
            continue
        if not number.isdigit():
            yield number
        for kind in filter(None, (document.type, TYPE_SHORT.get(document.type))):
            yield from (f"{kind} {number}", f"{kind} số {number}", *_numbered(kind, number))


def _numbered(kind: str, number: str) -> Iterator[str]:
    """Yield a document's type with the beginning of its number: Nghị định 03, 03/2019."""
    first = NUMBER.match(number)
    if first:
        yield from (f"{kind} {first[0]}", f"{kind} số {first[0]}")
    with_year = YEAR_OF_NUMBER.match(number)
    if with_year:
        yield f"{kind} {with_year[0]}"
