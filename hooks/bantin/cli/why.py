"""``bantin why``: what a page of the last build was made from, and what had it made again."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from bantin.build.records import MISSING, NEW, JobRecord, Records, load_records
from bantin.model.suggestion import suggest
from bantin.runtime.cache import Cache

# Names of inputs (see bantin.compile.inputs), as an editor calls them.
LABELS = {
    "source": "tệp của bài",
    "bounds": "khoảng ngày họp và căn cứ của nó",
    "neighbours": "tin liền trước, liền sau và tin liên quan",
    "agencies": "cơ quan mà bài nêu",
    "provinces": "tỉnh mà bài nêu",
    "districts": "huyện mà bài nêu",
    "programs": "chương trình mà bài nêu",
    "documents": "văn bản mà bài nêu",
    "pictures": "ảnh của bài",
    "linked": "bài mà bài này dẫn tới",
    "tasks": "bài giao nhiệm vụ và bài nói về việc thực hiện",
    "announced": "các hội nghị báo trước, chưa có tin đã họp",
    "stories": "các tin mà trang liệt kê",
    "title": "tên của nguồn tin RSS",
    "all agencies": "sổ đăng ký cơ quan",
    "all programs": "sổ đăng ký chương trình",
    "all provinces": "sổ đăng ký tỉnh",
    "all districts": "sổ đăng ký huyện",
    "all documents": "sổ đăng ký văn bản",
    "all glossary": "bảng chữ tắt",
    "day": "ngày dựng",
    "years": "danh sách các năm",
    "people": "danh sách nhân sự",
    "index.md": "lời mở đầu trong docs/index.md",
    "content": "nội dung của trang",
    "hand-written pages": "các trang viết tay",
    "code": "mã nguồn hoặc thư viện",
    "templates": "mẫu trang trong theme/pages",
    "settings": "thiết lập trong mkdocs.yml",
    "frame": "khung trang trong theme",
    NEW: "trang chưa có ở lần dựng trước",
    MISSING: "tệp trong site/ bị mất hoặc bị sửa",
}


@click.command()
@click.argument("page")
@click.option("--root", default=".", type=click.Path(file_okay=False, path_type=Path),
              help="Thư mục gốc có docs/ và data/.")  # fmt: skip
@click.option("--site", default="site", help="Tên thư mục của trang đã dựng.")
def why(page: str, root: Path, site: str) -> None:
    """Cho biết lần dựng gần nhất làm lại một trang vì sao, ví dụ: bantin why tin/2024/ten-bai/."""
    records = load_records(Cache(root / ".cache" / site))
    if not records.jobs:
        _stop(f"chưa có lần dựng nào ghi lại trong {root / '.cache' / site}; hãy chạy make build")
    record = next(filter(None, map(records.of_file, _files(page))), None)
    if not record:
        _stop(f"{site}/ không có trang «{page}»{suggest(page, _addresses(records))}")
    click.echo(_report(page, record, records))


def _files(page: str) -> list[str]:
    """Return the files that a page may be meant to be: as written, or as an address."""
    path = page.removeprefix("docs/").lstrip("/")
    address = path.removesuffix("index.html").removesuffix(".md").rstrip("/")
    return [path, f"{address}/index.html" if address else "index.html"]


def _addresses(records: Records) -> list[str]:
    made = (file.path for record in records.jobs.values() for file in record.made)
    return [path.removesuffix("index.html") for path in made]


def _report(page: str, record: JobRecord, records: Records) -> str:
    names = [name for name, _ in (*record.inputs, *records.common)]
    return (
        f"{page}\n  dựng lại lần gần nhất vì: {_listed(record.reasons)}\n  làm từ: {_listed(names)}"
    )


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return "; ".join(LABELS.get(name, name) for name in names)


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
