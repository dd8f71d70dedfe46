from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.figures.money import (
    MoneyMatch,
    currency_after,
    currency_before,
    is_open,
    pounds_are_money,
    same_currency,
)
from factcheck.figures.money_data import read
from factcheck.figures.units import settle
from factcheck.model import Unit
from factcheck.text.tokens import tokenize

# ISO 4217, the list of active codes of 2025, without funds, metals and testing codes.
ISO = frozenset(
    str.split(
        """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"""
    )
)


def before(text: str) -> MoneyMatch | None:
    return currency_before(tokenize(text), 0)


def after(text: str) -> MoneyMatch | None:
    """The currency behind the last number or magnitude word at the start of `text`."""
    tokens = tokenize(text)
    i = 1 + (tokens.lowers[1:2] in (("million",), ("billion",), ("-",)))
    return currency_after(tokens, i)


def unit(text: str) -> Unit:
    match = before(text) or after(text)
    assert match is not None, text
    return match.unit


def test_every_currency_in_circulation() -> None:
    codes = [currency["code"] for currency in read()["currencies"]]
    assert set(codes) >= ISO
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("currency", read()["currencies"], ids=lambda currency: currency["code"])
def test_entry(currency: dict[str, str]) -> None:
    code = currency["code"]
    dimension = f"money:{code}"
    assert unit(f"{code} 5,000").dimension == dimension
    assert unit(f"5,000 {code}").dimension == dimension
    for name in currency["names"].split(";"):
        one, bar, many = name.partition("|")
        plural = (many or one) if bar else one + "s"
        for adjective in filter(None, currency["of"].split(";")):
            expected = (dimension, Fraction(1))
            found = unit(f"5,000 {adjective} {plural}")
            assert (found.dimension, found.factor) == expected
            assert unit(f"5-{adjective}-{one}".replace(" ", "-")).dimension == dimension
        bare = after(f"5,000 {plural}")
        codes = {code} if bare is None else {code, bare.unit.dimension.partition(":")[2]}
        assert len(codes) == 1 or bare is None or same_currency(bare.unit, unit(f"{code} 5,000"))
    for sign in filter(None, currency.get("signs", "").split(";")):
        assert unit(f"{sign}5,000").dimension == dimension, sign
    for sign in filter(None, currency.get("after", "").split(";")):
        assert unit(f"5,000 {sign}").dimension == dimension, sign


@pytest.mark.parametrize(
    ("text", "dimension", "read"),
    [
        ("$5", "money:USD", "$"),
        ("$.50", "money:USD", "$"),
        ("$ 5", "money:USD", "$"),
        ("US$5m", "money:USD", "US$"),
        ("U.S.$5m", "money:USD", "U.S.$"),
        ("A$ 5", "money:AUD", "A$"),
        ("£3bn", "money:GBP", "£"),
        ("€ 4.5m", "money:EUR", "€"),
        ("¥500", "money:yen sign", "¥"),
        ("CHF 4.5m", "money:CHF", "CHF"),
        ("EUR1.2bn", "money:EUR", "EUR"),
        ("Rs 500", "money:rupee", "Rs"),
        ("Rs. 500", "money:rupee", "Rs. "),
        ("Rs.500", "money:rupee", "Rs."),
        ("R$5", "money:BRL", "R$"),
        ("R500m", "money:ZAR", "R"),
        ("P2.5 billion", "money:PHP", "P"),
        ("kr 500", "money:crown", "kr"),
        ("TOP 5,000", "money:TOP", "TOP"),
    ],
)
def test_before(text: str, dimension: str, read: str) -> None:
    tokens = tokenize(text)
    match = currency_before(tokens, 0)
    assert match is not None
    assert match.unit.dimension == dimension
    assert text[: tokens.starts[match.end]].strip() == read.strip()


@pytest.mark.parametrize(
    "text",
    [
        "$ sign",
        "TOP 10",
        "ALL 50",
        "R5",
        "P 3",
        "K 9",
        "all 5,000",
        "top 5,000",
        "N 7",
        "RM 3",
        "$",
        "",
    ],
)
def test_not_before(text: str) -> None:
    assert before(text) is None


