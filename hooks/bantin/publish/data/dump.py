"""The files of the open data: JSON, CSV, JSON Schema and a package description."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from bantin.publish.data.flat import Sheet
from bantin.publish.data.lines import Lines
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
            Dump(f"{FOLDER}{table.name}.json", _listed(line.json for line in rows)),
            Dump(f"{FOLDER}{table.name}.csv", _sheet(table, (line.csv for line in rows))),
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


def _listed(rows: Iterable[bytes]) -> bytes:
    """Return rows as one JSON list, a row a line."""
    return b"[\n" + b",\n".join(rows) + b"\n]\n"


def _sheet(table: Table, rows: Iterable[bytes]) -> bytes:
    return Sheet(table).head.encode() + b"".join(rows)


def schema_path(table: Table) -> str:
    """Where the schema of a table's JSON file lives."""
    return f"{FOLDER}schemas/{table.name}.schema.json"


def schema_of(table: Table, site_url: str) -> dict[str, Any]:
    """Return the JSON Schema of a table's JSON file."""
    identity = {"$id": site_url + schema_path(table)} if site_url else {}
    about = {"title": table.title, "description": table.meaning}
    return {"$schema": DIALECT, **identity, **about, **list_of(table.row_schema())}


def _resource(table: Table, file: Dump) -> dict[str, Any]:
    content = file.content
    name, _, kind = file.path.removeprefix(FOLDER).rpartition(".")
    return {
        "name": f"{name}-{kind}",
        "title": table.title,
        "path": f"{name}.{kind}",
        "format": kind,
        "mediatype": "application/json" if kind == "json" else "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
