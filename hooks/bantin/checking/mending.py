"""What can be shown in spite of problems, for an editor who is still at work."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bantin.catalog.documents import DocumentIndex
from bantin.checking.rules.lineage import FIELDS
from bantin.model import Article, Party, Problem, Program, Registries
from bantin.reading import Content


def mend(content: Content, problems: Sequence[Problem]) -> Content:
    """Return the content without what is wrong: articles left out, ids that lead nowhere cut."""
    if not problems:
        return content
    kept = content.without(problems)
    registries = _cut(kept.registries)
    documents = DocumentIndex(registries.documents)
    articles = tuple(a for a in kept.articles if _is_whole(a, registries, documents))
    return replace(kept, articles=articles, registries=registries)


def _cut(registries: Registries) -> Registries:
    districts = {
        id_: record
        for id_, record in registries.districts.items()
        if record.province in registries.provinces
    }
    known = replace(registries, districts=districts)
    for name, fields in FIELDS.items():
        trimmed = {id_: _trim(r, fields, known) for id_, r in getattr(known, name).items()}
        changed: dict[str, Any] = {name: trimmed}
        known = replace(known, **changed)
    programs = {id_: _named(program, known) for id_, program in known.programs.items()}
    return replace(known, programs=programs)


def _trim(record: Any, fields: dict[str, str], known: Registries) -> Any:  # noqa: ANN401 -- any record
    changed: dict[str, Any] = {}
    for field, target in fields.items():
        value, records = getattr(record, field), getattr(known, target)
        if isinstance(value, str):
            changed |= {} if value in records else {field: None}
        elif value:
            changed[field] = tuple(id_ for id_ in value if id_ in records)
    return replace(record, **changed) if changed else record


def _named(program: Program, known: Registries) -> Program:
    parties = tuple(
        Party(name=party.id) if party.id and party.id not in known.agencies else party
        for party in program.parties
    )
    return replace(program, parties=parties)


def _is_whole(article: Article, known: Registries, documents: DocumentIndex) -> bool:
    """Whether all it names is there; a record that cannot be read is told in its own file."""
    front = article.front
    signs = front.conference.signs if front.conference else ()
    programs = {id_ for id_ in (*front.programs, *signs) if not id_.isdigit()}
    agencies = {*article.agency_ids, *(person.agency for person in front.people if person.agency)}
    return (
        agencies <= known.agencies.keys()
        and programs <= known.programs.keys()
        and {*front.provinces} <= known.provinces.keys()
        and {*front.districts} <= known.districts.keys()
        and all(documents.find(named) for named in front.documents)
    )
