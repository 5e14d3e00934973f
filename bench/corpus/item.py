"""One article of the corpus: its path, front matter and body."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from bench.corpus.body import Writer
from bench.corpus.cast import Cast, read_cast
from bench.corpus.chance import happens
from bench.corpus.event import Event, draw_event
from bench.corpus.front import Names, front_matter, report_of
from bench.corpus.names import person_name, person_rank
from bench.corpus.phrases import Phrases, gather_phrases

REPORT_SHARE = 0.04
LINK_SHARE = 0.2
NEAR = 60
# How many are named, each as often as it stands here; the archive has one person an article.
PEOPLE = (0, 0, 0, 1, 1, 1, 2, 2, 3, 4)
DOCUMENTS = (0, 1, 1, 2)


@dataclass(frozen=True, slots=True)
class Item:
    """An article before it is written in the dialect of a generator."""

    path: str
    front: Mapping[str, Any]
    body: str
    event: Event


@dataclass(frozen=True)
class Corpus:
    """Articles by number, each made on its own."""

    docs: Path
    data: Path
    seed: int = 1

    @cached_property
    def cast(self) -> Cast:
        """The registries to draw from."""
        return read_cast(self.data)

    @cached_property
    def phrases(self) -> Mapping[str, Phrases]:
        """The archive's clauses to write with."""
        return gather_phrases(self.docs)

    def items(self, count: int) -> Iterator[Item]:
        """Yield the first ``count`` articles."""
        return (self.item(number) for number in range(count))

    def event(self, number: int) -> Event:
        """Return the facts of an article."""
        return draw_event(self.cast, number, Random(f"{self.seed}/event/{number}"))  # noqa: S311 - a corpus, not a secret

    def item(self, number: int) -> Item:
        """Return an article."""
        random = Random(f"{self.seed}/item/{number}")  # noqa: S311 - a corpus, not a secret
        event, names = self.event(number), self._names(number, random)
        front = front_matter(event, names, random)
        principal = self._principal(number, random)
        if principal and event.kind:
            front = report_of(front, principal)
        documents = tuple(self.cast.registries.documents[id_].name for id_ in names.documents)
        writer = Writer(self.phrases, event, documents, names.people, random)
        front["lead"] = f"{writer.sentence('opening')} {writer.sentence('opening')}"
        return Item(event.path, front, writer.body(self._link(event, random)), event)

    def _names(self, number: int, random: Random) -> Names:
        people = (person_name(person_rank(random, number)) for _ in range(random.choice(PEOPLE)))
        drawn = (
            self.cast.documents.draw(random, lambda _: True)
            for _ in range(random.choice(DOCUMENTS))
        )
        return Names(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(d.id for d in drawn if d)))

    def _principal(self, number: int, random: Random) -> Event | None:
        """An earlier conference that this article is a further report of; mostly none."""
        if number == 0 or not happens(random, REPORT_SHARE):
            return None
        earlier = random.randrange(max(0, number - NEAR), number)
        event = self.event(earlier)
        return event if event.kind and event.shown.year and not self._is_report(earlier) else None

    def _is_report(self, number: int) -> bool:
        return "same_event_as" in self.item(number).front

    def _link(self, event: Event, random: Random) -> str:
        if event.number == 0 or not happens(random, LINK_SHARE):
            return ""
        other = self.event(random.randrange(event.number))
        href = posixpath.relpath(other.path, posixpath.dirname(event.path))
        return f"Xem thêm: [{other.title}]({href})."
