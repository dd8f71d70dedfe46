r"""Rich text: groups, words, code pages, and the paragraphs that figures stand in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import rtf

from factcheck.document.base import Document
from factcheck.document.passage import Sort
from factcheck.document.rtf import read
from factcheck.document.rtf_tokens import tokens
from factcheck.errors import InputError
from factcheck.model import Span


def read_body(body: str, head: str = r"\ansi\ansicpg1252") -> Document:
    return read(rtf(body, head), "draft.rtf")


def told(document: Document) -> list[str]:
    return [passage.span.cut(document.text) for passage in document.passages]


def escaped(text: str) -> str:
    """Text as Word writes it: numbers of UTF-16, each with a question mark for old programs."""
    out = []
    for char in text:
        if char == "\t":
            out.append(r"\tab ")
        elif char == "\n":
            out.append("\\line ")
        elif char in "{}\\":
            out.append(f"\\{char}")
        elif char < "\x7f":
            out.append(char)
        else:
            data = char.encode("utf-16-le")
            units = (data[n : n + 2] for n in range(0, len(data), 2))
            out += [f"\\u{int.from_bytes(unit, 'little', signed=True)}?" for unit in units]
    return "".join(out)


TEXTS = {
    "one run": ("The ferry carried 72 passengers.", "The ferry carried 72 passengers."),
    "split": (
        r"The ferry carried {\b 7}{\rtlch\i0 2} passengers.",
        "The ferry carried 72 passengers.",
    ),
    "over lines": ("The ferry car\r\nried 7\n2.", "The ferry carried 72."),
    "emoji": (escaped("👍🏽 carried 72 👩‍👧."), "👍🏽 carried 72 👩‍👧."),
    "combining marks": (escaped("Cafe\u0301 carried 72."), "Cafe\u0301 carried 72."),
    "tabs and breaks": (r"The ferry\tab carried\line 72.", "The ferry\tcarried\n72."),
    "code page": (r"Caf\'e9 \'80 72 \'93so\'94.", "Café € 72 “so”."),
    "raw bytes": ("Caf\xe9 carried 72.", "Café carried 72."),
    "signs": (
        r"\ldblquote 72\rdblquote\endash 80\~km \{x\} \\ a\_b\emdash c",
        "“72”–80\u00a0km {x} \\ a\u2011b—c",
    ),
    "numbers beside bytes": (r"{\uc0 \u8364 72}{\uc2 \u8364 xy72}\u8364\'80.", "€72€72€."),
    "no character": (r"a\u-9?b\u0?c", "a\ufff7b\ufffdc"),
    "told twice": (r"It {\upr{cost}{\*\ud{\u8364 ?72}}} now.", "It €72 now."),
    "raised": (
        r"It took 72{\super 1} days on 5 km{\up6 2}, CO{\sub 2}.",
        "It took 72¹ days on 5 km², CO2.",
    ),
}


@pytest.mark.parametrize(("body", "text"), TEXTS.values(), ids=TEXTS)
def test_text(body: str, text: str) -> None:
    document = read_body(rf"A headline that says little\par\par {body}\par")
    assert told(document)[1:] == [text]
    at = document.passages[1].span.start + (figure := max(text.find("72"), 0))
    place = document.origin.place(Span(at, at + 2))
    assert (place.paragraph, place.run, place.line, place.part) == (3, None, None, "")
    assert document.origin.span(Span(at, at + 2)) == Span(figure, figure + 2)


FONTS = (
    r"{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset128 B;}{\f2\fcharset2 Symbol;}{\f3\fcharset0 C;}}"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"{\f0 \'cc\'e8\'f0} 72.", "Мир 72."),
        (r"{\f1 \'93\'fa\'96\'7b} 72.", "日本 72."),
        (r"{\f2 \'b7}72.", "72."),
        (r"{\f3 Caf\'e9} 72.", "Café 72."),
        (r"{\f9 Caf\'e9} 72.", "Café 72."),
        (r"{\f3 \'e9{\plain\'e9}}\f3\'e9 72.", "éйé 72."),
    ],
)
def test_code_pages_of_fonts(body: str, text: str) -> None:
    assert told(read_body(FONTS + body, r"\ansi\ansicpg1252\deff0")) == [text]


def test_unknown_code_pages_are_those_of_western_europe() -> None:
    assert told(read_body(r"Caf\'e9 72.", r"\ansi\ansicpg99999")) == ["Café 72."]
    assert told(read_body(r"Caf\'8e 72.", r"\mac")) == ["Café 72."]


@pytest.mark.parametrize(
    "inner",
    [
        r"{\deleted 65}", r"\deleted 65\deleted0 ", r"{\v 65}", r"\v 65\v0 ", r"{\*\unknown 65}",
        r"{\*\bkmkstart 65}", r"{\pict 65ffd8}", r"{\pict\bin4 }}65}", r"{\header Page 65\par}",
        r"{\footerl 65\par}", r"{\info{\title 65}{\author 65}}", r"{\*\generator 65;}",
        r"{\listtext 65.\tab}", r"{\field{\*\fldinst IF 65}{\fldrslt }}", r"{\xe 65}",
        r"{\object{\*\objdata 65}{\result }}", r"{\header{\footnote 65}}", r"{\stylesheet{65;}}",
    ],
)  # fmt: skip
def test_what_is_not_read(inner: str) -> None:
    assert told(read_body(rf"It took {inner}72 days.\par")) == ["It took 72 days."]


@pytest.mark.parametrize(
    "inner",
    [
        r"{\revised 72}", r"{\field{\*\fldinst PAGE}{\fldrslt 72}}", r"{\cf1\f3\fs20 72}",
        r"{\v\v0 72}", r"{\deleted\plain 72}",
        r'{\field{\*\fldinst{HYPERLINK "x"}}{\fldrslt{\ul 72}}}',
    ],
)  # fmt: skip
def test_what_is_read(inner: str) -> None:
    assert told(read_body(rf"It took {inner} days.\par")) == ["It took 72 days."]


def test_sorts_and_topics() -> None:
    styles = (
        r"{\stylesheet{\ql Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Quote;}{\s3 caption;}"
        r"{\s4 toc 1;}{\*\cs5 Strong;}}"
    )
    body = (
        r"\pard\s1 Ferry sinks\par\pard It took 72 days.\par\pard\s2 We lost 40 men.\par"
        r"\pard\outlinelevel1 The crew\par\pard\ls1 {\listtext 1.\tab}40 men\par"
        r"\pard\s3 The ferry in 2020\par\pard\s4 Ferry 3\par"
        r"\pard{\pntext 1.}50 men\par\pard 60 men\par"
        r"{\field{\*\fldinst TOC \\o}{\fldrslt Ferry 3\par Crew 4\par}}"
    )
    document = read_body(styles + body)
    assert [passage.sort.value for passage in document.passages] == [
        *("heading", "prose", "quote", "heading", "list", "caption", "list", "prose"),
    ]
    crew = ["The crew"] * 4
    topics = [passage.topic for passage in document.passages]
    assert topics == [None, "Ferry sinks", "Ferry sinks", None, *crew]


def row(*cells: str, before: str = "", edges: tuple[int, ...] = ()) -> str:
    shape = "".join(rf"\cellx{edge}" for edge in edges or range(1000, 1000 * len(cells) + 1, 1000))
    told = "".join(rf"\pard\intbl {cell}\cell" for cell in cells)
    return rf"\trowd{before}{shape}{told}\row" + "\n"


def test_long_tables() -> None:
    rows = "".join(row("Land", str(n)) for n in range(1, 500))
    document = read_body(
        rf"A table of the dead\par {row('Country', 'Deaths')}{rows}\pard It sank.\par"
    )
    assert told(document)[-2:] == ["Deaths, Land: 499", "It sank."]
    own = document.passages[300].own
    assert own is not None
    assert (own.cut(document.text), str(document.origin.place(own))) == (
        "300",
        "table 1, row 301, cell 2, paragraph 1",
    )
    assert str(document.origin.place(document.passages[-1].span)) == "paragraph 2"


def test_spans_of_cells() -> None:
    shape = r"\trowd{}\cellx1000\cellx2000\cellx3000"
    covered = r"\clvmrg"

    def cells(*texts: str) -> str:
        return "".join(rf"\pard\intbl {text}\cell" for text in texts)

    body = (
        row("Country", "Deaths", edges=(1010, 3000), before=r"\trhdr")
        + shape.format(r"\clvmgf") + cells("Kenya", "12", "13") + r"\row"
        + shape.format(covered) + cells("", "14", "15") + r"\row"
    )  # fmt: skip
    assert told(read_body(body)) == [f"Deaths, Kenya: {n}" for n in (12, 13, 14, 15)]


def test_notes_and_boxes() -> None:
    body = (
        r"It took 72{\super\chftn{\footnote\pard\plain{\super\chftn} Some say 71.}} days"
        r"{\super\chftn{\footnote\ftnalt\pard\plain In 2020.}}.\par"
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}"
        r"{\shptxt\pard The box holds 6 eggs.\par}}"
        r"{\shprslt The box holds 6 eggs.\par}}\par It sank.{\*\footnote After 5 hours.}\par"
    )
    document = read_body(body)
    assert told(document) == [
        *("It took 72 days.", "The box holds 6 eggs.", "It sank."),
        *("Some say 71.", "In 2020.", "After 5 hours."),
    ]
    parts = [document.origin.place(passage.span).part for passage in document.passages]
    assert parts == ["", "text box 1", "", "footnote 1", "endnote 1", "footnote 2"]
    assert [passage.sort for passage in document.passages[3:]] == [Sort.NOTE] * 3


def comment(words: str, number: int | None = None) -> str:
    tied = "" if number is None else rf"{{\*\atnref {number}}}"
    return (
        rf"{{\*\atnid Ed}}{{\*\atnauthor Ed}}\chatn{{\*\annotation{tied}"
        rf"{{\*\atndate 12}}\pard\plain {words}}}"
    )


def test_comments_that_speak_to_this_program_are_marks() -> None:
    document = read_body(
        r"It took {\*\atrfstart 4}7{\b 2} days{\*\atrfend 4}"
        + comment("factcheck ignore FC101: by phone", 4)
        + r", it"
        + comment("Please check!")
        + r" seems.\par "
        + comment("factcheck off")
        + r"Then.\par"
    )
    first, second = document.marks
    assert first.around is not None
    assert first.words == "factcheck ignore FC101: by phone"
    assert first.around.cut(document.text) == "72 days"
    assert (second.words, second.around) == ("factcheck off", None)
    assert document.text[second.at :].strip() == "Then."
    assert told(document) == ["It took 72 days, it seems.", "Then."]


def test_the_date_of_the_properties() -> None:
    info = r"{\info{\creatim\yr2024\mo3\dy%d\hr9}{\revtim\yr2024\mo3\dy10\hr9}}It sank."
    assert read_body(info % 1).date == date(2024, 3, 10)
    assert read_body(info % 11).date is None
    assert read_body(r"{\info{\revtim\yr2024}}It sank.").date is None


def test_a_file_that_is_cut_off_is_read_and_told_of() -> None:
    whole = rtf(r"It took {\b 72} days.\par It {\i sank.}")
    assert read(whole, "draft.rtf").remarks == ()
    cut = read(whole[:-3], "draft.rtf")
    assert told(cut) == ["It took 72 days.", "It sank"]
    assert cut.remarks == ("the file ends inside one of its groups: it may be cut off",)


def test_what_follows_the_last_group_is_not_read() -> None:
    assert told(read(rtf("It sank.") + b"72 died. {\\b 5}", "draft.rtf")) == ["It sank."]


@pytest.mark.parametrize("data", [b"", b"It sank.", b"{\\b x}", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_rich_text(data: bytes) -> None:
    with pytest.raises(InputError, match="no rich text") as caught:
        read(data, "draft.rtf")
    assert caught.value.where == "draft.rtf"


def test_groups_without_end() -> None:
    with pytest.raises(InputError, match="5,000 deep"):
        read(rtf("{" * 100_000), "draft.rtf")
    assert read(rtf("{" * 4000 + "It sank."), "draft.rtf").remarks != ()


@given(st.text(alphabet="{}\\'ab09 \n*;-uv", max_size=200))
def test_any_rubbish_is_read_or_refused(body: str) -> None:
    document = read(rtf(body), "draft.rtf")
    for passage in document.passages:
        assert passage.span.cut(document.text).strip()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    document = read_body(escaped(text) + r"\par")
    assert document.text == (f"{text}\n\n" if text.strip() else "")


def test_bytes_of_a_picture_are_no_groups() -> None:
    found = [token.data for token in tokens(b"{\\pict\\bin5 }}{{\\}a")]
    assert found == [b"{", b"pict", b"bin", b"}", b"a"]
