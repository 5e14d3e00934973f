"""Agencies named in a text, resolved by kind, level and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.gazetteer.phrases import Phrases
from bantin.gazetteer.places import Gazetteer
from bantin.gazetteer.stems import Stems
from bantin.model import Registries
from bantin.vietnamese.fold import fold_keeping_length
from bantin.vietnamese.letters import compile_cased

_UNIT = re.compile(
    r"\s+(?P<unit>(?:chi nhanh )?(?:tinh uy|thanh uy|huyen uy|thi uy|quan uy"
    r"|trung uong|tw|t\.u|tinh|thanh pho|tp\.?|huyen|quan|thi xa|tx\.?|xa"
    r"|phuong))(?![a-z])"
)
_LEVELS = {
    "tinh uy": "tinh", "tinh": "tinh", "huyen uy": "huyen", "thi uy": "huyen", "quan uy": "huyen",
    "huyen": "huyen", "quan": "huyen", "thi xa": "huyen", "tx": "huyen", "xa": "xa", "phuong": "xa",
    "trung uong": "trung-uong", "tw": "trung-uong", "t.u": "trung-uong",
}  # fmt: skip
_SEATS = {
    "tinh uy": "tinh",
    "huyen uy": "huyen",
    "thi uy": "huyen",
    "tinh doan": "tinh",
    "huyen doan": "huyen",
}
_UNKNOWN_PLACE = compile_cased(r"\s+(?P<place>[\U][\L'’]+(?:\s[\U][\L'’]+){0,2})")
_LIST_END = re.compile(r"[.;\n]|giai doan|ve cong tac|to chuc|ky ket|da ")
_PAPER = compile_cased(r"\bBáo (?=[\U])")
_LISTED = re.compile(r"\s*(?:,|và|với|cùng|-|–)\s*")
_OUTER = re.compile(r"(?:tinh|thanh pho)\s+$")
_LIST = re.compile(
    r"\s+(?:cac|hai|ba|bon|nam|\d{1,2})\s+(?P<unit>don vi|huyen|tinh|quan"
    r"|thanh pho|thi xa|xa|phuong|dia phuong)\b[^.\n:]{0,25}?[:\s]"
)
_AFTER_GENERIC = re.compile(
    r"\s+(?:cac|nhan dan(?! (?:tinh|huyen))|xa|phuong|vien|cap|hdnd|chinh quy"
    r"|thon|co so|dia phuong)\b"
)


UNIT_NAMES = {
    "tinh uy": "Tỉnh ủy", "huyen uy": "Huyện ủy", "thanh uy": "Thành ủy",
    "thi uy": "Thị ủy", "quan uy": "Quận ủy",
    "tinh": "tỉnh", "huyen": "huyện", "thanh pho": "thành phố", "tp": "thành phố", "quan": "quận",
    "thi xa": "thị xã", "tx": "thị xã", "xa": "xã", "phuong": "phường",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A body where the text names it.

    Attributes:
        key: its kind, the folded stem; empty for a body known by its whole name.
        level: trung-uong, tinh, huyen or xa; empty where the text does not say.
        ids: records it may be.
        place: the place named with it.
    """

    start: int
    end: int
    text: str
    key: str = ""
    unit: str = ""
    level: str = ""
    place: str = ""
    place_ids: tuple[tuple[str, str], ...] = ()
    ids: tuple[str, ...] = ()


