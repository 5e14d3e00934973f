"""Bodies that were kept are what parsing them anew gives."""

import os
from pathlib import Path

import pytest

from bantin.reading import read
from bantin.reading.bodies import Bodies, KeptBodies

BODY = """Mở đầu có [liên kết ra ngoài](https://vi-du.vn/?a=1&b='2').

## Kết quả

Thu **12** tỷ đồng.[^1] 😀

- một
- hai

### Hạn chế

[^1]: Theo báo cáo.
"""
LINKED = "Xem [bài kia](../2023/1.md#ket-qua).\n\n## Nhiệm vụ\n\nTiếp tục.\n"
HEAD = "---\ntitle: Hội nghị số {}\ndate: 2024-05-0{}\n---\n\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Write enough articles for a worker to read some."""
    news = tmp_path / "docs" / "tin" / "2024"
    news.mkdir(parents=True)
    for number in range(300):
        text = HEAD.format(number, number % 9 + 1) + (LINKED if number % 3 == 0 else BODY)
        (news / f"{number}.md").write_text(text, encoding="utf-8")
    return tmp_path / "docs"


@pytest.mark.parametrize("workers", [1, 2])
def test_kept_bodies_are_those_parsed_anew(docs: Path, tmp_path: Path, workers: int) -> None:
    kept = KeptBodies(tmp_path)
    content = read(docs, tmp_path, workers=workers, kept=kept)
    assert len(kept.places) == len(content.articles) == 300

    def resolve(target: str) -> str:
        return "" if target.startswith("..") else target

    here, anew = Bodies(docs, kept), Bodies(docs)
    for article in content.articles:
        assert here.sections(article) == anew.sections(article)
        assert here.html(article, resolve) == anew.html(article, resolve)


@pytest.mark.parametrize("hrefs", ["", "../../tin/2023/1/", "../#muc", "a?b=1&c", "b\"'<c>", "ố/"])
@pytest.mark.parametrize(
    "body",
    [
        "[a](../2023/1.md) [b](https://vi-du.vn/../2023/1.md) [c](../2023/1.md#muc) [d](#muc)",
        '![ảnh](../../anh/1.jpg "tên") [![ảnh](../../anh/1.jpg)](../2023/1.md)',
        "[a](../2023/a&amp;b.md) [b](<../2023/bài kia.md>) [c](../2023/%C3%A0.md)",
        '`<a href="../2023/1.md">` và <a href="../2023/1.md"> hay a href="../2023/1.md"',
        "Chữ.[^1] [a](../2023/1.md)\n\n[^1]: Xem [b](#fn-1) và [c](#fnref-1).",
        "[a][1] và [b][1]\n\n[1]: ../2023/1.md",
    ],
)
def test_links_of_kept_bodies_lead_where_those_parsed_anew_do(
    tmp_path: Path, body: str, hrefs: str
) -> None:
    news = tmp_path / "docs" / "tin" / "2024"
    news.mkdir(parents=True)
    (news / "1.md").write_text(HEAD.format(1, 1) + body, encoding="utf-8")
    kept = KeptBodies(tmp_path)
    article = read(tmp_path / "docs", tmp_path, kept=kept).articles[0]

    def resolve(target: str) -> str:
        return hrefs if target.startswith("..") else target

    docs = tmp_path / "docs"
    assert Bodies(docs, kept).html(article, resolve) == Bodies(docs).html(article, resolve)


def test_kept_bodies_have_no_name_on_the_disk(docs: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    read(docs, tmp_path, kept=KeptBodies(tmp_path))
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk_only_has_bodies_parsed_anew(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_half(descriptor: int, data: bytes, offset: int) -> int:
        if offset:
            raise OSError(28, "No space left on device")
        return os.write(descriptor, data[: len(data) // 2])

    monkeypatch.setattr(os, "pwrite", write_half)
    kept = KeptBodies(tmp_path)
    content = read(docs, tmp_path, kept=kept)
    assert kept.places == {}
    article = content.articles[1]
    assert Bodies(docs, kept).sections(article) == Bodies(docs).sections(article)
