"""The proposals of import, read from ``data/proposals/*.yml``.

A file has, for each registry, a list of records with the words that each was made from. Drafts may
name proposed records; nothing else of the portal knows them.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bantin.model import Location, Problem
from bantin.model.proposal import Proposal
from bantin.model.registry import RECORD_TYPES
from bantin.reading.messages import problems_of
from bantin.reading.registry import load_file
from bantin.reading.yaml.reader import FieldLocations, Value

FOLDER = "proposals"
_FORM = "cần «{}:» rồi danh sách các mục có «record» và «evidence», như «bantin import» viết"


def read_proposals(data: Path) -> tuple[list[Proposal], list[Problem]]:
    """Return the proposals of a data folder, and what is wrong with their files."""
    proposals: list[Proposal] = []
    problems: list[Problem] = []
    for file in sorted((data / FOLDER).glob("*.yml")):
        shown = f"{data.name}/{FOLDER}/{file.name}"
        loaded = load_file(file.parent, file.stem, shown)
        if isinstance(loaded, Problem):
            problems.append(loaded)
        elif loaded is not None:
            proposals += _read(shown, *loaded, problems)
    return proposals, problems


def _read(
    shown: str, value: Value, locations: FieldLocations, problems: list[Problem]
) -> Iterable[Proposal]:
    if not isinstance(value, dict):
        problems.append(Problem(Location(shown), _FORM.format("agencies")))
        return
    for name, items in value.items():
        if name not in RECORD_TYPES or not isinstance(items, list):
            at = locations.locate((name,))
            problems.append(Problem(at.of(shown), _FORM.format("|".join(RECORD_TYPES))))
            continue
        for number, item in enumerate(items):
            one = _read_item(shown, name, number, item, locations)
            if isinstance(one, Proposal):
                yield one
            else:
                problems += one


def _read_item(
    shown: str, name: str, number: int, item: Value, locations: FieldLocations
) -> Proposal | list[Problem]:
    fields = item.get("record") if isinstance(item, dict) else None
    if not isinstance(item, dict) or not isinstance(fields, dict):
        return [Problem(locations.locate((name, number)).of(shown), _FORM.format(name))]
    made = make_proposal(name, fields, str(item.get("evidence", "")), shown)
    if isinstance(made, Proposal):
        return made
    under = (name, number, "record")
    return problems_of(shown, made.errors(include_url=False), locations, RECORD_TYPES[name], under)


def make_proposal(
    registry: str, fields: dict[str, Any], evidence: str, path: str = ""
) -> Proposal | ValidationError:
    """Return a proposal, or what is wrong with its fields."""
    try:
        record = _adapter(registry).validate_python(fields)
    except ValidationError as error:
        return error
    return Proposal(registry, record, fields, evidence, path)


@cache
def _adapter(registry: str) -> TypeAdapter[Any]:
    return TypeAdapter(RECORD_TYPES[registry])
