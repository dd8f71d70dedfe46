"""Bytes to text: UTF-8, what the file declares, or a clear refusal.

Nothing is guessed that could silently garble a name. Claims are UTF-8; of a draft a byte order
mark is believed as well, then the page's own declaration, and what the user says before all.
"""

from __future__ import annotations

import codecs
import re

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
# Twenty long books. A larger file is no draft, and would keep a computer busy for hours.
LARGEST = 20_000_000
_SAMPLE = 4096  # bytes looked at for UTF-16 without a mark
_DECLARED = re.compile(
    rb"<(?:meta\b[^<>]{0,200}?\bcharset|\?xml\b[^<>]{0,100}?\bencoding)\s*=\s*[\"']?\s*"
    rb"([A-Za-z0-9][A-Za-z0-9_:.-]{1,38})",
    re.IGNORECASE,
)
_EXPORT = "export it as text"
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
            raise InputError(f"this is no plain text but {name}", where=where, do=_EXPORT)
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


def decoded(data: bytes, where: str, encoding: str = "") -> tuple[str, tuple[str, ...]]:
    """The text of a draft, and what whoever reads the report should know of its encoding.

    Args:
        data: its bytes.
        where: the file's name, for messages.
        encoding: the name of the encoding that the user says it has; "" for UTF-8, or for what a
            byte order mark says.

    Raises:
        InputError: the bytes are not in that encoding, or nobody knows one of that name.
    """
    if len(data) > LARGEST:
        raise InputError(
            f"it has {len(data) / 1e6:,.0f} MB of text, and drafts are read up to "
            f"{LARGEST / 1e6:,.0f} MB",
            where=where,
            do="split it",
        )
    if encoding:
        return _declared(data, where, encoding, "was said to be in")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _declared(data, where, name, "has the byte order mark of")
    try:
        return decode(data, where), ()
    except InputError as error:
        if error.do == _EXPORT:
            do = "give it the ending of its format, on standard input with --stdin-filename"
            raise InputError(error.what, where=where, do=f"{do}, or {_EXPORT}") from error
        if not error.do.startswith("save it"):
            raise
        do = f"{error.do}, or give its name with --encoding"
        raise InputError(error.what, where=where, do=do) from error


def decoded_page(data: bytes, where: str, encoding: str = "") -> tuple[str, tuple[str, ...]]:
    """The same for a page, which may declare its encoding itself."""
    told = _DECLARED.search(data, 0, _SAMPLE)
    if (
        len(data) > LARGEST
        or encoding
        or told is None
        or data.startswith((codecs.BOM_UTF8, *(m for m, _ in _MARKS)))
    ):
        return decoded(data, where, encoding)
    name = told[1].decode("ascii")
    if name.lower().startswith(("utf-8", "utf8", "utf-16", "utf16", "ucs-2")):
        return decoded(data, where)  # what could be read so far is not in UTF-16
    return _declared(data, where, name, "declares itself to be in")


def known_encoding(name: str) -> str | None:
    """Python's name of the encoding of text that goes by a name; None where there is none."""
    try:
        found = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    # "rot13" and "base64" are codecs, and no encodings of text
    if not getattr(found, "_is_text_encoding", True):
        return None
    # as all browsers do: who says Latin-1 means its extension, which has the curly quotes
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def _declared(data: bytes, where: str, name: str, how: str) -> tuple[str, tuple[str, ...]]:
    known = known_encoding(name)
    if known is None:
        raise InputError(
            f"no encoding {name!r} is known",
            where=where,
            do="give one with --encoding, such as utf-8, windows-1252 or utf-16",
        )
    try:
        text = data.decode("utf-8-sig" if known == "utf-8" else known)
    except UnicodeDecodeError as error:
        raise InputError(
            f"it {how} {name}, but is not from offset "
            f"{error.start} (byte 0x{data[error.start]:02x})",
            where=where,
            do="give the right one with --encoding, or save it as UTF-8",
        ) from error
    except UnicodeError as error:  # codecs that are strict about more than one byte
        raise InputError(f"it is not in {name}: {error}", where=where) from error
    if known == "utf-8":
        return text, ()
    return text, (f"it {how} {name}, and was read so",)


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
