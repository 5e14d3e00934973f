"""Chance."""

from random import Random


def happens(random: Random, share: float) -> bool:
    """Return true in a given share of calls."""
    return random.random() < share
