"""Files that are broken or meant to break something: a clear word or a bounded answer.

Every reader has to bear all of them, whatever its format; one that is added is tested with it.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from factcheck import Checker, Claim
from factcheck.document import limits
from factcheck.document.base import Document
from factcheck.document.read import READERS, read_document, reader_of
from factcheck.errors import FactcheckError, InputError
from factcheck.model import Span

MANY = 30_000
SENTENCE = "Brome planted 12 trees in 2024. "
# What is repeated without an end, or without its counterpart.
REPEATED = {
    "brackets": "[", "closed brackets": "[a](", "pictures": "![", "round brackets": "(",
    "braces": "{", "quotes": '"', "curly quotes": "“", "stars": "*", "stars around": "*a **b",
    "underscores": "_a", "back quotes": "`", "back quotes apart": "` ``", "backslashes": "\\",
    "bars": "|", "hashes": "#", "block quotes": "> ", "items": "- ", "deep items": "  - a\n    ",
    "numbers of items": "1. ", "footnotes": "[^a]: ", "rules": "---\n", "fences": "```\n",
    "tags": "<div>", "inline tags": "<b>", "closed tags": "</p>", "open tags": "<a href='",
    "attributes": "<p a=", "comments": "<!--", "comments apart": "<!-- a --> ",
    "scripts": "<script>", "data": "<![CDATA[", "declarations": "<!DOCTYPE a [",
    "instructions": "<?xml ", "entities": "&amp;", "open entities": "&#", "large entities": "&#9",
    "tables": "<table>", "cells": "<tr><td>12", "tables in cells": "<table><tr><td>",
    "lists": "<ul><li>", "groups": "{\\b ", "controls": "\\u12345?", "destinations": "{\\*\\a",
    "line ends": "\n", "carriage returns": "\r", "tabs": "\t", "marks of direction": "\u202e",
    "combining marks": "\u0301", "soft hyphens": "\u00ad", "digits": "1", "commas": "1,",
    "letters": "a", "hyphens": "1-", "zero": "\0", "stops": ". ", "percents": "%",
    "faces": "\U0001f600", "directives": "<!-- factcheck off -->",
}  # fmt: skip
RAW = {
    "nothing": b"",
    "a mark and nothing": b"\xef\xbb\xbf",
    "one byte": b"\x00",
    "zeros": b"\0" * MANY,
    "zeros in a text": b"Brome planted 12\0 trees.\0\n" * 1000,
    "a lone surrogate": b"Brome planted \xed\xa0\x80 12 trees.",
    "half a character": SENTENCE.encode() + b"\xe2\x80",
    "all bytes": bytes(range(256)) * 400,
    "another encoding": "Brome planted 12 trees \u2013 na\u00efve".encode("cp1252"),
    "UTF-16": SENTENCE.encode("utf-16"),
    "a program": b"\x7fELF\x02\x01\x01\0" + bytes(range(256)) * 40,
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40,
    "a PDF file": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "the beginning of an archive": b"PK\x03\x04" + b"\x14\0" * 400,
    "an archive of nothing": b"PK\x05\x06" + b"\0" * 18,
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000,
    "rich text": b"{\\rtf1 Brome planted 12 trees.",
    "a page": b"<html><body><p>Brome planted 12 trees.",
}
# What a format needs around a text, so that its reader sees the text at all.
AROUND = {
    ".html": ("<html><body><p>", "</p></body></html>"),
    ".htm": ("<p>", ""),
    ".xhtml": ("<html><body><p>", "</p></body></html>"),
    ".rtf": ("{\\rtf1 ", "}"),
}
TEXTS = sorted(READERS.keys() & {".txt", ".md", ".html", ".rtf"})


def wrapped(ending: str, text: str) -> bytes:
    before, behind = AROUND.get(ending, ("", ""))
    return f"{before}{text}{behind}".encode("utf-8", "replace")


class TookTooLongError(Exception):
    """The processor worked longer than was allowed."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stop what takes more time of the processor, however busy the machine is."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def read(ending: str, data: bytes, *, seconds: float = 10) -> Document | None:
    """What a reader makes of the bytes; None for a clear word."""
    try:
        with within(seconds):
            document = reader_of(f"draft{ending}")(data, f"draft{ending}")
    except InputError as error:
        assert error.where == f"draft{ending}"
        assert error.what
        return None
    sound(document)
    return document


def sound(document: Document) -> None:
    """Passages are in order, stand in the text, and have a place."""
    at = 0
    for passage in document.passages:
        assert at <= passage.span.start < passage.span.end <= len(document.text)
        at = passage.span.end
    for passage in (*document.passages[:3], *document.passages[-3:]):
        document.origin.place(passage.span)
        first = document.origin.span(Span(passage.span.start, passage.span.start + 1))
        assert first.start <= first.end


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize("data", RAW.values(), ids=RAW)
def test_any_bytes(ending: str, data: bytes) -> None:
    document = read(ending, data)
    assert document is None or len(document.text) <= 3 * len(data) + 1


