"""TCVN3 and VNI against their published tables, and texts of no old encoding left alone."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import which
from unicodedata import normalize

import pytest
from tests.importing.encodings import TCVN3, VNI, encode_tcvn3, encode_vni

from bantin.importing.extract.decoding import decode_bytes
from bantin.importing.extract.legacy_encodings import (
    Encoding,
    decode_legacy,
    detect_encoding,
    encoding_of_font,
    to_unicode,
)

TEXT = "Hội nghị tổng kết chương trình phối hợp giữa Ban Dân vận Tỉnh ủy và Công an tỉnh Đắk Lắk"
ARTICLES = [
    path.read_text("utf-8").split("\n---\n")[1]
    for path in sorted(Path(__file__).parents[3].glob("docs/tin/20*/*.md"))
]
# Text, bytes in TCVN3, bytes in VNI.
WORDS = [
    ("Hội nghị", b"H\xe9i ngh\xde", b"Ho\xe4i ngh\xf2"),
    ("tổng kết", b"t\xe6ng k\xd5t", b"to\xe5ng ke\xe1t"),
    ("sơ kết", b"s\xac k\xd5t", b"s\xf4 ke\xe1t"),
    ("ký kết", b"k\xfd k\xd5t", b"ky\xf9 ke\xe1t"),
    ("chương trình", b"ch\xad\xacng tr\xd7nh", b"ch\xf6\xf4ng tr\xecnh"),
    ("phối hợp", b"ph\xe8i h\xeep", b"pho\xe1i h\xf4\xefp"),
    ("quy chế", b"quy ch\xd5", b"quy che\xe1"),
    ("Công an tỉnh", b"C\xabng an t\xd8nh", b"Co\xe2ng an t\xe6nh"),
    ("Ban Dân vận", b"Ban D\xa9n v\xcbn", b"Ban Da\xe2n va\xe4n"),
    ("Mặt trận Tổ quốc", b"M\xc6t tr\xcbn T\xe6 qu\xe8c", b"Ma\xebt tra\xe4n To\xe5 quo\xe1c"),
    ("Đắk Lắk", b"\xa7\xbek L\xbek", b"\xd1a\xe9k La\xe9k"),
    ("Điện Biên", b"\xa7i\xd6n Bi\xaan", b"\xd1ie\xe4n Bie\xe2n"),
    ("Thừa Thiên Huế", b"Th\xf5a Thi\xaan Hu\xd5", b"Th\xf6\xf8a Thie\xe2n Hue\xe1"),
    ("Quảng Ngãi", b"Qu\xb6ng Ng\xb7i", b"Qua\xfbng Nga\xf5i"),
    ("đồng chí", b"\xae\xe5ng ch\xdd", b"\xf1o\xe0ng ch\xed"),
    ("Trưởng Ban", b"Tr\xad\xebng Ban", b"Tr\xf6\xf4\xfbng Ban"),
    ("hạn chế", b"h\xb9n ch\xd5", b"ha\xefn che\xe1"),
    ("nhiệm vụ", b"nhi\xd6m v\xf4", b"nhie\xe4m vu\xef"),
    ("thời gian tới", b"th\xeai gian t\xedi", b"th\xf4\xf8i gian t\xf4\xf9i"),
    ("giữ gìn", b"gi\xf7 g\xd7n", b"gi\xf6\xf5 g\xecn"),
    ("trật tự", b"tr\xcbt t\xf9", b"tra\xe4t t\xf6\xef"),
    ("xã hội hóa", b"x\xb7 h\xe9i h\xe3a", b"xa\xf5 ho\xe4i ho\xf9a"),
    ("thủy lợi", b"th\xf1y l\xeei", b"thu\xfby l\xf4\xefi"),
    ("ngẫm nghĩ", b"ng\xc9m ngh\xdc", b"nga\xe3m ngh\xf3"),
    ("bữa cỗ", b"b\xf7a c\xe7", b"b\xf6\xf5a co\xe3"),
    ("ỷ lại", b"\xfb l\xb9i", b"y\xfb la\xefi"),
    ("kỹ thuật", b"k\xfc thu\xcbt", b"ky\xf5 thua\xe4t"),
    ("ở đỡ", b"\xeb \xae\xec", b"\xf4\xfb \xf1\xf4\xf5"),
    ("quẩy gánh", b"qu\xc8y g\xb8nh", b"qua\xe5y ga\xf9nh"),
    ("lằn chỉ, xẻ, vẽ", b"l\xbbn ch\xd8, x\xce, v\xcf", b"la\xe8n ch\xe6, xe\xfb, ve\xf5"),
]


@pytest.mark.parametrize(("text", "tcvn3", "vni"), WORDS)
def test_words_of_known_bytes(text: str, tcvn3: bytes, vni: bytes) -> None:
    assert to_unicode(tcvn3.decode("latin-1"), "tcvn3") == text
    assert to_unicode(vni.decode("latin-1"), "vni") == text


@pytest.mark.parametrize(("encoding", "table"), [("tcvn3", TCVN3), ("vni", VNI)])
def test_every_letter_of_the_published_table(
    encoding: Encoding, table: Mapping[str, bytes]
) -> None:
    decoded = [to_unicode(code.decode("latin-1"), encoding) for code in table.values()]
    assert decoded == list(table)


def test_the_published_tables_are_complete() -> None:
    assert len(VNI) == 2 * 67
    assert len(TCVN3) == 67 + len("ĂÂĐÊÔƠƯ")


@pytest.mark.skipif(which("iconv") is None, reason="needs iconv with TCVN5712-1 (glibc)")
def test_tcvn3_is_what_iconv_reads() -> None:
    letters = b"\n".join(TCVN3.values())
    run = subprocess.run(
        ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
        input=letters,
        capture_output=True,
        check=False,
    )
    if run.returncode:
        pytest.skip("this iconv does not know TCVN5712-1")
    assert normalize("NFC", run.stdout.decode()).split("\n") == list(TCVN3)


def only_encodable(text: str, table: Mapping[str, bytes]) -> str:
    return "".join(c for c in text if c in table or c.lower() in table or c.isascii())


@pytest.mark.parametrize("article", ARTICLES[::4])
def test_articles_in_vni_are_recognised_and_decoded(article: str) -> None:
    text = only_encodable(article, VNI)
    assert decode_bytes(encode_vni(text)) == (text, True)


@pytest.mark.parametrize("article", ARTICLES[::4])
def test_articles_in_tcvn3_are_recognised_and_decoded(article: str) -> None:
    text = only_encodable(article, TCVN3)
    without_capitals = "".join(c if c in TCVN3 or c.isascii() else c.lower() for c in text)
    assert decode_bytes(encode_tcvn3(text)) == (without_capitals, True)


@pytest.mark.parametrize("encode", [encode_tcvn3, encode_vni])
def test_one_encoding_is_not_taken_for_the_other(encode: Callable[[str], bytes]) -> None:
    expected = "tcvn3" if encode is encode_tcvn3 else "vni"
    for text in (TEXT, TEXT.lower(), "đại biểu dự họp", "Ban Dân vận và Công an ký kết"):
        assert detect_encoding(encode(text).decode("latin-1")) == expected, text


def test_articles_in_unicode_are_left_alone() -> None:
    for article in ARTICLES:
        assert decode_legacy(article) == (article, False)
        assert decode_legacy(normalize("NFD", article)) == (normalize("NFD", article), False)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Le café où l'on déjeune à Paris, près de la gare",
        "Größe, Straße, Übung, Äpfel und Öl",
        "Ação, coração, irmã, avó e avô",
        "25°C, 3 m² ± 5 %, © 2024, § 12",
        "Ban Dan van",
        "",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert decode_legacy(text) == (text, False)


def test_letters_of_other_languages_stay_within_old_text() -> None:
    assert to_unicode("25 kg, A4, http://bantin.vn", "tcvn3") == "25 kg, A4, http://bantin.vn"
    assert to_unicode("25 kg, A4, http://bantin.vn", "vni") == "25 kg, A4, http://bantin.vn"


def test_fonts_of_capitals_give_capitals() -> None:
    assert to_unicode("héi nghÞ", "tcvn3", capitals=True) == "HỘI NGHỊ"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", "tcvn3"), (".VnTimeH", "tcvn3"), ("VNI-Times", "vni"), ("Times New Roman", None)],
)
def test_the_name_of_a_font_gives_its_encoding(font: str, encoding: Encoding | None) -> None:
    assert encoding_of_font(font) == encoding
