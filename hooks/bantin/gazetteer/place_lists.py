"""Lists of places behind an agency: “Công an các huyện Duy Xuyên, Điện Bàn và thị xã An Khê”."""

import re
from collections.abc import Iterator

from bantin.gazetteer.head_phrases import begins_with_head
from bantin.gazetteer.phrases import PhraseTrie
from bantin.gazetteer.places import PlaceId
from bantin.vietnamese.fold import fold_keeping_length
from bantin.vietnamese.letters import compile_cased

# Patterns without capitals are for folded text, but for what parts two places.
# A list of places: “Công an | các huyện Duy Xuyên, Điện Bàn”, “| 3 đơn vị: …”;
# and what parts two places.
LIST = re.compile(
    r"\s+(?:cac|hai|ba|bon|nam|\d{1,2})\s+(?P<unit>don vi|huyen|tinh|quan"
    r"|thanh pho|thi xa|xa|phuong|dia phuong)\b[^.\n:]{0,25}?[:\s]"
)
_BETWEEN_PLACES = re.compile(
    r"(?:\s*(?:[,;:]|và|với|cùng|\([^()\n]*\)[,;]?)\s+|\s+)+"
    r"(?P<unit>(?:huyện|thị xã|quận|thành phố|TP\.?|xã|phường|thị trấn)\s+)?(?=\w)"
)
_LISTED_PLACE = compile_cased(
    r"[\U][\L'’]+(?:[ -][\U][\L'’]+){0,3}|\d{1,2}(?=\s*(?:,|;|và\b|\(|$))"
)


def listed_places(
    text: str, start: int, names: PhraseTrie[PlaceId]
) -> Iterator[tuple[int, int, tuple[PlaceId, ...], str]]:
    """Yield offsets and records of places that follow each other, and the unit of each.

    Args:
        text: the text.
        start: offset before the first of them.
        names: of provinces and districts.
    """
    folded = fold_keeping_length(text)
    while separator := _BETWEEN_PLACES.match(text, start):
        start = separator.end()
        known = names.at(folded, start) if text[start].isupper() else None
        unknown = _LISTED_PLACE.match(text, start)
        if (known is None and unknown is None) or begins_with_head(text[start:]):
            return
        end = known.end if known else unknown.end() if unknown else start
        unit = fold_keeping_length(separator["unit"] or "").strip(" .")
        yield start, end, known.values if known else (), unit
        start = end
