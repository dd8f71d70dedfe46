"""What a draft silences itself, and which of its comments are of no use."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.consistency.contradiction import Contradiction
from factcheck.document.base import Document, Mark
from factcheck.document.origin import Origin, Piece
from factcheck.document.passage import Passage, Sort
from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.settings import ReviewSettings
from factcheck.model import Report, Span
from factcheck.model.diagnostic import Severity, Silence
from factcheck.model.place import Place

FERRY = "The ferry carried {} passengers."
REFERENCES = ReviewSettings(within=False)  # the drafts here contradict themselves all the time


def body(*numbers):
    return "\n\n".join(FERRY.format(number) for number in numbers)


@pytest.fixture
def look(checker, draft):
    """Each diagnostic as "code text", with "-" before it where it is silenced."""

    def look(text, settings=REFERENCES):
        found = checker.reviewed(draft(text), settings).diagnostics
        return [f"{'-' if one.suppression else ''}{one.code} {one.text[:30]}" for one in found]

    return look


SCOPES = {
    "nothing": (body(65), ["FC101 65"]),
    "off": (f"<!-- factcheck off -->\n\n{body(65, 66)}", ["-FC101 65", "-FC101 66"]),
    "off and on": (
        f"<!-- factcheck off -->\n\n{body(65)}\n\n<!-- factcheck on -->\n\n{body(66)}",
        ["-FC101 65", "FC101 66"],
    ),
    "one rule on again": (
        f"<!-- factcheck off -->\n\n{body(65)}\n\n<!-- factcheck on FC101 -->\n\n{body(66)}",
        ["-FC101 65", "FC101 66"],
    ),
    "next paragraph": (
        f"<!-- factcheck ignore-next -->\n{body(65, 66)}",
        ["-FC101 65", "FC101 66"],
    ),
    "next with an empty line": (f"<!-- factcheck ignore-next -->\n\n{body(65)}", ["-FC101 65"]),
    "next heading": (
        "<!-- factcheck ignore-next FC101 -->\n# Ferry carried 65 passengers\n\n" + body(66),
        ["-FC101 65", "FC101 66"],
    ),
    "next paragraph of two lines, a link between": (
        "<!-- factcheck ignore-next -->\nThe [ferry](x) carried\n65 passengers.",
        ["-FC101 65"],
    ),
    "rest of the paragraph": (
        f"{FERRY.format(65)} <!-- factcheck ignore-next --> {FERRY.format(66)}",
        ["FC101 65", "-FC101 66"],
    ),
    "same line": (
        f"{FERRY.format(65)} <!-- factcheck ignore FC101 -->\n{FERRY.format(66)}",
        ["-FC101 65", "FC101 66"],
    ),
    "before it on the same line": (f"<!-- factcheck ignore --> {body(65)}", ["-FC101 65"]),
    "file": (f"{body(65)}\n\n<!-- factcheck ignore-file conflicting -->\n{body(66)}",
             ["-FC101 65", "-FC101 66"]),
    "sic": ("The ferry carried 65 passengers [sic].", ["-FC101 65"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SCOPES)
def test_scopes(look, name):
    text, expected = SCOPES[name]
    assert look(text) == expected


UNUSED = {
    "nothing broken": ("<!-- factcheck ignore-next -->\nIt rained.", "nothing in what comes next"),
    "another rule": (
        f"<!-- factcheck ignore-next FC101 FC102 -->\n{body(65)}",
        "no FC102 in what comes next",
    ),
    "alone on its line": (f"<!-- factcheck ignore -->\n{body(65)}", "nothing on its line"),
    "no off": ("<!-- factcheck on -->\nIt rained.", "switches on nothing"),
    "nothing comes": ("It rained.\n<!-- factcheck ignore-next FC101 -->", "no FC101"),
    "file": ("<!-- factcheck ignore-file -->\nIt rained.", "nothing in the draft"),
    "twice": (
        f"<!-- factcheck ignore-file FC101 -->\n<!-- factcheck ignore-file FC101 -->\n{body(65)}",
        "no FC101 in the draft",
    ),
    "covered by a nearer one": (
        f"<!-- factcheck off -->\n<!-- factcheck ignore-next FC101 -->\n{body(65)}",
        "nothing behind it",
    ),
}


@pytest.mark.parametrize("name", UNUSED)
def test_a_comment_that_could_go_is_told_of_at_its_place(checker, draft, name):
    text, message = UNUSED[name]
    document = draft(text)
    (unused,) = [d for d in checker.reviewed(document).diagnostics if d.code == "FC901"]
    assert message in unused.message
    assert unused.text.startswith("<!-- factcheck")
    assert unused.span.cut(text) == unused.text
    assert unused.place == document.origin.place(unused.span)
    assert unused.suppression is None


def test_the_reason_and_who_silenced_it_are_kept(checker, draft):
    text = f"<!-- factcheck ignore-next FC101: by phone -->\n{body(65)}"
    (one,) = checker.reviewed(draft(text)).diagnostics
    assert (one.suppression.by, one.suppression.reason) == (Silence.DIRECTIVE, "by phone")


def test_a_comment_not_understood_is_told_of_and_silences_nothing(look):
    assert look(f"<!-- factcheck ignore-nxt -->\n{body(65)}") == [
        "FC902 <!-- factcheck ignore-nxt -->", "FC101 65",
    ]  # fmt: skip


def test_comments_never_silence_what_is_said_of_comments(look):
    text = f"<!-- factcheck ignore-file -->\n<!-- factcheck of -->\n{body(65)}"
    assert "FC902 <!-- factcheck of -->" in look(text)


def test_settings_silence_what_is_said_of_comments(look):
    settings = ReviewSettings(severities={"FC901": None, "FC902": None})
    assert look("<!-- factcheck on -->\n<!-- factcheck of -->\nIt rained.", settings) == []


def test_a_comment_for_a_rule_that_is_switched_off_is_of_use(look):
    settings = ReviewSettings(severities={"FC101": None})
    assert look(f"<!-- factcheck ignore-next FC101 -->\n{body(65)}", settings) == []
    (unused,) = look("<!-- factcheck ignore-next FC101 -->\nIt rained.", settings)
    assert unused.startswith("FC901")


def test_nobody_knows_whether_a_comment_is_of_use_to_a_check_that_was_not_made(look):
    settings = ReviewSettings(within=False)
    assert look("<!-- factcheck ignore-file FC201 -->\nIt rained.", settings) == []
    assert look("<!-- factcheck ignore-file -->\nIt rained.", settings) == []
    assert look("<!-- factcheck ignore-file FC101 -->\nIt rained.", settings) != []


def test_a_severity_that_is_set_stays_set_beside_comments(checker, draft):
    settings = ReviewSettings(severities={"FC101": Severity.SUGGESTION, "FC106": None})
    text = f"<!-- factcheck ignore-next FC101 -->\n{body(65)}\n\nThe museum owns 340 clocks."
    (one,) = checker.reviewed(draft(text), settings).diagnostics
    assert (one.code, one.severity) == ("FC101", Severity.SUGGESTION)


SIC = {
    "The ferry carried 65 passengers [sic].": "65",
    "The ferry carried 65 passengers [Sic!].": "65",
    "The ferry carried 65 passengers (sic), he said.": "65",
    "The ferry carried sixty-five *[sic]* passengers.": "sixty-five",
    "“The ferry carried 65 passengers.” [sic]": "65",
    "The ferry carried “65 passengers” [sic].": "65",
    "The road is “65 km” [sic] long.": "65",
    "The ferry carried 65 [sic] passengers.": "65",
    "It is 65 km to Brelin [sic].": None,
    "The ferry carried 65 passengers to Berlin [sic].": None,
    "The ferry carried 65 passengers, said Mr Smiht [sic].": None,
    "The ferry carried 65 passengers. Smiht [sic] said so.": None,
    "The ferry carried 65 passengers. It was [sic] full.": None,
    "The musical ferry carried 65 passengers.": None,
}


@pytest.mark.parametrize("text", SIC)
def test_sic_is_for_the_figure_right_before_it(checker, draft, text):
    found = checker.reviewed(draft(text)).diagnostics
    silent = {d.text for d in found if d.suppression and d.suppression.by is Silence.SIC}
    assert silent == ({SIC[text]} if SIC[text] else set())
    assert any(d.code.startswith("FC1") for d in found)


def test_sic_is_for_the_nearest_figure_alone(checker, draft):
    text = "The ferry carried 65 passengers, 12 of them children [sic]."
    found = checker.reviewed(draft(text)).diagnostics
    assert [d.text for d in found if d.suppression] == ["12"]


@pytest.mark.parametrize("silenced", [0, 1])
def test_a_contradiction_is_silenced_at_either_place(silenced, draft):
    numbers = ["72 [sic]", "65"] if silenced else ["72", "65 [sic]"]
    text = body(*numbers)
    first, second = Span(18, 20), Span(text.index("65"), text.index("65") + 2)
    told = Contradiction("FC201", second, "they disagree", ((first, "the first"),))
    (one,) = diagnostics(draft(text), Report(), [told], ReviewSettings())
    assert one.suppression.by is Silence.SIC


def in_word(text, marks):
    """A document of a format without lines, its paragraphs one run each."""
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    pieces = [Piece(s, len(w), 0, len(w), n) for n, (s, w) in enumerate(zip(starts, lines))]  # noqa: B905
    holders = [Place(paragraph=n, run=1) for n in range(1, len(lines) + 1)]
    passages = tuple(Passage(Span(s, s + len(w))) for s, w in zip(starts, lines))  # noqa: B905
    return Document(text, passages, Origin(None, pieces, holders), marks=tuple(marks))


@pytest.mark.parametrize("verb", ["ignore", "ignore-next"])
def test_a_margin_comment_is_for_what_it_is_attached_to(checker, verb):
    text = f"{FERRY.format(65)}\n{FERRY.format(66)}"
    at = text.index("66")
    mark = Mark(f"factcheck {verb} FC101: phone", at, None, Span(at, at + 13))
    found = checker.reviewed(in_word(text, [mark]), REFERENCES).diagnostics
    assert [(d.text, d.suppression is not None) for d in found] == [("65", False), ("66", True)]


def test_a_margin_comment_of_no_use_is_told_of_where_it_is_attached(checker):
    mark = Mark("factcheck ignore FC101", 3, None, Span(3, 7))
    (one,) = checker.reviewed(in_word("It rained.\nA lot.", [mark])).diagnostics
    assert (one.code, one.text, str(one.place)) == ("FC901", "rain", "paragraph 1, run 1")
    assert "where it is attached" in one.message


def test_the_next_table_is_one_thing(checker):
    rows = "The ferry carried 65 passengers.\nThe ferry carried 66 passengers."
    middle = rows.index("\n") + 1
    passages = (
        Passage(Span(0, middle - 1), sort=Sort.TABLE),
        Passage(Span(middle, len(rows)), sort=Sort.TABLE),
    )
    document = Document(rows, passages, Origin(rows), marks=(Mark("factcheck ignore-next", 0),))
    found = checker.reviewed(document, REFERENCES).diagnostics
    assert [d.suppression is not None for d in found] == [True, True]


COMMENTS = st.sampled_from(
    [
        "<!-- factcheck off -->", "<!-- factcheck on -->", "<!-- factcheck off FC101 -->",
        "<!-- factcheck on FC101 -->", "<!-- factcheck ignore -->",
        "<!-- factcheck ignore-next -->",
        "<!-- factcheck ignore-file FC106 -->", "<!-- factcheck bye -->",
        "The ferry carried 65 passengers.", "The ferry carried 72 passengers.", "\n", "\n\n",
        "The museum owns 340 clocks [sic].",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(COMMENTS, max_size=12))
def test_comments_mark_and_never_drop_or_add_figures(checker, draft, parts):
    text = " ".join(parts)
    document = draft(text)
    plain = checker.reviewed(replace(document, marks=())).diagnostics
    marked = checker.reviewed(document).diagnostics
    figures = [d for d in marked if not d.code.startswith("FC9")]
    assert [(d.code, d.span) for d in figures] == [(d.code, d.span) for d in plain]
    for one in marked:
        assert one.span.cut(text) == one.text
        assert one.fingerprint


@settings(deadline=None)
@given(st.lists(COMMENTS, max_size=12))
def test_without_the_unused_comments_the_same_is_silenced(checker, draft, parts):
    text = " ".join(parts)
    first = checker.reviewed(draft(text)).diagnostics
    unused = [d.span for d in first if d.code in ("FC901", "FC902") and "no " not in d.message]
    for span in reversed(unused):
        blank = " " * (span.end - span.start)
        text = text[: span.start] + f"<!--{blank[7:]}-->" + text[span.end :]
    second = checker.reviewed(draft(text)).diagnostics
    keep = [(d.code, d.span, bool(d.suppression)) for d in first if d.code < "FC9"]
    assert [(d.code, d.span, bool(d.suppression)) for d in second if d.code < "FC9"] == keep


def test_many_comments_take_time_in_proportion(draft):
    """Thousands of comments over as many diagnostics are no reason to wait."""
    text = "65 " * 6_000
    marks = [Mark("factcheck ignore-file", n) for n in range(0, 6_000, 2)]
    marks += [Mark("factcheck ignore-next FC201", n) for n in range(1, 6_000, 2)]
    marks.sort(key=lambda mark: mark.at)
    spans = [Span(n, n + 2) for n in range(0, 18_000, 3)]
    document = Document(text, (Passage(Span(0, len(text))),), Origin(text), marks=tuple(marks))
    told = [Contradiction("FC201", span, "wrong") for span in spans]
    before = time.process_time()
    found = diagnostics(document, Report(), told, ReviewSettings())
    assert time.process_time() - before < 5
    assert sum(d.suppression is not None for d in found) == len(spans)


@pytest.mark.parametrize("rule", ["FC101", "FC102"])
def test_where_the_text_is_not_the_original_lines_are_those_of_the_original(checker, rule):
    comment = f"<!-- factcheck ignore {rule} -->"
    first, second = FERRY.format(65), FERRY.format(66)
    original = f"<p>{first}</p> {comment}\n<p>{second}</p>"
    text = f"{first}\n\n{second}"
    starts = [original.index(first), original.index(second)]
    pieces = [
        Piece(0, len(first), starts[0], len(first)),
        Piece(len(first) + 2, len(second), starts[1], len(second)),
    ]
    at = original.index(comment)
    mark = Mark(comment[5:-4], len(first) + 2, Span(at, at + len(comment)))
    passages = (Passage(Span(0, len(first))), Passage(Span(len(first) + 2, len(text))))
    document = Document(text, passages, Origin(original, pieces), marks=(mark,))
    found = checker.reviewed(document).diagnostics
    silent = [d.text for d in found if d.suppression and d.code == "FC101"]
    unused = [d for d in found if d.code == "FC901"]
    assert silent == (["65"] if rule == "FC101" else [])
    assert [Span(*d.place.span).cut(original) for d in unused] == [comment] * (rule == "FC102")
    assert [d.text for d in unused] == [""] * (rule == "FC102")
