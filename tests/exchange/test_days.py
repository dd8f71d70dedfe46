"""Dates in files of other programs: all usual forms, and never a guess."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.store.days import read_day
from factcheck.store.values import WrongValue

DAY = date(2024, 3, 12)


@pytest.mark.parametrize("written", ["31/02/2024", "02/31/2024", "13/13/2024", "32/01/2024"])
def test_no_day_in_any_order(written):
    with pytest.raises(WrongValue, match="there is no day"):
        read_day(written)


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-12", "2024/3/12", "2024.03.12", "20240312", "2024-03-12T10:30:00Z",
        "2024-03-12 10:30", "2024-03-12T10:30:00.123+01:00", "12 March 2024", "12 Mar 2024",
        "12 mar. 2024", "12-Mar-2024", "12th March 2024", "12th of March, 2024", "March 12, 2024",
        "Mar 12 2024", "March 12th, 2024", "Tuesday, 12 March 2024",
        "Tue, 12 Mar 2024 10:00:00 GMT",
        "  12   March  2024 ", "12 March 2024, 10:30 pm", "12MAR2024",
    ],
)  # fmt: skip
def test_a_day(written):
    assert read_day(written) == DAY


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024", "2024"), ("2024-03", "2024-03"), ("2024/3", "2024-03"), ("March 2024", "2024-03"),
        ("Sept. 2024", "2024-09"), ("Sep-2024", "2024-09"), ("may 2024", "2024-05"),
    ],
)  # fmt: skip
def test_a_month_or_a_year_stays_one(written, read):
    assert read_day(written) == read


@pytest.mark.parametrize("written", ["12/03/2024", "12.03.2024", "12-3-2024"])
def test_two_days(written):
    assert read_day(written, "day") == DAY
    assert read_day(written, "month") == date(2024, 12, 3)
    with pytest.raises(WrongValue, match="may be two days") as refused:
        read_day(written)
    assert "--dayfirst or --monthfirst" in refused.value.do


@pytest.mark.parametrize(
    ("written", "advice"), [("25/03/2024", "--dayfirst"), ("03/25/2024", "--monthfirst")]
)
def test_one_day_in_an_order_that_nobody_gave(written, advice):
    with pytest.raises(WrongValue) as refused:
        read_day(written)
    assert advice in refused.value.do


@pytest.mark.parametrize(
    "written",
    [
        "31 February 2024", "2024-13-01", "2024-00", "soon", "12/03/24", "12 Foo 2024", "March",
        "0000-01-01", "12 Mayor 2024", "2024-03-12-01", "", "１２ March 2024x", "32/01/2024",
    ],
)  # fmt: skip
def test_no_day(written):
    with pytest.raises(WrongValue):
        read_day(written, "day")


def test_a_wrong_order_is_refused():
    with pytest.raises(WrongValue, match="no day"):
        read_day("25/03/2024", "month")


@pytest.mark.parametrize("written", ["45000", "45001.5"])
def test_the_number_that_a_spreadsheet_has_for_a_day(written):
    with pytest.raises(WrongValue, match="may be a spreadsheet's number") as refused:
        read_day(written)
    assert "format its column as dates" in refused.value.do
