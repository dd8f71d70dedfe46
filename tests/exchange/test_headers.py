"""Which column holds what: guessed, shown, overridden."""

from __future__ import annotations

import pytest

from factcheck.errors import ConfigError
from factcheck.exchange.headers import SYNONYMS, columns, guessed, parsed_mapping
from factcheck.store.fields import CLAIM_KEYS


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (["Claim", "Outlet", "Published on", "Link"], ["text", "source", "date", "url"]),
        (["ID", "Statement", "Who", "Labels"], ["id", "text", "speaker", "tags"]),
        (["claimReviewed", "datePublished"], ["text", "date"]),
        (["No.", "Quote", "Org.", "Remark"], ["id", "text", "source", "note"]),
        (["Text", "Subject", "Verdict"], ["text", "topic", "rating"]),
        (["Claim", "Truth-O-Meter"], ["text", "rating"]),
    ],
)
def test_headers_are_understood(headers, fields):
    assert guessed(headers) == {name: n for n, name in enumerate(fields)}


def test_the_likelier_of_two_columns():
    found = columns(["Statement", "Text", "Claim"], {}, "a.csv")
    assert found.of == {"text": 1}
    assert found.unused == (0, 2)


def test_what_is_named_goes_before_the_guess():
    found = columns(["Text", "Claim", "Source", ""], {"text": "Claim", "source": ""}, "a.csv")
    assert found.of == {"text": 1}
    assert found.unused == (0, 2)


def test_a_column_is_taken_once():
    assert columns(["Text", "Author"], {"source": "Author"}, "").of == {"text": 0, "source": 1}


def test_a_header_that_is_not_there():
    with pytest.raises(ConfigError, match="no column 'Clam'") as error:
        columns(["Claim", "Source"], {"text": "Clam"}, "a.csv")
    assert error.value.do == "did you mean 'Claim'?"


@pytest.mark.parametrize(
    ("word", "what"), [("text", "no pair"), ("txt=Claim", "no field 'txt'"), ("=x", "no field")]
)
def test_a_pair_that_is_none(word, what):
    with pytest.raises(ConfigError, match=what):
        parsed_mapping([word], "--map")


def test_a_value_may_hold_an_equals_sign():
    assert parsed_mapping(["url=https://e.org/?a=b"], "--set") == {"url": "https://e.org/?a=b"}


def test_every_key_of_a_claim_has_its_headers():
    assert set(CLAIM_KEYS) == set(SYNONYMS) - {"rating"}
    words = [word for words in SYNONYMS.values() for word in words]
    assert len(words) == len(set(words))
