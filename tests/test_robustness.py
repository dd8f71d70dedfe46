"""Any text at all: no crash, exact spans, text order, and the same answer every time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Checker, Claim, Report, extract

CLAIMS = (
    Claim(id="a", text="About 400 soldiers were killed near the dam.", source="The army"),
    Claim(id="b", text="The bakery sold 1,200 loaves in March 2024 for €3,000.", source="Owner"),
    Claim(id="c", text="Unemployment rose from 4.5% to 5.1%.", source="Statistics office"),
    Claim(id="d", text="India beat Australia 3-1.", source="The league"),
    Claim(id="e", text="The ferry is 120 metres long.", source="The yard"),
    Claim(id="f", text="Parliament approved the budget.", source="The speaker"),
)
CHECKER = Checker(CLAIMS)

# Pieces that figures are made of, and what spoils them.
PIECES = (
    "300", "3,500", "1.2 million", "−5", "½", "dozens", "twelve", "a third", "12%", "€3bn", "$5",
    "£", "km", "40 °C", "on 12 March 2024", "6.05 a.m.", "3-1", "1990s", "1e9", "0x1F", "10^6",
    "³", "Ⅻ", "①", "٣٤٥", "१२३", "三百", "１２３", "৪৫", "𝟛𝟘𝟘", "🙂", "3️⃣", "5️⃣0️⃣0️⃣", "3🙂00", "👨‍👩‍👧",
    "\u200b", "\u200f", "\u202e", "\u202d", "\ufeff", "\u00a0", "\u202f", "\u2009", "\ud800",
    "\udfff", "\0", "\x1b[31m", "\x07", "\u0301", "\r\n", "\n", "\r", "\t", "\v", "\f", "\x85",
    "\u2028", " ", " ", " ", ".", ",", "-", "–", "—", "/", ":", "(", ")", "[", "]", "“", "”", "'",
    "soldiers", "were killed", "of the", "and", "not", "rose by", "from", "to", "between",
    "more than", "about", "no", "none of", "according to", "Kim", "N.", "the dam", "per", "each",
)  # fmt: skip

any_text = st.text(st.characters(), max_size=120)
made_up = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
spaced = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
texts = st.one_of(any_text, made_up, spaced, st.tuples(spaced, any_text).map("".join))

ODD = {
    "empty": "",
    "blank": " \t\r\n \u00a0\u3000",
    "NUL": "300\0 soldiers were\0 killed",
    "lone surrogates": "\ud800300 sold\udfffiers were killed\udc80",
    "right-to-left marks": "\u200f300\u200e soldiers \u202ewere killed\u202c",
    "emoji in a number": "3🙂00 soldiers, 3️⃣0️⃣0️⃣ soldiers were killed",
    "other scripts": "٣٠٠ soldiers, ३०० soldiers, ３００ soldiers, 三百 were killed",
    "superscripts": "10³ km² and x₂ = ½⅓⅔ of ⅷ",
    "combining marks": "3\u03010\u03010\u0301 soldiers we\u0301re killed",
    "control characters": "\x1b[31m300\x1b[0m soldiers\x07 were killed\x7f",
    "huge number": "9" * 500 + " soldiers were killed",
    "huge exponent": "1e999999999 soldiers and 10^99999999 loaves",
    "many commas": "1," * 500 + "000 soldiers",
    "many points": "1." * 500 + "0 soldiers",
    "many signs": "-" * 500 + "5" + "%" * 500,
    "many hedges": "about " * 300 + "5 soldiers",
    "many ands": "five and " * 300 + "six soldiers were killed",
    "many words of number": "hundred " * 300 + "soldiers",
    "many brackets": "(" * 500 + "5" + ")" * 500,
    "many quotes": "“" * 300 + "5 soldiers" + "”" * 300,
    "zero below": "5/0 of soldiers, 0/0, 1 in 0, 0 in 0, from 0 to 0, 0%, -0",
    "impossible dates": "on 31 February 2024, 0 March 0000, 99/99/9999, 25:61, 32.13.2024",
    "a byte order mark": "\ufeff300 soldiers were killed",
}


def _ordered(report: Report) -> bool:
    places = [
        (finding.span.start, finding.figure.span.start if finding.figure else 0)
        for finding in report.findings
    ]
    return places == sorted(places)


def _sound(text: str, report: Report) -> None:
    """What holds for every report, whatever the text was."""
    assert _ordered(report)
    for statement in report.statements:
        assert text[statement.span.start : statement.span.end] == statement.text
    for finding in report.findings:
        assert text[finding.span.start : finding.span.end] == finding.statement
        if finding.figure is not None:
            span = finding.figure.span
            assert finding.span.start <= span.start < span.end <= finding.span.end
            assert text[span.start : span.end] == finding.figure.text
    json.dumps(report.to_dict())


def _plain(report: Report) -> dict[str, Any]:
    return report.to_dict()


@given(texts)
@settings(max_examples=150, deadline=None)
def test_check(text: str) -> None:
    _sound(text, CHECKER.check(text))


@given(texts)
@settings(max_examples=100, deadline=None)
def test_check_document(text: str) -> None:
    _sound(text, CHECKER.check_document(text + "\n"))  # the line break: it names no file


@given(texts)
@settings(max_examples=150, deadline=None)
def test_extract(text: str) -> None:
    figures = extract(text)
    assert [f.span for f in figures] == sorted(f.span for f in figures)
    for figure in figures:
        assert text[figure.span.start : figure.span.end] == figure.text
        low, high = figure.low, figure.high
        assert low is None or high is None or low <= high


@given(texts)
@settings(max_examples=60, deadline=None)
def test_a_claim_of_any_text_is_read_and_consistent_with_itself_or_new(text: str) -> None:
    if not text.strip():
        return
    report = Checker([Claim(id="x", text=text)]).check(text)
    _sound(text, report)


@given(texts)
@settings(max_examples=60, deadline=None)
def test_explain(text: str) -> None:
    explanation = CHECKER.explain(text)
    assert len(explanation.figures) == len(CHECKER.check(text).findings)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts(text: str) -> None:
    _sound(text, CHECKER.check(text))
    _sound(text, CHECKER.check_document(text + "\n"))
    extract(text)
    CHECKER.explain(text)


LONG = ["5", "a", "((", "\0", "1-", "300 soldiers were killed there, beyond doubt, in the war. "]
CROWDED = ["3,500, ", "half of the ", "300 soldiers were killed and "]  # a finding each
LINES = [(piece, 200_000) for piece in LONG] + [(piece, 40_000) for piece in CROWDED]


@pytest.mark.parametrize(("piece", "length"), LINES)
def test_a_long_line(piece: str, length: int) -> None:
    """Linear reading ends soon; anything quadratic would run for many minutes."""
    text = piece * (length // len(piece))
    _sound(text, CHECKER.check_document(text))


def test_line_ends_do_not_matter() -> None:
    lines = ["About 400 soldiers", "were killed near the dam.", "", "India beat Australia 3-1."]
    verdicts = [
        [f.verdict for f in CHECKER.check_document(end.join(lines)).findings]
        for end in ("\n", "\r\n", "\r")
    ]
    assert verdicts[0] == verdicts[1] == verdicts[2]
    assert len(verdicts[0]) == 2


STATEMENTS = (
    "About 380 soldiers were killed near the dam.",
    "The bakery sold 1,250 loaves in March 2024.",
    "Unemployment rose to 5.1%, and Australia beat India 3-1.",
    "Parliament rejected the budget.",
    "A whale is 30 metres long.",
)
IRRELEVANT = tuple(
    Claim(id=f"z{n}", text=f"The {thing} of Dunmore has {n} {parts}.", source="The register")
    for n, (thing, parts) in enumerate(
        [("library", "shelves"), ("orchard", "pear trees"), ("harbour", "cranes"),
         ("theatre", "boxes"), ("abbey", "bells"), ("museum", "lifts")], 31,
    )
)  # fmt: skip


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_same_answer_twice(statement: str) -> None:
    again = Checker(CLAIMS).check(statement)
    assert _plain(CHECKER.check(statement)) == _plain(CHECKER.check(statement)) == _plain(again)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_order_of_claims_does_not_matter(statement: str) -> None:
    backwards = Checker(reversed(CLAIMS)).check(statement)
    assert _plain(backwards) == _plain(CHECKER.check(statement))


@pytest.mark.parametrize("statement", STATEMENTS)
def test_irrelevant_claims_do_not_matter(statement: str) -> None:
    more = Checker((*IRRELEVANT, *CLAIMS)).check(statement)
    said = [(f.verdict, f.support, f.flags, f.citation) for f in more.findings]
    alone = [(f.verdict, f.support, f.flags, f.citation) for f in CHECKER.check(statement).findings]
    assert said == alone
