"""The ledger of an import: no word of a file is lost without being shown."""

from atexit import register
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.layouts import build, load_pages
from tests.importing.test_word import bodies
from tests.importing.word_files import paragraph, run, word_file

from bantin.cli.importing import import_files
from bantin.importing.drafting.importer import Importer, ImportResult
from bantin.importing.extract.blocks import InputFile
from bantin.importing.opening.files import extract
from bantin.reading import read

ROOT = Path(__file__).parents[2]
PARTS = ("dev", "test", "traps", "later", "unseen", "strange", "stamped", "forms")
INK = "Công an huyện Nam Giang tổng kết công tác phối hợp"
TEXT = "Ngày 18/1/2024, Công an huyện tổng kết giai đoạn 2021-2025 với 45 vụ ở 12 xã."


@cache
def importer() -> Importer:
    """Return an importer that knows the registries and no article."""
    site = Path(mkdtemp())
    register(rmtree, site)
    copytree(ROOT / "data", site / "data")
    (site / "docs" / "tin").mkdir(parents=True)
    content = read(site / "docs", site / "data")
    return Importer(content, {}, date(2026, 1, 1), content.docs / "tin")


def imported(data: bytes, name: str) -> ImportResult:
    return importer().import_file(data, name, is_forced=True)


@pytest.mark.parametrize("part", PARTS)
def test_no_word_of_any_page_is_lost(part: str) -> None:
    lost = [
        (page["id"], passage.text)
        for page in load_pages(part)
        for passage in imported(build(page), f"bai.{page['form']}").lost
    ]
    assert lost == []


@given(bodies())
@settings(max_examples=30, deadline=None)
def test_no_word_of_a_word_file_is_lost(
    made: tuple[str, set[str], set[str]],
) -> None:
    data = word_file(paragraph(run(INK)) + paragraph(run(TEXT)) + made[0])
    result = imported(data, "bai.docx")
    assert result.lost == ()
    written = Path(result.path).read_text(encoding="utf-8").partition("to_confirm")
    shown = (written[0] + written[2].partition("\n---\n")[2]).casefold()  # a title is recased
    told = " ".join(one.text for one in result.article.page.dropped)
    assert all(word.casefold() in shown or word in told for word in made[1])
    assert not any(word.casefold() in shown for word in made[2])


LINES = st.lists(
    st.text(alphabet="abc đAB12.,:;-*_|#()[]<>&~`'\"/%°²½·", min_size=1, max_size=40).map(
        lambda line: " ".join(line.split())
    ),
    min_size=1,
    max_size=6,
)


@given(LINES)
@settings(max_examples=60, deadline=None)
def test_no_sign_of_a_text_loses_a_word(lines: list[str]) -> None:
    text = "\n\n".join([INK, TEXT, *lines])
    assert imported(text.encode(), "bai.txt").lost == ()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    (tmp_path / "bai.txt").write_text(f"{INK}\n\n{TEXT}\n\nCó thêm 77 lượt.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("gone", "by", "line"),
    [
        ("77 ", "", "SỐ LIỆU của bản gốc không có trong bài, cũng không kể là bỏ: «77»"),
        ("2021-2025", "20212025", "SỐ LIỆU của bản gốc không có trong bài"),
        ("thêm ", "", "chữ của bản gốc không có trong bài, cũng không kể là bỏ: «thêm»"),
    ],
)
def test_what_a_fault_of_ours_loses_is_shown(
    site: Path, monkeypatch: pytest.MonkeyPatch, gone: str, by: str, line: str
) -> None:
    def faulty(data: bytes, name: str) -> InputFile:
        file = extract(data, name)
        blocks = [block.with_text(block.text.replace(gone, by)) for block in file.blocks]
        return InputFile(tuple(blocks), witness=file.witness)

    monkeypatch.setattr("bantin.importing.drafting.importer.extract", faulty)
    result = CliRunner().invoke(
        import_files, [str(site / "bai.txt"), "--root", str(site)], color=True
    )
    assert line in result.output
    is_figure = line.startswith("SỐ")
    assert ("\x1b[31m" in result.output) is is_figure
    assert result.exit_code == (1 if is_figure else 0)
    draft = next((site / "docs").rglob("*.md")).read_text(encoding="utf-8")
    assert ("số liệu của bản gốc chưa vào bài" in " ".join(draft.split())) is is_figure
