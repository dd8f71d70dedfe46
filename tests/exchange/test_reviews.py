"""ClaimReview and Claim in JSON-LD, in pages, and in the Fact Check Tools API's answers."""

from __future__ import annotations

import json
from datetime import date

import pytest

from exchange.helpers import claims_of, read
from factcheck.errors import InputError

RATING = {"@type": "Rating", "ratingValue": "1", "bestRating": 5, "worstRating": 1,
          "alternateName": "False"}  # fmt: skip
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checkers.example/flat",
    "claimReviewed": "The world has  3 edges.",
    "datePublished": "2024-06-22",
    "author": {"@type": "Organization", "name": "Checkers"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A. Square"},
        "datePublished": "2024-06-20",
        "firstAppearance": "https://first.example/1",
        "appearance": [{"@type": "WebPage", "url": "https://second.example/2"}, "word of mouth"],
    },
    "reviewRating": RATING,
}


@pytest.fixture
def given(tmp_path):
    """Write a document, and give its path."""

    def write(document, name="a.jsonld"):
        path = tmp_path / name
        text = document if isinstance(document, str) else json.dumps(document)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_review(given):
    (claim,), refused = claims_of(given(REVIEW))
    assert refused == []
    assert (claim.text, claim.status) == ("The world has 3 edges.", "debunked")
    assert (claim.source, claim.speaker) == ("Checkers", "A. Square")
    assert (claim.url, claim.date) == (REVIEW["url"], date(2024, 6, 20))
    assert claim.note == (
        "rated “False” (1, from 1 to 5); reviewed on 2024-06-22; "
        "seen at https://first.example/1, https://second.example/2"
    )


@pytest.mark.parametrize(
    ("rating", "status"),
    [
        ({"ratingValue": 5, "bestRating": 5, "worstRating": 1}, "current"),
        ({"alternateName": "Pants on Fire"}, "debunked"),
        ({"alternateName": {"@value": "Falsch", "@language": "de"}}, "draft"),
        ({"ratingValue": "Faux"}, "debunked"),
        ({"alternateName": "Unproven"}, "draft"),
        ({}, "draft"),
        (None, "draft"),
        ("False", "draft"),
        ([RATING, {"alternateName": "True"}], "debunked"),
    ],
)
def test_ratings(given, rating, status):
    (claim,), _ = claims_of(given({**REVIEW, "reviewRating": rating}))
    assert claim.status == status


def test_a_draft_is_told_why(given):
    (record,), _ = read(given({**REVIEW, "reviewRating": {"alternateName": "Unproven"}}))
    assert record.remark == "a draft: “Unproven” is neither true nor false"


@pytest.mark.parametrize(
    "type_",
    ["ClaimReview", ["Review", "ClaimReview"], "https://schema.org/ClaimReview",
     "schema:ClaimReview", "http://schema.org#ClaimReview"],
)  # fmt: skip
def test_types_however_written(given, type_):
    (claim,), _ = claims_of(given({**REVIEW, "@type": type_}, "a.json"))
    assert claim.status == "debunked"


def test_a_graph_whose_nodes_name_each_other(given):
    graph = [
        {**REVIEW, "author": {"@id": "#us"}, "itemReviewed": {"@id": "#claim"}},
        {"@id": "#us", "@type": "Organization", "name": "Us"},
        {"@id": "#claim", "@type": "Claim", "author": "Somebody", "datePublished": "2023"},
        {"@type": "Claim", "text": "The tower has 9 floors.", "author": [{"name": "A"}, "B"]},
    ]
    found, _ = read(given({"@context": "https://schema.org", "@graph": graph}))
    assert [record.place.inside for record in found] == ["/@graph/0", "/@graph/3"]
    first, second = (dict(record.fields) for record in found)
    assert (first["source"], first["speaker"], first["date"]) == ("Us", "Somebody", "2023")
    assert (second["text"], second["source"]) == ("The tower has 9 floors.", "A, B")
    assert second["status"] == "draft"  # nobody has reviewed it
    assert "nobody vouches" in found[1].remark


def test_lists_and_publishers(given):
    second = {**REVIEW, "author": None, "publisher": {"name": "P"}, "url": None}
    found, _ = claims_of(given([[REVIEW], {"x": {"y": second}}]))
    assert [claim.source for claim in found] == ["Checkers", "P"]
    # where the claim was made is no address of its review
    assert found[1].url is None
    assert "seen at https://first.example/1" in found[1].note


def test_a_review_of_nothing(given):
    (refused,), _ = read(given({**REVIEW, "claimReviewed": " "}))
    assert refused.what == "the ClaimReview has no claimReviewed"


PAGE = """<!doctype html>
<html><head><SCRIPT
  type="application/ld+json; charset=utf-8">
{review}
</SCRIPT>
<script type="text/javascript">"<script type='application/ld+json'>"</script>
<script type="application/ld+json">
<!-- {review}; -->
</script>
<script type="application/ld+json">{{"a": }}</script>
<script type="application/ld+json">{{"a": "tab\tinside"}}</script>
</head></html>"""


def test_a_page(given):
    found, source = read(given(PAGE.format(review=json.dumps(REVIEW)), "a.html"))
    assert [(one.place.line, getattr(one, "what", "")) for one in found] == [
        (4, ""),
        (8, ""),
        (10, "not JSON, column 7: Expecting value"),
    ]
    assert source.details["encoding"] == "UTF-8"


def test_a_page_that_breaks_off(given):
    text = PAGE.format(review=json.dumps(REVIEW)).partition("</SCRIPT>")[0]
    assert len(claims_of(given(text, "a.html"))[0]) == 1


def test_a_page_without(given):
    with pytest.raises(InputError, match="holds no JSON-LD"):
        read(given("<html><p>x</html>", "a.html"))


ANSWER = {
    "claims": [
        {
            "text": "Ferries sank 12 times.",
            "claimant": "Posts",
            "claimDate": "2021-01-02T00:00:00Z",
            "claimReview": [
                {"publisher": {"name": "P", "site": "p.example"}, "url": "https://p.example/x",
                 "title": "No", "reviewDate": "2021-01-05T00:00:00Z",
                 "textualRating": "Pants on Fire!", "languageCode": "en"},
                {"publisher": {"site": "q.example"}, "textualRating": "True"},
                7,
            ],
        },
        {"text": "Nobody has reviewed this."},
        {"claimReview": []},
        "x",
    ],
    "nextPageToken": "y",
}  # fmt: skip


def test_an_answer(given):
    found, refused = claims_of(given(ANSWER, "a.json"))
    assert [(c.source, str(c.status)) for c in found] == [
        ("P", "debunked"),
        ("q.example", "current"),
        (None, "draft"),
    ]
    first = found[0]
    assert (first.text, first.speaker) == ("Ferries sank 12 times.", "Posts")
    assert (first.url, first.date) == ("https://p.example/x", date(2021, 1, 2))
    assert first.note == "rated “Pants on Fire!”; reviewed on 2021-01-05"
    assert [one.place.inside for one in refused] == [
        "/claims/0/claimReview/2",
        "/claims/2",
        "/claims/3",
    ]


def test_pages_of_answers(given):
    found, _ = claims_of(
        given([ANSWER, {"claims": []}, {}], "a.json"),
    )
    assert len(found) == 3
