"""Pages of the measured set as files: text, web page or Word document."""

from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from PIL import Image
from tests.importing.encodings import encode_tcvn3

HERE = Path(__file__).parent / "pages"


def load_pages(name: str) -> list[dict[str, Any]]:
    """Return the pages of a part of the set, shared paragraphs filled in."""
    fillers = yaml.safe_load((HERE / "fillers.yml").read_text(encoding="utf-8"))
    pages: list[dict[str, Any]] = yaml.load(
        (HERE / f"{name}.yml").read_text(encoding="utf-8"),
        Loader=yaml.BaseLoader,  # noqa: S506 - the safest: texts only
    )
    for page in pages:
        page.setdefault("lines", [])
        page["lines"] = [fillers.get(line.removeprefix("+"), line) for line in page["lines"]]
    return pages


def build(page: dict[str, Any]) -> bytes:
    """Return a page as the bytes of its file."""
    if "file" in page:
        return (HERE / str(page["file"])).read_bytes()
    if page["form"] == "docx":
        return _word(page["lines"])
    if page["form"] == "html":
        return _web(page)
    text = "\n".join(_plain(line) for line in page["lines"])
    if page.get("encoding") == "tcvn3":
        return encode_tcvn3(text)
    return text.encode(page.get("encoding", "utf-8"))


def _plain(line: str) -> str:
    return line.removeprefix("# ").removeprefix("** ").removeprefix("^ ").removeprefix("> ")


def picture() -> bytes:
    """Return a small photograph."""
    out = BytesIO()
    Image.new("RGB", (320, 200), "#8aa").save(out, "JPEG")
    return out.getvalue()


def _word(lines: list[str]) -> bytes:
    document = Document()
    for line in lines:
        if line.startswith("[ảnh]"):
            document.add_picture(BytesIO(picture()))
            continue
        if line.startswith("# "):
            document.add_paragraph(line[2:], style="Title")
            continue
        paragraph = document.add_paragraph()
        rest, marks = _marks(line)
        run = paragraph.add_run(rest)
        run.bold, run.italic = "**" in marks, "^" in marks and "**" not in marks
        if "^" in marks:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if ">" in marks:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _marks(line: str) -> tuple[str, set[str]]:
    marks = set[str]()
    while line.startswith(("** ", "^ ", "> ")):
        mark, _, line = line.partition(" ")
        marks.add(mark)
    return line, marks


def _web(page: dict[str, Any]) -> bytes:
    head = page.get("head", {})
    meta = [
        ("og:title", "title"),
        ("article:published_time", "published"),
        ("og:site_name", "site"),
        ("og:url", "url"),
    ]
    tags = "".join(
        f'<meta property="{name}" content="{head[key]}">' for name, key in meta if key in head
    )
    body = "".join(map(_tag, page["lines"]))
    menu = "<nav><a>Trang chủ</a><a>Giới thiệu</a></nav>"
    return (
        f"<!DOCTYPE html><html><head><meta "
        f"charset=utf-8>{tags}</head><body>{menu}<div "
        f"class=content>{body}</div></body></html>".encode()
    )


def _tag(line: str) -> str:
    if line.startswith("[ảnh]"):
        caption = line.removeprefix("[ảnh]").strip()
        return f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>'
    if line.startswith("# "):
        return f"<h1>{line[2:]}</h1>"
    rest, marks = _marks(line.replace("<", "&lt;"))
    if "**" in marks:
        return f"<p><strong>{rest}</strong></p>"
    return f'<p style="text-align:center"><em>{rest}</em></p>' if "^" in marks else f"<p>{rest}</p>"
