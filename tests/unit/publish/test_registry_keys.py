"""A key of a registry record is in the open data and can be written by ``bantin add``."""

from collections.abc import Callable, Mapping
from dataclasses import fields

import pytest

from bantin.catalog import Catalog
from bantin.cli.add import add
from bantin.model.registry import RECORD_TYPES
from bantin.publish.data.files import tables

COMMANDS = {"agencies": "agency", "programs": "program", "documents": "document"}
# Options that may be given several times are named in the singular.
OPTIONS = {"aliases": "--alias", "parties": "--party"}
HISTORY = "what became of an agency concerns several records, which are edited in the file"
BY_HAND = "running words and reasons, easier to write in the file"
RARE = "fewer than one record in four has it"
# Keys that «bantin add» does not ask for, with the reason.
NOT_ASKED = {
    ("agencies", "valid_from"): HISTORY,
    ("agencies", "valid_to"): HISTORY,
    ("agencies", "succeeded_by"): HISTORY,
    ("agencies", "note"): BY_HAND,
    ("agencies", "inferred"): BY_HAND,
    ("programs", "aliases"): RARE,
    ("programs", "period_label"): RARE,
    ("programs", "documents"): RARE,
    ("programs", "note"): BY_HAND,
    ("programs", "inferred"): BY_HAND,
    ("documents", "variants"): RARE,
    ("documents", "note"): BY_HAND,
}
# The State's list of provinces is complete, and the level of districts ended on 2025-06-30.
COMPLETE = {"provinces", "districts"}


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_every_key_is_a_column_of_the_open_data(
    catalog: Callable[[Mapping[str, str]], Catalog], name: str
) -> None:
    table = next(table for table in tables(catalog({})) if table.name == name)
    columns = {column.name for column in table.columns}
    missing = [key.name for key in fields(RECORD_TYPES[name]) if key.name not in columns]
    assert missing == [], f"add these to the table of {name} in publish/data/registries.py"


@pytest.mark.parametrize("name", sorted(RECORD_TYPES.keys() - COMPLETE))
def test_every_key_can_be_added_or_has_its_reason_above(name: str) -> None:
    given = {
        option for parameter in add.commands[COMMANDS[name]].params for option in parameter.opts
    }
    missing = [
        key.name
        for key in fields(RECORD_TYPES[name])
        if OPTIONS.get(key.name, f"--{key.name}") not in given
    ]
    excepted = [key for registry, key in NOT_ASKED if registry == name]
    assert sorted(missing) == sorted(excepted), f"an option of «bantin add {COMMANDS[name]}»"
