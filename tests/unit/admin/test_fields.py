import re
from typing import Any, get_args

import pytest

from bantin.admin.collections import FILES, OVERRIDES, article_fields, articles, registries
from bantin.admin.fields import leaves
from bantin.admin.patterns import DATE
from bantin.admin.wording import CHOICES, HINTS, SINGULAR, SUMMARIES
from bantin.model import (
    Aggregator,
    Correction,
    FollowUp,
    FrontMatter,
    Meeting,
    Party,
    Person,
    Photo,
    Review,
    Source,
    TaskNote,
)
from bantin.model.article import MeetingType, Role, Session, Status
from bantin.model.tasks.record import TaskState

PARTS = {
    "": FrontMatter,
    "conference.": Meeting,
    "conference.reviews.": Review,
    "agencies.": Party,
    "tasks.": TaskNote,
    "tasks.owners.": Party,
    "follows.": FollowUp,
    "people.": Person,
    "photos.": Photo,
    "source.": Source,
    "source.via.": Aggregator,
    "corrections.": Correction,
}
FIELDS = dict(leaves(article_fields()))


@pytest.mark.parametrize("above", PARTS)
def test_every_key_of_the_model_has_a_field(above: str) -> None:
    record: Any = PARTS[above]
    keys = {f"{above}{key}" for key in record.__pydantic_fields__}
    assert keys <= FIELDS.keys()


def test_fields_that_only_the_editor_has_are_listed_here() -> None:
    keys = {f"{above}{key}" for above, part in PARTS.items() for key in _keys(part)}
    rows = {path for path in FIELDS if path.startswith(("inferred.", "to_confirm."))}
    assert FIELDS.keys() - keys - rows == {"conference.plans", "numbers", "body", "original"}


def _keys(part: Any) -> list[str]:  # noqa: ANN401 - pydantic's records have no base in common
    return list(part.__pydantic_fields__)


@pytest.mark.parametrize(
    ("path", "closed"),
    [
        ("status", Status),
        ("conference.session", Session),
        ("conference.types", MeetingType),
        ("people.role", Role),
        ("follows.state", TaskState),
    ],
)
def test_a_closed_list_is_a_choice_in_vietnamese(path: str, closed: object) -> None:
    options = FIELDS[path]["options"]
    assert [one["value"] for one in options] == list(get_args(closed))
    assert all(one["label"] != one["value"] for one in options)
    assert CHOICES.keys() <= FIELDS.keys()


@pytest.mark.parametrize(
    ("path", "registry", "multiple"),
    [
        ("programs", "programs", True),
        ("conference.signs", "programs", True),
        ("agencies.id", "agencies", False),
        ("people.agency", "agencies", False),
        ("provinces", "provinces", True),
        ("districts", "districts", True),
        ("documents", "documents", True),
    ],
)
def test_records_are_chosen_from_their_registry(
    path: str, registry: str, *, multiple: bool
) -> None:
    field = FIELDS[path]
    assert (field["widget"], field["file"], field["multiple"]) == ("relation", registry, multiple)
    assert registry in FILES


def test_every_text_about_a_field_is_about_an_existing_one() -> None:
    for told in (HINTS, SINGULAR, SUMMARIES, OVERRIDES):
        assert told.keys() <= FIELDS.keys()


def test_every_label_is_vietnamese() -> None:
    shown = [field["label"] for path, field in FIELDS.items() if not path.endswith(".item")]
    assert [label for label in shown if re.fullmatch(r"[a-z_]+", label)] == []


def test_required_fields_are_those_of_the_model() -> None:
    top = {path for path, field in FIELDS.items() if field.get("required") and "." not in path}
    assert top == {"title", "status"}


@pytest.mark.parametrize("text", ["2024", "2024-04", "2024-04-25", "--11-28"])
def test_a_date_as_precise_as_it_is_known(text: str) -> None:
    assert re.search(DATE, text)


@pytest.mark.parametrize(
    "text", ["31/04/2024", "2024-02-30", "2024-13", "2024-04-32", "--11", "2024-4-5", ""]
)
def test_other_dates_are_refused_in_the_form(text: str) -> None:
    assert not re.search(DATE, text)


def test_no_field_has_a_dot_in_its_name() -> None:
    assert [field["name"] for field in FIELDS.values() if "." in field["name"]] == []


def test_an_article_is_filed_by_its_own_date() -> None:
    assert articles()["path"].startswith("{{folder |")
    assert "{{year}}" not in repr(articles())


def test_registries_are_read_and_not_shown() -> None:
    assert registries()["hide"] is True
    assert {one["name"] for one in registries()["files"]} == FILES.keys()


def test_a_photograph_is_not_saved_without_a_description() -> None:
    assert FIELDS["photos.alt"]["required"] is True
