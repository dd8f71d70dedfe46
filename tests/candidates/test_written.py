"""A claim read again is the claim that was written."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Claim
from factcheck.candidates.analysed import analysed
from factcheck.candidates.written import read_claim, written
from factcheck.model import StatedFigure

CLAIMS = (
    Claim(id="a", text="In 2019, 1,200 residents of Arlen were moved to safety.", source="Council"),
    Claim(id="b", text="Rents rose by a third to $2.5bn. It was 7% in 2020.", topic="Rents"),
    Claim(id="c", text="The match ended 3-1; more than 40% left early.", date=date(2020, 5, 1)),
    Claim(id="d", text="Nothing is told."),
    Claim(id="e", text="It sold 30 cars.", figures=(StatedFigure("30", counted="cars"),)),
)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_written_and_read_back(claim: Claim) -> None:
    read = analysed(claim)
    again = read_claim(written(read))
    assert again == read
    assert type(again.sentences[0]) is type(read.sentences[0])
