import pytest

from bantin.compile.pages.person import PersonEntry, person_index


def letters(*names: str) -> list[tuple[str, list[str]]]:
    entries = [PersonEntry(str(number), name, "", 1) for number, name in enumerate(names)]
    [page] = person_index(entries)
    return [(group.letter, [line.link.text for line in group.lines]) for group in page.view.groups]


@pytest.mark.parametrize(
    ("given", "letter"),
    [("An", "A"), ("Ái", "A"), ("Ân", "Â"), ("Ấn", "Â"), ("Ổn", "Ô"), ("Ước", "Ư"), ("Đức", "Đ"),
     ("Ẩn", "Â"), ("Ỷ", "Y"), ("H'Loan", "H"), ("ý", "Y")],
)  # fmt: skip
def test_a_person_is_under_the_letter_of_the_given_name_without_its_tone(
    given: str, letter: str
) -> None:
    assert letters(f"Lê {given}") == [(letter, [f"Lê {given}"])]


def test_every_letter_has_one_group() -> None:
    assert letters("Bùi Ân", "Lê Ấn", "Phạm Ân", "Cao An") == [
        ("A", ["Cao An"]),
        ("Â", ["Bùi Ân", "Lê Ấn", "Phạm Ân"]),
    ]
