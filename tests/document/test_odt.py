"""OpenDocument texts: what is read, and where in their runs it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from xml.etree import ElementTree

import pytest
from office_files import odt, unzipped

from factcheck.document.base import Document
from factcheck.document.odt import read
from factcheck.document.passage import Sort
from factcheck.model import Span

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def read_body(body: str, styles: str = "", **others: str) -> Document:
    return read(odt(body, styles, **others), "draft.odt")


def para(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def table(rows: list[list[str]]) -> str:
    told = (
        "".join(f"<table:table-cell>{para(cell)}</table:table-cell>" for cell in row)
        for row in rows
    )
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in told)
    return f"<table:table>{inner}</table:table>"


def told(document: Document) -> list[str]:
    return [passage.span.cut(document.text) for passage in document.passages]


def runs(paragraph: ElementTree.Element) -> list[str]:
    """The runs of a paragraph, found without the reader: text between spans and links."""
    found = [""]

    def walk(element: ElementTree.Element) -> None:
        found[-1] += element.text or ""
        for child in element:
            if child.tag == f"{_TEXT}s":
                found[-1] += " " * int(child.get(f"{_TEXT}c", "1"))
            elif child.tag in _SIGNS:
                found[-1] += _SIGNS[child.tag]
            else:
                found.append("")
                walk(child)
                found.append("")
            found[-1] += child.tail or ""

    walk(paragraph)
    return [text for text in found if text]


@cache
def body_of(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(unzipped(data)["content.xml"])[1][0]


def cut_out(data: bytes, document: Document, span: Span) -> str:
    """What the original says at the places of a span."""
    body = body_of(data)
    parts: list[str] = []
    for piece in document.origin.pieces(span):
        own = Span(max(span.start, piece.start), min(span.end, piece.start + piece.length))
        place, within = document.origin.place(own), body
        if place.part:
            number, row, cell = (int(part.split()[-1]) for part in place.part.split(", "))
            within = body.findall(f"{_TABLE}table")[number - 1].findall(f"{_TABLE}table-row")[
                row - 1
            ]
            within = within.findall(f"{_TABLE}table-cell")[cell - 1]
        assert place.paragraph is not None and place.run is not None
        text = runs(within.findall(f"{_TEXT}p")[place.paragraph - 1])[place.run - 1]
        parts.append(document.origin.span(own).cut(text))
    return "".join(parts)


TEXTS = {
    "one run": "The ferry carried 72 passengers.",
    "split runs": "The ferry carried <text:span>7</text:span>2 pass<text:span>engers</text:span>.",
    "emoji": "👍🏽 The 👩‍👩‍👧 ferry carried 72 passengers.",
    "combining marks": "Le cafe\u0301 e\u0323\u0302 carried 72 passengers.",
    "tabs and breaks": "The<text:tab/>ferry<text:line-break/>carried 72<text:tab/>passengers.",
    "blanks": "The<text:s text:c='3'/> ferry   carried\n  72 passengers.",
    "entities": "Tom &amp; Ann &#x1F44D; carried 72 passengers.",
    "links": "It <text:a>carried <text:span>7</text:span>2</text:a> passengers.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_figure_is_found_in_the_runs_of_the_original(text: str) -> None:
    data = odt(para("A headline that says little") + para("") + para(text))
    document = read(data, "draft.odt")
    at = document.text.index("72")
    assert cut_out(data, document, Span(at, at + 2)) == "72"
    assert document.origin.place(Span(at, at + 2)).paragraph == 3
    assert document.origin.original is None


def test_every_value_of_a_long_table_is_found_in_the_original() -> None:
    rows = [
        ["Country", "Deaths"],
        *(["Land 👍", f"{n},<text:span>{n}</text:span>00"] for n in range(300)),
    ]
    data = odt(para("Many &amp; few<text:tab/>12") + table(rows))
    document = read(data, "draft.odt")
    assert len(document.passages) == 301
    for passage in document.passages:
        span = passage.own or passage.span
        assert cut_out(data, document, span) == span.cut(document.text)


def test_blanks_are_one() -> None:
    document = read_body(para("\n  It   took <text:span> 72</text:span>\n days.  "))
    assert told(document) == ["It took 72 days."]


def test_tracked_deletions_are_not_read_and_insertions_are() -> None:
    gone = "<text:p>65</text:p>"
    for around in ("deletion", "changed-region", "tracked-changes"):
        gone = f"<text:{around}>{gone}</text:{around}>"
    text = "It took <text:change/><text:change-start/>72<text:change-end/> days."
    assert told(read_body(gone + para(text))) == ["It took 72 days."]


STYLES = (
    '<style:style style:name="T1" style:family="text"><style:text-properties {}/></style:style>'
)


@pytest.mark.parametrize(
    ("properties", "read_as"),
    [
        ('text:display="none"', "It took 72 days."),
        ('text:display="true"', "It took 721 days."),
        ('style:text-position="super 58%"', "It took 72¹ days."),
        ('style:text-position="33% 58%"', "It took 72¹ days."),
        ('style:text-position="-33% 58%"', "It took 721 days."),
        ('style:text-position="0% 100%"', "It took 721 days."),
    ],
)
def test_hidden_and_raised_text(properties: str, read_as: str) -> None:
    text = para('It took 72<text:span text:style-name="T1">1</text:span> days.')
    assert told(read_body(text, STYLES.format(properties))) == [read_as]


def test_hidden_sections_and_paragraphs() -> None:
    section = '<text:section text:display="none">{}</text:section>'.format(para("Not 5."))
    hidden = para('<text:hidden-paragraph text:is-hidden="true"/>Not 6.')
    field = para('It<text:hidden-text text:is-hidden="true">, not 7,</text:hidden-text> sank.')
    shown = "<text:section>{}</text:section>".format(para("It rose."))
    assert told(read_body(section + hidden + field + shown)) == ["It sank.", "It rose."]


def test_sorts_and_topics() -> None:
    named = '<style:style style:name="{}" style:family="paragraph" style:parent-style-name="{}"/>'
    styles = named.format("P1", "Quotations") + named.format("P2", "Heading_20_2")
    body = (
        '<text:h text:outline-level="1">Ferry sinks</text:h>'
        + para("It took 72 days.")
        + para("We lost 40 men.", "P1")
        + para("The crew", "P2")
        + f"<text:list><text:list-item>{para('40 men')}</text:list-item></text:list>"
        + para("The ferry in 2020", "Illustration")
        + para("Ferry 3", "Contents_20_1")
    )
    document = read_body(body, styles)
    assert [passage.sort.value for passage in document.passages] == [
        *("heading", "prose", "quote", "heading", "list", "caption")
    ]
    assert [passage.topic for passage in document.passages] == [
        *(None, "Ferry sinks", "Ferry sinks", None, "The crew", "The crew")
    ]


def test_indexes_are_not_read() -> None:
    index = f"<text:index-body>{para('Ferry 3')}</text:index-body>"
    body = f"<text:table-of-content>{index}</text:table-of-content>"
    assert told(read_body(body + para("It sank."))) == ["It sank."]


def note(kind: str, text: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{para(text)}</text:note-body></text:note>"
    )


def test_notes_boxes_and_shapes() -> None:
    box = f"<draw:frame><draw:text-box>{para('The box holds 6 eggs.')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{para('The shape holds 7.')}</draw:custom-shape>"
    text = f"It took 72{note('footnote', 'Some say 71.')} days{note('endnote', 'In 2020.')}."
    document = read_body(
        para(f"{text}{box}{shape}") + para(f"It sank.{note('footnote', 'After 5 hours.')}")
    )
    assert told(document) == [
        *("It took 72 days.", "The box holds 6 eggs.", "The shape holds 7.", "It sank."),
        *("Some say 71.", "In 2020.", "After 5 hours."),
    ]
    parts = [document.origin.place(passage.span).part for passage in document.passages]
    assert parts == ["", "text box 1", "", "", "footnote 1", "endnote 1", "footnote 2"]
    assert [passage.sort for passage in document.passages[-3:]] == [Sort.NOTE] * 3


def test_spans_of_cells_and_heads() -> None:
    def cell(text: str, **spans: int) -> str:
        told = "".join(f' table:number-{name}-spanned="{n}"' for name, n in spans.items())
        return f"<table:table-cell{told}>{para(text)}</table:table-cell>"

    covered = f"<table:covered-table-cell>{para('99')}</table:covered-table-cell>"
    rows = (
        f"<table:table-header-rows><table:table-row>{cell('Country')}{cell('Deaths', columns=2)}"
        f"{covered}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell('Kenya', rows=2)}{cell('12')}{cell('13')}</table:table-row>"
        f"<table:table-row>{covered}{cell('14')}{cell('15')}</table:table-row>"
    )
    document = read_body(f"<table:table>{rows}</table:table>")
    assert told(document) == [f"Deaths, Kenya: {n}" for n in (12, 13, 14, 15)]
    last = document.passages[-1].own
    assert last is not None
    assert document.origin.place(last).part == "table 1, row 3, cell 3"


def annotation(words: str, name: str = "") -> Iterator[str]:
    told = f' office:name="{name}"' if name else ""
    yield f"<office:annotation{told}><text:p>{words}</text:p></office:annotation>"
    yield f"<office:annotation-end{told}/>" if name else ""


def test_comments_that_speak_to_this_program_are_marks() -> None:
    start, end = annotation("factcheck ignore FC101: by phone", "c1")
    point = "".join(annotation("factcheck off"))
    other = "".join(annotation("Please check!"))
    document = read_body(
        para(f"It took {start}72 days{end}, it{other} seems.") + para(f"{point}Then.")
    )
    first, second = document.marks
    assert first.around is not None
    assert (first.words, first.around.cut(document.text)) == (
        "factcheck ignore FC101: by phone",
        "72 days",
    )
    assert (second.words, second.around, document.text[second.at :].strip()) == (
        *("factcheck off", None, "Then."),
    )
    assert told(document) == ["It took 72 days, it seems.", "Then."]


def test_the_date_of_the_properties() -> None:
    meta = (
        '<m xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><meta:creation-date>2024-03-01T09:00:00'
        "</meta:creation-date><dc:date>2024-03-10T17:00:00</dc:date></m>"
    )
    assert read_body(para("It sank."), **{"meta.xml": meta}).date == date(2024, 3, 10)
    old = meta.replace("2024-03-01", "2014-03-01")
    assert read_body(para("It sank."), **{"meta.xml": old}).date is None


def test_embedded_objects_are_told_of() -> None:
    document = read_body(para("It is <draw:frame><draw:object/></draw:frame>so."))
    assert document.remarks == ("embedded objects (formulas, charts) were not read",)
