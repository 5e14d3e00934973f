"""What a site must be before it goes live."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from bantin.publish.server.headers import inline_scripts
from bantin.release.links import Pages
from bantin.search.format.codec import DamagedError
from bantin.search.format.settings import FOLDER
from bantin.search.query import IndexReader, Searcher

REQUIRED = (
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
QUESTION = "chương trình phối hợp"
MOST_BYTES = 512 * 1024
SHOWN = 20


def faults(site: Path, hidden: Iterable[str] = ()) -> list[str]:
    """Return everything wrong with a site, in Vietnamese; nothing for one that may go live.

    Args:
        site: a built site.
        hidden: addresses of drafts and of articles dated later, which must not be there.
    """
    missing = [f"thiếu tệp {name}" for name in REQUIRED if not (site / name).is_file()]
    if missing:
        return missing
    pages = Pages(site)
    checks: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _shown(site, hidden),
        lambda: _unreadable(site),
        lambda: _index(site),
        lambda: _heavy(site, pages.paths),
        lambda: _scripts(site, pages.paths),
        pages.broken,
    )
    return [told for check in checks for told in _at_most(check())]


def _at_most(found: Iterator[str]) -> Iterator[str]:
    for number, told in enumerate(found):
        if number == SHOWN:
            yield "… và các lỗi cùng loại khác"
            return
        yield told


def _shown(site: Path, hidden: Iterable[str]) -> Iterator[str]:
    for address in hidden:
        if (site / address).exists():
            yield f"{address} chưa được phép đăng mà có trong bản dựng"


def _unreadable(site: Path) -> Iterator[str]:
    manifest = site / "tim-kiem/chi-muc/manifest.json"
    for file in (*sorted(site.glob("du-lieu/*.json")), site / "feed.json", manifest):
        try:
            json.loads(file.read_bytes())
        except ValueError:
            yield f"{file.relative_to(site)} không phải JSON hợp lệ"


def _index(site: Path) -> Iterator[str]:
    """Open the index and ask it for everything and for a word."""
    folder = site / FOLDER
    try:
        searcher = Searcher(IndexReader(lambda path: (folder / path).read_bytes()))
        found = searcher.search("").docs
        searcher.search(QUESTION)
    except (DamagedError, OSError) as error:
        yield f"chỉ mục tìm kiếm không mở được: {error}"
        return
    with suppress(ValueError):
        told = len(json.loads((site / "du-lieu/articles.json").read_bytes()))
        if len(found) != told:
            yield f"chỉ mục tìm kiếm có {len(found)} bài, dữ liệu có {told} bài"


def _heavy(site: Path, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        size = (site / path).stat().st_size
        if size > MOST_BYTES:
            yield f"{path} nặng {size // 1024} KB, quá {MOST_BYTES // 1024} KB"


def _scripts(site: Path, paths: Iterable[str]) -> Iterator[str]:
    allowed = (site / "_headers").read_text(encoding="utf-8")
    for path in paths:
        found = inline_scripts((site / path).read_text(encoding="utf-8"))
        if any(hash_ not in allowed for hash_ in found):
            yield f"{path} có đoạn mã mà chính sách nội dung không cho chạy"
