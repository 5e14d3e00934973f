from bantin.gazetteer.evidence import MAX_EVIDENCE, Finding, words_around

TEXT = "Sáng nay tại hội trường lớn\nNgày 5/3/2020, Công an tỉnh tổ chức hội nghị sơ kết"


def test_context_is_whole_words_of_one_line() -> None:
    start = TEXT.index("Công an")
    assert words_around(TEXT, start, start + 7, 15, 8) == "5/3/2020, Công an tỉnh tổ"
    assert words_around(TEXT, start, start + 7, 200, 200) == TEXT.split("\n")[1]


def test_long_evidence_is_shortened_to_whole_words() -> None:
    shown = Finding("x", "từ " * 100).shown
    assert len(shown) <= MAX_EVIDENCE + 1
    assert shown.endswith("từ…")


def test_evidence_is_shown_on_one_line_without_punctuation_around_it() -> None:
    assert Finding("x", " , Sáng\n nay – ").shown == "Sáng nay"
