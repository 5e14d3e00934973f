"""Picture files opened with care: what is none, is damaged or too large is a PictureError."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL import Image

from bantin.pictures.picture import PictureError, Size, sizes

FORMATS = ("JPEG", "PNG", "WEBP")
ORIENTATION = 0x0112
TURNED = frozenset({5, 6, 7, 8})
# The longest side that a WebP file can have.
MAX_SIDE = 16383
TOO_LARGE = "quá lớn, trên 89 triệu điểm ảnh; hãy thu nhỏ rồi lưu lại"
TOO_LONG = f"quá dài, trên {MAX_SIDE} điểm ảnh khi thu về cỡ hiển thị; hãy cắt bớt"
BROKEN = "bị hỏng hoặc không phải ảnh JPEG, PNG hay WebP; hãy lưu lại ảnh"


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture; whatever goes wrong until it is closed is a PictureError."""
    try:
        with catch_warnings():
            simplefilter("ignore")
            simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                yield image
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureError(TOO_LARGE) from None
    except Exception as error:  # a damaged file makes decoders raise anything
        raise PictureError(BROKEN) from error


def is_turned(image: Image.Image) -> bool:
    """Whether the camera lay on its side; notes that cannot be read say nothing."""
    try:
        return image.getexif().get(ORIENTATION) in TURNED
    except Exception:  # noqa: BLE001 - damaged notes raise anything; the picture itself may be fine
        return False


def measure(data: bytes) -> Size:
    """Return the size of a picture held upright, once all of it has been decoded.

    Raises:
        PictureError: it cannot be used.
    """
    with opened(data) as image:
        width, height = image.size
        size = Size(height, width) if is_turned(image) else Size(width, height)
        # A JPEG is read to its end all the same, in a fraction of the time and memory.
        image.draft("L", (max(1, width // 8), max(1, height // 8)))
        image.load()
        if sizes(*size)[-1].height > MAX_SIDE:
            raise PictureError(TOO_LONG)
        return size
