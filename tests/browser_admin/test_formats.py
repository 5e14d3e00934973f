"""Every article of the archive goes through the editor's format and comes back the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.admin.collections import article_fields
from bantin.model import Article
from bantin.reading.article import read_article

if TYPE_CHECKING:
    from tests.browser_admin.conftest import Editor

ROOT = Path(__file__).parents[2]
RETURN = """({texts, order}) => {
  const {read, write} = bantinEditor;
  return texts.map((text) => write(read(text), order));
}"""
NO_FRONT_MATTER = """() => {
  try {
    return bantinEditor.read("# Không có phần đầu");
  } catch (error) {
    return error.message;
  }
}"""
CHOICES = "(text) => bantinEditor.readRegistry(text).records"


def taken_apart(path: str, text: str) -> tuple[object, list[str]]:
    article = read_article(path, text.encode())
    assert isinstance(article, Article), article
    # Documents named by number come after those chosen from the registry.
    front = replace(article.front, documents=tuple(sorted(article.front.documents)))
    return front, text.split("\n---\n", 1)[1].strip().splitlines()


def test_every_article_comes_back_the_same(editor: Editor) -> None:
    folders = (ROOT / "docs" / "tin", ROOT / "tests" / "site" / "docs" / "tin")
    files = sorted(file for folder in folders for file in folder.rglob("*.md"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    order = [field["name"] for field in article_fields()]
    editor.page.goto(editor.base)
    returned = editor.page.evaluate(RETURN, {"texts": texts, "order": order})
    assert len(returned) == len(files) > 90
    for file, before, after in zip(files, texts, returned, strict=True):
        assert taken_apart(file.name, after) == taken_apart(file.name, before), file
    assert editor.page.evaluate(RETURN, {"texts": returned, "order": order}) == returned


def test_an_aggregator_written_as_its_name_alone_is_kept(editor: Editor) -> None:
    text = "---\ntitle: Bài\nsource:\n  name: Báo Biên phòng\n  via: Báo Mới\n---\nThân bài.\n"
    order = [field["name"] for field in article_fields()]
    editor.page.goto(editor.base)
    [returned] = editor.page.evaluate(RETURN, {"texts": [text], "order": order})
    assert taken_apart("bai.md", returned) == taken_apart("bai.md", text)


def test_only_blocks_that_say_something_else_are_new(editor: Editor) -> None:
    editor.page.goto(editor.base)
    original = "Một H~2~O, *nghiêng*.\n\n| a | b |\n| --- | --: |\n\nHai.\n\n- x\n  - y"
    written = "Một H\\~2\\~O, _nghiêng_.\n\n| a | b |\n|----|---:|\n\nBa.\n\n- x\n    - y"
    saved = editor.page.evaluate(
        "(fields) => bantinEditor.write(fields, [])", {"body": written, "original": original}
    )
    assert saved.removeprefix("---\n---\n\n") == original.replace("Hai.", "Ba.") + "\n"
    moved = editor.page.evaluate(
        "(fields) => bantinEditor.write(fields, [])", {"body": "- x\n- y", "original": "- x\n  - y"}
    )
    assert moved.endswith("\n- x\n- y\n")


def test_what_cannot_be_read_is_said(editor: Editor) -> None:
    editor.page.goto(editor.base)
    message = editor.page.evaluate(NO_FRONT_MATTER)
    assert message == "Bài thiếu phần đầu nằm giữa hai dòng ---"


def test_records_are_found_under_every_name(editor: Editor) -> None:
    editor.page.goto(editor.base)
    registry = (
        "- id: doc-1\n  type: Kết luận\n  number: 65-KL/TW\n  variants: [65 KL/TW]\n"
        "- id: dak-lak\n  name: Đắk Lắk\n  type: tinh\n  aliases: [Đăk Lăk]\n"
        "  valid_to: 2025-06-30\n  succeeded_by: [dak-lak-2025]\n"
        "- id: bdt\n  name: Ban Dân tộc\n  succeeded_by: [sdttg]\n"
    )
    document, province, agency = editor.page.evaluate(CHOICES, registry)
    assert document["label"] == "Kết luận số 65-KL/TW"
    assert "65 KL/TW" in document["search"]
    assert province["label"] == "tỉnh Đắk Lắk (đến 2025-06-30)"
    assert "tinh dak lak" in province["search"].lower()
    assert agency["label"] == "Ban Dân tộc (đã có cơ quan, đơn vị kế tục)"


def test_the_folder_follows_the_conference(editor: Editor) -> None:
    editor.page.goto(editor.base)
    cases = {
        "2023": {"conference.date": "2023-12", "date": "2024-01-05"},
        "2024": {"date": "2024"},
        "chua-ro-nam": {"conference.date": "--11-28", "date": "2024-01-05"},
    }
    for folder, values in cases.items():
        assert editor.page.evaluate("(values) => bantinEditor.folderOf(values)", values) == folder
