"""The characters that words are made of, the same here and in ``normalise.js``."""

import re

# Characters that never show but come along with pasted text (soft hyphen, zero-width spaces and
# joiners, byte order mark). They belong to the word they are in: “Hội\u200bnghị” is one word.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# For use inside a character class. Ranges, not Unicode categories: categories change with the
# version of Unicode, and the index and the reader's browser must agree for years.
LETTERS = (
    r"a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u1fff\u2c00-\u2dff"
    r"\u3041-\ud7ff\uf900-\ufaff\u00ad\u200b-\u200d\u2060\ufeff"
)

# All the shapes in which people type the apostrophe of names such as M'Drắk.
APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u2032\u00b4`"

VOWELS = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíị"
    "oòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
)  # fmt: skip

# Letters with a stroke have no decomposition in Unicode, so NFD alone does not reach their base
# letter. U+00F0 (eth) is the small form of U+00D0, which old fonts show as Đ.
STROKED = {"đ": "d", "\u00f0": "d", "ƀ": "b", "ɓ": "b", "ħ": "h", "ı": "i", "ł": "l", "ø": "o"}

# Vietnamese capitals are scattered over three Unicode blocks, in which they alternate with small
# letters: no range such as [À-Ỹ] tells them apart, so they are listed.
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĔĨĬŎŨŬƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
SMALL_LETTERS = CAPITALS.replace("A-Z", "a-z").lower() + "ƀ"


def compile_cased(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a pattern that tells capitals from small letters.

    Args:
        pattern: a regular expression in which ``[\U]`` is a Vietnamese capital and ``[\L]`` a
            Vietnamese small letter; both may be used only inside a character class.
        flags: those of ``re.compile``; never ``re.IGNORECASE``, which would undo the difference.
    """
    return re.compile(pattern.replace(r"\U", CAPITALS).replace(r"\L", SMALL_LETTERS), flags)
