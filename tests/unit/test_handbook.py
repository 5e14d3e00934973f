"""The handbook describes every field and every message, and none that does not exist."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

from bantin.handbook import RECORDS, field_table, fill, frame_tables
from bantin.handbook.samples import SAMPLES
from bantin.handbook.tables import CHOICE_LABELS, HEADINGS, MARKER
from bantin.model import article, registry
from bantin.model.article import FrontMatter, MeetingType, Session
from bantin.model.tasks import record as task
from bantin.reading.yaml.reader import load
from bantin.vietnamese.slug import slugify

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs/huong-dan"
PACKAGE = ROOT / "hooks/bantin"
SPOKEN = [
    *sorted((PACKAGE / "reading").rglob("*.py")),
    *sorted((PACKAGE / "checking").rglob("*.py")),
    *sorted((PACKAGE / "pictures").rglob("*.py")),
    PACKAGE / "model/article.py",
    PACKAGE / "vietnamese/date_forms.py",
    PACKAGE / "model/fields.py",
    PACKAGE / "model/tasks/record.py",
    PACKAGE / "model/tasks/ids.py",
    PACKAGE / "model/settings.py",
    PACKAGE / "runtime/clock.py",
    PACKAGE / "build/renewal.py",
    PACKAGE / "publish/manifest.py",
    PACKAGE / "admin/files.py",
    *sorted((PACKAGE / "markdown").rglob("*.py")),
    PACKAGE / "compile/handwritten.py",
    ROOT / "hooks/command.py",
    ROOT / "hooks/host.py",
    ROOT / "hooks/hook_state.py",
    ROOT / "hooks/read.py",
]
VIETNAMESE = re.compile("[à-ỹÀ-Ỹđ]")
# Words of the page itself, and a sign that is looked for.
NO_MESSAGES = ("<div ", "<a ", "aria-label=", "ü ")
HOLE = re.compile(r"\{\w*\}|…|(?<=data/)\w+(?=\.yml)")
PATTERN = re.compile(r"\\d|\(\?")


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def tables(text: str) -> str:
    return "".join(field_table(RECORDS[name]) for name in MARKER.findall(text))


def models() -> set[type]:
    """Every record that editors write."""
    named = [one for m in (article, registry, task) for one in vars(m).values()]
    records = {one for one in named if hasattr(one, "__pydantic_fields__")}
    return records - {registry.Dated}


def literals(file: Path) -> Iterator[str]:
    """Texts for editors in a module, with “…” for what is put in."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            silent.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            silent.update(map(id, node.values))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
            "Field",
            "text_schema",
        }:
            silent.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if id(node) not in silent and isinstance(node, ast.Constant | ast.JoinedStr):
            text = spoken(node)
            is_message = not text.startswith(NO_MESSAGES) and not PATTERN.search(text)
            if VIETNAMESE.search(text) and " " in text and is_message:
                yield text


