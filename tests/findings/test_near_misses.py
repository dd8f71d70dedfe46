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
ROLES = [
    ("France expelled eight Russian envoys.", "Russia expelled eight French envoys.", "novel"),
    (
        "France expelled eight Russian envoys.",
        "Russia threw out eight envoys from France.",
        "novel",
    ),
    (
        "France expelled eight Russian envoys.",
        "France expelled nine Russian envoys.",
        "conflicting",
    ),
    ("Norway held 12 Danish trawlers.", "Denmark held 12 trawlers from Norway.", "novel"),
    ("Kardia expelled two Lorian envoys.", "Kardia expelled two envoys from Loria.", "consistent"),
]
STAGES = [
    (
        "In the Kilis Road camp 150 refugees remain.",
        "There were originally 150 refugees in the Kilis Road camp.",
        "novel",
    ),
    ("Nine lions remain in Kessel Park.", "Kessel Park originally had nine lions.", "novel"),
    ("Kessel Park had 12 lions.", "Kessel Park originally had 12 lions.", "consistent"),
    ("Kessel Park had 12 lions.", "Kessel Park initially had 14 lions.", "conflicting"),
    ("Kessel Park has nine lions left.", "Kessel Park originally had 12 lions.", "novel"),
]
EVENTS = [
    (
        "Lifeboats took nine people off the yacht.",
        "Lifeboats rescued six people from the yacht.",
        "conflicting",
    ),
    (
        "Crews lifted 30 hikers off the roof.",
        "Crews rescued 30 hikers from the roof.",
        "consistent",
    ),
    (
        "The fire in Orrin destroyed 61 houses.",
        "The fire in Orrin reduced 61 houses to ashes.",
        "consistent",
    ),
    (
        "The fire in Orrin destroyed 61 houses.",
        "The fire in Orrin left 80 houses in ashes.",
        "conflicting",
    ),
    ("The fire in Orrin damaged 61 houses.", "The fire in Orrin left 80 houses in ashes.", "novel"),
]

MEDALS = "France won 12 medals, Italy nine and Spain seven."
VOTE = "In Torvia the Reform Party took 34% of the vote, the Greens 21% and the Liberals 18%."
STAFF = "The north yard hired 60 welders, the south yard 25 and the dock nine."
GAPS = [
    (MEDALS, "Italy won 12 medals.", "conflicting"),
    (MEDALS, "Italy won nine medals.", "consistent"),
    (MEDALS, "Spain won nine medals.", "conflicting"),
    (MEDALS, "Spain won seven medals.", "consistent"),
    (MEDALS, "France won 12 medals.", "consistent"),
    (MEDALS, "France won seven medals.", "conflicting"),
    (MEDALS, "Norway won 12 medals.", "novel"),
    (VOTE, "In Torvia the Greens took 34% of the vote.", "conflicting"),
    (VOTE, "In Torvia the Greens took 21% of the vote.", "consistent"),
    (VOTE, "In Torvia the Reform Party took 34% of the vote.", "consistent"),
    (VOTE, "In Torvia the Liberals took 18% of the vote.", "consistent"),
    ("Kessel scored 14 goals, Varden ten.", "Varden scored ten goals.", "consistent"),
    ("Kessel scored 14 goals, Varden ten.", "Varden scored 14 goals.", "conflicting"),
    (STAFF, "The north yard hired 60 welders.", "consistent"),
]


RUN_OFF = "Ines Molnar defeated Karel Dusek in the run-off for mayor of Teplany."
SUBJECTS = [
    (RUN_OFF, "In Teplany's run-off for mayor Karel Dusek beat Ines Molnar.", "conflicting"),
    (RUN_OFF, "In Teplany's run-off for mayor Ines Molnar beat Karel Dusek.", "consistent"),
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


@pytest.mark.parametrize(("claim", "statement", "verdict"), GAPS)
def test_a_list_without_verbs_gives_each_its_own(claim: str, statement: str, verdict: str) -> None:
    assert worst(claim, statement) == verdict


@pytest.mark.parametrize(("claim", "statement", "verdict"), [*ROLES, *STAGES, *EVENTS, *SUBJECTS])
def test_who_did_what_and_when_in_its_course(claim: str, statement: str, verdict: str) -> None:
    assert worst(claim, statement) == verdict
