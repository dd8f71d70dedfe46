"""What of a page is read, as which sort of passage, and what is not."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from factcheck.document.html import html_document
from factcheck.document.html_boxes import Box, is_hidden
from factcheck.document.markup import tokens
from factcheck.document.passage import Sort
from factcheck.document.read import read_document
from factcheck.document.words import read as read_words
from factcheck.errors import InputError


def told(page: str, name: str = "a.html") -> list[tuple[str, str]]:
    document = html_document(page, name)
    return [(p.sort.value, p.span.cut(document.text)) for p in document.passages]


def said(page: str, name: str = "a.html") -> list[str]:
    return [text for _, text in told(page, name)]


SORTS = {
    "<h2>Fire in Brome</h2>": Sort.HEADING,
    "<p>It rained.": Sort.PROSE,
    "<div>It rained.</div>": Sort.PROSE,
    "<figure><figcaption>The mill": Sort.CAPTION,
    "<img alt='A crowd of 300 people'>": Sort.CAPTION,
    "<blockquote>It rained.": Sort.QUOTE,
    "<blockquote><p>It rained.</p></blockquote>": Sort.QUOTE,
    "<ul><li>It rained.": Sort.LIST,
    "<ol><li><p>It rained.": Sort.LIST,
    "<table><tr><th>a<th>b<tr><td>c<td>1</table>": Sort.TABLE,
    "<section role=doc-endnotes><p>It rained.": Sort.NOTE,
    "<ol class='footnotes'><li>It rained.": Sort.NOTE,
}


@pytest.mark.parametrize(("page", "sort"), SORTS.items(), ids=SORTS)
def test_sorts(page: str, sort: Sort) -> None:
    assert [kind for kind, _ in told(page)] == [sort.value]


@pytest.mark.parametrize(("tag", "shown"), read_words()["page"]["examples"])
def test_what_frames_a_page(tag: str, shown: bool) -> None:
    assert is_hidden(next(tokens(tag)), tag) is not shown
    assert Box("").hidden is False


NOT_READ = {
    "scripts": "<script>var x = '<p>5 men</p>'</script>",
    "an unclosed script": "<p>It blew.</p><script>5 men",
    "styles": "<style>p { width: 5px }</style>",
    "comments": "<!-- 5 men --><!--5--!-->",
    "navigation": "<nav>5 sections</nav>",
    "the foot": "<footer>5 offices</footer>",
    "boxes": "<aside>5 more</aside>",
    "code": "<code>5</code>",
    "hidden inside hidden": "<div hidden><span>5</span><div>6</div>7</div>",
    "a closed template": "<template><p>5</p></template>",
    "deleted": "<del>5 men</del><s>6</s>",
    "forms": "<select><option>5</select><button>6</button><textarea>7</textarea>",
    "a mark of a note": "<a role=doc-noteref href='#1'>5</a><sup>6</sup><sup>[7]</sup>",
    "a drawing": "<svg><text>5</text><title>6 men</title></svg>",
    "a declaration": "<!DOCTYPE html><?php echo 5 ?>",
}


@pytest.mark.parametrize("page", NOT_READ.values(), ids=NOT_READ)
def test_not_read(page: str) -> None:
    text = html_document(f"<p>It rained.</p>{page}").text
    assert "It rained." in text
    assert not any(map(str.isdigit, text))


READ = {
    "inserted": ("<p>Some <ins>5</ins> men", "Some 5 men"),
    "a square": ("<p>It has 5 km<sup>2</sup>", "It has 5 km²"),
    "a power": ("<p>Some 10<sup>6</sup> men", "Some 10⁶ men"),
    "an ordinal": ("<p>The 5<sup>th</sup> man", "The 5th man"),
    "below the line": ("<p>CO<sub>2</sub> rose", "CO2 rose"),
    "a break": ("<p>It rained<br>in May", "It rained\nin May"),
    "an end that is left out": ("<p>One<p>Two", "One|Two"),
    "two breaks": ("One<br><br>Two", "One|Two"),
    "signs that are none": ("<p>5 < 6 & 7 &foo; AT&T", "5 < 6 & 7 &foo; AT&T"),
    "a reference without its end": ("<p>&copy 2024 &notit", "© 2024 ¬it"),
    "crossed tags": ("<p><b>One <i>two</b> three</i> four", "One two three four"),
    "a quoted sign in a tag": ("<p title='a > b'>One", "One"),
    "a quotation's foot": ("<blockquote>One<footer>— Ann</footer></blockquote>", "One|— Ann"),
    "plain text": ("<pre>One\n  two</pre>", "One\n  two"),
    "a header of an article": ("<article><header><h1>One</h1></header><p>Two</p></article>",
                               "One|Two"),
    "aria-hidden is false": ("<p aria-hidden='false'>One", "One"),
}  # fmt: skip


@pytest.mark.parametrize(("page", "wanted"), READ.values(), ids=READ)
def test_read(page: str, wanted: str) -> None:
    assert "|".join(said(page)) == wanted


def test_the_article_is_what_main_holds() -> None:
    page = "<div>Other news: 5 men</div><main><h1>Fire</h1><p>It burned.</p></main><div>6</div>"
    assert said(page) == ["Fire", "It burned."]
    assert said("<main></main><div>It burned, all of it.</div>") == ["It burned, all of it."]


def test_title_and_headline() -> None:
    page = "<title>{}</title><h1>72 die in Brome fire</h1><p>It burned.</p>"
    same = said(page.format("72 die in Brome fire | The Post"))
    assert same == ["72 die in Brome fire", "It burned."]
    assert said(page.format("65 die in fire | The Post"))[0] == "65 die in fire"
    assert said("<title>Fire in Brome – 12 hurt</title><p>a")[0] == "Fire in Brome – 12 hurt"
    document = html_document(page.format("65 die"))
    assert document.passages[-1].topic == "72 die in Brome fire"


def test_xhtml_closes_its_own_tags() -> None:
    page = "<?xml version='1.0'?><html><div hidden='hidden'/><p><![CDATA[5 < 6]]> men</p></html>"
    assert said(page, "a.xhtml") == ["5 < 6 men"]


def test_what_is_never_closed_is_told() -> None:
    remarks = html_document("<p>It rained.\n<!-- 5 men").remarks
    assert len(remarks) == 1
    assert "line 2" in remarks[0]
    assert not html_document("<p>It rained.</p>\n").remarks


CHARSETS = {
    "cp1252": ('<meta charset="windows-1252"><p>A café', "cp1252", "windows-1252"),
    "latin-1 is cp1252": ("<meta charset=iso-8859-1><p>“A”", "cp1252", "iso-8859-1"),
    "http-equiv": ('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>人',
                   "shift_jis", "Shift_JIS"),
    "XML": ('<?xml version="1.0" encoding="ISO-8859-2"?><p>Łódź</p>', "iso8859-2", "ISO-8859-2"),
    "UTF-16": ("<p>Łódź", "utf-16", "UTF-16"),
    "UTF-32": ("<p>Łódź", "utf-32", "UTF-32"),
}  # fmt: skip


@pytest.mark.parametrize(("page", "encoding", "named"), CHARSETS.values(), ids=CHARSETS)
def test_a_declared_encoding_is_used_and_told(
    page: str, encoding: str, named: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page.encode(encoding))
    document = read_document(path)
    assert document.text.strip() == page.rpartition(">")[2] or document.text.strip() == "Łódź"
    assert len(document.remarks) == 1
    assert named in document.remarks[0]


def test_utf8_needs_no_remark(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    for declared in ("", "<meta charset=utf-8>", "<meta charset='utf-16'>"):
        path.write_text(f"{declared}<p>Łódź</p>", encoding="utf-8")
        assert read_document(path).remarks == ()


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"<p>caf\xe9</p>", "", "not UTF-8 at offset 6"),
        (b"<meta charset=big5><p>caf\xff</p>", "", "declares itself to be in big5"),
        (b"<meta charset=klingon><p>x</p>", "", "no encoding 'klingon'"),
        (b"<p>x</p>", "rot13", "no encoding 'rot13'"),
        (b"<p>caf\xe9</p>", "utf-8", "said to be in utf-8"),
        (b" " * 20_000_001, "", "20 MB"),
    ],
)
def test_what_cannot_be_decoded(data: bytes, encoding: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        read_document(path, encoding)
    assert caught.value.do


def test_the_user_knows_best(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("A café".encode("cp1252"))
    assert read_document(path, "windows-1252").text == "A café"
    assert "windows-1252" in read_document(path, "windows-1252").remarks[0]


N = 30_000
HOSTILE = {
    "tags": "<a " * N, "quotes": '<a b="' * N, "comments": "<!--" * N, "deep": "<b>" * N,
    "deep blocks": "<div>" * N, "tables": "<table><tr><td>5" * N, "ends": "</a " * N,
    "unmatched": "<i>" + "<b>" * N + "</i>" * N, "blanks": "<a" + " " * N * 3, "signs": "<" * N,
    "paragraphs": "<div>" + "<b>" * N + "<p></p>" * N, "marks": "<!-- factcheck " * N,
    "spans": "<table>" + "<tr><td colspan=9999 rowspan=9999>5" * 300, "notes": "<sup>1</sup>x" * N,
    "declarations": "<![CDATA[" * N, "amps": "&" * N, "raised": "a<sup>" * N,
}  # fmt: skip


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_page_and_no_faster(page: str) -> None:
    start = process_time()
    html_document(page)
    assert process_time() - start < 12  # linear: at most 2 s; with its square: minutes


def test_a_page_made_of_pieces_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.document.building.MOST_PIECES", 100)
    with pytest.raises(InputError, match="more than 100 pieces"):
        html_document("<p>" + "a&amp;" * 200)
