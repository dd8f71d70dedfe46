"""The short cut past the rules of names: no number that a rule names is passed over by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.figures.codes import code
from factcheck.figures.identifiers import identifier
from factcheck.figures.label_lists import listed_labels
from factcheck.figures.scan import Scan
from factcheck.figures.vetoes import may_be_named
from factcheck.policy import Policy
from factcheck.text.tagger import LazyTags
from factcheck.text.tokens import tokenize

HERE = Path(__file__).parent
NEAR = (
    "She flew on a 747 to Rome.",
    "Take the 10 to the coast.",
    "Text 88222 to give five pounds.",
    "Her code was 1234.",
    "They live at 12 rue Lepic.",
    "It is on 97 fm all day.",
    "Dial 112 or 999.",
    "In verses 3 and 4 he repents.",
    "The committee of 100 met.",
)


def _texts() -> list[str]:
    files = [path for path in sorted(HERE.glob("*.jsonl")) if path.stem != "unread"]
    lines = [line for path in files for line in path.read_text("utf-8").splitlines()]
    return [*NEAR, *(json.loads(line)["text"] for line in lines)]


@pytest.mark.parametrize("rule", [listed_labels, code, identifier])
def test_no_named_number_is_passed_over(rule) -> None:  # type: ignore[no-untyped-def]
    missed = []
    for text in _texts():
        tokens = tokenize(text)
        scan = Scan(tokens, LazyTags(tokens.texts), Policy())
        missed += [
            (text, token)
            for i, token in enumerate(tokens.texts)
            if token[0].isdecimal() and not may_be_named(scan, i) and rule(scan, i)
        ]
    assert not missed
