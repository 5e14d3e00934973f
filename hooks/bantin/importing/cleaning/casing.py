"""A title set in capitals put into small letters, as far as names are known to keep theirs."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bantin.gazetteer.agency_kinds import COMMON_KINDS
from bantin.gazetteer.evidence import Finding
from bantin.gazetteer.phrases import PhraseTrie
from bantin.importing.cleaning.page import Page
from bantin.model import Registries
from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.letters import compile_cased
from bantin.vietnamese.tone import place_tones

WHY = "bài gốc viết toàn chữ in hoa; đã viết lại, hãy xem lại chữ hoa ở tên riêng"
# Names that stand in no registry and are written with a capital everywhere.
NAMES = (
    "Đảng", "Nhà nước", "Quốc hội", "Chính phủ", "Trung ương", "Việt Nam", "Bộ Chính trị",
    "Ban Bí thư", "Tổ quốc", "Mặt trận", "Bác Hồ", "Hồ Chí Minh", "Tây Nguyên", "Tây Bắc",
     "Tây Nam Bộ", "Nam Bộ", "Trung Bộ", "Campuchia", "Lào", "Nhân dân",
)  # fmt: skip
_RUN = compile_cased(r"(?<!\w)[\U][\L]*(?: [\U][\L]*)+(?!\w)")
_TOKEN = re.compile(r"\S+")
_SYLLABLE = re.compile(r"[^aeiouy\W\d]{0,3}[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
_ROMAN = re.compile(r"[IVX]{1,6}")
_STARTS = re.compile(r"(^\W*|[.?!]\s+\W*|[“\"])([^\W\d_])")
_NUMBERED = re.compile(
    r"\b(?:nghị (?:định|quyết)|chỉ thị|kết luận|quyết định|thông (?:tư|tri)|kế hoạch|đề án"
    r"|chương trình)"
    r"(?= (?:(?:liên tịch|phối hợp|hành động) )?(?:số )?\d{1,3}(?!\d))"
)
_LONG = 12


def recase(page: Page, registries: Registries) -> Page:
    """Return the page with its title in small letters, where it was all capitals."""
    title = page.title
    if not (title.value.isupper() and len(title.value) > _LONG):
        return page
    text = _small(title.value)
    for start, end, form in _known(text, registries, page):
        text = text[:start] + form + text[end:]
    text = _NUMBERED.sub(lambda match: match[0].capitalize(), text)
    text = _STARTS.sub(lambda match: match[1] + match[2].upper(), text)
    sure = "thấp" if title.confidence == "thấp" else "vừa"
    evidence = f"{title.evidence} ({WHY})"
    return replace(page, title=Finding(text, evidence, sure))  # type: ignore[arg-type]  # literals


def _small(title: str) -> str:
    return _TOKEN.sub(lambda match: match[0] if _is_sign(match[0]) else match[0].lower(), title)


def _is_sign(token: str) -> bool:
    """Whether a word is an abbreviation, a number of a document or a Roman figure."""
    bare = token.strip(".,;:()“”\"'")
    if re.search(r"\d", bare):
        return bool(re.search(r"[-/]", bare))
    return bool(_ROMAN.fullmatch(bare)) or not all(
        _SYLLABLE.fullmatch(fold(part)) for part in re.findall(r"[^\W\d_]+", bare)
    )


def _known(text: str, registries: Registries, page: Page) -> Iterator[tuple[int, int, str]]:
    """Yield where a name stands in a lowered text, with the name as it is written."""
    phrases: PhraseTrie[str] = PhraseTrie()
    for form in _forms(registries, page):
        phrases.add(form, form)
    for match in phrases.find(fold_keeping_length(text)):
        found = place_tones(text[match.start : match.end]).lower()
        form = next((f for f in match.values if place_tones(f).lower() == found), "")
        if form and len(form) == match.end - match.start:
            yield match.start, match.end, form


def _forms(registries: Registries, page: Page) -> Iterator[str]:
    """Names as they are written: of the registries, of the common list, of the text itself."""
    for agency in registries.agencies.values():
        yield from (agency.name, *agency.aliases)
    for name, spellings in COMMON_KINDS:
        yield from (name, *spellings)
    for place in (*registries.provinces.values(), *registries.districts.values()):
        yield from (place.name, *place.aliases)
    numbers = [document.number for document in registries.documents.values()]
    numbers += [program.code for program in registries.programs.values()]
    yield from filter(None, numbers)
    yield from NAMES
    for line in [*page.parts[1:], *(shot.caption for shot in page.shots)]:
        if not line.isupper():
            yield from (match[0] for match in _RUN.finditer(line) if not match[0].isupper())
