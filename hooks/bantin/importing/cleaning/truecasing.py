"""Truecasing: a title set all in capitals gets small letters, except in names.

“CÔNG AN TỈNH GIA LAI HỌP” becomes “Công an tỉnh Gia Lai họp”: names keep the capitals that the
registries, a common list or the text below the title give them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from bantin.gazetteer.agency_kinds import COMMON_KINDS
from bantin.gazetteer.evidence import Confidence, Finding
from bantin.gazetteer.phrases import PhraseTrie
from bantin.importing.cleaning.page import ImportPage
from bantin.model import Registries
from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.letters import compile_cased
from bantin.vietnamese.tone import place_tones

REASON = "bài gốc viết toàn chữ in hoa; đã viết lại, hãy xem lại chữ hoa ở tên riêng"
# Names that no registry has and that are always written with a capital.
NAMES = (
    "Đảng", "Nhà nước", "Quốc hội", "Chính phủ", "Trung ương", "Việt Nam", "Bộ Chính trị",
    "Ban Bí thư", "Tổ quốc", "Mặt trận", "Bác Hồ", "Hồ Chí Minh", "Tây Nguyên", "Tây Bắc",
     "Tây Nam Bộ", "Nam Bộ", "Trung Bộ", "Campuchia", "Lào", "Nhân dân",
)  # fmt: skip
# Two or more capitalised words in running text: “Ka Tăng”, “Trần Văn An”.
_NAME_IN_TEXT = compile_cased(r"(?<!\w)[\U][\L]*(?: [\U][\L]*)+(?!\w)")
_WORD = re.compile(r"\S+")
# A Vietnamese syllable, folded; what is none (“UBND”, “BCA”) is an abbreviation.
_SYLLABLE = re.compile(r"[^aeiouy\W\d]{0,3}[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
_ROMAN = re.compile(r"[IVX]{1,6}")
# The first letter of the title, of a sentence in it and of a quotation.
_SENTENCE_START = re.compile(r"(^\W*|[.?!]\s+\W*|[“\"])([^\W\d_])")
# Types of documents that are cited with a number, and capitalised then: “Nghị định 03”.
_DOCUMENT_TYPE = re.compile(
    r"\b(?:nghị (?:định|quyết)|chỉ thị|kết luận|quyết định|thông (?:tư|tri)|kế hoạch|đề án"
    r"|chương trình)"
    r"(?= (?:(?:liên tịch|phối hợp|hành động) )?(?:số )?\d{1,3}(?!\d))"
)
_MIN_TITLE = 12  # shorter ones may be an abbreviation as a whole


def truecase_title(page: ImportPage, registries: Registries) -> ImportPage:
    """Return the page; a title in capitals is replaced, with a remark in its evidence."""
    title = page.title
    if not (title.value.isupper() and len(title.value) > _MIN_TITLE):
        return page
    text = _WORD.sub(lambda match: lower_word(match[0]), title.value)
    for start, end, name in _names_in(text, registries, page):
        text = text[:start] + name + text[end:]
    text = _DOCUMENT_TYPE.sub(lambda match: match[0].capitalize(), text)
    text = _SENTENCE_START.sub(lambda match: match[1] + match[2].upper(), text)
    confidence: Confidence = "thấp" if title.confidence == "thấp" else "vừa"
    return replace(page, title=Finding(text, f"{title.evidence} ({REASON})", confidence))


def lower_word(word: str) -> str:
    """Return a word in small letters, but an abbreviation, number or Roman numeral as it is."""
    return word if _stays_in_capitals(word) else word.lower()


def _stays_in_capitals(word: str) -> bool:
    """Whether a word is an abbreviation, the number of a document or a Roman numeral."""
    bare = word.strip(".,;:()“”\"'")
    if re.search(r"\d", bare):
        return bool(re.search(r"[-/]", bare))
    return bool(_ROMAN.fullmatch(bare)) or not all(
        _SYLLABLE.fullmatch(fold(part)) for part in re.findall(r"[^\W\d_]+", bare)
    )


def _names_in(
    text: str, registries: Registries, page: ImportPage
) -> Iterator[tuple[int, int, str]]:
    """Yield the offsets of names in a lowered text, each with the name as it is written."""
    trie: PhraseTrie[str] = PhraseTrie()
    for name in _known_names(registries, page):
        trie.add(name, name)
    for match in trie.find(fold_keeping_length(text)):
        # The trie ignores diacritics; here they must agree, up to the place of the tone mark.
        typed = place_tones(text[match.start : match.end]).lower()
        name = next((n for n in match.values if place_tones(n).lower() == typed), "")
        if name and len(name) == match.end - match.start:
            yield match.start, match.end, name


def _known_names(registries: Registries, page: ImportPage) -> Iterator[str]:
    """Yield names as they are written: of the registries, of common lists, of the page itself."""
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
    for line in [*page.parts[1:], *(photo.caption for photo in page.photos)]:
        if not line.isupper():
            names = (match[0] for match in _NAME_IN_TEXT.finditer(line))
            yield from (name for name in names if not name.isupper())
