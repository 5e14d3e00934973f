"""The files of a site that a build has seen to."""

from collections.abc import Callable

from bantin.forking import Child


class Wanted(set[str]):
    """Paths of files that stay, from the site.

    Args:
        workers: processes that may share work.
        is_beside: whether files are brought up to date by processes of their own while this one
            makes the pages: where these are few, a processor would stand idle.
    """

    def __init__(self, workers: int = 1, *, is_beside: bool = False) -> None:
        super().__init__()
        self._workers = workers
        self._is_beside = is_beside and workers > 1
        self._children: list[Child] = []

    def bring(self, files: Callable[[int], set[str]]) -> None:
        """Have files brought up to date by so many workers; it returns their paths."""
        if self._is_beside:
            self._children.append(Child(files, 1))
        else:
            self.update(files(self._workers))

    def gather(self) -> "Wanted":
        """Wait until all is up to date; ChildProcessError where a process died."""
        while self._children:
            self.update(self._children.pop().result())
        return self
