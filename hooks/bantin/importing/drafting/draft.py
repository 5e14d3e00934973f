"""The front matter of a draft: what was recognised, each guess with its evidence to confirm."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bantin.gazetteer.evidence import Confidence, Finding
from bantin.importing.recognition.article import RecognisedArticle
from bantin.importing.recognition.citations import Citation
from bantin.model.labels import UNKNOWN_SOURCE
from bantin.vietnamese.dates import in_figures
from bantin.vietnamese.spans import Span

_MAX_CANDIDATES = 4
_CONFIDENCES: tuple[Confidence, ...] = ("thấp", "vừa", "cao")


@dataclass(frozen=True, slots=True)
class Draft:
    """Front matter in the order of the content model, and what an editor has to confirm.

    Attributes:
        fields: plain values by key, ready to be written as YAML.
        confirm: evidence by the path of a field, such as ``conference.date`` or ``agencies.0``.
        new_documents: documents cited that have no record yet.
    """

    fields: dict[str, Any]
    confirm: dict[str, Finding[str]]
    new_documents: tuple[Citation, ...]


def make_draft(article: RecognisedArticle, today: date, photos: list[dict[str, str]]) -> Draft:
    """Return the draft of an article.

    Args:
        article: what was recognised.
        today: the day of collection.
        photos: the photographs as front matter describes them.
    """
    maker = _DraftMaker(article)
    fields = maker.fields(today, photos)
    new_documents = tuple(citation for citation in article.citations if not citation.id)
    filled = {key: value for key, value in fields.items() if value}
    return Draft(filled, maker.confirm, new_documents)


class _DraftMaker:
    """Makes the fields of a draft and notes for each what is to be confirmed."""

    def __init__(self, article: RecognisedArticle) -> None:
        self.article = article
        self.confirm: dict[str, Finding[str]] = {}

    def fields(self, today: date, photos: list[dict[str, str]]) -> dict[str, Any]:
        article, page = self.article, self.article.page
        fields: dict[str, Any] = {
            "title": self._value("title", page.title),
            "date": self._value("date", _as_text(article.published)),
            "lead": self._value("lead", page.lead),
            "status": "draft",
            "conference": self._conference(),
            "programs": self._values("programs", article.programs),
            "period": self._period(),
            "agencies": self._agencies(),
            "provinces": self._values("provinces", article.provinces),
            "districts": self._values("districts", article.districts),
            "documents": self._documents(),
            "people": self._people(),
            "photos": photos,
            "author": None,
            "source": self._source(today, photos),
        }
        if fields["source"] is None and page.author:
            fields["author"] = self._value("author", page.author)
        if photos:
            words = f"{len(photos)} ảnh hoặc chú thích ghép theo thứ tự trong bài"
            self.confirm["photos"] = Finding("", words)
        if article.date and "suy từ" in article.date.evidence and article.date.value.year:
            fields["inferred"] = {"conference.date": article.date.shown}
        self._warn_of_clock()
        return fields

    def _value(self, path: str, finding: Finding[str] | None) -> str | None:
        if finding is None:
            return None
        self.confirm[path] = finding
        return finding.value

    def _values(self, path: str, findings: list[Finding[str]]) -> list[str]:
        if findings:
            self.confirm[path] = _summary(findings)
        return [finding.value for finding in findings]

    def _conference(self) -> dict[str, Any]:
        article = self.article
        signs = self._signs()
        covers = article.covers.value if article.covers else None
        if article.covers:
            evidence = Finding("", article.covers.evidence, article.covers.confidence)
            self.confirm["conference.covers"] = evidence
        if article.types:
            self.confirm["conference.types"] = _summary(list(article.types))
        conference = {
            "date": self._value("conference.date", _as_text(article.date)),
            "session": self._value("conference.session", article.session),  # type: ignore[arg-type]  # a literal is a text
            "types": [finding.value for finding in article.types],
            "place": self._value("conference.place", article.place),
            "covers": covers.iso() if isinstance(covers, Span) else covers,
            "signs": signs,
        }
        return {key: value for key, value in conference.items() if value}

    def _is_signing(self) -> bool:
        return "ky-ket" in [finding.value for finding in self.article.types]

    def _signs(self) -> list[str]:
        """Return the last of several programmes: where one is signed, the others are reviewed."""
        programs = self.article.programs
        if not self._is_signing() or len(programs) < 2:  # noqa: PLR2004 - one alone is reviewed
            return []
        self.confirm["conference.signs"] = programs[-1]
        return [programs[-1].value]

    def _period(self) -> str | None:
        """Return the period, if no more than one programme is known; of several, the one signed."""
        article = self.article
        if len(article.programs) > 1 or not article.periods:
            return None
        chosen = article.periods[0]
        if self._is_signing() and len(article.periods) > 1:
            reviewed = article.covers.value if article.covers else None
            others = [p for p in article.periods if p.value != reviewed] or article.periods
            chosen = max(others, key=lambda period: period.value.first_year)
        self.confirm["period"] = Finding("", chosen.evidence, chosen.confidence)
        return chosen.value.iso()

    def _agencies(self) -> list[str | dict[str, str]]:
        agencies: list[str | dict[str, str]] = []
        for number, finding in enumerate(self.article.agencies):
            party = finding.value
            agencies.append(party.id or {"name": party.name})
            if not party.id:
                words = f"«{party.name}»; {_choices(party.candidates)}"
                self.confirm[f"agencies.{number}"] = Finding("", words, "thấp")
        with_record = [finding for finding in self.article.agencies if finding.value.id]
        if with_record:
            self.confirm["agencies"] = _summary(with_record)
        return agencies

    def _documents(self) -> list[str]:
        """Return the documents with a record; the others are only described to the editor."""
        with_record = [citation for citation in self.article.citations if citation.id]
        if with_record:
            findings = [Finding("", citation.evidence, "cao") for citation in with_record]
            self.confirm["documents"] = _summary(findings)
        without = [citation for citation in self.article.citations if not citation.id]
        for number, citation in enumerate(without, len(with_record)):
            self.confirm[f"documents.{number}"] = Finding("", describe_citation(citation), "vừa")
        return [citation.id for citation in with_record]

    def _people(self) -> list[dict[str, str]]:
        people = []
        for person in self.article.people:
            record = {
                "name": person.mention.name,
                "office": person.mention.office,
                "agency": person.agency,
                "role": person.mention.role or "",
            }
            people.append({key: value for key, value in record.items() if value})
        if people:
            findings = [Finding("", p.mention.evidence, p.confidence) for p in self.article.people]
            self.confirm["people"] = _summary(findings)
        return people

    def _source(self, today: date, photos: list[dict[str, str]]) -> dict[str, Any] | None:
        """Return the source of an article taken over.

        The model lets an article be without a date, or a photograph without its file, only if it
        has a source: then an unknown one is written for the editor to fill in.
        """
        article, page = self.article, self.article.page
        is_needed = article.published is None or any("src" not in photo for photo in photos)
        if page.source is None and not is_needed:
            return None
        self.confirm["source"] = page.source or Finding(
            "", "bài không ghi nguồn; nếu là bài của mình, hãy bỏ khối này và ghi ngày đăng", "thấp"
        )
        source: dict[str, Any] = {
            "name": page.source.value if page.source else UNKNOWN_SOURCE,
            "url": page.source_url if page.source_url.startswith("http") else "",
            "title": page.title.value if page.source else "",
            "author": page.author.value if page.author else "",
            "via": dict(zip(("name", "url"), page.via, strict=True)) if any(page.via) else None,
            "published": article.published.value.iso() if article.published else "",
            "collected": today.isoformat(),
        }
        return {key: value for key, value in source.items() if value}

    def _warn_of_clock(self) -> None:
        """Tell the editor why the only date of a page was not taken for that of publication."""
        clock = next((date for date in self.article.page.dates if date.kind == "clock"), None)
        if clock and self.article.published is None:
            words = (
                f"«{clock.evidence}» ở đầu trang có thể là ngày xem trang, không lấy làm ngày đăng"
            )
            self.confirm["date"] = Finding("", words, "thấp")


def _as_text(finding: Finding[Any] | None) -> Finding[str] | None:
    if finding is None:
        return None
    return Finding(finding.value.iso(), finding.evidence, finding.confidence)


def _summary(findings: list[Any]) -> Finding[str]:
    """Return several findings as one: their evidence, and the least of their confidences."""
    evidence = " | ".join(dict.fromkeys(finding.shown for finding in findings))
    least = min((finding.confidence for finding in findings), key=_CONFIDENCES.index)
    return Finding("", evidence, least)


def _choices(candidates: tuple[str, ...]) -> str:
    if not candidates:
        return "chưa có trong data/agencies.yml"
    rest = len(candidates) - _MAX_CANDIDATES
    more = f" và {rest} mã khác" if rest > 0 else ""
    shown = ", ".join(candidates[:_MAX_CANDIDATES])
    return f"chưa đủ căn cứ để chọn, có thể là {shown}{more}"


def describe_citation(citation: Citation) -> str:
    """Return a document that has no certain record, in words for the editor."""
    name = f"{citation.type or 'Văn bản'} số {citation.number}"
    date_ = f" ngày {in_figures(citation.date)}" if citation.date else ""
    issuer = f" của {citation.issuer}" if citation.issuer else ""
    term = f" (khóa {citation.term})" if citation.term else ""
    candidates = ", ".join(citation.record_ids)
    record = f"có thể là: {candidates}" if candidates else "chưa có trong data/documents.yml"
    return f"{name}{date_}{issuer}{term}; {record}"
