"""Statements near a reference: who bears a figure, in which mood, and in which role it is told."""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim

AGES = [
    ("The pianist Lena Brock, 34, won.", "Lena Brock, who is now 34, won.", "consistent"),
    ("The pianist Lena Brock, 34, won.", "Lena Brock, who is 31, won.", "conflicting"),
    ("Coach Ivo Pell, 58, has resigned.", "Ivo Pell is 58.", "consistent"),
    ("Coach Ivo Pell, 58, has resigned.", "Ivo Pell, who was 58, resigned.", "consistent"),
    ("Coach Ivo Pell's deputy, Jana Roth, is 44.", "Ivo Pell, who is 58, resigned.", "novel"),
]
MOODS = [
    (
        "The mayor denied that he had taken 300 tonnes of gravel.",
        "The mayor rejects claims that he took 300 tonnes of gravel.",
        "consistent",
    ),
    (
        "The ministry denied that 30 people had died in Orrin.",
        "The ministry dismissed reports that 30 people had died in Orrin.",
        "consistent",
    ),
    (
        "30 people died in Orrin.",
        "The ministry dismissed rumours that 30 people had died in Orrin.",
        "novel",
    ),
    (
        "The club rebutted allegations that it had sold 900 tickets twice.",
        "The club sold 900 tickets twice.",
        "novel",
    ),
    (
        "Analysts expect Sable Steel to cut 500 jobs.",
        "Analysts expect Sable Steel, which has 8,800 employees, to shed 750 jobs.",
        "conflicting",
    ),
    (
        "Sable Steel cut 500 jobs.",
        "Analysts expect Sable Steel, whose boss left in May, to shed 750 jobs.",
        "novel",
    ),
    ("In Orrin 120 homes have been rebuilt.", "In Orrin 150 homes are yet to be rebuilt.", "novel"),
    (
        "In Orrin 150 homes have not been rebuilt.",
        "In Orrin 120 homes have yet to be rebuilt.",
        "conflicting",
    ),
    (
        "Of the 900 pupils at Orrin High, 120 have yet to enrol.",
        "At Orrin High, 120 pupils have yet to enrol.",
        "consistent",
    ),
    ("Orrin High has 900 pupils.", "At Orrin High, 120 pupils have yet to enrol.", "novel"),
]
THINGS = [
    ("The Ludena metro opened on 2 June 2008.", "Ludena's tramway opened on 17 May 2025.", "novel"),
    (
        "The Ludena tramway opened on 2 June 2008.",
        "Ludena's tramway opened on 17 May 2025.",
        "conflicting",
    ),
    (
        "Sable plans to build 14 reactors by 2040.",
        "Sable has six reactors and intends to build 40 by 2040.",
        "conflicting",
    ),
]


def worst(claim: str, statement: str) -> str:
    return Checker([Claim(id="a", text=claim)]).check(statement).verdict


def of_last_number(claim: str, statement: str) -> str:
    findings = Checker([Claim(id="a", text=claim)]).check(statement).findings
    return findings[-1].verdict


@pytest.mark.parametrize(("claim", "statement", "verdict"), AGES)
def test_an_age_is_one_persons(claim: str, statement: str, verdict: str) -> None:
    assert worst(claim, statement) == verdict


@pytest.mark.parametrize(("claim", "statement", "verdict"), MOODS)
def test_a_figure_is_told_in_one_mood(claim: str, statement: str, verdict: str) -> None:
    assert of_last_number(claim, statement) == verdict


@pytest.mark.parametrize(("claim", "statement", "verdict"), THINGS)
def test_a_figure_is_of_one_thing(claim: str, statement: str, verdict: str) -> None:
    assert of_last_number(claim, statement) == verdict
