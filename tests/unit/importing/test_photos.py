"""Pictures of a file: none can end an import, and no other program is ever started."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bantin.importing.cleaning.page import PagePhoto
from bantin.importing.drafting.photos import DraftPhoto, prepare_photos
from bantin.importing.extract.blocks import InputPicture


def encode(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def prepare(data: bytes, caption: str = "") -> list[DraftPhoto]:
    return list(prepare_photos((PagePhoto(InputPicture(data), caption),), "2024", "bai"))


def with_orientation(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encode(Image.new("RGB", (100, 60), "#8aa"), "JPEG", exif=exif)


SEEDS = {
    "jpeg": with_orientation(6),
    "png": encode(Image.new("RGBA", (60, 60), "#8aa8"), "PNG"),
    "palette": encode(Image.new("P", (60, 60)), "GIF"),
    "grey": encode(Image.new("I;16", (60, 60), 32768), "PNG"),
    "tiff": encode(Image.new("RGB", (60, 60), "#8aa"), "TIFF", compression="tiff_lzw"),
    "webp": encode(Image.new("RGB", (60, 60), "#8aa"), "WEBP"),
    "bmp": encode(Image.new("RGB", (60, 60), "#8aa"), "BMP"),
}


@pytest.mark.parametrize("name", SEEDS)
def test_formats_that_offices_have_are_taken(name: str) -> None:
    (photo,) = prepare(SEEDS[name])
    assert photo.name
    assert Image.open(BytesIO(photo.data)).getexif() == {}


def test_a_picture_is_turned_upright() -> None:
    (photo,) = prepare(SEEDS["jpeg"])
    assert Image.open(BytesIO(photo.data)).size == (60, 100)


def test_middle_grey_of_sixteen_bits_stays_middle_grey() -> None:
    (photo,) = prepare(SEEDS["grey"])
    darkest, brightest = Image.open(BytesIO(photo.data)).convert("L").getextrema()
    assert darkest == pytest.approx(128, abs=2)
    assert brightest == pytest.approx(128, abs=2)


@given(name=st.sampled_from(sorted(SEEDS)), data=st.data())
@settings(max_examples=300, deadline=None)
def test_no_damage_ends_an_import(name: str, data: st.DataObject) -> None:
    damaged = bytearray(SEEDS[name])
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    for photo in prepare(bytes(damaged), "Quang cảnh hội nghị"):
        assert photo.name or photo.problem
        assert photo.fields["caption"] == "Quang cảnh hội nghị"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xd7\xcd\xc6\x9a" + bytes(90), "WMF"),
        (b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60), "EMF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\nshowpage\n", "EPS"),
        (bytes(4) + b"ftypheic" + bytes(60), "HEIC"),
    ],
)
def test_drawings_that_no_page_shows_are_told(data: bytes, name: str) -> None:
    (photo,) = prepare(data)
    assert not photo.name
    assert f"ảnh thứ 1 không lấy được: là hình {name}" in photo.problem


@pytest.mark.parametrize("start", [b"", b"\n", b"\xff\xd8\xff"])
def test_no_other_program_is_started(
    start: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[object] = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **_: started.append(args))
    eps = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\n%%EndComments\nshowpage\n"
    (photo,) = prepare(start + eps)
    assert photo.problem
    assert started == []


def test_a_damaged_picture_keeps_its_caption_and_the_others() -> None:
    photos = (
        PagePhoto(InputPicture(b"\xff\xd8\xffhong"), "Ảnh hỏng"),
        PagePhoto(InputPicture(SEEDS["png"]), "Ảnh lành"),
    )
    first, second = prepare_photos(photos, "2024", "bai")
    assert first.fields == {"alt": "Ảnh hỏng", "caption": "Ảnh hỏng"}
    assert first.problem == "ảnh thứ 1 không lấy được: hỏng hoặc không phải ảnh"
    assert second.name == "2024/bai-1.png"
