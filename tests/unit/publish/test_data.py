from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.unit.publish.conftest import SITE

from bantin.build.listing_writer import ListingWriter
from bantin.build.writers import write_all
from bantin.publish.data import Column, Table, data_page, package_description, table_outputs, tables
from bantin.publish.data.csv_rows import CsvRows, cell_of
from bantin.publish.data.dictionary import kind_of
from bantin.publish.data.table import MAYBE_DATE, NOTES, TEXT, TEXTS, one_of, record
from bantin.publish.output import Listing, ListingFile
from bantin.runtime.cache import Cache
from bantin.runtime.site_files import SiteFiles

if TYPE_CHECKING:
    from bantin.catalog import Catalog

NAMES = ["articles", "conferences", "tasks", "follow_ups", "programs", "agencies",
         "provinces", "districts", "documents", "people"]  # fmt: skip


def made(archive: Catalog, site_url: str = SITE) -> dict[str, str]:
    with TemporaryDirectory() as folder:
        return published(archive, Path(folder), site_url)


def published(archive: Catalog, folder: Path, site_url: str = SITE) -> dict[str, str]:
    """Return the files of the open data by their paths; a folder used before remembers."""
    site = folder / "site"
    files, all_tables = SiteFiles(site), tables(archive, site_url)
    writer = ListingWriter(files, Cache(folder / "cache"), "1")
    outputs = [*table_outputs(all_tables, site_url), package_description(all_tables, "Bản tin")]
    paths = {file.path for file in write_all(outputs, writer, files)} | set(writer.stats)
    return {path: (site / path).read_bytes().decode() for path in paths}


