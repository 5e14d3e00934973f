"""Photographs as cameras write them."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

Shoot = Callable[..., bytes]
GPS = 0x8825
MAKE, ORIENTATION = 0x010F, 0x0112
CAMERA = "Máy ảnh bí mật"


@pytest.fixture(scope="session")
def shoot() -> Shoot:
    """Return a photograph, red on its left and blue on its right, with a camera's metadata."""

    def make(
        width: int = 2000, height: int = 1000, orientation: int = 1, kind: str = "JPEG"
    ) -> bytes:
        image = Image.new("RGB", (width, height), "red")
        image.paste("blue", (width // 2, 0, width, height))
        metadata = Image.Exif()
        metadata[MAKE] = CAMERA
        metadata[ORIENTATION] = orientation
        metadata.get_ifd(GPS).update({1: "N", 2: (12.0, 40.0, 0.0)})
        out = BytesIO()
        image.save(out, kind, exif=metadata, quality=90, comment=CAMERA, xmp=CAMERA.encode())
        return out.getvalue()

    return make
