"""Bylines: the names on a line that says who wrote an article."""

import re

BETWEEN_NAMES = re.compile(r"\s*[,;&]\s*|\s+(?:và|[-–])\s+")


def names_of(byline: str) -> tuple[str, ...]:
    """Return the names on a byline: “Trí Nhân, Bá Hải” are two."""
    return tuple(filter(None, BETWEEN_NAMES.split(byline)))