def rows(archive: Catalog, name: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(made(archive)[f"du-lieu/{name}.json"])
    return records


def sheet(archive: Catalog, name: str) -> list[dict[str, str]]:
    text = made(archive)[f"du-lieu/{name}.csv"]
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


@pytest.mark.parametrize("name", NAMES)
def test_rows_follow_their_schema(archive: Catalog, name: str) -> None:
    files = made(archive)
    schema = json.loads(files[f"du-lieu/schemas/{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    records = json.loads(files[f"du-lieu/{name}.json"])
    assert records
    assert [e.message for e in Draft202012Validator(schema).iter_errors(records)] == []
    assert schema["$id"] == f"{SITE}du-lieu/schemas/{name}.schema.json"


def test_a_schema_refuses_what_is_not_in_the_dictionary(archive: Catalog) -> None:
    schema = json.loads(made(archive)["du-lieu/schemas/articles.schema.json"])
    spoiled = [dict(rows(archive, "articles")[0], date="26/4/2024"), {"path": "x"}]
    assert len(list(Draft202012Validator(schema).iter_errors(spoiled))) > 1


def test_a_row_has_the_values_of_the_article(archive: Catalog) -> None:
    [row] = [r for r in rows(archive, "articles") if r["path"] == "tin/2024/so-ket.md"]
    assert row["url"] == f"{SITE}tin/2024/so-ket/"
    assert row["agencies"][2] == {"id": None, "name": "Một cơ quan chưa rõ"}
    assert row["corrections"] == [{"date": "2024-05-02", "note": "Sửa số buổi."}]
    assert row["conference"]["covers"] == "2022-2023"


def test_a_retracted_article_is_in_no_file(archive: Catalog) -> None:
    assert [path for path, text in made(archive).items() if "Bài rút" in text] == []


def test_reports_of_one_conference_are_one_row(archive: Catalog) -> None:
    by_id = {row["id"]: row for row in rows(archive, "conferences")}
    assert len(by_id) == 3
    assert by_id["tin/2024/so-ket.md"]["reports"] == ["tin/2024/bao-dua-tin.md"]
    assert by_id["tin/2024/so-ket.md"]["outcome"]["results"] == "Mở 120 buổi."
    assert by_id["tin/chua-ro-nam/hop-28-11.md"]["date"] == "--11-28"
    assert by_id["tin/chua-ro-nam/hop-28-11.md"]["year"] is None


def test_a_conference_without_its_day_has_bounds_and_their_grounds(archive: Catalog) -> None:
    by_id = {row["id"]: row for row in rows(archive, "conferences")}
    known, unknown = by_id["tin/2024/so-ket.md"], by_id["tin/chua-ro-nam/hop-28-11.md"]
    assert (known["earliest"], known["latest"]) == ("2024-04-25", "2024-04-25")
    assert (known["interval"], known["grounds"]) == (None, [])
    assert (unknown["earliest"], unknown["latest"]) == ("2019-11-28", None)
    assert unknown["interval"] == "2019-11-28/.."
    [ground] = unknown["grounds"]
    assert (ground["bound"], ground["record"]) == ("earliest", "documents/ket-luan-65-kl-tw")
    assert ground["words"] == "Kết luận số 65-KL/TW ban hành 30/10/2019"
    assert ground["rule"] == "được dẫn trong bài"


def test_lineage_goes_both_ways(archive: Catalog) -> None:
    by_id = {row["id"]: row for row in rows(archive, "agencies")}
    assert by_id["bdv-tu-quang-nam"]["succeeded_by"] == ["btgdv-tu-quang-nam"]
    assert by_id["bdv-tu-quang-nam"]["today"] == ["btgdv-tu-da-nang-2025"]
    assert by_id["btgdv-tu-quang-nam"]["forerunners"] == ["bdv-tu-quang-nam"]
    assert by_id["bcdtb"]["today"] == []


def test_csv_has_the_rows_of_json(archive: Catalog) -> None:
    for name in NAMES:
        assert len(sheet(archive, name)) == len(rows(archive, name))
    [row] = [r for r in sheet(archive, "articles") if r["path"] == "tin/2024/so-ket.md"]
    assert row["conference.date"] == "2024-04-25"
    assert row["programs"] == "dan-van-cong-an-2022"
    assert json.loads(row["people"])[0]["office"] == "Trưởng ban"


def test_no_cell_is_a_formula(archive: Catalog) -> None:
    titles = {row["title"] for row in sheet(archive, "articles")}
    assert "'=Chỉ biết tháng" in titles
    assert {r["date"] for r in sheet(archive, "conferences")} >= {"--11-28", "2023-03"}


@given(st.text())
def test_every_text_comes_back_from_csv(text: str) -> None:
    text = text.replace("\x00", "")
    table = Table("t", "", "", [Column("a", "", TEXT, lambda r: r)], [text])
    written = CsvRows(table).header + CsvRows(table).line(table.row(text))
    parsed = list(csv.reader(io.StringIO(written[1:], newline="")))
    cell = parsed[1][0] if parsed[1] else ""
    assert cell.replace("'", "") == text.replace("'", "")
    if not set("=+@-＝＋＠－\t\r\n") & set(text):
        assert cell == text
    assert not cell.startswith(("=", "+", "@", "＝", "＋", "＠", "\t", "\r", "\n"))


FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", "＝1", "＋1", "－1", "＠A1", "=cmd|'/c calc'!A0"]
BEFORE = ["", " ", "\t", "\r", "\n", "\u00a0", "chữ;", "chữ; ", 'chữ;"', "chữ\n", "chữ\t", "a;b;"]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("before", BEFORE)
def test_a_formula_is_text_wherever_a_cell_may_begin(before: str, formula: str) -> None:
    """Also where a spreadsheet takes semicolons for the ends of cells, and quotes for letters."""
    cell = cell_of(before + formula)
    assert cell.replace("'", "") == (before + formula).replace("'", "")
    for part in re.split(r"[;\t\r\n]", cell):
        assert part.strip(' \u00a0"')[:1] not in set("=+@-＝＋＠－")


@pytest.mark.parametrize(
    "text",
    [
        "--11-28",
        "2024-04-25",
        "Số 03/2019/NĐ-CP; - mục 2",
        "Kết quả:\n- Mở 12 buổi (đạt 100%)\n- Cấp 5 thẻ",
        "a = b; c - d",
        "0912 345 678",
        "https://example.org/?a=1;b=2",
    ],
)
def test_text_that_cannot_run_stays_as_it_is(text: str) -> None:
    assert cell_of(text) == text


@pytest.mark.parametrize("command", ["- cmd|'/c calc'!A0", '- HYPERLINK("https://a")'])
def test_an_item_of_a_list_that_could_run_is_text(command: str) -> None:
    assert cell_of(f"Kết quả:\n{command}") == f"Kết quả:\n'{command}"


def test_text_is_quoted_and_numbers_are_not(archive: Catalog) -> None:
    text = made(archive)["du-lieu/conferences.csv"]
    [line] = [one for one in text.split("\r\n") if "so-ket.md" in one]
    assert line.startswith('"tin/2024/so-ket.md","https://')
    assert ",2024," in line


@given(st.lists(st.text(min_size=1), min_size=2, max_size=4))
def test_a_line_is_what_the_standard_library_writes(cells: list[str]) -> None:
    names = [str(number) for number in range(len(cells))]
    columns = [Column(name, "", TEXT, itemgetter(int(name))) for name in names]
    table, expected = Table("t", "", "", columns, [cells]), io.StringIO(newline="")
    csv.writer(expected, quoting=csv.QUOTE_ALL).writerow([cell_of(cell) for cell in cells])
    assert CsvRows(table).line(table.row(cells)) == expected.getvalue()


def test_reused_rows_equal_new_ones(archive: Catalog, tmp_path: Path) -> None:
    reused, (article, *others) = tmp_path / "reused", archive.articles
    front = replace(article.front, title="Tên khác")
    edited = replace(archive, articles=(replace(article, front=front, digest="0" * 64), *others))
    fewer = replace(archive, articles=tuple(others))
    turned = replace(archive, articles=tuple(reversed(archive.articles)))
    none = replace(archive, articles=())
    for catalog in (archive, archive, edited, fewer, turned, none, none, archive):
        assert published(catalog, reused) == made(catalog)
    for damaged in (b"", b"x" * 99):
        for path in ("cache/du-lieu-articles.json", "site/du-lieu/articles.csv"):
            (reused / path).write_bytes(damaged)
            assert published(edited, reused) == made(edited)


def test_only_changed_rows_are_made(tmp_path: Path) -> None:
    form = ListingFile("a/tep.txt", b"<", b"|", b">")
    for keys, expected in (("abcd", "abcd"), ("abcd", ""), ("axcdb", "x"), ("", ""), ("b", "b")):
        asked: list[str] = []

        def make(number: int, keys: str = keys) -> tuple[bytes]:
            asked.append(keys[number])  # noqa: B023 - called within this step
            return (keys[number].encode() * 3,)

        listings = ListingWriter(SiteFiles(tmp_path / "site"), Cache(tmp_path / "cache"), "1")
        listings.update(Listing((form,), list(keys), make))
        content = (tmp_path / "site" / form.path).read_bytes()
        assert content == f"<{'|'.join(key * 3 for key in keys)}>".encode()
        assert "".join(asked) == expected
        digest = sha256(content).hexdigest()
        assert listings.sums[form.path] == (len(content), digest)


def test_the_package_names_every_file_with_its_hash(archive: Catalog) -> None:
    files = made(archive)
    package = json.loads(files["du-lieu/datapackage.json"])
    assert len(package["resources"]) == 2 * len(NAMES)
    for resource in package["resources"]:
        assert resource["bytes"] == len(files[f"du-lieu/{resource['path']}"].encode())


def test_without_an_address_urls_start_at_the_root(archive: Catalog) -> None:
    files = made(archive, "")
    assert json.loads(files["du-lieu/articles.json"])[0]["url"].startswith("tin/")
    assert "$id" not in json.loads(files["du-lieu/schemas/articles.schema.json"])


def test_the_dictionary_names_every_column(archive: Catalog) -> None:
    page = data_page(tables(archive))
    columns = {(t.name, c.name) for t in page.view for c in t.columns}
    assert columns == {(t.name, c.name) for t in tables(archive) for c in t.columns}
    assert all(c.meaning and c.kind for t in page.view for c in t.columns)


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        (TEXT, "chữ"),
        (MAYBE_DATE, "ngày, có thể trống"),
        (TEXTS, "danh sách (chữ)"),
        (one_of("sáng", None), "sáng, có thể trống"),
        (record(a=TEXT, b=TEXT), "bản ghi (a, b)"),
        (NOTES, "bản ghi"),
    ],
)
def test_types_are_described_in_words(schema: dict[str, Any], words: str) -> None:
    assert kind_of(schema) == words
