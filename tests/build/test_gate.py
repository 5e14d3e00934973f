"""What may leave docs/ is announced; everything else stops the build, and reaches no site."""

from __future__ import annotations

import os
import socket
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from tests.build.test_pictures import CAMERA, photograph

from bantin.publish.manifest import NAME, read_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Built

SECRET = "BIMATKHONGLO"  # noqa: S105 - a word to look for
DRAFT = f"---\ntitle: {SECRET}\nstatus: draft\ndate: 2024-04-25\n---\n\n{SECRET}\n"
STRAYS = {
    "bai-mat.md": DRAFT,
    "2024/bai.md": DRAFT,
    "huong-dan/x.md": DRAFT,
    "Tin/2024/bai.md": DRAFT,
    "admin/x.md": DRAFT,
    "bao-cao.md": f"# {SECRET}\n",
    "assets/js/bantin.js": f'document.title = "{SECRET}"',
    "assets/css/bantin.css": f"/* {SECRET} */",
    "sw.js": SECRET,
    "404.html": SECRET,
    "index.html": SECRET,
    "robots.txt": SECRET,
    "feed.xml.md": SECRET,
    "_redirects": SECRET,
    "CNAME": SECRET,
    "index.md.bak": SECRET,
    "mau.docx": SECRET,
    "~$mau.docx": SECRET,
    "tin/2024/bai.md.txt": DRAFT,
    "tin/2024/bai.MD": DRAFT,
    "tin/2024/bai.markdown": DRAFT,
    "tin/2024/bai.docx": SECRET,
    "anh/2024/bao-cao.docx": SECRET,
    "anh/2024/anh.svg": f"<svg><text>{SECRET}</text></svg>",
}
LEFT_BY_SYSTEMS = (".DS_Store", "tin/2024/._bai.md", "anh/Thumbs.db")


def lay(project: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = project / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def found_in(built: Built, word: str) -> list[str]:
    return [path for path, data in built.files().items() if word.encode() in data]


def test_strays_stop_a_build_and_each_is_told(miniature: Path, build: Build) -> None:
    lay(miniature, STRAYS)
    built = build(miniature)
    assert built.status != 0
    assert [path for path in STRAYS if f"docs/{path}:1:1: " not in built.output] == []
    assert f"{len(STRAYS)} lỗi trong nội dung" in built.output
    assert not built.site.exists()


def test_what_systems_leave_behind_is_not_published(miniature: Path, build: Build) -> None:
    lay(miniature, dict.fromkeys(LEFT_BY_SYSTEMS, SECRET))
    built = build(miniature)
    assert built.status == 0, built.output
    assert found_in(built, SECRET) == []
    assert not [path for path in built.files() if path.endswith(("_Store", ".db"))]


def test_pipes_sockets_and_odd_names_stop_a_build_in_words(miniature: Path, build: Build) -> None:
    docs = miniature / "docs"
    os.mkfifo(docs / "tin/2024/ong-dan.md")
    os.mkfifo(docs / "anh/2024/ong-dan.jpg")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(docs / "o-cam"))
        (docs / "tin/2024" / os.fsdecode(b"b\xe1i.md")).write_text(DRAFT)
        (docs / "tin/vong").symlink_to(docs, target_is_directory=True)
        built = build(miniature)
    assert built.status != 0
    for path, words in {
        "tin/2024/ong-dan.md": "không phải tệp thường",
        "anh/2024/ong-dan.jpg": "không phải tệp thường",
        "o-cam": "không phải tệp thường",
        "tin/2024/b\\xe1i.md": "không ở dạng UTF-8",
        "tin/vong": "là liên kết tượng trưng",
    }.items():
        assert f"docs/{path}:1:1: " in built.output
        assert words in built.output.partition(f"docs/{path}:1:1: ")[2].partition("\n")[0]
    assert "Traceback" not in built.output


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize(
    "path", ["tin/2024/tin-thuong.md", "anh/2024/hop.jpg", "gioi-thieu.md", "tin/2023"]
)
def test_what_cannot_be_read_stops_a_build_in_words(
    miniature: Path, build: Build, path: str
) -> None:
    (miniature / "docs" / path).chmod(0)
    built = build(miniature)
    (miniature / "docs" / path).chmod(0o755)
    assert built.status != 0
    assert f"docs/{path}" in built.output
    assert "không đọc được" in built.output
    assert "Traceback" not in built.output


