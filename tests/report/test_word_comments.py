"""`--format docx`: comments in a copy of a Word draft, of which nothing else is changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import (
    WORD,
    docx,
    docx_parts,
    para,
    run,
    table,
    unzipped,
    word_part,
    zipped,
)

from factcheck.checker import Checker
from factcheck.document.docx import read, read_word
from factcheck.editorial.review import Review
from factcheck.errors import ConfigError, OutputError
from factcheck.model import Claim, Span
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.model.place import Place
from factcheck.report.formats import Run
from factcheck.report.formats.docx import write
from factcheck.report.word.comments import commented

_W = f"{{{WORD}}}"
_TEXT = "word/document.xml"
_CHANGED = {_TEXT, "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def on(text: str, *figures: str) -> list[Diagnostic]:
    """A diagnostic for each figure that stands in a text."""
    spans = [Span(text.index(figure), text.index(figure) + len(figure)) for figure in figures]
    return [made(text, span) for span in spans]


def made(text: str, span: Span, message: str = "all is wrong") -> Diagnostic:
    return Diagnostic("FC101", Severity.ERROR, message, span.cut(text), span, Place())


def written(data: bytes, *figures: str) -> bytes:
    word = read_word(data, "draft.docx")
    return commented(word, on(word.document.text, *figures))


def body_of(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(unzipped(data)[_TEXT])[0]


def commented_texts(data: bytes) -> dict[str, str]:
    """What each comment is tied to, by its id, found without our reader."""
    texts: dict[str, str] = {}
    open_now: set[str] = set()
    for element in body_of(data).iter():
        key = element.get(f"{_W}id", "")
        if element.tag == f"{_W}commentRangeStart":
            open_now.add(key)
            texts[key] = ""
        elif element.tag == f"{_W}commentRangeEnd":
            open_now.remove(key)
        signs = {f"{_W}t": element.text or "", f"{_W}tab": "\t", f"{_W}br": "\n"}
        for key in open_now:
            texts[key] += signs.get(element.tag, "")
    assert not open_now
    return texts


def without_comments(data: bytes) -> list[list[tuple[str, str]]]:
    """Each paragraph's text with the format that it stands in, run by run, equal ones in one."""
    paragraphs = []
    for paragraph in body_of(data).iter(f"{_W}p"):
        runs: list[tuple[str, str]] = []
        for element in paragraph.iter(f"{_W}r"):
            if element.find(f"{_W}commentReference") is not None:
                continue
            properties = element.find(f"{_W}rPr")
            told = "" if properties is None else ElementTree.tostring(properties, "unicode")
            text = "".join(
                child.text or "" if child.tag == f"{_W}t" else f"<{child.tag}>"
                for child in element
                if child.tag != f"{_W}rPr"
            )
            if runs and runs[-1][0] == told:
                runs[-1] = (told, runs[-1][1] + text)
            else:
                runs.append((told, text))
        paragraphs.append(runs)
    return paragraphs


def test_every_other_part_is_as_it_was() -> None:
    parts: dict[str, str | bytes] = {
        **docx_parts(para("It took 72 days."), styles=word_part("styles", "")),
        "word/media/image1.png": bytes(range(256)) * 40,
        "docProps/app.xml": "<a/>\r\n",
        "customXml/item1.xml": "<own/>",
    }
    before = zipped(parts)
    after = written(before, "72")
    old, new = unzipped(before), unzipped(after)
    assert list(new) == [*old, "word/comments.xml"]
    assert {name for name in new if new[name] != old.get(name)} == _CHANGED
    for name in _CHANGED & set(old):
        rest = new[name]
        for inserted in re.findall(rb"<(?:Override|Relationship) xmlns=[^>]*comments[^>]*>", rest):
            rest = rest.replace(inserted, b"")
        assert name == _TEXT or rest == old[name]


