"""Not a hook: the host's own command, ``python hooks/command.py build --strict``.

MkDocs reads ``mkdocs.yml`` before any hook, and says in English what is wrong with it. It is read
here first; what MkDocs would refuse is told as everything else is, and nothing is built.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from bantin.model import Problem
from bantin.reading.settings import FILE, settings_of
from bantin.runtime.streams import use_utf8

MISSING = "không có tệp {} trong thư mục này; hãy chuyển vào thư mục của bản tin"
STOPPED = "{} lỗi trong thiết lập; trang cũ được giữ nguyên"


def faults_of(folder: Path) -> list[str]:
    """Return the lines that say what is wrong with the settings of a project; none if nothing."""
    if not (folder / FILE).is_file():
        return [MISSING.format(FILE)]
    found = settings_of(folder)
    if not isinstance(found, list):
        return []
    return [*_lines(found), STOPPED.format(len(found))]


def _lines(problems: Iterable[Problem]) -> Iterable[str]:
    return (problem.line for problem in problems)


def main() -> None:
    """Run the host, unless its settings are wrong."""
    use_utf8()
    if faults := faults_of(Path.cwd()):
        sys.exit("\n".join(faults))
    from mkdocs.__main__ import cli  # noqa: PLC0415 - not before the settings are right

    sys.argv[0] = "mkdocs"
    cli()


if __name__ == "__main__":
    main()
