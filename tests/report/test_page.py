"""The page of `--format html`: what is in it, without a browser; tests/browser opens it in one."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser

import pytest

from factcheck.document.base import Document
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage, Sort
from factcheck.editorial.review import Review
from factcheck.model import Claim, Hedge, Interval, Report, Span
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.model.place import Place
from factcheck.report.formats import Run
from factcheck.report.page.card import card_of, is_web
from factcheck.report.page.items import Item, items_of
from factcheck.report.page.number_line import WIDTH, number_line
from factcheck.report.page.passages import apart, rows_of
from factcheck.report.page.standing import Standing
from report import samples
from report.page_sample import DEBUNKED, HIDING, HOSTILE, page, review

VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "rect"}


class Reader(HTMLParser):
    """Reads a page: its elements, its ids, its text, and whether all that opens is closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.words = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] not in ("style", "script"):
            self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)


@pytest.fixture(scope="module")
def read():
    return Reader(page())


def items(one=None, **run):
    return items_of(one or review(), Run(**run), 1)


def test_the_page_is_well_formed_and_its_links_lead_somewhere(read):
    assert read.open == []
    ids = [given["id"] for _, given in read.elements if "id" in given]
    assert len(ids) == len(set(ids))
    links = [given["href"] for tag, given in read.elements if tag == "a" and "href" in given]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert [link for link in links if not link.startswith("#")] == ["https://news.az/article"] * 2


def test_nothing_is_loaded_and_only_the_page_s_own_style_and_script_run(read):
    assert not [tag for tag, _ in read.elements if tag in ("link", "img", "iframe", "object")]
    assert not [given for _, given in read.elements if {"src", "style", "onclick"} & set(given)]
    policy = next(g["content"] for _, g in read.elements if g.get("http-equiv"))
    text = page()
    for tag in ("style", "script"):
        (inline,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")


def test_hostile_text_is_shown_and_does_nothing(read):
    text = page()
    assert "<img" not in text
    assert text.count("<script>") == 1
    assert 'href="javascript' not in text
    assert HOSTILE in read.text
    assert DEBUNKED.url in read.text
    assert "<nk> & co.md" in read.text


def test_controls_and_bidi_overrides_are_made_visible(read):
    assert HIDING not in read.text
    assert "a␀b␛[31m \ufffdgnorw\ufffd \ufffd end" in read.text


def test_each_sort_of_passage_is_shown_as_such():
    rows = list(rows_of(review().document, items()))
    assert [row.sort for row in rows] == [
        Sort.HEADING, Sort.PROSE, Sort.PROSE, Sort.CAPTION, Sort.QUOTE, Sort.LIST, Sort.TABLE,
        Sort.NOTE, Sort.PROSE,
    ]  # fmt: skip
    assert [len(row.lines) for row in rows] == [1, 1, 1, 1, 1, 2, 2, 1, 1]
    assert [line.label for line in rows[6].lines] == ["Tanks, Kenya", "Tanks, Niger"]


def test_the_text_of_a_draft_is_all_there():
    one = review()
    shown = [
        "".join(piece.text for piece in line.pieces)
        for row in rows_of(one.document, items(one))
        for line in row.lines
    ]
    told = [(p.own or p.span).cut(one.document.text) for p in one.document.passages]
    assert shown == told


def test_every_item_stands_at_its_words_once():
    one = review()
    all_items = items(one)
    marked = [
        piece
        for row in rows_of(one.document, all_items)
        for line in row.lines
        for piece in line.pieces
        if piece.item
    ]
    assert [piece.text for piece in marked] == [piece.item.text for piece in marked]
    numbers = [piece.item.number for piece in marked]
    numbers += [item.number for item in apart(one.document, all_items)]
    assert sorted(numbers) == list(range(1, len(all_items) + 1))


def test_all_verdicts_are_told_apart():
    stood = {item.text: item.standing for item in items()}
    assert stood == {
        "": Standing.CHECK,
        "300": Standing.CONSISTENT,
        "500": Standing.CONFLICTING,
        "3,600": Standing.DISPUTED,
        "20": Standing.DEBUNKED,
        "5 percent": Standing.CONFLICTING,
        "€1.2 million": Standing.CONFLICTING,
        "A tenth": Standing.DOUBTFUL,
        "Monday, 3 March 2024": Standing.WITHIN,
    } | {"20": stood["20"]}
    assert {Standing.SUPERSEDED, Standing.DEBUNKED} <= {item.standing for item in items()}


def test_letters_and_labels_are_unlike():
    assert len({standing.letter for standing in Standing}) == len(Standing)
    assert len({standing.label for standing in Standing}) == len(Standing)


def test_a_figure_has_all_that_is_told_of_it_in_one_place():
    (five,) = [item for item in items() if item.text == "500"]
    assert five.codes == ("FC101", "FC201")
    assert five.severity is Severity.ERROR
    card = card_of(five, {Span(11, 14): 2})
    assert [one.number for one in card.elsewhere] == [2, 0]
    assert card.difference == "+200, 66.7% above the reference"
    assert [one.state for one in card.details] == [
        "omitted: only in the reference",
        "omitted: only in the reference",
        "matched",
    ]


def test_a_figure_held_against_the_draft_itself_says_so():
    told = samples.conflicting().findings[0]
    other = Claim("line 7", "Of them, 300 returned.", source="this draft")
    told = replace(told, citation=replace(told.citation, claim=other))
    one = Diagnostic(
        *("FC201", Severity.ERROR, "they disagree", "500", Span(0, 3), Place(1, 1)), finding=told
    )
    card = card_of(Item(1, Span(0, 3), "500", "1:1", told, (one,)), {})
    (there,) = card.references
    assert (there.label, there.before, there.figure) == ("elsewhere", "Of them, ", "300")
    assert card.drawing.told == "Number line: draft 500 and elsewhere 300 do not meet"


def test_what_is_suppressed_is_marked_and_not_dropped(read):
    (day,) = [item for item in items() if item.suppressed]
    assert day.text == "Monday, 3 March 2024"
    assert "suppressed by a comment in the draft: asked <the> desk" in read.text


def test_only_what_is_wanted_is_told():
    assert {item.severity for item in items(least=Severity.ERROR)} == {Severity.ERROR}
    assert Standing.CONSISTENT not in {item.standing for item in items(quiet=True)}


def test_the_coverage_of_all_drafts_closes_the_page():
    text = Reader(page(review("a.md"), review("b.md"), waiting=3, statistics=True)).text
    assert "16 figures in 2 drafts" in text
    assert "3 drafts of claims on file wait" in text
    assert "FC101 a figure conflicts with a reference that measures the same thing6\n" in text
    assert "<h2>Coverage" not in page(quiet=True)


def test_a_draft_without_text_and_a_run_without_drafts_have_a_page():
    empty = Review(Document("", (), Origin(""), "empty.md"), Report((), (), "empty.md"), ())
    assert "Nothing in it was read as text" in Reader(page(empty)).text
    from factcheck.report.formats import writer_of

    none = b"".join(writer_of("html")([], Run())).decode()
    assert "0 figures in 0 drafts" in Reader(none).text


def test_a_draft_is_handed_on_before_all_are_checked():
    from factcheck.report.formats import writer_of

    checked = []

    def reviews():
        for number in range(9):
            checked.append(number)
            yield review(f"{number}.md")

    for piece in writer_of("html")(reviews(), Run()):
        if b'id="h2"' in piece:
            break
    assert checked == [0, 1]


def test_the_page_is_the_same_every_time():
    assert page() == page()


def test_what_a_reader_left_out_of_a_line_is_dimmed_and_left_out_lines_are_counted():
    text = "---\ntitle: x\n---\n\nSee [it](http://a.example) now.\n"
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("See [it", " now.")]
    document = Document(text, tuple(map(Passage, spans)), Origin(text))
    (row,) = rows_of(document, [])
    assert row.left_out == 1
    assert [(piece.text, piece.aside) for piece in row.lines[0].pieces] == [
        ("See [it", False),
        ("](http://a.example)", True),
        (" now.", False),
    ]


