import pytest

from bantin.pictures import Picture
from bantin.pictures.picture import sizes
from bantin.pictures.references import mentions


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ((4000, 3000), [(480, 360), (960, 720), (1600, 1200)]),
        ((1600, 900), [(480, 270), (960, 540), (1600, 900)]),
        ((800, 500), [(480, 300), (800, 500)]),
        ((480, 640), [(480, 640)]),
        ((8, 6), [(8, 6)]),
        ((5000, 1), [(480, 1), (960, 1), (1600, 1)]),
    ],
)
def test_widths_never_exceed_the_original(
    original: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    assert list(sizes(*original)) == expected


def test_each_size_has_a_modern_and_a_plain_file() -> None:
    picture = Picture("hinh/2024/hop-0f", 500, 400)
    assert list(picture.addresses()) == [
        "hinh/2024/hop-0f-480.webp",
        "hinh/2024/hop-0f-480.jpg",
        "hinh/2024/hop-0f-500.webp",
        "hinh/2024/hop-0f-500.jpg",
    ]
    assert picture.src == "hinh/2024/hop-0f-500.jpg"


@pytest.mark.parametrize(
    "text",
    [
        "![Ảnh](../anh/huong-dan/một.png)",
        "![Ảnh](anh/huong-dan/một.png 'tên')",
        "![Ảnh](<../anh/huong-dan/một.png>)",
        '<img src="../../anh/huong-dan/một.png">',
        "[ảnh]: ../anh/huong-dan/m%E1%BB%99t.png",
    ],
)
def test_pictures_of_hand_written_pages_are_found(text: str) -> None:
    assert "anh/huong-dan/một.png" in set(mentions(text))


def test_the_name_of_the_folder_alone_is_no_picture() -> None:
    assert not {path for path in mentions("Ảnh đặt trong `docs/anh/` nhé") if "." in path}
