"""The shell: a page of the host with marks where a page's own parts go."""

import re
from dataclasses import dataclass

MARK = re.compile(r"<!--@([a-z-]+)@-->")
NAMES = ("title", "head", "body")
DEPTHS = range(5)


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell cut at its marks: text and names of marks by turns."""

    parts: tuple[str, ...]

    def fill(self, values: dict[str, str]) -> str:
        """Return the page; a mark without a value is left empty."""
        return "".join(
            values.get(part, "") if number % 2 else part for number, part in enumerate(self.parts)
        )


def cut_shell(html: str) -> Shell:
    """Return a shell from a page of the host; ValueError names a mark that it lacks."""
    shell = Shell(tuple(MARK.split(html)))
    missing = set(NAMES) - set(shell.parts[1::2])
    if missing:
        text = f"shell without marks: {', '.join(sorted(missing))}"
        raise ValueError(text)
    return shell


def shell_source(depth: int) -> str:
    """The path, from ``docs/``, of the page that MkDocs renders as the shell of a depth."""
    return "/".join(["_shell"] * (depth - 1) + [f"_shell{depth}.md"])
