"""Kinds of meeting, the time under review, and the terms of programmes."""

import re
from collections.abc import Iterator

from bantin.gazetteer.evidence import Finding, words_around
from bantin.model.article import MeetingType
from bantin.vietnamese.fold import fold_keeping_length
from bantin.vietnamese.spans import Span, parse_span

# On folded text; a cue must say that the meeting is of this kind, not that a task is.
_KINDS: tuple[tuple[MeetingType, re.Pattern[str]], ...] = (
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
            r"|quan triet, )?trien khai\b|\bva trien khai (?:ke hoach|chuong trinh"
            r"|nhiem vu|phuong huong|cong tac)"
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
_PAST = re.compile(
    r"\b(?:sau|tu khi|ke tu khi|qua|sau khi|theo)\s+(?:\w+ ){0,4}$|\b(?:da|duoc"
    r"|da duoc|truoc khi)\s+$"
    r"|\b(?:noi dung|cac ben|chuong trinh|quy che|ke hoach) (?:da |duoc "
    r"|da duoc )?$|\btien toi (?:\w+ ){0,3}$|\bchuan bi (?:\w+ ){0,4}$"
)

# “giữa kỳ chương trình” folds as “ký chương trình” does.
_OTHER_TONE = re.compile("k[ỳỷỹỵìỉĩị]", re.IGNORECASE)
# Told where no surer word is.
_ELSE: tuple[tuple[MeetingType, re.Pattern[str]], ...] = (
    (
        "trien-khai",
        re.compile(r"\A(?:.* )?trien khai (?:\w+ ){0,2}(?:chuong trinh|ke hoach|quy che)"),
    ),
    ("danh-gia", re.compile(r"\b(?:hoi nghi|hop|buoi hop) (?:kiem diem|ra soat|nhin lai)\b")),
    ("khac", re.compile(r"\b(?:buoi lam viec|lam viec voi|hoi dam)\b")),
)

_YEARS = (
    r"(?P<a>(?:19|20)\d{2})\s*(?:[-–—]|đến(?:\s+năm)?|\s{2,}|->)\s*(?:năm\s+)?(?P<b>(?:19|20)\d{2})"
)
_TERM = re.compile(
    rf"(?=\S)(?:(?P<cue>giai đoạn|nhiệm kỳ|thời kỳ|từ năm|từ|trong các năm|các năm|\(|,"
    rf"|năm)\s*)?(?P<open>\()?{_YEARS}(?![-/\d])",
    re.IGNORECASE,
)
_YEARS_COUNTED = re.compile(
    r"\b(?:\d{1,2}|một|hai|ba|bốn|năm|mười)\s+năm\b(?!\s+\d{4})[^.;]*$", re.IGNORECASE
)
_NAMED = re.compile(r"\b(?:phối hợp|quy chế|liên tịch|chương trình)\s+$", re.IGNORECASE)
_OPEN_TERM = re.compile(
    r"\bphối hợp\b[^.\n]{0,80}\btừ năm (?P<a>20\d{2}) (?:trở đi"
    r"|và những năm tiếp theo|và các năm tiếp theo)",
    re.IGNORECASE,
)
_OTHER_PROGRAM = re.compile(
    r"mục tiêu quốc gia|đại hội|hđnd|hội đồng nhân dân|bầu cử|khóa|khoá|quy hoạch|chiến lược|đề án",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"phối hợp|quy chế|liên tịch|kế hoạch liên ngành|chương trình số|chương trình \d+"
    r"|(?:sơ kết|tổng kết|ký kết)[^.\n]{0,60}\bchương trình\s*$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    rf"giai đoạn\s+{_YEARS}[^.\n]{{0,120}}?\b(?:sẽ|tiếp tục)\b|(?:trong"
    rf"|thời gian tới)[^.\n]{{0,40}}giai đoạn\s+(?P<c>(?:19"
    rf"|20)\d{{2}})\s*[-–]\s*(?P<e>\d{{4}})",
    re.IGNORECASE,
)
_REVIEW = (
    r"(?:sơ kết|tổng kết|đánh giá|nhìn lại|kiểm điểm|giao ban|kiểm tra|báo cáo kết quả|kết quả)"
)
_COUNT = re.compile(
    r"\b(?P<n>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: lăm"
    r"| năm)?)\s+năm\b(?!\s+\d{4})(?=\s*(?:\(|thực hiện|triển khai|phối hợp"
    r"|ký kết|hoạt động|qua|công tác|chương trình|quy chế|nghị|việc|xây dựng"
    r"|[,.\n]|$))",
    re.IGNORECASE,
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6,
            "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười lăm": 15}  # fmt: skip
_PART = re.compile(
    r"(?:quý\s+(?P<q>IV|I{1,3}|[1-4])\s*[,/]?\s*(?:năm\s+)?(?P<qy>20\d{2})|(?:6"
    r"|06|sáu)\s+tháng\s+(?P<h>đầu|cuối)\s+năm\s+(?P<hy>20\d{2})"
    r"|(?P<n>\d{1,2})\s+tháng\s+(?:đầu\s+)?năm\s+(?P<ny>20\d{2}))",
    re.IGNORECASE,
)
_QUARTERS = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_NEXT = re.compile(
    r"ký kết|kí kết|triển khai|phương hướng|nhiệm vụ|và ký|kế hoạch (?:phối hợp )?năm",
    re.IGNORECASE,
)


def find_types(opening: str) -> list[Finding[MeetingType]]:
    """Return the kinds of meeting in the order in which the opening names them."""
    folded = fold_keeping_length(opening)
    found: list[tuple[int, Finding[MeetingType]]] = []
    for kind, pattern in _KINDS:
        matches = [
            m
            for m in pattern.finditer(folded)
            if not _PAST.search(folded[max(0, m.start() - 40) : m.start()])
            and not _OTHER_TONE.match(opening, m.start())
        ]
        if matches:
            start = matches[0].start()
            words = words_around(opening, start, matches[0].end(), 30, 50)
            found.append(
                (start, Finding(kind, words, "cao" if opening.find("\n") > start else "vừa"))
            )
    for kind, pattern in _ELSE if not found else ():
        if match := pattern.search(folded):
            return [
                Finding(kind, words_around(opening, match.start(), match.end(), 30, 50), "thấp")
            ]
    return [finding for _, finding in sorted(found, key=lambda pair: pair[0])]


def find_terms(parts: list[str]) -> list[Finding[Span]]:
    """Return the terms of joint programmes, those of the opening first."""
    found: dict[str, Finding[Span]] = {}
    for number, part in enumerate(parts):
        for match, span in _spans(part):
            before = part[max(0, match.start() - 400) : match.start()].rpartition(". ")[2]
            nearest = max((m.end() for m in _JOINT.finditer(before)), default=-1)
            other = max((m.end() for m in _OTHER_PROGRAM.finditer(before)), default=-1)
            if nearest > other and not _counted(part, match):
                words = words_around(part, match.start(), match.end(), 60, 0)
                found.setdefault(span.iso(), Finding(span, words, "cao" if number < 3 else "vừa"))  # noqa: PLR2004 - the opening
    return list(found.values())


def _spans(part: str) -> Iterator[tuple[re.Match[str], Span]]:
    for match in _TERM.finditer(part):
        span = parse_span(f"{match['a']}-{match['b']}")
        is_told = match["cue"] or match["open"] or _NAMED.search(part[: match.start()][-20:])
        if span and is_told and match["a"] != match["b"]:
            yield match, span


def _counted(part: str, match: re.Match[str]) -> bool:
    """Whether the years only spell out “02 năm (2021-2022)”, “4 năm thực hiện … (2013-2017)”."""
    before = part[: match.start()]
    is_aside = match["open"] or match["cue"] == "("
    return bool(
        (re.search(r"\d+ năm\s*[,(]?$", before) and (match["cue"] or "(") in "(,")
        or (is_aside and _YEARS_COUNTED.search(before[-160:]))
    )


def find_future_start(text: str, running: list[Finding[Span]]) -> int | None:
    """Return the first year of a term that the text speaks of as still to come."""
    known = {finding.value.first_year for finding in running}
    starts = []
    for match in _FUTURE.finditer(text):
        year = int(match["a"] or match["c"])
        if year not in known:
            starts.append(year)
    return min(starts, default=None)


def find_covers(
    parts: list[str], terms: list[Finding[Span]], year: int | None
) -> Finding[Span | str] | None:
    """Return the time under review, as years where the text allows."""
    for part in parts[:3]:
        if found := _explicit(part) or _by_year(part):
            return found
    for part in parts[:3]:
        if found := _counted_years(part, terms, year):
            return found
    return next(filter(None, map(_told_of_year, parts[:3])), None)


def _told_of_year(part: str) -> Finding[Span | str] | None:
    """“Năm 2023, các đơn vị đã …”: the year that the report speaks of in the past."""
    match = re.search(
        r"\b(?:trong )?năm (?P<y>20\d{2}), (?:các|hai|\d+)[^.,\n]{2,60} đã\b", part, re.IGNORECASE
    )
    span = parse_span(match["y"]) if match else None
    return Finding(span, match[0], "thấp") if match and span else None


def _explicit(part: str) -> Finding[Span | str] | None:
    cue = re.search(_REVIEW, part, re.IGNORECASE)
    if cue is None:
        return None
    if match := _PART.search(part, cue.start()):
        return Finding(_part_span(match), part[cue.start() : match.end()], "cao")
    listed = re.compile(rf"năm\s*\(\s*(?:từ\s+)?(?:năm\s+)?{_YEARS}\s*\)").search(part, cue.start())
    if listed and (span := parse_span(f"{listed['a']}-{listed['b']}")):
        return Finding(span, part[cue.start() : listed.end()], "cao")
    if "tổng kết" in cue[0].lower() or re.search("tổng kết", part, re.IGNORECASE):
        start = re.search("tổng kết", part, re.IGNORECASE)
        for match, span in _spans(part):
            before = part[start.end() if start else 0 : match.start()]
            if start and match.start() > start.start() and not _NEXT.search(before):
                return Finding(span, part[start.start() : match.end()], "cao")
    return None


def _part_span(match: re.Match[str]) -> Span | str:
    if match["q"]:
        quarter = _QUARTERS.get(match["q"].upper(), match["q"])
        return parse_span(f"{match['qy']}-Q{quarter}") or match[0]
    if match["h"]:
        return (
            parse_span(f"{match['hy']}-H{'1' if match['h'].lower() == 'đầu' else '2'}") or match[0]
        )
    return parse_span(f"{match['ny']}-01/{match['ny']}-{int(match['n']):02}") or match[0]


def _by_year(part: str) -> Finding[Span | str] | None:
    """“Sơ kết … năm 2021 và ký kết kế hoạch … năm 2022”: the first year, before what is next."""
    for cue in re.finditer(_REVIEW, part, re.IGNORECASE):
        after = part[cue.end() : cue.end() + 220].split("\n", maxsplit=1)[0]
        match = re.search(r"\bnăm\s+(?P<y>20\d{2})(?!\s*[-–]|/)", after)
        between = after[: match.start()] if match else ""
        is_date = match and re.search(r"tháng \d{1,2}[, ]*$", between)
        if (
            match
            and not is_date
            and not _NEXT.search(between)
            and not re.search(r"[.;]\s|giai đoạn", between)
        ):
            span = parse_span(match["y"])
            if span:
                return Finding(span, part[cue.start() : cue.end() + match.end()], "cao")
    return None


def _counted_years(
    part: str, terms: list[Finding[Span]], year: int | None
) -> Finding[Span | str] | None:
    match = _COUNT.search(part)
    if match is None or not re.search(
        _REVIEW + r"|sau|qua|trong", part[: match.start()][-60:], re.IGNORECASE
    ):
        return None
    words = match["n"].lower()
    count = int(words) if words.isdigit() else _NUMBERS.get(words, 0)
    term = terms[0].value if len(terms) == 1 else None
    if term and count and term.last_year:
        end = term.first_year + count - 1
        if end <= term.last_year and (year is None or end in (year, year - 1)):
            return Finding(
                Span(term.first_year, end), f"{match[0]} của giai đoạn {term.label}", "thấp"
            )
    return Finding(
        f"{count or words} năm", words_around(part, match.start(), match.end(), 40, 20), "vừa"
    )
