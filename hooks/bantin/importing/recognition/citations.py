"""Documents cited in a text: number, type, date, issuer, and the record they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bantin.catalog.documents import DocumentIndex, number_key
from bantin.importing.cleaning.printed_dates import make_date
from bantin.model import Document, Registries
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold, fold_keeping_length

_TYPE = (
    r"Nghị quyết liên tịch|Nghị quyết|Nghị định|Chỉ thị|Kết luận|Quyết định"
    r"|Thông tri|Thông tư liên tịch"
    r"|Thông tư|Thông báo(?: kết luận)?|Kế hoạch(?: phối hợp| liên tịch)?"
    r"|Hướng dẫn(?: liên tịch| liên ngành)?|Quy chế(?: phối hợp)?"
    r"|Chương trình(?: phối hợp| hành động)?|Công văn|Quy định|Đề án|Pháp lệnh"
    r"|Luật|Báo cáo|Công điện|Tờ trình"
    r"|NQLT|TTLT|CTPH"
)
_NUMBER = (
    r"\d{1,4}[a-c]?(?:/\d{4})?\s?[-/]\s?[A-ZĐ][A-Za-zĐđƯư]*\d{0,2}"
    r"(?:\s?[-/&]\s?(?=[A-ZĐ]{2}|[A-ZĐ][A-Za-zđ]+/|T[uU]\b)[A-ZĐ][A-Za-zĐđƯư.]*\d{0,2})*"
)
_DATE = (
    r"(?:ngày\s+)?(?P<d>\d{1,2})\s*(?:[/.-]"
    r"|\s+tháng\s+)\s*(?P<m>\d{1,2})\s*(?:[/.-]|,?\s+năm\s+)\s*(?P<y>\d{4})"
)
_TAIL = (
    rf"(?:[ ,]*\(?(?:(?:ký |ban hành )?{_DATE})\)?)?"
    r"(?:[ ,]*của\s+(?P<issuer>[A-ZĐỦ][^,;.()“\"\n\d]{2,90}?)(?=\s*(?:[,;.(“\"\n]"
    rf"|và\s+(?:{_TYPE})\b|khóa|khoá|ngày|về|ban hành|quy định|$)))?"
    r"(?:[ ]*\(?[ ]*kh[oó][áa]\s+(?P<term>[IVX]+)\)?)?"
)
_CITED = re.compile(
    rf"(?:(?P<type>{_TYPE})\s+(?:[\w\s]{{0,60}}?\b)??)?(?:số\s*:?\s*)?\b(?P<number>{_NUMBER}){_TAIL}",
    re.IGNORECASE,
)
_TYPE_ONLY = re.compile(
    r"(?P<type>Nghị định|Thông tư liên tịch|Thông tư)\s+(?:số\s+)?(?P<number>\d{1,3}(?:/\d{4})?)"
    rf"(?![\d%.,]*\d|\s*[-/]?\s*[A-ZĐ]{{2}}){_TAIL}",
    re.IGNORECASE,
)
_JOINT_ONLY = re.compile(
    r"(?P<type>Nghị quyết liên tịch|Thông tư liên tịch)"
    rf"\s+số\s+(?P<number>\d{{1,3}})(?![\d%.,]*\d|\s*[-/]\s*[\dA-ZĐ]){_TAIL}",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"(?:Quy chế|Chương trình|Kế hoạch|Nghị quyết|Nghị định|Thông tư"
    rf"|Quyết định)[^.\n]{{0,80}}?\s(?:ký|ban hành|ký kết)\s+{_DATE}",
    re.IGNORECASE,
)
_SUFFIX_TYPES = {
    "NQ": "Nghị quyết", "NĐ": "Nghị định", "CT": "Chỉ thị", "KL": "Kết luận", "QĐ": "Quyết định",
    "TTR": "Thông tri", "TT": "Thông tư", "KH": "Kế hoạch", "HD": "Hướng dẫn", "QC": "Quy chế",
    "CTR": "Chương trình", "CTRPH": "Chương trình phối hợp", "CTPH": "Chương trình phối hợp",
    "NQLT": "Nghị quyết liên tịch", "TTLT": "Thông tư liên tịch", "QH": "Nghị quyết",
    "TB": "Thông báo", "CV": "Công văn", "KHPH": "Kế hoạch phối hợp", "QCPH": "Quy chế phối hợp",
    "HDLT": "Hướng dẫn liên tịch",
}  # fmt: skip
_SYMBOL = re.compile(r"[A-ZĐa-zđ]+")
_MIN_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Citation:
    """One document as a text cites it.

    Attributes:
        known: records it may be; one where it is certain.
        spans: where it stands, its date and issuer included.
    """

    type: str
    number: str
    date: PartialDate | None = None
    issuer: str = ""
    term: str = ""
    evidence: str = ""
    known: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def id(self) -> str:
        """The id of the record, where there is exactly one."""
        return self.known[0] if len(self.known) == 1 else ""


def find_citations(text: str, registries: Registries) -> list[Citation]:
    """Return the documents a text cites, each once, in order."""
    index = DocumentIndex(registries.documents)
    found: dict[str, Citation] = {}
    for citation in sorted(_all(text, registries, index), key=lambda c: c.spans[0]):
        key = citation.id or _key(citation)
        key = next((k for k, other in found.items() if _same(citation, other)), key)
        found[key] = _merged(found[key], citation) if key in found else citation
    return list(found.values())


def mask(text: str, citations: list[Citation]) -> str:
    """Return the text with everything that belongs to a citation blanked, places kept."""
    spans = [span for citation in citations for span in citation.spans]
    spans += [match.span() for match in _SIGNED.finditer(text)]
    for start, end in spans:
        text = f"{text[:start]}{'·' * (end - start)}{text[end:]}"
    return text


def _all(text: str, registries: Registries, index: DocumentIndex) -> Iterator[Citation]:
    for match in _CITED.finditer(text):
        number = re.sub(r"\s+", "", match["number"]).rstrip(".-/")
        if _is_number(number):
            yield _resolved(_citation(match, number), index)
    for match in _TYPE_ONLY.finditer(text):
        yield from _by_type(_citation(match, match["number"]), registries)
    for match in _JOINT_ONLY.finditer(text):
        yield _citation(match, match["number"])
    folded = fold_keeping_length(text)
    for document in registries.documents.values():
        if document.number is None and document.type in ("Luật", "Bộ luật", "Pháp lệnh"):
            name = fold(f"{document.type} {document.title or ''}").removeprefix("luat luat").strip()
            if len(name) > len("luat ") and (start := folded.find(name)) >= 0:
                span = (start, start + len(name))
                yield Citation(
                    document.type,
                    "",
                    evidence=text[slice(*span)],
                    known=(document.id,),
                    spans=(span,),
                )


def _is_number(number: str) -> bool:
    """Whether it is a document number: “12-3A” or “24-NAM” of running text is not."""
    symbols = _SYMBOL.findall(number)
    first = symbols[0].upper() if symbols else ""
    is_joined = len(symbols) > 1 or first.startswith("QH") or "/" in number
    return len(first) >= _MIN_LETTERS and is_joined and (first in _SUFFIX_TYPES or any(
        symbol.isupper() and len(symbol) >= _MIN_LETTERS for symbol in symbols
    ))  # fmt: skip


def _citation(match: re.Match[str], number: str) -> Citation:
    date = make_date(match["y"], match["m"], match["d"]) if match["d"] else None
    issuer = " ".join((match["issuer"] or "").split())
    kind = match["type"] or ""
    start = match.start("type") if kind else match.start()
    return Citation(
        type=_type(kind, number),
        number=number,
        date=date,
        issuer=issuer,
        term=match["term"] or "",
        evidence=match[0],
        spans=((start, match.end()),),
    )


def _type(kind: str, number: str) -> str:
    symbols = _SYMBOL.findall(number)
    by_symbol = _SUFFIX_TYPES.get(re.sub(r"\d", "", symbols[0]).upper(), "") if symbols else ""
    if not kind:
        return by_symbol
    if by_symbol and fold(kind) not in fold(by_symbol) and fold(by_symbol) not in fold(kind):
        return by_symbol if symbols[0].upper() != "TT" else kind.capitalize()
    return kind.capitalize() if kind.isupper() or kind[0].islower() else kind[0] + kind[1:].lower()


def _resolved(citation: Citation, index: DocumentIndex) -> Citation:
    records = [record for record in index.find(citation.number) if _may_be(record, citation)]
    dated = [record for record in records if record.date and record.date == citation.date]
    return replace(citation, known=tuple(record.id for record in dated or records))


def _may_be(record: Document, citation: Citation) -> bool:
    """Whether nothing that both give contradicts; numbers of a province are borne by others too."""
    if citation.term and record.term and citation.term.upper() != record.term.upper():
        return False
    if citation.date and record.date and record.date.precision == "day":
        return citation.date == record.date
    is_local = not re.search(r"(?:TW|QH\d+|CP|TTg|BCA|BQP)$", citation.number)
    return not is_local or bool(citation.date or citation.issuer)


def _by_type(citation: Citation, registries: Registries) -> Iterator[Citation]:
    """“Nghị định 03” is a citation only where the registry knows exactly one such record."""
    wanted = citation.number.split("/")
    records = [
        record
        for record in registries.documents.values()
        if fold(record.type).startswith(fold(citation.type))
        and record.number
        and re.split(r"[/-]", record.number)[: len(wanted)] == wanted
        and ("/" in citation.number or int(wanted[0]) >= 0)
        and _may_be(record, replace(citation, number=record.number))
    ]
    if len(records) == 1:
        yield replace(citation, number=records[0].number or "", known=(records[0].id,))


def _same(one: Citation, other: Citation) -> bool:
    """Whether two citations mean one document: same record or number, or a slip of the number."""
    if one.id and one.id == other.id:
        return True
    if number_key(one.number) == number_key(other.number):
        return not (one.date and other.date and one.date != other.date)
    near = one.number.split("-")[0] == other.number.split("-")[0] and one.date is not None
    tail = one.number.rpartition("/")[2] == other.number.rpartition("/")[2]
    return near and tail and "/" in one.number and one.date == other.date


def _key(citation: Citation) -> str:
    return f"{number_key(citation.number)} {citation.date.iso() if citation.date else ''}"


def _merged(first: Citation, again: Citation) -> Citation:
    return replace(
        first,
        date=first.date or again.date,
        issuer=first.issuer or again.issuer,
        term=first.term or again.term,
        known=first.known if len(first.known) == 1 else again.known or first.known,
        spans=first.spans + again.spans,
    )
