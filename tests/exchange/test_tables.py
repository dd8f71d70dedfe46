"""CSV and XLSX."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.helpers import claims_of, read, records
from factcheck.errors import ConfigError, InputError
from factcheck.exchange.base import Refused
from factcheck.exchange.claims import Filling
from factcheck.exchange.delimited import guarded, unguarded

HEAD = "Claim,Outlet,Published on,Link,Labels\n"
ROW = "300 people came.,City,12 March 2024,https://example.org/a,one; two\n"


@pytest.fixture
def table(tmp_path):
    """Write a file of text and give its path."""

    def write(text, name="facts.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return path

    return write


@pytest.fixture
def book(tmp_path):
    """Write a workbook of sheets with rows and give its path."""

    def write(**sheets):
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for name, rows in sheets.items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
        path = tmp_path / "facts.xlsx"
        workbook.save(path)
        return path

    return write


def test_a_row_is_a_claim(table):
    (claim,), refused = claims_of(table(HEAD + ROW))
    assert refused == []
    assert (claim.text, claim.source, claim.date) == ("300 people came.", "City", date(2024, 3, 12))
    assert (claim.url, claim.tags) == ("https://example.org/a", ("one", "two"))


@pytest.mark.parametrize(
    ("delimiter", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")]
)
def test_the_delimiter_is_found(table, delimiter, name):
    rows = [["Claim", "Source"], ["In 2024, 3; 4 and 5 | 6", "A"], ["x, y", "B"]]
    path = table("")
    with path.open("w", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    found, source = read(path)
    assert [dict(record.fields) for record in found] == [
        {"text": text, "source": said} for text, said in rows[1:]
    ]
    assert source.details["delimiter"] == name


def test_a_delimiter_may_be_named(table):
    (record,) = records(table("Claim:Source\na,b;c:d\n"), delimiter=":")
    assert record.fields == {"text": "a,b;c", "source": "d"}
    with pytest.raises(ConfigError, match="no delimiter"):
        read(table(HEAD), delimiter="ab")


def test_the_mapping_is_told(table):
    _, source = read(table("Claim,Rank,Outlet\nx,1,y\n"))
    assert source.mapping == {"text": "Claim", "source": "Outlet"}
    assert list(source.unused) == ["Rank"]


TITLED = [["Facts of the desk"], [], ["Exported", "2024"], ["Claim", "Source", "Date"]]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_headers_below_a_title(table, delimiter):
    rows = [*TITLED, ["300 came", "City", "2024"]]
    found, source = read(table("".join(delimiter.join(row) + "\n" for row in rows)))
    assert [(one.place.line, one.fields["text"]) for one in found] == [(5, "300 came")]
    assert source.details["header"] == "in row 4, nothing above it taken"


def test_headers_below_a_title_of_a_sheet(book):
    found, source = read(book(Facts=[*TITLED, ["300 came", "City", "2024"]]))
    assert [(one.place.line, one.fields["text"]) for one in found] == [(5, "300 came")]
    assert source.details["header"] == "in row 4, nothing above it taken"


def test_a_header_named_by_hand_below_a_title(table):
    (record,) = records(table("Facts\nWhat we say,Source\nx,y\n"), mapping={"text": "What we say"})
    assert record.fields == {"text": "x", "source": "y"}


@pytest.mark.parametrize(
    "text", ["A,B\nclaim,source\nx,y\n", "A\n" * 20 + "Claim\nx\n"], ids=["as wide", "too far"]
)
def test_a_row_of_data_is_no_header(table, text):
    with pytest.raises(InputError, match="no column is known to hold the claims: there are 'A'"):
        read(table(text), delimiter=",")


def test_a_mapping_by_hand(table):
    (record,) = records(table("A,B\nx,y\n"), mapping={"text": "B", "source": "A"})
    assert record.fields == {"text": "y", "source": "x"}


def test_no_column_holds_the_claims(table):
    with pytest.raises(InputError, match="'A', 'B'") as error:
        read(table("A,B\nx,y\n"))
    assert "--map text=HEADER" in error.value.do


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n"])
def test_an_empty_file(table, text):
    with pytest.raises(InputError, match="empty"):
        read(table(text))


def test_places_are_lines(table):
    found, _ = read(table('Claim,Source\n\n"a\nb",x\n,\nc,d,e\nf\n'))
    assert [(one.place.line, getattr(one, "what", "")) for one in found] == [
        (3, ""),
        (6, "the row has 3 cells, the header 2"),
        (7, ""),
    ]


def seen_in(path):
    """What became of each line: a text for a claim, None for a refusal."""
    found, _ = read(path)
    return {one.place.line: getattr(one, "fields", {}).get("text") for one in found}


@pytest.mark.parametrize(
    "after",
    ["400 left,City\n500 stayed,City\n", '"400 left",City\n500 stayed,City\n'],
    ids=["to the end", "to the next mark"],
)
def test_a_mark_that_is_not_closed_costs_its_own_line(table, after):
    path = table('Claim,Source\n200 sat,City\n"300 came,City\n' + after)
    assert seen_in(path) == {2: "200 sat", 3: None, 4: "400 left", 5: "500 stayed"}
    (refused,) = [one for one in read(path)[0] if isinstance(one, Refused)]
    assert refused.what == "a quotation mark is opened and not closed"


def test_cells_of_several_lines(table):
    text = 'Claim,Note\n"a\nb","c\n""d"""\n"e, f\ng",\n"h,i\n\nj"\n'
    found, _ = read(table(text))
    assert [(one.place.line, dict(one.fields)) for one in found] == [
        (2, {"text": "a\nb", "note": 'c\n"d"'}),
        (5, {"text": "e, f\ng"}),
        (7, {"text": "h,i\n\nj"}),
    ]  # fmt: skip
    assert [one.warning for one in found] == [
        "",
        "a cell of lines 5 to 6 holds the delimiter: are they one claim?",
        "a cell of lines 7 to 9 holds the delimiter: are they one claim?",
    ]