CASES: dict[str, tuple[str, Sequence[str], Sequence[str]]] = {
    "in a run": (para("It took 72 days."), ["72"], ["72"]),
    "at its start": (para("72 days."), ["72"], ["72"]),
    "at its end": (para("It took 72"), ["72"], ["72"]),
    "a whole run": (para("It took ", "72", " days."), ["72"], ["72"]),
    "split over runs": (para("It took 7", "2", "5 days."), ["725"], ["725"]),
    "two in a run": (para("It took 72 days, not 65."), ["72", "65"], ["72", "65"]),
    "two side by side": (para("It took 7265 days."), ["72", "65"], ["72", "65"]),
    "twice the same": (para("It took 72 days."), ["72", "72"], ["72", "72"]),
    "one in another": (para("It took 7", "2 days."), ["72 days", "2"], ["72 days", "2"]),
    "behind an emoji": (para("👍🏽 e\u0301 72 👍."), ["72"], ["72"]),
    "beside entities": (para("&lt;&amp;72&#8364;&gt;"), ["72€"], ["72€"]),
    "an entity inside": (para("It took 72&#160;&#x64;ays."), ["72\u00a0days"], ["72\u00a0days"]),
    "beside tabs": (para("It\t72\tdays"), ["72"], ["72"]),
    "over a tab": (para("It took\t72\tdays"), ["72\tdays"], ["72\tdays"]),
    "over a break": (para("It took 72\ndays"), ["72\ndays"], ["72\ndays"]),
    "in a table": (table([["Land", "Dead"], ["Chad", "72"]]), ["72"], ["72"]),
    "in an insertion": (para("It took ", f"<w:ins>{run('72 days')}</w:ins>"), ["72"], ["72"]),
    "half in a link": (
        para("It took ", f"<w:hyperlink>{run('all 7')}</w:hyperlink>", "2 days."),
        ["72"],
        ["72"],
    ),
    "formatted": (
        para(run("It took 72", "<w:b/><w:i w:val='0'/>"), run(" days", "<w:u/>")),
        ["72 da"],
        ["72 da"],
    ),
    "an empty format": (
        para("<w:r><w:rPr/><w:t>It took 72 days</w:t></w:r>", "<w:r><w:rPr></w:rPr></w:r>"),
        ["72"],
        ["72"],
    ),
    "an empty format, and another sign": (
        para("<w:r><w:rPr /><w:tab/><w:t>72</w:t><w:tab/><w:t/><w:t>7</w:t></w:r>"),
        ["72\t7"],
        ["72\t7"],
    ),
    "raw text": (
        para("<w:r><w:t><![CDATA[It took 72 days]]></w:t></w:r>"),
        ["72"],
        ["It took 72 days"],
    ),
    "blanks that nobody keeps": (para("<w:r><w:t>It took 72 days</w:t></w:r>"), ["72"], ["72"]),
}


@pytest.mark.parametrize(("body", "figures", "tied"), CASES.values(), ids=CASES)
def test_comments_stand_at_figures(body: str, figures: list[str], tied: list[str]) -> None:
    before = docx(body)
    after = written(before, *figures)
    texts = commented_texts(after)
    assert [texts[key] for key in sorted(texts)] == tied
    assert without_comments(after) == without_comments(before)
    assert read(after, "").text == read(before, "").text
    references = body_of(after).iter(f"{_W}commentReference")
    assert sorted(element.get(f"{_W}id", "") for element in references) == sorted(texts)


def test_blanks_beside_a_cut_are_kept() -> None:
    after = written(docx(para("<w:r><w:t>It took 72 days</w:t></w:r>")), "72")
    texts = list(body_of(after).iter(f"{_W}t"))
    kept = "{http://www.w3.org/XML/1998/namespace}space"
    assert [(t.text, t.get(kept)) for t in texts] == [
        *(("It took ", "preserve"), ("72", "preserve"), (" days", "preserve")),
    ]


def test_what_no_comment_can_stand_in_is_told_at_its_mark() -> None:
    mark = '<w:r><w:rPr><w:b/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    note = word_part("footnotes", f'<w:footnote w:id="2">{para("Some say 71.")}</w:footnote>')
    box = f"<w:r><w:pict><w:txbxContent>{para('It holds 6 eggs.')}</w:txbxContent></w:pict></w:r>"
    before = docx(para("It took 72", mark, " days.") + para("A box: ", box), footnotes=note)
    after = written(before, "6", "71")
    old, new = unzipped(before), unzipped(after)
    assert new["word/footnotes.xml"] == old["word/footnotes.xml"]
    first, second = (f"{kind}commentRange".encode() for kind in ("<w:", "</w:"))
    assert second not in new[_TEXT]
    assert first in new[_TEXT]
    begin, end = b'<w:commentRangeStart w:id="%d"/>', b'<w:commentRangeEnd w:id="%d"/>'
    assert begin % 1 + mark.encode() + end % 1 in new[_TEXT]
    assert begin % 0 + box.encode() + end % 0 in new[_TEXT]


