"""What is read out of an article's body."""

from dataclasses import dataclass

from bantin.runtime.pickling import fast_pickle


@fast_pickle
@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the article's page has it.

    Attributes:
        id: its ``id`` on the page, which no other heading of the page has.
        text: its words, without markup.
        level: 2 to 6; a page's only ``h1`` is the title.
        line: of the file, counted from 1.
    """

    id: str
    text: str
    level: int
    line: int = 0


@fast_pickle
@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture in a body.

    Attributes:
        target: destination as Markdown understands it: escapes and ``<…>`` undone.
        line: of the file, counted from 1.
        column: of the first character of its markup, counted from 1.
        is_picture: whether it shows a picture in place.
    """

    target: str
    line: int
    column: int = 1
    is_picture: bool = False


@fast_pickle
@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of a conference, in the article's own words, cut for the ledger.

    Attributes:
        results: excerpt of the section on results; so ``limits`` and ``tasks``.
        results_id: ``id`` of the heading of that section; so ``limits_id`` and ``tasks_id``.
    """

    results: str = ""
    limits: str = ""
    tasks: str = ""
    results_id: str = ""
    limits_id: str = ""
    tasks_id: str = ""

    def __bool__(self) -> bool:
        return bool(self.results or self.limits or self.tasks)


NO_OUTCOME = Outcome()
