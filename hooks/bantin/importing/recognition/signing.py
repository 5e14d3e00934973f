"""A programme signed at the end of a meeting, which only the body of an article tells."""

import re

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.printed_dates import make_date
from bantin.model.article import MeetingType
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold_keeping_length

# On folded text. “Dịp này, …”, “Tại hội nghị, …”, “Hai cơ quan cũng …” — then the signing.
_SIGNED = re.compile(
    r"(?:^|[.;!?]\s+)(?P<sentence>(?:(?:tai|ket thuc|cuoi|sau|trong khuon kho|nhan dip|ben le"
    r"|ngay sau) (?:\w+ ){0,2}(?:hoi nghi|buoi|le|dip|chuong trinh|do)\b"
    r"|(?:cung )?(?:nhan )?dip nay"
    r"|(?:cac|hai|ba|bon|nam|dai dien|lanh dao|thu truong) [^.;\n]{2,80}?"
    r"\b(?:cung|dong thoi|tiep tuc|tien hanh))"
    r"[^.;\n]{0,120}?\bk[yi] (?:ket |moi |tiep |lai |ban hanh )?(?:va trien khai )?(?:cac |ban )?"
    r"(?P<what>chuong trinh|quy che|ke hoach|thoa thuan|nghi quyet lien tich|bien ban ghi nho"
    r"|phoi hop|giai doan)\b(?P<behind>[^.;\n]{0,160}))"
)
# What is to be signed, or was before: “sẽ ký kết”, “đã ký năm 2019”, “ký … trước ngày 30/11”.
_NOT_NOW = re.compile(
    r"\b(?:se|du kien|chuan bi|tien toi|du thao|trinh|cho|san sang|de nghi|truoc do|truoc day"
    r"|tu khi|sau khi|theo|duoc|thuc hien|thong nhat|nhat tri|de xuat|huong toi)\s+(?:\w+ ){0,3}$"
)
_TO_COME = re.compile(
    r"\b(?:ky toi|thoi gian toi|trong quy|truoc ngay|vao (?:quy|thang|cuoi|dau))\b"
)
_OTHER_TONE = re.compile(r"k[ỳỷỹỵìỉĩị]", re.IGNORECASE)
_SIGNED_ON = re.compile(
    r"\b[Kk][ýí](?: kết)? (?:Quy chế|Chương trình|Kế hoạch|Thỏa thuận|Nghị quyết liên tịch"
    r"|quy chế|chương trình|kế hoạch)[^.;\n]{0,100}?\bngày (?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-]"
    r"(?P<y>\d{4})"
)
_BEFORE_NOW = re.compile(
    r"(?:\bđã|\bđược|\bsau khi|\btừ khi|[Tt]hực hiện|[Tt]heo|[Cc]ăn cứ)\b[^.]{0,60}$"
)
_YEAR = re.compile(r"\bnam (?P<year>20\d{2})\b")


def find_signing(parts: list[str], year: int | None) -> list[Finding[MeetingType]]:
    """Return “ký kết” if the body says that a programme was signed at this meeting.

    Args:
        parts: paragraphs behind the opening.
        year: of the event.
    """
    for part in parts:
        folded = fold_keeping_length(part)
        for match in _SIGNED.finditer(folded):
            words = part[match.start("sentence") : match.end("sentence")]
            if _is_now(folded, part, match, year):
                return [Finding("ky-ket", words, "vừa")]
    return []


def signing_day(opening: str) -> Finding[PartialDate] | None:
    """Return the day of what was signed, where an opening names no other day of the event.

    “A và B ký Quy chế phối hợp số 888/QCPH ngày 24/6/2019 về …”
    """
    for line in opening.split("\n"):
        match = _SIGNED_ON.search(line)
        if match is None or _BEFORE_NOW.search(line[: match.start()]):
            continue
        if date := make_date(match["y"], match["m"], match["d"]):
            return Finding(date, f"{match[0]}: ngày của văn bản được ký", "thấp")
    return None


def _is_now(folded: str, part: str, match: re.Match[str], year: int | None) -> bool:
    sentence = match["sentence"]
    cue = next(m for m in re.finditer(r"\bk[yi] ", sentence) if m.start() < match.start("what"))
    start = match.start("sentence") + cue.start()
    years = [int(one["year"]) for one in _YEAR.finditer(sentence, 0, cue.start())]
    is_earlier = bool(year) and any(one < (year or 0) for one in years)
    is_noun = _OTHER_TONE.match(part, start)
    is_to_come = _NOT_NOW.search(folded[:start]) or _TO_COME.search(match["behind"])
    return not (is_earlier or is_noun or is_to_come)
