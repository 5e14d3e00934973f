from typing import get_args

from bantin.model import FrontMatter, Glossary, Meeting, Person, Province
from bantin.model.keys import DATE_KEYS, FRONT_MATTER_KEYS, keys_by_path, parts_of, titles_of
from bantin.model.labels import DISTRICT_TYPES
from bantin.model.registry import DistrictType, EarlierName


def test_front_matter_is_written_from_the_title_to_the_pin() -> None:
    assert FRONT_MATTER_KEYS[:3] == ("title", "date", "updated")
    assert FRONT_MATTER_KEYS[-1] == "pinned"


def test_date_keys_are_those_of_every_record_and_of_what_it_holds() -> None:
    assert {
        *("date", "updated", "pinned", "published", "collected", "moved_from"),
        *("signed", "valid_from", "valid_to", "due"),
    } == DATE_KEYS


def test_parts_are_the_records_within_a_record() -> None:
    parts = parts_of(FrontMatter)
    assert parts["conference"] is Meeting
    assert parts["people"] is Person
    assert parts_of(Province) == {"earlier_names": EarlierName}
    assert "to_confirm" not in parts  # its keys are field paths, not keys of a record


def test_keys_are_listed_by_the_path_of_their_record() -> None:
    keys = keys_by_path(Glossary)
    assert keys[()] == ("abbreviations", "spellings", "synonyms", "regions")
    assert keys["spellings",] == ("canonical", "variants", "note")


def test_every_key_has_a_title_in_vietnamese() -> None:
    assert titles_of(Meeting)["covers"] == "Thời gian được xem xét"


def test_every_district_type_has_its_word() -> None:
    assert tuple(DISTRICT_TYPES) == get_args(DistrictType)
