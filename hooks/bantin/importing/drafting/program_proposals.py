"""The programme that an article reviews or signs, where no registry has it: its name and id."""

import re
from typing import Any

from bantin.catalog.documents import number_key
from bantin.importing.cleaning.page import ImportPage
from bantin.importing.recognition.article import RecognisedArticle
from bantin.importing.recognition.meeting_types import REVIEWS
from bantin.model import Agency, Program, Registries
from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.slug import slugify
from bantin.vietnamese.spans import Span

# What programmes are called, on folded text; the first that the opening has is taken.
_KINDS = (
    ("Nghị quyết liên tịch", r"nghi quyet lien tich|nqlt"),
    ("Quy chế phối hợp", r"quy che"),
    ("Kế hoạch phối hợp", r"(?<!\w)ban ke hoach|ke hoach (?:phoi hop|lien tich|lien nganh)"),
    ("Chương trình phối hợp", r"chuong trinh(?! (?:ky|lam viec|hoi nghi|van nghe))"),
    ("Thỏa thuận phối hợp", r"thoa thuan|bien ban ghi nho|van ban lien tich|\buy thac"),
    ("Phối hợp", r"cong tac phoi hop|phoi hop[^.;\n]{0,60}giap ranh"),
)
# Behind the opening only words that surely name a programme.
_NAMED = re.compile(
    r"(?:chuong trinh|quy che|ke hoach) (?:phoi hop|lien tich|lien nganh)|nghi quyet lien tich"
)
# “Quy chế phối hợp | trong công tác dân vận | giữa …”: what it is about.
_TOPIC = re.compile(
    r"(?:chuong trinh|quy che|ke hoach|nghi quyet lien tich|thoa thuan)(?: phoi hop)?"
    r"(?: (?:cong tac|hoat dong))?(?: so [\w/-]+)?"
    r" (?P<topic>(?:ve|trong|thuc hien|bao dam|dam bao|tuyen truyen|van dong|cong tac"
    r"|day manh|nang cao|xay dung|bao ve|phong,? chong|quan ly|giao duc)\b[^.;:\n\"“”()]{8,140}?)"
    r"(?= giua|,? giai doan| theo | nam \d{4}| tren dia ban|[.;:\n\"“”()]|$)"
)
_MEETINGS = ("ky-ket", "so-ket", "tong-ket", "giao-ban", "danh-gia", "trien-khai", "kiem-tra")
_MIN_PARTIES = 2
_OPEN_END = 9999  # of a period without a last year
_MAX_SHORT = 60


def program_fields(
    article: RecognisedArticle, known: Registries
) -> tuple[dict[str, Any], str] | None:
    """Return the fields of a programme and the words it was made from; None where none is needed.

    Args:
        article: recognised with the agencies that were proposed for it.
        known: the registries with those.
    """
    parties = [finding.value.id for finding in article.agencies if finding.value.id]
    types = {finding.value for finding in article.types}
    if len(parties) < _MIN_PARTIES or not types.intersection(_MEETINGS):
        return None
    above = _implemented(article, known, parties)
    kind = _kind(article.page)
    if _is_known(article, known, parties) or not (kind or above):
        return None
    period = _period(article)
    name, short = _names(article, known, parties, kind or "Phối hợp", above, period)
    fields = {
        "id": slugify(
            short
            if not period or str(period.first_year) in short
            else f"{short} {period.first_year}",
            _MAX_SHORT,
        ),
        "name": name,
        "short": short,
        "parties": parties,
        "period": period.iso() if period else "",
        "renews": _renewed(known, parties, period),
        "implements": above.id if above else "",
    }
    words = [f.shown for f in article.periods[:1]] + [f.shown for f in article.agencies[:2]]
    evidence = " | ".join(dict.fromkeys(words))
    return None if fields["id"] in known.programs else (fields, evidence)


