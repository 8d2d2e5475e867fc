"""The format of a raster picture and its size in pixels, read from its first and last bytes."""

import struct

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
KINDS = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG}
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xDA)}
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None when the picture is broken off or cannot be read."""
    size = _png(content) if content.startswith(PNG) else _jpeg(content)
    return size if size and all(size) else None


def _png(content: bytes) -> tuple[int, int] | None:
    if content[12:16] != b"IHDR" or b"IEND" not in content[-16:]:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg(content: bytes) -> tuple[int, int] | None:
    """The size in the header of the first frame, which stands behind segments with their lengths."""
    if b"\xff\xd9" not in content[-64:]:
        return None
    place = 2
    while place + 9 < len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        step = 0 if marker in _WITHOUT_LENGTH else struct.unpack(">H", content[place + 2 : place + 4])[0]
        place += 2 + step
    return None
