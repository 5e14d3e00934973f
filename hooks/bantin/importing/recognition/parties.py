"""The parties of a meeting: agencies that hosted it, signed or met, each once."""

import re
from dataclasses import dataclass, replace

from bantin.gazetteer.agencies import AgencyDirectory, AgencyMention
from bantin.gazetteer.agency_records import kind_of
from bantin.gazetteer.completion import in_province, youth_union
from bantin.gazetteer.evidence import Confidence, Finding, words_around
from bantin.gazetteer.resolution import full_name, only_commune, only_district, resolve_named
from bantin.importing.recognition.participation import COMMITTEES, taking_part
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.letters import compile_cased

# The list of participants in minutes: “Thành phần: …”, “2. Thành phần tham dự: …”.
_PARTICIPANTS = re.compile(r"\W*(?:\d\.\s*)?thanh phan(?: tham du| du hop| tham gia)?\s*:")
# What a force of a district or commune is called in its province.
_FORCE_ABOVE = {
    "ban chi huy quan su": "bo chi huy quan su",
    "don bien phong": "bo chi huy bo doi bien phong",
}
_FORCES = frozenset(_FORCE_ABOVE.values())
# Where a meeting was, which says nothing of whose it was: “tại phường Hòa Bình, thành phố …”.
_AT_SEAT = compile_cased(
    r"\b(?:[Tt]ại|[Ởở]) (?:(?:phường|xã|thị trấn|huyện|thị xã|quận|đặc khu) [\U][\L'’]+"
    r"(?: [\U][\L'’]+){0,2}(?:,? \(?)?)+"
)
# What tells of the meeting itself, on folded text; a text may begin with a scene before it.
_HELD = re.compile(
    r"\b(?:(?:hoi nghi|cuoc hop|buoi|le) (?:so ket|tong ket|ky ket|giao ban|danh gia|lien tich)"
    r"|to chuc (?:hoi nghi|le|giao ban)|cuoc hop danh gia)\b"
)
_MIN_PARAGRAPH = 150
_OWN_LEVEL = ("tinh ", "thanh ", "huyen ", "thi ", "quan uy ", "dang uy ")


@dataclass(frozen=True, slots=True)
class PartyMatch:
    """An agency that took part.

    Attributes:
        id: of its record; empty where there is none or several are possible.
        name: of the record, else as the text says in full.
        candidates: the records it may be, where there are several.
    """

    id: str
    name: str
    candidates: tuple[str, ...] = ()


def find_parties(
    directory: AgencyDirectory,
    parts: list[str],
    masked: str,
    context: frozenset[str],
    day: PartialDate | None,
) -> list[Finding[PartyMatch]]:
    """Return the agencies that met, in the order in which they are named.

    Args:
        directory: the agencies of the registry.
        parts: title, lead and paragraphs.
        masked: the same joined by line ends, with citations and offices of people masked.
        context: ids of the provinces the article is about.
        day: when the event was.
    """
    lines = masked.split("\n")[: len(parts)]
    opening = _opening_length(parts)
    district, commune = only_district(directory, lines[:opening]), only_commune(lines[:opening])
    is_local = district is not None or commune is not None
    elsewhere = [_AT_SEAT.sub("", line) for line in lines[:opening]]
    is_own = bool(only_district(directory, elsewhere) or only_commune(elsewhere))
    parties = _Parties(directory, context, day, is_local=is_own)
    found: list[tuple[AgencyMention, str]] = []
    for number, line in enumerate(lines):
        is_opening = bool(number < opening or _PARTICIPANTS.match(fold_keeping_length(line)))
        taking = taking_part(directory, line, district, commune, in_opening=is_opening)
        found += [(mention, line) for mention in taking]
    below = {_FORCE_ABOVE.get(m.kind, m.kind) for m, _ in found if m.level in ("huyen", "xa")}
    for mention, line in found:
        is_bare = not (mention.place or mention.unit or mention.ids)
        if not (is_bare and is_local and mention.kind in below | _FORCES):
            parties.add(mention, line)
    return parties.result()


