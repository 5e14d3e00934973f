"""A new article with the fields an editor gave and the headings to write under."""

from typing import Any

from bantin.editing.fixes import KEYS
from bantin.importing.writing import dump

BODY = """## Kết quả

(Kết quả đạt được, theo báo cáo tại hội nghị.)

## Hạn chế

(Tồn tại, hạn chế và nguyên nhân.)

## Nhiệm vụ

(Nhiệm vụ, giải pháp trong thời gian tới.)
"""


def write_skeleton(fields: dict[str, Any]) -> str:
    """Return a draft in Markdown; empty fields are left out."""
    ordered = {key: fields[key] for key in KEYS if fields.get(key)}
    return f"---\n{dump(ordered)}---\n\n{BODY}"
