"""Which stretches of a draft are prose, and under which headline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.document.base import Document
from factcheck.document.html import html_document
from factcheck.document.markdown import markdown_document
from factcheck.document.passage import Passage
from factcheck.document.plain import is_headline, plain_document, plain_passages
from factcheck.document.read import READERS, read_document, read_text
from factcheck.errors import InputError


def cut(text: str, passages: list[Passage]) -> list[str]:
    return [passage.span.cut(text) for passage in passages]


def read_markdown(text: str) -> list[str]:
    document = markdown_document(text)
    return cut(document.text, list(document.passages))


PLAIN = {
    "nothing": ("", []),
    "blank lines": (" \n\t\n\r\n", []),
    "one line": ("It rained.", ["It rained."]),
    "two paragraphs": ("It rained.\n\nIt blew.", ["It rained.", "It blew."]),
    "a wrapped paragraph": ("It rained\nfor days.\n", ["It rained\nfor days."]),
    "CRLF": ("It rained\r\nfor days.\r\n\r\nIt blew.", ["It rained\r\nfor days.", "It blew."]),
    "old line ends": ("It rained.\r\rIt blew.\r", ["It rained.", "It blew."]),
    "blanks at the ends": ("  It rained. \n \n\u00a0It blew.\t", ["It rained.", "It blew."]),
    "many empty lines": ("It rained.\n\n\n\n\nIt blew.", ["It rained.", "It blew."]),
    "a line of blanks between": ("It rained.\n  \t\nIt blew.", ["It rained.", "It blew."]),
}

MARKDOWN = {
    "nothing": ("", []),
    "a paragraph": ("It rained\nfor days.\n", ["It rained for days."]),
    "front matter": ("---\ndate: 2024\n---\n\nIt rained.", ["It rained."]),
    "front matter that ends in dots": ("---\nn: 5\n...\nIt rained.", ["It rained."]),
    "a rule is no front matter": ("It rained.\n\n---\n\nIt blew.", ["It rained.", "It blew."]),
    "fenced code": ("It rained.\n```\nx = 5\n```\nIt blew.", ["It rained.", "It blew."]),
    "fenced code with a language": ("```python\nx = 5\n```\nIt blew.", ["It blew."]),
    "fenced by tildes": ("~~~\n5\n```\n6\n~~~\nIt blew.", ["It blew."]),
    "a longer fence": ("````\n```\n5\n```\n````\nIt blew.", ["It blew."]),
    "a fence that never ends": ("It rained.\n```\n5 horses", ["It rained."]),
    "a comment": ("It rained.\n\n<!-- 5 horses -->\n\nIt blew.", ["It rained.", "It blew."]),
    "a long comment": ("It rained.\n<!-- 5\nhorses\n-->\nIt blew.", ["It rained.", "It blew."]),
    "a heading": ("# A wet week\n\nIt rained.", ["A wet week", "It rained."]),
    "a closed heading": ("## A wet week ##\nIt rained.", ["A wet week", "It rained."]),
    "list items": ("- It rained.\n- It blew.\n", ["It rained.", "It blew."]),
    "starred items": ("* It rained.\n+ It blew.\n", ["It rained.", "It blew."]),
    "numbered items": ("1. It rained.\n2) It blew.\n", ["It rained.", "It blew."]),
    "a quotation": ("> It rained.\n\nIt blew.", ["It rained.", "It blew."]),
    "a reference": ("It rained.\n\n[1]: https://example.org/5\n", ["It rained."]),
    "CRLF": ("# Rain\r\n\r\nIt rained\r\nhard.\r\n", ["Rain", "It rained hard."]),
    "a thematic break of stars": ("It rained.\n\n* * *\n\nIt blew.", ["It rained.", "It blew."]),
    "a year opens a line": ("It rained in\n2024 as before.", ["It rained in 2024 as before."]),
}


@pytest.mark.parametrize(("text", "wanted"), PLAIN.values(), ids=PLAIN)
def test_plain(text: str, wanted: list[str]) -> None:
    assert cut(text, plain_passages(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(text: str, wanted: list[str]) -> None:
    assert read_markdown(text) == wanted


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("It cost `5 euros` then.", "5 euros"),
        ("See [the five towers](https://example.org/12/towers).", "12"),
        ("See https://example.org/2024/05/12 for more.", "2024"),
        ("It rained <!-- 12 days --> hard.", "12"),
        ("See <https://example.org/12> there.", "12"),
    ],
)
def test_no_prose_inside_a_line(text: str, gone: str) -> None:
    pieces = read_markdown(text)
    assert pieces
    assert not [piece for piece in pieces if gone in piece]


def test_the_first_unclosed_line_is_the_topic() -> None:
    text = "Three die in Kessel mill fire\n\nThree were killed.\n\nTwelve were hurt."
    topics = [passage.topic for passage in plain_passages(text)]
    headline = "Three die in Kessel mill fire"
    assert topics == [None, headline, headline]


def test_a_word_or_two_are_no_topic() -> None:
    text = "Loading Now\n\nThree die in Kessel mill fire\n\nThree were killed."
    assert [p.topic for p in plain_passages(text)][-1] == "Three die in Kessel mill fire"


def test_each_section_has_its_heading_for_a_topic() -> None:
    text = "It rained.\n\n# Brome fire\n\nTwo died.\n\n## Este flood\n\nFive died.\n"
    topics = [passage.topic for passage in markdown_document(text).passages]
    assert topics == [None, None, "Brome fire", None, "Este flood"]


@pytest.mark.parametrize(
    ("piece", "wanted"),
    [
        ("Three die in mill fire", True),
        ("Three died.", False),
        ("“Three died.”", False),
        ("Did three die?", False),
        ("Three die\nin mill fire", False),
        ("word " * 30, False),
    ],
)
def test_headlines(piece: str, wanted: bool) -> None:
    assert is_headline(piece) is wanted


def test_formats(tmp_path: Path) -> None:
    text = "# Rain\n\nIt rained.\n"
    for ending in (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"):
        assert ending in READERS
        path = tmp_path / f"draft{ending.upper()}"
        path.write_text(text, encoding="utf-8")
        assert "It rained." in read_document(path).text
    bare = tmp_path / "draft"
    bare.write_text(text, encoding="utf-8")
    assert read_document(bare).passages == read_text(text).passages


def test_an_unknown_format_names_those_that_are_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.epub") as caught:
        read_document(tmp_path / "draft.epub")
    assert ".md" in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_document(tmp_path / "draft.txt")


def test_the_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"\xef\xbb\xbfIt rained.")
    read = read_document(path)
    assert cut(read.text, list(read.passages)) == ["It rained."]


MARKS = st.sampled_from(
    ["#", "---", "```", "~~~", "<!--", "-->", "|", "- ", "> ", "1. ", "[a](b)", "`", "\r", "\r\n",
     "\n", "\n\n", " ", "**", "[^1]", "&amp;", "&#8209;", "<b>", "</b>", "<p>",
     "<table>", "<td>", "<tr>", "</table>", "<sup>", "</sup>", "<br>", "<div hidden>", "</div>",
     "<!-- factcheck off -->", "|a|b|\n|-|-|\n", "It rained. ", "5 men", "\0", "\ud800", "\u2028", "https://a.b/5"]
)  # fmt: skip
marked = st.one_of(st.text(max_size=80), st.lists(MARKS, max_size=20).map("".join))


@pytest.mark.parametrize("reader", [plain_document, markdown_document, html_document])
@given(text=marked)
@example(text="#\u2028")
@settings(max_examples=150, deadline=None)
def test_passages_stand_in_the_text_in_order(reader: Callable[[str], Document], text: str) -> None:
    at = 0
    document = reader(text)
    for span, _, whole, *_ in document.passages:
        assert at <= span.start < span.end <= len(document.text)
        assert span.cut(document.text) == span.cut(document.text).strip()
        place = document.origin.place(span)
        assert place.span is not None
        assert 0 <= place.span[0] <= place.span[1] <= len(text)
        assert not whole
        at = span.end


@given(marked)
@settings(max_examples=150, deadline=None)
def test_plain_text_loses_nothing_but_blanks(text: str) -> None:
    kept = "".join(cut(text, plain_passages(text)))
    assert "".join(kept.split()) == "".join(text.split())
