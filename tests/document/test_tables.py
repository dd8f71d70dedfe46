"""Tables as statements, and what is made of them against references."""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim, Verdict
from factcheck.document.html import html_document
from factcheck.document.markdown import markdown_document
from factcheck.document.origin import Piece
from factcheck.document.tables import Cell, measures, write_table
from factcheck.document.words import read
from factcheck.model import Span


def rows(text: str) -> list[list[Cell]]:
    return [[Cell(cell.strip()) for cell in line.split("|")] for line in text.split("\n")]


TABLES = {
    "heads of rows and columns": ("Country|Deaths|Injured\nKenya|1,200|3\nTotal|1,500|7",
        ["Deaths, Kenya: 1,200", "Injured, Kenya: 3", "Deaths, Total: 1,500", "Injured, Total: 7"]),
    "units go last": ("Year|Revenue ($m)\n2020|40", ["Revenue, 2020 ($m): 40"]),
    "years head the columns": ("Deaths|2022|2023\nKenya|10|20",
        ["Deaths, Kenya, 2022: 10", "Deaths, Kenya, 2023: 20"]),
    "a head that measures nothing": ("Country|2022|2023\nKenya|10|20",
        ["Kenya, 2022: 10", "Kenya, 2023: 20"]),
    "numbered rows": ("#|Country|Dead\n1|Kenya|10\n2|Chad|20",
        ["Dead, Kenya: 10", "Dead, Chad: 20"]),
    "two names": ("Date|Place|Dead\n3 March 2023|Kisumu|40", ["Dead, Kisumu, 3 March 2023: 40"]),
    "names with numbers": ("Place|Dead\nDistrict 9|40", ["Dead, District 9: 40"]),
    "numbered names": ("Country|Dead\n1. Kenya|40\n2 Chad|50\n9 de Julio|60",
        ["Dead, Kenya: 40", "Dead, Chad: 50", "Dead, 9 de Julio: 60"]),
    "no names": ("Dead|Hurt\n12 men|40", ["Dead: 12 men", "Hurt: 40"]),
    "no heads": ("Population|4,397,000\nArea|696 km2", ["Population: 4,397,000", "Area: 696 km2"]),
    "a cell of prose": ("Place|Dead|Note\nBrome|40|Twelve of the 40 were found next day by boats",
        ["Dead, Brome: 40", "Twelve of the 40 were found next day by boats"]),
    "empty cells": ("Place|Dead|Hurt\nBrome||40\nEste|–|", ["Hurt, Brome: 40"]),
    "a ragged row": ("Place|Dead\nBrome|40|50", ["Dead, Brome: 40", "Brome: 50"]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TABLES.values(), ids=TABLES)
def test_written(text: str, wanted: list[str]) -> None:
    written = write_table(rows(text), 7)
    assert [p.span.cut(" " * 7 + written.text) for p in written.passages] == wanted


def test_cells_that_span() -> None:
    table = [
        [Cell("", head=True), Cell("2022", head=True, columns=2), Cell("2023", head=True)],
        [Cell(word, head=True) for word in ("Country", "Dead", "Hurt", "Dead")],
        [Cell("Kenya", rows=2), Cell("1"), Cell("2"), Cell("3")],
        [Cell("4"), Cell("5"), Cell("6")],
    ]
    assert write_table(table, 0).text.splitlines() == [
        *("Dead, Kenya, 2022: 1", "Hurt, Kenya, 2022: 2", "Dead, Kenya, 2023: 3"),
        *("Dead, Kenya, 2022: 4", "Hurt, Kenya, 2022: 5", "Dead, Kenya, 2023: 6"),
    ]


def test_what_is_repeated_stands_nowhere() -> None:
    cells = [Cell("Brome", (Piece(0, 5, 0, 5),)), Cell("40", (Piece(0, 2, 9, 2),))]
    written = write_table([cells, [cells[0], Cell("50", (Piece(0, 2, 30, 2),))]], 100)
    assert [(p.start, p.source) for p in written.pieces] == [(107, 9), (117, 30)]
    assert [p.own for p in written.passages] == [Span(107, 109), Span(117, 119)]


@pytest.mark.parametrize(("head", "wanted"), read()["tables"]["examples"])
def test_heads_that_measure(head: str, wanted: bool) -> None:
    assert measures(head) is wanted


CHECKER = Checker(
    [
        Claim(id="kenya", text="1,200 people died in Kenya in 2023."),
        Claim(id="tea", text="Kenya exported 340 tonnes of tea in 2022."),
        Claim(id="jobless", text="The unemployment rate in Spain was 12.3% in March 2024."),
        Claim(id="revenue", text="The company's revenue was $45 million in 2021."),
    ]
)
SAME, OTHER, NOVEL = Verdict.CONSISTENT, Verdict.CONFLICTING, Verdict.NOVEL
JUDGED = {
    "|Country|Deaths|\n|-|-|\n|Kenya|1,200|": [SAME],
    "|Country|Deaths|\n|-|-|\n|Kenya|1,250|": [OTHER],
    "|Country|Deaths|\n|-|-|\n|Tanzania|1,250|": [NOVEL],
    "|Country|2022|2023|\n|-|-|-|\n|Deaths, Kenya|900|1,200|": [NOVEL, SAME],
    "|Country|Tea exports (tonnes)|\n|-|-|\n|Kenya|340|": [SAME],
    "|Year|Tea exports, Kenya (tonnes)|\n|-|-|\n|2022|350|\n|2021|350|": [OTHER, NOVEL],
    "|Country|Unemployment rate (%)|\n|-|-|\n|Spain|12.9|": [OTHER],
    "|Year|Revenue ($ million)|\n|-|-|\n|2021|45|": [SAME],
}


@pytest.mark.parametrize(("table", "wanted"), JUDGED.items(), ids=JUDGED)
def test_judged_with_row_and_column(table: str, wanted: list[Verdict]) -> None:
    found = CHECKER.reviewed(markdown_document(table)).report.findings
    assert [finding.verdict for finding in found] == wanted


def test_no_row_tells_of_the_next() -> None:
    table = "|Country|Deaths|\n|-|-|\n|Kenya|1,200|\n|Total|9,000|\n"
    total = CHECKER.reviewed(markdown_document(table)).report.findings[1]
    assert total.verdict is not OTHER


def test_a_table_that_lays_out_a_letter_is_prose() -> None:
    said = "word " * 60
    page = f"<table><tr><td>{said}<td>5 men came.</table><table><tr><td>6 men left.</table>"
    assert {p.sort.value for p in html_document(page).passages} == {"prose"}


def test_a_table_in_a_table_is_read_once_and_in_order() -> None:
    inner = "<table><tr><th>Town<th>Dead<tr><td>Brome<td>40</table>"
    document = html_document(f"<table><tr><td>Before 1.</td><td>{inner}After 2.</table>")
    said = [p.span.cut(document.text) for p in document.passages]
    assert said == ["Before 1.", "Dead, Brome: 40", "After 2."]


TOTALS = """| Country | 2022 | 2023 |
|---|---|---|
| Norway | 3.2% | 3.9% |
| Sweden | 7.5% | 7.7% |
| {} | 5% | 5.5% |
"""


@pytest.mark.parametrize("name", ["Total", "Average", "**Overall**"])
def test_a_total_is_none_of_its_parts(name: str) -> None:
    """It leaves out of what it is the total, and that is none of the rows above it."""
    checker = Checker([Claim("n", "Unemployment in Norway was 3.9% in 2023.")])
    draft = markdown_document(f"# Unemployment\n\n{TOTALS.format(name)}")
    verdicts = [f.verdict for f in checker.reviewed(draft).report.findings]
    assert verdicts.count(Verdict.CONSISTENT) == 1
    assert Verdict.CONFLICTING not in verdicts
    traces = [t.finding for e in checker.explained(draft) for t in e.figures]
    assert [t.verdict for t in traces if t] == verdicts


def test_a_total_is_held_against_a_total() -> None:
    checker = Checker([Claim("all", "Unemployment was 6.1% in 2023.")])
    draft = markdown_document(f"# Unemployment\n\n{TOTALS.format('Total')}")
    last = checker.reviewed(draft).report.findings[-1]
    assert last.verdict is Verdict.CONFLICTING
