"""Whatever a file holds, a reader ends with records, refusals, or an error in plain words."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.helpers import claims_of
from factcheck import Claim
from factcheck.errors import FactcheckError

PIECES = st.sampled_from(
    [
        b"Claim,Source\n", b'"', b"\n", b"\r", b"\r\n", b",", b";", b"\t", b"\0", b"\xff",
        b"\xef\xbb\xbf",
        b'{"text": "a"}\n', b"{", b"}", b"[", b"]", b'"claims":', b'"text":', b"1e999", b"NaN",
        b"<script type='application/ld+json'>", b"</script>", b"<!--", b'{"@type": "ClaimReview"}',
        b"=1", b"'", b"\\", b"\\u0000", "\u2028Ünïcödé".encode(), b"999999999999999999999999",
    ]
)  # fmt: skip
BYTES = st.lists(PIECES | st.binary(max_size=6), max_size=25).map(b"".join)
KEYS = st.sampled_from(
    ["@type", "@id", "@graph", "@value", "claimReviewed", "reviewRating", "itemReviewed", "author",
     "publisher", "name", "url", "ratingValue", "bestRating", "worstRating", "alternateName",
     "text",
     "appearance", "firstAppearance", "datePublished", "claims", "claimReview", "textualRating",
     "claimant", "claimDate", "id", "tags", "figure", "date", "status", "supersedes"]
)  # fmt: skip
VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["ClaimReview", "Claim", "False", "True", "#a", "https://e.org/1", "2024-01"])
)  # fmt: skip
DOCUMENTS = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


def ends_well(data, kind):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(data)
        try:
            found, refused = claims_of(path, kind=kind)
        except FactcheckError as error:
            assert error.what
            return
    assert all(isinstance(claim, Claim) for claim in found)
    assert all(one.what and one.place.path == str(path) for one in refused)


@pytest.mark.parametrize("kind", ["csv", "jsonl", "json", "jsonld", "html", "google", "xlsx", None])
@settings(max_examples=150, deadline=None)
@given(data=BYTES)
def test_any_bytes(kind, data):
    ends_well(data, kind)


@pytest.mark.parametrize("kind", ["json", "jsonld", "google"])
@settings(max_examples=300, deadline=None)
@given(document=DOCUMENTS)
def test_any_document(kind, document):
    ends_well(json.dumps(document).encode(), kind)


@settings(max_examples=300, deadline=None)
@given(review=st.dictionaries(KEYS, DOCUMENTS, max_size=8))
def test_any_review(review):
    ends_well(json.dumps({**review, "@type": "ClaimReview"}).encode(), "jsonld")


def sheet_of(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    memory = io.BytesIO()
    book.save(memory)
    return memory.getvalue()


BOOK = sheet_of([["Claim", "Date"], ["300 came.", "2024"], ["20 left.", "2025"]])
PARTS = [name for name in zipfile.ZipFile(io.BytesIO(BOOK)).namelist() if name.endswith(".xml")]


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(PARTS),
    at=st.floats(0, 1),
    cut=st.integers(0, 30),
    put=st.sampled_from([b"", b"<", b">", b'"', b"x", b"\xff", b"</row>", b"-1", b"99999999999"]),
)
def test_any_workbook(name, at, cut, put):
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(memory, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == name:
                start = int(at * len(data))
                data = data[:start] + put + data[start + cut :]
            new.writestr(part.filename, data)
    ends_well(memory.getvalue(), "xlsx")


@settings(max_examples=100, deadline=None)
@given(at=st.integers(0, len(BOOK)), put=st.binary(max_size=4))
def test_any_archive(at, put):
    ends_well(BOOK[:at] + put + BOOK[at + len(put) :], "xlsx")
