"""Reports made by hand, as a checker would make them, for the tests of what is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from factcheck.model import (
    Alignment,
    Citation,
    Claim,
    Detail,
    Difference,
    Figure,
    Finding,
    Flag,
    Hedge,
    Interval,
    Kind,
    PartialDate,
    Qualifier,
    Report,
    SlotState,
    Span,
    Statement,
    Support,
    Unit,
    Verdict,
)
from factcheck.model.trace import CandidateTrace, Explanation, FigureTrace

KM = Unit("km", "kilometre", "length", "metre", Fraction(1000))
MILES = Unit("miles", "mile", "length", "metre", Fraction(1609344, 1000))
PERCENT = Unit("%", "percent", "share", "one", Fraction(1, 100))
FRACTION = Unit("", "fraction", "share", "one")
EURO = Unit("€", "EUR", "money:EUR", "EUR")


def figure(
    text, sentence, value, *, kind=Kind.COUNT, hedge=Hedge.PLAIN, unit=None, offset=0, **more
):
    """A figure at the first place of `text` in `sentence`."""
    start = offset + sentence.index(text)
    exact = None if value is None else Fraction(value)
    interval = more.pop("interval", None) or Interval.point(exact)
    return Figure(
        text, Span(start, start + len(text)), kind, interval, exact,
        more.pop("precision", Fraction(1)), hedge, unit, **more,
    )  # fmt: skip


RETURNED = Claim(
    id="nk-returned",
    text="Of the injured North Korean soldiers, 300 have returned to active duty.",
    source="news.az",
    speaker="Yu Yong-weon, citing Ukraine's defence intelligence chief",
    as_of="2025-02",
    url="https://news.az/article",
)
SENT = Claim(
    id="nk-sent-total",
    text="North Korea has sent a total of approximately 11,000 troops to Russia since October.",
    source="news.az",
    date=date(2025, 3, 4),
)
SEOUL = Claim(
    id="nk-casualties-seoul",
    text="South Korea puts North Korean casualties at 3,600.",
    source="South Korean figures",
    date="2025-02",
)
YU = Claim(
    id="nk-casualties-yu",
    text="North Korean casualties are approximately 4,000, Yu said.",
    source="news.az",
    speaker="Yu Yong-weon",
    date="2025",
    note="the article gives no day",
)
OLD = Claim(
    id="route-old",
    text="The coastal route is 30 km long.",
    source="Roads Agency",
    date="2019",
    status="superseded",
)
ROUTE = Claim(
    id="route", text="The coastal route is 32 km long.", source="Roads Agency", date="2024"
)


def cited(claim, text, value, **more):
    """A citation of a claim's figure."""
    return Citation(claim, figure(text, claim.text, value, **more))


CITE_300 = cited(RETURNED, "300", 300, counted="North Korean soldiers", event="returned")
OMITTED = (
    Detail("counted", SlotState.OMITTED, "", "North Korean soldiers"),
    Detail("group", SlotState.OMITTED, "", "of the injured"),
)
EVENT = Detail("event", SlotState.MATCHED, "returned to duty", "returned to active duty")


def finding(sentence, fig, verdict, *, span=None, **more):
    """A finding on a sentence that begins at 0, or at `span`."""
    return Finding(sentence, span or Span(0, len(sentence)), fig, verdict, **more)


def alone(*findings, path=None):
    """A report on one statement."""
    sentence = findings[0].statement
    return Report((Statement(sentence, findings[0].span),), findings, path)


def consistent():
    sentence = "300 returned to duty"
    return alone(
        finding(
            sentence,
            figure("300", sentence, 300, event="returned"),
            Verdict.CONSISTENT,
            support=Support.EXACT,
            citation=CITE_300,
            alignment=Alignment((EVENT, *OMITTED)),
            difference=Difference(Fraction(0), Fraction(0)),
        )
    )


def conflicting():
    sentence = "500 returned to duty"
    return alone(
        finding(
            sentence,
            figure("500", sentence, 500, event="returned"),
            Verdict.CONFLICTING,
            citation=CITE_300,
            alignment=Alignment((EVENT, *OMITTED)),
            difference=Difference(Fraction(200), Fraction(2, 3)),
        )
    )


