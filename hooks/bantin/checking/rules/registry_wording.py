"""Advice on the names in registries, as on the title of an article; entries written twice."""

from collections.abc import Iterator

from bantin.checking.field_problem import FieldProblem
from bantin.model.problem import Severity
from bantin.model.registry import RECORD_TYPES
from bantin.reading import Content
from bantin.reading.text_advice import advise_letters

TWICE = "«{}» đã có ở một mục trên; hãy gộp hai mục làm một"
# The lists of the glossary, each with the field that its entries are found by.
ENTRIES = {"abbreviations": "form", "spellings": "canonical", "synonyms": "term", "regions": "name"}
NAMES = ("name", "short")


def check_registry_wording(content: Content) -> Iterator[FieldProblem]:
    """Yield advice on names of records, and problems of entries that the glossary has twice."""
    for registry in RECORD_TYPES:
        path = f"{content.data.name}/{registry}.yml"
        for id_, record in getattr(content.registries, registry).items():
            for field in NAMES:
                for message in advise_letters(getattr(record, field, None) or ""):
                    yield FieldProblem(path, (id_, field), message, Severity.ADVICE)
    for name, field in ENTRIES.items():
        seen = set[str]()
        for number, entry in enumerate(getattr(content.registries.glossary, name)):
            written = getattr(entry, field)
            if written in seen:
                path = f"{content.data.name}/glossary.yml"
                yield FieldProblem(path, (name, number, field), TWICE.format(written))
            seen.add(written)
