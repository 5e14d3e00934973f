"""Lines for ``data/glossary.yml`` that would give a query its answer."""

import json
import re
from collections.abc import Iterator

from bantin.search.asked.judgement import Finding, Kind
from bantin.vietnamese.syllables import is_syllable

# What YAML reads as a text without quotes, apart from the words that it reads as something else.
PLAIN = re.compile(r"[^\W\d_][\w ]*(?<! )")
READ_OTHERWISE = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
# For an editor to fill in: only a person knows what readers meant.
OPEN = "…"
CODE = re.compile(r"[A-ZĐ]{2,}")


def glossary_lines(finding: Finding) -> Iterator[str]:
    """Yield lines for the glossary, under their key; “…” is for an editor to fill in."""
    query, result = finding.asked.query, finding.result
    if finding.kind is Kind.MENDED:
        yield from _entry("spellings", "canonical", result.searched_for, "variants", query)
        return
    if result.offered:
        yield from _entry("synonyms", "term", result.offered, "others", query)
        return
    missing = dict.fromkeys((*result.absent, *result.ignored)) or {query: None}
    covered = [run for run in missing if " " in run]
    for part in missing:
        if part in covered or not any(part in run.split() for run in covered):
            yield from _missing(part, query)


def _missing(part: str, query: str) -> Iterator[str]:
    code = next((word for word in CODE.findall(query) if word.lower() == part), "")
    if code and not is_syllable(part):
        yield from (
            "abbreviations:",
            f"  - form: {scalar(code)}",
            "    expansions:",
            f"      - {OPEN}",
        )
    else:
        yield from _entry("synonyms", "term", OPEN, "others", part)


def _entry(name: str, key: str, value: str, others: str, typed: str) -> Iterator[str]:
    yield f"{name}:"
    yield f"  - {key}: {value if value == OPEN else scalar(value)}"
    yield f"    {others}:"
    yield f"      - {scalar(typed)}"


def scalar(text: str) -> str:
    """Return a text as YAML has it on one line."""
    is_plain = PLAIN.fullmatch(text) and text.lower() not in READ_OTHERWISE
    return text if is_plain else json.dumps(text, ensure_ascii=False)