def novel():
    sentence = "Germany sent 20 tanks"
    return alone(
        finding(
            sentence,
            figure("20", sentence, 20, counted="tanks", event="sent"),
            Verdict.NOVEL,
            notes=("the nearest reference is about North Korea, not Germany",),
            others=(cited(SENT, "11,000", 11000, hedge=Hedge.ABOUT),),
            alignment=Alignment(
                (
                    Detail("event", SlotState.MATCHED, "sent", "sent"),
                    Detail("name", SlotState.DIFFERING, "Germany", "North Korea"),
                    Detail("counted", SlotState.DIFFERING, "tanks", "troops"),
                )
            ),
        )
    )


def disputed():
    sentence = "North Korea suffered 3,600 casualties"
    return alone(
        finding(
            sentence,
            figure("3,600", sentence, 3600, counted="casualties"),
            Verdict.CONSISTENT,
            support=Support.EXACT,
            flags=(Flag.DISPUTED,),
            citation=cited(SEOUL, "3,600", 3600),
            others=(cited(YU, "4,000", 4000, hedge=Hedge.ABOUT),),
            alignment=Alignment((Detail("counted", SlotState.MATCHED, "casualties", ""),)),
        )
    )


def measured():
    """A statement of three figures: a rounded measure, a share and an amount of money."""
    sentence = (
        "The 20-mile coastal route, which 5 percent of drivers took last summer by the count of "
        "the Roads Agency and of two universities, cost €1.2 million."
    )
    length = figure("20", sentence, 20, kind=Kind.MEASURE, unit=MILES)
    share = figure(
        "5 percent", sentence, 5, kind=Kind.SHARE, unit=replace(PERCENT, written="percent")
    )
    cost = figure("€1.2 million", sentence, 1_200_000, kind=Kind.MONEY, unit=EURO)
    drivers = Claim("drivers", "7.5% of drivers take the coastal route.", "Roads Agency")
    price = Claim("price", "The route cost about €1.2 billion.", "Roads Agency", date="2024-06")
    return alone(
        finding(
            sentence,
            length,
            Verdict.CONSISTENT,
            support=Support.ROUNDED,
            flags=(Flag.SUPERSEDED,),
            citation=cited(ROUTE, "32", 32, kind=Kind.MEASURE, unit=KM),
            others=(cited(OLD, "30", 30, kind=Kind.MEASURE, unit=KM),),
            difference=Difference(
                Fraction(20) - Fraction(32000000, 1609344), Fraction(58, 10000), "mile"
            ),
        ),
        finding(
            sentence,
            share,
            Verdict.CONFLICTING,
            citation=cited(drivers, "7.5%", "7.5", kind=Kind.SHARE, unit=PERCENT),
            difference=Difference(Fraction("-2.5"), Fraction(-1, 3), "percent"),
            alignment=Alignment(
                (
                    Detail("counted", SlotState.MATCHED, "drivers", "drivers"),
                    Detail("time", SlotState.ADDED, "last summer", ""),
                    Detail("place", SlotState.WIDER, "the coast", "the route", "part and whole"),
                )
            ),
            notes=("the time “last summer” is unchecked: no reference mentions it",),
        ),
        finding(
            sentence,
            cost,
            Verdict.CONFLICTING,
            citation=cited(
                price, "€1.2 billion", 1_200_000_000, kind=Kind.MONEY, unit=EURO, hedge=Hedge.ABOUT
            ),
            difference=Difference(Fraction(-1_198_800_000), Fraction(-999, 1000), "EUR"),
        ),
    )


def whole():
    """A statement without a figure."""
    sentence = "Parliament rejected the harbour bill."
    claim = Claim("bill", "Parliament approved the harbour bill.", "Hansard", date(2024, 5, 2))
    return alone(
        finding(
            sentence,
            None,
            Verdict.CONFLICTING,
            citation=Citation(claim),
            notes=("it holds no figure",),
            alignment=Alignment(
                (Detail("event", SlotState.TURNED, "rejected", "approved", "antonyms"),)
            ),
        )
    )