def test_html_that_no_rule_saw_does_not_leave_either(miniature: Path, build: Build) -> None:
    append(miniature / "docs/gioi-thieu.md", "\n\n[trang chủ](index.md){ hidden }\n")
    built = build(miniature)
    assert built.status != 0
    assert "docs/gioi-thieu.md: trang viết tay thẻ «<a>» có thuộc tính «hidden»" in built.output
    assert "Traceback" not in built.output
    assert not built.site.exists()


def test_the_policy_lists_the_scripts_of_the_theme_alone(miniature: Path, build: Build) -> None:
    before = build(miniature).files()["_headers"]
    append(miniature / "docs/gioi-thieu.md", '\n\n<script>document.title = "chay"</script>\n')
    built = build(miniature)
    assert built.status != 0
    assert "docs/gioi-thieu.md:" in built.output
    assert "không nhận HTML «<script>»" in built.output
    assert built.files()["_headers"] == before


def test_a_picture_of_a_hand_written_page_is_made_anew(miniature: Path, build: Build) -> None:
    own = miniature / "docs/anh/huong-dan/man-hinh.jpg"
    own.parent.mkdir()
    own.write_bytes(photograph())
    append(
        miniature / "docs/huong-dan/index.md", "\n\n![Màn hình](../anh/huong-dan/man-hinh.jpg)\n"
    )
    built = build(miniature)
    assert built.status == 0, built.output
    page = built.page("huong-dan/")
    assert '<picture><source type="image/webp" srcset="../hinh/huong-dan/man-hinh-' in page
    assert ' width="700" height="1200" alt="Màn hình"' in page
    assert found_in(built, CAMERA) == []
    assert not (built.site / "anh").exists()
    assert len([path for path in built.files() if "man-hinh" in path]) == 4


def test_remarks_in_a_page_are_not_published(miniature: Path, build: Build) -> None:
    append(
        miniature / "docs/gioi-thieu.md", f"\n\n<!-- {SECRET} -->\n\nChữ <!-- {SECRET} --> cuối.\n"
    )
    built = build(miniature)
    assert built.status == 0, built.output
    assert found_in(built, SECRET) == []


def test_the_list_of_files_is_what_the_site_has(mini: Built) -> None:
    announced = read_manifest(mini.site.parent / ".cache" / "site" / NAME)
    files = mini.files()
    assert {path: (one.digest, one.size) for path, one in announced.items()} == {
        path: (sha256(data).hexdigest(), len(data)) for path, data in files.items()
    }
    assert len(announced) > 100


def test_every_file_of_the_theme_is_there_and_none_of_docs(mini: Built) -> None:
    theme = {path for path in mini.files() if path.startswith("assets/")}
    assert {"assets/js/bantin.js", "assets/css/bantin.css", "assets/fonts/bulletin.woff2"} <= theme
    assert not [path for path in mini.files() if path.endswith((".md", ".docx", ".bak"))]


def test_a_page_that_nav_does_not_name_is_told(miniature: Path, build: Build) -> None:
    settings = miniature / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("gioi-thieu.md", "gioithieu.md"), encoding="utf-8")
    built = build(miniature)
    assert built.status != 0
    assert "nav: không có trang docs/gioithieu.md; có phải «gioi-thieu.md»?" in built.output
    assert "#gioi-thieu» không dẫn tới bài, ảnh hay trang nào" in built.output
    assert "docs/gioi-thieu.md:1:1: trang này không có tên trong «nav»" in built.output
    assert "3 lỗi trong nội dung" in built.output
