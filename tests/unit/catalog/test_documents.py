import pytest

from bantin.catalog.documents import DocumentIndex, number_key
from bantin.model import Document

INDEX = DocumentIndex(
    {
        document.id: document
        for document in (
            Document(id="kl-65", type="Kết luận", number="65-KL/TW"),
            Document(id="nq-25-xi", type="Nghị quyết", number="25-NQ/TW", term="XI"),
            Document(id="nq-25-xii", type="Nghị quyết", number="25-NQ/TW", term="XII"),
            Document(id="ttr-01", type="Tờ trình", number="01-TTr/TU", variants=("01-TT/TU",)),
            Document(id="luat", type="Luật", title="Mặt trận Tổ quốc Việt Nam"),
        )
    }
)


@pytest.mark.parametrize(
    ("named", "ids"),
    [
        ("kl-65", ["kl-65"]),
        ("65-KL/TW", ["kl-65"]),
        ("65 kl/tw", ["kl-65"]),
        ("25-NQ/TW", ["nq-25-xi", "nq-25-xii"]),
        ("01-TT/TU", ["ttr-01"]),
        ("01-TTr/TU", ["ttr-01"]),
        ("02-TT/TU", []),
        ("luat", ["luat"]),
    ],
)
def test_a_document_is_found_by_id_number_or_variant(named: str, ids: list[str]) -> None:
    assert [document.id for document in INDEX.find(named)] == ids


def test_only_listed_variants_of_a_number_match() -> None:
    assert number_key("05-TTr/TU") != number_key("05-TT/TU")


@pytest.mark.parametrize(
    ("named", "hint"),
    [("65-KT/TW", "65-KL/TW"), ("ttr-02", "ttr-01"), ("9999", "")],
)
def test_the_suggestion_is_a_number_or_an_id(named: str, hint: str) -> None:
    assert INDEX.suggest(named) == (f"; có phải «{hint}»?" if hint else "")
