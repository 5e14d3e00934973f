"""What can be shown in spite of problems, for an editor who is still at work in ``serve``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bantin.catalog.documents import DocumentIndex
from bantin.checking.rules.lineage import FIELDS
from bantin.model import Article, Party, Problem, Program, Registries
from bantin.reading import Content


def valid_part(content: Content, problems: Sequence[Problem]) -> Content:
    """Return the content without what is wrong: no such article, no id that leads nowhere."""
    if not problems:
        return content
    content = content.without(problems)
    registries = _without_dead_ids(content.registries)
    documents = DocumentIndex(registries.documents)
    articles = tuple(a for a in content.articles if _is_complete(a, registries, documents))
    return replace(content, articles=articles, registries=registries)


def _without_dead_ids(registries: Registries) -> Registries:
    districts = {
        id_: record
        for id_, record in registries.districts.items()
        if record.province in registries.provinces
    }
    result = replace(registries, districts=districts)
    for name, fields in FIELDS.items():
        records = {id_: _trim(r, fields, result) for id_, r in getattr(result, name).items()}
        changed: dict[str, Any] = {name: records}
        result = replace(result, **changed)
    programs = {id_: _with_named_parties(p, result) for id_, p in result.programs.items()}
    return replace(result, programs=programs)


def _trim(record: Any, fields: dict[str, str], registries: Registries) -> Any:  # noqa: ANN401 - any record
    """Return a record without the ids, in some fields, that name no record."""
    changed: dict[str, Any] = {}
    for field, target in fields.items():
        value, records = getattr(record, field), getattr(registries, target)
        if isinstance(value, str):
            changed |= {} if value in records else {field: None}
        elif value:
            changed[field] = tuple(id_ for id_ in value if id_ in records)
    return replace(record, **changed) if changed else record


def _with_named_parties(program: Program, registries: Registries) -> Program:
    """Return a programme in which a party without a record is only a name."""
    parties = tuple(
        Party(name=party.id) if party.id and party.id not in registries.agencies else party
        for party in program.parties
    )
    return replace(program, parties=parties)


def _is_complete(article: Article, registries: Registries, documents: DocumentIndex) -> bool:
    """Whether every record that an article names could be read."""
    front = article.front
    signs = front.conference.signs if front.conference else ()
    programs = {id_ for id_ in (*front.programs, *signs) if not id_.isdigit()}
    agencies = {*article.agency_ids, *(person.agency for person in front.people if person.agency)}
    return (
        agencies <= registries.agencies.keys()
        and programs <= registries.programs.keys()
        and {*front.provinces} <= registries.provinces.keys()
        and {*front.districts} <= registries.districts.keys()
        and all(documents.find(cited) for cited in front.documents)
    )
