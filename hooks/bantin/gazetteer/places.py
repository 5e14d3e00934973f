"""Provinces and districts named in a text, as the units they were on that day."""

import re

from bantin.gazetteer.finding import Finding, around
from bantin.gazetteer.phrases import Match, Phrases
from bantin.model import District, Province, Registries
from bantin.vietnamese.dates import PartialDate, parse_date
from bantin.vietnamese.fold import fold_keeping_length

_MERGED = parse_date("2025-07-01")
_NOT_A_PLACE = ("phap lenh", "bao ", "truong ", "song ", "cau ", "duong ", "dao ")
_PAPER = re.compile(r"\b(?:Báo(?: và Đài)?|Đài(?: [\w–-]+){1,8}) $")


class Gazetteer:
    """The place names of the registries."""

    def __init__(self, registries: Registries) -> None:
        self.registries = registries
        self.names: Phrases[tuple[str, str]] = Phrases()
        for province in registries.provinces.values():
            earlier = [old.name for old in province.earlier_names]
            for name in (province.name, *province.aliases, *earlier):
                self.names.add(name, ("province", province.id))
        for district in registries.districts.values():
            for name in (district.name, *district.aliases):
                self.names.add(name, ("district", district.id))

    def find(self, text: str) -> list[Match[tuple[str, str]]]:
        """Return the places a text names, in order."""
        folded = fold_keeping_length(text)
        return [
            match
            for match in self.names.find(folded)
            if text[match.start].isupper() and not folded[: match.start].endswith(_NOT_A_PLACE)
        ]

    def find_in_titles(self, text: str) -> list[Match[tuple[str, str]]]:
        """Return the places that only name a newspaper or a station: “Báo Lào Cai”."""
        folded = fold_keeping_length(text)
        return [
            match
            for match in self.names.find(folded)
            if text[match.start].isupper() and _PAPER.search(text[: match.start])
        ]

    def province_on(self, ids: tuple[str, ...], day: PartialDate | None) -> Province | None:
        """Return the record among several of one name that was alive on a day."""
        records = [
            self.registries.provinces[id_] for id_ in ids if id_ in self.registries.provinces
        ]
        if day is None or day.first is None:
            return next(iter(records), None)
        return next((record for record in records if record.is_valid_on(day)), None)

    def district_of(self, ids: tuple[str, ...], provinces: set[str]) -> District | None:
        """Return the district meant, told from namesakes by its province."""
        records = [
            self.registries.districts[id_] for id_ in ids if id_ in self.registries.districts
        ]
        inside = [record for record in records if record.province in provinces]
        chosen = inside or (records if len(records) == 1 and not provinces else [])
        return chosen[0] if len(chosen) == 1 else None


def provinces_in(
    gazetteer: Gazetteer, text: str, day: PartialDate | None, *, of_papers: bool = False
) -> list[Finding[str]]:
    """Return the provinces that a text names as places, or in names of papers, each once."""
    found: dict[str, Finding[str]] = {}
    folded = fold_keeping_length(text)
    for match in gazetteer.find_in_titles(text) if of_papers else gazetteer.find(text):
        ids = tuple(id_ for kind, id_ in match.values if kind == "province")
        is_district = any(kind == "district" for kind, _ in match.values)
        before = folded[max(0, match.start - 12) : match.start]
        as_district = before.rstrip().endswith(
            ("huyen", "thi xa", "quan", "xa", "phuong", "huyen uy")
        )
        if (
            not ids
            or as_district
            or (is_district and not before.rstrip().endswith(("tinh", "tinh uy")))
        ):
            continue
        record = gazetteer.province_on(ids, day)
        if record:
            words = around(text, match.start, match.end, 40, 0)
            found.setdefault(record.id, Finding(record.id, words, "vừa"))
    return list(found.values())


def districts_in(gazetteer: Gazetteer, text: str, provinces: set[str]) -> list[Finding[str]]:
    """Return the districts of known provinces that a text names, each once."""
    found: dict[str, Finding[str]] = {}
    folded = fold_keeping_length(text)
    for match in gazetteer.find(text):
        ids = tuple(id_ for kind, id_ in match.values if kind == "district")
        shared = any(kind == "province" for kind, _ in match.values)
        before = folded[max(0, match.start - 12) : match.start].rstrip()
        is_named = before.endswith(
            ("huyen", "thi xa", "quan", "thanh pho", "huyen uy", "tp.", "tp", "thi uy")
        )
        record = gazetteer.district_of(ids, provinces) if ids and (is_named or not shared) else None
        if record:
            words = around(text, match.start, match.end, 30, 0)
            found.setdefault(record.id, Finding(record.id, words, "vừa"))
    return list(found.values())
