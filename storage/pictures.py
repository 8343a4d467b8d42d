# SPDX-License-Identifier: MIT
"""Pictures: looked at, made small, and cleaned of what a camera adds. The one door of the decoder.

Whatever is wrong with a picture comes out as BadFile: its bytes are a stranger's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageOps

from resources.language import N_
from storage.errors import BadFile
from storage.media import unreadable

MOST_PIXELS = 100_000_000
"""Decoded size of a picture: more is a bomb, or no photo."""
THUMBNAIL_BYTES = 20_000
THUMBNAIL_SIDE = 240
"""Pixels of a thumbnail's longer side, at most."""
SHOWN_SIDE = 2400
"""Pixels of the longer side of a picture on the screen, at most."""
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


def is_picture(media_type: str) -> bool:
    """Say whether the media type is one that is decoded here."""
    return media_type in _FORMATS


def thumbnail(data: bytes, name: str = "") -> bytes:
    """Return a small JPEG of a picture, upright, at most THUMBNAIL_BYTES, with nothing of its metadata.

    The whole picture is decoded for it, so one that is damaged or too large raises BadFile here.
    """
    with _opened(data, name) as image:
        # A JPEG is decoded at a fraction of its size: ten times faster for a photo.
        image.draft("RGB", (2 * THUMBNAIL_SIDE, 2 * THUMBNAIL_SIDE))
        small = _upright(image)
        small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        return _fitted(_on_white(small))


def shown(data: bytes, name: str = "") -> bytes:
    """Return a picture as a JPEG for the screen, upright, at most SHOWN_SIDE pixels a side. Raise BadFile.

    The window's own decoder then sees nothing that this one has not made.
    """
    with _opened(data, name) as image:
        image.draft("RGB", (SHOWN_SIDE, SHOWN_SIDE))
        whole = _upright(image)
        whole.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
        out = BytesIO()
        _on_white(whole).save(out, "JPEG", quality=92)
        return out.getvalue()


def opaque(data: bytes, name: str = "") -> bytes:
    """Return a picture as a PNG on white ground, upright, without metadata: for paper. Raise BadFile."""
    with _opened(data, name) as image:
        out = BytesIO()
        whole = _on_white(_upright(image))
        whole.info.clear()
        whole.save(out, "PNG", compress_level=1)
        return out.getvalue()


def cleaned(data: bytes, name: str = "") -> bytes:
    """Return a picture as a copy in its own format, upright, without metadata: no place, device, time or comment.

    Its colour profile stays; a moving picture keeps its first frame only. Raise BadFile.
    """
    with _opened(data, name) as image:
        form = str(image.format)
        whole = _upright(image)
        out = BytesIO()
        profile = image.info.get("icc_profile")
        whole.info.clear()
        whole.save(out, form, icc_profile=profile, **({} if form == "PNG" else {"quality": 95}))
        return out.getvalue()


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Image.Image]:
    try:
        with Image.open(BytesIO(data), formats=tuple(_FORMATS.values())) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _too_large(name)
            yield image
    except BadFile:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise _too_large(name) from problem
    except Exception as problem:  # decoders fail in every way there is when the bytes are wrong
        raise unreadable(name) from problem


def _upright(image: Image.Image) -> Image.Image:
    image.load()
    try:
        return ImageOps.exif_transpose(image) or image
    except Exception:  # a picture whose metadata is broken is still a picture
        return image


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    seen = image.convert("RGBA")
    page = Image.new("RGB", seen.size, "white")
    page.paste(seen, mask=seen.getchannel("A"))
    return page


def _fitted(image: Image.Image) -> bytes:
    for quality in (80, 60, 40, 20):
        out = BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= THUMBNAIL_BYTES:
            break
    return out.getvalue()


def _too_large(name: str) -> BadFile:
    return BadFile(
        N_("{name} has more than {limit} million dots."),
        N_("Save it smaller and attach that."),
        name=name,
        limit=MOST_PIXELS // 1_000_000,
    )
