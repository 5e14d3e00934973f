"""An article's page read against the registries: every field with its evidence."""

import re
from dataclasses import dataclass

from bantin.gazetteer.agencies import AgencyDirectory
from bantin.gazetteer.evidence import Confidence, Finding
from bantin.gazetteer.places import districts_in, provinces_in
from bantin.gazetteer.resolution import resolve
from bantin.importing.cleaning.page import ImportPage
from bantin.importing.cleaning.page_dates import TRUSTED
from bantin.importing.recognition.citations import Citation, find_citations, mask
from bantin.importing.recognition.days import find_event_date
from bantin.importing.recognition.parties import Party, find_parties
from bantin.importing.recognition.people import Named, find_people, merge_people
from bantin.importing.recognition.programmes import Clues, find_programs
from bantin.importing.recognition.terms import (
    find_covers,
    find_future_start,
    find_terms,
    find_types,
)
from bantin.model.article import MeetingType, Session
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span

_PLACE = re.compile(
    r"\btại\s+(?P<place>(?:(?:hội trường|trụ sở|trung tâm|nhà văn hóa|tỉnh"
    r"|thành phố|huyện|thị xã|TP\.?|xã|phường)\s)[^,.;()\n]{2,70}?)(?=,|\.|;|\("
    r"|\n|\s(?:đã|diễn ra|Ban|Công an|Bộ|Hội|Ủy ban|UBND|Sở|Tỉnh|Đoàn)\b)",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"\W*(?:\d+\s*[.)]\s*)?nội dung(?: chính| chủ yếu| hội nghị| cuộc họp)?\s*:", re.IGNORECASE
)
_ENDING = ("so-ket", "tong-ket", "ky-ket")
_FORM, _WORDS = 12, 30


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the body of the office, where the registry knows it."""

    named: Named
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Everything read from one article."""

    page: ImportPage
    published: Finding[PartialDate] | None
    date: Finding[PartialDate] | None
    session: Finding[Session] | None
    place: Finding[str] | None
    types: list[Finding[MeetingType]]
    covers: Finding[Span | str] | None
    terms: list[Finding[Span]]
    programs: list[Finding[str]]
    agencies: list[Finding[Party]]
    provinces: list[Finding[str]]
    districts: list[Finding[str]]
    citations: list[Citation]
    people: list[Person]


def recognise(page: ImportPage, directory: AgencyDirectory) -> Recognised:
    """Return the fields of an article."""
    registries = directory.registries
    text = page.text
    citations = find_citations(text, registries)
    masked = mask(text, citations)
    terms = find_terms(page.parts)
    date, session = find_event_date(masked, text, page.dates, find_future_start(text, terms))
    published = _published(page, date)
    day = (date.value if date and date.value.year else None) or (
        published.value if published else None
    )
    mentions = find_people(f"{text}\n{page.participants}", directory.gazetteer)
    blanked = _blank(masked, [named.office_span for named in mentions])
    unnamed = _blank(masked, [(named.start, named.start + len(named.name)) for named in mentions])
    provinces = _provinces(directory, page, unnamed, day)
    context = _namesakes(directory, provinces)
    agencies = find_parties(directory, page.parts, blanked, context, day)
    provinces = _with_seats(directory, agencies, provinces)
    ids = {finding.value.id for finding in agencies if finding.value.id}
    clues = Clues(
        frozenset(ids), tuple(t.value for t in terms), tuple(citations), day, page.opening
    )
    return Recognised(
        page=page,
        published=published,
        date=date,
        session=session,
        place=_place(masked),
        types=_types(page, date),
        covers=find_covers(page.parts, terms, date.value.year if date else None),
        terms=terms,
        programs=find_programs(registries, clues),
        agencies=agencies,
        provinces=provinces,
        districts=_districts(directory, page, agencies, {f.value for f in provinces}),
        citations=citations,
        people=_people(directory, ids, mentions, context, day),
    )


