"""A file that has only a table gives a draft with it, and says what is missing."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from bantin.cli import main

ROWS = (("Đơn vị", "Số vụ"), ("Công an tỉnh Gia Lai", "12"), ("Hội Nông dân", "30"))


def _word() -> bytes:
    document, out = Document(), BytesIO()
    table = document.add_table(len(ROWS), 2)
    for number, row in enumerate(ROWS):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    document.save(out)
    return out.getvalue()


def _page() -> bytes:
    rows = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in ROWS)
    return f"<html><body><table>{rows}</table></body></html>".encode()


@pytest.mark.parametrize(("name", "data"), [("bang.docx", _word()), ("bang.html", _page())])
def test_only_a_table(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / "docs/tin").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (tmp_path / name).write_bytes(data)
    done = CliRunner().invoke(main, ["import", str(tmp_path / name), "--root", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "tệp chỉ có bảng" in done.output
    draft = next((tmp_path / "docs/tin").rglob("*.md")).read_text(encoding="utf-8")
    for row in ROWS:
        assert f"| {row[0]} | {row[1]} |" in draft
