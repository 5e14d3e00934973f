"""Documents cited in a text: type, number, date, issuer, and the registry record they are.

“Kết luận số 65-KL/TW ngày 30/10/2019 của Ban Bí thư (khóa XII)” is one citation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bantin.catalog.documents import DocumentIndex, number_key
from bantin.importing.cleaning.printed_dates import make_date
from bantin.model import Document, Registries
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold, fold_keeping_length

# Longer types come before those they begin with.
_TYPE = (
    r"Nghị quyết liên tịch|Nghị quyết|Nghị định|Chỉ thị|Kết luận|Quyết định"
    r"|Thông tri|Thông tư liên tịch"
    r"|Thông tư|Thông báo(?: kết luận)?|Kế hoạch(?: phối hợp| liên tịch)?"
    r"|Hướng dẫn(?: liên tịch| liên ngành)?|Quy chế(?: phối hợp)?"
    r"|Chương trình(?: phối hợp| hành động)?|Công văn|Quy định|Đề án|Pháp lệnh"
    r"|Luật|Báo cáo|Công điện|Tờ trình"
    r"|NQLT|TTLT|CTPH"
)
# “65-KL/TW”, “120/2020/QH14”, “01 - CTrPH/BDVHU-CA”, “12/QĐ-UBND”: digits, then groups of letters
# with signs between them. After a space a group must look like an abbreviation or an issuer.
_NUMBER = (
    r"\d{1,4}[a-c]?(?:/\d{4})?\s?[-/]\s?[A-ZĐ][A-Za-zĐđƯư]*\d{0,2}"
    r"(?:\s?[-/&]\s?(?=[A-ZĐ]{2}|[A-ZĐ][A-Za-zđ]+/|T[uU]\b|[A-ZĐ]\d[A-ZĐ]|[A-ZĐ]-[A-ZĐ]{2})"
    r"[A-ZĐ](?:[A-Za-zĐđƯư.]|\d(?=[A-ZĐ]))*\d{0,2})*"
)
# “ngày 30/10/2019”, “30 tháng 10 năm 2019”.
_DATE = (
    r"(?:ngày\s+)?(?P<d>\d{1,2})\s*(?:[/.-]"
    r"|\s+tháng\s+)\s*(?P<m>\d{1,2})\s*(?:[/.-]|,?\s+năm\s+)\s*(?P<y>\d{4})"
)
# What may follow a number: “(ký 30/10/2019)”, “ của Ban Bí thư”, “ (khóa XII)”. The issuer ends at
# punctuation, at the next document, or at words that go on to say what the document is about.
_TAIL = (
    rf"(?:[ ,]*\(?(?:(?:ký |ban hành )?{_DATE})\)?)?"
    r"(?:[ ,]*của\s+(?P<issuer>[A-ZĐỦ][^,;.()“\"\n\d]{2,90}?)(?=\s*(?:[,;.(“\"\n]"
    rf"|và\s+(?:{_TYPE})\b|khóa|khoá|ngày|về|ban hành|quy định|$)))?"
    r"(?:[ ]*\(?[ ]*kh[oó][áa]\s+(?P<term>[IVX]+)\)?)?"
)
_CITATION = re.compile(
    rf"(?:(?P<type>{_TYPE})\s+(?:[\w\s]{{0,60}}?\b)??)?(?:số\s*:?\s*)?\b(?P<number>{_NUMBER}){_TAIL}",
    re.IGNORECASE,
)
# “Nghị định 03”, “Thông tư số 21/2019”: a number without letters, and no percentage. So short a
# citation counts only if the registry has exactly one such record.
_NUMBER_WITHOUT_LETTERS = re.compile(
    r"(?P<type>Nghị định|Thông tư liên tịch|Thông tư)\s+(?:số\s+)?(?P<number>\d{1,3}(?:/\d{4})?)"
    rf"(?![\d%.,]*\d|\s*[-/]?\s*[A-ZĐ]{{2}}){_TAIL}",
    re.IGNORECASE,
)
# “Nghị quyết liên tịch số 01”: joint documents are often cited without their letters.
_JOINT_DOCUMENT = re.compile(
    r"(?P<type>Nghị quyết liên tịch|Thông tư liên tịch)"
    rf"\s+số\s+(?P<number>\d{{1,3}})(?![\d%.,]*\d|\s*[-/]\s*[\dA-ZĐ]){_TAIL}",
    re.IGNORECASE,
)
# “Quy chế phối hợp … ký ngày 5/3/2020”: the day of a signature, which is not the day of the event.
_SIGNING = re.compile(
    rf"(?:Quy chế|Chương trình|Kế hoạch|Nghị quyết|Nghị định|Thông tư"
    rf"|Quyết định)[^.\n]{{0,80}}?\s(?:ký|ban hành|ký kết)\s+{_DATE}",
    re.IGNORECASE,
)
# Letters of a number -> type.
_TYPES_OF_SYMBOLS = {
    "NQ": "Nghị quyết", "NĐ": "Nghị định", "CT": "Chỉ thị", "KL": "Kết luận", "QĐ": "Quyết định",
    "TTR": "Thông tri", "TT": "Thông tư", "KH": "Kế hoạch", "HD": "Hướng dẫn", "QC": "Quy chế",
    "CTR": "Chương trình", "CTRPH": "Chương trình phối hợp", "CTPH": "Chương trình phối hợp",
    "NQLT": "Nghị quyết liên tịch", "TTLT": "Thông tư liên tịch", "QH": "Nghị quyết",
    "TB": "Thông báo", "CV": "Công văn", "KHPH": "Kế hoạch phối hợp", "QCPH": "Quy chế phối hợp",
    "HDLT": "Hướng dẫn liên tịch",
}  # fmt: skip
_SYMBOL = re.compile(r"[A-ZĐa-zđ]+")
_MIN_LETTERS = 2
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
# Bodies of the centre, whose numbers no province has too.
_CENTRAL_NUMBER = re.compile(r"(?:TW|QH\d+|CP|TTg|BCA|BQP)$")


@dataclass(frozen=True, slots=True)
class Citation:
    """One document as a text cites it.

    Attributes:
        term: the Party congress or assembly (khóa) whose document it is, in Roman numerals.
        evidence: the words that cite it first.
        record_ids: records it may be; one where it is certain.
        spans: offsets of all its citations, date and issuer included.
    """

    type: str
    number: str
    date: PartialDate | None = None
    issuer: str = ""
    term: str = ""
    evidence: str = ""
    record_ids: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def id(self) -> str:
        """The id of the record, where there is exactly one."""
        return self.record_ids[0] if len(self.record_ids) == 1 else ""


def find_citations(text: str, registries: Registries) -> list[Citation]:
    """Return the documents that a text cites, each once, in order."""
    index = DocumentIndex(registries.documents)
    documents: dict[str, Citation] = {}
    for citation in sorted(_all_citations(text, registries, index), key=lambda c: c.spans[0]):
        key = citation.id or _key(citation)
        key = next((k for k, other in documents.items() if _is_same(citation, other)), key)
        documents[key] = _merge(documents[key], citation) if key in documents else citation
    return list(documents.values())


def mask_citations(text: str, citations: list[Citation]) -> str:
    """Return the text with dots over its citations, so that their dates are not read as events."""
    spans = [span for citation in citations for span in citation.spans]
    spans += [match.span() for match in _SIGNING.finditer(text)]
    for start, end in spans:
        text = f"{text[:start]}{'·' * (end - start)}{text[end:]}"
    return text


def _all_citations(text: str, registries: Registries, index: DocumentIndex) -> Iterator[Citation]:
    for match in _CITATION.finditer(text):
        number = re.sub(r"\s+", "", match["number"]).rstrip(".-/")
        if _is_document_number(number):
            yield _with_records(_citation(match, number), index)
    for match in _NUMBER_WITHOUT_LETTERS.finditer(text):
        yield from _by_type(_citation(match, match["number"]), registries)
    for match in _JOINT_DOCUMENT.finditer(text):
        yield _citation(match, match["number"])
    yield from _laws(text, registries)


def _laws(text: str, registries: Registries) -> Iterator[Citation]:
    """Yield the laws of the registry that are cited by title, without a number."""
    folded = fold_keeping_length(text)
    for document in registries.documents.values():
        if document.number is not None or document.type not in _LAWS:
            continue
        # A title may repeat the type: “Luật Luật An ninh mạng”.
        name = fold(f"{document.type} {document.title or ''}").removeprefix("luat luat").strip()
        if len(name) > len("luat ") and (start := folded.find(name)) >= 0:
            end = start + len(name)
            yield Citation(
                document.type,
                "",
                evidence=text[start:end],
                record_ids=(document.id,),
                spans=((start, end),),
            )


def _is_document_number(number: str) -> bool:
    """Whether it is the number of a document; “12-3A” or “24-NAM” in running text is not."""
    symbols = _SYMBOL.findall(number)
    first = symbols[0].upper() if symbols else ""
    is_joined = len(symbols) > 1 or first.startswith("QH") or "/" in number
    has_abbreviation = first in _TYPES_OF_SYMBOLS or any(
        symbol.isupper() and len(symbol) >= _MIN_LETTERS for symbol in symbols
    )
    return len(first) >= _MIN_LETTERS and is_joined and has_abbreviation


def _citation(match: re.Match[str], number: str) -> Citation:
    date = make_date(match["y"], match["m"], match["d"]) if match["d"] else None
    issuer = " ".join((match["issuer"] or "").split())
    type_ = match["type"] or ""
    start = match.start("type") if type_ else match.start()
    return Citation(
        type=_type(type_, number),
        number=number,
        date=date,
        issuer=issuer,
        term=match["term"] or "",
        evidence=match[0],
        spans=((start, match.end()),),
    )


def _type(cited: str, number: str) -> str:
    """Return the type of a document by the word before its number and by its letters.

    Where they differ the letters win (“Thông báo số 65-KL/TW” is a Kết luận), except TT, which is
    used for several types.
    """
    symbols = _SYMBOL.findall(number)
    symbol = re.sub(r"\d", "", symbols[0]).upper() if symbols else ""
    by_symbol = _TYPES_OF_SYMBOLS.get(symbol, "")
    if not cited:
        return by_symbol
    if by_symbol and fold(cited) not in fold(by_symbol) and fold(by_symbol) not in fold(cited):
        return by_symbol if symbols[0].upper() != "TT" else cited.capitalize()
    is_cased_oddly = cited.isupper() or cited[0].islower()
    return cited.capitalize() if is_cased_oddly else cited[0] + cited[1:].lower()


def _with_records(citation: Citation, index: DocumentIndex) -> Citation:
    records = [record for record in index.find(citation.number) if _may_be(record, citation)]
    same_day = [record for record in records if record.date and record.date == citation.date]
    return replace(citation, record_ids=tuple(record.id for record in same_day or records))


def _may_be(record: Document, citation: Citation) -> bool:
    """Whether a record does not contradict a citation.

    The number of a provincial document occurs in other provinces too: without a date or an issuer
    such a citation is of no record.
    """
    if citation.term and record.term and citation.term.upper() != record.term.upper():
        return False
    if citation.date and record.date and record.date.precision == "day":
        return citation.date == record.date
    is_local = not _CENTRAL_NUMBER.search(citation.number)
    return not is_local or bool(citation.date or citation.issuer)


def _by_type(citation: Citation, registries: Registries) -> Iterator[Citation]:
    """Yield “Nghị định 03” as a citation if the registry knows exactly one such record."""
    parts = citation.number.split("/")
    records = [
        record
        for record in registries.documents.values()
        if fold(record.type).startswith(fold(citation.type))
        and record.number
        and re.split(r"[/-]", record.number)[: len(parts)] == parts
        and _may_be(record, replace(citation, number=record.number))
    ]
    if len(records) == 1:
        number = records[0].number or ""
        yield replace(citation, number=number, record_ids=(records[0].id,))


def _is_same(one: Citation, other: Citation) -> bool:
    """Whether two citations mean one document: same record or number, or a slip in the number."""
    if one.id and one.id == other.id:
        return True
    if number_key(one.number) == number_key(other.number):
        return not (one.date and other.date and one.date != other.date)
    has_same_digits = one.number.split("-")[0] == other.number.split("-")[0]
    has_same_issuer = (
        "/" in one.number and one.number.rpartition("/")[2] == other.number.rpartition("/")[2]
    )
    has_same_date = one.date is not None and one.date == other.date
    return has_same_digits and has_same_issuer and has_same_date


def _key(citation: Citation) -> str:
    return f"{number_key(citation.number)} {citation.date.iso() if citation.date else ''}"


def _merge(first: Citation, again: Citation) -> Citation:
    """Return a citation with what a later one of the same document adds."""
    return replace(
        first,
        date=first.date or again.date,
        issuer=first.issuer or again.issuer,
        term=first.term or again.term,
        record_ids=first.record_ids if first.id else again.record_ids or first.record_ids,
        spans=first.spans + again.spans,
    )
