"""A record that an article needs and no registry has, made up by import for an editor to accept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from bantin.model.registry import (
    RECORD_TYPES,
    Agency,
    District,
    Document,
    Program,
    Province,
    Registries,
)

Record: TypeAlias = Agency | Province | District | Program | Document


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed record.

    Attributes:
        registry: that it is for, such as ``agencies``.
        record: the record.
        fields: its values as they are written in a file.
        evidence: the words it was made from.
        path: of the file that holds it, from the project root; empty before it is written.
    """

    registry: str
    record: Record
    fields: Mapping[str, Any]
    evidence: str
    path: str = ""

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id


def with_proposals(registries: Registries, proposals: Iterable[Proposal]) -> Registries:
    """Return registries with proposed records added; one that is there already stays."""
    records: dict[str, dict[str, Any]] = {
        name: dict(getattr(registries, name)) for name in RECORD_TYPES
    }
    for one in proposals:
        records[one.registry].setdefault(one.id, one.record)
    return Registries(**records, glossary=registries.glossary)
