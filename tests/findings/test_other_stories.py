"""Claims of other stories, which share an everyday event with a statement and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Checker, Claim

# statement, references, verdict
STORIES = [
    # two strangers show that the event is an everyday one
    (
        "No flight was cancelled during the heatwave.",
        [
            "Telka Air cancelled 77 flights because of a power cut.",
            "Snow made Orion drop 9 flights.",
        ],
        "novel",
    ),
    (
        "The strike at the brewery was joined by 120 drivers.",
        [
            "Lumo Foods has 2.2 million subscribers.",
            "13,000 students are enrolled at Arden college.",
        ],
        "novel",
    ),
    # one alone may only give the name that the statement leaves out
    ("The heatwave killed 40 people.", ["40 people died in Arden."], "consistent"),
    # names of the sentence's other figures are those of its story
    (
        "Of the 318 people infected in Jarl, 57 are in hospital.",
        ["90 people are in hospital in Orsa."],
        "novel",
    ),
    (
        "The Orpheum sold 64,000 tickets, and takings have hit £4.1 million.",
        ["Takings at Minaro rose to £35 million."],
        "novel",
    ),
    # what a thing is for, before it and behind it
    ("The hospice appeal raised £40,000.", ["An appeal for the lifeboat raised £55,000."], "novel"),
    ("An appeal for the lifeboat raised £4,000.", ["The hospice appeal raised £5,000."], "novel"),
    ("The bridge contract is worth $4m.", ["The contract for the tunnel is worth $6m."], "novel"),
    ("The school budget was cut by 8%.", ["The budget for roads was cut by 6%."], "novel"),
    (
        "The petition against the airport drew 400 names.",
        ["The hospital petition drew 600 names."],
        "novel",
    ),
    (
        "The lifeboat appeal raised £4,000.",
        ["An appeal for the lifeboat raised £5,000."],
        "conflicting",
    ),
    (
        "The bridge contract is worth $4m.",
        ["The contract for the bridge is worth $6m."],
        "conflicting",
    ),
    # what a phrase is about
    (
        "By 135 votes to 67, the tax bill was passed by the Pakistani parliament.",
        ["By 112 votes to 28, the asylum bill was passed by the Pakistani parliament."],
        "novel",
    ),
    # ends of a way
    ("Denmark has sent 400 soldiers to Greenland.", ["Denmark sent 90 soldiers to Mali."], "novel"),
    (
        "100 people were expelled from Tanzania to Egypt.",
        ["Portugal expelled 87 to Egypt."],
        "novel",
    ),
    # nobody is aged two hours
    (
        "Ann Lee, 82, ran in Orsa.",
        ["Ann Lee ran the Orsa marathon in 2 hours 37 minutes."],
        "novel",
    ),
    # Roman coins are not of the city
    (
        "Archaeologists at Vindra found 65 Roman coins.",
        ["Archaeologists near Rome found 34 coins."],
        "novel",
    ),
]


@pytest.mark.parametrize(("statement", "references", "verdict"), STORIES)
def test_other_stories(statement: str, references: list[str], verdict: str) -> None:
    claims = [
        Claim(id=f"r{n}", text=text, source=f"Source {n}", date=date(2024, 3, 1 + 9 * n))
        for n, text in enumerate(references)
    ]
    assert str(Checker(claims).check(statement).verdict) == verdict


# statement, reference, its date, verdict
DATED = [
    ("A leak spilled 27 barrels in 2013.", "A leak spilled 90 barrels last year.", 2021, "novel"),
    (
        "A leak spilled 27 barrels in 2020.",
        "A leak spilled 90 barrels last year.",
        2021,
        "conflicting",
    ),
    ("Two ministers quit in 2005.", "Four ministers quit on Friday.", 2021, "novel"),
    ("Two ministers quit in 2021.", "Four ministers quit on Friday.", 2021, "conflicting"),
    ("Two ministers quit in 2005.", "Four ministers quit.", 2021, "novel"),
    ("Two ministers quit in 2021.", "Four ministers quit.", 2021, "conflicting"),
    ("Two ministers quit.", "Four ministers quit on Friday.", 2021, "conflicting"),
]


@pytest.mark.parametrize(("statement", "reference", "year", "verdict"), DATED)
def test_dates_by_the_day_of_the_claim(
    statement: str, reference: str, year: int, verdict: str
) -> None:
    claim = Claim(id="r", text=reference, source="Paper", date=date(year, 6, 14))
    assert str(Checker([claim]).check(statement).verdict) == verdict