def test_an_item_inside_another_keeps_its_mark():
    one = review()
    outer, inner = items(one)[2:4]
    outer = outer._replace(span=Span(outer.span.start, outer.span.start + 12))
    inner = inner._replace(span=Span(outer.span.start + 4, outer.span.start + 8))
    rows = rows_of(one.document, [outer, inner])
    pieces = [p for row in rows for line in row.lines for p in line.pieces if p.item]
    assert [(len(piece.text), piece.item.number) for piece in pieces] == [
        (12, outer.number),
        (0, inner.number),
    ]


@pytest.mark.parametrize(
    ("url", "web"),
    [
        ("https://a.example/x", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:", False),
        ("https:///x", False),
        ("https://a.example/x y", False),
        ("see the folder", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_links(url, web):
    assert is_web(url) is web


# ---------------------------------------------------------------- the number line


def fig(text, value, **more):
    return samples.figure(text, text, value, **more)


def test_two_values_lie_in_their_order():
    line = number_line(fig("65", 65), fig("72", 72))
    assert line.draft.is_point
    assert 0 < line.draft.low < line.reference.low < WIDTH
    assert line.told == "Number line: draft 65 and reference 72 do not meet"


def test_an_open_end_is_hollow_and_no_end_is_an_arrow():
    over = fig("8", 8, hedge=Hedge.MORE_THAN, interval=Interval(Fraction(8), None, low_open=True))
    line = number_line(fig("6", 6), over)
    assert (line.reference.low_end, line.reference.high_end) == ("open", "arrow")
    assert line.reference.high > line.reference.low
    assert "more than 8: > 8" in line.told


def test_units_share_one_axis():
    line = number_line(fig("20", 20, unit=samples.MILES), fig("32", 32, unit=samples.KM))
    assert line.draft.low > line.reference.low  # 20 miles are 32.19 km


def test_values_of_different_size_are_drawn_on_a_logarithmic_scale():
    line = number_line(fig("3", 3), fig("3 billion", 3 * 10**9))
    assert line.logarithmic
    assert not number_line(fig("0", 0), fig("9,000", 9000)).logarithmic
    huge = number_line(fig("3", 3), fig("many", 10**5000))
    assert huge.logarithmic
    assert huge.draft.low < huge.reference.low < WIDTH


def test_equal_values_lie_in_the_middle_and_meet():
    line = number_line(fig("65", 65), fig("65", 65))
    assert line.draft.low == line.reference.low == WIDTH / 2
    assert line.told.endswith("have values in common")


def test_what_has_no_axis_in_common_is_not_drawn():
    assert number_line(fig("5", 5, unit=samples.KM), fig("5", 5)) is None
    assert number_line(fig("5", 5), replace(fig("6", 6), direction=1)) is None
    score = replace(fig("3-1", 3), parts=(Fraction(3), Fraction(1)))
    assert number_line(score, score) is None
    anything = fig("some", None, interval=Interval(None, None))
    assert number_line(anything, anything) is None
