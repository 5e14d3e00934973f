"""Which record a body named in a text is, by its place or by what the article is about."""

import re
from dataclasses import replace

from bantin.gazetteer.bodies import UNIT_NAMES, Directory, Mention
from bantin.gazetteer.stems import stem_of
from bantin.model import Agency
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.letters import compile_cased

_DISTRICT = compile_cased(
    r"\b(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|Huyện ủy|Thị ủy"
    r"|Quận ủy)\s+(?P<place>[\U][\L'’]+(?:\s[\U][\L'’]+){0,2})"
)


def resolve(
    directory: Directory, mention: Mention, context: frozenset[str], day: PartialDate | None
) -> tuple[str, ...]:
    """Return the ids a mention may be, by its place or else the provinces of the article.

    Args:
        directory: the registry's bodies.
        mention: a body as named.
        context: ids of the provinces the article is about.
        day: when the event was; records not alive then are left out.
    """
    agencies = directory.registries.agencies
    if mention.ids:
        return _alive([agencies[id_] for id_ in mention.ids], day)
    same_kind = [agencies[id_] for id_ in directory.stems.of.get(mention.key, ())]
    if mention.place_ids:
        records = [a for a in same_kind if _is_at(a, mention)]
    elif mention.place:
        records = []
    else:
        level = mention.level or ("tinh" if mention.key.startswith("so ") else "")
        is_local = level in ("huyen", "xa")
        records = [
            a
            for a in same_kind
            if a.province in context and not is_local and a.level == (level or a.level)
        ]
        if mention.unit in ("thanh uy", "thanh pho", "tp"):
            records = [a for a in records if fold("thành") in fold(a.name)]
    return _alive(sorted(records, key=lambda a: a.id), day)


def _is_at(agency: Agency, mention: Mention) -> bool:
    places = dict[str, set[str]]()
    for kind, id_ in mention.place_ids:
        places.setdefault(kind, set()).add(id_)
    in_district = agency.level in ("huyen", "xa") and agency.district in places.get("district", ())
    in_province = agency.level == "tinh" and agency.province in places.get("province", ())
    if mention.level == "tinh":
        return in_province
    return (
        in_district or in_province if not mention.level else in_district and mention.level != "xa"
    )


def _alive(records: list[Agency], day: PartialDate | None) -> tuple[str, ...]:
    if day is None:
        return tuple(a.id for a in records)
    return tuple(a.id for a in records if a.is_valid_on(day))


def inherit(
    mentions: list[Mention], text: str, local: tuple[str, tuple[tuple[str, str], ...]] | None
) -> list[Mention]:
    """Give a bare body the place of the next one it is joined to: “Công an và Ban Dân vận huyện X”.

    Args:
        mentions: of one line.
        text: the line.
        local: the one district that the opening speaks of, with its records.
    """
    found = [_placed_at(mention, local) for mention in mentions]
    for number in range(len(found) - 2, -1, -1):
        this, other = found[number], found[number + 1]
        between = text[this.end : other.start]
        is_bare = not this.ids and not this.unit and not this.place
        if (
            is_bare
            and other.place
            and other.level
            and re.fullmatch(r"\s*(?:,|và|với|cùng|-|–)\s*", between)
        ):
            found[number] = replace(
                this,
                level=other.level,
                place=other.place,
                place_ids=other.place_ids,
                unit=other.unit,
            )
    return found


def _placed_at(mention: Mention, local: tuple[str, tuple[tuple[str, str], ...]] | None) -> Mention:
    if local is None or mention.place or mention.ids or mention.level != "huyen":
        return mention
    return replace(mention, place=local[0], place_ids=local[1])


def local_place(
    directory: Directory, lines: list[str]
) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """Return the one district that some lines speak of; None for none or for several."""
    found: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {}
    for line in lines:
        for match in _DISTRICT.finditer(line):
            known = directory.gazetteer.names.at(fold_keeping_length(line), match.start("place"))
            place = line[match.start("place") : known.end] if known else match["place"]
            ids = tuple(v for v in known.values if v[0] == "district") if known else ()
            found.setdefault(fold(place), (place, ids))
    return next(iter(found.values())) if len(found) == 1 else None


def full_name(directory: Directory, mention: Mention) -> str:
    """Return a body's name as the house writes it, with what the text says of its place."""
    if not mention.key:
        return mention.text
    name = directory.stems.names.get(mention.key, mention.text)
    tail = mention.text[_stem_length(directory, mention) :].strip()
    if mention.place and (mention.place not in tail or tail.isupper()):
        place = mention.place.title() if mention.place.isupper() else mention.place
        tail = f"{UNIT_NAMES.get(mention.unit, mention.unit)} {place}".strip()
    return f"{name} {tail}".strip() if stem_of(name) == "" else mention.text


def _stem_length(directory: Directory, mention: Mention) -> int:
    match = directory.stems.phrases.at(fold_keeping_length(mention.text), 0)
    return match.end if match else len(mention.text)
