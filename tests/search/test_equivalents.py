"""Forms of the glossary: found where they stand as words, whatever other texts are read along."""

import pytest

from bantin.model import Registries
from bantin.model.registry import Abbreviation, Glossary, Spelling
from bantin.search.format.settings import TEXT
from bantin.search.indexing.fields import Field
from bantin.search.indexing.inverter import Inverter
from bantin.search.indexing.synonyms import Equivalents

GLOSSARY = Glossary(
    (
        Abbreviation("UBND", ("Ủy ban nhân dân",)),
        Abbreviation("KL", ("Kết luận",)),
        Abbreviation("BĐ15", ("Binh đoàn 15",)),
    ),
    (Spelling("Thừa Thiên Huế", ("Thừa Thiên-Huế", "TT-Huế")),),
)


def found(*texts: str) -> list[set[str]]:
    """Return what stands in each text; its lines are fields."""
    equivalents = Equivalents(Registries(glossary=GLOSSARY))
    inverter = Inverter(equivalents.words)
    runs = [
        inverter.read(tuple(Field(line, 1, TEXT) for line in text.split("\n"))) for text in texts
    ]
    return equivalents.of(texts, *inverter.watched(runs))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Họp với ỦY BAN NHÂN DÂN tỉnh.", {"UBND"}),
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
def test_a_form_is_found_where_it_stands_as_words(text: str, forms: set[str]) -> None:
    assert found(text) == [forms]


def test_texts_read_together_do_not_tell_of_each_other() -> None:
    texts = ["Ủy ban", "nhân dân", "BĐ", "15", "KL", "KL và UBND", ""]
    assert found(*texts) == [found(text)[0] for text in texts]
