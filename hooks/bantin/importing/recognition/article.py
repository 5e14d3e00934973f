"""An article's page read against the registries: every field with its evidence."""

import re
from dataclasses import dataclass, replace

from bantin.gazetteer.agencies import AgencyDirectory
from bantin.gazetteer.evidence import Confidence, Finding
from bantin.gazetteer.known_districts import DISTRICT, UNITS, districts_named
from bantin.gazetteer.places import districts_in, provinces_in
from bantin.gazetteer.resolution import resolve
from bantin.importing.cleaning.page import ImportPage
from bantin.importing.persons.bodies import complete_office, office_at_place
from bantin.importing.persons.mention import PersonMention
from bantin.importing.persons.people import find_people, merge_mentions
from bantin.importing.recognition.citations import Citation, find_citations, mask_citations
from bantin.importing.recognition.event_date import find_event_date
from bantin.importing.recognition.meeting_types import (
    REVIEWS,
    find_meeting_types,
    with_reviewed_term,
)
from bantin.importing.recognition.parties import PartyMatch, find_parties
from bantin.importing.recognition.periods import find_periods, future_period_start
from bantin.importing.recognition.programmes import Clues, find_programs
from bantin.importing.recognition.publication import find_published
from bantin.importing.recognition.review_time import find_reviewed_time
from bantin.importing.recognition.signing import find_signing, signing_day
from bantin.importing.recognition.year_inference import with_year_of_review
from bantin.model.article import MeetingType, Session
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span

# “tại hội trường …”, “tại Trung tâm …”, “tại thành phố …”: up to punctuation or the next agency.
_VENUE = re.compile(
    r"\btại\s+(?P<place>(?:(?:hội trường|trụ sở|trung tâm|nhà văn hóa|tỉnh"
    r"|thành phố|huyện|thị xã|TP\.?|xã|phường)\s)[^,.;()\n]{2,70}?)(?=,|\.|;|\("
    r"|\n|\s(?:đã|diễn ra|tổ chức)\b|(?-i:(?<=[a-zà-ỹ])\s(?:Ban|Công an|Bộ|Hội|Sở|Đoàn)\b))",
    re.IGNORECASE,
)
# The line of a form or of minutes that says what a meeting was for: “3. Nội dung: …”.
_AGENDA = re.compile(
    r"\W*(?:\d+\s*[.)]\s*)?nội dung(?: chính| chủ yếu| hội nghị| cuộc họp)?\s*:", re.IGNORECASE
)
# Kinds that a form's agenda may add to those of the opening.
_CONCLUDING = ("so-ket", "tong-ket", "ky-ket")
_OPENING_PARTS, _FORM_PARTS = 3, 12
_EVIDENCE_START = 30


@dataclass(frozen=True, slots=True)
class RecognisedPerson:
    """A person, with the agency of the office if the registry knows it.

    Attributes:
        confidence: low where the name of the body was added from elsewhere in the article.
    """

    mention: PersonMention
    agency: str = ""
    confidence: Confidence = "vừa"


@dataclass(frozen=True, slots=True)
class RecognisedArticle:
    """Everything read from one article; ids where the registries know what is named."""

    page: ImportPage
    published: Finding[PartialDate] | None
    date: Finding[PartialDate] | None
    session: Finding[Session] | None
    place: Finding[str] | None
    types: list[Finding[MeetingType]]
    covers: Finding[Span | str] | None
    periods: list[Finding[Span]]
    programs: list[Finding[str]]
    agencies: list[Finding[PartyMatch]]
    provinces: list[Finding[str]]
    districts: list[Finding[str]]
    citations: list[Citation]
    people: list[RecognisedPerson]


