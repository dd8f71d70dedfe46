"""What must not change a verdict: order, white space, quotes, spelling, digits or words."""

from __future__ import annotations

import re

import pytest

from factcheck import Checker, Claim, Report

# Two stores on everyday topics; the statements below hold all three verdicts.
CLAIMS = tuple(
    Claim(id=f"c{n:02}", text=text, source=source, date=date)
    for n, (text, source, date) in enumerate(
        [
            ("The harbour in Varde handled 1,200 ships in 2023.", "Port authority", "2024"),
            ("A fire at the Kessel paper mill injured 12 workers on Friday.", "Police", "2024-03"),
            ("Two workers were killed in the fire at the Kessel mill.", "Police", "2024-03"),
            ("The theatre in Orla sold 40,000 tickets last season.", "The theatre", "2024"),
            ("Unemployment in Norland fell from 6.2% to 5.8%.", "Statistics office", "2024"),
            ("About 3,000 people marched through Lund over the new labour law.", "Police", "2024"),
            ("The ferry Aurora is 120 metres long and weighs 9,000 tonnes.", "The yard", "2022"),
            ("The council will plant 600 trees in Brome.", "Brome council", "2024"),
            ("A third of pupils in Tarn walk to school.", "The ministry", "2023"),
            ("Rovers beat City 3-1 in the cup final.", "The league", "2024"),
            ("The defence ministry bought 30 grey armoured vehicles for €45 million.", "", "2024"),
            ("The aluminium works in Selby employs 800 people.", "The works", "2024"),
            ("The strike at the colour factory in Aalst lasted nine days.", "The union", "2024"),
            ("The neighbourhood programme in Este housed 70 families.", "The city", "2023"),
            ("Parliament in Norland approved the budget.", "The speaker", "2024"),
        ]
    )
)  # fmt: skip
IRRELEVANT = tuple(
    Claim(id=f"z{n}", text=text, source="The almanac")
    for n, text in enumerate(
        [
            "Volcanoes on Io erupt 400 times a century.",
            "The oldest oak of Dunmore is 900 years old.",
            "A violin has four strings.",
            "The comet passes every 76 years.",
            "Beekeepers in Carinthia keep 11,000 hives.",
        ]
    )
)
CHECKER = Checker(CLAIMS)

STATEMENTS = (
    "The harbour in Varde handled 1,200 ships in 2023.",
    "The harbour in Varde handled 1,500 ships in 2023.",
    "The harbour in Orla handled 1,200 ships in 2023.",
    "1,200 ships called at the harbour in Varde in 2023.",
    "The Kessel mill fire injured 12 workers.",
    "The Kessel mill fire injured 15 workers.",
    "More than 10 workers were injured in the Kessel mill fire.",
    "Fewer than 10 workers were injured in the Kessel mill fire.",
    "Two workers died in the fire at the Kessel mill.",
    "Five workers died in the fire at the Kessel mill.",
    "Two firefighters died in the fire at the Kessel mill.",
    "The theatre in Orla sold 40,000 tickets last season.",
    "The theatre in Orla sold 4,000 tickets last season.",
    "The theatre in Orla sold about 41,000 tickets last season.",
    "The theatre in Orla gave away 40,000 tickets last season.",
    "Unemployment in Norland fell to 5.8%.",
    "Unemployment in Norland fell to 5.2%.",
    "Unemployment in Norland was 6.2% before it fell.",
    "Unemployment in Sutland fell to 5.8%.",
    "Some 3,000 people marched through Lund.",
    "Some 9,000 people marched through Lund.",
    "Thousands marched through Lund over the new labour law.",
    "The ferry Aurora is 120 metres long.",
    "The ferry Aurora is 140 metres long.",
    "The ferry Aurora weighs 9,000 tonnes.",
    "The ferry Borealis is 120 metres long.",
    "The council will plant 600 trees in Brome.",
    "The council has planted 600 trees in Brome.",
    "The council will plant 60 trees in Brome.",
    "A third of pupils in Tarn walk to school.",
    "Half of pupils in Tarn walk to school.",
    "A third of teachers in Tarn walk to school.",
    "Rovers beat City 3-1 in the cup final.",
    "City beat Rovers 3-1 in the cup final.",
    "Rovers beat City 4-1 in the cup final.",
    "The defence ministry bought 30 grey armoured vehicles.",
    "The defence ministry bought 13 grey armoured vehicles.",
    "The defence ministry paid €45 million for 30 armoured vehicles.",
    "The defence ministry sold 30 grey armoured vehicles.",
    "The defence ministry sank 30 rusty barges.",
    "The aluminium works in Selby employs 800 people.",
    "The aluminium works in Selby employs 700 people.",
    "The strike at the colour factory in Aalst lasted nine days.",
    "The strike at the colour factory in Aalst lasted six days.",
    "The neighbourhood programme in Este housed 70 families.",
    "The neighbourhood programme in Este housed 90 families.",
    "Parliament in Norland approved the budget.",
    "Parliament in Norland rejected the budget.",
    "Nobody was killed in the fire at the Kessel mill.",
    "“Twelve workers were injured,” the Kessel mill's spokesman said of the fire.",
    "The theatre's season in Orla sold 40,000 tickets, the 'best ever'.",
)


def verdicts(report: Report) -> list[tuple[str, str | None]]:
    return [(str(f.verdict), f.citation.claim.id if f.citation else None) for f in report.findings]


