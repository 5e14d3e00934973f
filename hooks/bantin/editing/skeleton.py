"""A new article with the fields an editor gave and the headings to write under."""

from typing import Any

from bantin.importing.drafting.writing import dump
from bantin.model.keys import FRONT_MATTER_KEYS
from bantin.model.labels import OUTCOME_SAMPLES, OUTCOMES

BODY = "\n".join(f"## {OUTCOMES[name]}\n\n{text}\n" for name, text in OUTCOME_SAMPLES.items())


def write_skeleton(fields: dict[str, Any]) -> str:
    """Return a draft in Markdown; empty fields are left out."""
    ordered = {key: fields[key] for key in FRONT_MATTER_KEYS if fields.get(key)}
    return f"---\n{dump(ordered)}---\n\n{BODY}"
