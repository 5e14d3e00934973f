"""Documents by id or by number, however the number is spelled."""

import re
from collections import defaultdict
from collections.abc import Mapping

from bantin.model import Document
from bantin.model.suggestion import suggest
from bantin.vietnamese.fold import fold


class DocumentIndex:
    """Finds documents; several may have one number, as the Party numbers anew in each khóa."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._by_id = documents
        self._matches: dict[str, list[Document]] = {}
        self._by_number: dict[str, list[Document]] = defaultdict(list)
        for document in documents.values():
            for number in {number_key(n) for n in (document.number, *document.variants) if n}:
                self._by_number[number].append(document)

    def find(self, cited: str) -> list[Document]:
        """Return the documents that an id or number may mean: none, one or several."""
        if cited not in self._matches:
            document = self._by_id.get(cited)
            self._matches[cited] = (
                [document] if document else self._by_number.get(number_key(cited), [])
            )
        return self._matches[cited]

    def suggest(self, cited: str) -> str:
        """Return “; có phải «…»?” with the nearest id or number on record, or an empty text."""
        numbers = (document.number for document in self._by_id.values() if document.number)
        return suggest(cited, (*self._by_id, *numbers), form=number_key)


def number_key(number: str) -> str:
    """Fold a document number: “65-KL/TW”, “65 KL TW” and “65kl/tw” are one."""
    return re.sub(r"[^a-z0-9]+", "-", fold(number)).strip("-")
