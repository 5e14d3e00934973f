"""A text as a scalar of YAML: bare where that reads back as the same text, else in quotes."""

import re
from typing import Any

from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from bantin.model.keys import DATE_KEYS
from bantin.reading.yaml.reader import YamlError, load
from bantin.vietnamese.dates import parse_date

# Their values are codes of years, bare in every article; a program may take one for a number.
YEAR_KEYS = frozenset({*DATE_KEYS, "period", "covers", "signs"})
YEAR = re.compile(r"[12][0-9]{3}")
_STRING = "tag:yaml.org,2002:str"


def scalar(text: str, key: str) -> Any:  # noqa: ANN401 - ruamel's kinds of scalar
    """Return a text as ruamel writes it without needless quotes, and with those that it needs.

    Args:
        text: on one line.
        key: whose value it is, or whose list it is in.
    """
    if key in DATE_KEYS and (day := _day(text)):
        return day
    if key in YEAR_KEYS and YEAR.fullmatch(text):
        return int(text)
    if _is_read_back(text):
        return text
    quoted = SingleQuotedScalarString if '"' in text or "\\" in text else DoubleQuotedScalarString
    return quoted(text)


def _day(text: str) -> Any:  # noqa: ANN401 - ruamel's scalar for a date
    try:
        date = parse_date(text)
    except ValueError:
        return None
    return date.first if date.precision == "day" else None


def _is_read_back(text: str) -> bool:
    """Whether a bare text is read as itself, here and by a program that knows numbers."""
    try:
        value, _ = load(f"a: {text}")
    except YamlError:
        return False
    plain = VersionedResolver().resolve(ScalarNode, text, (True, False))
    return value == {"a": text} and str(plain) == _STRING