def comments_of(data: bytes) -> dict[str, str]:
    part = ElementTree.fromstring(unzipped(data)["word/comments.xml"])
    return {c.get(f"{_W}id", ""): "".join(c.itertext()) for c in part}


def test_comments_that_are_there_stay() -> None:
    there = f'<w:comment w:id="41" w:author="Ed">{para("Please check!")}</w:comment>'
    body = para(
        '<w:commentRangeStart w:id="41"/>',
        "It took 72",
        '<w:commentRangeEnd w:id="41"/><w:r><w:commentReference w:id="41"/></w:r>',
        " days.",
    )
    before = docx(body, comments=word_part("comments", there))
    after = written(before, "72", "days")
    assert list(comments_of(after)) == ["41", "42", "43"]
    assert commented_texts(after) == {"41": "It took 72", "42": "72", "43": "days"}
    assert there.encode() in unzipped(after)["word/comments.xml"]
    unchanged = ("[Content_Types].xml", "word/_rels/document.xml.rels")
    assert all(unzipped(after)[name] == unzipped(before)[name] for name in unchanged)
    again = written(after, "72")
    assert list(comments_of(again)) == ["41", "42", "43", "44"]


def test_parts_that_are_empty_or_not_there() -> None:
    parts = docx_parts(para("It took 72 days."), comments=f'<w:comments xmlns:w="{WORD}" />')
    assert list(comments_of(written(zipped(parts), "72"))) == ["0"]
    parts = docx_parts(para("It took 72 days."))
    del parts["word/_rels/document.xml.rels"]
    after = unzipped(written(zipped(parts), "72"))
    (relation,) = ElementTree.fromstring(after["word/_rels/document.xml.rels"])
    assert relation.get("Target") == "comments.xml"
    parts["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    )
    parts["word/comments.xml"] = "of somebody else"
    after = unzipped(written(zipped(parts), "72"))
    assert after["word/comments.xml"] == b"of somebody else"
    assert b"word/comments2.xml" in after["[Content_Types].xml"]
    assert b"all is wrong" in after["word/comments2.xml"]


def test_another_prefix_and_the_strict_class() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = docx_parts(para("It took 72 days."))
    bent = parts[_TEXT].replace("w:", "x:").replace("xmlns:w=", "xmlns:w='urn:no' xmlns:x=")
    after = unzipped(written(zipped({**parts, _TEXT: bent.replace(WORD, strict)}), "72"))
    marks = [e.tag for e in ElementTree.fromstring(after[_TEXT]).iter() if "omment" in e.tag]
    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    assert marks == [f"{{{strict}}}{name}" for name in names]
    assert b"purl.oclc.org/ooxml/officeDocument" in after["word/_rels/document.xml.rels"]


def test_utf_16() -> None:
    parts: dict[str, str | bytes] = {**docx_parts(para("Ça 👍 took 72 days."))}
    text = str(parts[_TEXT]).replace("UTF-8", "UTF-16")
    after = written(zipped({**parts, _TEXT: text.encode("utf-16")}), "72")
    assert unzipped(after)[_TEXT].startswith(b"\xff\xfe")
    assert commented_texts(after) == {"0": "72"}


def test_what_a_comment_says_is_only_text() -> None:
    before = docx(para("It took 72 days."))
    word = read_word(before, "draft.docx")
    message = "<b>&amp; \x00\x1b]]> “72” \ud800 👍"
    after = commented(word, [made(word.document.text, Span(8, 10), message)])
    told = comments_of(after)["0"]
    assert told == "FC101 conflicting (error): <b>&amp; \ufffd\ufffd]]> “72” \ufffd 👍"


def test_the_clock_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = docx(para("It took 72 days."))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert written(before, "72") == written(before, "72")
    assert b"w:date" not in unzipped(written(before, "72"))["word/comments.xml"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710000000")
    told = unzipped(written(before, "72"))["word/comments.xml"]
    assert b'w:date="2024-03-09T16:00:00Z"' in told
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(ConfigError, match="yesterday"):
        written(before, "72")


_INNER = st.text(alphabet="7 a\t\n👍é&", min_size=1, max_size=6)


@given(
    runs=st.lists(_INNER, min_size=1, max_size=5),
    cuts=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)), min_size=1, max_size=4),
)
@settings(max_examples=150, deadline=None)
def test_any_stretch_of_any_runs(runs: list[str], cuts: list[tuple[int, int]]) -> None:
    before = docx(para(*(run(text.replace("&", "&amp;")) for text in runs)))
    word = read_word(before, "draft.docx")
    text, whole = word.document.text, "".join(runs)
    spans = [Span(start, min(start + length, len(whole))) for start, length in cuts]
    spans = sorted(span for span in spans if span.start < span.end)
    if not text.strip():
        return
    after = commented(word, [made(text, span) for span in spans])
    texts = commented_texts(after)
    assert [texts[str(number)] for number in range(len(spans))] == [s.cut(whole) for s in spans]
    assert without_comments(after) == without_comments(before)


