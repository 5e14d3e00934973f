"""Advice on the names in registries, as on the title of an article; entries written twice."""

from collections.abc import Iterator

from bantin.checking.field_problem import FieldProblem
from bantin.model.problem import Severity
from bantin.model.registry import RECORD_TYPES
from bantin.reading import Content
from bantin.reading.text_advice import advise_letters

TWICE = "«{}» đã có ở một mục trên; hãy gộp hai mục làm một"


def check_registry_wording(content: Content) -> Iterator[FieldProblem]:
    """Yield advice on names of records, and problems of forms that the glossary has twice."""
    folder = content.data.name
    for registry in RECORD_TYPES:
        for id_, record in getattr(content.registries, registry).items():
            for message in advise_letters(record.name):
                path = f"{folder}/{registry}.yml"
                yield FieldProblem(path, (id_, "name"), message, Severity.ADVICE)
    seen = set[str]()
    for number, entry in enumerate(content.registries.glossary.abbreviations):
        if entry.form in seen:
            field = ("abbreviations", number, "form")
            yield FieldProblem(f"{folder}/glossary.yml", field, TWICE.format(entry.form))
        seen.add(entry.form)
