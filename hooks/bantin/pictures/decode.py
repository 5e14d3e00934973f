"""Decoding of picture files; whatever is wrong with one is a PictureError."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from warnings import catch_warnings, simplefilter

# The module of a format that is not loaded is looked for by loading those of all forty.
from PIL import Image, WebPImagePlugin

from bantin.pictures.picture import PictureError, Size, sizes

FORMATS = ("JPEG", "PNG", str(WebPImagePlugin.WebPImageFile.format))
ORIENTATION = 0x0112
ROTATED = frozenset({5, 6, 7, 8})  # values of the tag that swap width and height
# The longest side that a WebP file can have.
MAX_SIDE = 16383
TOO_LARGE = "quá lớn, trên 89 triệu điểm ảnh; hãy thu nhỏ rồi lưu lại"
TOO_LONG = f"quá dài, trên {MAX_SIDE} điểm ảnh khi thu về cỡ hiển thị; hãy cắt bớt"
BROKEN = "bị hỏng hoặc không phải ảnh JPEG, PNG hay WebP; hãy lưu lại ảnh"


# Brands of the photographs that telephones take, whatever ending their names are given.
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
HEIC = "thật ra là ảnh HEIC hay AVIF của điện thoại; hãy lưu lại thành JPEG"


@contextmanager
def open_picture(data: bytes, formats: tuple[str, ...] = FORMATS) -> Iterator[Image.Image]:
    """Open a picture; any exception until it is closed becomes a PictureError.

    Args:
        data: the file.
        formats: those that may be tried; none of them may start another program, as EPS does.
    """
    try:
        with catch_warnings():
            simplefilter("ignore")
            simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=formats) as image:
                yield image
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureError(TOO_LARGE) from None
    except Exception as error:  # a damaged file makes decoders raise anything
        is_heic = data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS
        raise PictureError(HEIC if is_heic else BROKEN) from error


def is_rotated(image: Image.Image) -> bool:
    """Whether the camera was held on its side; False where its metadata cannot be read."""
    try:
        return image.getexif().get(ORIENTATION) in ROTATED
    except Exception:  # noqa: BLE001 - damaged metadata raises anything; the picture itself may be fine
        return False


def measure(data: bytes) -> Size:
    """Return the size of a picture seen upright, after decoding all of it.

    Raises:
        PictureError: it cannot be used.
    """
    with open_picture(data) as image:
        width, height = image.size
        size = Size(height, width) if is_rotated(image) else Size(width, height)
        # Damage anywhere shows only if all is decoded. A draft of a JPEG takes an eighth of the
        # pixels, and is read to the end of the file all the same.
        image.draft("L", (max(1, width // 8), max(1, height // 8)))
        image.load()
        if sizes(*size)[-1].height > MAX_SIDE:
            raise PictureError(TOO_LONG)
        return size
