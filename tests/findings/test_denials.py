"""Denials, states and results in statements without figures."""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim

# Conflicting, whichever of the two is on file.
DENIED = [
    ("Parliament approved the budget.", "Parliament did not approve the budget."),
    ("Parliament approved the budget.", "Parliament didn't approve the budget."),
    ("Parliament approved the budget.", "Parliament has not approved the budget."),
    ("Parliament approved the budget.", "Parliament refused to approve the budget."),
    ("Parliament approved the budget.", "Parliament never approved the budget."),
    ("Parliament passed the law.", "Parliament refused to pass the law."),
    ("The mayor resigned.", "The mayor never resigned."),
    ("The mayor resigned.", "The mayor refused to resign."),
    ("The council adopted the plan.", "The council refused to adopt the plan."),
    ("The minister signed the order.", "The minister declined to sign the order."),
    ("The regulator licensed the vaccine.", "The regulator didn't license the vaccine."),
    ("The senate ratified the treaty.", "The senate failed to ratify the treaty."),
    ("The tenants left the building.", "The tenants refused to leave the building."),
    ("The striker scored.", "The striker never scored."),
    ("The factory is open.", "The factory is no longer open."),
    ("The plan was approved.", "The plan has yet to be approved."),
    ("The mayor has resigned.", "The mayor has yet to resign."),
    ("The road has reopened.", "The road has yet to reopen."),
    ("The trial has begun.", "The trial is still to begin."),
    ("The bill was passed.", "The bill has yet to be passed."),
]
STATES = [
    ("The drug is safe.", "The drug is not safe."),
    ("The drug is safe.", "The drug isn't safe."),
    ("The drug is safe.", "The drug is unsafe."),
    ("The museum is open on Mondays.", "The museum is closed on Mondays."),
    ("The road is passable.", "The road is impassable."),
    ("The vote was legal.", "The vote was illegal."),
    ("The hostage is alive.", "The hostage is dead."),
    ("The keeper is fit.", "The keeper is unfit."),
    ("The pool was full.", "The pool was empty."),
    ("The bridge is closed.", "The bridge is not closed."),
    ("The drug is safe for children.", "The drug is unsafe for children."),
]
OPPOSITES = [
    ("The union accepted the offer.", "The union turned down the offer."),
    ("The workers accepted the contract.", "The workers turned down the contract."),
    ("The court granted the appeal.", "The court dismissed the appeal."),
    ("The tribunal allowed the appeal.", "The tribunal rejected the appeal."),
    ("The judge granted the request.", "The judge dismissed the request."),
    ("The judge granted the motion.", "The judge denied the motion."),
]
RESULTS = [
    ("Norway beat Sweden.", "Sweden beat Norway."),
    ("Norway beat Sweden.", "Norway lost to Sweden."),
    ("India beat Pakistan.", "India was beaten by Pakistan."),
    ("Leeds defeated Hull.", "Hull defeated Leeds."),
    ("Smith defeated Jones in the primary.", "Jones defeated Smith in the primary."),
    ("Rovers saw off City.", "City beat Rovers."),
]
# Novel, whichever of the two is on file.
APART = [
    ("The mayor has yet to resign.", "The treasurer has resigned."),
    ("The trial is in phase 3.", "The trial is in phase 2."),
    ("Windows 10 is no longer supported.", "Windows 11 is no longer supported."),
    ("The vaccine entered phase 3 trials.", "The vaccine entered phase 2 trials."),
    ("Police raided 10 Downing Street.", "Police raided 11 Downing Street."),
    ("Parliament approved the treaty.", "Parliament approved the budget."),
    ("The council sold the stadium.", "The council sold the library."),
    ("The senate ratified the treaty.", "The senate ratified the appointment."),
    ("Russia captured the town of Vuhle.", "Ukraine captured the town of Vuhle."),
    ("Poland bought the ship.", "Ukraine bought the ship."),
    ("The strike has ended.", "The strike has begun."),
    ("Parliament passed the law.", "Parliament debated the law."),
    ("The hostage was alive.", "The hostage is dead."),
    ("The beach is clean.", "The beach is long."),
    ("India beat Pakistan.", "India beat Australia."),
    ("India beat Pakistan.", "India met Pakistan."),
    ("The firm sued the city.", "The city sued the firm."),
    ("The dog bit the postman.", "The postman bit the dog."),
    ("The museum is open on Mondays.", "The museum is closed on Sundays."),
    ("The museum is open on Mondays.", "The library is closed on Mondays."),
    ("Parliament approved the budget.", "The senate did not approve the budget."),
    ("She had options in the 2002-03 season.", "She had options in the 2001-02 season."),
]
# What is on file, and a statement that it supports.
SAID = [
    ("Parliament refused to approve the budget.", "Parliament did not approve the budget."),
    ("Parliament did not approve the budget.", "Parliament rejected the budget."),
    ("The mayor refused to resign.", "The mayor did not resign."),
    ("The city never built the bridge.", "The city did not build the bridge."),
    ("Exports fell.", "Exports did not rise."),
    ("The bridge is not open.", "The bridge is closed."),
    ("The bridge is closed.", "The bridge is not open."),
    ("India beat Pakistan.", "Pakistan lost to India."),
    ("India beat Pakistan.", "Pakistan was beaten by India."),
    ("Rovers beat City.", "City lost to Rovers."),
    ("The council not only approved the plan.", "The council approved the plan."),
]
# What is on file, and a statement that says more than that.
SAYS_MORE = [
    ("The mayor did not resign.", "The mayor refused to resign."),
    ("Exports did not rise.", "Exports fell."),
]


def verdict(claim: str, statement: str) -> str:
    return Checker([Claim(id="a", text=claim)]).check(statement).verdict


@pytest.mark.parametrize(("one", "other"), [*DENIED, *STATES, *OPPOSITES, *RESULTS])
def test_the_opposite_conflicts(one: str, other: str) -> None:
    assert verdict(one, other) == "conflicting"
    assert verdict(other, one) == "conflicting"


@pytest.mark.parametrize(("one", "other"), APART)
def test_another_thing_is_novel(one: str, other: str) -> None:
    assert verdict(one, other) == "novel"
    assert verdict(other, one) == "novel"


@pytest.mark.parametrize(("claim", "statement"), SAID)
def test_the_same_is_supported(claim: str, statement: str) -> None:
    assert verdict(claim, statement) == "consistent"


@pytest.mark.parametrize(("claim", "statement"), SAYS_MORE)
def test_a_denial_supports_no_more_than_it_says(claim: str, statement: str) -> None:
    assert verdict(claim, statement) == "novel"


@pytest.mark.parametrize("sentence", [s for pair in [*DENIED, *STATES] for s in pair])
def test_a_denial_supports_itself(sentence: str) -> None:
    assert verdict(sentence, sentence) == "consistent"