@pytest.mark.parametrize(
    ("text", "dimension", "factor"),
    [
        ("5 dollars", "money:USD", "1"),
        ("5 US dollars", "money:USD", "1"),
        ("5 U.S. dollars", "money:USD", "1"),
        ("5-dollar bill", "money:USD", "1"),
        ("5 Swiss francs", "money:CHF", "1"),
        ("5 francs", "money:franc", "1"),
        ("5 CFA francs", "money:CFA franc", "1"),
        ("5 euros", "money:EUR", "1"),
        ("5 pounds sterling", "money:GBP", "1"),
        ("5 pounds", "money:GBP", "1"),
        ("5 zloty", "money:PLN", "1"),
        ("5 kronor", "money:SEK", "1"),
        ("5 kroner", "money:krone", "1"),
        ("5 crowns", "money:crown", "1"),
        ("5 rubles", "money:rouble", "1"),
        ("5 roubles", "money:rouble", "1"),
        ("5 pesos", "money:peso", "1"),
        ("5 Mexican pesos", "money:MXN", "1"),
        ("5 rupees", "money:rupee", "1"),
        ("5,000 won", "money:KRW", "1"),
        ("5 million won", "money:KRW", "1"),
        ("5 North Korean won", "money:KPW", "1"),
        ("50 cents", "money:cent", "1/100"),
        ("50 US cents", "money:USD", "1/100"),
        ("50 euro cents", "money:EUR", "1/100"),
        ("50 pence", "money:GBP", "1/100"),
        ("50p", "money:GBP", "1/100"),
        ("5 Kuwaiti fils", "money:KWD", "1/1000"),
        ("5 EUR", "money:EUR", "1"),
        ("5€", "money:EUR", "1"),
        ("5 bucks", "money:USD", "1"),
    ],
)
def test_after(text: str, dimension: str, factor: str) -> None:
    match = after(text)
    assert match is not None
    assert (match.unit.dimension, match.unit.factor) == (dimension, Fraction(factor))


@pytest.mark.parametrize(
    "text",
    [
        "3 won medals",
        "5 real problems",
        "5 euro area states",
        "5 euro-zone states",
        "1080p video",
        "50 p",
        "5 Bucks players",
        "5 marks",
        "5 fils",  # of another part in each country
        "5 people",
        "5 pen",
        "5",
    ],
)
def test_not_after(text: str) -> None:
    assert after(text) is None


def test_plural_only_where_it_can_stand() -> None:
    tokens = tokenize("5-dollars")
    assert currency_after(tokens, 2, plural_ok=False) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5 pesos", "5 Mexican pesos", True),
        ("5 pesos", "5 Chilean pesos", True),
        ("5 Mexican pesos", "5 Chilean pesos", False),
        ("5 pesos", "5 dollars", False),
        ("$5", "US$5", True),
        ("$5", "A$5", True),
        ("US$5", "A$5", False),
        ("5 dollars", "C$5", True),
        ("5 cents", "$5", True),
        ("5 cents", "5 euros", True),
        ("5 pence", "£5", True),
        ("£5", "5 Egyptian pounds", False),
        ("5 pounds", "5 Egyptian pounds", True),
        ("5 crowns", "5 kroner", True),
        ("5 kroner", "5 Swedish kronor", False),
        ("kr 5", "5 kronor", True),
        ("¥5", "5 yuan", True),
        ("¥5", "5 yen", True),
        ("5 yuan", "5 yen", False),
        ("€5", "$5", False),
    ],
)
def test_same_currency(one: str, other: str, same: bool) -> None:
    a, b = unit(one), unit(other)
    assert same_currency(a, b) is same
    assert same_currency(b, a) is same
    settled = settle(a, b)
    assert (settled is not None) is same
    if settled is not None:
        assert settled[0].dimension == settled[1].dimension


def test_open() -> None:
    assert [is_open(unit(text)) for text in ("5 pesos", "$5", "US$5", "5 kroner", "€5")] == [
        True,
        True,
        False,
        True,
        False,
    ]


def test_money_is_no_measure() -> None:
    metre = Unit("m", "metre", "length", "metre")
    assert not same_currency(metre, unit("€5"))
    assert not same_currency(metre, metre)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("The suspect weighs 200 pounds", False),
        ("Police seized 40 pounds of marijuana", False),
        ("a 200-pound man", False),
        ("a parcel of 12 pounds", False),
        ("2 million pounds of cocaine", False),
        ("500 pounds (227 kg)", False),
        ("30 pounds per square inch", False),
        ("The repairs cost 45 pounds", True),
        ("The appeal raised 960,000 pounds", True),
        ("5 million pounds", True),
        ("5 million pounds of damage", True),
        ("500 pounds ($620)", True),
        ("500 pounds sterling", True),
        ("a 50-pound note", True),
        ("1,200 pounds", True),
        ("pounds", False),
    ],
)
def test_pounds(text: str, money: bool) -> None:
    tokens = tokenize(text)
    i = next(k for k, word in enumerate(tokens.lowers) if word in ("pound", "pounds"))
    assert pounds_are_money(tokens, i) is money


@pytest.mark.parametrize(
    "text", ["", "\x00", "$\ud800", "٥ $", "$" * 300, "Rs.", "5 pounds of", "US"]
)
def test_any_text_is_read(text: str) -> None:
    tokens = tokenize(text)
    for i in range(-1, len(tokens) + 1):
        for match in (currency_before(tokens, i), currency_after(tokens, i)):
            assert match is None or i < match.end <= len(tokens)
        if 0 <= i < len(tokens):
            assert pounds_are_money(tokens, i) in (True, False)
