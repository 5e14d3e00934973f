"""Where sentences end: words on both sides of an end are no neighbours."""

import re
from functools import lru_cache

END = re.compile(r"[.!?;…][\"'”’»)\]]*$")
# What a full stop belongs to: “TP. Huế”, “Q. 5”, “1. Kết quả”.
SHORTENED = re.compile(r"^[(“\"'«]*(?:tp|tx|tt|ts|ths|gs|pgs|đ/c|bs|[0-9]{1,2}|[^\W\d_])\.$")


def ends_sentence(fragment: str) -> bool:
    """Whether a sentence ends with a fragment, which is in small letters and has no space."""
    return END.search(fragment) is not None and SHORTENED.match(fragment) is None


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, without empty ones."""
    parts: list[list[str]] = [[]]
    for fragment in text.split():
        parts[-1].append(fragment)
        if ends_sentence(fragment.lower()):
            parts.append([])
    return tuple(" ".join(part) for part in parts if part)
