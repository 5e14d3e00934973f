"""Signs of the fonts Symbol and Wingdings, which keep them where other fonts have letters."""

_PRIVATE = 0xF000  # Word keeps such a sign in the private area, by its place in the font
_SYMBOL = {
    0x20: " !∀#∃%&∋()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾",
    0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑",
    0xF1: "〉∫",
}
_WINGDINGS = {
    0x28: "☎",
    0x6C: "●■□",
    0x71: "❑❒",
    0x74: "◆❖",
    0x76: "❖",
    0x9F: "•",
    0xA4: "◎",
    0xA7: "▪□",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←→↑↓",
    0xE0: "→",
    0xE8: "➔",
    0xEF: "⇦⇨⇧⇩⇔",
    0xFB: "✗✓☒☑",
}
_BULLETS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x76: "❖", 0x71: "❑"}
UNKNOWN = "\ufffd"


def _table(runs: dict[int, str]) -> dict[int, str]:
    return {start + n: char for start, chars in runs.items() for n, char in enumerate(chars)}


_FONTS = {"symbol": _table(_SYMBOL), "wingdings": _table(_WINGDINGS)}


def sign(code: int, font: str) -> str:
    """Return the sign of a font at a place, which may be given in the private area."""
    place = code - _PRIVATE if code >= _PRIVATE else code
    table = _FONTS.get(font.lower(), _BULLETS)
    return table.get(place, UNKNOWN if code >= _PRIVATE or font.lower() in _FONTS else chr(code))


def without_private(text: str, font: str) -> str:
    """Return text in which signs of the private area are those that its font shows."""
    if not any("\ue000" <= char <= "\uf8ff" for char in text):
        return text
    return "".join(
        (sign(ord(char), font) if "\uf020" <= char <= "\uf0ff" else UNKNOWN)
        if "\ue000" <= char <= "\uf8ff"
        else char
        for char in text
    )
