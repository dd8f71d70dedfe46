"""Words that are one letter away from another, found by their halves or one by one: the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from factcheck.candidates.slips import among

letters = st.text("abé", min_size=4, max_size=9)


@settings(derandomize=True, database=None)
@given(letters, st.lists(st.text("abé", max_size=10), max_size=30))
def test_none_is_passed_over(word: str, words: list[str]) -> None:
    near = [one for one in words if OSA.distance(word, one) <= 1]
    assert among(word, words) == near


def test_every_sort_of_slip() -> None:
    words = ["kesford", "kesfor", "kessford", "kesfrod", "ekford", "lesford", "kesofrd", "ksford"]
    near = ["kesford", "kesfor", "kessford", "kesfrod", "lesford", "kesofrd", "ksford"]
    assert among("kesford", words) == near
    assert among("kesford", ["kesfo\ud800rd", "orford"]) == []


@settings(derandomize=True, database=None)
@given(letters, st.integers(0, 8), st.sampled_from("abéz"))
def test_each_word_with_a_slip_is_found(word: str, at: int, letter: str) -> None:
    at %= len(word)
    ways = {
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    }
    for slip in ways:
        if len(slip) > 3:
            assert among(slip, [word, "zzzz"]) == [word]