class Directory:
    """The bodies of the registry, found by whole names and by kind and place."""

    def __init__(self, registries: Registries) -> None:
        self.registries = registries
        self.gazetteer = Gazetteer(registries)
        self.stems = Stems(registries)
        self.whole: Phrases[str] = Phrases()
        for agency in registries.agencies.values():
            for name in (agency.name, *agency.aliases):
                self.whole.add(name, agency.id)

    def find(self, text: str) -> list[Mention]:
        """Return every mention of a body, in order, none within another."""
        folded = fold_keeping_length(text)
        whole = {match.start: match for match in self.whole.find(folded)}
        by_stem = {match.start: match for match in self.stems.phrases.find(folded)}
        found: list[Mention] = []
        for start in sorted({*whole, *by_stem}):
            is_name = text[start].isupper() or folded.startswith("cac ", start)
            if (found and start < found[-1].end) or not is_name:
                continue
            named = whole.get(start)
            mentions = (
                list(
                    self._placed(text, folded, start, by_stem[start].end, by_stem[start].values[0])
                )
                if start in by_stem
                else []
            )
            if named and (not mentions or named.end >= mentions[-1].end):
                found.append(
                    Mention(
                        start,
                        named.end,
                        text[start : named.end],
                        ids=named.values,
                        level=self._level(named.values),
                    )
                )
            else:
                found += mentions
        return self._with_papers(text, folded, found)

    def _with_papers(self, text: str, folded: str, found: list[Mention]) -> list[Mention]:
        """Add newspapers, which no record has, where they stand in one list with other bodies."""
        papers = []
        for match in _PAPER.finditer(text):
            place = self.gazetteer.names.at(folded, match.end())
            end = place.end if place else match.end()
            is_listed = any(
                _LISTED.fullmatch(text[min(end, m.end) : max(match.start(), m.start)])
                for m in found
            )
            if place and is_listed:
                papers.append(Mention(match.start(), end, text[match.start() : end]))
        return sorted([*found, *papers], key=lambda mention: mention.start)

    def _level(self, ids: tuple[str, ...]) -> str:
        return self.registries.agencies[ids[0]].level

    def _placed(self, text: str, folded: str, start: int, end: int, key: str) -> Iterator[Mention]:
        if (
            _AFTER_GENERIC.match(folded, end)
            and not _LIST.match(folded, end)
            and not _UNIT.match(folded, end)
        ):
            return
        unit = _UNIT.match(folded, end)
        name = unit["unit"].removeprefix("chi nhanh ").rstrip(".") if unit else ""
        level = _LEVELS.get(name, "") or _SEATS.get(key, "")
        stop = unit.end() if unit else end
        listed = _LIST.match(folded, stop)
        if listed and (spread := list(self._spread(text, start, key, name, listed))):
            yield from spread
            return
        place = self._place_at(
            text,
            folded,
            stop,
            is_needed=name in ("huyen", "xa", "quan", "thi xa", "huyen uy", "phuong", "thi uy")
            or key in ("don bien phong", "huyen uy"),
        )
        finish = place[2] if place else stop
        yield Mention(
            start,
            finish,
            text[start:finish],
            key,
            name,
            level,
            place[0] if place else "",
            place[1] if place else (),
        )

    def _place_at(
        self, text: str, folded: str, end: int, *, is_needed: bool
    ) -> tuple[str, tuple[tuple[str, str], ...], int] | None:
        gap = re.match(r"\s*(?:\(\s*)?", folded[end : end + 3])
        start = end + (gap.end() if gap else 0)
        match = self.gazetteer.names.at(folded, start)
        if match and start < len(text) and text[start].isupper() and (start > end):
            return text[start : match.end], match.values, match.end
        unknown = _UNKNOWN_PLACE.match(text, end) if is_needed else None
        return (unknown["place"], (), unknown.end()) if unknown else None

    def _spread(
        self, text: str, start: int, key: str, unit: str, listed: re.Match[str]
    ) -> Iterator[Mention]:
        """“Công an các huyện Duy Xuyên, Điện Bàn”: one body in each place of the list."""
        folded, begin = fold_keeping_length(text), listed.end() - 1
        stop = _LIST_END.search(folded, begin)
        end = stop.start() if stop else len(folded)
        if unnamed := list(self._by_whole_name(text, start, key, listed, end)):
            yield from unnamed
            return
        seat = unit or listed["unit"].replace("don vi", "huyen").replace("dia phuong", "huyen")
        level = _LEVELS.get(seat, "huyen")
        wanted = "province" if level == "tinh" else "district"
        name = text[start : listed.start()].strip()
        for match in self.gazetteer.names.find(folded[begin:end]):
            ids = tuple(value for value in match.values if value[0] == wanted)
            left, right = begin + match.start, begin + match.end
            is_outer = wanted == "district" and _OUTER.search(folded[:left])
            if ids and not is_outer:
                yield Mention(start, end, name, key, seat, level, text[left:right], ids)

    def _by_whole_name(
        self, text: str, start: int, key: str, listed: re.Match[str], end: int
    ) -> Iterator[Mention]:
        """Bodies of communes, which no gazetteer has: “Công an các xã Bình Phú, Vĩnh An”."""
        unit = UNIT_NAMES.get(listed["unit"], "")
        for match in _UNKNOWN_PLACE.finditer(text, listed.end() - 1, end):
            name = f"{self.stems.names.get(key, '')} {unit} {match['place']}"
            known = self.whole.at(fold_keeping_length(name), 0)
            if known and known.end == len(name):
                yield Mention(start, end, name, ids=known.values, level=self._level(known.values))
