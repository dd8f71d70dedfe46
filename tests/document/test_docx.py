"""Word files: what is read, and where in their runs it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from xml.etree import ElementTree

import pytest
from office_files import WORD, docx, docx_parts, para, run, table, unzipped, word_part, zipped

from factcheck.document.base import Document
from factcheck.document.docx import read
from factcheck.document.passage import Sort
from factcheck.model import Span
from factcheck.model.place import Place

_W = f"{{{WORD}}}"


def read_body(body: str, **others: str) -> Document:
    return read(docx(body, **others), "draft.docx")


def told(document: Document) -> list[str]:
    return [passage.span.cut(document.text) for passage in document.passages]


def sorts(document: Document) -> list[Sort]:
    return [passage.sort for passage in document.passages]


def styled(name: str, text: str) -> str:
    return para(text, properties=f'<w:pStyle w:val="{name}"/>')


def style(key: str, name: str, inner: str = "") -> str:
    return f'<w:style w:styleId="{key}"><w:name w:val="{name}"/>{inner}</w:style>'


def run_text(element: ElementTree.Element) -> str:
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    return "".join(
        child.text or "" if child.tag == f"{_W}t" else signs.get(child.tag, "") for child in element
    )


@cache
def body_of(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(unzipped(data)["word/document.xml"])[0]


def cut_out(data: bytes, document: Document, span: Span) -> str:
    """What the original says at the places of a span, found without the reader."""
    body = body_of(data)
    parts: list[str] = []
    for piece in document.origin.pieces(span):
        start, end = piece.start, piece.start + piece.length
        own = Span(max(span.start, start), min(span.end, end))
        place = document.origin.place(own)
        offset = document.origin.span(own)
        parts.append(offset.cut(run_text(run_at(body, place))))
    return "".join(parts)


def run_at(body: ElementTree.Element, place: Place) -> ElementTree.Element:
    within = body
    if place.part:
        number, row, cell = (int(part.split()[-1]) for part in place.part.split(", "))
        within = body.findall(f"{_W}tbl")[number - 1].findall(f"{_W}tr")[row - 1]
        within = within.findall(f"{_W}tc")[cell - 1]
    assert place.paragraph is not None and place.run is not None
    return within.findall(f"{_W}p")[place.paragraph - 1].findall(f"{_W}r")[place.run - 1]


TEXTS = {
    "one run": ["The ferry carried 72 passengers."],
    "split runs": ["The ferry carried 7", "2 pass", "engers."],
    "emoji": ["👍🏽 The 👩‍👩‍👧 ferry carried ", "72 passengers."],
    "combining marks": ["Le cafe\u0301 e\u0323\u0302 carried 72 passengers."],
    "tabs and breaks": ["The ferry\tcarried\n7", "2\tpassengers."],
    "entities": ["Tom &amp; Ann &lt;both&gt; &#8364; &#x1F44D; carried 72 passengers."],
    "blanks": ["  The   ferry \u00a0carried ", " 72 passengers. "],
    "not only Latin": ["日本 Ελλάδα עברית carried 72 passengers."],
}


@pytest.mark.parametrize("runs", TEXTS.values(), ids=TEXTS)
def test_a_figure_is_found_in_the_runs_of_the_original(runs: list[str]) -> None:
    data = docx(para("A headline that says little") + para() + para(*runs))
    document = read(data, "draft.docx")
    at = document.text.index("72")
    assert cut_out(data, document, Span(at, at + 2)) == "72"
    assert document.origin.original is None
    place = document.origin.place(Span(at, at + 2))
    assert (place.paragraph, place.page, place.line, place.part) == (3, None, None, "")


def test_every_character_is_found_in_the_original() -> None:
    rows = [
        ["Country", "Deaths"],
        *([f"Land {'x' * (n % 7)} 👍", f"{n},\u0301{n}00"] for n in range(300)),
    ]
    body = para("Many & few".replace("&", "&amp;"), "\t12") + table(rows) + para("The e\u0301nd")
    data = docx(body)
    document = read(data, "draft.docx")
    assert len(document.passages) == 302
    for passage in document.passages:
        span = passage.own or passage.span
        assert cut_out(data, document, span) == span.cut(document.text)


def test_the_place_of_a_cell_in_a_long_table() -> None:
    rows = [["Country", "Deaths"], *(["Land", str(n)] for n in range(1, 1000))]
    document = read_body(para("A table of the dead") + table(rows))
    at = document.text.index(": 777\n") + 2
    place = document.origin.place(Span(at, at + 3))
    assert str(place) == "table 1, row 778, cell 2, paragraph 1, run 1"


def test_spans_of_cells() -> None:
    def cell(text: str, properties: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{para(text)}</w:tc>"

    restart, goes_on, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell('Country', '')}{cell('Deaths', two)}</w:tr>"
        f"<w:tr>{cell('Kenya', restart)}{cell('12', '')}{cell('13', '')}</w:tr>"
        f"<w:tr>{cell('', goes_on)}{cell('14', '')}{cell('15', '')}</w:tr>"
        f"<w:tr>{cell('Chad', '')}{cell('16', '')}{cell('17', '')}</w:tr>"
    )
    lines = [f"Deaths, Kenya: {n}" for n in (12, 13, 14, 15)]
    assert told(read_body(f"<w:tbl>{rows}</w:tbl>")) == [
        *lines,
        "Deaths, Chad: 16",
        "Deaths, Chad: 17",
    ]


def test_a_row_that_begins_further_right() -> None:
    body = table([["Country", "2020", "2021"], ["Chad", "5,000", "6,000"], ["x", "7,000"]])
    start = body.rindex("<w:tr>") + len("<w:tr>")
    end = body.index("</w:tc>", start) + len("</w:tc>")
    before = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    document = read_body(body[:start] + before + body[end:])
    assert told(document) == ["Chad, 2020: 5,000", "Chad, 2021: 6,000", "2021: 7,000"]


def test_a_table_that_only_arranges_is_read_as_text() -> None:
    inner = f"<w:tc>{table([['Country', 'Deaths'], ['Chad', '12']])}{para()}</w:tc>"
    body = f"<w:tbl><w:tr><w:tc>{para('It rained for 3 days.')}</w:tc>{inner}</w:tr></w:tbl>"
    assert told(read_body(body)) == ["It rained for 3 days.", "Deaths, Chad: 12"]


def test_a_deletion_is_not_read() -> None:
    deleted = "<w:del><w:r><w:delText>65</w:delText></w:r></w:del>"
    for was in (deleted, f"<w:del>{run('65')}</w:del>", f"<w:moveFrom>{run('65')}</w:moveFrom>"):
        assert told(read_body(para("It took ", was, "72 days."))) == ["It took 72 days."]


@pytest.mark.parametrize(
    "around",
    ["ins", "moveTo", "hyperlink", "fldSimple", "smartTag", "sdt><w:sdtContent", "customXml"],
)
def test_what_stands_around_runs_is_read_through(around: str) -> None:
    closed = "></w:".join(reversed(around.replace("><w:", ">").split(">")))
    inner = f"<w:{around}>{run('72')}</w:{closed}>"
    assert told(read_body(para("It took ", inner, " days."))) == ["It took 72 days."]


def test_a_deleted_mark_joins_two_paragraphs() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    body = para("The ferry carried 7", properties=mark) + para("2 passengers.") + para("It sank.")
    document = read_body(body)
    assert told(document) == ["The ferry carried 72 passengers.", "It sank."]
    assert told(read_body(para("It took 72 days.", properties=mark))) == ["It took 72 days."]


def test_a_deleted_row_is_not_read() -> None:
    gone = (
        f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{para('Mali')}</w:tc><w:tc>{para('5')}</w:tc></w:tr>"
    )
    body = table([["Country", "Deaths"], ["Chad", "12"]]).replace("</w:tbl>", f"{gone}</w:tbl>")
    assert told(read_body(body)) == ["Deaths, Chad: 12"]


def test_former_formats_say_nothing() -> None:
    former = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert told(read_body(para(run("It took 72 days.", former)))) == ["It took 72 days."]


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        ("<w:vanish/>", True),
        ('<w:vanish w:val="true"/>', True),
        ('<w:vanish w:val="0"/>', False),
        ('<w:rStyle w:val="Secret"/>', True),
        ('<w:rStyle w:val="Deeper"/>', True),
        ('<w:rStyle w:val="Deeper"/><w:vanish w:val="false"/>', False),
        ("<w:webHidden/>", False),
    ],
)
def test_hidden_text(properties: str, hidden: bool) -> None:
    styles = word_part(
        "styles",
        style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>")
        + style("Deeper", "Deeper", '<w:basedOn w:val="Secret"/>'),
    )
    document = read_body(para("It took 72", run(" or 65", properties), " days."), styles=styles)
    assert told(document) == [f"It took 72{'' if hidden else ' or 65'} days."]


def test_a_raised_digit_is_no_further_digit() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    document = read_body(
        para("It took 72", run("1", raised), " days on 5 km", run("2", raised), ".")
    )
    assert told(document) == ["It took 72¹ days on 5 km²."]
    lowered = '<w:vertAlign w:val="subscript"/>'
    assert told(read_body(para("CO", run("2", lowered), " fell."))) == ["CO2 fell."]


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{mark('begin')}{instruction}{mark('separate')}{result}{mark('end')}"


def test_results_of_fields_are_read_and_their_codes_are_not() -> None:
    assert told(read_body(para("It took ", field("= 65 + 7", run("72")), " days."))) == [
        "It took 72 days."
    ]
    inner = field("IF 1 = 1", run("72"))
    nested = field(f"</w:instrText></w:r>{inner}<w:r><w:instrText>", run("73"))
    assert told(read_body(para("It took ", nested, " days."))) == ["It took 73 days."]


def test_a_table_of_contents_is_not_read() -> None:
    body = para(field("TOC \\o", run("The ferry 3"))) + para("It took 72 days.")
    assert told(read_body(body)) == ["It took 72 days."]
    styles = word_part("styles", style("TOC1", "toc 1"))
    document = read_body(styled("TOC1", "The ferry 3") + para("It sank."), styles=styles)
    assert told(document) == ["It sank."]


def test_a_field_without_end_is_told_of() -> None:
    body = para("It sank.") + para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "72 died.")
    document = read_body(body)
    assert told(document) == ["It sank."]
    assert document.remarks == ("text behind a field that never ends was not read",)


def test_equations_are_told_of() -> None:
    maths = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    body = para("It is ", f"<m:oMath {maths}><m:r><m:t>x=5</m:t></m:r></m:oMath>", "so.")
    document = read_body(body)
    assert told(document) == ["It is so."]
    assert document.remarks == ("equations were not read",)


def test_sorts_and_topics() -> None:
    styles = word_part(
        "styles",
        style("berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
        + style("Own", "Zwischentitel", '<w:basedOn w:val="berschrift1"/>')
        + style("Cap", "caption")
        + style("Q", "Quote")
        + style("Bullets", "List Bullet")
        + style("Circle", "a", '<w:basedOn w:val="Circle"/>'),
    )
    level = '<w:outlineLvl w:val="1"/>'
    body = (
        styled("berschrift1", "Ferry sinks")
        + para("It took 72 days.")
        + styled("Own", "The crew")
        + styled("Cap", "The ferry in 2020")
        + styled("Q", "We lost 40 men.")
        + styled("Bullets", "40 men")
        + para("50 men", properties='<w:numPr><w:numId w:val="3"/></w:numPr>')
        + styled("Circle", "60 men")
        + para("Money", properties=level)
        + para("70 men")
    )
    document = read_body(body, styles=styles)
    assert [sort.value for sort in sorts(document)] == [
        *("heading", "prose", "heading", "caption", "quote", "list", "list", "prose"),
        *("heading", "prose"),
    ]
    topics = [passage.topic for passage in document.passages]
    crew = ["The crew"] * 5
    assert topics == [None, "Ferry sinks", None, *crew, None, "Money"]
    assert [p.heading for p in document.passages] == [t is None for t in topics]


def test_the_first_line_without_a_stop_is_the_headline() -> None:
    document = read_body(para("Ferry carries 72 home") + para("It sank.") + para("A last line"))
    assert sorts(document) == [Sort.HEADING, Sort.PROSE, Sort.PROSE]
    assert document.passages[1].topic == "Ferry carries 72 home"


def test_empty_lines_part_a_paragraph() -> None:
    document = read_body(para("It sank.\nIt rose.\n\n \nIt sailed. \n"))
    assert told(document) == ["It sank.\nIt rose.", "It sailed."]


def notes_part(kind: str, texts: dict[str, str]) -> str:
    separator = f'<w:{kind} w:type="separator" w:id="-1">{para("9 lines")}</w:{kind}>'
    told = (f'<w:{kind} w:id="{n}">{para(t)}</w:{kind}>' for n, t in texts.items())
    return word_part(f"{kind}s", separator + "".join(told))


def test_notes_follow_the_text() -> None:
    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    body = (
        para("It took 72", mark("footnote", 7), " days.", mark("endnote", 2))
        + para("It sank.", mark("footnote", 3))
        + para("It rose.", f"<w:del>{mark('footnote', 4)}</w:del>")
    )
    document = read_body(
        body,
        footnotes=notes_part(
            "footnote", {"3": "After 5 hours.", "4": "Not 6.", "7": "Some say 71."}
        ),
        endnotes=notes_part("endnote", {"2": "In 2020."}),
    )
    assert told(document) == [
        *("It took 72 days.", "It sank.", "It rose.", "After 5 hours.", "Some say 71.", "In 2020.")
    ]
    places = [str(document.origin.place(p.span)) for p in document.passages[3:]]
    assert places == [
        "footnote 2, paragraph 1, run 1",
        "footnote 1, paragraph 1, run 1",
        "endnote 1, paragraph 1, run 1",
    ]
    assert sorts(document)[3:] == [Sort.NOTE] * 3


def test_a_box_follows_its_paragraph_and_is_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{para('The box holds 6 eggs.')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_body(para("It took ", shape, "72 days."))
    assert told(document) == ["It took 72 days.", "The box holds 6 eggs."]
    assert str(document.origin.place(document.passages[1].span)).startswith("text box 1")


def test_headers_and_footers_are_not_read() -> None:
    header = word_part("hdr", para("Page 3 of 12"))
    assert told(read_body(para("It sank."), header=header)) == ["It sank."]


def comments_part(texts: dict[str, str]) -> str:
    told = (f'<w:comment w:id="{n}" w:author="Ed">{para(t)}</w:comment>' for n, t in texts.items())
    return word_part("comments", "".join(told))


def ranged(number: int, *inner: str) -> Iterator[str]:
    yield f'<w:commentRangeStart w:id="{number}"/>'
    yield from inner
    yield f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def test_comments_that_speak_to_this_program_are_marks() -> None:
    texts = {
        "0": "factcheck ignore FC101: by phone",
        "1": "Please check!",
        "2": "Factcheck off",
        "3": "factchecked",
    }
    body = (
        para("It took ", *ranged(0, "7", "2 days"), ", ", *ranged(1, "it"), " seems.")
        + para("Then", '<w:r><w:commentReference w:id="2"/></w:r>', " it sank.")
        + para(*ranged(3, "It rose."))
    )
    document = read_body(body, comments=comments_part(texts))
    first, second = document.marks
    assert first.around is not None
    assert (first.words, first.around.cut(document.text)) == (texts["0"], "72 days")
    assert first.place is None
    assert (second.words, second.around) == ("Factcheck off", None)
    assert document.text[second.at :].startswith(" it sank.")


@pytest.mark.parametrize(
    ("created", "modified", "day"),
    [
        ("2024-03-01T09:00:00Z", "2024-03-10T17:00:00Z", date(2024, 3, 10)),
        ("2019-03-01T09:00:00Z", "2024-03-10T17:00:00Z", None),
        ("2024-03-11T09:00:00Z", "2024-03-10T17:00:00Z", None),
        ("", "2024-03-10", date(2024, 3, 10)),
        ("2024-03-01T09:00:00Z", "", None),
        ("yesterday", "today", None),
    ],
)
def test_the_date_of_the_properties(created: str, modified: str, day: date | None) -> None:
    parts = docx_parts(para("It sank."))
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="c" Type="{kind}" Target="docProps/core.xml"/></Relationships>',
    )
    parts["docProps/core.xml"] = (
        '<p xmlns:d="http://purl.org/dc/terms/">'
        f"<d:created>{created}</d:created><d:modified>{modified}</d:modified></p>"
    )
    assert read(zipped(parts), "draft.docx").date == day


def test_what_the_text_says_of_its_day_goes_before_its_file() -> None:
    parts = docx_parts(para("NAIROBI, March 3, 2024 — A ferry sank."))
    assert read(zipped(parts), "draft.docx").date == date(2024, 3, 3)


def test_other_prefixes_other_names_and_the_strict_class() -> None:
    parts = docx_parts(para("It took 72 days."))
    text = parts.pop("word/document.xml")
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    text = text.replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=")
    parts["text/main.xml"] = text.replace(WORD, strict)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("word/document", "/text/main")
    assert told(read(zipped(parts), "draft.docx")) == ["It took 72 days."]


def test_utf_16() -> None:
    parts: dict[str, str | bytes] = {**docx_parts(para("Ça took 72 👍 days."))}
    text = str(parts["word/document.xml"]).replace("UTF-8", "UTF-16")
    parts["word/document.xml"] = text.encode("utf-16")
    assert told(read(zipped(parts), "draft.docx")) == ["Ça took 72 👍 days."]


def test_a_draft_without_text() -> None:
    document = read_body(para() + "<w:sectPr/>")
    assert (document.text, document.passages) == ("", ())
    assert document.origin.place(Span(0, 0)) == Place()
