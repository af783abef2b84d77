"""Knows binary data by its first bytes.

The signatures are those of each format's own specification; the list is the
one of the MIME Sniffing standard (WHATWG, section 6) and what archives of web
data hold besides.
"""

from __future__ import annotations

from typing import Final

_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon image"),
    (b"8BPS", "a Photoshop image"),
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"\x1f\x8b", "gzip data (decompress it first)"),
    (b"PK\x03\x04", "a zip archive, or an Office or EPUB document (unpack it first)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data (decompress it first)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive (unpack it first)"),
    (b"Rar!\x1a\x07", "a RAR archive (unpack it first)"),
    (b"\xfd7zXZ\x00", "xz data (decompress it first)"),
    (b"\x04\x22\x4d\x18", "lz4 data (decompress it first)"),
    (b"WARC/", "a WARC file (hand over the HTML of its records)"),
    (b"\x7fELF", "an ELF program"),
    (b"\xca\xfe\xba\xbe", "a Java class or a Mach-O program"),
    (b"\xcf\xfa\xed\xfe", "a Mach-O program"),
    (b"\x00asm", "a WebAssembly module"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file (hand over its documents)"),
    (b"ARROW1\x00", "an Arrow file (hand over its documents)"),
    (b"OggS\x00", "an Ogg recording"),
    (b"ID3\x02", "an MP3 recording"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"fLaC\x00", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM film"),
    (b"FLV\x01", "a Flash film"),
    (b"wOFF\x00", "a font"),
    (b"wOFF\x4f", "a font"),
    (b"wOF2\x00", "a font"),
    (b"wOF2\x4f", "a font"),
)
_FIRST: Final = frozenset(signature[0] for signature, _ in _SIGNATURES) | frozenset(b"RMBC\x00")

# Control characters that no text holds; tab, line ends, form feed and ESC do.
_CONTROLS: Final = bytes(sorted({*range(32), 127} - {9, 10, 12, 13, 27}))


def binary_kind(data: bytes) -> str | None:
    """Return what `data` is by its first bytes, ``"a PNG image"``, or None."""
    if not data or data[0] not in _FIRST:
        return None
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a WebP image" if data[8:12] == b"WEBP" else "a RIFF recording"
    # the box before it is a size of some dozen bytes (ISO 14496-12, 4.2 and 4.3)
    if data.startswith(b"\x00\x00") and data[4:8] == b"ftyp":
        return "an MP4 film or an AVIF or HEIC image"
    head = data[:512]
    if data.startswith(b"BZh") and data[4:10] == b"1AY&SY":
        return "bzip2 data (decompress it first)"
    if data.startswith((b"MZ", b"BM")) and b"\x00" in head:
        return "a Windows program" if data.startswith(b"MZ") else "a BMP image"
    return None


def is_binary(head: bytes) -> bool:
    """Tell whether more than a tenth of these bytes are control characters."""
    return len(head.translate(None, _CONTROLS)) * 10 < len(head) * 9
