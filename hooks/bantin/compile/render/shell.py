"""The shell: a page of the host with marks where a page's own parts go."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

MARK = re.compile(r"<!--@([a-z-]+)@-->")
NAMES = ("title", "head", "body")
DEPTHS = range(5)


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell cut at its marks: the texts between them, as UTF-8, and their names."""

    texts: tuple[bytes, ...]
    names: tuple[str, ...]

    @property
    def html(self) -> str:
        """The shell with nothing in its marks."""
        return b"".join(self.texts).decode()

    def fill(self, values: Mapping[str, str]) -> bytes:
        """Return the page; a mark without a value is left empty."""
        filled = [values.get(name, "").encode() for name in self.names]
        return b"".join(
            part for pair in zip(self.texts, [*filled, b""], strict=True) for part in pair
        )


def cut_shell(html: str) -> Shell:
    """Return a shell from a page of the host; ValueError names a mark that it lacks."""
    parts = MARK.split(html)
    shell = Shell(tuple(text.encode() for text in parts[::2]), tuple(parts[1::2]))
    missing = set(NAMES) - set(shell.names)
    if missing:
        text = f"shell without marks: {', '.join(sorted(missing))}"
        raise ValueError(text)
    return shell


def shell_source(depth: int) -> str:
    """The path, from ``docs/``, of the page that MkDocs renders as the shell of a depth."""
    return "/".join(["_shell"] * (depth - 1) + [f"_shell{depth}.md"])
