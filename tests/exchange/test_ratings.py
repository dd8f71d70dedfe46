"""What a fact-check's rating makes of a claim."""

from __future__ import annotations

import pytest

from factcheck.exchange import ratings
from factcheck.exchange.ratings import Rating, judged, scaled, told


@pytest.mark.parametrize(
    ("value", "worst", "best", "status"),
    [
        (1, 1, 5, "debunked"), (2, 1, 5, "debunked"), (3, 1, 5, "draft"), (4, 1, 5, "current"),
        (5, 1, 5, "current"), ("1", None, None, "debunked"), (4, None, None, "current"),
        (0, 0, 100, "debunked"), ("49.9", 0, 100, "debunked"), (50, 0, 100, "draft"),
        (75, 0, 100, "current"), (0, 0, 1, "debunked"), (1, 0, 1, "current"),
        (1, 5, 1, "current"), (5, 5, 1, "debunked"),  # a scale that runs the other way
        (-1, 1, 5, "draft"), (0, 1, 5, "draft"), (6, 1, 5, "draft"), (1, 1, 1, "draft"),
        ("n/a", 1, 5, "draft"), (None, 1, 5, "draft"), (True, 1, 5, "draft"),
    ],
)  # fmt: skip
def test_a_number_on_its_scale(value, worst, best, status):
    assert judged(scaled(value, worst, best, None)).status == status


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("True", "current"), ("Mostly true", "current"), ("Half true", "draft"),
        ("Misleading", "debunked"), ("False", "debunked"), ("FALSE.", "debunked"),
        ("Pants on Fire!", "debunked"), ("Four Pinocchios", "debunked"), ("Faux", "debunked"),
        ("Falsch", "debunked"), ("Vrai", "current"), ("Plutôt faux", "debunked"),
        ("False: no such vote was held", "debunked"), ("Mostly False – see text", "debunked"),
        ("Two Pinocchios", "draft"), ("Unproven", "draft"), ("Größtenteils falsch", "debunked"),
        ("Not false", "draft"), ("Truely false?", "draft"), ("", "draft"), ("Trueish", "draft"),
    ],
)  # fmt: skip
def test_words(name, status):
    assert judged(Rating(name)).status == status


@pytest.mark.parametrize(
    "name",
    [
        "True, but misleading", "True: this claim is wrong", "Correct attribution, false claim",
        "True (satire)", "Correct, with caveats", "Wahr, aber", "Mostly true – in 2019",
        "True but misleading", "Mostly true though exaggerated", "Vrai mais incomplet",
    ],
)  # fmt: skip
def test_what_follows_may_take_a_true_back(name):
    found = judged(Rating(name))
    assert (found.status, "neither true nor false" in found.why) == ("draft", True)
    assert judged(scaled(5, 1, 5, name)).status == "draft"


@pytest.mark.parametrize("name", ["True.", "TRUE!", "(Mostly true)", "Correct attribution"])
def test_a_true_by_itself(name):
    assert judged(Rating(name)).status == "current"


def test_number_and_words_that_disagree_are_for_a_person():
    found = judged(scaled(5, 1, 5, "False"))
    assert found.status == "draft"
    assert "disagree" in found.why


def test_a_draft_says_why():
    assert "gives no rating" in judged(Rating()).why
    assert "“Hmm” is not understood" in judged(Rating("Hmm")).why
    assert "neither true nor false" in judged(Rating("Unproven")).why
    assert judged(Rating("True")).why == ""


def test_no_word_is_in_two_tables():
    tables = (ratings.FALSE, ratings.TRUE, ratings.BETWEEN)
    assert sum(map(len, tables)) == len(frozenset().union(*tables))


@pytest.mark.parametrize("word", sorted(ratings.FALSE | ratings.TRUE | ratings.BETWEEN))
def test_the_words_are_written_as_they_are_looked_up(word):
    assert judged(Rating(word)).why == "" or word in ratings.BETWEEN


@pytest.mark.parametrize(
    "rating",
    [Rating("False"), Rating("Pants on Fire!", "1", "1", "6"), Rating("", "2.5", "0", "10")],
)
def test_a_note_gives_a_rating_back(rating):
    assert told(f"before; {rating}; reviewed on 2024-01-01") == rating


def test_a_number_alone_has_no_empty_quotes():
    assert str(Rating("", "1", "1", "5")) == "rated 1, from 1 to 5"
    assert told("rated “” (1, from 1 to 5)") == Rating("", "1", "1", "5")  # of earlier imports


@pytest.mark.parametrize("note", [None, "", "Without the night line."])
def test_a_note_without_a_rating(note):
    assert told(note) is None


@pytest.mark.parametrize(
    "name", ["True but misleading", "Technically misleading", "Not quite", "Needs context here"]
)
def test_a_number_alone_makes_nothing_true_that_words_doubt(name):
    assert judged(Rating(name, "5", "1", "5")).status == "draft"
    assert judged(Rating("Mayormente cierto", "5", "1", "5")).status == "current"
    assert judged(Rating("This is misleading", "1", "1", "5")).status == "debunked"
