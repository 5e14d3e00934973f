"""The shell: the frame of a page, rendered once for each depth, with slots for its content."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

SLOT = re.compile(r"<!--@([a-z-]+)@-->")
NAMES = ("title", "head", "body")
# Folders between a page and the site root; links of the frame differ with them.
DEPTHS = range(5)


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell cut at its slots: the texts around them, as UTF-8, and the names of the slots."""

    texts: tuple[bytes, ...]
    names: tuple[str, ...]

    @property
    def html(self) -> str:
        """The shell with nothing in its slots."""
        return b"".join(self.texts).decode()

    def fill(self, values: Mapping[str, str]) -> bytes:
        """Return the page; a slot without a value stays empty."""
        contents = [values.get(name, "").encode() for name in self.names]
        return b"".join(
            part for pair in zip(self.texts, [*contents, b""], strict=True) for part in pair
        )


def cut_shell(html: str) -> Shell:
    """Return the shell in a page that the host rendered; ValueError names a missing slot."""
    parts = SLOT.split(html)
    shell = Shell(tuple(text.encode() for text in parts[::2]), tuple(parts[1::2]))
    missing = set(NAMES) - set(shell.names)
    if missing:
        text = f"shell without slots: {', '.join(sorted(missing))}"
        raise ValueError(text)
    return shell


def shell_source(depth: int) -> str:
    """Return the path, from ``docs/``, of the page that MkDocs renders as shell of a depth."""
    return "/".join(["_shell"] * (depth - 1) + [f"_shell{depth}.md"])