def _is_known(article: RecognisedArticle, known: Registries, parties: list[str]) -> bool:
    """Whether a programme found covers these parties; one of the centre alone does not.

    Neither does one that has run out, where these parties sign the next after reviewing it.
    """
    types = {finding.value for finding in article.types}
    signed = _period(article) if "ky-ket" in types and types.intersection(REVIEWS) else None
    for finding in article.programs:
        program = known.programs[finding.value]
        if (
            signed
            and program.period
            and (program.period.last_year or _OPEN_END) < signed.first_year
        ):
            continue
        own = {party.id for party in program.parties}
        named = {fold(party.name) for party in program.parties if party.name}
        met = {fold(known.agencies[id_].name) for id_ in parties}
        if not own or own.intersection(parties) or named & met:
            return True
    return False


def _kind(page: ImportPage) -> str:
    """Return what kind of programme the article names, first in its opening."""
    named = [match[0] for part in page.parts if (match := _NAMED.search(fold(part)))]
    texts = (fold(page.opening), *named)
    kinds = (name for text in texts for name, words in _KINDS if re.search(words, text))
    return next(kinds, "")


def _implemented(
    article: RecognisedArticle, known: Registries, parties: list[str]
) -> Program | None:
    """Return the programme of the centre that is cited, where those who met are not its parties."""
    numbers = {number_key(citation.number) for citation in article.citations}
    cited = (p for p in known.programs.values() if p.code and number_key(p.code) in numbers)
    return next((p for p in cited if _is_central(p, known) and not _shares(p, parties)), None)


def _is_central(program: Program, known: Registries) -> bool:
    ids = [party.id for party in program.parties if party.id]
    return bool(ids) and all(known.agencies[id_].level == "trung-uong" for id_ in ids)


def _shares(program: Program, parties: list[str]) -> bool:
    return any(party.id in parties for party in program.parties)


def _period(article: RecognisedArticle) -> Span | None:
    """Return the period that is signed, of several the latest; else the only one named."""
    periods = [finding.value for finding in article.periods]
    if not periods:
        return None
    is_signing = "ky-ket" in [finding.value for finding in article.types]
    return max(periods, key=lambda p: p.first_year) if is_signing else periods[0]


def _names(  # noqa: PLR0913, PLR0917 - all that a name is made of
    article: RecognisedArticle,
    known: Registries,
    parties: list[str],
    kind: str,
    above: Program | None,
    period: Span | None,
) -> tuple[str, str]:
    """Return the full name of a programme and its short name."""
    agencies = [known.agencies[id_] for id_ in parties]
    years = f", giai đoạn {period.label}" if period else ""
    among = ", ".join(a.name for a in agencies[:-1]) + f" và {agencies[-1].name}"
    place = _place(article, known, agencies)
    tail = f"{place} {period.label}" if period else place
    if above:
        return (
            f"Phối hợp giữa {among} thực hiện {_cited_name(article, above)}{years}",
            f"{above.label.split(':')[0]}{tail}",
        )
    topic = _topic(article.page.opening)
    between = " – ".join(a.short or a.name for a in agencies[:2])
    return f"{kind} {topic}giữa {among}{years}", f"{kind}: {between}{tail}"


def _place(article: RecognisedArticle, known: Registries, agencies: list[Agency]) -> str:
    """Return where a programme is: the district of all its parties, else the only province."""
    provinces = [known.provinces[finding.value].name for finding in article.provinces]
    districts = {agency.district or "" for agency in agencies}
    district = known.districts.get(districts.pop()) if len(districts) == 1 else None
    if district:
        return f" tại {district.full_name}"
    return f" tại {provinces[0]}" if len(provinces) == 1 else ""


def _cited_name(article: RecognisedArticle, program: Program) -> str:
    number = number_key(program.code or "")
    cited = next(c for c in article.citations if number_key(c.number) == number)
    return f"{cited.type} {cited.number}".strip()


def _topic(opening: str) -> str:
    match = _TOPIC.search(fold_keeping_length(opening))
    return f"{opening[match.start('topic') : match.end('topic')].strip()} " if match else ""


def _renewed(known: Registries, parties: list[str], period: Span | None) -> str:
    """Return the id of the same parties' last programme before a period, or an empty text."""
    if period is None:
        return ""
    earlier = [
        program
        for program in known.programs.values()
        if {party.id for party in program.parties} == set(parties)
        and program.period
        and program.period.first_year < period.first_year
    ]
    return max(earlier, key=lambda p: p.period.first_year if p.period else 0).id if earlier else ""
