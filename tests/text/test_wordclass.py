"""The table of word classes, and the hash table under it and under the tagger."""

from __future__ import annotations

import mmap
import string
from pathlib import Path

import pytest

from factcheck.text.buckets import MARKS, mapped, packed, slot
from factcheck.text.wordclass import ADJECTIVE, ADVERB, NOUN, PAST, PLURAL, VERB, classes


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("soldier", NOUN | VERB),
        ("parliament", NOUN),
        ("kill", NOUN | VERB),
        ("high", NOUN | ADJECTIVE | ADVERB),
        ("dispatch", NOUN | VERB),
        ("clos", 0),
        ("", 0),
    ],
)
def test_classes(word: str, kinds: int) -> None:
    assert classes(word) == kinds


def test_irregular_forms() -> None:
    assert classes("sank") == PAST
    assert classes("geese") & PLURAL


def test_any_characters_are_looked_up() -> None:
    assert classes("\ud800\x00") == 0


def _file(path: Path, table: bytes) -> mmap.mmap:
    path.write_bytes(b"TEST" + table)
    return mapped(path, b"TEST")


def test_what_was_packed_is_found(tmp_path: Path) -> None:
    words = {
        a + b + c: bytes([ord(a)]) for a in string.ascii_lowercase for b in "xyz" for c in "pq"
    }
    data = _file(tmp_path / "table", packed(words, 1, dict.fromkeys(words, 1)))
    for word, payload in words.items():
        at = 4 + MARKS + slot(data, 4, word)
        assert data[at : at + 1] == payload
    assert slot(data, 4, "absent") == -1


def test_a_full_bucket_keeps_the_weightiest(tmp_path: Path) -> None:
    words = {str(number): b"x" for number in range(300_000)}
    data = _file(tmp_path / "table", packed(words, 1, {word: int(word) for word in words}))
    assert slot(data, 4, "299999") >= 0
    lost = sum(slot(data, 4, str(number)) < 0 for number in range(1000))
    assert lost > 900


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "table").write_bytes(b"something else")
    with pytest.raises(ValueError, match="install it again"):
        mapped(tmp_path / "table", b"TEST")
