"""Drafts on disk: they pass the check, and none can be published before it is confirmed."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner
from tests.importing.layouts import build, load_pages

from bantin.checking import check
from bantin.cli import main
from bantin.model.problem import Severity
from bantin.reading import Content, read

ROOT = Path(__file__).parents[2]
PARTS = ("dev", "test", "traps", "later", "unseen", "strange", "stamped", "forms")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Content:
    site = tmp_path_factory.mktemp("site")
    copytree(ROOT / "data", site / "data")
    (site / "docs" / "tin").mkdir(parents=True)
    pages = [page for part in PARTS for page in load_pages(part)]
    files = []
    for page in pages:
        file = site / f"{page['id']}.{page['form']}"
        file.write_bytes(build(page))
        files.append(str(file))
    result = CliRunner().invoke(main, ["import", *files, "--root", str(site)])
    assert result.exit_code == 0, result.output
    return read(site / "docs", site / "data")


def test_every_draft_passes_the_check(imported: Content) -> None:
    wrong = [str(p) for p in check(imported) if p.severity is Severity.PROBLEM]
    assert wrong == []
    assert len(imported.articles) >= 55


def test_no_draft_can_be_published_before_it_is_confirmed(imported: Content) -> None:
    for article in imported.articles:
        assert article.front.status == "draft"
        file = imported.docs / article.path
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("status: draft", "status: published", 1), encoding="utf-8")
    published = check(read(imported.docs, imported.data))
    refused = {p.location.path for p in published if p.field == "to_confirm"}
    assert refused == {f"docs/{article.path}" for article in imported.articles}


def test_bodies_have_no_boilerplate(imported: Content) -> None:
    boilerplate = (
        "PublishingPortal",
        "C:\\",
        "Tin liên quan",
        "Lượt xem",
        "cỡ chữ",
        ".jpg",
        "\u00a0",
    )
    for article in imported.articles:
        body = (imported.docs / article.path).read_text(encoding="utf-8").split("\n---\n")[1]
        assert not [word for word in boilerplate if word in body], article.path


def test_photographs_of_word_files_are_written_to_their_folder(imported: Content) -> None:
    in_front_matter = {
        photo.src for a in imported.articles for photo in a.front.photos if photo.src
    }
    on_disk = {
        f.relative_to(imported.docs / "anh").as_posix() for f in imported.docs.rglob("*.jpg")
    }
    assert in_front_matter == on_disk != set()


def test_a_deleted_draft_can_be_imported_again(tmp_path: Path) -> None:
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    page = next(p for p in load_pages("dev") if p["form"] == "docx" and "[ảnh]" in p["lines"])
    (tmp_path / "bai.docx").write_bytes(build(page))
    arguments = ["import", str(tmp_path / "bai.docx"), "--root", str(tmp_path)]
    photos = []
    for old in (b"", b"other"):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        photos.append(sorted(file.name for file in tmp_path.rglob("*.jpg")))
        next((tmp_path / "docs/tin").rglob("*.md")).unlink()
        if old:
            next(tmp_path.rglob("*.jpg")).write_bytes(old)
    assert photos[0] == photos[1]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert len(list(tmp_path.rglob("*.jpg"))) == 2 * len(photos[0])


SHOWN_ELSEWHERE = """<!DOCTYPE html><html><head><meta charset=utf-8>
<meta property="og:site_name" content="{site}"><meta property="og:url" content="{url}">
<title>Sơ kết 3 năm thực hiện quy chế phối hợp</title></head><body><article>
<h1>Sơ kết 3 năm thực hiện quy chế phối hợp</h1>
<p>Ngày 26-10-2018, tại Đà Nẵng, Quân khu 5 và Bộ đội Biên phòng sơ kết ba năm phối hợp.</p>
<p>Hai bên đánh giá việc trao đổi tình hình, phối hợp đối ngoại và giữ vững an ninh địa bàn.</p>
<p>Nguồn Biên Phòng: https://bienphong.example.vn/so-ket-3-nam/</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("site", "url", "via"),
    [
        ("Báo Mới", "https://baomoi.example.com/so-ket.epi", "Báo Mới"),
        ("", "https://www.tonghop.example.com/so-ket.html", "tonghop.example.com"),
        ("Biên Phòng", "https://m.bienphong.example.vn/so-ket-3-nam/", None),
        ("Báo điện tử", "https://bienphong.example.vn/so-ket-3-nam/", None),
    ],
)
def test_a_page_that_leads_to_the_original_is_what_it_came_through(
    tmp_path: Path, site: str, url: str, via: str | None
) -> None:
    copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    file = tmp_path / "trang.html"
    file.write_text(SHOWN_ELSEWHERE.format(site=site, url=url), encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(file), "--root", str(tmp_path)])
    assert result.exit_code == 0, result.output
    [article] = read(tmp_path / "docs", tmp_path / "data").articles
    source = article.front.source
    assert source is not None
    assert (source.name, source.url) == ("Biên Phòng", "https://bienphong.example.vn/so-ket-3-nam/")
    assert source.title == "Sơ kết 3 năm thực hiện quy chế phối hợp"
    assert (source.via.name if source.via else None) == via
    assert (source.via.url if source.via else None) == (url if via else None)
