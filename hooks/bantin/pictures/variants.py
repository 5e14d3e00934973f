"""The files of a picture: upright, in sRGB, without what the camera wrote."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from bantin.pictures.decode import is_turned, opened
from bantin.pictures.picture import JPEG, WEBP, Picture, Size

WEBP_QUALITY = 78
JPEG_QUALITY = 80


def make(data: bytes, picture: Picture) -> dict[str, bytes]:
    """Return the files of a picture by their addresses.

    Args:
        data: the original.
        picture: what was measured of it.

    Raises:
        PictureError: it cannot be decoded.
    """
    with opened(data) as image:
        width, height = picture.largest
        image.draft("RGB", (height, width) if is_turned(image) else (width, height))
        base = flat(upright(image))
        files = {}
        for size in reversed(picture.sizes):
            base = scaled(base, size)
            files[picture.address(size, WEBP)] = _saved(base, "WEBP", quality=WEBP_QUALITY)
            files[picture.address(size, JPEG)] = _saved(
                base, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True
            )
        return files


def upright(image: Image.Image) -> Image.Image:
    """Return a picture as the camera was held; notes that cannot be read say nothing."""
    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001 - damaged notes raise anything; the picture itself may be fine
        return image


def flat(image: Image.Image) -> Image.Image:
    """Return a picture in sRGB on a white ground, with nothing noted beside its pixels."""
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        ground.alpha_composite(layer)
        image = ground.convert("RGB")
    elif image.mode.startswith("I"):
        image = image.convert("I").point(lambda depth: depth / 256).convert("RGB")
    plain = _in_srgb(image, profile) if profile else image.convert("RGB")
    plain.info.clear()
    return plain


def scaled(image: Image.Image, size: Size) -> Image.Image:
    """Return a picture in another size."""
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the colours that a profile means; a damaged or strange one is passed over."""
    if image.mode not in {"RGB", "CMYK"}:
        return image.convert("RGB")
    try:
        known = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(image, known, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        turned = None
    return turned or image.convert("RGB")


def _saved(image: Image.Image, kind: str, **options: int) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
