"""Whatever the text, a match lies within it and begins where it was asked for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.figures.compound import match_compound
from factcheck.figures.dates import date_relation, later, match_date, match_time
from factcheck.figures.money import currency_after, currency_before, pounds_are_money
from factcheck.figures.units import match_unit, match_unit_before, settle
from factcheck.text.tokens import tokenize

PIECES = str.split(
    """5 12 2024 3,500 2.5 1990 06 - – / : . , ' " ′ ″ ° % $ € £ ¥ ft in m mm km kg st lb h min s
    p.m. am C F K pounds pound dollars US A R Rs. kr francs won points percent degrees north
    the The of a an and March May 12th Q3 FY25 FY quarter half century early mid late end spring
    season last next this year week ago earlier before Tuesday Sat. noon past to quarter six
    twenty twenty- first third tons stone magnitude \x00 \ud800 ٥ ² µ"""
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)
READERS = (
    match_unit,
    match_unit_before,
    match_compound,
    currency_before,
    currency_after,
    match_date,
    match_time,
)


@settings(deadline=None)
@given(TEXTS)
def test_matches_lie_within_the_text(text: str) -> None:
    tokens = tokenize(text)
    for i in range(len(tokens)):
        pounds_are_money(tokens, i)
        for reader in READERS:
            match = reader(tokens, i)
            assert match is None or i < match.end <= len(tokens)


@settings(deadline=None)
@given(TEXTS)
def test_relations_are_mirrored(text: str) -> None:
    tokens = tokenize(text)
    dates = [found.date for i in range(len(tokens)) if (found := match_date(tokens, i))]
    turned = {"part": "whole", "same_less": "same_more"}
    turned |= {b: a for a, b in turned.items()}
    for a in dates:
        assert date_relation(a, a) == "same"
        for b in dates:
            relation = date_relation(a, b)
            assert date_relation(b, a) == turned.get(relation, relation)
            if later(a, b):
                assert later(b, a) is False


@settings(deadline=None)
@given(TEXTS)
def test_settling_is_mirrored(text: str) -> None:
    tokens = tokenize(text)
    units = [found.unit for i in range(len(tokens)) if (found := match_unit(tokens, i))]
    units += [found.unit for i in range(len(tokens)) if (found := currency_after(tokens, i))]
    for a in units:
        assert settle(a, a) is not None
        for b in units:
            settled = settle(a, b)
            assert (settled is None) == (settle(b, a) is None)
            if settled is not None:
                assert settled[0].dimension == settled[1].dimension
