"""Registries against themselves: every id resolves, and succession forms no cycle."""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from bantin.checking.field_problem import FieldProblem
from bantin.model import Agency, District, Document, Program, Province, Registries
from bantin.model.lineage import in_cycle, linked_ids
from bantin.model.suggestion import suggest_record
from bantin.reading import Content

Record: TypeAlias = Agency | District | Document | Program | Province
Unread: TypeAlias = Mapping[str, Collection[str]]

# Fields that hold ids, by registry, and the registry that each must be found in.
FIELDS: dict[str, dict[str, str]] = {
    "agencies": {
        "succeeded_by": "agencies",
        "parent": "agencies",
        "province": "provinces",
        "district": "districts",
    },
    "provinces": {"succeeded_by": "provinces", "document": "documents"},
    "districts": {"succeeded_by": "districts", "province": "provinces"},
    "programs": {"renews": "programs", "implements": "programs", "documents": "documents"},
}
# Registries and fields along which nothing may lead back to itself.
CHAINS = (("agencies", "succeeded_by"), ("provinces", "succeeded_by"),
          ("districts", "succeeded_by"), ("agencies", "parent"),
          ("programs", "renews"), ("programs", "implements"))  # fmt: skip


def check_lineage(content: Content) -> Iterator[FieldProblem]:
    """Yield faults of the registries: unknown ids, spans turned round, cycles."""
    registries, folder, unread = (
        content.registries,
        content.data.name,
        content.unread_ids,
    )
    for name, fields in FIELDS.items():
        records = getattr(registries, name)
        for record in records.values():
            path = f"{folder}/{name}.yml"
            yield from _check_ids(path, record, fields, registries, unread)
            yield from _check_span(path, record)
    yield from _check_parties(f"{folder}/programs.yml", registries, unread.get("agencies", ()))
    yield from _check_regions(f"{folder}/glossary.yml", registries, unread.get("provinces", ()))
    for name, field in CHAINS:
        yield from _check_cycles(f"{folder}/{name}.yml", getattr(registries, name), field)


def _check_ids(
    path: str, record: Record, fields: Mapping[str, str], registries: Registries, unread: Unread
) -> Iterator[FieldProblem]:
    for field, target in fields.items():
        records, others = getattr(registries, target), unread.get(target, ())
        value = getattr(record, field)
        for number, id_ in enumerate(linked_ids(record, field)):
            if id_ not in records and id_ not in others:
                hint = suggest_record(id_, records)
                message = f"mã «{id_}» của «{record.id}» không có trong data/{target}.yml{hint}"
                at: tuple[str | int, ...] = (field,) if isinstance(value, str) else (field, number)
                yield FieldProblem(path, (record.id, *at), message)


def _check_span(path: str, record: Record) -> Iterator[FieldProblem]:
    start, end = getattr(record, "valid_from", None), getattr(record, "valid_to", None)
    if start and end and start.first and end.last and start.first > end.last:
        yield FieldProblem(
            path, (record.id, "valid_to"), f"«{record.id}» kết thúc trước khi bắt đầu"
        )


def _check_parties(
    path: str, registries: Registries, unread: Collection[str]
) -> Iterator[FieldProblem]:
    for program in registries.programs.values():
        for number, party in enumerate(program.parties):
            if party.id and party.id not in {*registries.agencies, *unread}:
                hint = suggest_record(party.id, registries.agencies)
                message = f"mã «{party.id}» không có trong data/agencies.yml{hint}"
                yield FieldProblem(path, (program.id, "parties", number), message)


def _check_regions(
    path: str, registries: Registries, unread: Collection[str]
) -> Iterator[FieldProblem]:
    for number, region in enumerate(registries.glossary.regions):
        for at, id_ in enumerate(region.provinces):
            if id_ not in {*registries.provinces, *unread}:
                hint = suggest_record(id_, registries.provinces)
                message = f"mã «{id_}» của «{region.name}» không có trong data/provinces.yml{hint}"
                yield FieldProblem(path, ("regions", number, "provinces", at), message)


def _check_cycles(path: str, records: Mapping[str, Record], field: str) -> Iterator[FieldProblem]:
    for id_ in in_cycle(records, field):
        yield FieldProblem(path, (id_, field), f"«{id_}» qua «{field}» lại dẫn về chính nó")
