"""Who is editing which article: one window at a time, and another may take over after asking."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

# A window that has not been heard of for so many seconds is closed or asleep.
LEASE = 30.0


@dataclass
class Holder:
    """The window in which an article is being edited.

    Attributes:
        editor: the name of the person.
        window: of the browser; a person may have several.
        seen: when it was last heard of, in seconds of the clock.
        asked_by: who would like to take over; empty while nobody does.
    """

    editor: str
    window: str
    seen: float
    asked_by: str = ""


class Holders:
    """The windows that hold articles; all in memory, as they end with the service."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._holders: dict[str, Holder] = {}
        self._clock = clock

    def take(self, path: str, editor: str, window: str, *, by_force: bool = False) -> Holder:
        """Return the holder of an article: this window, unless another holds it.

        Args:
            path: of the article.
            editor: who asks.
            window: in which.
            by_force: take it over; what the other has typed is on the disk already.
        """
        now, holder = self._clock(), self._holders.get(path)
        is_free = holder is None or holder.window == window or now - holder.seen > LEASE
        if is_free or by_force:
            asked_by = holder.asked_by if holder and holder.window == window else ""
            self._holders[path] = holder = Holder(editor, window, now, asked_by)
        assert holder is not None  # noqa: S101 - the type checker cannot follow
        return holder

    def ask(self, path: str, editor: str) -> None:
        """Tell the window that holds an article who would like to edit it."""
        if holder := self._holders.get(path):
            holder.asked_by = editor

    def release(self, path: str, window: str) -> None:
        """Let go of an article, when its window is closed."""
        if (holder := self._holders.get(path)) and holder.window == window:
            del self._holders[path]

    def of(self, path: str) -> str:
        """Return who is editing an article; empty for nobody."""
        holder = self._holders.get(path)
        return holder.editor if holder and self._clock() - holder.seen <= LEASE else ""
