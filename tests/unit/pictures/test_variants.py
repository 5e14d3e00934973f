from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageCms
from tests.unit.pictures.conftest import CAMERA, GPS, Shoot

from bantin.pictures.measuring import measure_picture
from bantin.pictures.variants import make_variants

PATH = "anh/2024/Hội trường, số 1.jpg"


def made(data: bytes) -> dict[str, Image.Image]:
    files = make_variants(data, measure_picture(PATH, data))
    return {
        address.rpartition("-")[2]: Image.open(BytesIO(file)) for address, file in files.items()
    }


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_camera_metadata_remains(shoot: Shoot, kind: str) -> None:
    data = shoot(600, 400, kind=kind)
    assert Image.open(BytesIO(data)).getexif().get_ifd(GPS)
    for address, file in make_variants(data, measure_picture(PATH, data)).items():
        image = Image.open(BytesIO(file))
        assert not image.getexif(), address
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info), address
        assert CAMERA.encode() not in file
        assert b"Exif" not in file


@pytest.mark.parametrize("side", [1, 2, 7, 9])
def test_tiny_photographs_can_be_made(shoot: Shoot, side: int) -> None:
    assert {image.size for image in made(shoot(side, side)).values()} == {(side, side)}


def test_files_have_the_formats_and_sizes_they_are_named_after(shoot: Shoot) -> None:
    written = {name: (image.format, image.size) for name, image in made(shoot(2000, 1000)).items()}
    assert written == {
        "480.webp": ("WEBP", (480, 240)), "480.jpg": ("JPEG", (480, 240)),
        "960.webp": ("WEBP", (960, 480)), "960.jpg": ("JPEG", (960, 480)),
        "1600.webp": ("WEBP", (1600, 800)), "1600.jpg": ("JPEG", (1600, 800)),
    }  # fmt: skip


# Where the red half of the camera's picture is once it is turned upright.
@pytest.mark.parametrize(
    ("orientation", "red"),
    [(1, "left"), (2, "right"), (3, "right"), (4, "left"),
     (5, "top"), (6, "top"), (7, "bottom"), (8, "bottom")],
)  # fmt: skip
def test_pictures_are_turned_upright(shoot: Shoot, orientation: int, red: str) -> None:
    data = shoot(2000, 1000, orientation)
    picture = measure_picture(PATH, data)
    turned = orientation > 4
    assert (picture.width, picture.height) == ((1000, 2000) if turned else (2000, 1000))
    middle, low, high = 0.5, 0.25, 0.75
    spot = {"left": (low, middle), "right": (high, middle), "top": (middle, low),
            "bottom": (middle, high)}[red]  # fmt: skip
    for name, image in made(data).items():
        assert (image.width < image.height) == turned, name
        pixel = image.convert("RGB").getpixel(
            (int(image.width * spot[0]), int(image.height * spot[1]))
        )
        assert isinstance(pixel, tuple)
        assert (pixel[0] > 200, pixel[2] < 60) == (True, True), name


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16", "CMYK"])
def test_every_pixel_format_becomes_plain_colour(mode: str) -> None:
    light: dict[str, float | tuple[int, ...]] = {
        "I;16": 0xF000,
        "RGBA": (0, 0, 0, 0),
        "LA": (0, 0),
        "CMYK": (0, 0, 0, 0),
    }
    out = BytesIO()
    kind = "JPEG" if mode == "CMYK" else "PNG"
    Image.new(mode, (20, 10), light.get(mode, 1 if mode == "1" else 240)).save(out, kind)
    if mode == "P":
        out = BytesIO()
        Image.new("L", (20, 10), 240).convert("P").save(out, kind)
    for name, image in made(out.getvalue()).items():
        pixel = image.convert("RGB").getpixel((5, 5))
        assert isinstance(pixel, tuple), name
        assert min(pixel) > 225, (name, pixel)


@pytest.mark.parametrize(
    "profile", [b"la", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()]
)
def test_a_colour_profile_is_applied_or_ignored(profile: bytes) -> None:
    out = BytesIO()
    Image.new("RGB", (20, 10), (200, 100, 50)).save(out, "JPEG", icc_profile=profile, quality=95)
    for name, image in made(out.getvalue()).items():
        pixel = image.convert("RGB").getpixel((5, 5))
        assert isinstance(pixel, tuple), name
        assert max(abs(a - b) for a, b in zip(pixel, (200, 100, 50), strict=True)) < 8, name


def test_addresses_are_ascii_and_change_with_the_content(shoot: Shoot) -> None:
    names = [measure_picture(PATH, shoot(50, height)).name for height in (40, 41)]
    assert len(set(names)) == 2
    for name in names:
        assert name.startswith("hinh/2024/hoi-truong-so-1-")
        assert name.isascii()


def test_smaller_sizes_are_smaller_files(shoot: Shoot) -> None:
    data = shoot(1600, 1200)
    files = make_variants(data, measure_picture(PATH, data))
    sizes = [len(file) for address, file in files.items() if address.endswith("jpg")]
    assert all(larger > smaller for larger, smaller in pairwise(sizes))
