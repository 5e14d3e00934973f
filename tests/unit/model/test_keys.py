from typing import get_args

from bantin.model.labels import DISTRICT_TYPES
from bantin.model.registry import DATE_KEYS, DistrictType


def test_date_keys_are_those_whose_values_are_dates() -> None:
    of_articles = {"date", "updated", "published", "collected", "pinned"}
    of_registries = {"date", "signed", "valid_from", "valid_to"}
    assert of_articles | of_registries == DATE_KEYS


def test_every_district_type_has_its_word() -> None:
    assert tuple(DISTRICT_TYPES) == get_args(DistrictType)
