"""Every figure of a draft is found again in the original, whatever stands around and inside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import Checker, Claim
from factcheck.document.base import Document
from factcheck.document.html import html_document
from factcheck.document.markdown import markdown_document
from factcheck.document.plain import plain_document
from factcheck.model import Span

CHECKER = Checker([Claim(id="a", text="The mill had 3 chimneys.")])
LONG_HTML = "".join(f"<tr><td>Town {n}</td><td>{n},<b>500</b></td></tr>\r\n" for n in range(1, 301))
LONG_MD = "".join(f"| Town no. {n} | {n},**500** |\r\n" for n in range(1, 301))

HTML = {
    "emoji": ("<p>🔥🧑‍🚒 At 😀 Brome 1,500 men left.</p>", ["1,500"]),
    "combining marks": ("<p>Caf\u0065\u0301 Zo\u0308e sold 1,500 cups.</p>", ["1,500"]),
    "tabs and CRLF": ("<p>\r\n\tSome\t\t1,500\r\n\tmen left.\r\n</p>", ["1,500"]),
    "a split number": ("<p>Some 1<b>,500</b> men left.</p>", ["1<b>,500"]),
    "a number split thrice": ("<p>Some <i>1</i>,<b>50<u>0</u></b> men left.</p>",
                              ["1</i>,<b>50<u>0"]),
    "entities around": ("<p>&laquo;A&nbsp;&amp;&nbsp;B&raquo; had 1,500&nbsp;men &mdash; all.</p>",
                        ["1,500"]),
    "entities inside": ("<p>Some 1&#8239;500 men and &#x31;2 dogs left.</p>",
                        ["1&#8239;500", "&#x31;2"]),
    "a thin space": ("<p>Some 12&thinsp;500 men left.</p>", ["12&thinsp;500"]),
    "a currency": ("<p>It cost &pound;1.5 million then.</p>", ["&pound;1.5 million"]),
    "a soft hyphen": ("<p>Some 1,5&shy;00 men left.</p>", ["1,5&shy;00"]),
    "a comment inside": ("<p>Some 1,5<!-- x -->00 men left.</p>", ["1,5<!-- x -->00"]),
    "deleted and inserted": ("<p>Some <del>65</del><ins>72</ins> men left.</p>", ["72"]),
    "a mark of a note": ("<p>Some 1,500<sup>3</sup> men left.</p>", ["1,500"]),
    "a square": ("<p>It has 12 km<sup>2</sup> of woods.</p>", ["12"]),
    "a table": ("<table><tr><th>Town<th>Dead</tr><tr><td>Brome<td>1,500</table>", ["1,500"]),
    "a long table": (f"<table><tr><th>Place</th><th>Dead</th></tr>{LONG_HTML}</table>",
                     [f"{n},<b>500" for n in range(1, 301)]),
}  # fmt: skip
MARKDOWN = {
    "emoji": ("# 🔥 Fire\n\n🧑‍🚒 At 😀 Brome 1,500 men left.", ["1,500"]),
    "combining marks": ("Caf\u0065\u0301 *Zo\u0308e* sold 1,500 cups.", ["1,500"]),
    "tabs and CRLF": ("- Some\t\t1,500\r\n\tmen left.\r\n", ["1,500"]),
    "emphasis inside": ("Some **1**,500 men and __12__ dogs left.", ["1**,500", "12"]),
    "a link": ("Some [1,500 men](http://a.b/12) left.", ["1,500"]),
    "a mark of a note": ("Some 1,500[^2] men left.\n\n[^2]: Of whom 30 came back.",
                         ["1,500", "30"]),
    "an entity": ("Some 12&#8239;500 men left.", ["12&#8239;500"]),
    "an escape": ("Some \\*1,500\\* men left.", ["1,500"]),
    "a number over two lines": ("> It cost 1.5\n> million euros.", ["1.5\n> million"]),
    "a table": ("|Town|Dead|\r\n|-|-:|\r\n|🔥 Brome|1,500|\r\n", ["1,500"]),
    "a long table": (f"| Place | Dead |\r\n| --- | ---: |\r\n{LONG_MD}",
                     [f"{n},**500" for n in range(1, 301)]),
}  # fmt: skip
PLAIN = {
    "emoji": ("🔥 Fire\n\n🧑‍🚒 At 😀 Brome 1,500 men left.", ["1,500"]),
    "combining marks": ("Caf\u0065\u0301 Zo\u0308e sold\t1,500 cups.\r\n", ["1,500"]),
    "a comment": ("<!-- factcheck off -->\r\nSome 1,500 men left.", ["1,500"]),
}


def originals(read: Callable[[str], Document], source: str) -> list[str]:
    document = read(source)
    found = []
    for finding in CHECKER.reviewed(document).report.findings:
        assert finding.figure is not None
        place = document.origin.place(finding.figure.span)
        assert place.span is not None
        found.append(source[slice(*place.span)])
        lines = source.replace("\r\n", " \n").split("\n")
        assert place.line is not None and place.column is not None
        assert lines[place.line - 1][place.column - 1 :][:1] == found[-1][:1]
    return found


@pytest.mark.parametrize(("source", "wanted"), HTML.values(), ids=HTML)
def test_html(source: str, wanted: list[str]) -> None:
    assert originals(html_document, source) == wanted


@pytest.mark.parametrize(("source", "wanted"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(source: str, wanted: list[str]) -> None:
    assert originals(markdown_document, source) == wanted


@pytest.mark.parametrize(("source", "wanted"), PLAIN.values(), ids=PLAIN)
def test_plain(source: str, wanted: list[str]) -> None:
    assert originals(plain_document, source) == wanted


@pytest.mark.parametrize("cases", [HTML, MARKDOWN], ids=["html", "markdown"])
def test_every_piece_says_what_its_original_says(
    cases: dict[str, tuple[str, list[str]]],
) -> None:
    read = html_document if cases is HTML else markdown_document
    for source, _ in cases.values():
        document = read(source)
        for passage in document.passages:
            for piece in document.origin.pieces(passage.span):
                if piece.length == piece.source_length and piece.length > 1:
                    said = Span(piece.start, piece.start + piece.length).cut(document.text)
                    assert (
                        source[piece.source : piece.source + piece.length].split() == said.split()
                    )
