"""Lists whose numbers are written with a bracket keep it on the page."""

from pathlib import Path

from bantin.markdown import examine

STYLE = Path(__file__).parents[3] / "theme/assets/css/bantin.css"


def test_numbers_with_a_bracket_keep_it_and_those_with_a_point_theirs() -> None:
    body, faults = examine("3) Ba.\n4) Bốn.\n\nGiữa.\n\n1. Một.\n   1) Hai.\n\n> 1) Ba.\n")
    assert body.html.count('<ol class="bracketed">') == 2
    assert body.html.count('<ol start="3" class="bracketed">') == 1
    assert body.html.count("<ol>") == 1
    assert faults == ()


def test_the_style_has_a_bracket_for_them() -> None:
    style = "".join(STYLE.read_text(encoding="utf-8").split())
    assert ".proseol.bracketed{list-style:bracketed;}" in style
    assert '@counter-stylebracketed{system:extendsdecimal;suffix:")";}' in style
