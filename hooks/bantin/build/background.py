"""The files of a site that a build has seen to."""

from collections.abc import Callable

from bantin.runtime.processes import ALONE, Child, Sign, Workers


class Wanted(set[str]):
    """Paths of files that stay, from the site.

    Args:
        workers: processes that may share work.
        is_beside: whether even what is made soon is made by a process of its own while this one
            makes the pages: where these are few, a processor would stand idle.
    """

    def __init__(self, workers: int = 1, *, is_beside: bool = False) -> None:
        super().__init__()
        self._workers = workers
        self._is_beside = is_beside
        self._children: list[Child] = []
        self._sign = Sign() if workers > 1 else None

    def bring(self, files: Callable[[Workers], set[str]], *, is_long: bool = False) -> None:
        """Have files brought up to date; it returns their paths.

        Args:
            files: what does it, given who may share it.
            is_long: whether it may take as long as the pages: then it is done beside them, and
                shared once they are through.
        """
        if self._sign and (is_long or self._is_beside):
            others = Workers(self._workers, self._sign.is_given) if is_long else ALONE
            self._children.append(Child(files, others))
        else:
            self.update(files(ALONE))

    def has_settled(self) -> bool:
        """Take in what has been made beside; return whether nothing is under way any more."""
        through = [child for child in self._children if child.is_through()]
        self._children = [child for child in self._children if child not in through]
        for child in through:
            self.update(child.result())
        return not self._children

    def gather(self) -> "Wanted":
        """Wait until all is up to date; ChildProcessError where a process died."""
        if self._sign:
            self._sign.give()
        while self._children:
            self.update(self._children.pop().result())
        return self
