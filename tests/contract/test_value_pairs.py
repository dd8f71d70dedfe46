"""Which pairs of values are compatible, and how firmly: section 3 of the contract."""

import pytest
from contract_figures import (
    CELSIUS,
    FAHRENHEIT,
    PERCENT,
    a_week,
    about,
    at_least,
    at_most,
    between,
    celsius,
    change,
    dozens,
    euros,
    everything,
    fahrenheit,
    hours,
    hundreds,
    just_over,
    km,
    measure,
    miles,
    minority,
    minutes,
    most,
    nearly,
    over,
    percent,
    plain,
    share_word,
    times,
    under,
    up_to,
)

from factcheck.compare import compare
from factcheck.model import Hedge, Kind, Support
from factcheck.policy import Policy

EXACT, ROUNDED, HEDGED, BOUND = Support.EXACT, Support.ROUNDED, Support.HEDGED, Support.BOUND
NO = None  # the two values exclude each other

# A statement, a reference, and the support of the one by the other.
PAIRS = {
    "plain": [
        (plain("300"), plain("300"), EXACT),
        (plain("301"), plain("300"), NO),
        (plain("312"), plain("300"), NO),
        (plain("0"), plain("0"), EXACT),
        (plain("0"), plain("1"), NO),
        (plain("1"), plain("0"), NO),
        (percent("-0.4"), percent("-0.4"), EXACT),
        (percent("-0.4"), percent("0.4"), NO),
    ],
    "about": [
        (about("300"), about("300"), EXACT),
        (about("300"), plain("300"), HEDGED),
        (plain("300"), about("300"), HEDGED),
        (about("300"), plain("271"), HEDGED),
        (about("300"), plain("270"), NO),  # exactly 10% away is not "less than 10%"
        (about("300"), plain("330"), NO),
        (about("300"), plain("329"), HEDGED),
        (plain("329"), about("300"), HEDGED),
        (plain("330"), about("300"), NO),
        (plain("3512"), about("3500"), HEDGED),
    ],
    "two hedges do not add up": [
        (about("100"), about("109"), HEDGED),
        (about("900"), about("1000"), NO),  # 10% of the larger, exactly
        (about("901"), about("1000"), HEDGED),
        (about("100"), about("115"), NO),  # their intervals overlap
        (nearly("500"), about("482"), HEDGED),
        (nearly("300"), just_over("300"), NO),
        (nearly("310"), just_over("300"), HEDGED),
        (nearly("300"), nearly("300"), EXACT),
        (share_word("1/3"), percent("38", Hedge.ABOUT), NO),
        (share_word("1/3"), percent("35", Hedge.ABOUT), HEDGED),
    ],
    "nearly": [
        (nearly("500"), plain("450"), HEDGED),
        (nearly("500"), plain("449"), NO),
        (nearly("500"), plain("499"), HEDGED),
        (nearly("500"), plain("500"), NO),
        (plain("500"), nearly("500"), ROUNDED),  # the reference's value, rounded (ours)
        (plain("510"), nearly("500"), NO),
        (plain("482"), nearly("500"), HEDGED),
    ],
    "just over": [
        (just_over("1000"), plain("1030"), HEDGED),
        (just_over("1000"), plain("1000"), NO),
        (just_over("1000"), plain("1100"), HEDGED),
        (just_over("1000"), plain("1101"), NO),
    ],
    "a bound in the statement": [
        (over("300"), plain("301"), BOUND),
        (over("300"), plain("300"), NO),
        (at_least("300"), plain("300"), BOUND),
        (at_least("300"), plain("299"), NO),
        (under("300"), plain("299"), BOUND),
        (under("300"), plain("300"), NO),
        (under("300"), plain("0"), BOUND),
        (at_most("300"), plain("300"), BOUND),
        (at_most("300"), plain("301"), NO),
        (over("300"), between(250, 400), BOUND),
        (over("400"), between(250, 400), NO),
        (over("40"), dozens(), BOUND),
        (over("300"), under("500"), BOUND),
        (over("500"), under("500"), NO),
        (at_least("500"), at_most("500"), BOUND),
    ],
    "a bound in the statement against a hedge": [
        (over("10000"), about("11000"), BOUND),
        (over("300"), about("300"), NO),  # held against the nominal value
        (at_least("300"), about("300"), BOUND),
        (under("1000"), about("1050"), NO),
        (over("300"), just_over("300"), BOUND),
        (under("300"), nearly("300"), BOUND),
        (at_least("300"), nearly("300"), NO),
        (percent("100/3", Hedge.MORE_THAN), share_word("1/3"), NO),
    ],
    "a bound in the reference": [
        (plain("300"), over("300"), BOUND),  # from the bound itself
        (plain("375"), over("300"), BOUND),  # to exactly 25% beyond
        (plain("376"), over("300"), NO),
        (plain("299"), over("300"), NO),
        (plain("300"), at_least("300"), BOUND),
        (plain("375"), at_least("300"), BOUND),
        (plain("300"), under("300"), BOUND),
        (plain("225"), under("300"), BOUND),
        (plain("224"), under("300"), NO),
        (plain("301"), under("300"), NO),
        (plain("225"), at_most("300"), BOUND),
        (about("280"), over("300"), BOUND),
        (nearly("300"), over("300"), NO),
        (plain("0"), under("300"), NO),
    ],
    "two bounds": [
        (over("300"), over("300"), EXACT),
        (over("300"), over("500"), BOUND),
        (over("500"), over("300"), NO),
        (at_least("300"), over("300"), BOUND),
        (over("300"), at_least("300"), NO),
        (under("500"), under("300"), BOUND),
        (under("300"), under("500"), NO),
        (under("300"), at_most("300"), NO),
        (at_most("300"), under("300"), BOUND),
    ],
    "up to": [
        (up_to("400"), up_to("400"), EXACT),
        (up_to("400"), up_to("500"), NO),
        (up_to("400"), plain("400"), BOUND),
        (plain("400"), up_to("400"), BOUND),
        (plain("300"), up_to("400"), NO),  # n itself, not everything below it
        (up_to("400"), plain("300"), NO),
        (up_to("11000"), plain("10700"), BOUND),  # rounded
        (up_to("400"), between(200, 400), BOUND),
        (between(200, 400), up_to("400"), BOUND),
        (between(200, 400), up_to("300"), NO),
        (up_to("400"), about("390"), BOUND),
        (up_to("500"), about("390"), NO),
        (up_to("100"), dozens(), BOUND),
        (up_to("350"), over("300"), BOUND),
        (up_to("1000"), over("300"), NO),
        (over("300"), up_to("400"), BOUND),
        (over("400"), up_to("400"), NO),
        (at_most("400"), up_to("400"), BOUND),
    ],
    "ranges": [
        (between(500, 700), between(500, 700), EXACT),
        (between(1210, 1290), between(1210, 1290, Hedge.MARGIN, value=1250), EXACT),
        (between(500, 700), plain("700"), BOUND),
        (between(500, 700), plain("500"), BOUND),
        (between(500, 700), plain("400"), NO),
        (between(500, 700), plain("701"), NO),
        (plain("600"), between(500, 700), BOUND),
        (plain("701"), between(500, 700), NO),
        (between(500, 700), between(700, 900), BOUND),
        (between(500, 700), between(701, 900), NO),
        (between(500, 700), about("730"), BOUND),
        (plain("52"), between(49, 55, Hedge.MARGIN, value=52), BOUND),
    ],
    "vague": [
        (dozens(), plain("24"), HEDGED),
        (dozens(), plain("23"), NO),
        (dozens(), plain("119"), HEDGED),
        (dozens(), plain("120"), NO),
        (dozens(), dozens(), EXACT),
        (dozens(), hundreds(), NO),
        (hundreds(), about("400"), HEDGED),
        (hundreds(), plain("1999"), HEDGED),
        (hundreds(), plain("2000"), NO),
        (between(3, 9, Hedge.VAGUE), plain("6"), HEDGED),
        (between(3, 9, Hedge.VAGUE), plain("10"), NO),
        (between(2, 2, Hedge.VAGUE, value=2), plain("2"), EXACT),
    ],
    "share words": [
        (share_word("1/4"), percent("25"), EXACT),
        (percent("25"), share_word("1/4"), EXACT),
        (share_word("1/3"), percent("34"), HEDGED),
        (share_word("1/3"), percent("35"), HEDGED),  # 5% of a third, exactly
        (share_word("1/3"), percent("36"), NO),
        (share_word("1/2"), percent("38"), NO),
        (share_word("1/10"), percent("9.5"), HEDGED),
        (share_word("1/10"), percent("9.4"), NO),
        (share_word("1/3"), share_word("1/3"), EXACT),
        (share_word("1/3"), share_word("1/4"), NO),
        (most(), percent("57"), BOUND),
        (most(), percent("50"), NO),
        (most(), percent("100"), BOUND),
        (most(), most(), EXACT),
        (most(), minority(), NO),
        (most(), share_word("1/2"), NO),
        (minority(), percent("49"), BOUND),
        (minority(), percent("0"), NO),
        (everything(), percent("100"), EXACT),
        (everything(), percent("97"), NO),
    ],
    "factors": [
        (times("2", Hedge.SHARE_WORD), times("2.1"), HEDGED),
        (times("2", Hedge.SHARE_WORD), times("2.11"), NO),
        (times("2", Hedge.SHARE_WORD), times("2"), EXACT),
        (times("10", Hedge.SHARE_WORD), times("9.5"), HEDGED),
        (times("1/2", Hedge.SHARE_WORD), times("0.52"), HEDGED),
    ],
    "rounding": [
        (plain("11000"), plain("10700"), ROUNDED),
        (plain("1200000"), plain("1234567"), ROUNDED),
        (plain("3000000"), plain("3200000"), ROUNDED),
        (percent("5"), percent("4.6"), ROUNDED),
        (percent("4.6"), percent("5"), NO),
        (plain("10700"), plain("11000"), NO),
        (plain("11000"), plain("10400"), NO),  # rounds to 10,000
        (plain("500"), plain("454"), NO),  # one digit, more than 10% off
        (plain("500"), plain("549"), ROUNDED),
        (plain("21000"), plain("20000"), NO),
        (plain("9000"), plain("9473"), ROUNDED),
        (plain("400"), plain("99"), NO),
        (plain("100"), plain("98"), NO),  # both have to be at least 100
        (plain("100"), plain("104"), ROUNDED),
        (plain("90"), plain("92"), NO),
        (plain("11000"), nearly("10700"), ROUNDED),
    ],
    "rounding, its limits": [
        (measure("1.0"), measure("20/21"), ROUNDED),  # off by 5% of the reference, exactly
        (measure("1.0"), measure("0.95"), NO),  # 5.3%
        (measure("3"), measure("10/3"), ROUNDED),  # one digit: off by 10%, exactly
        (measure("3"), measure("3.4"), NO),  # 12%
        (measure("2"), measure("20/11"), ROUNDED),
        (measure("2"), measure("1.8"), NO),
        (plain("110"), plain("105"), ROUNDED),  # 4.8%; halves go up
        (plain("104"), plain("104"), EXACT),
        (euros("20"), euros("18.2"), ROUNDED),
        (euros("20"), euros("18.1"), NO),
    ],
    "rounding at any size": [
        (miles("20"), km("32"), ROUNDED),
        (minutes("90"), minutes("92"), ROUNDED),
        (euros("5"), euros("4.8"), ROUNDED),
        (a_week("5"), a_week("4.8"), ROUNDED),
        (a_week("90"), a_week("92"), NO),  # whole things a week are counted
    ],
    "never rounded": [
        (plain("2020", kind=Kind.DATE), plain("2019", kind=Kind.DATE), NO),
        (plain("40", kind=Kind.AGE), plain("41", kind=Kind.AGE), NO),
        (plain("200", kind=Kind.ORDINAL), plain("203", kind=Kind.ORDINAL), NO),
        (plain("600", kind=Kind.TIME), plain("604", kind=Kind.TIME), NO),
        (about("40", kind=Kind.AGE), plain("41", kind=Kind.AGE), HEDGED),
    ],
    "times of day": [
        (about("1200", kind=Kind.TIME), plain("1171", kind=Kind.TIME), HEDGED),
        (about("1200", kind=Kind.TIME), plain("1170", kind=Kind.TIME), NO),  # half an hour
        (nearly("1200", kind=Kind.TIME), plain("1190", kind=Kind.TIME), HEDGED),
        (nearly("1200", kind=Kind.TIME), plain("1200", kind=Kind.TIME), NO),
        (just_over("1200", kind=Kind.TIME), plain("1210", kind=Kind.TIME), HEDGED),
        (about("1200", kind=Kind.TIME), about("1180", kind=Kind.TIME), HEDGED),
        (about("1200", kind=Kind.TIME), about("1230", kind=Kind.TIME), NO),
    ],
    "more precise": [
        (plain("3512"), plain("3500"), NO),
        (plain("47"), dozens(), HEDGED),
    ],
    "units": [
        (miles("20", Hedge.ABOUT), km("32"), HEDGED),
        (km("32"), miles("20"), ROUNDED),
        (miles("500"), km("500"), NO),
        (hours("2"), minutes("120"), EXACT),
        (miles("60", Hedge.LESS_THAN), km("100", Hedge.LESS_THAN), BOUND),  # 62.1, rounded
        (miles("20", Hedge.MORE_THAN), km("32", Hedge.MORE_THAN), BOUND),  # 19.9, rounded
        (miles("20"), km("33", Hedge.MORE_THAN), BOUND),  # 20.5, rounded
        (miles("25", Hedge.MORE_THAN), km("32", Hedge.MORE_THAN), NO),
    ],
    "temperatures": [
        (celsius("38"), fahrenheit("100"), ROUNDED),
        (fahrenheit("100"), celsius("38"), ROUNDED),
        (fahrenheit("118"), celsius("38"), NO),
        (celsius("20"), celsius("18.1", Hedge.ABOUT), HEDGED),
        (celsius("20", Hedge.ABOUT), celsius("18"), NO),  # exactly 2 °C
        (celsius("20", Hedge.ABOUT), celsius("21.9"), HEDGED),
        (celsius("0", Hedge.ABOUT), celsius("-1.5"), HEDGED),
        (fahrenheit("100", Hedge.ABOUT), celsius("39"), HEDGED),
        (fahrenheit("100", Hedge.ABOUT), celsius("40"), NO),
        (celsius("20", Hedge.ABOUT), celsius("21.5", Hedge.ABOUT), HEDGED),
        (celsius("20", Hedge.ABOUT), celsius("22", Hedge.ABOUT), NO),
        (celsius("-1"), celsius("-0.6"), ROUNDED),
        (celsius("40"), celsius("36"), NO),
        (celsius("-3"), celsius("0", Hedge.LESS_THAN), BOUND),
        (celsius("-25"), celsius("-20", Hedge.LESS_THAN), BOUND),
        (celsius("-26"), celsius("-20", Hedge.LESS_THAN), NO),
        (celsius("0", Hedge.LESS_THAN), celsius("-12"), BOUND),
    ],
    "changes": [
        (change("5", CELSIUS, 1), change("9", FAHRENHEIT, 1), EXACT),
        (change("4", PERCENT, 1), change("4", PERCENT, -1), NO),
        (change("0", PERCENT, 1), change("0", PERCENT, -1), EXACT),
    ],
}


@pytest.mark.parametrize(
    ("statement", "reference", "support"),
    [
        pytest.param(*row, id=f"{group} {index}")
        for group, rows in PAIRS.items()
        for index, row in enumerate(rows)
    ],
)
def test_the_contracts_pairs(statement, reference, support):
    outcome = compare(statement, reference, Policy())
    assert (outcome.compatible, outcome.support) == (support is not None, support)
