"""Bytes to text: UTF-8 or a clear refusal, never a guess that silently garbles a name."""

from __future__ import annotations

import codecs

from factcheck.errors import InputError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_NOT_TEXT = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, as Word, OpenDocument and EPUB files are"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x1f\x8b", "a gzip file"),
)
_SAMPLE = 4096  # bytes looked at for UTF-16 without a mark
_REMEDY = "save it as UTF-8, in the editor or with `iconv -f {} -t UTF-8`"


def decode(data: bytes, where: str) -> str:
    """The text of a file.

    Args:
        data: its bytes. A leading UTF-8 byte order mark is accepted, and is no part of the text.
        where: the file's name, for messages.

    Raises:
        InputError: the bytes are not UTF-8. The message names the first byte that is not
            (its offset counts from 0) and the likely encoding. Where the cause is one bad
            byte, the `UnicodeDecodeError` is the error's `__cause__`.
    """
    for magic, name in _NOT_TEXT:
        if data.startswith(magic):
            raise InputError(
                f"this is no plain text but {name}", where=where, do="export it as text"
            )
    wide = _wide(data)
    if wide is not None:
        raise InputError(
            f"not UTF-8 from offset 0: the bytes look like {wide}",
            where=where,
            do=_REMEDY.format(wide),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # utf-8-sig counts behind the mark, but people count from the start of the file
        at = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        likely, remedy = _guess(data, error)
        raise InputError(
            f"not UTF-8 at offset {at} (byte 0x{data[at]:02x}): likely {likely}",
            where=where,
            do=remedy,
        ) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32, told by its mark or by a zero in most code units."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    # Zeros on one side only: a text full of NULs on both sides is a damaged UTF-8 text.
    if even * 10 > half * 7 and odd * 10 < half:
        return "UTF-16BE"
    if odd * 10 > half * 7 and even * 10 < half:
        return "UTF-16LE"
    return None


def _guess(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """The likely encoding of bytes that are not UTF-8, and what to do."""
    if error.reason == "unexpected end of data":
        return "UTF-8 that was cut off in the middle of a character", "fetch the file again"
    lenient = data.decode("utf-8", "replace")
    damaged = lenient.count("\ufffd")
    sound = sum(char > "\x7f" for char in lenient) - damaged
    if sound > 2 * damaged:
        return "UTF-8 with a few damaged bytes", "mend the character there, and save it as UTF-8"
    high = sum(byte >= 0x80 for byte in data)
    letters = sum(65 <= byte | 32 <= 122 and byte >= 65 for byte in data if byte < 0x80)
    if high > letters:
        return (
            "an encoding of another script, such as Windows-1251, Shift_JIS or GB18030",
            _REMEDY.format("ENCODING"),
        )
    controls = {byte for byte in data if 0x80 <= byte < 0xA0}
    if not controls:
        return "ISO-8859-1 (Latin-1) or Windows-1252", _REMEDY.format("WINDOWS-1252")
    if controls & {0x81, 0x8D, 0x8F, 0x90, 0x9D}:  # the bytes Windows-1252 leaves unassigned
        return "Mac Roman or another single-byte encoding", _REMEDY.format("MACINTOSH")
    return "Windows-1252 (cp1252)", _REMEDY.format("WINDOWS-1252")