def spoken(node: ast.Constant | ast.JoinedStr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = (str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
    return HOLE.sub("…", "".join(texts))


MESSAGES = sorted({text for file in SPOKEN for text in literals(file)})


def pieces(message: str) -> list[str]:
    return [piece.strip(" ;,:") for piece in message.split("…") if VIETNAMESE.search(piece)]


def told_in(name: str) -> list[str]:
    """The messages that a page of the handbook explains."""
    found = re.findall(r"^\| `([^`]+)` \|", page(name), re.MULTILINE)
    return [HOLE.sub("…", message) for message in found]


def left_of(told: str, messages: list[str]) -> str:
    """What of a message in the handbook no module says."""
    said = {piece for message in messages for piece in pieces(message)}
    for piece in sorted(said, key=len, reverse=True):
        told = told.replace(piece, "")
    return told


def test_every_message_is_explained() -> None:
    told = HOLE.sub("…", page("thong-bao-loi.md"))
    untold = [m for m in MESSAGES if not all(piece in told for piece in pieces(m))]
    assert untold == []


def test_every_message_of_the_handbook_exists() -> None:
    told = told_in("thong-bao-loi.md")
    assert [one for one in told if VIETNAMESE.search(left_of(one, MESSAGES))] == []


def test_every_message_on_import_exists() -> None:
    said = [text for file in (PACKAGE / "importing").rglob("*.py") for text in literals(file)]
    told = told_in("dua-tep-word.md")
    assert len(told) > 10
    assert [one for one in told if VIETNAMESE.search(left_of(one, said))] == []


def test_messages_are_found_at_all() -> None:
    assert len(MESSAGES) > 80
    assert len(told_in("thong-bao-loi.md")) > 80


def test_every_record_has_a_sample_and_a_table() -> None:
    assert set(RECORDS.values()) == set(SAMPLES) == models()
    shown = [name for file in PAGES.glob("*.md") for name in MARKER.findall(page(file.name))]
    assert sorted(shown) == sorted(RECORDS)


@pytest.mark.parametrize("record", SAMPLES, ids=lambda record: record.__name__)
def test_every_field_is_in_its_table_with_a_title_and_an_example(record: type) -> None:
    rows = field_table(record).splitlines()[2:]
    cells = [row.strip("| ").split(" | ") for row in rows]
    assert [key for key, *_ in cells] == [f"`{field.name}`" for field in fields(record)]
    for key, title, kind, required, example in cells:
        assert title.lower() != key.strip("`")
        assert kind
        assert required in {"có", "không"}
        assert len(example) > len("``")


@pytest.mark.parametrize("record", SAMPLES, ids=lambda record: record.__name__)
def test_every_example_is_valid_as_an_editor_would_write_it(record: type) -> None:
    written, _ = load(SAMPLES[record])
    TypeAdapter(record).validate_python(written)


def test_fields_marked_required_are_those_of_the_model() -> None:
    table = field_table(FrontMatter)
    assert [row.split("`")[1] for row in table.splitlines() if "| có |" in row] == ["title"]


def test_choices_have_their_meaning_in_words() -> None:
    table = field_table(article.Meeting)
    assert all(f"`{one}` (" in table for one in get_args(MeetingType))


def closed_lists(schema: Any) -> Iterator[list[str]]:  # noqa: ANN401 - JSON of any shape
    """Every list of allowed values in a JSON Schema."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield schema["enum"]
        for part in schema.values():
            yield from closed_lists(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from closed_lists(part)


def test_every_closed_list_of_the_model_has_a_label_for_each_value_and_no_other() -> None:
    lists = {
        tuple(sorted(values))
        for record in RECORDS.values()
        for values in closed_lists(TypeAdapter(record).json_schema())
    }
    # The values of a session are Vietnamese words themselves.
    lists.remove(tuple(sorted(get_args(Session))))
    assert sorted(lists) == sorted(tuple(sorted(labels)) for labels in CHOICE_LABELS)
    assert all(label for labels in CHOICE_LABELS for label in labels.values())


def test_a_key_without_an_example_is_refused_with_the_place_to_add_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(SAMPLES, article.Correction, "date: 2026-03-02\n")
    field_table.cache_clear()
    with pytest.raises(ValueError, match=r"Correction\.note has no example.*handbook/samples\.py"):
        field_table(article.Correction)


def test_links_lead_to_headings_of_the_same_page() -> None:
    text = page("cac-truong.md")
    headings = set(re.findall(r"^##+ (.+)$", text, re.MULTILINE))
    assert set(HEADINGS.values()) <= headings
    anchors = {slugify(heading) for heading in headings}
    assert set(re.findall(r"\(#([^)]+)\)", tables(text))) <= anchors


def test_a_marker_without_a_record_is_refused() -> None:
    with pytest.raises(ValueError, match="FrontMater"):
        fill("<!-- bảng trường: FrontMater -->")


def test_only_markers_are_replaced() -> None:
    assert fill("# Bài\n\n<!-- ghi chú -->\n") == "# Bài\n\n<!-- ghi chú -->\n"


def test_a_table_scrolls_under_the_name_of_its_section() -> None:
    html = frame_tables('<h2 id="a">Nguồn <code>x</code></h2>\n<table><tr></tr></table>')
    assert '<div class="table-frame" tabindex="0" role="region" aria-label="Bảng: Nguồn x">' in html
    assert html.endswith("</table></div>")
