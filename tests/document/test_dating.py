"""The day of a draft, and what "last month" means in it."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Checker, Claim, Verdict
from factcheck.document.dating import date_in, date_told
from factcheck.document.html import html_document
from factcheck.document.markdown import markdown_document
from factcheck.document.plain import plain_document
from factcheck.document.words import read

DAY = date(2024, 3, 10)


@pytest.mark.parametrize(("line", "wanted"), read()["dates"]["examples"])
def test_lines(line: str, wanted: str) -> None:
    assert date_in(f"A headline here\n\n{line}\n\nIt rained.") == (
        date.fromisoformat(wanted) if wanted else None
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2024-03-10T08:00:00+02:00", DAY),
        ("20240310", DAY),
        ("Sun, 10 Mar 2024 08:00:00 GMT", DAY),
        ("March 10, 2024", DAY),
        ("2024-13-10", None),
        ("10/03/2024", None),
        ("last week", None),
        ("", None),
    ],
)
def test_metadata(text: str, wanted: date | None) -> None:
    assert date_told(text) == wanted


def test_published_goes_before_updated() -> None:
    text = "Fire in Brome\n\nUpdated 12 March 2024\nPublished 10 March 2024\n\nIt burned."
    assert date_in(text) == DAY


def test_a_line_at_the_end() -> None:
    assert date_in("It burned. " * 2_000 + "\n\nLast updated: 10 March 2024") == DAY


def test_a_date_in_running_text_is_none() -> None:
    assert date_in("It burned.\n\nThe mill burned on 10 March 2024.") is None


PAGES = {
    "meta": '<meta property="article:published_time" content="2024-03-10T09:00Z">',
    "the most telling meta": '<meta name=date content=2020-01-01>'
    '<meta property="article:published_time" content="2024-03-10">',
    "JSON-LD": '<script type="application/ld+json">[{"datePublished": "2024-03-10"}]</script>',
    "time": "<p>By Ann</p><time datetime='2024-03-10'>Sunday</time>",
    "itemprop": "<time datetime=2020-01-01>x</time><b itemprop=datePublished content=2024-03-10>",
    "a line": "<p>Published 10 March 2024</p>",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_pages(page: str) -> None:
    assert html_document(f"<html><head></head><body>{page}<p>It burned.</p></body>").date == DAY


@pytest.mark.parametrize(
    "front",
    ["---\ndate: 2024-03-10\n---\n", "+++\ndate = 2024-03-10T08:00:00Z\n+++\n",
     "---\ntitle: x\ndate: 'March 10, 2024' # CET\n---\n", "Published 10 March 2024\n"],
)  # fmt: skip
def test_front_matter(front: str) -> None:
    assert markdown_document(f"{front}\nIt burned.\n").date == DAY


CHECKER = Checker(
    [
        Claim(id="feb", text="Exports of tea rose 4% in February 2024."),
        Claim(id="jan", text="Exports of tea rose 7% in January 2024."),
        Claim(id="fire", text="12 people died in a fire in Brome on 8 March 2024."),
        Claim(id="museum", text="In 2023 the museum had 40,000 visitors."),
    ]
)


@pytest.mark.parametrize(
    ("said", "verdict", "against"),
    [
        ("Exports of tea rose 4% last month.", Verdict.CONSISTENT, "feb"),
        ("Exports of tea rose 7% last month.", Verdict.CONFLICTING, "feb"),
        ("Last month exports of tea rose 5%.", Verdict.CONFLICTING, "feb"),
        ("The museum had 45,000 visitors last year.", Verdict.CONFLICTING, "museum"),
        ("On Friday 13 people died in a fire in Brome.", Verdict.CONFLICTING, "fire"),
    ],
)
@pytest.mark.parametrize("opening", ["BROME, 10 March 2024 — ", "10 March 2024\n\n"])
def test_last_month(opening: str, said: str, verdict: Verdict, against: str) -> None:
    document = plain_document(opening + said)
    assert document.date == DAY
    finding = CHECKER.reviewed(document).report.findings[-1]
    assert finding.verdict is verdict
    assert finding.citation is not None
    assert finding.citation.claim.id == against


def test_without_a_date_nobody_knows_which_month() -> None:
    finding = CHECKER.reviewed(
        plain_document("Exports of tea rose 7% last month.")
    ).report.findings[0]
    assert finding.verdict is Verdict.CONSISTENT
    assert any("last month" in note for note in finding.notes)


@pytest.mark.parametrize(
    "line",
    [
        "5 March 2024 10:15 " + "A" * 150 + "1",
        "10:15" + "AM" * 80 + " 5 March 2024",
        "5 March 2024 10:15" + " A" * 70 + "!",
        "By " + "A-" * 90 + "5 March 2024 x",
        "A, " * 60 + "5 March 2024 x",
    ],
)
def test_a_line_that_could_be_parted_in_too_many_ways(line: str) -> None:
    """Each took longer than anybody waits, or would without its bounds."""
    assert date_in(line) in (None, date(2024, 3, 5))
