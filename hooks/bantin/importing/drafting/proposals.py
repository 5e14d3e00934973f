"""Records that an article needs and no registry has: districts, agencies, documents, a programme.

They are made by the rules of ``bantin add``, each from words of the article. Once made, the article
is recognised again with them, so that the draft names them by their ids.
"""

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Any

from bantin.gazetteer.agencies import AgencyDirectory
from bantin.gazetteer.agency_records import agency_id, kind_of, level_of, province_in, same_kind
from bantin.gazetteer.evidence import Finding
from bantin.gazetteer.known_districts import (
    DISTRICT,
    LAST_DAY_OF_DISTRICTS,
    UNITS,
    district_id,
    districts_named,
)
from bantin.importing.cleaning.page import ImportPage
from bantin.importing.drafting.program_proposals import program_fields
from bantin.importing.recognition.article import RecognisedArticle, recognise
from bantin.importing.recognition.citations import Citation
from bantin.importing.recognition.parties import PartyMatch
from bantin.model import Document, Program, Registries
from bantin.model.proposal import Proposal, with_proposals
from bantin.reading.proposals import make_proposal
from bantin.vietnamese.fold import fold
from bantin.vietnamese.slug import slugify


def recognise_with_proposals(
    page: ImportPage, registries: Registries
) -> tuple[RecognisedArticle, list[Proposal]]:
    """Return what an article says, and the records proposed for what the registries lack.

    Args:
        page: the article, cleaned.
        registries: with the proposals of earlier articles.
    """
    proposals: list[Proposal] = []
    known = registries
    article = recognise(page, AgencyDirectory(known))
    for make in (_districts, _agencies_and_documents, _program):
        if new := list(make(article, known)):
            proposals += new
            known = with_proposals(known, new)
            article = recognise(page, AgencyDirectory(known))
    return _with_documents(_with_program(article, proposals), proposals), proposals


def _with_documents(article: RecognisedArticle, proposals: list[Proposal]) -> RecognisedArticle:
    """Return an article whose citations lead to the documents that were proposed for them.

    The number of a local document alone is no sure sign of a record, but of its own proposal.
    """
    ids = {
        one.record.number: one.id
        for one in proposals
        if isinstance(one.record, Document) and one.record.number
    }
    citations = [
        replace(one, record_ids=(ids[one.number],)) if not one.id and one.number in ids else one
        for one in article.citations
    ]
    return replace(article, citations=citations)


def _districts(article: RecognisedArticle, known: Registries) -> Iterator[Proposal]:
    """Yield a record for each district whose bodies met, in a province that the article names."""
    provinces = [finding.value for finding in article.provinces]
    if not provinces or not _may_have_districts(article):
        return
    made: set[str] = set()
    for finding in article.agencies:
        for match in DISTRICT.finditer(finding.value.name):
            fields = _district_fields(match["unit"], match["name"], provinces, known)
            if fields and fields["id"] not in made:
                made.add(fields["id"])
                yield from _proposal("districts", fields, finding.shown)


def _district_fields(
    unit: str, name: str, provinces: list[str], known: Registries
) -> dict[str, Any] | None:
    """Return the fields of a district, None for one on record or a province's own city."""
    real = [one for one in districts_named(name) if one.province in provinces]
    if len(real) > 1 or (not real and len(provinces) > 1):
        return None
    province = real[0].province if real else provinces[0]
    same = (fold(one.name) for one in known.districts.values() if one.province == province)
    full = f"Quận {name}" if name.isdigit() else name
    type_ = UNITS[unit.lower()]
    is_city = type_ == "thanh-pho"  # “thành phố Hà Tĩnh”, but also “thành phố Đà Nẵng”
    if fold(full) in same or (is_city and not real):
        return None
    return {
        "id": district_id(full, province, known.districts),
        "name": full,
        "type": real[0].type if real else type_,
        "province": province,
        "valid_to": LAST_DAY_OF_DISTRICTS,
    }


def _may_have_districts(article: RecognisedArticle) -> bool:
    day = article.date.value.first if article.date else None
    return day is None or day.isoformat() <= LAST_DAY_OF_DISTRICTS


def _agencies_and_documents(article: RecognisedArticle, known: Registries) -> Iterator[Proposal]:
    made: set[str] = set()
    for finding in article.agencies:
        if not finding.value.id and not finding.value.candidates and finding.value.name:
            fields = _agency_fields(finding.value, article, known)
            if fields["id"] not in made:
                made.add(fields["id"])
                yield from _proposal("agencies", fields, finding.shown)
    for citation in article.citations:
        if not citation.record_ids and citation.number:
            yield from _proposal("documents", _document_fields(citation, known), citation.evidence)


def _agency_fields(
    party: PartyMatch, article: RecognisedArticle, known: Registries
) -> dict[str, Any]:
    day = article.date.value if article.date else None
    level, like = level_of(party.name, known), same_kind(party.name, known)
    provinces = [finding.value for finding in article.provinces]
    only = provinces[0] if len(provinces) == 1 and level != "trung-uong" else ""
    province = (province_in(party.name, known, day) if level != "trung-uong" else "") or only
    district = _district_of(party.name, province, known) if level in ("huyen", "xa") else ""
    is_named = bool(province) and fold(known.provinces[province].name) in fold(party.name)
    plain = party.name if is_named or not province else f"{party.name} {province}"
    id_ = agency_id(plain, like if is_named else None, province)
    return {
        "id": _free(id_, "2", known.agencies),
        "name": party.name,
        "short": like.short if like and like.level == level else None,
        "kind": like.kind if like else kind_of(party.name),
        "level": level,
        "province": province,
        "district": district,
    }


def _district_of(name: str, province: str, known: Registries) -> str:
    match = DISTRICT.search(name)
    folded = fold(match["name"]) if match else ""
    found = (
        one.id
        for one in known.districts.values()
        if one.province == province and folded and fold(one.name).endswith(folded)
    )
    return next(found, "")


def _document_fields(citation: Citation, known: Registries) -> dict[str, Any]:
    type_ = citation.type or "Văn bản"
    name = f"{type_} {citation.number}"
    id_ = slugify(f"{name} khóa {citation.term}" if citation.term else name)
    return {
        "id": _free(id_, "2", known.documents),
        "type": type_,
        "number": citation.number,
        "date": citation.date.iso() if citation.date else "",
        "issuer": citation.issuer,
        "term": citation.term,
    }


def _program(article: RecognisedArticle, known: Registries) -> Iterator[Proposal]:
    if made := program_fields(article, known):
        fields, evidence = made
        yield from _proposal("programs", fields, evidence)


def _with_program(article: RecognisedArticle, proposals: list[Proposal]) -> RecognisedArticle:
    """Return an article with the programme proposed for it, not that which it carries out."""
    made = [one for one in proposals if isinstance(one.record, Program)]
    above = {one.record.implements for one in made if isinstance(one.record, Program)}
    new = {one.id: Finding(one.id, f"đề nghị mới: {one.evidence}", "vừa") for one in made}
    found = {finding.value: finding for finding in article.programs}
    kept = [one for id_, one in found.items() if id_ not in above and id_ not in new]
    return replace(article, programs=[*kept, *new.values()])


def _proposal(registry: str, fields: dict[str, Any], evidence: str) -> Iterator[Proposal]:
    """Yield a proposal; none where the words make no valid record."""
    made = make_proposal(registry, {key: one for key, one in fields.items() if one}, evidence)
    if isinstance(made, Proposal):
        yield made


def _free(id_: str, suffix: str, taken: Container[str]) -> str:
    return id_ if id_ not in taken else f"{id_}-{suffix}"
