"""The sentence splitter: a table of our own, the examples in the data, and properties."""

from __future__ import annotations

import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.abbreviations import FILE
from factcheck.text.sentences import sentences

# A bar stands where a sentence ends; it is taken out of the text before the test.
TABLE = [
    "One line without a stop",
    "They said no.| Then they left.",
    "It was No. 5 at 6.05 a.m. today.| He went.",
    "It ended at 5 p.m.| The crowd left.",
    "It ended at 5 p.m. on Monday.",
    "It ends at 6 p.m. GMT.| Doors open at 5 p.m. Monday.",
    "Gen. Smith met J. Doe of Acme Inc. in the U.S. Army.",
    "He left the U.S.| The rest stayed.",
    "The U.S. President spoke.| U.S. sales rose.",
    "George W. Bush won.",
    "It is vitamin C.| It helps.",
    "There was no plan B.| They left.",
    "The second part ( Vol . 2 ) sold well .| The third did not .",
    '"Stop!" Smith said.',
    '"Will it hold?" the mayor asked.',
    '"Will it?"| Nobody knew.',
    '"It is over.| We won," he said.',
    "“It is over.”| He left.",
    "(He left.)| Then she left.",
    "It fell (see p. 5.) and rose.",
    "He spoke (at 5 p.m.) and left.",
    "Wait... what?| Well...| The end.",
    "He paused … and left.",
    "Dots. . .| And more.",
    "Killed.[12]| The next was hurt.",
    "Killed.[1][2]| Others fled.",
    "He left.|Then she left.",
    "Visit example.com now.| See www.example.org. ",
    "iPhone sales fell.| iPhone prices rose.",
    "It cost $3.5m.| About 4.5 per cent.| 12 died.| £3 was lost.",
    "What?!| No!!!| Yes.",
    "It had 5 in. of rain.| It ran 5 km.| Then it stopped.",
    "No. 10 is closed.| The answer is No.| He left.",
    "It fell on 3 Dec.| They wept.| On Dec. 5 it rose.",
    "Sen. John Doe (R., Texas) spoke.| Rep. Roe did not.",
    "The case, Roe v. Wade, ended.| It was long.",
    "He works for Acme Inc.| The firm grew.",
    "Acme Inc. Chairman Jo Doe quit.",
    "He bought pens, paper, etc.| The rest was free.",
    "Martin Luther King Jr. Day is in Jan. this year.",
    "They sat.| Then they stood.",
    "It is in The Sun.| They bought it.",
    "It opens on Sat. 12 May.",
    "e.g. this and i.e. that.| Next.",
    "He lives on Main St. near the park.",
    "日本。|中国。",
    "¿Qué?| ¡No!",
    "It rose to 1,500.| 2,000 were hurt.",
    "He was born in 1990.| He died in 2020.",
    "Rain fell; wind rose: it was bad.",
    "The result: 3-1.| The next: 2-0.",
    "A line\nthat goes on\nand on.| Next.",
    "Yu said that\nKim was there.",
    "Headline of the Day\n|The body text is a great deal longer than its headline is, and goes on.",
    "FIVE DIE IN BLAST\n|Five people were killed.",
    "First.\n\n|Second.",
    "First\n \t\n|Second",
    "First.\r\n\r\n|Second\r\nline.",
    "First\u2029\u2029|Second",
    "Col A\tCol B",
    "  padded  ",
    "Ends with quote.'| 'Begins with one.",
    "Mr. and Mrs. Doe left at 9. They ran.".replace("9. ", "9.| "),
    "Prices rose 5%.| Wages fell.",
    "The minister (aged 50).| He quit.",
    "It was 38 °C.| It was hot.",
]


def _split(marked: str) -> tuple[str, list[str]]:
    return marked.replace("|", ""), [" ".join(part.split()) for part in marked.split("|")]


@pytest.mark.parametrize("marked", TABLE)
def test_table(marked: str) -> None:
    text, parts = _split(marked)
    assert [" ".join(span.cut(text).split()) for span in sentences(text)] == parts


MARKERS = [
    ("- one item\n- two items\n  wrapped", ["one item", "two items\n  wrapped"]),
    ("• 5 dead\n• 6 hurt", ["5 dead", "6 hurt"]),
    ("1. First.\n2. Second.", ["First.", "Second."]),
    ("(a) one\n(b) two", ["one", "two"]),
    ("# Title\nText here.", ["Title", "Text here."]),
    ("The toll:\n- 5 dead\n- 6 hurt\nMore text", ["The toll:", "5 dead", "6 hurt\nMore text"]),
    ("> Quoted text.", ["Quoted text."]),
    ("5)", ["5)"]),
    ("-", ["-"]),
    ("- ", ["-"]),
]


@pytest.mark.parametrize(("text", "parts"), MARKERS)
def test_lists_and_headings(text: str, parts: list[str]) -> None:
    assert [span.cut(text) for span in sentences(text)] == parts


def _examples(kind: str) -> list[str]:
    table = tomllib.loads(FILE.read_text("utf-8"))
    return [text for entry in table.values() for text in entry.get(kind, ())]


@pytest.mark.parametrize("text", _examples("examples"))
def test_abbreviations_end_no_sentence(text: str) -> None:
    assert len(sentences(text)) == 1


@pytest.mark.parametrize("text", _examples("negatives"))
def test_words_like_abbreviations_end_sentences(text: str) -> None:
    assert len(sentences(text)) == 2


def test_no_text() -> None:
    assert sentences("") == ()
    assert sentences(" \n\t\r\n") == ()


ODD = st.text(alphabet=st.sampled_from("aBc.!?\"'()[]1-•# \n\r\t\u2028\u2029…”’。No")) | st.text()


@given(ODD)
def test_spans_are_in_order_and_trimmed(text: str) -> None:
    end = 0
    for span in sentences(text):
        assert end <= span.start < span.end <= len(text)
        assert span.cut(text) == span.cut(text).strip()
        end = span.end


@given(st.text(alphabet=st.sampled_from("aBc.!?\"'() \nNo5")))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    """There is no list marker in this alphabet but a number with a bracket or stop."""
    covered = "".join("".join(span.cut(text).split()) for span in sentences(text))
    letters = [char for char in text if char in "!?\"'"]
    assert [char for char in covered if char in "!?\"'"] == letters


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        '"',
        "(",
        '."',
        ". ",
        ". .",
        ".(a ",
        "a.b. ",
        "\n",
        "x\n",
        "- ",
        "1) ",
        ".[1]",
        "No. ",
        " ",
    ],
)
def test_long_runs(piece: str) -> None:
    text = piece * 200_000
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
