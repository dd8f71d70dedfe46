"""Fingerprints stay with a figure and its sentence, whatever happens to the draft around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.consistency.contradiction import Contradiction
from factcheck.document.read import read_text
from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.settings import ReviewSettings
from factcheck.model import Span

PARAGRAPHS = (
    "The ferry carried 65 passengers on that day.",
    "The museum owns 340 clocks, among them 12 from Bern.",
    "The ferry carried 72 passengers on Sunday, the harbour office said.",
    "The bridge cost 3.5 million euros. It was sold for 2 million euros.",
    "The ferry carried 65 passengers on that day.",
)
ORDERS = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6)


def prints(checker, text, name=None):
    # which of three places that disagree are told of together depends on their order
    settings = ReviewSettings(within=False)
    review = checker.reviewed(replace(read_text(text), name=name), settings)
    return Counter(one.fingerprint for one in review.diagnostics)


@settings(deadline=None)
@given(ORDERS, st.randoms(use_true_random=False))
def test_moved_paragraphs_keep_them(checker, paragraphs, random):
    moved = list(paragraphs)
    random.shuffle(moved)
    # closed by a stop, so that neither order has a headline
    before, after = "\n\n".join(paragraphs), "\n\n".join(moved)
    assert prints(checker, before) == prints(checker, after)


@settings(deadline=None)
@given(ORDERS, st.integers(20, 90), st.sampled_from(["\n", "\r\n", "\r"]))
def test_reflowed_lines_keep_them(checker, paragraphs, width, end):
    reflowed = (end * 2).join(end.join(wrap(text, width)) for text in paragraphs)
    assert prints(checker, "\n\n".join(paragraphs)) == prints(checker, reflowed)


@settings(deadline=None)
@given(ORDERS, st.text(alphabet="ab/.é", min_size=1))
def test_a_renamed_draft_keeps_them(checker, paragraphs, name):
    text = "\n\n".join(paragraphs)
    assert prints(checker, text) == prints(checker, text, name)


def test_a_paragraph_that_is_added_changes_none_of_the_others(checker):
    before = prints(checker, PARAGRAPHS[0])
    after = prints(checker, f"{PARAGRAPHS[1]}\n\n{PARAGRAPHS[0]}\n\nIt rained.")
    assert before <= after


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry carried 65 passengers.", "The ferry carried 64 passengers."),
        ("The ferry carried 65 passengers.", "The old ferry carried 65 passengers."),
        ("The ferry carried 3.5 passengers.", "The ferry carried 35 passengers."),
    ],
)
def test_another_figure_or_sentence_has_another(checker, one, other):
    assert not prints(checker, one) & prints(checker, other)


def test_the_same_twice_is_told_apart(checker):
    found = prints(checker, f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[0]}")
    assert list(found.values()) == [1, 1]


@pytest.mark.parametrize("quotes", ["“%s”", '"%s"', "**%s**"])
def test_quotation_marks_and_emphasis_do_not_count(checker, quotes):
    plain = prints(checker, "The museum owns 340 old clocks.")
    assert prints(checker, f"The museum owns 340 {quotes % 'old'} clocks.") == plain


def test_two_places_that_disagree_are_the_same_in_either_order(checker):
    def of(text, first, second):
        a, b = text.index(first), text.index(second)
        place = Span(a, a + len(first)), Span(b, b + len(second))
        told = Contradiction("FC201", max(place), "they disagree", ((min(place), "the first"),))
        document = read_text(text)
        (one,) = diagnostics(
            document, replace(checker.reviewed(document).report, findings=()), [told],
            ReviewSettings(),
        )  # fmt: skip
        return one.fingerprint

    before = f"{PARAGRAPHS[0]}\n\nIt rained.\n\n{PARAGRAPHS[2]}"
    after = f"{PARAGRAPHS[2]}\n\n{PARAGRAPHS[0]}"
    assert of(before, "65", "72") == of(after, "72", "65")
    assert of(before, "65", "72") != of(f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}", "65", "12")