def _opening_length(parts: list[str]) -> int:
    """Return how many parts speak of the event: title, lead and the first long paragraph."""
    for number, part in enumerate(parts[:4]):
        if number and len(part) > _MIN_PARAGRAPH:
            following = parts[number + 1 : number + 2]
            is_event_next = not _HELD.search(fold(part)) and any(
                _HELD.search(fold(next_)) for next_ in following
            )
            return number + 1 + is_event_next
    return min(len(parts), 3)


class _Parties:
    """The parties found so far; of one agency named twice, the more exact mention stays.

    Attributes:
        places: the places named with agencies of each kind.
        named: the mention by which each party without a record is named.
    """

    def __init__(
        self,
        directory: AgencyDirectory,
        context: frozenset[str],
        day: PartialDate | None,
        *,
        is_local: bool,
    ) -> None:
        self.directory = directory
        self.context = context
        self.day = day
        self.is_local = is_local
        self.named: dict[str, AgencyMention] = {}
        self.findings: dict[str, Finding[PartyMatch]] = {}
        self.places: dict[str, set[str]] = {}

    def add(self, mention: AgencyMention, line: str) -> None:
        """Add the party that a mention in a line means, unless it is there already."""
        ids = resolve_named(self.directory, mention, self.context, self.day)
        party = _match(self.directory, mention, ids, self.context)
        place = mention.place or mention.unit
        kind_name = self.directory.kinds.names.get(mention.kind, "")
        if not party.id and (self._repeats(mention, place, kind_name) or _is_vague(mention)):
            return
        self.places.setdefault(mention.kind, set()).add(place)
        if place and not party.id:
            self.findings.pop(kind_name, None)  # “Ban Dân vận” was named without its place before
        words = words_around(line, mention.start, mention.end, 25, 15)
        finding = Finding(party, words, _confidence(party, mention))
        self.findings.setdefault(party.id or party.name, finding)
        self.named.setdefault(party.name, mention)

    def _repeats(self, mention: AgencyMention, place: str, kind_name: str) -> bool:
        """Whether a mention without a record says nothing new about its kind."""
        if mention.kind not in self.places:
            return False
        is_more_exact = mention.place or kind_name in self.findings
        return place in {"", *self.places[mention.kind]} or not is_more_exact

    def result(self) -> list[Finding[PartyMatch]]:
        """Return the parties without those that a more exact one makes superfluous."""
        parties = _without_parent_committees(list(self.findings.values()), self.directory)
        exact = _without_shorter(_without_bare_kinds(parties, self.directory))
        unique: dict[str, Finding[PartyMatch]] = {}
        for finding in map(self._at_place, exact):
            unique.setdefault(finding.value.id or fold(finding.value.name), finding)
        return list(unique.values())

    def _at_place(self, finding: Finding[PartyMatch]) -> Finding[PartyMatch]:
        """Return a body named without its province as that of the article's only province."""
        party = finding.value
        mention = self.named.get(party.name)
        if party.id or mention is None:
            return finding
        name = youth_union(self.directory, party.name)
        if not mention.place:
            name = in_province(self.directory, mention, name, self.context, is_local=self.is_local)
        if name == party.name:
            return finding
        only = _of_whole_name(self.directory, name)
        return replace(finding, value=PartyMatch(only, name), confidence="thấp")


def _without_bare_kinds(
    parties: list[Finding[PartyMatch]], directory: AgencyDirectory
) -> list[Finding[PartyMatch]]:
    """Drop a bare “Ban Dân vận” where one of that kind is named more exactly."""
    exact = [finding.value for finding in parties if finding.value.id]
    ids = {party.id for party in exact}

    def is_superfluous(party: PartyMatch) -> bool:
        folded = fold_keeping_length(party.name)
        is_bare = ids.intersection(party.candidates) or folded in directory.kinds.names
        return bool(is_bare) and any(
            fold_keeping_length(other.name).startswith(folded) for other in exact
        )

    return [f for f in parties if f.value.id or not is_superfluous(f.value)]


def _without_shorter(parties: list[Finding[PartyMatch]]) -> list[Finding[PartyMatch]]:
    """Drop a name without a record that is part of a more exact one.

    “Đài Truyền hình” of the title is the “Đài Truyền hình Việt Nam” of the text, “Hải quan” the
    “Cục Hải quan tỉnh Lạng Sơn”, and “Tỉnh ủy Phú Yên” stands for its own board.
    """
    names = [f" {fold_keeping_length(finding.value.name)} " for finding in parties]
    return [
        finding
        for finding, name in zip(parties, names, strict=True)
        if finding.value.id or not any(name in other and name != other for other in names)
    ]