def recognise(page: ImportPage, directory: AgencyDirectory) -> RecognisedArticle:
    """Return the fields of an article.

    The order matters: citations are masked before dates are read, the day decides between records
    of one name, and the agencies of people's offices are masked before parties are looked for.
    """
    registries = directory.registries
    text = page.text
    citations = find_citations(text, registries)
    masked = mask_citations(text, citations)
    periods = find_periods(page.parts)
    date, session = find_event_date(masked, text, page.dates, future_period_start(text, periods))
    types = _meeting_types(page, date)
    kinds = {finding.value for finding in types}
    if date is None and "ky-ket" in kinds:
        date = signing_day(page.opening)
    covers = find_reviewed_time(page.parts, periods, date.value if date else None, kinds)
    date = with_year_of_review(date, types, covers, periods)
    published = find_published(page.dates, date)
    day = _day(date, published)
    mentions = find_people(f"{text}\n{page.participants}", directory.gazetteer)
    without_offices = _mask(masked, [mention.office_span for mention in mentions])
    without_names = _mask(masked, [(m.start, m.start + len(m.name)) for m in mentions])
    provinces = _provinces(directory, page, without_names, day)
    context = _with_namesakes(directory, provinces)
    agencies = find_parties(directory, page.parts, without_offices, context, day)
    provinces = _with_seats(directory, agencies, provinces)
    ids = {finding.value.id for finding in agencies if finding.value.id}
    districts = _districts(directory, page, agencies, {f.value for f in provinces})
    places = context | {f.value for f in (*provinces, *districts)}
    spans = tuple(period.value for period in periods)
    clues = Clues(frozenset(ids), places, spans, tuple(citations), day, page.opening)
    return RecognisedArticle(
        page=page,
        published=published,
        date=date,
        session=session,
        place=_place(masked),
        types=with_reviewed_term(types, periods),
        covers=covers,
        periods=periods,
        programs=find_programs(registries, clues),
        agencies=agencies,
        provinces=provinces,
        districts=districts,
        citations=citations,
        people=_people(
            directory, agencies, _with_bodies(directory, text, agencies, mentions), context, day
        ),
    )


def _day(
    date: Finding[PartialDate] | None, published: Finding[PartialDate] | None
) -> PartialDate | None:
    """Return the day of the event if its year is known, else that of publication."""
    if date and date.value.year:
        return date.value
    return published.value if published else None


def _meeting_types(
    page: ImportPage, date: Finding[PartialDate] | None
) -> list[Finding[MeetingType]]:
    """Return the kinds of meeting of the opening and of a form's agenda.

    If there are none, those of the paragraph that gives the day of the event.
    """
    types = find_meeting_types(page.opening)
    agenda = [part for part in page.parts[_OPENING_PARTS:_FORM_PARTS] if _AGENDA.match(part)]
    in_opening = [finding.value for finding in types]
    types += [
        finding
        for finding in find_meeting_types("\n".join(agenda))
        if finding.value not in in_opening and (finding.value in _CONCLUDING or not types)
    ]
    if types:
        return types + _signed_besides(page, types, date)
    if date is None:
        return types
    words = date.evidence[:_EVIDENCE_START]
    dated = next((part for part in page.parts[_OPENING_PARTS:] if words in part), "")
    return find_meeting_types(dated)


def _signed_besides(
    page: ImportPage, types: list[Finding[MeetingType]], date: Finding[PartialDate] | None
) -> list[Finding[MeetingType]]:
    """Return the signing that a review ended with, where only the body tells of it."""
    kinds = {finding.value for finding in types}
    if date is None and "ky-ket" in kinds:
        date = signing_day(page.opening)
    if "ky-ket" in kinds or not kinds.intersection(REVIEWS):
        return []
    return find_signing(page.parts[1:], date.value.year if date else None)


def _mask(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with dots over some spans, line ends left in place."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", "·", text[start:end]) + text[end:]
    return text


def _provinces(
    directory: AgencyDirectory, page: ImportPage, text: str, day: PartialDate | None
) -> list[Finding[str]]:
    """Return the provinces of the opening.

    If it names none, the only one that the whole text names, or that its newspaper is named after.
    """
    opening = len("\n".join(page.parts[:_OPENING_PARTS]))
    if provinces := provinces_in(directory.gazetteer, text[:opening], day):
        return provinces
    everywhere = provinces_in(directory.gazetteer, text, day) or provinces_in(
        directory.gazetteer, text, day, of_media=True
    )
    if not everywhere:  # “Bình Dương, ngày 5 tháng 1 năm 2021”: the place of a letter
        letterhead = "\n".join(date.evidence for date in page.dates)
        everywhere = provinces_in(directory.gazetteer, letterhead, day)
    return everywhere if len(everywhere) == 1 else []