def derived():
    sentence = "A tenth of the casualties died."
    killed = Claim("killed", "Around 400 soldiers were killed.", "news.az")
    return alone(
        finding(
            sentence,
            figure("A tenth", sentence, "0.1", kind=Kind.SHARE, hedge=Hedge.SHARE_WORD),
            Verdict.CONSISTENT,
            support=Support.DERIVED,
            citation=cited(killed, "400", 400, hedge=Hedge.ABOUT),
            operands=(cited(YU, "4,000", 4000, hedge=Hedge.ABOUT),),
            notes=("400 of 4,000 is 10%", "the operands come from two sources"),
        )
    )


DRAFT = """North Korea sends more

North Korea has sent 11,000 troops. Of the injured, 500 returned to duty.

It suffered 3,600 casualties, while Germany sent 20 tanks to a front that is 1,000 km long.
"""


def document(path="drafts/nk.txt"):
    """A document with findings of every kind."""
    at = DRAFT.index
    first, second, third = (
        "North Korea has sent 11,000 troops.",
        "Of the injured, 500 returned to duty.",
        DRAFT[at("It suffered") :].strip(),
    )
    spans = [Span(at(s), at(s) + len(s)) for s in (first, second, third)]

    def shifted(made, sentence, span):
        text = made.figure.text
        return replace(
            made,
            statement=sentence,
            span=span,
            figure=replace(made.figure, span=figure(text, sentence, 1, offset=span.start).span),
        )

    sent = finding(
        first,
        figure("11,000", first, 11000, offset=spans[0].start, counted="troops"),
        Verdict.CONSISTENT,
        span=spans[0],
        support=Support.HEDGED,
        citation=cited(SENT, "11,000", 11000, hedge=Hedge.ABOUT),
    )
    front = finding(
        third,
        figure("1,000", third, 1000, kind=Kind.MEASURE, unit=KM, offset=spans[2].start),
        Verdict.NOVEL,
        span=spans[2],
    )
    findings = (
        sent,
        shifted(conflicting().findings[0], second, spans[1]),
        shifted(disputed().findings[0], third, spans[2]),
        replace(shifted(novel().findings[0], third, spans[2])),
        front,
    )
    statements = tuple(
        Statement(s, span) for s, span in zip((first, second, third), spans, strict=True)
    )
    return Report(statements, findings, path)


def explanation():
    """The trace behind `conflicting`, with a candidate that was refused."""
    report = conflicting()
    (found,) = report.findings
    read = replace(
        found.figure,
        rules=("digits", "bare-count"),
        qualifiers=(Qualifier("time", "since Monday"),),
        precision=Fraction(100),
    )
    accepted = CandidateTrace(
        RETURNED, CITE_300.figure, True, "same event; every other detail is omitted",
        found.alignment.details, "conflicting", "overlap",
    )  # fmt: skip
    refused = CandidateTrace(
        SENT, cited(SENT, "11,000", 11000, hedge=Hedge.ABOUT).figure, False,
        "the events are different", (Detail("event", SlotState.DIFFERING, "returned", "sent"),),
    )  # fmt: skip
    trace = FigureTrace(read, ("event: the verb after the figure",), (accepted, refused), found)
    hot = Unit(
        "°F", "degree Fahrenheit", "temperature", "kelvin", Fraction(5, 9), Fraction(45967, 180)
    )
    bounded = Figure(
        "118", Span(0, 3), Kind.MEASURE, Interval(Fraction(118), None, low_open=True),
        Fraction(118), Fraction(1), Hedge.MORE_THAN, hot, date=PartialDate(2024, 7),
    )  # fmt: skip
    return Explanation(
        "500 returned to duty", (trace, FigureTrace(bounded), FigureTrace(None)), 12, 2
    )


REPORTS = {
    "consistent": consistent,
    "conflicting": conflicting,
    "novel": novel,
    "disputed": disputed,
    "measured": measured,
    "whole": whole,
    "derived": derived,
    "document": document,
    "empty": Report,
}
