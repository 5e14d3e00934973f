"""Versions of an article: commits, where the project is a repository and git is installed.

Nothing here ever merges or rewrites; a push that the remote refuses is told and left to an editor.
"""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_TIMEOUT = 60.0
_FIELD, _RECORD = "\x1f", "\x1e"
_FORM = f"--format=%H{_FIELD}%an{_FIELD}%aI{_FIELD}%s{_RECORD}"
_MOST = 50


class Version(NamedTuple):
    """An article as someone saved it: the commit, who, when (ISO 8601) and with which words."""

    id: str
    editor: str
    time: str
    message: str


class GitError(Exception):
    """Git refused; the text is what it said."""


class History:
    """The history of the files of a project.

    Args:
        root: the project.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git = shutil.which("git")

    @property
    def exists(self) -> bool:
        """Whether the project is a repository of its own, with git at hand."""
        return bool(self._git) and (self._root / ".git").exists()

    @property
    def remote(self) -> str:
        """Where commits are pushed to; empty where the branch follows none."""
        try:
            return self._run("rev-parse", "--abbrev-ref", "@{upstream}").strip()
        except GitError:
            return ""

    def editor(self) -> str:
        """Return the name that the repository commits under; empty where none is set."""
        try:
            return self._run("config", "user.name").strip()
        except GitError:
            return ""

    def commit(self, paths: Iterable[Path], message: str, editor: str) -> bool:
        """Commit some files under a person's name; return whether anything had changed.

        Other files stay as they are, added or not.
        """
        names = [path.relative_to(self._root).as_posix() for path in paths]
        names = [name for name in dict.fromkeys(names) if self._is_known(name)]
        self._run("add", "--all", "--", *names)
        if not self._run("status", "--porcelain", "--", *names).strip():
            return False
        address = "noreply@localhost"
        who = ("-c", f"user.name={editor}", "-c", f"user.email={address}")
        self._run(*who, "commit", "--quiet", "--no-verify", "-m", message, "--only", "--", *names)
        return True

    def versions(self, path: Path) -> list[Version]:
        """Return the versions of a file, the latest first; through a change of its name, too."""
        name = path.relative_to(self._root).as_posix()
        try:
            text = self._run("log", f"-{_MOST}", "--follow", _FORM, "--", name)
        except GitError:
            return []
        return [Version(*one.strip().split(_FIELD)) for one in text.split(_RECORD) if one.strip()]

    def text_at(self, version: str, path: Path) -> str:
        """Return a file as a version has it, under whatever name it then had."""
        name = path.relative_to(self._root).as_posix()
        names = self._run("log", "--follow", "--name-only", "--format=%x1e%H", "--", name)
        for record in filter(str.strip, names.split(_RECORD)):
            commit, *files = record.split()
            if commit == version and files:
                return self._run("show", f"{commit}:{files[-1]}")
        raise GitError(f"no version {version!r} of {name}")  # noqa: EM102, TRY003 - for programmers

    def push(self) -> None:
        """Send commits to the remote, after those of others are taken in.

        Raises:
            GitError: the remote cannot be reached, or two people changed one passage; then the
                repository is as it was.
        """
        try:
            self._run("pull", "--rebase", "--quiet")
        except GitError:
            self._quietly("rebase", "--abort")
            raise
        self._run("push", "--quiet")

    def _is_known(self, name: str) -> bool:
        """Whether git takes a path: what is neither on the disk nor in the history it refuses."""
        return (self._root / name).exists() or bool(self._run("ls-files", "--", name))

    def _quietly(self, *arguments: str) -> None:
        try:
            self._run(*arguments)
        except GitError:
            return

    def _run(self, *arguments: str) -> str:
        if not self._git:
            raise GitError("git is not installed")  # noqa: EM101, TRY003 - for programmers
        command = [self._git, "-C", str(self._root), "-c", "core.quotepath=false", *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - a program by its path, arguments as a list
                command, capture_output=True, timeout=_TIMEOUT, check=False,
                env=None, encoding="utf-8", errors="replace",
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitError(str(error)) from error
        if done.returncode:
            raise GitError((done.stderr or done.stdout).strip())
        return done.stdout
