"""Kinds of meeting that an opening names: sơ kết, tổng kết, ký kết, giao ban and others."""

import re

from bantin.gazetteer.evidence import Confidence, Finding, words_around
from bantin.model.article import MeetingType
from bantin.vietnamese.fold import fold_keeping_length
from bantin.vietnamese.spans import Span

# Patterns are for folded text. They must say that the meeting is of this kind, not that a task is:
# “tổng kết kinh nghiệm” or “triển khai kế hoạch” are tasks.
_TYPES: tuple[tuple[MeetingType, re.Pattern[str]], ...] = (
    ("so-ket", re.compile(r"\bso ket\b(?!, tong ket| cac | tong ket cac)|\bso, tong ket\b")),
    ("tong-ket", re.compile(r"\btong ket\b(?! cac van ban| kinh nghiem| thuc tien)")),
    (
        "ky-ket",
        re.compile(
            r"\b(?:ky|ki) ket\b(?! (?:hop dong|va dang ky))|\ble ky\b|\bky (?:moi |tiep "
            r"|lai |ban hanh )?"
            r"(?:cac )?(?:chuong trinh|quy che|ke hoach|nghi quyet lien tich|thoa thuan"
            r"|bien ban|ghi nho|phoi hop|giao uoc)"
        ),
    ),
    ("giao-ban", re.compile(r"\bgiao ban\b")),
    (
        "trien-khai",
        re.compile(
            r"\b(?:hoi nghi|le|buoi le) (?:ra quan )?(?:ky ket va |so ket, |tong ket, "
            r"|quan triet, )?trien khai\b|(?:\bva|,|;) (?:ban |thao luan |thong qua )?trien khai "
            r"(?:ke hoach|chuong trinh|nhiem vu|phuong huong|cong tac|quy che)"
        ),
    ),
    (
        "kiem-tra",
        re.compile(
            r"\bdoan (?:cong tac )?(?:lien nganh )?kiem tra\b"
            r"|^[^.\n]{0,80}\bkiem tra (?:viec|ket qua|cong tac|tinh hinh|thuc hien"
            r"|nghi dinh|lien nganh)|\b(?:hoi nghi|buoi) kiem tra\b",
            re.MULTILINE,
        ),
    ),
    ("toa-dam", re.compile(r"\btoa dam\b|\bhoi thao\b")),
    (
        "danh-gia",
        re.compile(
            r"\b(?:hoi nghi|hop|buoi hop|to chuc) (?:giao ban,? )?danh gia\b"
            r"|^[^.\n]{0,60}\bdanh gia (?:ket qua|\d+ nam|mot nam|viec thuc hien"
            r"|cong tac phoi hop)",
            re.MULTILINE,
        ),
    ),
)
# What a meeting says of itself that has no other word for looking back: “… cùng đánh giá kết quả”;
# not what a speaker did.
_LOOKING_BACK = re.compile(
    r"\bdanh gia (?:lai |giua ky |tong the )?(?:ket qua|viec|thuc hien|cong tac|tinh hinh|hieu qua"
    r"|chuong trinh|quy che|ke hoach|phoi hop|\d+ nam|(?:mot|hai|ba|bon|nam|muoi) nam)\b"
)
_SPEAKING = re.compile(r"\b(?:phat bieu|ghi nhan|nhan manh|yeu cau|de nghi|cho biet)\b[^.\n]*$")
REVIEWS = ("so-ket", "tong-ket", "giao-ban", "danh-gia", "kiem-tra")
# “Hai bên | đã | tổng kết …”: an earlier meeting, or this one where the opening names no other.
_DONE = re.compile(r"\bda $")
# Words before a cue that make it an earlier event or a task: “sau khi ký kết”, “đã tổng kết”,
# “chuẩn bị tổng kết”, “nội dung ký kết”.
_NOT_THIS_MEETING = re.compile(
    r"\b(?:sau|tu khi|ke tu khi|qua|sau khi|theo)\s+(?:\w+ ){0,4}$|\b(?:da|duoc"
    r"|da duoc|truoc khi)\s+$"
    r"|\b(?:noi dung|cac ben|chuong trinh|quy che|ke hoach) (?:da |duoc "
    r"|da duoc )?$|\btien toi (?:\w+ ){0,3}$|\bchuan bi (?:\w+ ){0,4}$"
    r"|\b(?:che do|duy tri|se|du kien|de nghi) (?:\w+ ){0,3}$|\b(?:thong nhat|nhat tri|dong y) $"
    r"|\b(?:\d+|mot|hai|ba|bon|nam|muoi) nam $"
)
# “giữa kỳ chương trình” folds as “ký chương trình” does; these are the other tones of “ký”.
_OTHER_TONE = re.compile("k[ỳỷỹỵìỉĩị]", re.IGNORECASE)
# Weaker cues, which count only if there is none of the above.
_WEAK_TYPES: tuple[tuple[MeetingType, re.Pattern[str]], ...] = (
    (
        "trien-khai",
        re.compile(r"\A(?:.* )?trien khai (?:\w+ ){0,2}(?:chuong trinh|ke hoach|quy che)"),
    ),
    (
        "danh-gia",
        re.compile(r"\b(?:hoi nghi|hop|buoi hop) (?:kiem diem|ra soat|nhin lai|rut kinh nghiem)\b"),
    ),
    ("khac", re.compile(r"\b(?:buoi lam viec|lam viec voi|hoi dam)\b")),
)


