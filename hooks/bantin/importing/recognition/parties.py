"""Which of the bodies named are those that met: hosts, signers, parties."""

import re
from dataclasses import dataclass

from bantin.gazetteer.agencies import AgencyDirectory, AgencyMention
from bantin.gazetteer.evidence import Confidence, Finding, words_around
from bantin.gazetteer.resolution import full_name, only_district, resolve, share_places
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold_keeping_length

_ATTENDING = re.compile(
    r"^(?:cung |tham |den |toi |ve )?(?:du|tham du)\b|^ve phia|^co mat|^cung du"
)
_OBJECT = re.compile(
    r"(?:tham muu(?: cho)?|de nghi|kien nghi|bao cao|trinh"
    r"|chi dao cua|lanh dao, chi dao cua|su lanh dao cua|dong chi|duoi su"
    r"|uy vien|thuong vu|thuong truc|bi thu|chap hanh|van phong|nghi quyet cua"
    r"|quan tam cua|su chi dao cua|theo chi dao cua|chi thi cua|huong dan cua"
    r"|ket luan cua|quyet dinh cua|dang bo|cap uy|truong|(?<!thanh )pho|giam doc|chu tich"
    r"|dai dien lanh dao(?: cac)?)\s+(?:\w+ )?$"
)
_VENUE = re.compile(r"\b(?:tru so|hoi truong|phong hop|nha khach)\s+(?:\w+ )?$")
_UNDER = re.compile(r"\b(?:thuc hien|can cu|theo|tren co so|cu the hoa)\b[^,;.\n]{0,200}$")
_ROLL = re.compile(r"\W*(?:\d\.\s*)?thanh phan(?: tham du| du hop| tham gia)?\s*:")
_SEATS = {"tinh uy", "thanh uy", "huyen uy", "thi uy"}
_HOSTS = re.compile(r"(?:giua|va|voi|,|-)\s*$|^\W*$")
_MET = re.compile(
    r"^\s*(?:to chuc|chu tri|phoi hop|va|voi|,|ky|da|cung|so ket|tong ket|trien khai)"
)


@dataclass(frozen=True, slots=True)
class Party:
    """A body that took part: its id, or the name and the ids it may be."""

    id: str
    name: str
    candidates: tuple[str, ...] = ()


def find_parties(
    directory: AgencyDirectory,
    parts: list[str],
    blanked: str,
    context: frozenset[str],
    day: PartialDate | None,
) -> list[Finding[Party]]:
    """Return the bodies that met, in the order named.

    Args:
        directory: the registry's bodies.
        parts: title, lead and paragraphs.
        blanked: the same joined by line ends, citations and offices of people blanked.
        context: the provinces the article is about.
        day: when the event was.
    """
    lines = blanked.split("\n")[: len(parts)]
    local = only_district(directory, lines[: _zone(parts)])
    found: dict[str, Finding[Party]] = {}
    known: dict[str, set[str]] = {}
    size = _zone(parts)
    roll = {n for n, line in enumerate(lines) if _ROLL.match(fold_keeping_length(line))}
    for number, line in enumerate(lines):
        zone = number < size or number in roll
        for mention in _taking_part(directory, line, local, in_opening=zone):
            ids = resolve(directory, mention, context, day)
            party = _party(directory, mention, ids, context)
            places, said = known.get(mention.kind, set()), mention.place or mention.unit
            bare = directory.kinds.names.get(mention.kind, "")
            is_new = mention.place or bare in found
            is_told = mention.kind in known and (said in {"", *places} or not is_new)
            if not party.id and (is_told or _is_loose(mention)):
                continue
            known[mention.kind] = {*places, said}
            if said and not party.id:
                found.pop(bare, None)
            sure = _confidence(party, mention)
            found.setdefault(
                party.id or party.name,
                Finding(party, words_around(line, mention.start, mention.end, 25, 15), sure),
            )
    return _without_bare(_without_upper(directory, list(found.values())), directory)


def _without_bare(found: list[Finding[Party]], directory: AgencyDirectory) -> list[Finding[Party]]:
    """Drop a bare “Ban Dân vận” where the same kind is told more exactly elsewhere."""
    exact = [f.value for f in found if f.value.id]
    ids = {party.id for party in exact}
    return [
        f
        for f in found
        if f.value.id
        or not (
            ids.intersection(f.value.candidates)
            or fold_keeping_length(f.value.name) in directory.kinds.names
        )
        or not any(
            fold_keeping_length(p.name).startswith(fold_keeping_length(f.value.name)) for p in exact
        )
    ]


def _confidence(party: Party, mention: AgencyMention) -> Confidence:
    if not party.id:
        return "thấp"
    return "cao" if mention.place or mention.ids else "vừa"


def _zone(parts: list[str]) -> int:
    """How many parts tell of the event: title, lead and the first long paragraph."""
    for number, part in enumerate(parts[:4]):
        if len(part) > 150 and number:  # noqa: PLR2004 - a paragraph rather than a title
            return number + 1
    return min(len(parts), 3)