def _without_parent_committees(
    parties: list[Finding[PartyMatch]], directory: AgencyDirectory
) -> list[Finding[PartyMatch]]:
    """Drop a Party committee named together with its own board.

    “Ban Dân vận Tỉnh ủy” is not Tỉnh ủy, though it contains the name.
    """
    agencies = directory.registries.agencies
    parents = {agencies[finding.value.id].parent for finding in parties if finding.value.id}
    committees = {agency.id for agency in agencies.values() if _is_committee(agency.name)}
    return [f for f in parties if not (f.value.id in committees and f.value.id in parents)]


def _is_committee(name: str) -> bool:
    return fold_keeping_length(name).startswith(tuple(COMMITTEES))


def _confidence(party: PartyMatch, mention: AgencyMention) -> Confidence:
    if not party.id:
        return "thấp"
    return "cao" if mention.place or mention.ids else "vừa"


def _is_vague(mention: AgencyMention) -> bool:
    """Whether only a kind is named that could be anywhere: “Tỉnh ủy”, “văn phòng”."""
    vague = {*COMMITTEES, "van phong", "ban to chuc"}
    return mention.kind in vague and not mention.place and not mention.unit


def _match(
    directory: AgencyDirectory,
    mention: AgencyMention,
    ids: tuple[str, ...],
    context: frozenset[str],
) -> PartyMatch:
    """Return the record of a mention, or its full name with the records it may be."""
    if len(ids) == 1:
        return PartyMatch(ids[0], directory.registries.agencies[ids[0]].name)
    provinces = directory.registries.provinces
    name = _with_unit(directory, mention, full_name(directory, mention))
    if not ids and (only := _of_whole_name(directory, name)):  # “Công an phường” of the article's
        return PartyMatch(only, directory.registries.agencies[only].name)
    names = {provinces[id_].name for id_ in context}
    if not mention.place and len(names) == 1:
        [province] = names
        if not ids and mention.level == "tinh":
            return PartyMatch("", f"{name} {province}")
        if mention.kind.startswith("so ") and not mention.unit:
            is_city = {provinces[id_].type for id_ in context} == {"thanh-pho"}
            name = f"{name} {'thành phố' if is_city else 'tỉnh'} {province}"
            return PartyMatch("", name, ids)
    candidates = ids or (() if mention.place else _same_kind(directory, mention))
    return PartyMatch("", name, candidates)


def _of_whole_name(directory: AgencyDirectory, name: str) -> str:
    """Return the only record of a full name; empty if there is none, or several."""
    folded = fold_keeping_length(name)
    match = directory.whole_names.at(folded, 0)
    is_whole = match is not None and match.end == len(folded) and len(match.values) == 1
    return match.values[0] if match and is_whole else ""


def _with_unit(directory: AgencyDirectory, mention: AgencyMention, name: str) -> str:
    """Return a name with the word tỉnh or thành phố before a province that stands bare.

    “Kho bạc Nhà nước Hải Dương”; a company or school is named after its place as it is.
    """
    province = next((id_ for kind, id_ in mention.place_ids if kind == "province"), "")
    is_bare = province and not mention.unit and name.endswith(f" {mention.place}")
    is_bare = is_bare and "thủ đô" not in name.lower()  # “Bộ Tư lệnh Thủ đô Hà Nội”
    if not is_bare or mention.kind in COMMITTEES or fold(name).startswith(_OWN_LEVEL):
        return name
    if kind_of(name) == "khac":
        return name
    record = directory.registries.provinces[province]
    return f"{name.removesuffix(mention.place)}{record.full_name}"


def _same_kind(directory: AgencyDirectory, mention: AgencyMention) -> tuple[str, ...]:
    """Return all agencies of a mention's kind, of its level if it has one."""
    agencies = directory.registries.agencies
    ids = directory.kinds.ids.get(mention.kind, set())
    level = mention.level
    return tuple(
        sorted(id_ for id_ in ids if agencies[id_].level == (level or agencies[id_].level))
    )
