"""Images: drawn anew, so that nothing but the picture is kept.

Where a photograph was taken, by whom and with what, comments, hidden thumbnails and whatever was
appended to the file are gone; the picture stands upright.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PIL import Image, ImageOps

from assessments.files.signs import Unfit

MILLION = 1_000_000
LARGEST = 40 * MILLION
# In pixels; counted by us from the header, before anything is decoded.
Image.MAX_IMAGE_PIXELS = None

PNG_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"})
JPEG_MODES = frozenset({"L", "RGB"})
JPEG_QUALITY = 90
# Which colour of a palette is seen through.
KEPT = ("transparency",)


def keep(source: Path, target: Path) -> str:
    """The picture alone, upright, in its own format."""
    with Image.open(source, formats=("PNG", "JPEG")) as image:
        # A telephone's JPEG may carry further pictures for other screens; the first is the picture.
        key = "png" if image.format == "PNG" else "jpeg"
        if image.width * image.height > LARGEST:
            raise Unfit("pixels", limit=LARGEST // MILLION)
        if key == "png" and getattr(image, "n_frames", 1) > 1:
            raise Unfit("moving")
        image.load()
        _draw(_upright(image), key, target)
    return key


def _upright(image: Image.Image) -> Image.Image:
    # Broken data about the camera says nothing about the orientation.
    with suppress(Exception):
        return ImageOps.exif_transpose(image)
    return image


def _draw(image: Image.Image, key: str, target: Path) -> None:
    modes, other = (PNG_MODES, "RGBA") if key == "png" else (JPEG_MODES, "RGB")
    if image.mode not in modes:
        image = image.convert(other)
    image.info = {name: image.info[name] for name in KEPT if name in image.info}
    options = {"quality": JPEG_QUALITY} if key == "jpeg" else {}
    image.save(target, "PNG" if key == "png" else "JPEG", **options)
