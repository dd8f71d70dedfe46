"""Figures built by hand, so that no test of the contract depends on how text is read."""

from fractions import Fraction

from factcheck.compare import interval_of
from factcheck.model import Figure, Hedge, Interval, Kind, Span, Unit
from factcheck.policy import Policy

POLICY = Policy()

KM = Unit("km", "kilometre", "length", "metre", Fraction(1000))
MILE = Unit("miles", "mile", "length", "metre", Fraction("1609.344"))
CELSIUS = Unit("°C", "degree Celsius", "temperature", "kelvin", Fraction(1), Fraction("273.15"))
FAHRENHEIT = Unit(
    "°F", "degree Fahrenheit", "temperature", "kelvin", Fraction(5, 9), Fraction(45967, 180)
)
MINUTE = Unit("minutes", "minute", "time", "second", Fraction(60))
HOUR = Unit("hours", "hour", "time", "second", Fraction(3600))
PERCENT = Unit("%", "percent", "share", "one", Fraction(1, 100))
EURO = Unit("euros", "EUR", "money:EUR", "EUR")
A_WEEK = Unit("a week", "a week", "count", "count", per="week")


def place_of(written):
    """Place of the last significant digit of a number as it is written."""
    if "." in written:
        return Fraction(1, 10 ** len(written.split(".")[1]))
    digits = written.lstrip("-")
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0")))) if int(digits) else Fraction(1)


def number(written, hedge=Hedge.PLAIN, kind=Kind.COUNT, unit=None, direction=0):
    """A figure with a value, and the interval that a reader gives it."""
    value = Fraction(written)
    temperature = unit in {CELSIUS, FAHRENHEIT} and kind is not Kind.CHANGE
    degree = unit.factor if unit else Fraction(1)
    interval = interval_of(hedge, value, POLICY, temperature, degree=degree)
    return Figure(
        text=written,
        span=Span(0, len(written)),
        kind=kind,
        interval=interval,
        value=value,
        precision=place_of(written) if "/" not in written else None,
        hedge=hedge,
        unit=unit,
        direction=direction,
    )


def share_word(written):
    """ "A third", "one in ten": a value that reaches 5% of itself either way."""
    value = Fraction(written) * 100
    interval = interval_of(Hedge.SHARE_WORD, value, POLICY)
    return Figure(written, Span(0, 1), Kind.SHARE, interval, value, None, Hedge.SHARE_WORD, PERCENT)


def between(low, high, hedge=Hedge.RANGE, *, open_ends="", kind=Kind.COUNT, value=None):
    """A figure that is read as an interval: a range, a margin, "dozens", "most"."""
    interval = Interval(Fraction(low), Fraction(high), "low" in open_ends, "high" in open_ends)
    unit = PERCENT if kind is Kind.SHARE else None
    value = None if value is None else Fraction(value)
    return Figure("x", Span(0, 1), kind, interval, value, None, hedge, unit)


def plain(written, **more):
    return number(written, Hedge.PLAIN, **more)


def about(written, **more):
    return number(written, Hedge.ABOUT, **more)


def nearly(written, **more):
    return number(written, Hedge.NEARLY, **more)


def just_over(written, **more):
    return number(written, Hedge.JUST_OVER, **more)


def over(written, **more):
    return number(written, Hedge.MORE_THAN, **more)


def at_least(written, **more):
    return number(written, Hedge.AT_LEAST, **more)


def under(written, **more):
    return number(written, Hedge.LESS_THAN, **more)


def at_most(written, **more):
    return number(written, Hedge.AT_MOST, **more)


def up_to(written, **more):
    return number(written, Hedge.UP_TO, **more)


def percent(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.SHARE, PERCENT)


def measure(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.MEASURE)


def euros(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.MONEY, EURO)


def minutes(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.DURATION, MINUTE)


def hours(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.DURATION, HOUR)


def a_week(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.RATE, A_WEEK)


def times(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.FACTOR)


def change(written, unit, direction):
    return number(written, Hedge.PLAIN, Kind.CHANGE, unit, direction)


def km(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.MEASURE, KM)


def miles(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.MEASURE, MILE)


def celsius(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.MEASURE, CELSIUS)


def fahrenheit(written, hedge=Hedge.PLAIN):
    return number(written, hedge, Kind.MEASURE, FAHRENHEIT)


def dozens():
    return between(24, 120, Hedge.VAGUE, open_ends="high")


def hundreds():
    return between(200, 2000, Hedge.VAGUE, open_ends="high")


def most():
    return between(50, 100, Hedge.SHARE_WORD, open_ends="low", kind=Kind.SHARE)


def minority():
    return between(0, 50, Hedge.SHARE_WORD, open_ends="low high", kind=Kind.SHARE)


def everything():
    return between(100, 100, Hedge.SHARE_WORD, kind=Kind.SHARE, value=100)