def _types(page: ImportPage, event: Finding[PartialDate] | None) -> list[Finding[MeetingType]]:
    """The kinds of meeting of the opening and of a form's “Nội dung”; else of where its day is."""
    found = find_types(page.opening)
    told = find_types("\n".join(part for part in page.parts[3:_FORM] if _CONTENT.match(part)))
    known = [finding.value for finding in found]
    found += [f for f in told if f.value not in known and (f.value in _ENDING or not found)]
    if found or event is None:
        return found
    words = event.evidence[:_WORDS]
    return find_types(next((part for part in page.parts[3:] if words in part), ""))


def _published(page: ImportPage, event: Finding[PartialDate] | None) -> Finding[PartialDate] | None:
    """The most trusted stamp; the page's clock never counts, nor a stamp before the event."""
    ranked = sorted(
        (s for s in page.dates if s.kind in TRUSTED), key=lambda s: TRUSTED.index(s.kind)
    )
    held = event.value.first if event else None
    for stamp in ranked:
        if stamp.kind == "address" and stamp.date.year is None:
            continue
        last = stamp.date.last
        if held and last and last < held:
            continue
        sure: Confidence = "cao" if stamp.kind in ("labelled", "timed") else "vừa"
        return Finding(stamp.date, stamp.evidence, sure)
    return None


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        blank = re.sub(r"[^\n]", "·", text[start:end])
        text = text[:start] + blank + text[end:]
    return text


def _provinces(
    directory: AgencyDirectory, page: ImportPage, masked: str, day: PartialDate | None
) -> list[Finding[str]]:
    """The provinces of the opening; else the one that the whole text, or its paper, is named by."""
    size = len("\n".join(page.parts[:3]))
    found = provinces_in(directory.gazetteer, masked[:size], day)
    if found:
        return found
    everywhere = provinces_in(directory.gazetteer, masked, day)
    if not everywhere:
        everywhere = provinces_in(directory.gazetteer, masked, day, of_media=True)
    return everywhere if len(everywhere) == 1 else []


def _namesakes(directory: AgencyDirectory, provinces: list[Finding[str]]) -> frozenset[str]:
    """The provinces found with the records of the same name: bodies keep that of their founding."""
    records = directory.registries.provinces
    names = {records[finding.value].name for finding in provinces}
    return frozenset(record.id for record in records.values() if record.name in names)


def _with_seats(
    directory: AgencyDirectory, agencies: list[Finding[Party]], provinces: list[Finding[str]]
) -> list[Finding[str]]:
    """Add the provinces of bodies that were told apart by a district."""
    found = {finding.value: finding for finding in provinces}
    for finding in agencies:
        agency = directory.registries.agencies.get(finding.value.id)
        if agency and agency.province and agency.province not in found:
            names = {directory.registries.provinces[id_].name for id_ in found}
            if directory.registries.provinces[agency.province].name not in names:
                found[agency.province] = Finding(agency.province, finding.evidence, "vừa")
    return list(found.values())


def _districts(
    directory: AgencyDirectory,
    page: ImportPage,
    agencies: list[Finding[Party]],
    provinces: set[str],
) -> list[Finding[str]]:
    found = {f.value: f for f in districts_in(directory.gazetteer, page.opening, provinces)}
    for finding in agencies:
        agency = directory.registries.agencies.get(finding.value.id)
        if agency and agency.district:
            found.setdefault(agency.district, Finding(agency.district, finding.evidence, "vừa"))
    return list(found.values())


def _place(masked: str) -> Finding[str] | None:
    match = _PLACE.search("\n".join(masked.split("\n")[:4]))
    if match is None or "·" in match["place"]:
        return None
    return Finding(match["place"].strip(), match[0], "vừa")


def _people(
    directory: AgencyDirectory,
    parties: set[str],
    mentions: list[Named],
    context: frozenset[str],
    day: PartialDate | None,
) -> list[Person]:
    people = []
    for named in merge_people(mentions):
        found = directory.find(named.office)
        ids = resolve(directory, found[-1], context, day) if found else ()
        near = [id_ for id_ in ids if id_ in parties] or ids
        people.append(Person(named, near[0] if len(near) == 1 else ""))
    return people
