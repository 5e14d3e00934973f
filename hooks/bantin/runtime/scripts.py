"""Scripts as readers get them: without comments, which are many since they hold the types."""

import re

COMMENT = r"/\*(?:[^*]|\*(?!/))*\*/"
WHOLE_LINES = re.compile(rf"^[ \t]*(?:(?://.*|{COMMENT})?[ \t]*)\n", re.MULTILINE)
CAST = re.compile(rf"(?=/\*\* @type\b){COMMENT} ?")


def without_comments(script: str) -> str:
    """Return a script without its types, blank lines and the comments that have lines of their own.

    Sound without a parser because eslint.config.mjs forbids what could look like a comment: texts
    of several lines, and ``/*`` in a text. A comment after code on its line stays. No two lines
    become one, so that the script means the same.
    """
    return CAST.sub("", WHOLE_LINES.sub("", script))
