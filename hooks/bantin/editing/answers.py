"""What editors answered about the guesses of import, kept to measure it: no text of an article.

One line of JSON an answer in ``data/import-answers.jsonl``: the field, the words that the guess was
read from, its confidence, the guess, what was right, and the site the article came from.
"""

import json
from pathlib import Path
from urllib.parse import urlsplit

from bantin.editing.accepting import BODY, Draft, Question

FILE = "import-answers.jsonl"
# Texts of the article itself, or of persons: not kept.
_NOT_KEPT = ("title", "lead", "people", "photos", "source", "author", BODY)


def keep_answer(data: Path, question: Question, draft: Draft) -> None:
    """Add what an editor answered to the file of answers."""
    if question.path.split(".")[0] in _NOT_KEPT:
        return
    right = draft.value(question.path)
    items = right if isinstance(right, list) else [] if right is None else [right]
    line = {
        "field": question.path,
        "evidence": question.evidence,
        "confidence": question.confidence,
        "guess": question.value,
        "right": ", ".join(str(item) for item in items),
        "site": urlsplit(str(draft.value("source.url") or "")).hostname or "",
    }
    with (data / FILE).open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
