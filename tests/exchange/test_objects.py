"""JSON and JSONL, and how formats are told apart."""

from __future__ import annotations

import json

import pytest

from exchange.helpers import claims_of, read, records
from factcheck.errors import InputError
from factcheck.exchange.base import Source
from factcheck.exchange.formats import READERS, WRITERS, recognised


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_lines(tmp_path):
    text = '{"text": "a", "outlet": "b"}\n\n{"text": }\n[1]\n{"claim": "c", "x": 1}\n'
    found, source = read(write(tmp_path, "a.jsonl", text))
    assert [(one.place.line, getattr(one, "what", "")) for one in found] == [
        (1, ""),
        (3, "not JSON, column 10: Expecting value"),
        (4, "a claim must be an object, not a list"),
        (5, ""),
    ]
    assert found[0].fields == {"text": "a", "source": "b"}
    assert list(source.unused) == ["x"]


@pytest.mark.parametrize("text", ['[{"text": "a"}, 7]', '{"claims": [{"text": "a"}, 7]}'])
def test_a_document(tmp_path, text):
    first, second = read(write(tmp_path, "a.json", text))[0]
    assert first.fields == {"text": "a"}
    assert first.place.inside in ("/0", "/claims/0")
    assert second.what == "a claim must be an object, not the number 7"


def test_line_and_column_of_broken_json(tmp_path):
    path = write(tmp_path, "a.json", '[\n  {"text": "a"},\n  {"text" "b"}\n]')
    with pytest.raises(InputError, match=r"a.json:3: not JSON, column 11: Expecting ':'"):
        read(path)


def test_a_key_that_stands_twice(tmp_path):
    (refused,), _ = read(write(tmp_path, "a.jsonl", '{"text": "a", "text": "b"}\n'))
    assert "a key stands twice" in refused.what


def test_a_figure_and_numbers_are_kept_exact(tmp_path):
    row = '{"id": 7, "text": "x 0.10 y", "date": 2024, "figure": [{"text": "0.10", "value": 0.10}]}'
    (claim,), _ = claims_of(write(tmp_path, "a.jsonl", row))
    assert (claim.id, claim.date) == ("7", "2024")
    assert str(claim.figures[0].value) == "1/10"


def test_what_is_no_text_is_refused(tmp_path):
    rows = '{"text": ["a"]}\n{"text": "a", "tags": {"b": 1}}\n{"text": "a", "source": true}\n'
    found, refused = claims_of(write(tmp_path, "a.jsonl", rows))
    assert found == []
    assert [one.what.partition(":")[0] for one in refused] == ["text", "tags", "source"]


REVIEW = {"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "x"}


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.csv", "Claim\nx\n", "csv"),
        ("a.tsv", "Claim\nx\n", "csv"),
        ("a.jsonl", '{"text": "x"}\n', "jsonl"),
        ("a.txt", '{"text": "x"}\n{"text": "y"}\n', "jsonl"),
        ("a.json", '[{"text": "x"}]', "json"),
        ("a.json", '{"claims": [{"text": "x"}]}', "json"),
        ("a.json", '{\n"claims": [{"text": "x", "claimReview": []}]}', "google"),
        ("a.json", json.dumps(REVIEW), "jsonld"),
        ("a", json.dumps(REVIEW), "jsonld"),
        ("a.csv", "<!doctype html><p>", "html"),
    ],
)
def test_the_format_is_told(tmp_path, name, text, kind):
    assert recognised(Source(write(tmp_path, name, text))) == kind


def test_what_is_in_no_format(tmp_path):
    with pytest.raises(InputError, match="not told by its content") as error:
        recognised(Source(write(tmp_path, "a.doc", "x")))
    assert "--from csv, xlsx" in error.value.do
    old = tmp_path / "a.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0rest")
    with pytest.raises(InputError, match="old Excel"):
        recognised(Source(old))
    with pytest.raises(InputError, match="No such file"):
        recognised(Source(tmp_path / "none.csv"))


def test_the_options_name_every_format():
    from factcheck.cli.claims import exchange

    assert {str(one) for one in exchange._In} == set(READERS)
    assert {str(one) for one in exchange._Out} == set(WRITERS)


def test_records_alone(tmp_path):
    assert len(records(write(tmp_path, "a.jsonl", '{"text": "a"}\n'))) == 1
