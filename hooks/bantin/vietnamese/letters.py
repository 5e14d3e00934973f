"""The characters that words are made of, the same here and in ``normalise.js``."""

# Marks that never show but come along with pasted text; they belong to the word they stand in.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# For use inside a character class. Ranges, not Unicode categories: categories change with the
# version of Unicode, and the index and the reader's browser must agree for years.
LETTERS = (
    r"a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u1fff\u2c00-\u2dff"
    r"\u3041-\ud7ff\uf900-\ufaff\u00ad\u200b-\u200d\u2060\ufeff"
)

APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u2032\u00b4`"

VOWELS = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíị"
    "oòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
)  # fmt: skip

# Letters with a stroke have no decomposition in Unicode. U+00F0 is the small form of U+00D0,
# which stands for Đ in text from old fonts.
STROKED = {"đ": "d", "\u00f0": "d", "ƀ": "b", "ɓ": "b", "ħ": "h", "ı": "i", "ł": "l", "ø": "o"}
