"""What a site must be before it goes live."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from urllib.parse import urljoin

from bantin.model.sections import Section
from bantin.publish.manifest import ListedFile, differences, read_manifest
from bantin.publish.server.headers import inline_scripts, linked_scripts
from bantin.release.links import Pages
from bantin.release.nginx import refused_configuration
from bantin.release.tree import file_digest
from bantin.runtime.site_files import files_below
from bantin.search.format.codec import DamagedError
from bantin.search.format.settings import FOLDER
from bantin.search.query import IndexReader, Searcher

REQUIRED_FILES = (
    "index.html",
    "404.html",
    "tim-kiem/index.html",
    "tim-kiem/chi-muc/manifest.json",
    "robots.txt",
    "feed.xml",
    "feed.json",
    "lich.ics",
    "du-lieu/articles.json",
    "du-lieu/datapackage.json",
    "_headers",
    "_nginx/http.conf",
    "_nginx/server.conf",
)
TRIAL_QUERY = "chương trình phối hợp"
HEAVIEST_PAGE = 512 * 1024
# Limit of errors reported of one kind: a thousand broken links have one cause.
SHOWN_FAULTS = 20


def verify_site(site: Path, hidden: Iterable[str] = ()) -> list[str]:
    """Return everything wrong with a site, in Vietnamese; nothing for one that may go live.

    Args:
        site: a built site.
        hidden: addresses of drafts and of articles with a later date, which must not be there.
    """
    missing = [f"thiếu tệp {name}" for name in REQUIRED_FILES if not (site / name).is_file()]
    if missing:
        return missing
    pages = Pages(site)
    checks: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _hidden_pages(site, hidden),
        lambda: _unreadable_json(site),
        lambda: _search_index(site),
        lambda: _heavy_pages(site, pages.paths),
        lambda: _refused_scripts(site, pages.paths),
        lambda: refused_configuration(site),
        pages.broken_links,
    )
    return [fault for check in checks for fault in _first(check())]


def unannounced(site: Path, manifest: Path) -> list[str]:
    """Return in Vietnamese how a site differs from what its build has announced.

    Args:
        site: a built site.
        manifest: the list that the build has written.
    """
    try:
        announced = read_manifest(manifest)
    except ValueError as error:
        return [str(error)]
    found = {path: _found(site / path) for path in files_below(site)}
    return [*_first(iter(differences(announced, found)))]


def _found(file: Path) -> ListedFile:
    """Return a file as it is; a link or special file has no digest."""
    stat = file.lstat()
    digest = file_digest(file) if S_ISREG(stat.st_mode) else ""
    return ListedFile(digest, stat.st_size, stat.st_mtime_ns)


def _first(faults: Iterator[str]) -> Iterator[str]:
    for number, fault in enumerate(faults):
        if number == SHOWN_FAULTS:
            yield "… và các lỗi cùng loại khác"
            return
        yield fault


def _hidden_pages(site: Path, hidden: Iterable[str]) -> Iterator[str]:
    for address in hidden:
        if (site / address).exists():
            yield f"{address} chưa được phép đăng mà có trong bản dựng"


def _unreadable_json(site: Path) -> Iterator[str]:
    manifest = site / "tim-kiem/chi-muc/manifest.json"
    for file in (*sorted(site.glob("du-lieu/*.json")), site / "feed.json", manifest):
        try:
            json.loads(file.read_bytes())
        except ValueError:
            yield f"{file.relative_to(site).as_posix()} không phải JSON hợp lệ"


def _search_index(site: Path) -> Iterator[str]:
    """Search the index for everything and for a phrase."""
    folder = site / FOLDER
    try:
        searcher = Searcher(IndexReader(lambda path: (folder / path).read_bytes()))
        docs = searcher.search("").docs
        searcher.search(TRIAL_QUERY)
    except (DamagedError, OSError) as error:
        yield f"chỉ mục tìm kiếm không mở được: {error}"
        return
    with suppress(ValueError):
        articles = len(json.loads((site / "du-lieu/articles.json").read_bytes()))
        if len(docs) != articles:
            yield f"chỉ mục tìm kiếm có {len(docs)} bài, dữ liệu có {articles} bài"


def _heavy_pages(site: Path, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        size = (site / path).stat().st_size
        if size > HEAVIEST_PAGE:
            yield f"{path} nặng {size // 1024} KB, quá {HEAVIEST_PAGE // 1024} KB"


def _refused_scripts(site: Path, paths: Iterable[str]) -> Iterator[str]:
    allowed = (site / "_headers").read_text(encoding="utf-8")
    for path in paths:
        html = (site / path).read_text(encoding="utf-8")
        if any(hash_ not in allowed for hash_ in inline_scripts(html)):
            yield f"{path} có đoạn mã mà chính sách nội dung không cho chạy"
        for src in sorted(linked_scripts(html)):
            if not _is_own_script(urljoin(f"/{path}", src)):
                yield f"{path} chạy mã «{src}», không phải của giao diện"


def _is_own_script(address: str) -> bool:
    """Whether a script is the theme's, or the browser editor's on its own page."""
    return address.startswith((f"/{Section.ASSETS.address}", f"/{Section.ADMIN.address}"))
