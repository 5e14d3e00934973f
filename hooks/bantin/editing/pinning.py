"""Ids of followed tasks bound to their opening words, so that edits of other items spare them."""

import re

from bantin.model.tasks.ids import Pin

_FENCE = "---"
_BARE = re.compile(r"\w[\w ]*")


def with_pins(text: str, pins: list[Pin]) -> str:
    """Return an article file with a note for each pin; one whose note it cannot read stays out."""
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)
    if not end:
        return text
    head = lines[:end]
    for pin in pins:
        head = _with_pin(head, pin)
    return "\n".join([*head, *lines[end:]])


def _with_pin(head: list[str], pin: Pin) -> list[str]:
    start = next((n for n, line in enumerate(head) if line.startswith("tasks:")), None)
    begins = f"begins: {_scalar(pin.begins)}"
    new = f"  - {{id: {pin.id}, {begins}}}"
    if start is None:
        return [*head, "tasks:", new]
    if head[start].rstrip() != "tasks:":
        return head  # a list in brackets: check goes on advising
    stop = next((n for n in range(start + 1, len(head)) if not head[n].startswith(" ")), len(head))
    own = re.compile(rf"(\s+- \{{?id: {re.escape(pin.id)})(,|}}|$)(.*)")
    for number in range(start + 1, stop):
        if match := own.fullmatch(head[number]):
            return [*head[:number], *_with_words(match, begins), *head[number + 1 :]]
    return [*head[:stop], new, *head[stop:]]


def _with_words(note: re.Match[str], begins: str) -> list[str]:
    """Return the lines of a note with its opening words, in brackets or below each other."""
    if note[2]:
        return [f"{note[1]}, {begins}{note[2]}{note[3]}"]
    indent = " " * (len(note[1]) - len(note[1].lstrip()) + 2)
    return [note[1], f"{indent}{begins}"]


def _scalar(text: str) -> str:
    """Return a text for a mapping in brackets."""
    if _BARE.fullmatch(text):
        return text
    return f"'{text.replace(chr(39), chr(39) * 2)}'" if '"' in text else f'"{text}"'
