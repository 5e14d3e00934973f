"""JSON Schemas of the registry files, for text editors that complete and check while one types."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bantin.model import Glossary
from bantin.model.registry import RECORD_TYPES

FILES: dict[str, TypeAdapter[Any]] = {
    **{name: TypeAdapter(list[record]) for name, record in RECORD_TYPES.items()},  # type: ignore[valid-type]  # known at run time
    "glossary": TypeAdapter(Glossary),
}
FOLDER = Path(".vscode/schemas")
PARTY = "#/$defs/Party"


def render_schemas() -> dict[str, str]:
    """Return the text of each schema file by the name of its registry."""
    schemas = {name: _for_editors(adapter.json_schema()) for name, adapter in FILES.items()}
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for name, schema in schemas.items()
    }


def write_schemas(folder: Path) -> None:
    """Write the schema file of each registry, by the name of the registry."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in render_schemas().items():
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def _for_editors(schema: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return a schema that allows a party as a bare id, without descriptions for programmers."""
    if isinstance(schema, list):
        return [_for_editors(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("$ref") == PARTY:
        return {"anyOf": [{"type": "string", "title": "Mã cơ quan"}, schema]}
    is_record = "properties" in schema
    return {
        key: _for_editors(value)
        for key, value in schema.items()
        if not (is_record and key == "description")
    }


if __name__ == "__main__":
    write_schemas(FOLDER)
