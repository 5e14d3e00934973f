"""Raised and lowered text, as plain characters: ² and ₂ where there are such, else ^ and _."""

_RAISED = str.maketrans("0123456789+-=()n−oº", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ⁻°°")
_LOWERED = str.maketrans("0123456789+-=()−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋")
# Longer ones are words that an office set small or high, such as a slogan: no exponent.
_MAX_SCRIPT = 12


def raised(text: str) -> str:
    """Return text that is set above the line: “2” as “²”, “th” as “^th”."""
    return _set(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return text that is set below the line: “2” as “₂”, “max” as “_max”."""
    return _set(text, _LOWERED, "_")


def _set(text: str, signs: dict[int, int], mark: str) -> str:
    bare = text.strip()
    if (
        not bare
        or len(bare) > _MAX_SCRIPT
        or any(char in signs.values() for char in map(ord, bare))
    ):
        return text
    if all(ord(char) in signs for char in bare):
        return text.replace(bare, bare.translate(signs))
    if not any(char.isalnum() for char in bare):
        return text
    return text.replace(bare, f"{mark}{bare}" if bare.isalnum() else f"{mark}({bare})")
