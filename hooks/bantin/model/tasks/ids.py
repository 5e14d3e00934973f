"""The ids of an article's tasks, decided here alone.

A task whose opening words an editor has written in front matter (``begins``) keeps the id written
there, wherever it stands and whatever else changes. All others are numbered in their order, with
the numbers that are free: without such notes ``nv-1``, ``nv-2`` and so on.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from typing import NamedTuple

from bantin.model.fields import quote
from bantin.model.suggestion import LIKE_ONE_OF_FEW, nearest, suggest
from bantin.model.tasks.record import Task, TaskNote

# Signs that are typed in more than one way.
_SAME_SIGNS = str.maketrans(
    dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’`", "'") | {"–": "-", "*": None}
)
_EDGES = re.compile(r"^[\s\"'(]+|[\s\"').,;:…]+$")
OPENING = 8
# So many words are bound where fewer would do: a later item may begin alike.
PINNING_WORDS = 4


class NamedTasks(NamedTuple):
    """The ids of some tasks and the notes on them, both in the order of the tasks.

    Attributes:
        faults: position of a note and what is wrong with it, in Vietnamese.
    """

    ids: tuple[str, ...]
    notes: tuple[TaskNote | None, ...]
    faults: tuple[tuple[int, str], ...] = ()


def plain_words(text: str) -> str:
    """Return a text as two writings of it are compared: small letters, plain signs, no edges."""
    return _EDGES.sub("", " ".join(text.split()).translate(_SAME_SIGNS)).casefold()


def name_tasks(texts: Sequence[str], notes: Sequence[TaskNote]) -> NamedTasks:
    """Return the ids of an article's tasks.

    Args:
        texts: the words of each, in their order.
        notes: what the front matter says of them, in any order.
    """
    if not notes:
        return _by_order(len(texts))
    found: dict[int, int] = {}  # position of a note, by that of its task
    faults = list(_find_by_words(texts, notes, found))
    numbers = _number(len(texts), {task: notes[note].id for task, note in found.items()})
    faults += _find_by_id(texts, numbers, notes, found)
    by_task = tuple(notes[found[n]] if n in found else None for n in range(len(texts)))
    return NamedTasks(tuple(numbers), by_task, tuple(sorted(faults)))


@cache  # most articles have a few tasks and no notes
def _by_order(total: int) -> NamedTasks:
    ids = tuple(f"nv-{number + 1}" for number in range(total))
    return NamedTasks(ids, (None,) * total)


def _find_by_words(
    texts: Sequence[str], notes: Sequence[TaskNote], found: dict[int, int]
) -> Iterator[tuple[int, str]]:
    """Add to ``found`` each note whose words begin one task; yield what is wrong with others."""
    openings = [plain_words(text) for text in texts]
    used: set[str] = set()
    for position, note in enumerate(notes):
        if not note.begins:
            continue
        begins = plain_words(note.begins)
        matches = [n for n, text in enumerate(openings) if _begins(text, begins)]
        if len(matches) != 1:
            yield position, _no_match(note.begins, len(matches), texts)
        elif matches[0] in found:
            yield position, f"mục «{quote(note.begins)}» đã có dòng khác ở trên nói tới"
        elif note.id and note.id in used:
            yield position, f"mã «{note.id}» đã dùng cho mục khác ở trên"
        else:
            found[matches[0]] = position
            used |= {note.id} if note.id else set()


def _begins(text: str, opening: str) -> bool:
    """Whether a text begins with some words, the last of them whole."""
    return text.startswith(opening) and not text[len(opening) : len(opening) + 1].isalnum()


def _no_match(begins: str, matches: int, texts: Sequence[str]) -> str:
    if matches:
        shown = quote(begins)
        return f"có {matches} mục bắt đầu bằng «{shown}»; hãy chép thêm mấy chữ cho đủ phân biệt"
    openings = [" ".join(text.split()[: max(OPENING, len(begins.split()))]) for text in texts]
    hint = suggest(begins, openings, least=LIKE_ONE_OF_FEW)
    return f"không có mục nhiệm vụ nào bắt đầu bằng «{quote(begins)}»{hint}"


def _number(total: int, pinned: dict[int, str | None]) -> list[str]:
    """Return the id of each task: the one it is pinned to, else the next number that is free."""
    taken = {id_ for id_ in pinned.values() if id_}
    free = (f"nv-{number}" for number in count(1) if f"nv-{number}" not in taken)
    return [pinned.get(n) or next(free) for n in range(total)]


def _find_by_id(
    texts: Sequence[str], ids: Sequence[str], notes: Sequence[TaskNote], found: dict[int, int]
) -> Iterator[tuple[int, str]]:
    """Add to ``found`` each note that names a task by its id alone; yield what is wrong."""
    for position, note in enumerate(notes):
        if note.begins:
            continue
        if note.id is None:
            yield position, "cần «id» hoặc «begins» (mấy chữ mở đầu mục) để biết nói về mục nào"
        elif note.id not in ids:
            yield position, _no_task(note.id, texts, ids)
        elif ids.index(note.id) in found:
            yield position, f"mục «{note.id}» đã có dòng khác nói tới"
        else:
            found[ids.index(note.id)] = position


def _no_task(id_: str, texts: Sequence[str], ids: Sequence[str]) -> str:
    if not texts:
        return f"bài không có mục nào dưới đề mục «Nhiệm vụ», nên không có «{id_}»"
    return f"bài không có nhiệm vụ «{id_}»; có: {', '.join(ids)}"


class Pin(NamedTuple):
    """An id, and the words that begin the task it is for, and no other."""

    id: str
    begins: str


def pin_of(task: Task, tasks: Sequence[Task]) -> Pin | None:
    """Return what binds a task's id to its words; None where another task has the same words."""
    words, others = task.text.split(), [plain_words(one.text) for one in tasks if one is not task]
    for total in range(min(PINNING_WORDS, len(words)), len(words) + 1):
        begins = " ".join(words[:total]).rstrip(" ,;:.…")
        if begins and not any(_begins(other, plain_words(begins)) for other in others):
            return Pin(task.id, begins)
    return None


def nearest_sentence(words: str, texts: Sequence[str]) -> str | None:
    """Return None where some words stand in a text; else the sentence most like them, or nothing.

    Args:
        words: as an editor copied them.
        texts: paragraphs, each on one line.
    """
    wanted = plain_words(words)
    if any(_stands_in(wanted, plain_words(text)) for text in texts):
        return None
    sentences = [one for text in texts for one in re.split(r"(?<=[.!?;])\s+", text)]
    return nearest(words, sentences)


def _stands_in(words: str, text: str) -> bool:
    """Whether some words stand in a text, the first and the last of them whole."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(words, start + 1)
    return False