# the whole way, from a file


def reviewed(path: Path) -> Review:
    claims = [
        Claim(
            "ferry", "The ferry carried 65 passengers.", source="Harbour office", date="2024-03-03"
        ),
        Claim(
            "crew", "The ferry carried 40 crew.", source="Coastguard", url="https://coast.example"
        ),
    ]
    return Checker(claims).review(path)


def test_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(para("The ferry carried 7", "2 passengers and 40 crew.")))
    data = b"".join(write([reviewed(path)], Run(least=Severity.ERROR)))
    assert commented_texts(data) == {"0": "72"}
    (comment,) = comments_of(data).values()
    assert "FC101 conflicting (error):" in comment
    assert "“The ferry carried 65 passengers.” (Harbour office, 2024-03-03, claim ferry)" in comment
    part = ElementTree.fromstring(unzipped(data)["word/comments.xml"])
    assert part[0].get(f"{_W}author") == "factcheck"


def test_a_figure_of_a_footnote(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    text = para("The ferry carried 71 passengers.")
    note = word_part("footnotes", f'<w:footnote w:id="2">{text}</w:footnote>')
    path.write_bytes(docx(para("The ferry sailed.", mark), footnotes=note))
    data = b"".join(write([reviewed(path)], Run(least=Severity.ERROR)))
    (comment,) = comments_of(data).values()
    assert comment.startswith("FC101 conflicting (error) in footnote 1: 71 ")


def test_what_is_said_of_the_whole_draft_stands_at_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    maths = '<m:oMath xmlns:m="urn:m"/>'
    path.write_bytes(docx(para("The ferry ", "sailed.", maths)))
    data = b"".join(write([reviewed(path)], Run()))
    assert commented_texts(data) == {"0": "The ferry "}
    assert "equations were not read" in comments_of(data)["0"]


def test_a_draft_in_which_nothing_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(para("The ferry carried 40 crew.")))
    assert b"".join(write([reviewed(path)], Run())) == path.read_bytes()


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(para("The ferry carried 72 passengers.")))
    review = reviewed(path)
    with pytest.raises(OutputError, match="not of 2"):
        list(write([review, review], Run()))
    with pytest.raises(OutputError, match="not of none"):
        list(write([], Run()))
    path.write_bytes(docx(para("The ferry carried 65 passengers.")))
    with pytest.raises(OutputError, match="was changed"):
        list(write([review], Run()))
    path.unlink()
    with pytest.raises(OutputError, match="which is not here"):
        list(write([review], Run()))
    text = tmp_path / "draft.txt"
    text.write_text("The ferry carried 72 passengers.")
    with pytest.raises(OutputError, match="which this is not") as caught:
        list(write([reviewed(text)], Run()))
    assert "html" in caught.value.do
