"""Golden cases of Markdown: a body in, all that is read out of it. ``markdown.yml`` says how."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from bantin.markdown import BodySection, Fault, ParsedBody, examine
from bantin.markdown.outcome import outcome_of

FILE = Path(__file__).with_name("markdown.yml")
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))
KEYS = ("headings", "outcome", "links", "text", "problems", "advice")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_body_is_read_like_this(case: dict[str, Any]) -> None:
    body, faults = examine(case["markdown"])
    assert facts(body, faults) == {key: case[key] for key in KEYS if key in case}
    if "html" in case:
        assert body.html.strip() == case["html"].strip()


def test_no_case_has_the_name_of_another_or_a_key_that_nobody_reads() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))
    assert {key for case in CASES for key in case} <= {"name", "markdown", "html", *KEYS}


def facts(body: ParsedBody, faults: Sequence[Fault]) -> dict[str, Any]:
    """Return what was read in the words of a case, without what is empty."""
    read = {
        "headings": [f"{h.line}: h{h.level}#{h.id} {h.text}" for h in body.headings],
        "outcome": outcome(body),
        "links": [
            f"{link.line}:{link.column} {'!' * link.is_picture}{link.target}" for link in body.links
        ],
        "text": {key_of(section): [*section.paragraphs] for section in body.sections},
        "problems": [said(fault) for fault in faults if not fault.is_advice],
        "advice": [said(fault) for fault in faults if fault.is_advice],
    }
    return {key: value for key, value in read.items() if value}


def key_of(section: BodySection) -> str:
    if section.is_footnotes:
        return "footnotes"
    return f"#{section.heading.id}" if section.heading else "opening"


def said(fault: Fault) -> str:
    return f"{fault.line}:{fault.column} {fault.message}"


def outcome(body: ParsedBody) -> dict[str, str]:
    """Return each part of the outcome that there is: where it leads, and what it says."""
    found = outcome_of(body.sections)
    parts = {
        "results": (found.results_id, found.results),
        "limits": (found.limits_id, found.limits),
        "tasks": (found.tasks_id, found.tasks),
    }
    return {name: f"#{id_} {text}" for name, (id_, text) in parts.items() if text}
