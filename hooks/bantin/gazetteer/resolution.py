"""Which registry record a mention of an agency means, by its place or by the article's subject."""

import re
from dataclasses import replace
from typing import TypeAlias

from bantin.gazetteer.agencies import LEVELS_OF_KINDS, UNIT_NAMES, AgencyDirectory, AgencyMention
from bantin.gazetteer.agency_kinds import kind_name
from bantin.gazetteer.places import PlaceId
from bantin.model import Agency
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.letters import compile_cased

# A district as written, and the records it may be.
District: TypeAlias = tuple[str, tuple[PlaceId, ...]]

# “huyện Krông Pa”, “Thị ủy An Khê”: a district-level unit with its name.
_DISTRICT = compile_cased(
    r"\b(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|(?:Huyện|Thị|Quận) (?:ủy|đoàn))\s+"
    r"(?P<place>[\U][\L'’]+(?:\s[\U][\L'’]+){0,2})"
)
_COMMUNE = compile_cased(
    r"\b(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hị trấn)\s+(?P<place>[\U][\L'’]+(?:\s[\U][\L'’]+){0,2})"
)
_SEPARATOR = re.compile(r"\s*(?:,|và|với|cùng|-|–)\s*")
_ABBREVIATION = re.compile(r"\s*\([^\s()]{2,12}\)")  # “Hội Cựu chiến binh (CCB) tỉnh”
# Boards of a Party committee: “Ban Nội chính và Hội Luật gia tỉnh …” has that of Tỉnh ủy.
_PARTY_BOARDS = ("ban noi chinh", "ban dan van", "ban tuyen giao", "ban tuyen giao va dan van")
_CITY_UNITS = ("thanh uy", "thanh pho", "tp")


def resolve(
    directory: AgencyDirectory,
    mention: AgencyMention,
    context: frozenset[str],
    day: PartialDate | None,
) -> tuple[str, ...]:
    """Return the ids of the agencies that a mention may mean.

    Those at its place; without a place, those of the provinces that the article is about.

    Args:
        directory: the agencies of the registry.
        mention: an agency as the text names it.
        context: ids of the provinces the article is about.
        day: when the event was; agencies that did not exist then are left out.
    """
    agencies = directory.registries.agencies
    if mention.ids:
        return _existing_on(day, [agencies[id_] for id_ in mention.ids])
    same_kind = [agencies[id_] for id_ in directory.kinds.ids.get(mention.kind, ())]
    if mention.place_ids:
        candidates = [agency for agency in same_kind if _is_at_place(agency, mention)]
    elif mention.place:
        candidates = []  # a place that the registries do not know
    else:
        candidates = _in_provinces(same_kind, mention, context)
    return _existing_on(day, sorted(candidates, key=lambda agency: agency.id))


def _in_provinces(
    agencies: list[Agency], mention: AgencyMention, context: frozenset[str]
) -> list[Agency]:
    """Return the agencies in the article's provinces that a mention without a place may mean."""
    # A “Sở” is by law a department of a province.
    level = mention.level or ("tinh" if mention.kind.startswith("so ") else "")
    if level in ("huyen", "xa"):
        return []  # “Công an huyện” alone: any district of the province
    candidates = [a for a in agencies if a.province in context and a.level == (level or a.level)]
    if mention.unit in _CITY_UNITS:
        candidates = [a for a in candidates if fold("thành") in fold(a.name)]
    return candidates


def _is_at_place(agency: Agency, mention: AgencyMention) -> bool:
    places: dict[str, set[str]] = {}
    for kind, id_ in mention.place_ids:
        places.setdefault(kind, set()).add(id_)
    in_district = agency.level in ("huyen", "xa") and agency.district in places.get("district", ())
    in_province = agency.level == "tinh" and agency.province in places.get("province", ())
    if mention.level == "tinh":
        return in_province
    if not mention.level:
        return in_district or in_province
    return in_district and mention.level != "xa"


def resolve_named(
    directory: AgencyDirectory,
    mention: AgencyMention,
    context: frozenset[str],
    day: PartialDate | None,
) -> tuple[str, ...]:
    """Return what a mention may mean, or the only body of that name where it had ended by the day.

    “Chương trình giữa Ban Dân tộc tỉnh và Tỉnh đoàn”, reviewed by the body that came after.
    """
    existing = resolve(directory, mention, context, day)
    if existing:
        return existing
    ever = resolve(directory, mention, context, None)
    return ever if len(ever) == 1 and directory.registries.agencies[ever[0]].has_ended else ()


