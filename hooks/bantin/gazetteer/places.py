"""Provinces and districts named in a text, as the units they were on a certain day."""

import re
from typing import TypeAlias

from bantin.gazetteer.evidence import Finding, words_around
from bantin.gazetteer.phrases import PhraseMatch, PhraseTrie
from bantin.model import District, Province, Registries
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold_keeping_length

# A registry record of a place: “province” or “district”, and its id.
PlaceId: TypeAlias = tuple[str, str]

# Words before a name (folded) that make it something else: “Báo Gia Lai”, “sông Đà”, “đường Huế”.
_NOT_A_PLACE = ("bao ", "truong ", "song ", "cau ", "duong ", "dao ")
# “Báo Lào Cai”, “Báo và Đài …”, “Đài Phát thanh – Truyền hình Kon Tum”: the name of a newspaper
# or station says where it is published, not where the meeting was.
_MEDIA = re.compile(r"\b(?:Báo(?: và Đài)?|Đài(?: [\w–-]+){1,8}) $")
# Many provinces and districts share their names with each other; the word before tells them apart.
_LOWER_UNITS = ("huyen", "thi xa", "quan", "xa", "phuong", "huyen uy")
_PROVINCE_UNITS = ("tinh", "tinh uy")
_DISTRICT_UNITS = ("huyen", "thi xa", "quan", "thanh pho", "huyen uy", "tp.", "tp", "thi uy")
_WORD_BEFORE = 12  # characters, enough for the longest of these units


class Gazetteer:
    """The place names of the registries."""

    def __init__(self, registries: Registries) -> None:
        self.registries = registries
        self.names: PhraseTrie[PlaceId] = PhraseTrie()
        for province in registries.provinces.values():
            earlier = [old.name for old in province.earlier_names]
            for name in (province.name, *province.aliases, *earlier):
                self.names.add(name, ("province", province.id))
        for district in registries.districts.values():
            for name in (district.name, *district.aliases):
                self.names.add(name, ("district", district.id))

    def find(self, text: str) -> list[PhraseMatch[PlaceId]]:
        """Return the places that a text names, in order."""
        folded = fold_keeping_length(text)
        return [
            match
            for match in self.names.find(folded)
            if text[match.start].isupper() and not folded[: match.start].endswith(_NOT_A_PLACE)
        ]

    def find_in_media_names(self, text: str) -> list[PhraseMatch[PlaceId]]:
        """Return the places that are part of a newspaper's or station's name: “Báo Lào Cai”."""
        folded = fold_keeping_length(text)
        return [
            match
            for match in self.names.find(folded)
            if text[match.start].isupper() and _MEDIA.search(text[: match.start])
        ]

    def province_on(self, ids: tuple[str, ...], day: PartialDate | None) -> Province | None:
        """Return the first of several records of one name that existed on a day.

        The provinces formed by mergers on 1 July 2025 are records of their own, often with the
        name of one of those merged.
        """
        provinces = self.registries.provinces
        records = [provinces[id_] for id_ in ids if id_ in provinces]
        if day is None or day.first is None:
            return next(iter(records), None)
        return next((record for record in records if record.is_valid_on(day)), None)

    def district_in(self, ids: tuple[str, ...], provinces: set[str]) -> District | None:
        """Return the one district of some namesakes that lies in the provinces given.

        Without provinces, a district is returned only if it has no namesakes.
        """
        districts = self.registries.districts
        records = [districts[id_] for id_ in ids if id_ in districts]
        inside = [record for record in records if record.province in provinces]
        candidates = inside or (records if len(records) == 1 and not provinces else [])
        return candidates[0] if len(candidates) == 1 else None


def provinces_in(
    gazetteer: Gazetteer, text: str, day: PartialDate | None, *, of_media: bool = False
) -> list[Finding[str]]:
    """Return the provinces that a text names, each once.

    Args:
        gazetteer: the place names.
        text: the text.
        day: when the event was; it decides between records of one name.
        of_media: search only names of newspapers and stations, which are left out otherwise.
    """
    findings: dict[str, Finding[str]] = {}
    folded = fold_keeping_length(text)
    for match in gazetteer.find_in_media_names(text) if of_media else gazetteer.find(text):
        ids = tuple(id_ for kind, id_ in match.values if kind == "province")
        could_be_district = any(kind == "district" for kind, _ in match.values)
        before = folded[max(0, match.start - _WORD_BEFORE) : match.start].rstrip()
        if not ids or before.endswith(_LOWER_UNITS):
            continue
        if could_be_district and not before.endswith(_PROVINCE_UNITS):
            continue
        record = gazetteer.province_on(ids, day)
        if record:
            words = words_around(text, match.start, match.end, 40, 0)
            findings.setdefault(record.id, Finding(record.id, words, "vừa"))
    return list(findings.values())


def districts_in(gazetteer: Gazetteer, text: str, provinces: set[str]) -> list[Finding[str]]:
    """Return the districts that a text names, each once.

    Args:
        gazetteer: the place names.
        text: the text.
        provinces: ids of the provinces the text is about; they decide between namesakes.
    """
    findings: dict[str, Finding[str]] = {}
    folded = fold_keeping_length(text)
    for match in gazetteer.find(text):
        ids = tuple(id_ for kind, id_ in match.values if kind == "district")
        could_be_province = any(kind == "province" for kind, _ in match.values)
        before = folded[max(0, match.start - _WORD_BEFORE) : match.start].rstrip()
        if not ids or (could_be_province and not before.endswith(_DISTRICT_UNITS)):
            continue
        record = gazetteer.district_in(ids, provinces)
        if record:
            words = words_around(text, match.start, match.end, 30, 0)
            findings.setdefault(record.id, Finding(record.id, words, "vừa"))
    return list(findings.values())
