"""Reading sound claim files."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ClaimError, Fault, NoClaims
from factcheck.model import Claim, StatedFigure
from factcheck.store.files import claim_files, fingerprint
from factcheck.store.reader import lint, read_claims
from factcheck.store.syntax import parse
from factcheck.text.locate import locate

FULL = """
[defaults]
source = "The Agency"
url = "https://example.org/a"
date = 2024-03-01
tags = ["all"]

[[claim]]
id = "full"
text = \"\"\"
  Some 3,500 people and a third of the 12.50 km.
\"\"\"
date = "2024-02"
as_of = 2023
status = "superseded"
topic = "A headline"
speaker = "A. Speaker"
tags = ["one", "all", "two"]
supersedes = "plain"
note = "A remark."
url = ""

[[claim.figure]]
text = "3,500 people"
value = 3_500
counted = "people"
event = "moved"
hedge = "about"

[[claim.figure]]
text = "12.50 km"
low = 12.45
high = "12.55"
unit = "km"

[[claim.figure]]
text = "third"
value = "1/3"

[[claim]]
id = "plain"
text = "Plain."
"""


@pytest.fixture
def store(tmp_path):
    def make(**files):
        for name, content in files.items():
            (tmp_path / name.replace("_", ".")).write_text(content, encoding="utf-8")
        return tmp_path

    return make


def test_every_field(store):
    full, plain = read_claims([store(a_toml=FULL)])
    assert full == Claim(
        id="full",
        text="Some 3,500 people and a third of the 12.50 km.",
        source="The Agency",
        date="2024-02",
        as_of="2023",
        status="superseded",
        topic="A headline",
        speaker="A. Speaker",
        tags=("all", "one", "two"),
        supersedes="plain",
        note="A remark.",
        url=None,
        figures=(
            StatedFigure(
                "3,500 people", Fraction(3500), counted="people", event="moved", hedge="about"
            ),
            StatedFigure("12.50 km", low=Fraction(1245, 100), high=Fraction(1255, 100), unit="km"),
            StatedFigure("third", Fraction(1, 3)),
        ),
    )
    assert plain.date == date(2024, 3, 1)
    assert plain.url == "https://example.org/a"


def test_jsonl_has_the_same_fields(store):
    line = (
        '{"id": "a", "text": "0.1 of\u2028it", "date": "2024-03-01", "tags": ["x"], "note": null,'
        ' "figure": [{"text": "0.1", "value": 0.1}]}\n\n'
    )
    (claim,) = read_claims([store(a_jsonl=line)])
    assert claim == Claim(
        "a",
        "0.1 of\u2028it",
        date=date(2024, 3, 1),
        tags=("x",),
        figures=(StatedFigure("0.1", Fraction(1, 10)),),
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3500", Fraction(3500)),
        ("-3", Fraction(-3)),
        ("3_500", Fraction(3500)),
        ("0.1", Fraction(1, 10)),
        ("1e6", Fraction(1_000_000)),
        ("6.02e23", Fraction(602 * 10**21)),
        ('"3,500"', Fraction(3500)),
        ('"1,234,567.25"', Fraction(123456725, 100)),
        ('"0.1"', Fraction(1, 10)),
        ('"+7"', Fraction(7)),
        ('"−7.5"', Fraction(-15, 2)),
        ('" 2 / 3 "', Fraction(2, 3)),
    ],
)
def test_numbers_are_exact(store, written, value):
    text = f'[[claim]]\nid="a"\ntext="x"\n[[claim.figure]]\ntext="x"\nvalue={written}\n'
    (claim,) = read_claims([store(a_toml=text)])
    assert claim.figures[0].value == value


@pytest.mark.parametrize("written", ['"3,50"', '"1,2345"', '"3 500"', '"3."', '".5"', '"٣"', '""'])
def test_what_is_no_number(store, written):
    text = f'[[claim]]\nid="a"\ntext="x"\n[[claim.figure]]\ntext="x"\nvalue={written}\n'
    (fault,) = lint([store(a_toml=text)])
    assert "expected a number" in fault.what


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("300 of 300", "300", (0, 3)),
        ("1,300 and 300.5 and 300th, then 300.", "300", (32, 35)),
        ("1,300", "300", None),
        ("300,500", "300", None),
        ("in 300, 400 left", "300", (3, 6)),
        ("a.3 b", "3", (2, 3)),
        ("$3bn", "3bn", (1, 4)),
        ("$3bn", "3", None),
        ("about a thirdly", "a third", None),
        ("x", "", None),
    ],
)
def test_a_stated_figure_stands_by_itself(text, words, span):
    assert locate(text, words) == span


def test_folders(store, tmp_path):
    store(a_toml='[[claim]]\nid="a"\ntext="A."')
    for name in ("deep/er/b.jsonl", "README.md", ".hidden.toml", ".git/c.toml", "factcheck.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"id": "b", "text": "B."}' if name.endswith("jsonl") else "nonsense")
    (tmp_path / "deep" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "twice.toml").symlink_to(tmp_path / "a.toml")
    names = [file.name.removeprefix(tmp_path.name) for file in claim_files([tmp_path])]
    assert names == ["/a.toml", "/deep/er/b.jsonl"]
    assert [claim.id for claim in read_claims([tmp_path, tmp_path / "a.toml"])] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "error", "what"),
    [
        ("missing", NoClaims, "no such file or folder"),
        ("notes.txt", ClaimError, "no file of claims"),
        ("empty", NoClaims, "there are no claims"),
    ],
)
def test_paths_that_hold_no_claims(tmp_path, name, error, what):
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "README.md").write_text("# none")
    with pytest.raises(error, match=what) as caught:
        read_claims([tmp_path / name])
    assert caught.value.do
    assert str(tmp_path / name) in caught.value.where


def test_drafts_alone_are_no_store(store):
    with pytest.raises(NoClaims, match="all claims are drafts"):
        read_claims([store(a_toml='[[claim]]\nid="a"\ntext="A."\nstatus="draft"')])


def test_the_fingerprint_is_that_of_the_files_and_changes_with_each(store, tmp_path):
    store(a_toml='[[claim]]\nid="a"\ntext="A."', b_toml='[[claim]]\nid="b"\ntext="B."')
    seen = [fingerprint([tmp_path])]
    assert seen[0] == read_claims([tmp_path]).fingerprint()
    (tmp_path / "b.toml").write_text('[[claim]]\nid="b"\ntext="C."')
    seen.append(fingerprint([tmp_path]))
    (tmp_path / "b.toml").rename(tmp_path / "c.toml")
    seen.append(fingerprint([tmp_path]))
    (tmp_path / "c.toml").unlink()
    seen.append(fingerprint([tmp_path]))
    (tmp_path / "README.md").write_text("no claims")
    assert fingerprint([tmp_path]) == seen[-1]
    assert len(set(seen)) == 4


def test_the_order_of_paths_never_matters(store, tmp_path):
    store(a_toml='[[claim]]\nid="z"\ntext="A."', b_toml='[[claim]]\nid="b"\ntext="B."')
    paths = [tmp_path / "a.toml", tmp_path / "b.toml"]
    forward, backward = read_claims(paths), read_claims(paths[::-1])
    assert forward == backward
    assert [claim.id for claim in forward] == ["b", "z"]


def test_the_fingerprint_needs_no_parser():
    code = (
        "import sys; from factcheck.store.files import fingerprint; fingerprint(sys.argv[1:]); "
        "print(*{'tomllib', 'json', 'rapidfuzz'} & set(sys.modules))"
    )
    claims = Path(__file__).parents[2] / "claims"
    done = subprocess.run(
        [sys.executable, "-c", code, str(claims)], capture_output=True, text=True, check=True,
        timeout=60,
    )  # fmt: skip
    assert done.stdout.split() == []


@settings(max_examples=150)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")),
    st.booleans(),
)
def test_any_bytes_give_claims_or_faults(data, is_json):
    faults: list[Fault] = []
    parsed = parse(data, "any", is_json=is_json, faults=faults)
    assert faults or all(entry.claim for entry in parsed.entries)
    assert all(0 <= fault.line <= data.count(b"\n") + 1 for fault in faults)


_TOMLISH = st.lists(
    st.sampled_from(
        ['[[claim]]\n', '[[claim.figure]]\n', '[defaults]\n', 'id = "a"\n', 'text = "3 A."\n',
         'text = """3\nA"""\n', "note = '''x\n'y'''\n", 'tags = ["a",\n"b"]\n', "value = 3\n",
         'figure = [{text = "3", low = 1}]\n', "# [[claim]]\n", "odd = 1\n", '"', "\n", "text\n"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@settings(max_examples=300)
@given(_TOMLISH)
def test_anything_like_a_claim_file_gives_claims_or_faults(text):
    faults: list[Fault] = []
    parsed = parse(text.encode(), "any", is_json=False, faults=faults)
    assert faults or all(entry.claim for entry in parsed.entries)
    lines = text.split("\n")
    for fault in faults:
        if fault.what.startswith("unknown key 'odd'"):
            assert lines[fault.line - 1] == "odd = 1"


@pytest.mark.parametrize("name", ["shared.toml", "shared"])
def test_a_link_that_leads_nowhere_is_no_store_without_its_claims(tmp_path, name):
    (tmp_path / "a.toml").write_text('[[claim]]\nid = "a"\ntext = "x"\n')
    (tmp_path / name).symlink_to(tmp_path / "unmounted")
    with pytest.raises(ClaimError, match="the link leads nowhere") as error:
        claim_files([tmp_path])
    assert error.value.where == str(tmp_path / name)


def test_other_links_that_lead_nowhere_are_passed_over(tmp_path):
    (tmp_path / "a.toml").write_text('[[claim]]\nid = "a"\ntext = "x"\n')
    for name in (".#a.toml", "notes.md"):
        (tmp_path / name).symlink_to(tmp_path / "nowhere")
    assert [file.path.name for file in claim_files([tmp_path])] == ["a.toml"]
