"""Files that are broken or meant to break something: a clear word, and the rest is read."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile

import openpyxl
import pytest

from exchange.helpers import claims_of, import_into, read
from factcheck.errors import InputError
from factcheck.exchange import base, sheets, text
from factcheck.exchange.base import LONGEST_LINE


def filled(path, *pieces):
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)
    return path


HUGE = [b"x" * 1_000_000] * 100  # 100 MB


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.jsonl", b'{"text": "a"}\n{"text": "', b'"}\n{"text": "b"}\n'),
        ("a.csv", b"Claim\na\n", b"\nb\n"),
        ("a.csv", b'Claim\na\n"', b'"\nb\n'),
    ],
)
def test_a_line_of_100_mb(tmp_path, name, before, after):
    path = filled(tmp_path / name, before, *HUGE, after)
    tracemalloc.start()
    found, refused = claims_of(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [claim.text for claim in found] == ["a", "b"]
    assert [one.place.line for one in refused] == [2 if name == "a.jsonl" else 3]
    assert "longer than 1,000,000 characters" in refused[0].what
    assert peak < 20_000_000


def test_the_longest_line_is_read(tmp_path):
    row = b'{"text": "a"}'
    path = filled(tmp_path / "a.jsonl", row, b" " * (LONGEST_LINE - len(row) - 1), b"\n", row)
    assert len(claims_of(path)[0]) == 2


def test_a_quotation_mark_without_its_pair(tmp_path):
    rows = b"".join(b"row %d\n" % n for n in range(30_000))
    path = filled(tmp_path / "a.csv", b'Claim\nfirst\n"open\n', rows)
    found, refused = claims_of(path)
    assert found[0].text == "first"
    assert refused[0].place.line == 3
    assert refused[0].what == "a quotation mark is opened and not closed"
    assert len(found) == 30_001
    assert found[-1].text == "row 29999" or refused[-1].place.line > 3


@pytest.mark.parametrize("depth", [2_000, 190_000])
@pytest.mark.parametrize("bracket", ["[", '{"a":'])
def test_deep_nesting(tmp_path, depth, bracket):
    deep = bracket * depth
    (refused,), _ = read(filled(tmp_path / "a.jsonl", deep.encode()))
    assert "JSON" in refused.what
    whole = '{"@type": "ClaimReview", "@context": 1, "x":' + deep
    for name in ("a.json", "a.jsonld"):
        with pytest.raises(InputError, match=r"nested too deep|not JSON"):
            read(filled(tmp_path / name, whole.encode()))


def test_markup_that_is_nested_deep_but_sound(tmp_path):
    node = {"@type": "ClaimReview", "claimReviewed": "x"}
    for _ in range(400):
        node = {"@type": "WebPage", "mainEntity": node}
    assert read(filled(tmp_path / "a.jsonld", json.dumps(node).encode()))[0] == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"Claim,Source\na\x00b,c\nd,e\n"),
        ("a.jsonl", b'{"text": "a\\u0000b"}\n{"text": "d"}\n'),
        ("a.jsonl", b'{"text": "a\x00b"}\n{"text": "d"}\n'),
        ("a.jsonl", b'{"text": "a\\ud800b"}\n{"text": "d"}\n'),
    ],
)
def test_characters_that_no_text_has(tmp_path, name, data):
    found, (refused,) = claims_of(filled(tmp_path / name, data))
    assert [claim.text for claim in found] == ["d"]
    assert "control character" in refused.what


def test_a_number_of_a_million_digits(tmp_path):
    row = b'{"text": "a", "date": ' + b"9" * 900_000 + b"}\n"
    _, refused = claims_of(filled(tmp_path / "a.jsonl", row))
    assert len(refused) == 1


def test_a_document_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(text, "LARGEST_DOCUMENT", 10)
    with pytest.raises(InputError, match="larger than") as error:
        read(filled(tmp_path / "a.json", b'[{"text": "abc"}]'))
    assert "JSONL" in error.value.do
    assert base.LARGEST_DOCUMENT == 64_000_000


def workbook(path, change=lambda name, data: data, extra=()):
    """A workbook whose parts are changed on the way."""
    book = openpyxl.Workbook()
    book.active.append(["Claim"])
    book.active.append(["a"])
    memory = io.BytesIO()
    book.save(memory)
    with zipfile.ZipFile(memory) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
        for name, data in extra:
            new.writestr(name, data)
    return path


def test_a_zip_bomb(tmp_path):
    path = workbook(tmp_path / "a.xlsx", extra=[("xl/media/a.bin", b"\0" * 20_000_000)])
    with pytest.raises(InputError, match="unpacks to 20 MB"):
        read(path)


def test_too_many_parts_and_too_much(tmp_path, monkeypatch):
    path = workbook(tmp_path / "a.xlsx", extra=[("xl/more/sharedStrings.xml", b"<sst/>")])
    assert len(read(path)[0]) == 1
    for name in ("_LARGEST", "_MOST_PARTS", "_LARGEST_TEXTS"):
        with monkeypatch.context() as patched, pytest.raises(InputError, match="unpacks to"):
            patched.setattr(sheets, name, 1)
            read(path)


def test_entities_of_its_own(tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
    path = workbook(
        tmp_path / "a.xlsx", lambda name, data: bomb + data if name.endswith("sheet1.xml") else data
    )
    with pytest.raises(InputError, match="definitions of its own"):
        read(path)


@pytest.mark.parametrize("part", ["sheet1.xml", "workbook.xml", "[Content_Types].xml"])
def test_damaged_parts(tmp_path, part):
    path = workbook(
        tmp_path / "a.xlsx", lambda name, data: data[:60] if name.endswith(part) else data
    )
    with pytest.raises(InputError, match="cannot be read"):
        read(path)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 100])
def test_no_workbook_at_all(tmp_path, data):
    with pytest.raises(InputError, match="the workbook cannot be read"):
        read(filled(tmp_path / "a.xlsx", data))


def test_everything_is_refused_and_nothing_is_written(tmp_path):
    path = filled(tmp_path / "a.jsonl", b"\xef\xbb\xbfnot\n" * 50)
    counts, events = import_into(tmp_path / "claims" / "a.jsonl", path)
    assert counts == {"refused": 50}
    assert len(events) == 50
    assert not (tmp_path / "claims").exists()
