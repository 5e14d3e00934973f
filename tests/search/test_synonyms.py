"""Synonyms of the glossary are found where a text has a form as whole words."""

import pytest

from bantin.model import Registries
from bantin.model.registry import Abbreviation, Glossary, Spelling, Synonym
from bantin.search.format.settings import TEXT
from bantin.search.indexing.fields import Field
from bantin.search.indexing.inverter import Inverter
from bantin.search.indexing.synonyms import Synonyms

GLOSSARY = Glossary(
    (
        Abbreviation("UBND", ("Ủy ban nhân dân",)),
        Abbreviation("KL", ("Kết luận",)),
        Abbreviation("BĐ15", ("Binh đoàn 15",)),
    ),
    (Spelling("Thừa Thiên Huế", ("Thừa Thiên-Huế", "TT-Huế")),),
    (Synonym("an ninh trật tự", ("trị an",)),),
)


def found(*texts: str) -> list[set[str]]:
    """Return the synonyms of the forms in each text; its lines are fields."""
    synonyms = Synonyms(Registries(glossary=GLOSSARY))
    inverter = Inverter(synonyms.key_words)
    tokenised = [
        inverter.tokenise(tuple(Field(line, 1, TEXT) for line in text.split("\n")))
        for text in texts
    ]
    return synonyms.find(texts, *inverter.key_words(tokenised))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Họp với ỦY BAN NHÂN DÂN tỉnh.", {"UBND"}),
        ("Giữ An ninh trật tự", {"trị an"}),
        ("giữ trị an", {"an ninh trật tự"}),
        ("(Ủy ban nhân dân)", {"UBND"}),
        ("Ủy ban\nnhân dân", set()),
        ("Ủy ban, nhân dân", set()),
        ("Ủy ban nhân dânn", set()),
        ("theo KL số 5", {"Kết luận"}),
        ("theo kl số 5", set()),
        ("65-KL/TW", {"Kết luận"}),
        ("KL", {"Kết luận"}),
        ("về Thừa Thiên-Huế, Binh đoàn 15", {"Thừa Thiên Huế", "BĐ15"}),
        ("TT-Huế; Thừa Thiên Huế", {"Thừa Thiên Huế", "Thừa Thiên-Huế", "TT-Huế"}),
        ("", set()),
    ],
)
def test_a_form_is_found_only_as_whole_words(text: str, forms: set[str]) -> None:
    assert found(text) == [forms]


def test_forms_do_not_reach_from_one_text_into_the_next() -> None:
    texts = ["Ủy ban", "nhân dân", "BĐ", "15", "KL", "KL và UBND", ""]
    assert found(*texts) == [found(text)[0] for text in texts]
