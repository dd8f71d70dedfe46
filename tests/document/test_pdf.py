"""PDF: every figure with its page and paragraph, in the order in which people read."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import date as Date
from datetime import datetime

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission, XPos, YPos

from factcheck import Checker, Claim
from factcheck.document import page_words, pdf, pdf_streams
from factcheck.document.base import Document
from factcheck.errors import InputError
from factcheck.model import Span
from factcheck.model.place import Place

LONG = (
    "the people of the town met in the old hall by the river and spoke of what the winter had "
    "done to the roads and the bridges"
)


class Paper(FPDF):
    """Pages of a paper, with what stands on all of them."""

    head = ""
    foot = ""

    def header(self) -> None:
        if self.head:
            self.set_font("Times", size=9)
            self.cell(0, 5, self.head, align="C")
            self.ln(12)
        self.set_font("Times", size=11)

    def footer(self) -> None:
        if self.foot:
            self.set_y(-15)
            self.set_font("Times", size=8)
            self.cell(0, 5, self.foot.format(self.page_no()), align="C")

    def say(self, text: str, size: float = 11, style: str = "", gap: float = 3) -> None:
        self.set_font("Times", style, size)
        self.multi_cell(0, size / 2, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(gap)


def paper(head: str = "", foot: str = "") -> Paper:
    made = Paper()
    made.head, made.foot = head, foot
    made.set_auto_page_break(True, 20)
    made.set_creation_date(datetime(2024, 3, 5))
    made.add_page()
    return made


def read(made: FPDF) -> Document:
    return pdf.read(bytes(made.output()), "draft.pdf")


def told(document: Document) -> list[tuple[str, str]]:
    return [(one.sort.value, one.span.cut(document.text)) for one in document.passages]


def place_of(document: Document, words: str) -> Place:
    at = document.text.index(words)
    return document.origin.place(Span(at, at + len(words)))


def test_headline_paragraphs_and_their_places() -> None:
    made = paper()
    made.say("Brome plants 600 trees", 18, "B")
    made.say(f"In 2024, {LONG}, and 45 of them spoke.")
    made.say(f"Then {LONG}. Some 70 left early.")
    made.add_page()
    made.say("On the next day 81 came back.")
    document = read(made)
    assert [sort for sort, _ in told(document)] == ["heading", "prose", "prose", "prose"]
    assert document.passages[0].heading
    assert {one.topic for one in document.passages[1:]} == {"Brome plants 600 trees"}
    assert place_of(document, "600") == Place(page=1, paragraph=1)
    assert place_of(document, "45") == Place(page=1, paragraph=2)
    assert place_of(document, "70") == Place(page=1, paragraph=3)
    assert place_of(document, "81") == Place(page=2, paragraph=1)
    assert f"In 2024, {LONG}, and 45 of them spoke." in document.text


def test_figures_are_found_where_they_stand() -> None:
    made = paper()
    made.say(f"{LONG.capitalize()}.")
    made.say("Brome planted 650 trees in 2024.")
    review = Checker([Claim(id="t", text="Brome planted 600 trees in 2024.")]).reviewed(read(made))
    (one,) = review.diagnostics
    assert (one.code, one.text) == ("FC101", "650")
    assert str(one.place) == "page 1, paragraph 2"


def test_indented_paragraphs_without_gaps() -> None:
    made = paper()
    made.set_font("Times", size=11)
    for number in range(3):
        first = f"{LONG.capitalize()} in {number + 20} houses."
        made.multi_cell(0, 5.5, f"        {first}", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    assert [f"in {n} houses." in text for n, (_, text) in zip((20, 21, 22), told(read(made)),
            strict=True)] == [True] * 3  # fmt: skip


@pytest.mark.parametrize("align", ["L", "J"])
def test_two_columns_are_read_one_after_the_other(align: str) -> None:
    made = paper()
    made.say("Brome plants 600 trees along both banks of the river", 18, "B")
    made.set_font("Times", size=11)
    with made.text_columns(ncols=2, gutter=6, text_align=align) as columns:
        for number in range(14):
            part = columns.paragraph(bottom_margin=2)
            part.write(f"{LONG.capitalize()}, {LONG} in {number + 100} houses.")
            columns.end_paragraph()
    document = read(made)
    ends = [document.text.index(f"{number + 100} houses.") for number in range(14)]
    assert ends == sorted(ends)
    prose = [text for sort, text in told(document) if sort == "prose"]
    assert len(prose) == 14
    assert place_of(document, "113 houses") == Place(page=1, paragraph=15)


def test_columns_that_are_drawn_line_by_line() -> None:
    made = paper()
    left, right = (f"{LONG.capitalize()} of {town}.".split() for town in ("Brome", "Este"))
    for at in range(0, len(left), 5):
        made.text(20, 40 + at, " ".join(left[at : at + 5]))
        made.text(110, 40 + at, " ".join(right[at : at + 5]))
    assert [text[-9:].strip() for _, text in told(read(made))] == ["of Brome.", "of Este."]


def test_what_stands_on_every_page_is_left_out() -> None:
    made = paper("The Brome Gazette, 5 March 2024", "Page {} of 4")
    for number in range(4):
        if number:
            made.add_page()
        made.say(f"{LONG.capitalize()} in {7 * number + 20} houses.")
    document = read(made)
    assert "Gazette" not in document.text
    assert "Page" not in document.text
    assert [place_of(document, f"{7 * n + 20} houses") for n in range(4)] == [
        Place(page=n + 1, paragraph=1) for n in range(4)
    ]


def test_pages_of_a_few_lines_keep_them() -> None:
    made = paper()
    for number in (12, 40, 31):
        if number != 12:
            made.add_page()
        made.say("Deaths by town")
        made.say(f"Deaths: {number}")
    text = read(made).text
    assert [f"Deaths: {number}" in text for number in (12, 40, 31)] == [True] * 3


def test_a_sentence_goes_on_over_the_page() -> None:
    made = paper("The Brome Gazette", "{}")
    made.say(f"{LONG.capitalize()}, and the council")
    made.say("1 Counted on 3 May in 14 streets.", 7)
    made.add_page()
    made.say("planted 600 trees.")
    document = read(made)
    assert "and the council planted 600 trees." in document.text
    assert place_of(document, "600 trees") == Place(page=2, paragraph=1)
    assert place_of(document, "the council") == Place(page=1, paragraph=1)
    assert told(document)[-1] == ("note", "Counted on 3 May in 14 streets.")


def test_headings_captions_lists_and_notes() -> None:
    made = paper()
    made.say("Brome plants trees", 18, "B")
    made.say(f"{LONG.capitalize()} in 20 houses.")
    made.say("3.2 What the river took", 14, "B")
    made.say(f"{LONG.capitalize()} in 21 houses.")
    made.say("The bold words above a section", 11, "B")
    made.say(f"{LONG.capitalize()} in 22 houses.")
    made.say("Figure 3: The 12 bridges of Brome")
    made.say("1. A first item of 13 trees", gap=0)
    made.say(f"2. A second item that {LONG}", gap=0)
    made.say("3. A third of 15", gap=6)
    made.say("Counted in May, at 9 places.", 7)
    assert told(read(made)) == [
        ("heading", "Brome plants trees"),
        ("prose", f"{LONG.capitalize()} in 20 houses."),
        ("heading", "What the river took"),
        ("prose", f"{LONG.capitalize()} in 21 houses."),
        ("heading", "The bold words above a section"),
        ("prose", f"{LONG.capitalize()} in 22 houses."),
        ("caption", "The 12 bridges of Brome"),
        ("list", "A first item of 13 trees"),
        ("list", f"A second item that {LONG}"),
        ("list", "A third of 15"),
        ("note", "Counted in May, at 9 places."),
    ]


def test_a_table_is_read_by_its_rows_and_columns() -> None:
    made = paper()
    made.say("Table 1: Trees by town")
    for row in (("Town", "2023", "2024"), ("Brome", "600", "1,200"), ("Upper Este", "", "80")):
        for text in row:
            made.cell(40, 6, text)
        made.ln(6)
    document = read(made)
    assert [text for sort, text in told(document) if sort == "table"] == [
        "Brome, 2023: 600", "Brome, 2024: 1,200", "Upper Este, 2024: 80",
    ]  # fmt: skip
    assert place_of(document, "1,200") == Place(page=1, paragraph=2)
    assert document.passages[1].topic == "Trees by town"


def test_raised_marks_are_no_digits() -> None:
    made = paper()
    made.write(5, "Brome has 600")
    made.char_vpos = "SUP"
    made.write(5, "1")
    made.char_vpos = "LINE"
    made.write(5, " trees on 12 km")
    made.char_vpos = "SUP"
    made.write(5, "2")
    made.char_vpos = "LINE"
    made.write(5, ", and CO")
    made.char_vpos = "SUB"
    made.write(5, "2")
    made.char_vpos = "LINE"
    made.write(5, " fell.")
    assert told(read(made)) == [("prose", "Brome has 600¹ trees on 12 km², and CO2 fell.")]


def test_words_cut_at_the_end_of_a_line() -> None:
    made = paper()
    made.say("It was an inter-\nnational survey of twenty-\nfive towns, a well-\nknown one.")
    assert told(read(made)) == [
        ("prose", "It was an international survey of twenty-five towns, a well-known one.")
    ]


def test_text_that_is_turned_follows_the_rest() -> None:
    made = paper()
    with made.rotation(90, 20, 150):
        made.text(20, 150, "Trees in thousands, 12")
    made.say(f"{LONG.capitalize()} in 20 houses.")
    assert [sort for sort, _ in told(read(made))] == ["prose", "caption"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_as_a_whole(turn: int) -> None:
    made = paper()
    with made.rotation(turn, 105, 150):
        made.text(60, 150, "Brome planted 600 trees in 2024.")
        made.text(60, 156, "Then it rained.")
    assert told(read(made)) == [("prose", "Brome planted 600 trees in 2024. Then it rained.")]


def test_the_day_of_the_file() -> None:
    made = paper()
    made.say("It rained.")
    assert read(made).date == Date(2024, 3, 5)
    data = bytes(made.output())
    assert pdf._day("D:20240231") is None
    assert pdf._day("yesterday") is None
    assert pdf.read(data.replace(b"D:2024", b"(D:x24"), "a.pdf").date is None


class TestWhatIsNotRead:
    """A clear word of what is no text."""

    def test_pages_that_are_pictures(self) -> None:
        made = paper()
        made.say("It rained for 3 days.")
        for _ in range(3):
            made.add_page()
            made.rect(20, 20, 50, 50)
        made.add_page()
        made.say("It blew for 4.")
        made.add_page()  # a blank page is none
        document = read(made)
        assert document.remarks == ("pages 2-4 hold no text: they were not read",)

    def test_nothing_but_pictures(self) -> None:
        made = paper()
        made.rect(20, 20, 50, 50)
        with pytest.raises(InputError, match="OCR"):
            read(made)

    def test_nothing_at_all(self) -> None:
        assert read(paper()).passages == ()

    def test_encrypted(self) -> None:
        made = paper()
        made.say("It rained.")
        made.set_encryption("owner", "user", permissions=AccessPermission.all())
        with pytest.raises(InputError, match=r"draft\.pdf: this PDF is encrypted"):
            read(made)

    def test_with_an_owner_only_it_is_read(self) -> None:
        made = paper()
        made.say("It rained.")
        made.set_encryption("owner")
        assert told(read(made)) == [("prose", "It rained.")]

    def test_no_pdf(self) -> None:
        with pytest.raises(InputError, match="no PDF file"):
            pdf.read(b"It rained.", "draft.pdf")

    def test_damaged(self) -> None:
        with pytest.raises(InputError, match="damaged"):
            pdf.read(b"%PDF-1.7\nIt rained.", "draft.pdf")

    @pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
    def test_cut_off(self, share: float) -> None:
        made = paper()
        for _ in range(9):
            made.say(f"{LONG.capitalize()} in 20 houses.")
            made.add_page()
        data = bytes(made.output())
        try:
            document = pdf.read(data[: int(len(data) * share)], "draft.pdf")
        except InputError as error:
            assert "damaged" in error.what
        else:
            assert "20 houses" in document.text or not document.text


def raw_pdf(stream: bytes, filters: bytes = b"/FlateDecode", pages: int = 1) -> bytes:
    """A PDF whose pages all draw `stream`."""
    kids = b" ".join([b"3 0 R"] * pages)
    about = b"/MediaBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, pages),
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %b >>" % about,
        b"<< /Length %d /Filter %b >>\nstream\n%b\nendstream" % (len(stream), filters, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n"


def repeated(piece: bytes, size: int) -> bytes:
    packer = zlib.compressobj(9)
    block = piece * (1_000_000 // len(piece))
    return b"".join([*(packer.compress(block) for _ in range(size // len(block))), packer.flush()])


class TestHostile:
    """What was made to fill the memory, or to keep the processor busy."""

    @pytest.mark.parametrize(
        ("stream", "filters"),
        [
            (lambda: repeated(b" ", 100_000_000), b"/FlateDecode"),
            (lambda: zlib.compress(repeated(b" ", 100_000_000)), b"[/FlateDecode /FlateDecode]"),
        ],
    )
    def test_a_bomb(self, stream: Callable[[], bytes], filters: bytes) -> None:
        with pytest.raises(InputError, match="fill the memory"):
            pdf.read(raw_pdf(stream(), filters), "draft.pdf")

    def test_usual_streams_are_not_looked_into(self) -> None:
        assert not pdf_streams.unpacks_too_large(raw_pdf(repeated(b"12 ", 20_000_000)))
        assert not pdf_streams.unpacks_too_large(raw_pdf(b"no deflate" * 9000))

    def test_a_page_without_an_end(self) -> None:
        words = b"BT /F 10 Tf 20 700 Td " + b"(abcdefghijkl 12 ) Tj " * 15_000 + b"ET"
        document = pdf.read(raw_pdf(zlib.compress(words)), "draft.pdf")
        assert document.remarks == ("page 1 holds too much text: its end was not read",)

    def test_words_in_no_order(self) -> None:
        places = (b"1 0 0 1 %d %d Tm (a%d) Tj " % (n * 7919 % 600, n * 104729 % 800, n)
                  for n in range(5_000))  # fmt: skip
        stream = b"BT /F 10 Tf " + b"".join(places) + b"ET"
        assert pdf.read(raw_pdf(zlib.compress(stream)), "draft.pdf").passages

    def test_more_pages_than_are_read(self) -> None:
        stream = zlib.compress(b"BT /F 10 Tf 20 700 Td (It rained) Tj ET")
        with pytest.raises(InputError, match="40,000 pages"):
            pdf.read(raw_pdf(stream, pages=40_000), "draft.pdf")


EXAMPLES = page_words.read()


@pytest.mark.parametrize(("text", "opening"), EXAMPLES["captions"]["examples"])
def test_captions(text: str, opening: str) -> None:
    found = page_words.captions().match(text)
    assert (found[0] if found else "") == opening


@pytest.mark.parametrize(("line", "following", "wanted"), EXAMPLES["hyphens"]["examples"])
def test_hyphens(line: str, following: str, wanted: str) -> None:
    assert page_words.joined(line, following) + following == wanted
