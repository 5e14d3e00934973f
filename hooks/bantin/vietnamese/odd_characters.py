"""Characters that look like others or like nothing: found, named in Vietnamese, made plain."""

import re
from unicodedata import normalize

# What shows nothing, in text typed by people. A joiner between two pictograms and the selector
# behind a symbol belong to it.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
    # Alone, or behind what no pictogram begins with; a key cap follows its figure.
    "|(?<![\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff])"
    "[\ufe00-\ufe0f](?!\u20e3)"
    # What only one font shows, and what stands for a letter that was lost.
    "|[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]"
    # A blank of Braille, the place of a picture that was lost, marks of notation.
    "|[\u2800\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)
# Those of them that ``str.isprintable`` takes for visible.
HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\u2800\ufe00-\ufe0f\uffa0\ufffc\ufffd]"
)
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
LOST = "\ufffd"
NEEDS_A_PERSON = re.compile(f"{PRIVATE.pattern}|[{LOST}\u2800\ufffc]")
# Spaces other than that of the keyboard.
BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
DASHES = "\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d"
COLONS = "\ua789\u02d0\u2236\ufe13\ufe55\uff1a"
DOUBLE_QUOTES = "\u201c-\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02"
SINGLE_QUOTES = "\u2018-\u201b\u2032\uff07"
PLAIN = {
    " ": re.compile(f"[{BLANKS}]"),
    "-": re.compile(f"[{DASHES}]"),
    ":": re.compile(f"[{COLONS}]"),
    '"': re.compile(f"[{DOUBLE_QUOTES}]"),
    "'": re.compile(f"[{SINGLE_QUOTES}]"),
}
LATIN = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff]")
WIDE = re.compile("[\uff01-\uff5e\u3001\u3002]")
NAMES = {
    "\u00ad": "gạch nối mềm",
    "\ufeff": "dấu thứ tự byte, BOM",
    "\u00a0": "dấu cách không ngắt",
    "\u202f": "dấu cách không ngắt",
    "\u2007": "dấu cách không ngắt",
    "\u3000": "dấu cách toàn khổ",
    "\u2011": "gạch nối không ngắt",
    "\u2212": "dấu trừ",
    "\u2800": "ô trống của chữ nổi",
    "\ufffc": "dấu thế chỗ một hình đã mất",
}
KINDS = {" ": "dấu cách lạ", "-": "gạch ngang dài", ":": "dấu hai chấm lạ", '"': "dấu ngoặc cong",
         "'": "dấu ngoặc cong"}  # fmt: skip


def is_printable(text: str) -> bool:
    """Whether a text has only visible characters, spaces and line ends: a quick test for most."""
    return text.replace("\n", "").isprintable() and not HIDDEN.search(text)


def plain(text: str) -> str:
    """Return a text with spaces, dashes, colons, quotes and wide forms as the keyboard has them."""
    for char, pattern in PLAIN.items():
        text = pattern.sub(char, text)
    return normalize("NFKC", INVISIBLE.sub("", text))


def without_hidden(text: str) -> str:
    """Return a text without characters of no width, and with the space of the keyboard alone.

    A sign of one font, and what stands for a lost letter, stay: only a person knows what is meant.
    """
    text = INVISIBLE.sub(lambda found: found[0] * bool(NEEDS_A_PERSON.match(found[0])), text)
    return PLAIN[" "].sub(" ", text)


def describe(char: str) -> str:
    """Return what a character is, with its number: “dấu cách không ngắt, U+00A0”."""
    return f"{_kind(char)}, U+{ord(char):04X}"


def _kind(char: str) -> str:
    if char in NAMES:
        return NAMES[char]
    if DIRECTIONS.match(char):
        return "dấu đổi chiều chữ"
    if PRIVATE.match(char):
        return "ký hiệu riêng của một phông chữ"
    if char == LOST:
        return "dấu thế chỗ một chữ đã mất"
    if INVISIBLE.match(char):
        return "ký tự không bề rộng"
    kind = next((KINDS[key] for key, pattern in PLAIN.items() if pattern.match(char)), "")
    return kind or ("chữ toàn khổ" if WIDE.match(char) else "chữ hoặc dấu của bảng chữ khác")


def first_odd(text: str) -> str:
    """Return the first character that is neither on the keyboard nor a Latin letter, or nothing."""
    return next((char for char in text if not char.isascii() and not LATIN.match(char)), "")


def show_odd(text: str) -> str:
    """Return “ («–» là gạch ngang dài, U+2013)” for the first odd character of a text, if any."""
    if not (char := first_odd(text)):
        return ""
    is_blank = INVISIBLE.match(char) or PLAIN[" "].match(char)
    return f" (có {describe(char)})" if is_blank else f" («{char}» là {describe(char)})"
