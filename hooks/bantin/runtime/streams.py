"""Text to and from the terminal as UTF-8, whatever code page terminal, pipe or locale names."""

import os
import sys
from io import TextIOWrapper

UTF8 = "utf-8"
SWITCH = "PYTHONUTF8"


def use_utf8() -> None:
    """Have a program speak UTF-8; to be called once, before its first word.

    In a locale of other letters, such as C, the names of files and the words typed behind the
    command were misread before any code of ours ran: there the program begins anew in UTF-8.
    """
    if not _is_utf8(sys.getfilesystemencoding()):
        _begin_anew()
    set_streams()


def set_streams() -> None:
    """Set the streams of this process to UTF-8; what is not text is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # none without a terminal on Windows
            stream.reconfigure(encoding=UTF8, errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper) and not _is_utf8(sys.stdin.encoding):
        sys.stdin.reconfigure(encoding=UTF8, errors="replace")


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("_", "-") in {UTF8, "utf8"}


def _begin_anew() -> None:
    """Replace this process by the same command in UTF-8, unless that was tried before."""
    if os.environ.get(SWITCH) != "1" and sys.executable and sys.orig_argv:
        environ = os.environ | {SWITCH: "1"}
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environ)  # noqa: S606 - no shell is wanted
