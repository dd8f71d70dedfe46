"""Bytes to text, or a refusal that names the offset and the likely encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.encoding import decode
from factcheck.errors import InputError


@pytest.mark.parametrize(
    "text", ["", "x", "\0", "\0" * 50, "a\0b\0", "a\r\nb", "naïve – “x” €", "数字", "\u202e12"]
)
def test_utf8_is_read(text):
    assert decode(text.encode(), "a") == text


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode(b"\xef\xbb\xbfabc", "a") == "abc"


@pytest.mark.parametrize(
    ("data", "offset", "likely"),
    [
        ("a café, again".encode("latin-1"), 5, "ISO-8859-1 (Latin-1) or Windows-1252"),
        ("he said “no” – twice".encode("cp1252"), 8, "Windows-1252 (cp1252)"),
        ("r\u00e9sum\u00e9 \u00fcber".encode("mac-roman") + b"\x8f\x90", 1, "Mac Roman"),
        ("пятьсот человек".encode("cp1251"), 0, "another script"),
        ("三百人が復帰".encode("shift_jis"), 0, "another script"),
        ("about 300 café".encode()[:-1], 13, "cut off"),
        ("déjà vu, été, où ça ".encode() + b"\xff", 26, "a few damaged bytes"),
        (b"\xef\xbb\xbf" + b"a caf\xe9 x", 8, "ISO-8859-1"),
        ("300 men".encode("utf-16"), 0, "UTF-16"),
        ("300 men".encode("utf-16-le"), 0, "UTF-16LE"),
        ("300 men".encode("utf-16-be"), 0, "UTF-16BE"),
        ("300 men".encode("utf-32"), 0, "UTF-32"),
    ],
)
def test_another_encoding_is_named(data, offset, likely):
    with pytest.raises(InputError) as caught:
        decode(data, "draft.txt")
    assert caught.value.where == "draft.txt"
    assert f"offset {offset}" in caught.value.what
    assert likely in caught.value.what
    assert caught.value.do


@pytest.mark.parametrize(
    ("data", "name"), [(b"%PDF-1.7\n\xe2", "PDF"), (b"PK\x03\x04\x14", "Word"), (b"{\\rtf1", "RTF")]
)
def test_what_is_no_text_is_named(data, name):
    with pytest.raises(InputError, match=name):
        decode(data, "a")


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    try:
        text = decode(data, "a")
    except InputError as error:
        assert error.do
    else:
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
