"""A quotation's figure is its speaker's, whichever sentence names him."""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim, Verdict
from factcheck.document.html import html_document
from factcheck.document.markdown import markdown_document
from factcheck.document.plain import plain_document

CHECKER = Checker(
    [
        Claim(id="dole", text="The rebels lost 40 men in Brome, Ann Dole said."),
        Claim(id="eck", text="The rebels lost 90 men in Brome, Carl Eck said."),
    ]
)
LOST = "The rebels lost 90 men in Brome"
DOLES = {
    "in the sentence": f"“{LOST},” Ann Dole said.",
    "turned round": f"“{LOST},” said Ann Dole.",
    "with a colon": f"Ann Dole said: “{LOST}.”",
    "in the sentence before": f"Ann Dole spoke on Monday. “{LOST}.”",
    "in the sentence behind": f"“{LOST}.” Ann Dole told reporters so on Monday.",
    "straight quotation marks": f'Ann Dole spoke on Monday. "{LOST}."',
    "two sentences": f"Ann Dole spoke on Monday. “{LOST}. They fled.”",
    "the second of two": f"Ann Dole spoke on Monday. “They fled. {LOST}.”",
}
OF_NOBODY = {
    "no quotation": f"Ann Dole spoke on Monday. {LOST}.",
    "nobody speaks": f"It rained on Monday. “{LOST}.”",
    "another paragraph": f"Ann Dole spoke on Monday.\n\n{LOST}.",
}


@pytest.mark.parametrize("text", DOLES.values(), ids=DOLES)
def test_the_speaker_decides_which_reference_does(text: str) -> None:
    (found,) = CHECKER.reviewed(plain_document(text)).report.findings
    assert found.verdict is Verdict.CONFLICTING
    assert found.citation is not None
    assert found.citation.claim.id == "dole"


@pytest.mark.parametrize("text", OF_NOBODY.values(), ids=OF_NOBODY)
def test_without_a_speaker_either_will_do(text: str) -> None:
    (found,) = CHECKER.reviewed(plain_document(text)).report.findings
    assert found.verdict is Verdict.CONSISTENT


def test_the_line_under_a_block_quotation() -> None:
    page = f"<blockquote><p>{LOST}.</p><footer>— Ann Dole, mayor</footer></blockquote>"
    for document in (html_document(page), markdown_document(f"> {LOST}.\n>\n> — Ann Dole\n")):
        (found,) = CHECKER.reviewed(document).report.findings
        assert found.citation is not None
        assert found.citation.claim.id == "dole"
