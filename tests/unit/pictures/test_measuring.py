import os
import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.unit.pictures.conftest import Shoot

from bantin.checking import check
from bantin.model.problem import Severity
from bantin.pictures import Picture, measuring
from bantin.pictures.measuring import measure_pictures
from bantin.reading import Content, read
from bantin.runtime.cache import Cache

PATH = "anh/2024/hop.jpg"


@pytest.fixture
def docs(tmp_path: Path, shoot: Shoot) -> Path:
    (tmp_path / "docs/anh/2024").mkdir(parents=True)
    (tmp_path / "docs" / PATH).write_bytes(shoot(60, 40, orientation=6))
    return tmp_path / "docs"


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the pictures that were opened."""
    opened: list[str] = []
    real = measuring.measure_picture

    def count(path: str, data: bytes) -> Picture:
        opened.append(path)
        return real(path, data)

    monkeypatch.setattr(measuring, "measure_picture", count)
    return opened


def test_a_picture_is_measured_once(docs: Path, measured: list[str]) -> None:
    cache = Cache(docs.parent / "cache")
    first = measure_pictures(docs, [PATH, PATH], cache)
    found = first[PATH]
    assert isinstance(found, Picture)
    assert (found.width, found.height) == (40, 60)
    assert measure_pictures(docs, [PATH], cache) == first
    assert measured == [PATH]


def test_a_changed_picture_is_measured_again(docs: Path, shoot: Shoot) -> None:
    cache = Cache(docs.parent / "cache")
    first, times = measure_pictures(docs, [PATH], cache), (docs / PATH).stat()
    data = bytearray(shoot(60, 40, orientation=6))
    data[data.index(b"M\xc3\xa1y")] += 1  # the same length, one letter of a note
    (docs / PATH).write_bytes(data)
    os.utime(docs / PATH, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert measure_pictures(docs, [PATH], cache) != first


@pytest.mark.parametrize("cut", [0, 10, 70, -1])
def test_damaged_measures_are_taken_again(docs: Path, measured: list[str], cut: int) -> None:
    cache, file = Cache(docs.parent / "cache"), docs.parent / "cache" / "measures"
    first = measure_pictures(docs, [PATH], cache)
    file.write_bytes(file.read_bytes()[:cut])
    assert measure_pictures(docs, [PATH], cache) == first
    assert measured == [PATH, PATH]


def test_files_outside_docs_or_too_heavy_are_not_opened(docs: Path, measured: list[str]) -> None:
    outside = docs.parent / "ngoai.jpg"
    outside.write_bytes((docs / PATH).read_bytes())
    (docs / "anh/noi.jpg").symlink_to(outside)
    with (docs / "anh/nang.jpg").open("wb") as heavy:
        heavy.truncate(20_000_001)
    wrong = ["anh/noi.jpg", "anh/nang.jpg", "../ngoai.jpg", "anh/khong-co.jpg", str(docs / PATH)]
    assert measure_pictures(docs, wrong) == {
        "anh/noi.jpg": "là liên kết tượng trưng dẫn ra ngoài docs; hãy đặt tệp thật ở đây",
        "anh/nang.jpg": "nặng quá 20 MB",
    }
    assert measured == []


def bomb() -> bytes:
    """A PNG whose header promises far too many pixels."""
    out = BytesIO()
    Image.new("1", (8, 8)).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[16:24] = struct.pack(">II", 20_000, 20_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def ribbon() -> bytes:
    out = BytesIO()
    Image.new("1", (10, 20_000)).save(out, "PNG")
    return out.getvalue()


def halved(shoot: Shoot) -> bytes:
    data = shoot(600, 400)
    return data[: len(data) // 2]


WRONG: Mapping[str, tuple[Callable[[Shoot], bytes], str]] = {
    "text": (lambda _: b"khong phai anh", "bị hỏng hoặc không phải ảnh"),
    "empty": (lambda _: b"", "bị hỏng hoặc không phải ảnh"),
    "other format": (lambda _: b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "bị hỏng hoặc không phải"),
    "from a telephone": (lambda _: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "thật ra là ảnh HEIC"),
    "cut short": (halved, "bị hỏng hoặc không phải ảnh"),
    "bomb": (lambda _: bomb(), "quá lớn, trên 89 triệu điểm ảnh"),
    "ribbon": (lambda _: ribbon(), "quá dài, trên 16383 điểm ảnh"),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("has_cache", [False, True])
def test_an_unusable_picture_is_a_problem_wherever_it_is_named(
    content: Callable[[Mapping[str, str]], Content],
    news: Callable[..., str],
    shoot: Shoot,
    name: str,
    has_cache: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    make, message = WRONG[name]
    body = "Xem\n\n![Toàn cảnh](../../anh/2024/hong.jpg)"
    text = news(body, photos=[{"src": "2024/hong.jpg", "alt": "Toàn cảnh"}])
    docs = content({"docs/tin/2024/bai.md": text}).docs
    (docs / "anh/2024/hong.jpg").write_bytes(make(shoot))
    cache = Cache(docs.parent / "cache" if has_cache else None)
    for _ in range(2):
        found = check(read(docs, docs.parent / "data", cache))
        problems = [str(p) for p in found if p.severity is Severity.PROBLEM]
        assert len(problems) == 2
        assert f"photos.0.src: ảnh «2024/hong.jpg» {message}" in problems[0]
        assert f"ảnh «../../anh/2024/hong.jpg» {message}" in problems[1]


def test_random_damage_never_raises(docs: Path, shoot: Shoot) -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        whole = shoot(64, 48, kind=kind)
        for position in range(0, len(whole), max(1, len(whole) // 150)):
            data = bytearray(whole)
            data[position] ^= 0xFF
            (docs / PATH).write_bytes(data)
            found = measure_pictures(docs, [PATH])[PATH]
            assert isinstance(found, Picture | str)