def test_a_line_too_long_behind_an_open_mark(table):
    path = table('Claim,Source\n"a,b\n' + "x" * 1_000_001 + "\nc,d\n")
    assert seen_in(path) == {2: None, 3: None, 4: "c"}


CELL = st.text('ab ",;\n', max_size=6)


@settings(max_examples=400, deadline=None)
@given(rows=st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=8), data=st.data())
def test_every_row_is_taken_or_refused(rows, data):
    """Also where a mark is lost: no line is passed over, but in a cell that is warned of."""
    memory = io.StringIO()
    csv.writer(memory, lineterminator="\n").writerows([["Claim", "Note"], *rows])
    text = memory.getvalue()
    marks = [at for at, char in enumerate(text) if char == '"']
    if marks:
        lost = data.draw(st.sampled_from(marks))
        text = text[:lost] + text[lost + 1 :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text(text, encoding="utf-8")
        found, _ = read(path, kind="csv", delimiter=",")
    covered = set()
    for one in found:
        cells = getattr(one, "fields", {}).values()
        last = one.place.line + sum(cell.count("\n") for cell in cells)
        covered.update(range(one.place.line, last + 1))
        is_several = any("\n" in cell and "," in cell for cell in cells)
        assert not is_several or one.warning
    for number, line in enumerate(text.splitlines(), 1):
        assert number == 1 or number in covered or not line.strip('," ')


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=8))
def test_a_table_as_csv_writes_it_is_read_whole(rows):
    memory = io.StringIO()
    csv.writer(memory, lineterminator="\n").writerows([["Claim", "Note"], *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text(memory.getvalue(), encoding="utf-8")
        found, _ = read(path, kind="csv", delimiter=",")
    expected = [{"text": a, "note": b} for a, b in rows if a or b]
    assert [dict(one.fields) for one in found] == [
        {name: cell for name, cell in row.items() if cell} for row in expected
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8(table, encoding):
    (record,) = records(table("Claim\nZürich has 3 lakes.\n", encoding=encoding))
    assert record.fields == {"text": "Zürich has 3 lakes."}


def test_another_encoding_is_to_be_named(table):
    path = table("Claim\nfine\nZürich\n", encoding="cp1252")
    with pytest.raises(InputError, match=r"facts.csv:3: the file is not UTF-8") as error:
        read(path)
    assert "--encoding" in error.value.do
    assert records(path, encoding="windows-1252")[1].fields == {"text": "Zürich"}
    wide = table("Claim\nZürich\n", encoding="utf-16")
    assert records(wide)[0].fields == {"text": "Zürich"}  # it begins with its mark
    bare = table("Claim\nZürich\n", encoding="utf-16-le")
    with pytest.raises(InputError, match="not UTF-8"):
        read(bare)
    assert records(bare, encoding="utf-16-le")[0].fields == {"text": "Zürich"}


@pytest.mark.parametrize("name", ["latin-99", "rot13", "base64"])
def test_no_encoding(table, name):
    with pytest.raises(ConfigError, match="no encoding"):
        read(table(HEAD + ROW), encoding=name)


def test_a_date_of_two_days(table):
    path = table("Claim,Date\nx,12/03/2024\n")
    _, (refused,) = claims_of(path)
    assert "may be two days" in refused.what
    assert "--dayfirst" in refused.do
    (claim,), _ = claims_of(path, Filling(order="day"))
    assert claim.date == date(2024, 3, 12)


def test_constants_go_before_the_file(table):
    (claim,), _ = claims_of(table(HEAD + ROW), Filling({"source": "The desk", "topic": "T"}))
    assert (claim.source, claim.topic) == ("The desk", "T")


def test_everything_that_is_wrong_is_told(table):
    _, (refused,) = claims_of(table(HEAD + "x,City,soon,example.org,a\n"))
    assert "'soon' is no date" in refused.what
    assert "no web address" in refused.what


def test_a_rating_column_never_makes_a_false_claim_a_reference(table):
    path = table(
        "Claim,Verdict,Note,Status\nx,False,n,\ny,True,,\nz,Unproven,,\nv,False,,current\n"
    )
    found, _ = claims_of(path)
    assert [str(claim.status) for claim in found] == ["debunked", "current", "draft", "debunked"]
    assert found[0].note == "rated “False”; n"


@pytest.mark.parametrize("cell", ["=1+1", "+x", "-5 degrees", "@a", "\tx", "'=x", "''-x", "'s", ""])
def test_formulas_are_made_harmless(cell):
    written = guarded(cell)
    assert not written.startswith(("=", "+", "-", "@", "\t"))
    assert unguarded(written) == cell


def test_a_sheet(book):
    path = book(
        Facts=[
            [None, None, None],
            ["Claim", "Published", "Note"],
            ["300 came.", datetime(2024, 3, 12, 10, 0), 5.0],
            [None, None, None],
            ["=1+1 is 2", 2024, True],
            [None, "x", None],
        ],
        Other=[["Claim"], ["other"]],
    )
    (claim,), refused = claims_of(path)
    assert (claim.text, claim.date, claim.note) == ("300 came.", date(2024, 3, 12), "5")
    # the fifth row's text is a formula that no spreadsheet has reckoned out yet
    assert [str(one.place) for one in refused] == [f"{path}:5 (Facts)", f"{path}:6 (Facts)"]
    assert {one.what for one in refused} == {"there is no text"}
    _, source = read(path)
    assert source.details == {"sheet": "Facts", "other sheets": "Other"}
    assert records(path, sheet="Other")[0].fields == {"text": "other"}
    with pytest.raises(ConfigError, match="no sheet 'Othr'") as error:
        read(path, sheet="Othr")
    assert "did you mean 'Other'" in error.value.do


def test_an_empty_sheet(book):
    with pytest.raises(InputError, match="the sheet is empty"):
        read(book(Facts=[]))


def test_merged_cells_count_for_each_of_their_rows(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in (
        ["Facts of the desk"], ["Claim", "Source"], ["10 cranes.", "Port"], ["12 docks."], [None],
        ["13 ships."], ["14 gates."],
    ):  # fmt: skip
        sheet.append(row)
    for cells in ("A1:C1", "B3:B6", "D2:D3"):
        sheet.merge_cells(cells)
    path = tmp_path / "facts.xlsx"
    workbook.save(path)
    found, source = read(path)
    assert [one.fields.get("source") for one in found] == ["Port", "Port", "Port", None]
    assert source.details["merged cells"] == "taken for each of their rows"


def test_a_formula_that_failed_is_told(book, table):
    rows = [["Claim", "Source"], ["300 came.", "#N/A"], ["5 left.", "City"]]
    text = "\n".join(map(",".join, rows)) + "\n"
    for path in (book(Facts=rows), table(text)):
        warnings = [one.warning for one in records(path)]
        assert warnings == ["a formula of the spreadsheet failed: source", ""]
