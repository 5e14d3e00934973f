"""The words that an editor wrote, read off the Markdown with no parser: a witness of its own.

It knows only which signs Markdown may take for its own, and where an address stands. Each word
stays on its line of the body.
"""

import re
from html import unescape

from bantin.markdown.words.plain import without_signs

AMPERSAND = "\x01"  # one in code, where it begins no entity
LINE_START = re.compile(r"\n(?:[ \t>]|(?:[-+*]+|#+|=+)(?=[ \t\n]))+")
LINE_STARTS = re.compile(r"\n(?:[ \t\n>]|(?:[-+*]+|#+|=+)(?=[ \t\n]))+")
BRACKET = re.compile(r"(\n\d{1,9})\)(?=[ \t\n])")
FENCED = re.compile(
    r"^[ \t>]*(`{3,}|~{3,})[A-Za-z+-]*[ \t]*\n(.*?)(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.{1,2000}?)(?<!`)\1(?!`)", re.DOTALL)
TITLE = r"""(?:\s+(?:"(?:[^"\\]|\\.){0,999}"|'(?:[^'\\]|\\.){0,999}'|\([^()]{0,999}\)))?"""
ADDRESS = r"(?:<[^<>\n]{0,999}>|(?:[^\s()<\\]|\\.|\([^\s()]{0,999}\)){0,999})"
DESTINATION = re.compile(rf"\]\((?<!\\..)\s*{ADDRESS}{TITLE}\s*\)")
REFERENCE = re.compile(r"(?<=\])\[[^\[\]]{0,999}\]")
# An address has a sign of one; any other word after “[…]:” was meant to be read.
DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)[^\[\]\n]{1,999}\]:[ \t]*\n?[ \t]*"
    rf"(?=[#/]\S|\.\.?/|\S*[./#:]\S*[^\W\d]|\S*[^\W\d]\S*[./#:])\S{{1,999}}{TITLE}[ \t]*$",
    re.MULTILINE,
)
FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]:?")
# A footnote written on one line, and the line under the head of a table.
NOTE = re.compile(r"\n\[\^[^\[\]\s]{1,100}\]:[^\n]*")
RULE = re.compile(r"\n[ \t]*\|[-:| \t]+(?=\n)")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});")
COMMENT, COMMENT_END = "<!--", "-->"
# The sign without which a pattern cannot match, and the pattern.
LEFT_OUT = (
    ("](", DESTINATION),
    ("][", REFERENCE),
    ("]:", DEFINITION),
    ("[^", FOOTNOTE),
)


def source_text(body: str) -> str:
    """Return what a body says, without signs of Markdown; each word stays on its line."""
    return _without_line_starts(_without_addresses(f"\n{body}\n"), LINE_START)


def ordered_source(body: str) -> str:
    """Return a body in the order of its page: footnotes last, without addresses and rules."""
    text = f"\n{body}\n"
    if "[" in text and "[^" in text:
        text = NOTE.sub("", text) + "".join(match[0] for match in NOTE.finditer(text))
    if "|" in text:
        text = RULE.sub("\n", text)
    return _without_addresses(text)


def ordered_text(ordered: str) -> str:
    """Return the words of what ``ordered_source`` gave, without empty lines."""
    return _without_line_starts(ordered, LINE_STARTS)


def _without_addresses(text: str) -> str:
    """Return a text without what a page never shows; entities are the characters they stand for."""
    # A sign of one character is looked for three times as fast as two of them.
    if "`" in text or ("~" in text and "~~~" in text):
        text = CODE.sub(_as_code, FENCED.sub(_as_fenced, text))
    if "<" in text and COMMENT in text:
        text = _without_comments(text)
    if "[" in text:
        for sign, pattern in LEFT_OUT:
            if sign in text:
                text = pattern.sub(_nothing, text)
    if "&" in text:
        text = ENTITY.sub(_character, text).replace(AMPERSAND, "&")
    return text


def _without_line_starts(text: str, starts: re.Pattern[str]) -> str:
    text = starts.sub("\n", text)
    if ")" in text:
        text = BRACKET.sub(r"\1.", text)
    return without_signs(text).removeprefix("\n")


def hidden_text(body: str) -> str:
    """Return what ``source_text`` leaves out: addresses, which are shown where they are no link."""
    found = [match[0] for sign, rule in LEFT_OUT if sign in body for match in rule.finditer(body)]
    return " ".join([*found, *ENTITY.findall(body)])


def _nothing(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _as_fenced(match: re.Match[str]) -> str:
    """Return a block of code without its fences, and without the name of its language."""
    return "\n" + _without_markup(match[2])


def _as_code(match: re.Match[str]) -> str:
    return _without_markup(match[0])


def _without_markup(text: str) -> str:
    """Return code in which nothing is markup any more."""
    text = text.replace("&", AMPERSAND).replace("[", "").replace("]", "")
    return text.replace("<", " ").replace("\\", " ")


def _character(match: re.Match[str]) -> str:
    return unescape(match[0])


def _without_comments(text: str) -> str:
    parts, at = [], 0
    while (start := text.find(COMMENT, at)) >= 0:
        end = text.find(COMMENT_END, start)
        if end < 0:
            break
        parts += [text[at:start], " ", "\n" * text.count("\n", start, end)]
        at = end + len(COMMENT_END)
    return "".join([*parts, text[at:]])
