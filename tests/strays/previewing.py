"""Throws files into a project and builds a preview over each tree, as ``make serve`` does.

``python -m tests.strays.previewing PROJECT FIRST LAST`` takes the seeds from FIRST up to LAST, and
prints a line for each output that is not as without them.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.strays.throwing import SECRET, clear, lay, throw

from bantin.reading.listing import list_docs
from bantin.runtime.site_files import files_below

MOST = 80


def preview(project: Path) -> dict[str, bytes]:
    """Build a preview and return its files."""
    site = project / "xem-thu"
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    return {path: (site / path).read_bytes() for path in files_below(site)}


def main() -> None:
    """Build once for each seed."""
    project, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    docs = project / "docs"
    kept = [entry.path for entry in list_docs(docs)]
    announced = preview(project)
    for seed in range(first, last):
        lay(docs, throw(random.Random(seed), MOST))  # noqa: S311 - repeatable
        files = preview(project)
        differing = sorted(files.keys() ^ announced.keys())
        leaking = [path for path, data in files.items() if SECRET.encode() in data]
        for path in (*differing, *leaking):
            sys.stdout.write(f"LEAK {seed} {path}\n")
        clear(docs, kept)
    sys.stdout.write(f"TRIED {last - first}\n")


if __name__ == "__main__":
    main()
