"""What was recognised as the front matter of a draft, every guess waiting for an editor."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bantin.gazetteer.evidence import Confidence, Finding
from bantin.importing.recognition.citations import Citation
from bantin.importing.recognition.recognise import Recognised
from bantin.vietnamese.dates import in_figures
from bantin.vietnamese.spans import Span

UNKNOWN_SOURCE = "Nguồn chưa ghi tên"
_SHOWN = 4
_ORDER: tuple[Confidence, ...] = ("thấp", "vừa", "cao")


@dataclass(frozen=True, slots=True)
class Draft:
    """Front matter in the order of the content model, and what an editor has to look at.

    Attributes:
        fields: plain values, ready to be written.
        new_documents: documents cited that no record knows yet.
    """

    fields: dict[str, Any]
    confirm: dict[str, Finding[str]]
    new_documents: tuple[Citation, ...]


def make_draft(found: Recognised, today: date, photos: list[dict[str, str]]) -> Draft:
    """Return the front matter of a draft.

    Args:
        found: what was recognised.
        today: the day of collecting.
        photos: the photographs as front matter writes them.
    """
    page = found.page
    confirm: dict[str, Finding[str]] = {}
    new = tuple(c for c in found.citations if not c.id)
    fields: dict[str, Any] = {
        "title": _said(confirm, "title", page.title),
        "date": _said(confirm, "date", _as_text(found.published)),
        "lead": _said(confirm, "lead", page.lead),
        "status": "draft",
        "conference": _conference(found, confirm),
        "programs": _listed(confirm, "programs", found.programs),
        "period": _period(found, confirm),
        "agencies": _agencies(found, confirm),
        "provinces": _listed(confirm, "provinces", found.provinces),
        "districts": _listed(confirm, "districts", found.districts),
        "documents": _documents(found, confirm),
        "people": _people(found, confirm),
        "photos": photos,
        "author": None,
        "source": _source(found, confirm, today, photos),
    }
    if fields["source"] is None and page.author:
        fields["author"] = _said(confirm, "author", page.author)
    if photos:
        confirm["photos"] = Finding(
            "", f"{len(photos)} ảnh hoặc chú thích ghép theo thứ tự trong bài"
        )
    _inferred_year(found, fields)
    _clock(found, confirm)
    return Draft({key: value for key, value in fields.items() if value}, confirm, new)


def _said(confirm: dict[str, Finding[str]], field: str, finding: Finding[str] | None) -> str | None:
    if finding is None:
        return None
    confirm[field] = finding
    return finding.value


def _as_text(finding: Finding[Any] | None) -> Finding[str] | None:
    if finding is None:
        return None
    return Finding(finding.value.iso(), finding.evidence, finding.confidence)


def _listed(confirm: dict[str, Finding[str]], field: str, found: list[Finding[str]]) -> list[str]:
    if found:
        confirm[field] = _together(found)
    return [finding.value for finding in found]


def _together(found: list[Any]) -> Finding[str]:
    """Several findings as one entry: their words, and the least of their confidences."""
    words = " | ".join(dict.fromkeys(finding.shown for finding in found))
    least = min((finding.confidence for finding in found), key=_ORDER.index)
    return Finding("", words, least)


def _conference(found: Recognised, confirm: dict[str, Finding[str]]) -> dict[str, Any]:
    signs = _signs(found, confirm)
    covers = found.covers.value if found.covers else None
    if found.covers:
        confirm["conference.covers"] = Finding("", found.covers.evidence, found.covers.confidence)
    if found.types:
        confirm["conference.types"] = _together(list(found.types))
    meeting = {
        "date": _said(confirm, "conference.date", _as_text(found.date)),
        "session": _said(confirm, "conference.session", found.session),  # type: ignore[arg-type]  # a literal is a text
        "types": [finding.value for finding in found.types],
        "place": _said(confirm, "conference.place", found.place),
        "covers": covers.iso() if isinstance(covers, Span) else covers,
        "signs": signs,
    }
    return {key: value for key, value in meeting.items() if value}


def _signs(found: Recognised, confirm: dict[str, Finding[str]]) -> list[str]:
    """The new term among the programmes found, where something was signed."""
    if "ky-ket" not in [finding.value for finding in found.types]:
        return []
    latest = [f for f in found.programs if len(found.programs) > 1][-1:]
    if latest:
        confirm["conference.signs"] = latest[0]
    return [finding.value for finding in latest]


def _period(found: Recognised, confirm: dict[str, Finding[str]]) -> str | None:
    """The term, where at most one programme is named; of several terms the one under signature."""
    if len(found.programs) > 1 or not found.terms:
        return None
    signs = "ky-ket" in [finding.value for finding in found.types]
    covers = found.covers.value if found.covers else None
    others = [t for t in found.terms if t.value != covers] or found.terms
    chosen = (
        max(others, key=lambda t: t.value.first_year)
        if signs and len(found.terms) > 1
        else found.terms[0]
    )
    confirm["period"] = Finding("", chosen.evidence, chosen.confidence)
    return chosen.value.iso()


def _agencies(found: Recognised, confirm: dict[str, Finding[str]]) -> list[str | dict[str, str]]:
    parties = []
    for number, finding in enumerate(found.agencies):
        party = finding.value
        parties.append(party.id or {"name": party.name})
        if not party.id:
            confirm[f"agencies.{number}"] = Finding(
                "", f"«{party.name}»; {_choices(party.candidates)}", "thấp"
            )
    known = [finding for finding in found.agencies if finding.value.id]
    if known:
        confirm["agencies"] = _together(known)
    return parties


def _choices(candidates: tuple[str, ...]) -> str:
    if not candidates:
        return "chưa có trong data/agencies.yml"
    more = f" và {len(candidates) - _SHOWN} mã khác" if len(candidates) > _SHOWN else ""
    return f"chưa đủ căn cứ để chọn, có thể là {', '.join(candidates[:_SHOWN])}{more}"


def _documents(found: Recognised, confirm: dict[str, Finding[str]]) -> list[str]:
    known = [citation for citation in found.citations if citation.id]
    if known:
        confirm["documents"] = _together([Finding("", c.evidence, "cao") for c in known])
    new = [citation for citation in found.citations if not citation.id]
    for number, citation in enumerate(new, len(known)):
        confirm[f"documents.{number}"] = Finding("", describe(citation), "vừa")
    return [citation.id for citation in known]


def describe(citation: Citation) -> str:
    """Return a document that is not in the registry, in words."""
    name = f"{citation.type or 'Văn bản'} số {citation.number}"
    when = f" ngày {in_figures(citation.date)}" if citation.date else ""
    issuer = f" của {citation.issuer}" if citation.issuer else ""
    term = f" (khóa {citation.term})" if citation.term else ""
    which = (
        f"có thể là: {', '.join(citation.known)}"
        if citation.known
        else "chưa có trong data/documents.yml"
    )
    return f"{name}{when}{issuer}{term}; {which}"


def _people(found: Recognised, confirm: dict[str, Finding[str]]) -> list[dict[str, str]]:
    people = []
    for person in found.people:
        named = person.named
        record = {
            "name": named.name,
            "office": named.office,
            "agency": person.agency,
            "role": named.role or "",
        }
        people.append({key: value for key, value in record.items() if value})
    if people:
        confirm["people"] = _together([Finding("", p.named.evidence, "vừa") for p in found.people])
    return people


def _source(
    found: Recognised, confirm: dict[str, Finding[str]], today: date, photos: list[dict[str, str]]
) -> dict[str, str] | None:
    """Where an article comes from; it may lack a date, or a picture's file, only with a source."""
    page = found.page
    is_needed = found.published is None or any("src" not in photo for photo in photos)
    if page.source is None and not is_needed:
        return None
    confirm["source"] = page.source or Finding(
        "", "bài không ghi nguồn; nếu là bài của mình, hãy bỏ khối này và ghi ngày đăng", "thấp"
    )
    source = {
        "name": page.source.value if page.source else UNKNOWN_SOURCE,
        "url": page.source_url if page.source_url.startswith("http") else "",
        "author": page.author.value if page.author else "",
        "published": found.published.value.iso() if found.published else "",
        "collected": today.isoformat(),
    }
    return {key: value for key, value in source.items() if value}


def _inferred_year(found: Recognised, fields: dict[str, Any]) -> None:
    if found.date and "suy từ" in found.date.evidence and found.date.value.year:
        fields["inferred"] = {"conference.date": found.date.shown}


def _clock(found: Recognised, confirm: dict[str, Finding[str]]) -> None:
    clock = next((s for s in found.page.dates if s.kind == "clock"), None)
    if clock and found.published is None:
        words = f"«{clock.evidence}» ở đầu trang có thể là ngày xem trang, không lấy làm ngày đăng"
        confirm["date"] = Finding("", words, "thấp")