def find_meeting_types(opening: str) -> list[Finding[MeetingType]]:
    """Return the kinds of meeting in the order in which the opening names them."""
    folded = fold_keeping_length(opening)
    types: list[tuple[int, Finding[MeetingType]]] = []
    for type_, pattern in _TYPES:
        match = next((m for m in pattern.finditer(folded) if _is_cue(m, opening, folded)), None)
        if match:
            confidence: Confidence = "cao" if opening.find("\n") > match.start() else "vừa"
            words = words_around(opening, match.start(), match.end(), 30, 50)
            types.append((match.start(), Finding(type_, words, confidence)))
    found = [finding for _, finding in sorted(types, key=lambda pair: pair[0])]
    if not {finding.value for finding in found}.intersection(REVIEWS):
        found += _looking_back(opening, folded)
    return found or _weak_types(opening, folded)


def _looking_back(opening: str, folded: str) -> list[Finding[MeetingType]]:
    for match in _LOOKING_BACK.finditer(folded):
        if _is_cue(match, opening, folded) and not _SPEAKING.search(folded[: match.start()]):
            words = words_around(opening, match.start(), match.end(), 30, 50)
            return [Finding("danh-gia", words, "vừa")]
    return []


def _weak_types(opening: str, folded: str) -> list[Finding[MeetingType]]:
    """Return a kind by words that tell of it only where no others do."""
    done = (
        (type_, match)
        for type_, pattern in _TYPES
        for match in pattern.finditer(folded)
        if _DONE.search(folded[: match.start()]) and not _OTHER_TONE.match(opening, match.start())
    )
    weak = ((type_, m) for type_, pattern in _WEAK_TYPES if (m := pattern.search(folded)))
    for type_, match in (*done, *weak):
        words = words_around(opening, match.start(), match.end(), 30, 50)
        return [Finding(type_, words, "thấp")]
    return []


def _is_cue(match: re.Match[str], opening: str, folded: str) -> bool:
    before = folded[max(0, match.start() - 40) : match.start()]
    return not _NOT_THIS_MEETING.search(before) and not _OTHER_TONE.match(opening, match.start())


def with_reviewed_term(
    types: list[Finding[MeetingType]], periods: list[Finding[Span]]
) -> list[Finding[MeetingType]]:
    """Return the kinds of a meeting, with “tổng kết” where a term that has ended is reported too.

    “… ký kết chương trình 2023-2026. 5 năm của giai đoạn 2018-2023 đã …” looks back as well.
    """
    kinds = {finding.value for finding in types}
    if "ky-ket" not in kinds or kinds & {"so-ket", "tong-ket", "danh-gia"} or len(periods) < 2:  # noqa: PLR2004 - the ended term and the new
        return types
    signed = max(periods, key=lambda one: one.value.first_year)
    ended = [
        one
        for one in periods
        if one.value.last_year and one.value.last_year <= signed.value.first_year
    ]
    return [*types, Finding("tong-ket", ended[0].evidence, "thấp")] if ended else types
