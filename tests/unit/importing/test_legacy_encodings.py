import pytest

from bantin.importing.extract.legacy_encodings import decode_legacy, encoding_of_font, to_unicode

TEXT = "Hội nghị tổng kết chương trình phối hợp giữa Ban Dân vận Tỉnh ủy và Công an tỉnh Đắk Lắk"


@pytest.mark.parametrize(
    "old",
    [
        (
            "Héi nghÞ tæng kÕt ch\u00ad¬ng tr×nh phèi hîp gi÷a Ban D©n vËn TØnh ñy "
            "vµ C«ng an tØnh §¾k L¾k"
        ),
        (
            "Hoäi nghò toång keát chöông trình phoái hôïp giöõa Ban Daân vaän Tænh uûy "
            "vaø Coâng an tænh Ñaék Laék"
        ),
    ],
    ids=["tcvn3", "vni"],
)
def test_old_encodings(old: str) -> None:
    assert decode_legacy(old) == (TEXT, True)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Le café où l'on déjeune à Paris, près de la gare",
        "25°C, 3 m² ± 5 %",
        "Ban Dan van",
        "",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert decode_legacy(text) == (text, False)


def test_capital_fonts_and_font_names() -> None:
    assert to_unicode("héi nghÞ", "tcvn3", capitals=True) == "HỘI NGHỊ"
    assert [encoding_of_font(f) for f in (".VnTime", "VNI-Times", "Times New Roman")] == [
        "tcvn3",
        "vni",
        None,
    ]
