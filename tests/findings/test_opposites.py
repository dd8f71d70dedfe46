"""Opposite verbs in statements without figures: what denies a reference, and what only reverses it.

Both of a reversal may have happened: soldiers who returned home were sent before.
"""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim

CONTRADICT = [
    ("Parliament approved the budget.", "Parliament rejected the budget."),
    ("The union accepted the pay deal.", "The union refused the pay deal."),
    ("Exports to Japan rose.", "Exports to Japan fell."),
    ("The council lifted the ban on barbecues.", "The council imposed the ban on barbecues."),
    ("Rovers won the match.", "Rovers lost the match."),
    ("The museum opened a branch in Lyon.", "The museum closed a branch in Lyon."),
    ("The jury convicted the mayor.", "The jury acquitted the mayor."),
    ("The senator voted for the bill.", "The senator voted against the bill."),
    ("The court upheld the ruling.", "The court overturned the ruling."),
    ("The government raised the tariff.", "The government cut the tariff."),
    ("The village lost power.", "The village regained power."),
    ("The ministry granted asylum to the family.", "The ministry denied asylum to the family."),
    ("The pupils passed the exam.", "The pupils failed the exam."),
    ("The team was promoted.", "The team was relegated."),
    ("The crew accepted the pay offer.", "The crew did not accept the pay offer."),
]
REVERSE = [
    ("North Korea has sent soldiers.", "Soldiers returned home."),
    ("North Korea has sent soldiers.", "North Korean soldiers returned home."),
    ("The delegation arrived in Geneva.", "The delegation left Geneva."),
    ("The delegation arrived in Geneva.", "The delegation departed from Geneva."),
    ("The passengers boarded the ferry.", "The passengers got off the ferry."),
    ("The country mobilised its reservists.", "The country demobilised its reservists."),
    ("The rebels captured the pilot.", "The rebels freed the pilot."),
    ("Police arrested the driver.", "Police released the driver."),
    ("The storm damaged the pier.", "The council repaired the pier."),
    ("The firm hired drivers.", "The firm laid off drivers."),
    ("The president appointed the minister.", "The president dismissed the minister."),
    ("The farmers planted the wheat.", "The farmers harvested the wheat."),
    ("The crew loaded the ship.", "The crew unloaded the ship."),
    ("The troops entered the town.", "The troops left the town."),
    ("The council built the hall.", "The council demolished the hall."),
    ("The city bought the stadium.", "The city sold the stadium."),
    ("The club signed the striker.", "The club released the striker."),
]


def verdict(claim: str, statement: str) -> str:
    return Checker([Claim(id="a", text=claim)]).check(statement).verdict


@pytest.mark.parametrize(("claim", "statement"), CONTRADICT)
def test_a_contradiction_turns_a_statement_round(claim: str, statement: str) -> None:
    assert verdict(claim, statement) == "conflicting"
    assert verdict(statement, claim) == "conflicting"


@pytest.mark.parametrize(("claim", "statement"), REVERSE)
def test_a_reversal_says_nothing_of_what_it_reverses(claim: str, statement: str) -> None:
    assert verdict(claim, statement) == "novel"
    assert verdict(statement, claim) == "novel"
