"""Names of people and of models, drawn from more combinations than a corpus can use up."""

import json
from pathlib import Path
from random import Random

PARTS = json.loads(Path(__file__).with_name("names.json").read_text(encoding="utf-8"))
SURNAMES, MIDDLES, GIVEN, WORDS = (
    tuple(PARTS[name]) for name in ("surnames", "middles", "given", "words")
)
# Exponent of the share that the person of rank r has of all mentions.
SKEW = 0.5


def person_name(rank: int) -> str:
    """Return the full name of the person of a rank; ranks in the hundred thousands differ."""
    shuffled = rank * 7919 % (len(SURNAMES) * len(MIDDLES) * len(GIVEN))
    rest, given = divmod(shuffled, len(GIVEN))
    surname, middle = divmod(rest, len(MIDDLES))
    return f"{SURNAMES[surname % len(SURNAMES)]} {MIDDLES[middle]} {GIVEN[given]}"


def person_rank(random: Random, number: int) -> int:
    """Draw a person for article ``number``: few are named often, new ones keep coming."""
    return int((number + 200) * random.random() ** (1 / (1 - SKEW)))


def model_name(random: Random) -> str:
    """Return the name of a local model: two to five words in quotes."""
    words = " ".join(random.choices(WORDS, k=random.randint(2, 5)))
    return f"“{words[:1].upper()}{words[1:]}”"
