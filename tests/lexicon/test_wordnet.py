"""The WordNet table: its file, its look-ups, and how far it may be trusted."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import nouns, wordnet

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT.parent / "shared" / "data" / "words" / "oewn.sqlite"
PAIRS = tomllib.loads((Path(__file__).parent / "wordnet_pairs.toml").read_text())
Pair = tuple[str, str]


def _pairs(kind: str, relation: str) -> list[Pair]:
    pairs = [tuple(pair.split("/")) for pair in PAIRS[kind][relation]]
    return [(a, b) for a, b in pairs]


@pytest.mark.parametrize(("kind", "pos", "recall"), [("nouns", "n", 0.41), ("verbs", "v", 0.40)])
def test_synonyms_are_precise(kind: str, pos: str, recall: float) -> None:
    """A floor on recall, and a ceiling of one false pair ("price/cost", "sign/ratify")."""
    alike, unlike = _pairs(kind, "same"), _pairs(kind, "different")
    assert len(set(alike)) >= 60
    assert len(set(unlike)) >= 80
    found = [pair for pair in alike if wordnet.same(*pair, pos)]
    false = [pair for pair in unlike if wordnet.same(*pair, pos)]
    assert len(found) / len(alike) >= recall
    assert len(false) <= 1, false


def test_classes_close_the_gaps() -> None:
    """With the classes, all synonyms but six are found, and nothing different is the same."""
    missed = [pair for pair in _pairs("nouns", "same") if nouns.noun_relation(*pair) != "same"]
    wrong = [
        pair
        for pair in _pairs("nouns", "different")
        if nouns.noun_relation(*pair) not in ("exclusive", "related", "unknown")
    ]
    assert len(missed) <= 6, missed
    assert wrong == []


def test_file() -> None:
    data = Path(wordnet.FILE).read_bytes()
    assert len(data) <= 4_000_000
    assert Path(wordnet.DIGEST).read_text().strip() == hashlib.sha256(data).hexdigest()
    assert Path(wordnet.FILE).with_name("wordnet.LICENSE.md").exists()


@pytest.mark.skipif(not SOURCE.exists(), reason="the extract of WordNet is not here")
def test_file_is_what_the_script_builds() -> None:
    script = ROOT / "scripts" / "build_wordnet.py"
    done = subprocess.run([sys.executable, script, SOURCE, "--check"], check=False)
    assert done.returncode == 0


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wordnet.bin"
    path.write_bytes(b"something else altogether" * 9)
    with pytest.raises(ValueError, match="no WordNet table"):
        wordnet._Table(str(path))


@pytest.mark.parametrize("lemma", ["soldier", "Soldier", "police officer", "aa", "zyrian"])
def test_known(lemma: str) -> None:
    assert wordnet.known(lemma)


@pytest.mark.parametrize("lemma", ["", "xyzzy", "soldiers of fortune", "\ud800", "\0", "zzzzzz"])
def test_unknown(lemma: str) -> None:
    assert not wordnet.known(lemma)
    assert wordnet.synsets(lemma, "n") == ()


@pytest.mark.parametrize("pos", ["", "x", "nv"])
def test_no_part_of_speech(pos: str) -> None:
    assert wordnet.synsets("soldier", pos) == ()
    assert not wordnet.same("car", "automobile", pos)


def test_at_most_three_senses_by_part_of_speech() -> None:
    assert len(wordnet.synsets("run", "v")) == 3
    assert set(wordnet.synsets("run", "v")).isdisjoint(wordnet.synsets("run", "n"))


@pytest.mark.parametrize(
    ("a", "b", "pos", "steps"),
    [("car", "automobile", "n", 0), ("car", "truck", "n", 2), ("car", "ratio", "n", None)],
)
def test_path(a: str, b: str, pos: str, steps: int | None) -> None:
    assert wordnet.path(a, b, pos) == wordnet.path(b, a, pos) == steps


@pytest.mark.parametrize(
    ("a", "b", "pos"),
    [
        ("motor vehicle", "car", "n"),
        ("bird", "eagle", "n"),
        ("kill", "murder", "v"),
        ("cereal", "wheat", "n"),
    ],
)
def test_wider(a: str, b: str, pos: str) -> None:
    assert wordnet.wider(a, b, pos)
    assert not wordnet.wider(b, a, pos)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("rise", "fall"),
        ("approve", "disapprove"),
        ("import", "export"),
        ("win", "lose"),
        ("male", "female"),
        ("legal", "illegal"),
        ("majority", "minority"),
    ],
)
def test_antonyms(a: str, b: str) -> None:
    assert wordnet.antonyms(a, b)
    assert wordnet.antonyms(b, a)


def test_synonyms_are_no_antonyms() -> None:
    for kind in ("nouns", "verbs"):
        for a, b in _pairs(kind, "same"):
            assert not wordnet.antonyms(a, b), (a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("export", "exporter"),
        ("export", "export"),
        ("cancellation", "cancel"),
        ("die", "death"),
        ("flood", "flooding"),
        ("employ", "employment"),
        ("injure", "injury"),
        ("win", "winner"),
    ],
)
def test_derived(a: str, b: str) -> None:
    assert wordnet.derived(a, b)
    assert wordnet.derived(b, a)


@pytest.mark.parametrize(("a", "b"), [("export", "import"), ("kill", "murder"), ("win", "loss")])
def test_not_derived(a: str, b: str) -> None:
    assert not wordnet.derived(a, b)


@given(st.text(max_size=20), st.sampled_from(wordnet.PARTS_OF_SPEECH))
def test_any_text(text: str, pos: str) -> None:
    assert wordnet.same(text, "soldier", pos) == wordnet.same("soldier", text, pos)
    assert wordnet.derived(text, text + "s") in (True, False)
    assert wordnet.path(text, text, pos) in (0, None)
