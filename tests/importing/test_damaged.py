"""Damaged, foreign and hostile files: one sentence each, and nothing is left behind."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.importing.damaged import GOOD, REFUSED, tracked

from bantin.cli.importing import import_files
from bantin.importing.extract.blocks import UnreadableError
from bantin.importing.opening.files import MAX_BYTES, extract, read_file


@pytest.mark.parametrize("case", REFUSED)
def test_refusal_is_one_sentence(case: str) -> None:
    name, data, expected = REFUSED[case]
    with pytest.raises(UnreadableError) as caught:
        extract(data, name)
    message = str(caught.value)
    assert expected in message
    assert "\n" not in message
    assert not re.search(r"Error|Traceback|[a-z]+\.[a-z]+\(", message)


def test_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "nang.docx"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableError, match="200 MB"):
        read_file(huge)
    assert huge.stat().st_size > MAX_BYTES


def test_tracked_changes_count_as_accepted_and_text_boxes_are_read() -> None:
    text = "\n".join(block.text for block in extract(tracked(300), "sua.docx").blocks)
    assert "giữ299" in text
    assert "bỏ" not in text
    assert text.count("Chữ trong khung") == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_every_encoding_of_unicode(encoding: str) -> None:
    file = extract("Hội nghị tổng kết\nNgày 5/3/2020".encode(encoding), "tin.txt")
    assert [block.text for block in file.blocks] == ["Hội nghị tổng kết", "Ngày 5/3/2020"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    (tmp_path / "tot.docx").write_bytes(GOOD)
    for case, (name, data, _) in REFUSED.items():
        (tmp_path / f"{case}-{name}").write_bytes(data)
    files = sorted(str(file) for file in tmp_path.glob("*.*"))
    result = CliRunner().invoke(import_files, [*files, "khong-co.txt", "--root", str(tmp_path)])
    assert result.exit_code == 1
    assert (
        f"Xong {len(files) + 1} tệp: 1 bài nháp mới, 0 bài đã có, {len(files)} tệp" in result.output
    )
    assert "Traceback" not in result.output
    written = [file for file in (tmp_path / "docs").rglob("*") if file.is_file()]
    assert [file.suffix for file in written] == [".md"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    (tmp_path / "tot.docx").write_bytes(GOOD)
    arguments = [str(tmp_path / "tot.docx"), "--root", str(tmp_path)]
    first = CliRunner().invoke(import_files, arguments)
    assert first.exit_code == 0, first.output
    draft = next((tmp_path / "docs").rglob("*.md"))
    draft.write_text(draft.read_text(encoding="utf-8") + "\nSửa tay.\n", encoding="utf-8")
    again = CliRunner().invoke(import_files, arguments)
    assert "kho đã có bài này" in again.output
    forced = CliRunner().invoke(import_files, [*arguments, "--force"])
    assert forced.exit_code == 0
    assert "Sửa tay." in draft.read_text(encoding="utf-8")
    assert len(list((tmp_path / "docs").rglob("*.md"))) == 2


def test_pasted_text_on_standard_input(tmp_path: Path) -> None:
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    pasted = io.BytesIO("Hội nghị giao ban\nNgày 5/3/2020, Công an tỉnh tổ chức giao ban.".encode())
    result = CliRunner().invoke(import_files, ["-", "--root", str(tmp_path)], input=pasted)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "docs/tin/2020/hoi-nghi-giao-ban.md").is_file()
    assert date(2020, 3, 5).isoformat() in result.output


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    (tmp_path / "khung.txt").write_text("Trang chủ\nIn trang\n", encoding="utf-8")
    result = CliRunner().invoke(
        import_files, [str(tmp_path / "khung.txt"), "--root", str(tmp_path)]
    )
    assert result.exit_code == 1
    assert "không còn chữ nào sau khi bỏ phần khung của trang." in result.output