def _existing_on(day: PartialDate | None, agencies: list[Agency]) -> tuple[str, ...]:
    return tuple(agency.id for agency in agencies if day is None or agency.is_valid_on(day))


def share_places(
    mentions: list[AgencyMention],
    line: str,
    district: District | None,
    commune: District | None = None,
) -> list[AgencyMention]:
    """Return the mentions of a line, those without a place with the place of their neighbours.

    In “Công an và Ban Dân vận huyện Krông Pa” the police too are those of Krông Pa.

    Args:
        mentions: those of the line, in order.
        line: the line.
        district: the one district that the opening of the article speaks of, if there is one; it
            is the place of what is only called “Công an huyện”.
        commune: likewise, the one commune or ward.
    """
    placed = [_in_unit(_in_unit(m, "huyen", district), "xa", commune) for m in mentions]
    for index in range(len(placed) - 2, -1, -1):
        this, next_ = placed[index], placed[index + 1]
        is_bare = not (this.ids or this.unit or this.place or this.is_proper)
        is_joined = _SEPARATOR.fullmatch(line[this.end : next_.start])
        # “Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh | Gia Lai”
        has_same_unit = bool(this.unit) and not this.place and this.unit == next_.unit
        if has_same_unit and is_joined and not this.ids:
            placed[index] = replace(this, place=next_.place, place_ids=next_.place_ids)
        elif is_bare and next_.place and (next_.level or next_.unit) and is_joined:
            placed[index] = replace(
                this,
                level=next_.level,
                place=next_.place,
                place_ids=next_.place_ids,
                unit=next_.unit,
            )
    return placed


def _in_unit(mention: AgencyMention, level: str, place: District | None) -> AgencyMention:
    if place is None or mention.place or mention.ids or mention.level != level:
        return mention
    return replace(mention, place=place[0], place_ids=place[1])


def only_commune(lines: list[str]) -> District | None:
    """Return the one commune or ward that some lines speak of; None for none or for several."""
    found = {match["place"] for line in lines for match in _COMMUNE.finditer(line)}
    return (found.pop(), ()) if len(found) == 1 else None


def only_district(directory: AgencyDirectory, lines: list[str]) -> District | None:
    """Return the one district that some lines speak of; None for none or for several."""
    districts: dict[str, District] = {}
    for line in lines:
        folded = fold_keeping_length(line)
        for match in _DISTRICT.finditer(line):
            start = match.start("place")
            record = directory.gazetteer.names.at(folded, start)
            place = line[start : record.end] if record else match["place"]
            ids = tuple(id_ for id_ in record.values if id_[0] == "district") if record else ()
            districts.setdefault(fold(place), (place, ids))
    return next(iter(districts.values())) if len(districts) == 1 else None


def full_name(directory: AgencyDirectory, mention: AgencyMention) -> str:
    """Return the full name of an agency without a record, with its unit and place if known.

    “UBND huyện Krông Pa” gives “Ủy ban nhân dân huyện Krông Pa”.
    """
    mention = replace(mention, text=_ABBREVIATION.sub("", mention.text))
    if mention.kind not in directory.kinds.names:
        is_shared = mention.place and mention.place not in mention.text
        unit = UNIT_NAMES.get(mention.unit, mention.unit)
        name = mention.text.removesuffix(f" {unit}")
        return " ".join(filter(None, (name, unit, mention.place))) if is_shared else mention.text
    name = directory.kinds.names.get(mention.kind, mention.text)
    tail = mention.text[_kind_length(directory, mention) :].strip()
    if mention.place and (mention.place not in tail or tail.isupper()):
        place = mention.place.title() if mention.place.isupper() else mention.place
        if mention.kind in LEVELS_OF_KINDS:  # “Tỉnh đoàn Vĩnh Long”
            return f"{name} {place}"
        is_of_party = mention.unit == "tinh" and mention.kind in _PARTY_BOARDS
        unit = "tinh uy" if is_of_party else mention.unit
        tail = f"{UNIT_NAMES.get(unit, unit)} {place}".strip()
    return f"{name} {tail}".strip() if kind_name(name) == "" else mention.text


def _kind_length(directory: AgencyDirectory, mention: AgencyMention) -> int:
    match = directory.kinds.phrases.at(fold_keeping_length(mention.text), 0)
    return match.end if match else len(mention.text)
