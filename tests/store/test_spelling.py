"""Suggestions for unknown words."""

from __future__ import annotations

import pytest

from factcheck.store.fields import CLAIM_KEYS
from factcheck.store.spelling import did_you_mean, nearest

SLIPS = [
    *((key, key[:n] + key[n + 1 :]) for key in CLAIM_KEYS if len(key) > 3 for n in range(len(key))),
    *((key, key[:n] + key[n] + key[n:]) for key in CLAIM_KEYS for n in range(len(key))),
    *(
        (key, key[:n] + key[n + 1] + key[n] + key[n + 2 :])
        for key in CLAIM_KEYS
        if len(key) > 3
        for n in range(len(key) - 1)
    ),
    *((key, key.replace("_", "-")) for key in CLAIM_KEYS),
    *((key, key.upper()) for key in CLAIM_KEYS),
    *((key, f"{key}s") for key in CLAIM_KEYS),
]


@pytest.mark.parametrize(("meant", "written"), sorted(set(SLIPS)))
def test_a_slip_is_understood(meant, written):
    assert nearest(written, CLAIM_KEYS) == meant


@pytest.mark.parametrize(
    "word", ["", "x", "value", "author", "place", "kind", "publisher", "title", "headline", "数"]
)
def test_another_word_is_not(word):
    assert nearest(word, CLAIM_KEYS) is None
    assert did_you_mean(word, CLAIM_KEYS).startswith("known are id, text")


def test_the_order_of_known_words_never_matters():
    assert nearest("ab", ["abc", "abd"]) == nearest("ab", ["abd", "abc"]) == "abc"
