"""The files of the open data: JSON, CSV, JSON Schema and a package description."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from typing import Any

from bantin.publish.data.flat import Sheet
from bantin.publish.data.lines import Lines, Rows
from bantin.publish.data.table import Table, list_of
from bantin.publish.output import Dump, Output

FOLDER = "du-lieu/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def data_outputs(
    tables: Iterable[Table], site_name: str, site_url: str, lines: Lines
) -> Iterator[Output | Dump]:
    """Yield the files of every table, then the description of the whole."""
    resources: list[dict[str, Any]] = []
    for table in tables:
        rows = lines.of(table)
        files = (
            Dump(f"{FOLDER}{table.name}.json", partial(_listed, rows)),
            Dump(f"{FOLDER}{table.name}.csv", partial(_sheet, table, rows)),
        )
        yield from files
        yield Output(schema_path(table), _json(schema_of(table, site_url)))
        resources.extend(_resource(table, file) for file in files)
    package = {
        "name": "ban-tin-phoi-hop",
        "title": f"{site_name}: dữ liệu mở",
        "licenses": [LICENCE],
        "resources": resources,
    }
    yield Output(f"{FOLDER}datapackage.json", _json(package))


def _listed(rows: Rows) -> Iterator[bytes]:
    """Yield rows as one JSON list, a row a line."""
    before = b"[\n"
    for row in rows:
        yield before + row.json
        before = b",\n"
    yield b"\n]\n" if before != b"[\n" else b"[\n\n]\n"


def _sheet(table: Table, rows: Rows) -> Iterator[bytes]:
    yield Sheet(table).head.encode()
    yield from (row.csv for row in rows)


def schema_path(table: Table) -> str:
    """Where the schema of a table's JSON file lives."""
    return f"{FOLDER}schemas/{table.name}.schema.json"


def schema_of(table: Table, site_url: str) -> dict[str, Any]:
    """Return the JSON Schema of a table's JSON file."""
    identity = {"$id": site_url + schema_path(table)} if site_url else {}
    about = {"title": table.title, "description": table.meaning}
    return {"$schema": DIALECT, **identity, **about, **list_of(table.row_schema())}


def _resource(table: Table, file: Dump) -> dict[str, Any]:
    size, sum_ = 0, sha256()
    for block in file.blocks():
        size += len(block)
        sum_.update(block)
    name, _, kind = file.path.removeprefix(FOLDER).rpartition(".")
    return {
        "name": f"{name}-{kind}",
        "title": table.title,
        "path": f"{name}.{kind}",
        "format": kind,
        "mediatype": "application/json" if kind == "json" else "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sum_.hexdigest()}",
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
