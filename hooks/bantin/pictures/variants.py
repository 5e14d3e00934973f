"""The files of a picture: upright, in sRGB, without the camera's metadata."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from bantin.pictures.decode import is_rotated, open_picture
from bantin.pictures.picture import JPEG, WEBP, Picture, Size

WEBP_QUALITY = 78
JPEG_QUALITY = 80


def make_variants(data: bytes, picture: Picture) -> dict[str, bytes]:
    """Return the files of a picture by their addresses.

    Args:
        data: the original.
        picture: its measures.

    Raises:
        PictureError: it cannot be decoded.
    """
    with open_picture(data) as image:
        width, height = picture.largest
        image.draft("RGB", (height, width) if is_rotated(image) else (width, height))
        base = to_srgb(upright(image))
        files = {}
        for size in reversed(picture.sizes):
            base = resize(base, size)
            files[picture.address(size, WEBP)] = _encode(base, "WEBP", quality=WEBP_QUALITY)
            files[picture.address(size, JPEG)] = _encode(
                base, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True
            )
        return files


def upright(image: Image.Image) -> Image.Image:
    """Return a picture turned as the camera was held, where its metadata can be read."""
    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001 - damaged metadata raises anything; the picture itself may be fine
        return image


def to_srgb(image: Image.Image) -> Image.Image:
    """Return a picture in sRGB on white, without any metadata."""
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        background = Image.new("RGBA", layer.size, "white")
        background.alpha_composite(layer)
        image = background.convert("RGB")
    elif image.mode.startswith("I"):
        # 16 bits a pixel, which Pillow would clip to 8 instead of scaling.
        image = image.convert("I").point(lambda depth: depth / 256).convert("RGB")
    plain = _apply_profile(image, profile) if profile else image.convert("RGB")
    plain.info.clear()
    return plain


def resize(image: Image.Image, size: Size) -> Image.Image:
    """Return a picture in another size."""
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _apply_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the colours that a profile means; a damaged or unusual one is ignored."""
    if image.mode not in {"RGB", "CMYK"}:
        return image.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        converted = None
    return converted or image.convert("RGB")


def _encode(image: Image.Image, kind: str, **options: int) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
