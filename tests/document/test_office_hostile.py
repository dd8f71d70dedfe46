"""Word processors' files that were made to do harm, or that somebody broke or misnamed."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import WORD, docx, docx_parts, odt, para, unzipped, zipped

from factcheck.document import package as packages
from factcheck.document import xml_events
from factcheck.document.base import Document
from factcheck.document.docx import read as read_docx
from factcheck.document.odt import read as read_odt
from factcheck.document.package import Package
from factcheck.document.read import read_document
from factcheck.document.table_rows import OpenTable
from factcheck.errors import InputError

_SENTENCE = "It took 72 days."
FORMATS: dict[str, tuple[Callable[[bytes, str], Document], bytes, str]] = {
    "docx": (read_docx, docx(para(_SENTENCE)), "word/document.xml"),
    "odt": (read_odt, odt(f"<text:p>{_SENTENCE}</text:p>"), "content.xml"),
}
each = pytest.mark.parametrize(("read", "sound", "part"), FORMATS.values(), ids=FORMATS)


def with_part(sound: bytes, part: str, data: bytes) -> bytes:
    return zipped({**unzipped(sound), part: data})


def refused(read: Callable[[bytes, str], Document], data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data, "the draft")
    assert caught.value.where == "the draft"
    return caught.value.what


@each
def test_what_is_no_package(
    read: Callable[[bytes, str], Document], sound: bytes, part: str
) -> None:
    assert "it is empty" in refused(read, b"")
    assert "whatever its name ends in" in refused(read, b"It took 72 days.")
    assert "whatever its name ends in" in refused(read, b"{\\rtf1 It took 72 days.}")
    assert "old Office file" in refused(read, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    locked = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    )
    assert "encrypted" in refused(read, locked)
    assert f"no part {part}" in refused(read, zipped({"a": "b"}))


@each
def test_a_file_that_is_cut_off_or_damaged(
    read: Callable[[bytes, str], Document], sound: bytes, part: str
) -> None:
    assert read(sound, "the draft").text.strip() == _SENTENCE
    for end in range(4, len(sound), 97):
        assert "cannot be read" in refused(read, sound[:end])
    at = sound.index(part.encode()) + len(part) + 4
    damaged = sound[:at] + bytes(byte ^ 0x55 for byte in sound[at : at + 8]) + sound[at + 8 :]
    assert f"{part} is damaged" in refused(read, damaged)


@each
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_damage_is_an_error_of_the_input_or_none(
    read: Callable[[bytes, str], Document], sound: bytes, part: str, data: st.DataObject
) -> None:
    damaged = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(sound) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    try:
        document = read(bytes(damaged), "the draft")
    except InputError as error:
        assert error.where == "the draft"
    else:
        assert len(document.text) < 100


@each
@pytest.mark.parametrize(
    ("xml", "why"),
    [
        (b"<a><b></a>", "broken at line 1, column 9"),
        (b"", "broken at line 1"),
        (b"\x00\x01", "broken at line 1"),
        (b"<a>\xff</a>", "broken at line 1"),
        (b"<a>&unknown;</a>", "broken at line 1"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type"),
        (b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "document type"),
        (b"<a>" * 100_000, "nested more than 2,000 deep"),
    ],
)
def test_broken_or_hostile_xml(
    read: Callable[[bytes, str], Document], sound: bytes, part: str, xml: bytes, why: str
) -> None:
    assert why in refused(read, with_part(sound, part, xml))


@each
def test_a_part_that_unpacks_without_end(
    read: Callable[[bytes, str], Document],
    sound: bytes,
    part: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = with_part(sound, part, b"<a>" + b" " * 2**22 + b"</a>")
    assert "400 times its size" in refused(read, bomb)
    monkeypatch.setattr(packages, "MOST_BYTES", 2**20)
    assert "exceeds the 1 MB" in refused(read, bomb)


@each
def test_elements_without_end(
    read: Callable[[bytes, str], Document],
    sound: bytes,
    part: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xml_events, "MOST_ELEMENTS", 1_000)
    assert read(sound, "the draft").text.strip() == _SENTENCE
    endless = with_part(sound, part, b"<a>" + b"<b/>" * 1_000 + b"</a>")
    assert "more than 1,000 elements" in refused(read, endless)


@each
def test_a_part_that_belies_its_size(
    read: Callable[[bytes, str], Document], sound: bytes, part: str
) -> None:
    bomb = bytearray(with_part(sound, part, b"<a>" + b" " * 2**22 + b"</a>"))
    # the size before it was packed, in the directory at the end: a lie
    at = bomb.rindex(part.encode()) - 46
    bomb[at + 24 : at + 28] = struct.pack("<I", 100)
    assert f"{part} is damaged" in refused(read, bytes(bomb))


@each
def test_a_directory_without_end(
    read: Callable[[bytes, str], Document], sound: bytes, part: str
) -> None:
    at = sound.rindex(b"PK\x05\x06")
    endless = sound[: at + 12] + struct.pack("<I", 2**31) + sound[at + 16 :]
    assert "too many parts" in refused(read, endless)


@each
def test_an_encrypted_part(read: Callable[[bytes, str], Document], sound: bytes, part: str) -> None:
    locked = bytearray(sound)
    at = locked.rindex(part.encode()) - 46
    locked[at + 8] |= 1
    assert "encrypted" in refused(read, bytes(locked))


def test_an_encrypted_opendocument() -> None:
    sealed = odt("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"})
    assert "encrypted" in refused(read_odt, sealed)
    assert "encrypted" in refused(read_odt, zipped({"encrypted-package": b"x"}))


@each
def test_names_that_lead_elsewhere_are_only_names(
    read: Callable[[bytes, str], Document],
    sound: bytes,
    part: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "a/../../evil.xml", "\u202eevil")
    data = zipped({**unzipped(sound), **dict.fromkeys(names, b"<a/>")})
    assert len(read(data, "the draft").passages) == 1
    assert list(tmp_path.rglob("*")) == []


def test_relations_that_lead_elsewhere_are_not_followed() -> None:
    parts = docx_parts(para(_SENTENCE), styles=f'<w:styles xmlns:w="{WORD}"/>')
    name = "word/_rels/document.xml.rels"
    for target in ("../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "", "..", "."):
        bent = parts[name].replace("styles.xml", target)
        assert len(read_docx(zipped({**parts, name: bent}), "the draft").passages) == 1
    outer = parts[name].replace("Target=", 'TargetMode="External" Target=')
    assert len(read_docx(zipped({**parts, name: outer}), "the draft").passages) == 1


def test_tables_in_tables() -> None:
    depth = 300
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    body = opening * depth + para(_SENTENCE) + closing * depth
    document = read_docx(docx(body), "the draft")
    assert document.text.strip() == _SENTENCE


def test_spans_of_cells_are_bounded() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{para("1")}</w:tc>'
    rows = f"<w:tr>{wide}{wide}</w:tr>" * 3
    assert len(read_docx(docx(f"<w:tbl>{rows}</w:tbl>"), "the draft").text) < 10_000
    cell = (
        '<table:table-cell table:number-columns-repeated="999999999" '
        'table:number-rows-spanned="999999999"><text:p>1</text:p></table:table-cell>'
    )
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    assert len(read_odt(odt(f"<table:table>{row}</table:table>"), "the draft").text) < 10_000
    blanks = '<text:p>a<text:s text:c="999999999"/>b</text:p>'
    assert len(read_odt(odt(blanks), "the draft").text) < 2_000


def test_all_that_cells_cover_is_bounded() -> None:
    table = OpenTable(1)
    for _ in range(1_000):
        table.start_row()
        table.start_cell()
        table.span(1_000_000)
        table.reach(1_000_000)
        table.end_cell()
    cells = [cell for row in table.closed().rows for cell in row]
    assert len(cells) == 1_000
    assert sum(cell.columns * cell.rows for cell in cells) <= 201_000


def test_blank_lines_without_end() -> None:
    blanks = f"<w:r><w:br/><w:t>{' ' * 500_000}</w:t><w:br/></w:r>"
    document = read_docx(docx(f"<w:p>{blanks}{para(_SENTENCE)[5:-6]}</w:p>"), "the draft")
    assert [p.span.cut(document.text) for p in document.passages] == [_SENTENCE]


def test_a_name_that_says_another_format(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(odt(f"<text:p>{_SENTENCE}</text:p>"))
    with pytest.raises(InputError, match=r"no part word/document\.xml"):
        read_document(path)


def test_a_copy_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package(docx(para(_SENTENCE)), "the draft", "Word document")
    monkeypatch.setattr(packages, "MOST_COPIED", 100)
    with pytest.raises(InputError, match="that are copied"):
        package.written({})


def test_a_package_is_copied_part_by_part() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("b.xml", "stored")
        made.writestr("folder/", "")
        made.writestr("a.xml", "packed" * 99, zipfile.ZIP_DEFLATED)
    package = Package(out.getvalue(), "the draft", "Word document")
    copied = package.written({"a.xml": b"new", "c.xml": b"more"})
    assert unzipped(copied) == {
        "b.xml": b"stored",
        "folder/": b"",
        "a.xml": b"new",
        "c.xml": b"more",
    }
    assert copied == package.written({"a.xml": b"new", "c.xml": b"more"})
