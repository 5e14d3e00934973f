"""Patterns that tell Vietnamese capitals from small letters, which ranges of Unicode do not."""

import re

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĔĨĬŎŨŬƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = UPPER.replace("A-Z", "a-z").lower() + "ƀ"


def compile_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a pattern whose ``\U`` and ``\L`` in a class are capital and small letters."""
    return re.compile(pattern.replace(r"\U", UPPER).replace(r"\L", LOWER), flags)
