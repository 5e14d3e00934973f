"""The records of the portal, typed: articles, registries, problems, settings.

What fields there are, in which order, with which titles and labels, is written here and nowhere
else; validation, browser form, JSON Schemas and handbook follow.
"""

from bantin.model.article import (
    Aggregator,
    Article,
    Correction,
    FrontMatter,
    Meeting,
    Person,
    Photo,
    Review,
    Source,
)
from bantin.model.body import Heading, Link, Outcome
from bantin.model.conference import Conference
from bantin.model.fields import Party
from bantin.model.problem import Location, Problem
from bantin.model.registry import (
    Agency,
    District,
    Document,
    Glossary,
    Program,
    Province,
    Registries,
)
from bantin.model.tasks.record import FollowUp, Task, TaskNote

__all__ = [
    "Agency",
    "Aggregator",
    "Article",
    "Conference",
    "Correction",
    "District",
    "Document",
    "FollowUp",
    "FrontMatter",
    "Glossary",
    "Heading",
    "Link",
    "Location",
    "Meeting",
    "Outcome",
    "Party",
    "Person",
    "Photo",
    "Problem",
    "Program",
    "Province",
    "Registries",
    "Review",
    "Source",
    "Task",
    "TaskNote",
]
