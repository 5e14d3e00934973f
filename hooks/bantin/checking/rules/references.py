"""Ids named by an article: their records exist, and existed on the day of the conference."""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from bantin.catalog.documents import DocumentIndex
from bantin.checking.field_problem import FieldProblem
from bantin.model import Article, Document, Meeting, Program, Registries
from bantin.model.lineage import kin
from bantin.model.problem import FieldPath
from bantin.model.registry import Dated
from bantin.model.suggestion import suggest_record
from bantin.reading import Content
from bantin.vietnamese.dates import PartialDate, in_figures, in_words
from bantin.vietnamese.spans import Span

Records: TypeAlias = Mapping[str, Dated] | Mapping[str, Program] | Mapping[str, Document]


def check_references(content: Content) -> Iterator[FieldProblem]:
    """Yield a problem for each id that is unknown, ambiguous or not valid on the day."""
    registries, unread = content.registries, content.unread_ids
    proposed = {(one.registry, one.id): one.path for one in content.proposals}
    documents, dated = DocumentIndex(registries.documents), _dated(registries)
    known = {*unread.get("documents", ()), *(id_ for _, id_ in proposed)}
    for article in content.articles:
        path = content.file_of(article)
        for name, field, id_ in _references(article):
            records: Records = getattr(registries, name)
            if id_ in records or id_ in unread.get(name, ()):
                continue
            if where := proposed.get((name, id_)):
                yield from _check_accepted(path, article, field, id_, where)
            else:
                hint = suggest_record(id_, records)
                yield FieldProblem(path, field, f"mã «{id_}» không có trong data/{name}.yml{hint}")
        yield from _check_validity(path, article, registries, dated)
        yield from _check_documents(path, article, documents, known)
        yield from _check_period(path, article, registries)


def _check_accepted(
    path: str, article: Article, field: FieldPath, id_: str, where: str
) -> Iterator[FieldProblem]:
    """Yield a problem of a proposed record in an article that is no draft."""
    if not article.front.is_draft:
        message = f"mã «{id_}» mới là đề nghị trong {where}; hãy chạy «bantin accept {path}»"
        yield FieldProblem(path, field, message)


def _references(article: Article) -> Iterator[tuple[str, FieldPath, str]]:
    """Yield registry, field and id of each record that an article names."""
    front = article.front
    for i, party in enumerate(front.agencies):
        if party.id:
            yield "agencies", ("agencies", i), party.id
    for i, person in enumerate(front.people):
        if person.agency:
            yield "agencies", ("people", i, "agency"), person.agency
    yield from _owners(article)
    for i, id_ in enumerate(front.programs):
        yield "programs", ("programs", i), id_
    yield from _programs_of_meeting(front.conference)
    for i, id_ in enumerate(front.provinces):
        yield "provinces", ("provinces", i), id_
    for i, id_ in enumerate(front.districts):
        yield "districts", ("districts", i), id_


def _programs_of_meeting(meeting: Meeting | None) -> Iterator[tuple[str, FieldPath, str]]:
    for i, id_ in enumerate(meeting.signs if meeting else ()):
        if not id_.isdigit():  # a year
            yield "programs", ("conference", "signs", i), id_
    for i, review in enumerate(meeting.reviews if meeting else ()):
        yield "programs", ("conference", "reviews", i, "program"), review.program


def _owners(article: Article) -> Iterator[tuple[str, FieldPath, str]]:
    for i, note in enumerate(article.front.tasks):
        for j, party in enumerate(note.owners):
            if party.id:
                yield "agencies", ("tasks", i, "owners", j), party.id


def _dated(registries: Registries) -> Mapping[str, Mapping[str, Dated]]:
    """Return, by registry, the records that are not valid on every day."""
    return {
        name: {r.id: r for r in getattr(registries, name).values() if r.valid_from or r.valid_to}
        for name in ("agencies", "provinces", "districts")
    }


def _check_validity(
    path: str, article: Article, registries: Registries, dated: Mapping[str, Mapping[str, Dated]]
) -> Iterator[FieldProblem]:
    day = article.front.conference.date if article.front.conference else None
    if day is None:
        return
    for name, records in dated.items():
        ids = article.agency_ids if name == "agencies" else getattr(article.front, name)
        for id_ in ids:
            record = records.get(id_)
            if record and not record.is_valid_on(day):
                message = not_valid(record, getattr(registries, name), day)
                yield FieldProblem(path, (name, _position(article, name, id_)), message)


def _position(article: Article, name: str, id_: str) -> int:
    if name != "agencies":
        return int(getattr(article.front, name).index(id_))
    return [party.id for party in article.front.agencies].index(id_)


def not_valid(record: Dated, records: Mapping[str, Dated], day: PartialDate) -> str:
    """Return that a record does not exist on a day, and which of its line does."""
    right = [other for other in kin(records, record.id) if other.is_valid_on(day)]
    hint = "; có phải " + " hay ".join(f"«{r.id}» ({_with_dates(r)})" for r in right) + "?"
    start = record.valid_from.first if record.valid_from else None
    is_early = bool(start and day.last and day.last < start)
    when = f"{'chưa có' if is_early else 'không còn'} vào {in_words(day, weekday=False)}"
    return f"«{record.id}» ({_with_dates(record)}) {when}{hint if right else ''}"


def _with_dates(record: Dated) -> str:
    start = f", từ {in_figures(record.valid_from)}" if record.valid_from else ""
    end = f", đến {in_figures(record.valid_to)}" if record.valid_to else ""
    return f"{record.name}{start}{end}"


def _check_documents(
    path: str, article: Article, index: DocumentIndex, unread: Collection[str]
) -> Iterator[FieldProblem]:
    for position, cited in enumerate(article.front.documents):
        field = ("documents", position)
        matches = index.find(cited)
        if not matches and cited not in unread:
            hint = index.suggest(cited)
            message = f"văn bản «{cited}» không có trong data/documents.yml{hint}"
            yield FieldProblem(path, field, message)
        if len(matches) > 1:
            choices = ", ".join(f"«{document.id}»" for document in matches)
            message = f"số «{cited}» là của {len(matches)} văn bản; hãy ghi mã: {choices}"
            yield FieldProblem(path, field, message)


def _check_period(path: str, article: Article, registries: Registries) -> Iterator[FieldProblem]:
    front = article.front
    if front.period is None:
        return
    if len(front.programs) > 1:
        yield FieldProblem(
            path, ("period",), "chỉ ghi giai đoạn khi bài nêu nhiều nhất một chương trình"
        )
        return
    program = registries.programs.get(front.programs[0]) if front.programs else None
    if program and program.period and program.period != front.period:
        yield FieldProblem(path, ("period",), _other_period(front.period, program.period, program))


def _other_period(written: Span, expected: Span, program: Program) -> str:
    return f"giai đoạn {written.label} khác với {expected.label} của chương trình «{program.id}»"
