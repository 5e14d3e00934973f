"""Repairs that cannot change what a text says."""

import re
from unicodedata import normalize

from bantin.model.fields import DAY_FIRST, day_first_to_iso
from bantin.model.keys import DATE_KEYS, FRONT_MATTER_KEYS
from bantin.vietnamese.odd_characters import without_hidden
from bantin.vietnamese.tone import place_tones

_FENCE = "---"
# Two letters of other alphabets that look like Đ.
_LOOK_ALIKE = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ"})
_DATE = re.compile(
    rf"^(\s*(?:- )?(?:{'|'.join(sorted(DATE_KEYS))}):\s*)"
    rf"(?P<quote>[\"']?)(?P<day>{DAY_FIRST.pattern})(?P=quote)\s*$"
)
_KEY = re.compile(r"^([a-z_]+):")
_NAME = re.compile(r"^(\s+(?:- )?(?:\{)?name:\s*)(.+)$")


def fix_article(text: str) -> str:
    """Return an article file with its form repaired; without front matter only its characters."""
    text = fix_characters(text)
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)
    if lines[0].rstrip() != _FENCE or not end:
        return text
    front = _in_order([_fix_date(line) for line in lines[1:end]])
    return "\n".join([lines[0], *front, *lines[end:]])


def with_id(text: str, id_: str) -> str:
    """Return an article file with its id written above its old addresses."""
    head, key, rest = text.partition("\naliases:")
    return f"{head}\nid: {id_}{key}{rest}"


def fix_registry(text: str) -> str:
    """Return a registry file with its characters, dates and the tone marks of names repaired."""
    lines = [_fix_date(line) for line in fix_characters(text).split("\n")]
    return "\n".join(_NAME.sub(_place_tones, line) for line in lines)


def fix_characters(text: str) -> str:
    """Return text in NFC, Unix line ends, without characters that only look like a space or a Đ."""
    text = without_hidden(text.replace("\r\n", "\n")).translate(_LOOK_ALIKE)
    return normalize("NFC", text)


def _fix_date(line: str) -> str:
    """Return a line “date: 25/04/2024” as “date: 2024-04-25”, even if there is no such day."""
    match = _DATE.match(line)
    return f"{match[1]}{day_first_to_iso(match['day'])}" if match else line


def _in_order(lines: list[str]) -> list[str]:
    """Return lines with top-level keys in the model's order; comments go with the key below."""
    blocks: list[tuple[str, list[str]]] = []
    comments: list[str] = []
    for line in lines:
        if match := _KEY.match(line):
            blocks.append((match[1], [*comments, line]))
            comments = []
        elif line.startswith("#") or not line.strip() or not blocks:
            comments.append(line)
        else:
            blocks[-1][1].extend([*comments, line])
            comments = []
    repaired = [(key, _with_tones(key, block)) for key, block in blocks]
    repaired.sort(key=lambda pair: _position(pair[0]))
    return [line for _, block in repaired for line in block] + comments


def _position(key: str) -> int:
    """Return where a key comes in front matter; unknown ones last."""
    keys = FRONT_MATTER_KEYS
    return keys.index(key) if key in keys else len(keys)


def _with_tones(key: str, block: list[str]) -> list[str]:
    """Place the tone marks of agency names alone: people spell their names as they like."""
    return [_NAME.sub(_place_tones, line) for line in block] if key == "agencies" else block


def _place_tones(match: re.Match[str]) -> str:
    return match[1] + place_tones(match[2])
