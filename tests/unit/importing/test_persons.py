"""Offices of persons, in every order in which news write them."""

from pathlib import Path

import pytest
import yaml

from bantin.gazetteer.places import Gazetteer
from bantin.importing.persons.bodies import complete_office, office_at_place
from bantin.importing.persons.people import find_people, merge_mentions
from bantin.reading import read

ROOT = Path(__file__).parents[3]
CASES = yaml.safe_load((Path(__file__).parent / "offices.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(read(ROOT / "docs", ROOT / "data").registries)


@pytest.mark.parametrize(("sentence", "people"), [(c["sentence"], c["people"]) for c in CASES])
def test_names_and_offices(gazetteer: Gazetteer, sentence: str, people: dict[str, str]) -> None:
    found = merge_mentions(find_people(sentence, gazetteer))
    assert {one.name: one.office for one in found} == people


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("Giám đốc Sở", "Giám đốc Sở Y tế"),
        ("Đại tá, Chính ủy Đoàn", "Đại tá, Chính ủy Đoàn Kinh tế - Quốc phòng 337"),
        ("Phó Tổng Giám đốc công ty", "Phó Tổng Giám đốc Công ty Điện lực Tây Ninh"),
        ("Hiệu trưởng", "Hiệu trưởng Trường Đại học Tây Bắc"),
        ("Phó Bí thư Tỉnh đoàn", "Phó Bí thư Tỉnh đoàn"),
        ("Viện trưởng Viện", "Viện trưởng Viện"),  # of two
        ("Giám đốc", "Giám đốc"),
        ("Phó Chủ tịch Hội", "Phó Chủ tịch Hội Nông dân tỉnh"),
        ("Bí thư Trung ương Hội", "Bí thư Trung ương Hội"),
        ("Chánh án", "Chánh án Tòa án nhân dân tỉnh"),
    ],
)
def test_a_body_called_by_its_first_word(office: str, expected: str) -> None:
    parties = ["Sở Y tế tỉnh Kon Tum", "Đoàn Kinh tế - Quốc phòng 337", "Hội Nông dân tỉnh Bến Tre",
               "Tòa án nhân dân tỉnh Bến Tre"]  # fmt: skip
    others = [
        "Công ty", "Công ty Điện lực Tây Ninh", "Trường Đại học Tây Bắc", "Viện Dân tộc học",
        "Viện Sử học",
    ]  # fmt: skip
    assert complete_office(office, parties, others) == expected


@pytest.mark.parametrize(
    ("office", "place", "expected"),
    [
        ("Phó Giám đốc", "Vĩnh Long", "Phó Giám đốc Công an tỉnh Vĩnh Long"),
        ("Đại tá, Giám đốc", "Sở Y tế", "Đại tá, Giám đốc Sở Y tế"),
        ("Phó Giám đốc", "An Giang", "Phó Giám đốc"),
        ("Phó Giám đốc Sở Y tế", "Vĩnh Long", "Phó Giám đốc Sở Y tế"),
        ("Phó Giám đốc", "", "Phó Giám đốc"),
    ],
)
def test_what_stands_in_brackets_behind_the_name(office: str, place: str, expected: str) -> None:
    parties = ["Công an tỉnh Vĩnh Long", "Công an tỉnh Bến Tre"]
    assert office_at_place(office, place, parties) == expected
