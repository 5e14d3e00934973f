"""Small sites that may go live."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bantin.build.renewal import listed_files, renew
from bantin.catalog import build_catalog
from bantin.model import Registries
from bantin.publish.server import server_outputs
from bantin.publish.server.headers import inline_scripts
from bantin.reading import Content
from bantin.release.verify import REQUIRED_FILES
from bantin.runtime.site_files import SiteFiles, files_below
from bantin.search.updating import write_index

if TYPE_CHECKING:
    from collections.abc import Callable

EMPTY = build_catalog(Content(Path(), Path(), (), Registries()), date(2026, 11, 23))
PAGE = (
    '<!doctype html><html lang="vi"><title>{0}</title><script>inline()</script>'
    '<body id="dau"><a href="./">{0}</a> <a href="#dau">Đầu trang</a></body></html>\n'
)


def write_site(folder: Path, word: str, pages: int = 3) -> Path:
    """Write a site with all required files; ``word`` makes it differ from others."""
    for name in REQUIRED_FILES:  # the pages among them are written again below
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("[]\n" if name.endswith(".json") else f"{word}\n", encoding="utf-8")
    for address in ("", "tim-kiem/", *(f"tin/{n}/" for n in range(pages))):
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(word) + "<!-- -->\n" * 200, encoding="utf-8")
    for output in server_outputs(inline_scripts(PAGE), {}):
        SiteFiles(folder).write(output.path, output.content)
    write_index(EMPTY, lambda _: (), SiteFiles(folder))
    return folder


def announce(site: Path, root: Path) -> None:
    """Write the list of the files that are there, as the build of a project would."""
    cache, files = root / ".cache" / site.name, SiteFiles(site)
    renew(files, listed_files(files, files_below(site), {}, cache), cache)


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[[str], Path]:
    return lambda word: write_site(tmp_path / "sites" / word, word)
