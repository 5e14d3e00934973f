"""Agencies named in a text, with their kind, level and place.

“Công an tỉnh Gia Lai và Ban Dân vận Huyện ủy Krông Pa” names two: of kind “công an” at level
tỉnh in Gia Lai, and of kind “ban dân vận” at level huyện in Krông Pa.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.gazetteer.agency_kinds import AgencyKinds
from bantin.gazetteer.head_phrases import head_phrase
from bantin.gazetteer.phrases import PhraseMatch, PhraseTrie
from bantin.gazetteer.place_lists import LIST, listed_places
from bantin.gazetteer.places import Gazetteer, PlaceId
from bantin.model import Registries
from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.letters import compile_cased
from bantin.vietnamese.tone import place_tones

# Patterns without capitals are for folded text.
# The unit behind a kind: “Công an | tỉnh …”, “Ban Dân vận | Huyện ủy …”, “Ban Dân vận | TW”.
_UNIT = re.compile(
    r"(?:\s*\([^\s()]{2,12}\))?"  # “Hội Cựu chiến binh (CCB) | tỉnh”
    r"\s+(?P<unit>(?:chi nhanh )?(?:tinh uy|thanh uy|huyen uy|thi uy|quan uy"
    r"|trung uong|tw|t\.u|tinh|thanh pho|tp\.?|huyen|quan(?! (?:khu|doan|chung|su|doi|y|chu)\b)"
    r"|thi xa|tx\.?|xa|phuong|thi tran|dac khu))(?![a-z])"
)
_LEVELS = {
    "tinh uy": "tinh", "tinh": "tinh", "huyen uy": "huyen", "thi uy": "huyen", "quan uy": "huyen",
    "huyen": "huyen", "quan": "huyen", "thi xa": "huyen", "tx": "huyen", "xa": "xa", "phuong": "xa",
    "thi tran": "xa", "dac khu": "xa",
    "trung uong": "trung-uong", "tw": "trung-uong", "t.u": "trung-uong",
}  # fmt: skip
# Kinds whose own name gives the level: “Huyện ủy Krông Pa”.
LEVELS_OF_KINDS = {
    "tinh uy": "tinh",
    "huyen uy": "huyen",
    "thi uy": "huyen",
    "tinh doan": "tinh",
    "huyen doan": "huyen",
}
# After these words a capitalised word is a place, even if it is in no registry.
_UNITS_WITH_PLACE = (
    "huyen",
    "xa",
    "quan",
    "thi xa",
    "huyen uy",
    "phuong",
    "thi uy",
    "dac khu",
    "thi tran",
)
_KINDS_WITH_PLACE = ("don bien phong", "huyen uy")
# “ Duy Xuyên”, “ M'Drắk”, “ Chư Păh”: up to three capitalised syllables.
_UNKNOWN_PLACE = compile_cased(r"\s+(?P<place>[\U][\L'’]+(?:\s[\U][\L'’]+){0,2})")
_NEWSPAPER = compile_cased(r"\bBáo (?=[\U])")
# “Công an, Quân sự, Biên phòng Đồng Tháp”: three forces by their short names, in a row.
_FORCES = re.compile(
    r"(?<!\w)(?:(?:Công an|Quân sự|(?:Bộ đội )?Biên phòng|BĐBP|Bộ CHQS)(?: tỉnh)?"
    r"(?:\s*[,–-]\s*|\s+(?:và|với)\s+|(?!\w))){2,3}"
)
_FORCE = re.compile(r"(?<!Bộ đội )(?<!đội )(?<!\w)(?P<name>Quân sự|Biên phòng)(?!\w)")
_KINDS_OF_FORCES = {"Quân sự": "bo chi huy quan su", "Biên phòng": "bo chi huy bo doi bien phong"}
_SMALL_LIST = re.compile(r"\s+(?:cac|hai|ba|bon|nam) (?:tinh|huyen|xa|phuong)(?= [a-z])")
_SEPARATOR = re.compile(r"\s*(?:,|và|với|cùng|-|–)\s*")
# Words after a kind by which no particular agency is meant: “công an nhân dân”, “công an viên”,
# “công an các cấp”, “quân sự cơ sở”.
_GENERIC = re.compile(
    r"\s+(?:cac|nhan dan(?! (?:tinh|huyen))|xa|phuong|vien|cap|hdnd|chinh quy"
    r"|thon|co so|dia phuong)\b"
)
# Folded beginnings of military units, which belong to no place beside them in a list.
_NATIONAL = ("bo tu lenh", "vung ", "quan khu", "quan chung", "lu doan", "su doan", "binh doan")
_CAPITAL = compile_cased(r"(?<!\w)[\U]")
# A gap of spaces, and perhaps a bracket, between an agency and its place.
_GAP_BEFORE_PLACE = re.compile(r"\s*(?:\(\s*)?")

# Folded unit -> as it is written.
UNIT_NAMES = {
    "tinh uy": "Tỉnh ủy", "huyen uy": "Huyện ủy", "thanh uy": "Thành ủy",
    "thi uy": "Thị ủy", "quan uy": "Quận ủy",
    "tinh": "tỉnh", "huyen": "huyện", "thanh pho": "thành phố", "tp": "thành phố", "quan": "quận",
    "thi xa": "thị xã", "tx": "thị xã", "xa": "xã", "phuong": "phường",
    "dac khu": "đặc khu", "thi tran": "thị trấn",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """An agency where a text names it.

    Attributes:
        start: offset in the text.
        end: offset behind it, its place included.
        text: the words that name it.
        kind: key of its kind; empty for one found by its whole name.
        unit: the unit named with it, folded: “tinh”, “huyen uy”; empty without one.
        level: trung-uong, tinh, huyen or xa; empty where the text does not say.
        place: the place named with it, as written.
        place_ids: the records that the place may be.
        ids: the agencies it may be, where its whole name is in the registry.
        is_proper: whether it ends with a name of its own, so that no place belongs to it:
            “Vườn Quốc gia Hoàng Liên”, “Lữ đoàn 125”.
    """

    start: int
    end: int
    text: str
    kind: str = ""
    unit: str = ""
    level: str = ""
    place: str = ""
    place_ids: tuple[PlaceId, ...] = ()
    ids: tuple[str, ...] = ()
    is_proper: bool = False


class AgencyDirectory:
    """The agencies of the registry, found in texts by whole name or by kind and place."""

    def __init__(self, registries: Registries) -> None:
        self.registries = registries
        self.gazetteer = Gazetteer(registries)
        self.kinds = AgencyKinds(registries)
        self.whole_names: PhraseTrie[str] = PhraseTrie()
        for agency in registries.agencies.values():
            for name in (agency.name, *agency.aliases):
                self.whole_names.add(name, agency.id)

    def find(self, text: str, *, is_grammar_used: bool = True) -> list[AgencyMention]:
        """Return the mentions of agencies in a text, in order, none within another.

        Args:
            text: the text.
            is_grammar_used: whether those of kinds that nothing knows are looked for as well.
        """
        folded = fold_keeping_length(text)
        whole = {match.start: match for match in self.whole_names.find(folded)}
        by_kind = {match.start: match for match in self.kinds.phrases.find(folded)}
        by_kind |= {match.start: match for match in _forces(text)}
        mentions: list[AgencyMention] = []
        capitals = [match.start() for match in _CAPITAL.finditer(text) if is_grammar_used]
        for start in sorted({*whole, *by_kind, *capitals}):
            is_name = text[start].isupper() or folded.startswith("cac ", start)
            is_name = is_name or _begins_list(folded, by_kind.get(start))
            if not is_name or (mentions and start < mentions[-1].end):
                continue
            found = self._find_at(text, folded, whole.get(start), by_kind.get(start))
            mentions += self._by_grammar(text, folded, start, found) if capitals else found
        return self._with_newspapers(text, folded, mentions)

    def _find_at(
        self,
        text: str,
        folded: str,
        whole: PhraseMatch[str] | None,
        by_kind: PhraseMatch[str] | None,
    ) -> list[AgencyMention]:
        """Return what begins at one place: the longer of whole name and kind with its place."""
        agrees = by_kind and self._has_marks_of(text[by_kind.start : by_kind.end], by_kind)
        mentions = list(self._with_place(text, folded, by_kind)) if by_kind and agrees else []
        if whole and (not mentions or whole.end >= mentions[-1].end):
            name = text[whole.start : whole.end]
            level = self._level(whole.values)
            return [AgencyMention(whole.start, whole.end, name, ids=whole.values, level=level)]
        return mentions

    def _has_marks_of(self, written: str, match: PhraseMatch[str]) -> bool:
        """Whether a text that is written out is spelled as its kind: Hải quân is not Hải quan."""
        name = self.kinds.names.get(match.values[0], "")
        if len(written.split()) != len(name.split()) or fold(written) != fold(name):
            return True
        return written.isascii() or place_tones(written.lower()) == place_tones(name.lower())

    def _by_grammar(
        self, text: str, folded: str, start: int, found: list[AgencyMention]
    ) -> list[AgencyMention]:
        """Return what was found, or the name that grammar finds there, if that is longer."""
        phrase = head_phrase(text, folded, start, self.gazetteer.names)
        if phrase is None or (found and not _adds_name(text, found[-1].end, phrase.end)):
            return found
        kind, place = folded[start : phrase.body_end], ""
        ids: tuple[PlaceId, ...] = ()
        if phrase.place_start >= 0:
            place = text[phrase.place_start : phrase.end]
            known = self.gazetteer.names.at(folded, phrase.place_start)
            ids = known.values if known and known.end == phrase.end else ()
        level = _LEVELS.get(phrase.unit, "")
        listed = self.kinds.phrases.at(kind.replace(",", " -"), 0)
        is_listed = listed is not None and listed.end >= len(kind)
        if listed and is_listed:  # “Sở Lao động, Thương binh và Xã hội”
            kind = listed.values[0]
        name = text[start : phrase.end]
        last = name.split()[-1]
        proper = (
            last[0].isdigit()
            or (last[0].isupper() and not last.isupper())
            or kind.startswith(_NATIONAL)
            or " khu vuc " in kind  # “Chi cục Hải quan khu vực IX”
        )
        return [AgencyMention(start, phrase.end, name, kind, phrase.unit, level, place, ids,
                              is_proper=proper and not is_listed)]  # fmt: skip

    def _with_newspapers(
        self, text: str, folded: str, mentions: list[AgencyMention]
    ) -> list[AgencyMention]:
        """Add newspapers, which no record has, where they are listed among agencies.

        “Công an tỉnh, Báo Gia Lai ký quy chế” is a list of two parties; “theo Báo Gia Lai” is not.
        """
        newspapers = []
        for match in _NEWSPAPER.finditer(text):
            place = self.gazetteer.names.at(folded, match.end())
            if place and any(
                _SEPARATOR.fullmatch(text[min(place.end, m.end) : max(match.start(), m.start)])
                for m in mentions
            ):
                name = text[match.start() : place.end]
                newspapers.append(AgencyMention(match.start(), place.end, name))
        return sorted([*mentions, *newspapers], key=lambda mention: mention.start)

    def _level(self, ids: tuple[str, ...]) -> str:
        return self.registries.agencies[ids[0]].level

    def _with_place(
        self, text: str, folded: str, match: PhraseMatch[str]
    ) -> Iterator[AgencyMention]:
        """Yield the agency of a kind, with the unit and place behind it; of a list, each one."""
        start, end, kind = match.start, match.end, match.values[0]
        unit = _UNIT.match(folded, end)
        if _GENERIC.match(folded, end) and not LIST.match(folded, end) and not unit:
            return
        unit_name = unit["unit"].removeprefix("chi nhanh ").rstrip(".") if unit else ""
        end = unit.end() if unit else end
        places = LIST.match(folded, end)
        if places and (listed := list(self._list(text, start, kind, unit_name, places))):
            yield from listed
            return
        is_needed = unit_name in _UNITS_WITH_PLACE or kind in _KINDS_WITH_PLACE
        place, place_ids, end = self._place_at(text, folded, end, is_needed=is_needed)
        level = _LEVELS.get(unit_name, "") or LEVELS_OF_KINDS.get(kind, "")
        yield AgencyMention(start, end, text[start:end], kind, unit_name, level, place, place_ids)

    def _place_at(
        self, text: str, folded: str, end: int, *, is_needed: bool
    ) -> tuple[str, tuple[PlaceId, ...], int]:
        """Return the place behind an agency, the records it may be, and the offset behind it.

        Args:
            text: the text.
            folded: the same, folded.
            end: offset behind the agency and its unit.
            is_needed: whether a name unknown to the registries counts as well.
        """
        gap = _GAP_BEFORE_PLACE.match(folded[end : end + 3])
        start = end + (gap.end() if gap else 0)
        match = self.gazetteer.names.at(folded, start)
        if match and start < len(text) and text[start].isupper() and start > end:
            return text[start : match.end], match.values, match.end
        unknown = _UNKNOWN_PLACE.match(text, end) if is_needed else None
        return (unknown["place"], (), unknown.end()) if unknown else ("", (), end)

    def _list(
        self, text: str, start: int, kind: str, unit: str, places: re.Match[str]
    ) -> Iterator[AgencyMention]:
        """Yield one agency for each place of a list: “Công an các huyện Duy Xuyên, Điện Bàn”.

        The agencies of communes, which are no places of the gazetteer, may be known by whole name.
        """
        seat = unit or places["unit"].replace("don vi", "huyen").replace("dia phuong", "huyen")
        level = _LEVELS.get(seat, "huyen")
        place_kind = "province" if level == "tinh" else "district"
        name = text[start : places.start()].strip()
        items = list(listed_places(text, places.end() - 1, self.gazetteer.names))
        end = items[-1][1] if items else places.end()
        for left, right, values, own_unit in items:
            place, written = text[left:right], UNIT_NAMES.get(own_unit or seat, "")
            if place.isdigit():
                place = f"{(written or 'quận').capitalize()} {place}"
                written = ""
            full = " ".join(filter(None, (self.kinds.names.get(kind, name), written, place)))
            agency = self.whole_names.at(fold_keeping_length(full), 0)
            if agency and agency.end == len(full):
                ids = agency.values
                yield AgencyMention(start, end, full, ids=ids, level=self._level(ids))
            else:
                at = tuple(value for value in values if value[0] == place_kind)
                unit_of = "" if not written else own_unit or seat
                yield AgencyMention(start, end, name, kind, unit_of, level, place, at)


def _begins_list(folded: str, match: PhraseMatch[str] | None) -> bool:
    """Whether a kind in small letters stands before places: “chi cục kiểm lâm các tỉnh A, B”."""
    return match is not None and _SMALL_LIST.match(folded, match.end) is not None


def _forces(text: str) -> Iterator[PhraseMatch[str]]:
    """Yield the armed forces that a row of them calls by their short names."""
    for row in _FORCES.finditer(text):
        if "Công an" not in row[0]:
            continue  # “Luật Quân sự và Biên phòng”
        for match in _FORCE.finditer(text, row.start(), row.end()):
            kind = _KINDS_OF_FORCES[match["name"]]
            yield PhraseMatch(match.start(), match.end(), (kind,))


def _adds_name(text: str, found_end: int, end: int) -> bool:
    """Whether words behind a name that was found are part of it: “Viện Kiểm sát | tối cao”."""
    more = text[found_end:end]
    return any(char.isupper() for char in more) or more.split()[:2] == ["tối", "cao"]
