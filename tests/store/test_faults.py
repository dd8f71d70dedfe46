"""Every kind of fault in claim files, with its line; `»` marks it in the sample."""

from __future__ import annotations

import pytest

from factcheck.errors import ClaimFaults
from factcheck.store.reader import lint, read_claims

# (what the sample is about, sample, part of the message, part of the remedy)
TOML = [
    ("unknown key", '[[claim]]\nid = "a"\ntext = "A."\n»souce = "x"\n', "'souce'", "'source'"),
    ("unknown key, hyphen", '[[claim]]\nid = "a"\ntext = "A."\n»as-of = "2024"\n', "'as-of'", "'as_of'"),
    ("unknown key, far off", '[[claim]]\nid = "a"\ntext = "A."\n»zzz = 1\n', "'zzz'", "known are"),
    ("unknown key, plural", '[[claim]]\nid = "a"\ntext = "A."\n»figures = []\n', "'figures'", "'figure'"),
    ("unknown key, quoted", '[[claim]]\nid = "a"\ntext = "A."\n»"se urce" = 1\n', "'se urce'", ""),
    ("unknown subtable", '[[claim]]\nid = "a"\ntext = "A."\n»[claim.place]\nx = 1\n', "'place'", ""),
    ("unknown dotted key", '[[claim]]\nid = "a"\ntext = "A."\n»place.x = 1\n', "'place'", ""),
    ("unknown table", '»[[claims]]\nid = "a"\n', "'claims' at the top", "'claim'"),
    ("claim key at the top", '»text = "A."\n', "'text' at the top", "[[claim]]"),
    ("single brackets", '»[claim]\nid = "a"\ntext = "A."\n', "list of tables", "[[claim]]"),
    ("claim is a number", "»claim = 3\n", "list of tables", "[[claim]]"),
    ("claim holds numbers", "»claim = [3]\n", "a claim must be a table", ""),
    ("defaults unknown key", '[defaults]\n»sorce = "x"\n', "'sorce'", "'source'"),
    ("defaults with id", '[defaults]\n»id = "x"\n', "'id'", "in each [[claim]]"),
    ("defaults with text", '[defaults]\nurl = "https://a.org"\n»text = "x"\n', "'text'", "in each"),
    ("defaults is a number", "»defaults = 3\n", "defaults must be a table", "[defaults]"),
    ("defaults bad date", '[defaults]\n»date = "soon"\n[[claim]]\nid="a"\ntext="A."\n', "date:", ""),
    ("no id", '»[[claim]]\ntext = "A."\n', "no id", 'id = "'),
    ("no text", '»[[claim]]\nid = "a"\n', "no text", 'text = "'),
    ("second claim without id", '[[claim]]\nid="a"\ntext="A."\n\n»[[claim]]\ntext="B."\n', "no id", ""),
    ("empty id", '[[claim]]\n»id = ""\ntext = "A."\n', "id: is empty", ""),
    ("empty text", '[[claim]]\nid = "a"\n»text = "  "\n', "text: is empty", ""),
    ("id is a number", '[[claim]]\n»id = 3\ntext = "A."\n', "the number 3", "quotation marks"),
    ("text is a date", '[[claim]]\nid = "a"\n»text = 2024-03-01\n', "the date 2024", ""),
    ("text is a decimal", '[[claim]]\nid = "a"\n»text = 3.5\n', "the number 3.5", ""),
    ("source is a list", '[[claim]]\nid = "a"\ntext = "A."\n»source = ["x"]\n', "a list", ""),
    ("source is a truth value", '[[claim]]\nid = "a"\ntext = "A."\n»source = true\n', "true", ""),
    ("tags is a text", '[[claim]]\nid = "a"\ntext = "A."\n»tags = "x"\n', "expected a list", '["one"'),
    ("tags holds a number", '[[claim]]\nid = "a"\ntext = "A."\n»tags = [\n"x",\n3]\n', "number 3", ""),
    ("control character", '[[claim]]\nid = "a"\n»text = "A\\u0000."\n', "U+0000", "take it out"),
    ("no web address", '[[claim]]\nid = "a"\ntext = "A."\n»url = "see there"\n', "web address", "https"),
    ("unknown status", '[[claim]]\nid = "a"\ntext = "A."\n»status = "curent"\n', "'curent'", "'current'"),
    ("status in capitals", '[[claim]]\nid = "a"\ntext = "A."\n»status = "Draft"\n', "'Draft'", "'draft'"),
    ("empty status", '[[claim]]\nid = "a"\ntext = "A."\n»status = ""\n', "status:", "known are"),
    ("date in words", '[[claim]]\nid = "a"\ntext = "A."\n»date = "March 2024"\n', "no date", "2025-02"),
    ("month 13", '[[claim]]\nid = "a"\ntext = "A."\n»as_of = "2024-13"\n', "no date", ""),
    ("day 30 February", '[[claim]]\nid = "a"\ntext = "A."\n»date = "2024-02-30"\n', "there is no day", ""),
    ("time of day", '[[claim]]\nid = "a"\ntext = "A."\n»date = 2024-02-03T10:00:00\n', "time of day", ""),
    ("only a time", '[[claim]]\nid = "a"\ntext = "A."\n»date = 10:00:00\n', "expected a date", ""),
    ("year 12", '[[claim]]\nid = "a"\ntext = "A."\n»date = 12\n', "expected a date", ""),
    ("duplicate id", '[[claim]]\nid="a"\ntext="A."\n[[claim]]\ntext="B."\n»id="a"\n', "used twice: also in", ""),
    ("supersedes nothing", '[[claim]]\nid="abcd"\ntext="A."\n[[claim]]\nid="b"\ntext="B."\n»supersedes="abdc"\n', "no claim of that id", "'abcd'"),
    ("supersedes itself", '[[claim]]\nid="a"\ntext="A."\n»supersedes="a"\n', "supersedes itself", ""),
    ("supersedes in a circle", '[[claim]]\nid="a"\ntext="A."\n»supersedes="b"\n[[claim]]\nid="b"\ntext="B."\nsupersedes="a"\n', "a → b → a", "take out"),
    ("supersedes a list", '[[claim]]\nid="a"\ntext="A."\n»supersedes=["b"]\n', "expected text", ""),
    # tables of stated figures
    ("figure is a table", '[[claim]]\nid="a"\ntext="3 A."\n»figure = {text="3"}\n', "list of tables", "[[claim.figure]]"),
    ("figure is a number", '[[claim]]\nid="a"\ntext="3 A."\n»figure = [3]\n', "must be a table", ""),
    ("figure without text", '[[claim]]\nid="a"\ntext="3 A."\n»[[claim.figure]]\nvalue = 3\n', "no text", "copy"),
    ("figure not in the text", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\nvalue=3\n»text="4"\n', "'4' is not in", "copy"),
    ("figure inside a number", '[[claim]]\nid="a"\ntext="1,300 A."\n[[claim.figure]]\nvalue=3\n»text="300"\n', "piece of a longer", ""),
    ("figure states nothing", '[[claim]]\nid="a"\ntext="3 A."\n»[[claim.figure]]\ntext="3"\n', "states nothing", ""),
    ("value and low", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»value=3\nlow=2\n', "beside low", ""),
    ("value and high", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\nhigh=2\n»value=3\n', "beside low or high", ""),
    ("low above high", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»low=3\nhigh=2\n', "low (3) is more than high (2)", "exchange"),
    ("value in words", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»value="three"\n', "expected a number", "3500"),
    ("value with unit", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»value="3 km"\n', "expected a number", "unit"),
    ("value is nan", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»value=nan\n', "expected a number", ""),
    ("value is infinite", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»value=-inf\n', "expected a number", ""),
    ("value is astronomic", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»value=9e99999999\n', "expected a number", ""),
    ("value over zero", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»value="1/0"\n', "expected a number", ""),
    ("value is true", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»value=true\n', "found true", ""),
    ("unknown hedge", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\n»hedge="abuot"\n', "'abuot'", "'about'"),
    ("unknown figure key", '[[claim]]\nid="a"\ntext="3 A."\n[[claim.figure]]\ntext="3"\nlow=1\n»hihg=3\n', "'hihg'", "'high'"),
    ("second figure", '[[claim]]\nid="a"\ntext="3 A, 4 B."\n[[claim.figure]]\ntext="3"\nlow=1\n[[claim.figure]]\ntext="4"\n»valeu=3\nlow=1\n', "'valeu'", "'value'"),
    ("one figure twice", '[[claim]]\nid="a"\ntext="3 A, 3 B."\n[[claim.figure]]\ntext="3"\nlow=1\n[[claim.figure]]\n»text="3"\nlow=1\n', "stated twice", "words around"),
    ("inline figure", '[[claim]]\nid="a"\ntext="3 A."\n»figure=[{text="4", value=3}]\n', "not in the claim", ""),
    # syntax
    ("open quotation", '[[claim]]\n»id = "a\ntext = "A."\n', "not TOML", "not closed"),
    ("no quotation marks", '[[claim]]\nid = "a"\n»text = Three men.\n', "not TOML", "quotation marks"),
    ("inner quotation marks", '[[claim]]\nid = "a"\n»text = "He said "no"."\n', "not TOML", '\\"'),
    ("key without value", '[[claim]]\nid = "a"\n»text\n', "not TOML", 'key = "value"'),
    ("key twice", '[[claim]]\nid = "a"\ntext = "A."\n»text = "B."\n', "not TOML", "only once"),
    ("backslash", '[[claim]]\nid = "a"\n»text = "C:\\Users"\n', "not TOML", ""),
    ("bad day", '[[claim]]\nid = "a"\ntext = "A."\n»date = 2024-02-31\n', "not TOML", "no such day"),
    ("open long text", '[[claim]]\nid = "a"\ntext = """A.\n»B.\n', "not TOML", "close the text"),
    # the line scan
    ("after a long text", '[[claim]]\nid = "a"\ntext = """\n[[claim]]\nsouce = "x" # \\"""\n"""\n»souce = 1\n', "'souce'", ""),
    ("after a literal text", "[[claim]]\nid = \"a\"\ntext = '''\n[[claim]]\n'' souce = 1\n'''\n»souce = 1\n", "'souce'", ""),
    ("after five quotation marks", '[[claim]]\nid = "a"\ntext = """say ""no"""""\n»souce = 1\n', "'souce'", ""),
    ("after a list", '[[claim]]\nid = "a"\ntext = "A."\ntags = [ # ]\n  "[[claim]]",\n  "]",\n]\n»souce = 1\n', "'souce'", ""),
    ("after a comment", '# "[[claim]]\n[[claim]] # "x\nid = "a" # = \ntext = "A."\n\n  »souce = 1\n', "'souce'", ""),
    ("spaced header", '[[ claim ]]\nid="a"\ntext="3 A."\n»[[ claim . "figure" ]]\ntext="3"\n', "states nothing", ""),
    ("line ends of Windows", '[[claim]]\r\nid = "a"\r\ntext = """\r\nA."""\r\n»souce = 1\r\n', "'souce'", ""),
    ("byte order mark", '\ufeff[[claim]]\nid = "a"\ntext = "A."\n»souce = 1\n', "'souce'", ""),
]  # fmt: skip

JSONL = [
    ("no JSON", '{"id": "a", "text": "A."}\n»{"id": "b",}\n', "not JSON, column", "each line"),
    ("no table", '»["id"]\n', "a claim must be a table", ""),
    ("unknown key", '\n\n»{"id": "a", "text": "A.", "souce": 1}\n', "'souce'", "'source'"),
    ("key twice", '»{"id": "a", "id": "b", "text": "A."}\n', "'id' stands twice", "keep one"),
    ("not a number", '»{"id": "a", "text": "3 A.", "figure": [{"text": "3", "value": NaN}]}\n', "NaN", ""),
    ("half a character", '»{"id": "a", "text": "A \\ud800"}\n', "U+D800", "take it out"),
    ("no text", '{"id": "b", "text": "B."}\n»{"id": "a", "text": null}\n', "no text", ""),
    ("second claim", '{"id": "a", "text": "A."}\n»{"id": "b", "text": ""}\n', "text: is empty", ""),
    ("figure", '»{"id": "a", "text": "A.", "figure": [{"text": "3", "low": 1}]}\n', "not in the", ""),
    ("duplicate id", '{"id": "a", "text": "A."}\n»{"id": "a", "text": "B."}\n', "used twice", ""),
    ("a separator within a text", '{"id": "a", "text": "A\u2028B"}\n»{"id": "b"}\n', "no text", ""),
    ("huge number", '»{"id": ' + "9" * 5000 + "}\n", "not readable as JSON", ""),
    ("deep", "»" + "[" * 100_000 + "\n", "not readable as JSON", ""),
]  # fmt: skip

CASES = [("toml", *case) for case in TOML] + [("jsonl", *case) for case in JSONL]


@pytest.mark.parametrize(
    ("suffix", "sample", "what", "do"),
    [(suffix, *rest) for suffix, _, *rest in CASES],
    ids=[f"{case[0]}: {case[1]}" for case in CASES],
)
def test_fault(tmp_path, suffix, sample, what, do):
    marked = sample.split("\n")
    path = tmp_path / f"claims.{suffix}"
    path.write_bytes(sample.replace("»", "").encode())
    (fault,) = lint([tmp_path])
    assert fault.path == str(path)
    assert [fault.line] == [n for n, line in enumerate(marked, 1) if "»" in line]
    assert what in fault.what
    assert do in fault.do
    with pytest.raises(ClaimFaults, match=f":{fault.line}: "):
        read_claims([tmp_path])


def test_all_faults_of_all_files_come_at_once(tmp_path):
    (tmp_path / "a.toml").write_text(
        '[defaults]\ndate = "soon"\n[[claim]]\nid = "one"\ntext = "A.\n\n'
        '[[claim]]\nid = "two"\ntxet = "A."\n\n[[claim]]\nid = "three\n\n'
        '[[claim]]\nid = "four"\ntext = "D."\nsupersedes = "two"\nstatus = "on"\n'
    )
    (tmp_path / "b.jsonl").write_text('{"id": "four", "text": "D."}\n{"id"}\n')
    faults = lint([tmp_path])
    assert [(fault.path[-7:].strip("/"), fault.line, fault.what.split(":")[0]) for fault in faults] == [
        ("a.toml", 2, "date"),
        ("a.toml", 5, "not TOML, column 11"),
        ("a.toml", 7, "the claim has no text"),
        ("a.toml", 9, "unknown key 'txet'"),
        ("a.toml", 12, "not TOML, column 12"),
        ("a.toml", 18, "status"),
        ("b.jsonl", 1, "the id 'four' is used twice"),
        ("b.jsonl", 2, "not JSON, column 6"),
    ]
    assert f"{tmp_path / 'a.toml'}:15" in faults[6].what


def test_a_name_in_an_unreadable_part_is_no_further_fault(tmp_path):
    (tmp_path / "a.toml").write_text(
        '[[claim]]\nid = "old"\ntext = oops\n[[claim]]\nid = "new"\ntext = "A."\nsupersedes = "old"\n'
    )
    assert [fault.line for fault in lint([tmp_path])] == [3]


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b'[[claim]]\nid = "caf\xe9"\n', 2, "offset 19 (byte 0xe9): likely ISO-8859-1"),
        ('[[claim]]\nid = "a"\n'.encode("utf-16"), 1, "UTF-16"),
    ],
)
def test_a_file_that_is_not_utf8(tmp_path, data, line, what):
    (tmp_path / "a.toml").write_bytes(data)
    (fault,) = lint([tmp_path])
    assert fault.line == line
    assert what in fault.what
    assert "save it as UTF-8" in fault.do


def test_a_very_broken_file_ends(tmp_path):
    (tmp_path / "a.toml").write_text("[[claim]]\nid = \n" * 500)
    assert len(lint([tmp_path])) == 50


@pytest.mark.parametrize("text", ["x = " + "[" * 100_000, "x = " + "9" * 5000])
def test_absurd_toml_is_a_fault(tmp_path, text):
    (tmp_path / "a.toml").write_text(text)
    (fault,) = lint([tmp_path])
    assert "not " in fault.what