def _is_loose(mention: AgencyMention) -> bool:
    """Whether nothing but a common kind is named, which could be anywhere."""
    return mention.kind in {*_SEATS, "van phong"} and not mention.place


def _taking_part(
    directory: AgencyDirectory,
    line: str,
    local: tuple[str, tuple[tuple[str, str], ...]] | None,
    *,
    in_opening: bool,
) -> list[AgencyMention]:
    folded = fold_keeping_length(line)
    mentions = share_places(directory.find(line), line, local)
    kept: list[AgencyMention] = []
    object_end = -1
    for number, mention in enumerate(mentions):
        before = folded[: mention.start]
        sentence = re.split(r"[.!?;]\s+(?=\w)", before)[-1]
        is_joined = object_end >= 0 and re.fullmatch(
            r"\s*(?:,|va|voi)?\s*(?:\w+ ){0,2}", folded[object_end : mention.start]
        )
        if _VENUE.search(before[-25:]):
            continue
        if _OBJECT.search(before[-45:]) or is_joined:
            object_end = mention.end
            continue
        if mention.kind in _SEATS and not (
            _HOSTS.search(before[-12:]) and _MET.match(folded[mention.end : mention.end + 20])
        ):
            continue
        if re.match(
            r"\s*(?:-|–|\()?\s*(?:dong chi|ong|ba)\b", folded[mention.end : mention.end + 12]
        ):
            continue
        is_listed = re.search(
            r"\b(?:don vi|co quan|nganh|ben)\s*(?:gom|la)?\s*:[^.;:]*$|\b(?:\d+|hai|ba"
            r"|bon|nam) (?:don vi|co quan|nganh) (?!da )[^.;:]*$",
            sentence,
        )
        is_between = re.search(r"\bgiua\b[^.;]{0,160}$", sentence) and not _UNDER.search(sentence)
        is_basis = _is_basis(sentence, directory, mention) and not _is_with_local(
            directory, folded, mentions[number : number + 2]
        )
        is_attending = _ATTENDING.match(sentence.strip())
        if (
            is_listed
            or (in_opening and not is_attending and not is_basis)
            or (is_between and in_opening)
        ):
            kept.append(mention)
    return kept


def _is_with_local(directory: AgencyDirectory, folded: str, pair: list[AgencyMention]) -> bool:
    """“giữa Binh đoàn 15 với Công an tỉnh Gia Lai”: one list of parties, not upper bodies alone."""
    if len(pair) == 1 or not re.search(r"\bgiua\s+$", folded[: pair[0].start]):
        return False
    is_joined = re.fullmatch(r"\s*(?:,|va|voi|cung)\s*", folded[pair[0].end : pair[1].start])
    return bool(is_joined) and not _is_central(directory, pair[1])


def _is_basis(sentence: str, directory: AgencyDirectory, mention: AgencyMention) -> bool:
    """“Thực hiện Chương trình … của Ban Dân vận Trung ương, …”: upper bodies only ordered it."""
    return _is_central(directory, mention) and bool(_UNDER.search(sentence))


def _is_central(directory: AgencyDirectory, mention: AgencyMention) -> bool:
    return mention.level == "trung-uong" or any(
        directory.registries.agencies[id_].level == "trung-uong" for id_ in mention.ids
    )


def _party(
    directory: AgencyDirectory,
    mention: AgencyMention,
    ids: tuple[str, ...],
    context: frozenset[str],
) -> Party:
    if len(ids) == 1:
        return Party(ids[0], directory.registries.agencies[ids[0]].name)
    name, provinces = full_name(directory, mention), directory.registries.provinces
    names = {provinces[id_].name for id_ in context}
    if not mention.place and len(names) == 1:
        if not ids and mention.level == "tinh":
            return Party("", f"{name} {next(iter(names))}")
        if mention.kind.startswith("so ") and not mention.unit:
            is_city = {provinces[id_].type for id_ in context} == {"thanh-pho"}
            name = f"{name} {'thành phố' if is_city else 'tỉnh'} {next(iter(names))}"
    return Party("", name, ids or (() if mention.place else _of_kind(directory, mention)))


def _of_kind(directory: AgencyDirectory, mention: AgencyMention) -> tuple[str, ...]:
    """All bodies of a kind, of the level named."""
    agencies = directory.registries.agencies
    ids = directory.kinds.ids.get(mention.kind, set())
    return tuple(
        sorted(i for i in ids if agencies[i].level == (mention.level or agencies[i].level))
    )


def _without_upper(directory: AgencyDirectory, found: list[Finding[Party]]) -> list[Finding[Party]]:
    """Drop a seat of the Party named beside its own board: “Ban Dân vận Tỉnh ủy” is not Tỉnh ủy."""
    ids = {finding.value.id for finding in found}
    parents = {directory.registries.agencies[i].parent for i in ids if i}
    seats = {a.id for a in directory.registries.agencies.values() if stem_is_seat(a.name)}
    return [f for f in found if not (f.value.id in seats and f.value.id in parents)]


def stem_is_seat(name: str) -> bool:
    """Whether a body is a committee of the Party as a whole."""
    return fold_keeping_length(name).startswith(tuple(_SEATS))
