"""Ids named by an article: known, and alive on the day of the conference."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bantin.catalog.documents import DocumentIndex
from bantin.checking.fault import Fault
from bantin.checking.suggestion import nearest_record
from bantin.checking.unread import unread_ids
from bantin.model import Article, Document, Program, Registries
from bantin.model.registry import Dated
from bantin.reading import Content
from bantin.reading.nodes import FieldPath
from bantin.vietnamese.dates import PartialDate, in_figures, in_words
from bantin.vietnamese.spans import Span

Records: TypeAlias = Mapping[str, Dated] | Mapping[str, Program] | Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Reference:
    """One id at its place in the front matter."""

    field: FieldPath
    id: str


def check_references(content: Content) -> Iterator[Fault]:
    """Yield a fault for each id that is unknown, ambiguous or not valid on the day."""
    documents, unread = DocumentIndex(content.registries.documents), unread_ids(content)
    for article in content.articles:
        path = f"{content.docs.name}/{article.path}"
        for name, records, references in _references(article, content.registries):
            for reference in references:
                if reference.id not in unread.get(name, ()):
                    yield from _known(path, name, records, reference)
        yield from _alive(path, article, content.registries)
        yield from _documents(path, article, documents, unread.get("documents", ()))
        yield from _period(path, article, content.registries)


def _references(
    article: Article, registries: Registries
) -> Iterator[tuple[str, Records, list[Reference]]]:
    front, signs = article.front, article.front.conference.signs if article.front.conference else ()
    parties = [(("agencies", i), party.id) for i, party in enumerate(front.agencies)]
    people = [(("people", i, "agency"), person.agency) for i, person in enumerate(front.people)]
    signed = [(("conference", "signs", i), id_) for i, id_ in enumerate(signs) if not _is_year(id_)]
    agencies = [Reference(field, id_) for field, id_ in (*parties, *people) if id_]
    yield "agencies", registries.agencies, agencies
    yield "programs", registries.programs, _listed("programs", front.programs)
    yield "programs", registries.programs, [Reference(field, id_) for field, id_ in signed]
    yield "provinces", registries.provinces, _listed("provinces", front.provinces)
    yield "districts", registries.districts, _listed("districts", front.districts)


def _listed(name: str, ids: Sequence[str]) -> list[Reference]:
    return [Reference((name, position), id_) for position, id_ in enumerate(ids)]


def _is_year(text: str) -> bool:
    return text.isdigit()


def _known(path: str, name: str, records: Records, reference: Reference) -> Iterator[Fault]:
    if reference.id not in records:
        hint = nearest_record(reference.id, records)
        message = f"mã «{reference.id}» không có trong data/{name}.yml{hint}"
        yield Fault(path, reference.field, message)


def _alive(path: str, article: Article, registries: Registries) -> Iterator[Fault]:
    day = article.front.conference.date if article.front.conference else None
    if day is None:
        return
    for name in ("agencies", "provinces", "districts"):
        records: Mapping[str, Dated] = getattr(registries, name)
        ids = article.agency_ids if name == "agencies" else getattr(article.front, name)
        for id_ in ids:
            record = records.get(id_)
            if record and not record.is_valid_on(day):
                message = _not_valid(record, records, day)
                yield Fault(path, (name, _position(article, name, id_)), message)


def _position(article: Article, name: str, id_: str) -> int:
    if name != "agencies":
        return int(getattr(article.front, name).index(id_))
    return [party.id for party in article.front.agencies].index(id_)


def _not_valid(record: Dated, records: Mapping[str, Dated], day: PartialDate) -> str:
    right = [other for other in _kin(record, records) if other.is_valid_on(day)]
    hint = "; có phải " + " hay ".join(f"«{r.id}» ({_told(r)})" for r in right) + "?"
    start = record.valid_from.first if record.valid_from else None
    is_early = bool(start and day.last and day.last < start)
    when = f"{'chưa có' if is_early else 'không còn'} vào {in_words(day, weekday=False)}"
    return f"«{record.id}» ({_told(record)}) {when}{hint if right else ''}"


def _told(record: Dated) -> str:
    start = f", từ {in_figures(record.valid_from)}" if record.valid_from else ""
    end = f", đến {in_figures(record.valid_to)}" if record.valid_to else ""
    return f"{record.name}{start}{end}"


def _kin(record: Dated, records: Mapping[str, Dated]) -> list[Dated]:
    """All that a record became or came from, the nearest first."""
    line: dict[str, Dated] = {record.id: record}
    for known in (after := [record]):
        after += [records[i] for i in known.succeeded_by if i in records and i not in line]
        line |= {other.id: other for other in after}
    for known in (before := [record]):
        before += [o for o in records.values() if known.id in o.succeeded_by and o.id not in line]
        line |= {other.id: other for other in before}
    return list(line.values())[1:]


def _documents(
    path: str, article: Article, index: DocumentIndex, unread: Collection[str]
) -> Iterator[Fault]:
    for position, named in enumerate(article.front.documents):
        field = ("documents", position)
        found = index.find(named)
        if not found and named not in unread:
            hint = index.nearest(named)
            yield Fault(path, field, f"văn bản «{named}» không có trong data/documents.yml{hint}")
        if len(found) > 1:
            choices = ", ".join(f"«{document.id}»" for document in found)
            yield Fault(
                path, field, f"số «{named}» là của {len(found)} văn bản; hãy ghi mã: {choices}"
            )


def _period(path: str, article: Article, registries: Registries) -> Iterator[Fault]:
    front = article.front
    if front.period is None:
        return
    if len(front.programs) > 1:
        yield Fault(path, ("period",), "chỉ ghi giai đoạn khi bài nêu nhiều nhất một chương trình")
        return
    program = registries.programs.get(front.programs[0]) if front.programs else None
    if program and program.period and program.period != front.period:
        yield Fault(path, ("period",), _other_period(front.period, program.period, program))


def _other_period(found: Span, expected: Span, program: Program) -> str:
    return f"giai đoạn {found.label} khác với {expected.label} của chương trình «{program.id}»"
