"""Markdown: sorts of passages, what is read of a line, front matter, comments to the program."""

from __future__ import annotations

from time import process_time

import pytest

from factcheck.document.html import html_document
from factcheck.document.markdown import markdown_document
from factcheck.document.passage import Sort
from factcheck.document.plain import plain_document


def told(text: str) -> list[tuple[Sort, str]]:
    document = markdown_document(text)
    return [(p.sort, p.span.cut(document.text)) for p in document.passages]


SORTS = {
    "a heading": ("## Fire", Sort.HEADING),
    "underlined twice": ("Fire\n====", Sort.HEADING),
    "underlined": ("Fire\n---", Sort.HEADING),
    "a quotation": ("> Fire", Sort.QUOTE),
    "a lazy quotation": ("> Fire\nin Brome", Sort.QUOTE),
    "an item": ("- Fire", Sort.LIST),
    "a task": ("- [x] Fire", Sort.LIST),
    "an item in a quotation": ("> - Fire", Sort.QUOTE),
    "a note": ("[^1]: Fire", Sort.NOTE),
    "a picture": ("![A fire in Brome](a.png)", Sort.CAPTION),
    "HTML": ("<figcaption>Fire</figcaption>", Sort.CAPTION),
    "a paragraph": ("Fire\nin Brome", Sort.PROSE),
}


@pytest.mark.parametrize(("text", "sort"), SORTS.values(), ids=SORTS)
def test_sorts(text: str, sort: Sort) -> None:
    assert [kind for kind, _ in told(text)] == [sort]


LINES = {
    "a link": ("[5 men](http://a.b/12 \"13\") left", "5 men left"),
    "a link by name": ("[5 men][ref] left", "5 men left"),
    "a picture in a link": ("[![x](y)](z) left", "left"),
    "brackets that are none": ("5 [sic] men", "5 [sic] men"),
    "a mark of a note": ("5 men[^1] left", "5 men left"),
    "emphasis": ("**1**,500 _men_ ***left***", "1,500 men left"),
    "stars that are none": ("1,200* is 5 * 240", "1,200* is 5 * 240"),
    "lines that are none": ("snake_case_5", "snake_case_5"),
    "struck out": ("Some ~~65~~ 72 men", "Some 72 men"),
    "code": ("Use `5` and ``6 ` 7`` or so", "Use and or so"),
    "escapes": (r"\*5\* men \& co", "*5* men & co"),
    "an address": ("See <https://a.b/5> or https://a.b/6 now", "See or now"),
    "a deletion in HTML": ("Some <del>65</del> 72 men", "Some 72 men"),
    "a square in HTML": ("5 km<sup>2</sup> of woods", "5 km² of woods"),
    "a comment over lines": ("It was <!-- 5\n\nor --> 6", "It was 6"),
    "less than": ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LINES.values(), ids=LINES)
def test_what_is_read_of_a_line(text: str, wanted: str) -> None:
    assert [said for _, said in told(text)] == [wanted]


NOTHING = {
    "indented code": "    5 men\n\n\t6 men",
    "fenced code in a quotation": "> ```\n> 5 men\n> ```",
    "hidden HTML": "<div hidden>\n5 men\n</div>",
    "a script": "<script>\n\n5 men\n\n</script>",
    "the target of a link": "[a]: http://a.b/5 \"6\"",
    "a rule": "* * *",
}  # fmt: skip


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_not_read(text: str) -> None:
    assert told(f"It rained.\n\n{text}\n\nIt blew.") == [
        (Sort.PROSE, "It rained."),
        (Sort.PROSE, "It blew."),
    ]


def test_the_text_of_a_list_goes_on() -> None:
    assert told("- One\n  two\n\n  three\n- four\n\nFive") == [
        *((Sort.LIST, "One two"), (Sort.LIST, "three"), (Sort.LIST, "four")),
        (Sort.PROSE, "Five"),
    ]


def test_the_title_of_the_front_matter_is_the_headline() -> None:
    for text in (
        "---\ntitle: 'Fire: 5 die'\n---\nIt burned.",
        "+++\ntitle='Fire: 5 die'\n+++\nIt burned.",
    ):
        document = markdown_document(text)
        first, second = document.passages
        assert first.heading
        assert second.topic == first.span.cut(document.text) == "Fire: 5 die"
        place = document.origin.place(first.span).span
        assert place is not None
        assert text[slice(*place)] == "Fire: 5 die"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert told("---\nIt burned.") == [(Sort.PROSE, "It burned.")]


@pytest.mark.parametrize("read", [html_document, markdown_document, plain_document])
def test_comments_to_the_program(read) -> None:
    first, second = "<!-- factcheck ignore-next FC101:\n why -->", "<!--factcheck off-->"
    text = f"It rained.\n\n{first}\n\nSome 5 men left. <!-- a note -->\n\n{second}\n\nIt blew."
    document = read(text)
    marks = document.marks
    assert [mark.words for mark in marks] == ["factcheck ignore-next FC101: why", "factcheck off"]
    assert [mark.place.cut(text) for mark in marks if mark.place] == [first, second]
    for mark, follows in zip(marks, ("Some 5 men", "It blew."), strict=True):
        assert document.text[mark.at :].strip().startswith(follows)
    assert not any("factcheck" in p.span.cut(document.text) for p in document.passages)


def test_a_comment_inside_a_paragraph_and_a_table() -> None:
    document = markdown_document(
        "Some <!-- factcheck off -->5 men\n\n|a|b|\n|-|-|\n|c|5<!-- factcheck on -->|"
    )
    off, on = document.marks
    assert document.text[off.at :].startswith("5 men")
    assert document.text[on.at :].startswith("b, c: 5")


N = 20_000
HOSTILE = {
    "brackets": "[" * N, "links": "[a](" * N, "pictures": "![" * N, "stars": "*a" * N,
    "ticks": "` `` " * N, "quotes": "> " * N, "items": "- " * N, "bars": "|" * N,
    "blanks": "a" + "  " * N + "b", "open comments": "a <!--\n" * N, "heads": "#" + " #" * N + "x",
    "a long line": "5 men left. " * N, "front matter": "---\n" + "a: '\n" * N,
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text_and_no_faster(text: str) -> None:
    start = process_time()
    markdown_document(text)
    assert process_time() - start < 8
