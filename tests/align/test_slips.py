"""A slip of one letter, against the distance as rapidfuzz measures it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from factcheck.align.words import one_slip

WORDS = st.text("abc", max_size=7)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("corvale", "corvale"),
        ("corvale", "corvalle"),
        ("corvale", "corvae"),
        ("corvale", "corvake"),
        ("corvale", "covrale"),
        ("corvale", "dorvale"),
        ("corvale", "corval"),
    ],
)
def test_one_letter_is_a_slip(ours, theirs):
    assert one_slip(ours, theirs)
    assert one_slip(theirs, ours)


@pytest.mark.parametrize("theirs", ["corvllae", "cravole", "corva", "covarle", "dorvake", ""])
def test_two_are_another_word(theirs):
    assert not one_slip("corvale", theirs)


@given(WORDS, WORDS)
def test_any_two_words(ours, theirs):
    assert one_slip(ours, theirs) == (OSA.distance(ours, theirs) <= 1)