def _known(statements: list[str] | tuple[str, ...], gaps: dict[str, str]) -> list[object]:
    """The statements as parameters, those of `gaps` expected to fail for its reason."""
    return [
        pytest.param(s, marks=pytest.mark.xfail(strict=True, reason=gaps[s])) if s in gaps else s
        for s in statements
    ]


# Known gaps, each with its cause; whoever closes one takes its line out.
_TAGS = "the tagger reads a word of the sentence differently"
STOP_MATTERS = {}
WRAPPING_MATTERS = {
    "Unemployment in Norland was 6.2% before it fell.": "a line that opens with a number splits",
}
AMERICAN_MATTERS: dict[str, str] = {}
NUMBER_MATTERS = {
    ("The Kessel mill fire injured 12 workers.", "Twelve"): _TAGS,
}

WANTED = {statement: verdicts(CHECKER.check(statement)) for statement in STATEMENTS}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_order_of_claims(statement: str) -> None:
    assert verdicts(Checker(reversed(CLAIMS)).check(statement)) == WANTED[statement]
    shuffled = Checker([*CLAIMS[1::2], *CLAIMS[::2]])
    assert verdicts(shuffled.check(statement)) == WANTED[statement]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_irrelevant_claims(statement: str) -> None:
    assert verdicts(Checker((*IRRELEVANT, *CLAIMS)).check(statement)) == WANTED[statement]


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("space", ["  ", "\u00a0", "\t", "\u2009"], ids=ascii)
def test_white_space(statement: str, space: str) -> None:
    spaced = f" {statement.replace(' ', space)}{space}"
    assert verdicts(CHECKER.check(spaced)) == WANTED[statement]


@pytest.mark.parametrize("statement", _known(STATEMENTS, WRAPPING_MATTERS))
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=ascii)
def test_a_wrapped_line(statement: str, end: str) -> None:
    at = statement.index(" ", len(statement) // 2)
    wrapped = f"{statement[:at]}{end}{statement[at + 1 :]}{end}"
    assert verdicts(CHECKER.check(wrapped)) == WANTED[statement]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_quotes(statement: str) -> None:
    for typographic, plain in ("“”", '""'), ("‘’", "''"):
        swapped = statement.translate(str.maketrans(typographic, plain))
        assert verdicts(CHECKER.check(swapped)) == WANTED[statement]
    curly = statement.replace("'", "’")
    assert verdicts(CHECKER.check(curly)) == WANTED[statement]


@pytest.mark.parametrize("statement", _known(STATEMENTS, STOP_MATTERS))
def test_without_the_full_stop(statement: str) -> None:
    assert verdicts(CHECKER.check(statement.rstrip("."))) == WANTED[statement]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_among_other_sentences(statement: str) -> None:
    """A neighbour's sentence has its own findings, and changes nobody else's."""
    neighbour = "The comet was seen again."
    found = CHECKER.check(f"{neighbour} {statement}")
    own = [f for f in found.findings if f.statement != neighbour]
    got = [(str(f.verdict), f.citation.claim.id if f.citation else None) for f in own]
    assert got == WANTED[statement]


WORDS = (
    ("12", "Twelve"), ("15", "fifteen"), ("Two", "2"), ("Five", "5"), ("600", "six hundred"),
    ("30", "thirty"), ("13", "thirteen"), ("800", "eight hundred"), ("70", "seventy"),
    ("90", "ninety"), ("nine", "9"), ("six", "6"), ("A third", "One in three"),
    ("A third", "One third"), ("Half", "50%"), ("5.8%", "5.8 percent"), ("5.8%", "5.8 per cent"),
    ("1,200", "1 200"), ("1,200", "1200"), ("1,200", "twelve hundred"),
    ("40,000", "forty thousand"),
    ("40,000", "40 thousand"), ("3,000", "three thousand"), ("9,000", "nine thousand"),
    ("€45 million", "45 million euros"), ("€45 million", "€45m"), ("€45 million", "EUR 45,000,000"),
    ("€45 million", "forty-five million euros"), ("140 metres", "0.14 km"),
    ("9,000 tonnes", "9 million kilograms"), ("3-1", "3–1"), ("3-1", "three goals to one"),
)  # fmt: skip


def _respelt() -> list[object]:
    found: list[object] = []
    for was, now in WORDS:
        for statement in STATEMENTS:
            if re.search(rf"(?<![\w.,]){re.escape(was)}(?![\w,])", statement):
                reason = NUMBER_MATTERS.get((statement, now))
                marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
                found.append(pytest.param(statement, was, now, marks=marks))
    return found


@pytest.mark.parametrize(("statement", "was", "now"), _respelt())
def test_spelling_of_numbers(statement: str, was: str, now: str) -> None:
    assert verdicts(CHECKER.check(statement.replace(was, now, 1))) == WANTED[statement]


BRITISH = {
    "metres": "meters", "harbour": "harbor", "theatre": "theater", "labour": "labor",
    "grey": "gray", "defence": "defense", "aluminium": "aluminum", "colour": "color",
    "neighbourhood": "neighborhood", "programme": "program", "armoured": "armored",
}  # fmt: skip


@pytest.mark.parametrize(
    "statement", _known([s for s in STATEMENTS if any(w in s for w in BRITISH)], AMERICAN_MATTERS)
)
def test_american_spelling(statement: str) -> None:
    american = statement
    for was, now in BRITISH.items():
        american = american.replace(was, now)
    assert verdicts(CHECKER.check(american)) == WANTED[statement]


def test_the_statements_hold_every_verdict() -> None:
    said = [verdict for found in WANTED.values() for verdict, _ in found]
    assert all(said.count(name) >= 8 for name in ("consistent", "conflicting", "novel"))
