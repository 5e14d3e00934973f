"""Not a hook: what the terminal says about the content, while building and while serving."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from bantin.checking.save_report import Snapshot, report
from bantin.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bantin.model import Problem
    from bantin.reading import Content
    from bantin.runtime.cache import Cache

OURS = "mkdocs.plugins."
SERVER = "mkdocs.livereload"
SERVING = "Serving on "
log = get_plugin_logger("bantin")


def report_all(found: Iterable[Problem]) -> None:
    """Log everything; problems as errors, which a strict build counts."""
    for one in found:
        log.log(logging.INFO if one.severity is Severity.ADVICE else logging.ERROR, "%s", one)


def report_saved(content: Content, found: Sequence[Problem], cache: Cache) -> None:
    """Log what the last saving of a file changed; the cache has how things were before."""
    for severity, line in report(content, found, Snapshot.load(cache)):
        log.log(logging.INFO if severity is Severity.ADVICE else logging.WARNING, "%s", line)
    Snapshot.of(content, found).save(cache)


def is_for_editors(record: logging.LogRecord) -> bool:
    """Whether a line is of use to an editor."""
    if record.name == SERVER:
        return record.levelno > logging.WARNING or SERVING in record.getMessage()
    return record.name.startswith(OURS) or record.levelno > logging.INFO


class Plain(logging.Formatter):
    """Our lines as ``bantin check`` prints them; warnings of others with their level."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        text = super().format(record)
        if record.name.startswith(OURS):
            return text.removeprefix("bantin: ")
        if record.name == SERVER and SERVING in text:
            address = text.partition(SERVING)[2]
            return (
                f"Mở {address} trong trình duyệt. Sửa bài rồi lưu thì trang tự đổi. Dừng: Ctrl + C."
            )
        return f"{record.levelname}: {text}"
