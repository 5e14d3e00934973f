"""``bantin search``: the portal's search from the command line, over the built index."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from bantin.model.sections import UNKNOWN_YEAR
from bantin.search.format.codec import DamagedError
from bantin.search.format.settings import FOLDER, LIMITS, MANIFEST
from bantin.search.query import Filters, IndexReader, Searcher, SearchResult
from bantin.search.query.narrowing import with_source
from bantin.search.query.parse import clean, parse

SHOWN_RESULTS = 10
# As in addresses of the search page; the last three are years: in, from, until.
FILTER_KEYS = (
    "co-quan",
    "chuong-trinh",
    "cap",
    "tinh",
    "huyen",
    "loai",
    "tinh-trang",
    "van-ban",
    "nguoi",
    "nam",
    "tu",
    "den",
)


@click.command()
@click.argument("query")
@click.option(
    "--facet", "facets", multiple=True, help="Thu hẹp: co-quan=bca, tinh=gia-lai, nam=2024…"
)
@click.option(
    "--sort", type=click.Choice(["lien-quan", "ngay"]), default="lien-quan", help="Thứ tự."
)
@click.option(
    "--as-typed", "reading", flag_value="typed", help="Tìm đúng các chữ đã gõ, không sửa chữ nào."
)
@click.option("--json", "form", flag_value="json", help="In kết quả dạng JSON.")
@click.option("--limit", type=click.IntRange(1), default=SHOWN_RESULTS, help="Số kết quả in ra.")
@click.option("--site", default="site", help="Thư mục trang đã dựng.")
def search(  # noqa: PLR0913, PLR0917 -- one parameter an option
    query: str,
    facets: Sequence[str],
    sort: str,
    reading: str | None,
    form: str | None,
    limit: int,
    site: str,
) -> None:
    """Tìm QUERY trong các bài đã dựng, cùng thứ tự như trên trang tìm kiếm."""
    filters = _filters(facets)
    _refuse_symbols(query, filters)
    try:
        searcher = open_searcher(site)
        is_by_date = sort == "ngay"
        query, filters = with_source(searcher.index, query, filters)
        result = searcher.search(
            query, filters, is_by_date=is_by_date, is_finished=True, is_literal=reading == "typed"
        )
        cards = [searcher.index.card(doc) for doc in result.docs[:limit]]
    except (DamagedError, OSError) as error:
        message = f"Không đọc được chỉ mục: {error}."
        raise click.ClickException(message) from error
    if form == "json":
        rows = [_row(card, doc, result) for doc, card in zip(result.docs, cards, strict=False)]
        click.echo(json.dumps(_summary(result) | {"results": rows}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(result, cards)))
    sys.exit(0 if result.docs else 1)


def _refuse_symbols(query: str, filters: Filters) -> None:
    """Refuse a query without a word, unless filters narrow the results."""
    cleaned, _ = clean(query, LIMITS["characters"])
    if cleaned.strip() and not filters and not _has_words(cleaned):
        message = "câu tìm chỉ có dấu hoặc ký hiệu; hãy gõ ít nhất một chữ hay một số"
        raise click.BadParameter(message, param_hint="QUERY")


def _has_words(text: str) -> bool:
    """Whether a query has any word, to find or to exclude."""
    query = parse(text, LIMITS)
    return bool(query.words or query.excluded or query.is_by_date)


def open_searcher(site: str) -> Searcher:
    """Return a searcher of a built site; an editor is told where there is none."""
    folder = Path(site) / FOLDER
    if not (folder / MANIFEST).is_file():
        message = "Chưa có chỉ mục; hãy chạy «make build» trước."
        raise click.ClickException(message)
    return Searcher(IndexReader(lambda path: (folder / path).read_bytes()))


def _filters(facets: Sequence[str]) -> Filters:
    chosen: dict[str, list[str]] = {}
    for facet in facets:
        key, _, value = facet.partition("=")
        if key not in FILTER_KEYS or not value:
            text = f"thấy «{facet}», cần dạng khóa=giá trị với khóa là {', '.join(FILTER_KEYS)}"
            raise click.BadParameter(text, param_hint="--facet")
        chosen.setdefault(key, []).append(value)
    is_undated = UNKNOWN_YEAR in chosen.get("nam", ())
    years = {
        key: [_year(year) for year in chosen.pop(key, []) if year != UNKNOWN_YEAR]
        for key in ("nam", "tu", "den")
    }
    first = min([*years["nam"], *years["tu"]], default=None)
    last = max([*years["nam"], *years["den"]], default=None)
    return Filters(chosen, first, last, is_undated)


def _year(text: str) -> int:
    if not text.isdecimal():
        message = f"thấy năm «{text}», cần bốn chữ số hay {UNKNOWN_YEAR}"
        raise click.BadParameter(message, param_hint="--facet")
    return int(text)


def _summary(result: SearchResult) -> dict[str, Any]:
    return {
        "total": len(result.docs),
        "read_as": result.searched_for,
        "offered": result.offered,
        "ignored": result.ignored,
        "absent": result.absent,
        "excluded": result.excluded,
        "missing": result.missing_phrases,
    }


def _row(card: dict[str, Any], doc: int, result: SearchResult) -> dict[str, Any]:
    shown = ("address", "title", "date", "state", "types", "agencies", "lead")
    names = {"names": card["names"]} if doc in result.by_other_name and "names" in card else {}
    return {key: card[key] for key in shown if key in card} | names


def _lines(result: SearchResult, cards: Sequence[dict[str, Any]]) -> Iterator[str]:
    if result.searched_for:
        yield f"Tìm theo: {result.searched_for}"
    if result.offered:
        yield f"Ý bạn là: {result.offered}?"
    if result.excluded:
        yield f"Không kể bài có: {', '.join(result.excluded)}"
    for part in result.absent:
        yield f"Không bài nào nói tới «{part}»."
    if result.ignored and result.docs:
        yield f"Không có bài nào chứa {', '.join(f'«{word}»' for word in result.ignored)}."
    for phrase in result.missing_phrases:
        yield f"Không bài nào có nguyên văn «{phrase}»."
    yield f"{len(result.docs)} kết quả." if result.docs else "Không tìm thấy bài nào."
    for doc, card in zip(result.docs, cards, strict=False):
        yield ""
        yield f"{card['title']}"
        state = f"{card['state']}: " if "state" in card else ""
        yield f"  {state}{card.get('date', 'không rõ ngày')} · {card['address']}"
        if doc in result.by_other_name and card.get("names"):
            yield f"  khớp qua: {'; '.join(card['names'])}"
