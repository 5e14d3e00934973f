"""The typed records of the portal: what an article, a programme and an agency are."""

from bantin.model.article import (
    Article,
    Correction,
    FrontMatter,
    Meeting,
    Outcome,
    Party,
    Person,
    Photo,
    Source,
)
from bantin.model.conference import Conference
from bantin.model.problem import Place, Problem
from bantin.model.registry import (
    Agency,
    District,
    Document,
    Glossary,
    Program,
    Province,
    Registries,
)

__all__ = [
    "Agency",
    "Article",
    "Conference",
    "Correction",
    "District",
    "Document",
    "FrontMatter",
    "Glossary",
    "Meeting",
    "Outcome",
    "Party",
    "Person",
    "Photo",
    "Place",
    "Problem",
    "Program",
    "Province",
    "Registries",
    "Source",
]
