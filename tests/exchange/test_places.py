"""Every record of a document is told with its line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.helpers import claims_of, read
from factcheck.exchange.json_places import lines_of

REVIEW = '{"@type": "ClaimReview", "claimReviewed": "x y"}'


def places(path, kind=None):
    return [(one.place.line, one.place.inside) for one in read(path, kind=kind)[0]]


@pytest.mark.parametrize("at", ["", "/claims"])
def test_json(tmp_path, at):
    path = tmp_path / "a.json"
    listed = '[\n{"text": "a {\\"b\\"}"},\n\n{"text":\n"c", "figure": [{"text": "{"}]}, {"x": 1}\n]'
    path.write_text(f'{{"claims": {listed}}}' if at else listed, "utf-8")
    assert places(path, "json") == [(2, f"{at}/0"), (4, f"{at}/1"), (5, f"{at}/2")]


def test_json_ld(tmp_path):
    path = tmp_path / "a.jsonld"
    path.write_text(f'{{"@graph": [\n{REVIEW},\n{REVIEW}\n]}}', "utf-8")
    assert places(path, "jsonld") == [(2, "/@graph/0"), (3, "/@graph/1")]


@pytest.mark.parametrize("opening", ["", "\n<!--\n"])
def test_a_page(tmp_path, opening):
    path = tmp_path / "a.html"
    script = f'<script type="application/ld+json">{opening}\n[{REVIEW},\n{REVIEW}]</script>'
    path.write_text(f"<html>\n{script}", "utf-8")
    first = 3 + opening.count("\n")
    assert places(path) == [(first, "/0"), (first + 1, "/1")]


def test_a_page_with_a_key_twice_names_the_line_of_its_script(tmp_path):
    path = tmp_path / "a.html"
    script = '{"a": {}, "a": {},\n"b": ' + REVIEW + "}"
    path.write_text(f'\n<script type="application/ld+json">{script}</script>', "utf-8")
    assert places(path) == [(2, "/b")]


def test_google(tmp_path):
    path = tmp_path / "a.json"
    review = '{"url": "https://a.b"}'
    claims = f'{{"text": "a", "claimReview": [\n{review},\n{review}]}},\n{{"text": ""}}'
    path.write_text(f'{{"claims": [\n{claims}], "nextPageToken": "CAo"}}', "utf-8")
    found, source = read(path, kind="google")
    assert [one.place.line for one in found] == [3, 4, 5]
    assert source.details["further pages"] == "not in this file (nextPageToken)"


TEXTS = st.text('a{}[]":,\\\n', max_size=6)
DOCUMENTS = st.recursive(
    TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=20
)


@given(document=DOCUMENTS, indent=st.sampled_from([None, 0, 2]))
def test_the_line_of_every_object(document, indent):
    """Each object is found where decoding from its line on gives it."""
    text = json.dumps(document, indent=indent)
    found = json.loads(text)
    rows = text.splitlines()
    pending = [found]
    line_of = lines_of(found, text)
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            rest = "\n".join(rows[line_of[id(one)] - 1 :])
            starts = [at for at, char in enumerate(rest.split("\n")[0]) if char == "{"]
            assert any(_decoded(rest[at:]) == one for at in starts)
            pending += one.values()
        elif isinstance(one, list):
            pending += one


def _decoded(text):
    try:
        return json.JSONDecoder().raw_decode(text)[0]
    except ValueError:
        return None


def test_remedies_fit_the_format(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("[1]", "utf-8")
    _, (refused,) = claims_of(path, kind="json")
    assert refused.do.startswith("a claim is an object")
    _, (refused,) = claims_of(path, kind="jsonl")
    assert refused.do.startswith("each line is one claim")
