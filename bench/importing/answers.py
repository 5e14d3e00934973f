"""What ``bantin accept`` kept of editors' answers, read again by the importer of today.

Each line of ``data/import-answers.jsonl`` has the words that a guess was made from and the right
value. The words are recognised anew, alone; a field is right if it gives the right value.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bantin.gazetteer.agencies import AgencyDirectory
from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.page import ImportPage
from bantin.importing.drafting.draft import make_draft
from bantin.importing.extract.blocks import Block
from bantin.importing.recognition.article import recognise
from bantin.model import Registries
from bantin.runtime.clock import build_date

HEAD = "| field | site | answers | given | right | precision | recall | taken as they were |\n"
HEAD += "|---|---|---:|---:|---:|---:|---:|---:|"


@dataclass
class Row:
    """The answers about one field of one site's pages."""

    answers: int = 0
    given: int = 0
    right: int = 0
    kept: int = 0


def replay(file: Path, registries: Registries) -> dict[tuple[str, str], Row]:
    """Return how the importer reads the words of each answer, by field and site."""
    rows: dict[tuple[str, str], Row] = defaultdict(Row)
    directory = AgencyDirectory(registries)
    for line in file.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        row = rows[told["field"], told["site"] or "–"]
        given = _read(told["evidence"], told["field"], directory)
        row.answers += 1
        row.given += bool(given)
        row.right += bool(given) and given == told["right"]
        row.kept += told["guess"] == told["right"]
    return dict(rows)


def _read(words: str, field: str, directory: AgencyDirectory) -> str:
    """Return the value of a field that some words alone give, as ``bantin accept`` shows it."""
    page = ImportPage(Finding(words, words), None, (Block(words),))
    fields: Any = make_draft(recognise(page, directory), build_date({}), []).fields
    for key in field.split("."):
        fields = fields.get(key) if isinstance(fields, dict) else None
    items = fields if isinstance(fields, list) else [] if fields is None else [fields]
    return ", ".join(str(item) for item in items)


def replay_table(rows: Iterable[tuple[tuple[str, str], Row]]) -> str:
    """Return the rows as Markdown."""
    lines = [HEAD]
    for (field, site), row in sorted(rows):
        precision = row.right / row.given if row.given else 0
        lines.append(
            f"| {field} | {site} | {row.answers} | {row.given} | {row.right} | {precision:.2f}"
            f" | {row.right / row.answers:.2f} | {row.kept / row.answers:.0%} |"
        )
    return "\n".join(lines)