@pytest.mark.parametrize("ending", TEXTS)
@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_what_is_nested_or_goes_on_for_ever(ending: str, piece: str) -> None:
    document = read(ending, wrapped(ending, f"{SENTENCE}{piece * MANY}\n\n{SENTENCE}"))
    assert document is None or "planted 12 trees" in document.text


@pytest.mark.parametrize("ending", TEXTS)
def test_an_endless_table(ending: str) -> None:
    rows = {
        ".html": "<table><tr><th>Town<th>Trees</tr>" + "<tr><td>Brome<td>12</tr>" * MANY,
        ".rtf": "\\trowd\\cellx1\\cellx2 Brome\\cell 12\\cell\\row " * MANY,
    }.get(ending, "| Town | Trees |\n| --- | --- |\n" + "| Brome | 12 |\n" * MANY)
    document = read(ending, wrapped(ending, rows), seconds=30)
    assert document is None or document.text.count("12") == MANY


@pytest.mark.parametrize("ending", TEXTS)
@pytest.mark.parametrize(
    "piece", ["a", "1", SENTENCE, "&amp;12 ", "12 [a](b) <b>c</b> *d* "], ids=range(5)
)
def test_a_megabyte_on_one_line(ending: str, piece: str) -> None:
    line = piece * (1_000_000 // len(piece))
    document = read(ending, wrapped(ending, line), seconds=60)
    assert document is None or len(document.text) <= len(line) + 100


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker([Claim(id="trees", text="Brome planted 14 trees in 2024.")])


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_what_is_repeated_is_checked_in_bounded_time(
    checker: Checker, tmp_path: Path, piece: str
) -> None:
    path = tmp_path / "draft.md"
    path.write_text(f"{SENTENCE}\n\n{piece * 3_000}\n\n{SENTENCE}", "utf-8", "replace")
    try:
        with within(30):
            review = checker.review(path)
    except InputError:
        return
    assert review.report.findings or "factcheck off" in piece


def test_more_text_than_is_checked(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST", 1000)
    with pytest.raises(InputError, match="split it"):
        checker.check(SENTENCE * 40)
    with pytest.raises(InputError, match="split it"):
        checker.review(SENTENCE * 40)
    assert checker.review(SENTENCE * 20).report.findings


@pytest.mark.parametrize("ending", READERS)
class TestWhatIsNoFile:
    """A pipe nobody writes into and a device without an end are not waited for."""

    def test_a_pipe(self, ending: str, tmp_path: Path) -> None:
        path = tmp_path / f"draft{ending}"
        os.mkfifo(path)
        with pytest.raises(InputError, match="no regular file"):
            read_document(path)

    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
    def test_a_device(self, ending: str, tmp_path: Path, device: str) -> None:
        path = tmp_path / f"draft{ending}"
        path.symlink_to(device)
        with pytest.raises(InputError, match="no regular file"):
            read_document(path)

    def test_a_folder(self, ending: str, tmp_path: Path) -> None:
        path = tmp_path / f"draft{ending}"
        path.mkdir()
        with pytest.raises(InputError, match=r"cannot be read|no regular file"):
            read_document(path)

    def test_a_link_to_itself(self, ending: str, tmp_path: Path) -> None:
        path = tmp_path / f"draft{ending}"
        path.symlink_to(path)
        with pytest.raises(InputError, match="cannot be read"):
            read_document(path)

    def test_a_link_to_nothing(self, ending: str, tmp_path: Path) -> None:
        path = tmp_path / f"draft{ending}"
        path.symlink_to(tmp_path / "gone")
        with pytest.raises(InputError, match="cannot be read"):
            read_document(path)

    def test_a_name_that_cannot_be(self, ending: str) -> None:
        for name in (f"a\0b{ending}", f"{'a' * 5000}{ending}"):
            with pytest.raises(InputError, match="cannot be read"):
                read_document(Path(name))

    @pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
    def test_a_file_that_may_not_be_read(self, ending: str, tmp_path: Path) -> None:
        path = tmp_path / f"draft{ending}"
        path.write_bytes(b"a")
        path.chmod(0)
        with pytest.raises(InputError, match="cannot be read"):
            read_document(path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    with path.open("wb") as file:
        file.truncate(limits.LARGEST + 1)  # which takes no room on the disk
    with pytest.raises(InputError, match="larger than 1,000 MB"):
        read_document(path)


def test_every_error_says_where(tmp_path: Path) -> None:
    for ending in READERS:
        path = tmp_path / f"draft{ending}"
        path.write_bytes(b"\xff\xfe\xfa\0\x81" * 9)
        try:
            read_document(path)
        except FactcheckError as error:
            assert error.where == str(path)
