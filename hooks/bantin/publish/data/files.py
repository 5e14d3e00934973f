"""The files of the open data: JSON, CSV, JSON Schema and a package description."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import to_json

from bantin.catalog import Catalog
from bantin.model.sections import Section
from bantin.publish.data.articles import article_table, conference_table
from bantin.publish.data.csv_rows import CsvRows
from bantin.publish.data.registries import (
    agency_table,
    district_table,
    document_table,
    people_table,
    program_table,
    province_table,
)
from bantin.publish.data.table import Table, list_of
from bantin.publish.data.tasks import follow_up_table, task_table
from bantin.publish.output import Description, FileSum, Listing, ListingFile, Output

FOLDER = Section.DATA.address
DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# All tables, in the order of the dictionary.
TABLES = (
    article_table,
    conference_table,
    task_table,
    follow_up_table,
    program_table,
    agency_table,
    province_table,
    district_table,
    document_table,
    people_table,
)


def tables(catalog: Catalog, site_url: str = "") -> list[Table]:
    """Return every table.

    Args:
        catalog: what may be shown.
        site_url: where the portal is published; without one, ``url`` is the address from its root.
    """
    return [make(catalog, site_url) for make in TABLES]


def table_outputs(tables: Iterable[Table], site_url: str) -> Iterator[Output | Listing]:
    """Yield the files of every table."""
    for table in tables:
        yield listing_of(table)
        yield Output(schema_path(table), _json(schema_of(table, site_url)))


def package_description(tables: Iterable[Table], site_name: str) -> Description:
    """Return the description of all tables, with length and digest of each of their files."""

    def make(sums: Mapping[str, FileSum]) -> str:
        package = {
            "name": "ban-tin-phoi-hop",
            "title": f"{site_name}: dữ liệu mở",
            "licenses": [LICENCE],
            "resources": [
                _resource(table, path, sums[path]) for table in tables for path in _paths(table)
            ],
        }
        return _json(package)

    return Description(f"{FOLDER}datapackage.json", make)


def listing_of(table: Table) -> Listing:
    """Return the rows of a table as JSON and as CSV."""
    csv_rows, (json_path, csv_path) = CsvRows(table), _paths(table)
    forms = (
        ListingFile(json_path, b"[\n", b",\n", b"\n]\n"),
        ListingFile(csv_path, csv_rows.header.encode(), b"", b""),
    )

    def make(number: int) -> tuple[bytes, bytes]:
        row = table.row(table.records[number])
        return to_json(row), csv_rows.line(row).encode()

    return Listing(forms, list(map(table.key_of, table.records)), make)


def _paths(table: Table) -> tuple[str, str]:
    return f"{FOLDER}{table.name}.json", f"{FOLDER}{table.name}.csv"


def schema_path(table: Table) -> str:
    """Return the address of the schema of a table's JSON file."""
    return f"{FOLDER}schemas/{table.name}.schema.json"


def schema_of(table: Table, site_url: str) -> dict[str, Any]:
    """Return the JSON Schema of a table's JSON file."""
    identity = {"$id": site_url + schema_path(table)} if site_url else {}
    about = {"title": table.title, "description": table.meaning}
    return {"$schema": DIALECT, **identity, **about, **list_of(table.row_schema())}


def _resource(table: Table, path: str, sum_: FileSum) -> dict[str, Any]:
    name, _, kind = path.removeprefix(FOLDER).rpartition(".")
    return {
        "name": f"{name}-{kind}",
        "title": table.title,
        "path": f"{name}.{kind}",
        "format": kind,
        "mediatype": "application/json" if kind == "json" else "text/csv",
        "encoding": "utf-8",
        "bytes": sum_.size,
        "hash": f"sha256:{sum_.digest}",
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