def _with_namesakes(directory: AgencyDirectory, provinces: list[Finding[str]]) -> frozenset[str]:
    """Return the ids of provinces and of all records with their names.

    An agency keeps the province in which it was founded, which may be a record of before the
    merger of 2025.
    """
    records = directory.registries.provinces
    names = {records[finding.value].name for finding in provinces}
    return frozenset(record.id for record in records.values() if record.name in names)


def _with_seats(
    directory: AgencyDirectory,
    agencies: list[Finding[PartyMatch]],
    provinces: list[Finding[str]],
) -> list[Finding[str]]:
    """Return the provinces, with those of agencies that were told apart by a district."""
    records = directory.registries.provinces
    findings = {finding.value: finding for finding in provinces}
    for finding in agencies:
        agency = directory.registries.agencies.get(finding.value.id)
        if agency is None or not agency.province or agency.province in findings:
            continue
        if records[agency.province].name not in {records[id_].name for id_ in findings}:
            findings[agency.province] = Finding(agency.province, finding.evidence, "vừa")
    return list(findings.values()) or _province_of_district(directory, agencies)


def _province_of_district(
    directory: AgencyDirectory, agencies: list[Finding[PartyMatch]]
) -> list[Finding[str]]:
    """Return the province of a district that the agencies name, if there is one of that name."""
    for finding in agencies:
        for match in DISTRICT.finditer(finding.value.name):
            named = districts_named(match["name"])
            is_city = UNITS[match["unit"].lower()] == "thanh-pho"
            if (
                not is_city
                and len(named) == 1
                and named[0].province in directory.registries.provinces
            ):
                words = f"{match[0]} thuộc tỉnh này theo danh mục trước 1/7/2025"
                return [Finding(named[0].province, words, "vừa")]
    return []


def _districts(
    directory: AgencyDirectory,
    page: ImportPage,
    agencies: list[Finding[PartyMatch]],
    provinces: set[str],
) -> list[Finding[str]]:
    """Return the districts that the opening names, and those of the agencies that met."""
    districts = districts_in(directory.gazetteer, page.opening, provinces)
    findings = {finding.value: finding for finding in districts}
    for finding in agencies:
        agency = directory.registries.agencies.get(finding.value.id)
        if agency and agency.district:
            findings.setdefault(agency.district, Finding(agency.district, finding.evidence, "vừa"))
    return list(findings.values())


def _place(masked: str) -> Finding[str] | None:
    match = _VENUE.search("\n".join(masked.split("\n")[:4]))
    if match is None or "·" in match["place"]:  # part of it belongs to a citation
        return None
    return Finding(match["place"].strip(), match[0], "vừa")


def _with_bodies(
    directory: AgencyDirectory,
    text: str,
    agencies: list[Finding[PartyMatch]],
    mentions: list[PersonMention],
) -> list[tuple[PersonMention, Confidence]]:
    """Return each person once, with the bodies of offices in full, and how sure that is."""
    parties = [finding.value.name for finding in agencies]
    others = [mention.text for mention in directory.find(text)]
    people: list[tuple[PersonMention, Confidence]] = []
    for mention in merge_mentions(mentions):
        office = complete_office(mention.office, parties, others)
        office = office_at_place(office, mention.place, parties)
        is_same = office == mention.office
        people.append((replace(mention, office=office), "vừa" if is_same else "thấp"))
    return people


def _people(
    directory: AgencyDirectory,
    parties: list[Finding[PartyMatch]],
    mentions: list[tuple[PersonMention, Confidence]],
    context: frozenset[str],
    day: PartialDate | None,
) -> list[RecognisedPerson]:
    """Return each person with the agency of the office; one of the parties is likeliest."""
    people = []
    have_met = {finding.value.id for finding in parties}
    for mention, confidence in mentions:
        agencies = directory.find(mention.office)
        ids = resolve(directory, agencies[-1], context, day) if agencies else ()
        likeliest = [id_ for id_ in ids if id_ in have_met] or ids
        agency = likeliest[0] if len(likeliest) == 1 else ""
        people.append(RecognisedPerson(mention, agency, confidence))
    return people
