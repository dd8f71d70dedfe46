"""Names: countries with their people and capitals, places, organisations, titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import names, names_build
from factcheck.text.tokens import tokenize

# wording -> id: type: form. "·" parts the columns.
TABLE = """
France · france · country · name
French · france · country · adjective
Frenchmen · france · country · people
the Netherlands · netherlands · country · name
Holland · netherlands · country · name
Dutch · netherlands · country · adjective
UK · united kingdom · country · name
U.K. · united kingdom · country · name
Britain · united kingdom · country · name
British · united kingdom · country · adjective
Briton · united kingdom · country · people
Britons · united kingdom · country · people
US · united states · country · name
U.S. · united states · country · name
United States of America · united states · country · name
Americans · united states · country · people
North Korea · north korea · country · name
N. Korea · north korea · country · name
DPRK · north korea · country · name
North Korean · north korea · country · adjective
North Koreans · north korea · country · people
South Korea · south korea · country · name
South Korean · south korea · country · adjective
Korean · korean peninsula · region · adjective
UAE · united arab emirates · country · name
Emirati · united arab emirates · country · adjective
Türkiye · turkey · country · name
Turks · turkey · country · people
Côte d'Ivoire · côte d'ivoire · country · name
Cote d’Ivoire · côte d'ivoire · country · name
Ivory Coast · côte d'ivoire · country · name
Ivorian · côte d'ivoire · country · adjective
DR Congo · dr congo · country · name
D.R. Congo · dr congo · country · name
Democratic Republic of Congo · dr congo · country · name
Congolese · dr congo · country · adjective
Republic of the Congo · congo · country · name
Guinea · guinea · country · name
Guinea-Bissau · guinea-bissau · country · name
Papua New Guinea · papua new guinea · country · name
Equatorial Guinea · equatorial guinea · country · name
Niger · niger · country · name
Nigerien · niger · country · adjective
Nigerian · nigeria · country · adjective
Burma · myanmar · country · name
Burmese · myanmar · country · adjective
Swaziland · eswatini · country · name
Czechia · czech republic · country · name
Czech · czech republic · country · adjective
Macedonia · north macedonia · country · name
Timor-Leste · east timor · country · name
East Timorese · east timor · country · adjective
Cabo Verde · cape verde · country · name
Bosnia-Herzegovina · bosnia and herzegovina · country · name
Bosnian · bosnia and herzegovina · country · adjective
Swiss · switzerland · country · adjective
Swedes · sweden · country · people
Danes · denmark · country · people
Finns · finland · country · people
Poles · poland · country · people
Polish · poland · country · adjective
Spaniards · spain · country · people
Serb · serbia · country · adjective
Croats · croatia · country · people
Greeks · greece · country · people
Filipinos · philippines · country · people
Philippine · philippines · country · adjective
Saudi · saudi arabia · country · adjective
Saudis · saudi arabia · country · people
Israelis · israel · country · people
Palestinians · palestine · country · people
New Zealanders · new zealand · country · people
Kazakh · kazakhstan · country · adjective
Kyrgyz · kyrgyzstan · country · adjective
Uzbeks · uzbekistan · country · people
Argentine · argentina · country · adjective
Peruvians · peru · country · people
Malagasy · madagascar · country · adjective
Soviet · soviet union · country · adjective
Hong Kong · hong kong · country · name
Greenland · greenland · country · name
Kosovo · kosovo · country · name
Taiwanese · taiwan · country · adjective
Vatican · vatican city · country · name
Pyongyang · pyongyang · city · capital
Moscow · moscow · city · capital
Kremlin · kremlin · org · capital
White House · white house · org · capital
Downing Street · downing street · org · capital
Washington · washington · city · capital
Beijing · beijing · city · capital
Kiev · kyiv · city · capital
Brasilia · brasília · city · capital
Bogota · bogotá · city · capital
Sana'a · sanaa · city · capital
Paris · paris · city · capital
Parisians · paris · city · people
Lyon · lyon · city · name
Sao Paulo · são paulo · city · name
Zürich · zurich · city · name
Malmo · malmö · city · name
Lodz · łódź · city · name
Tromso · tromsø · city · name
St. Louis · st louis · city · name
St Petersburg · st petersburg · city · name
New York · new york · city · name
New Yorkers · new york · city · people
New York state · new york state · region · name
Xi'an · xi'an · city · name
Bombay · mumbai · city · name
Saigon · ho chi minh city · city · name
Europe · europe · region · name
European · europe · region · adjective
Africans · africa · region · people
Latin American · latin america · region · adjective
Middle East · middle east · region · name
Scandinavian · scandinavia · region · adjective
Russian Far East · russian far east · region · name
Russia's Far East · russian far east · region · name
Scots · scotland · region · adjective
Welsh · wales · region · adjective
Gazans · gaza · region · people
Kurds · kurdistan · region · people
Texans · texas · region · people
Québec · quebec · region · name
Catalan · catalonia · region · adjective
Washington D.C. · district of columbia · region · name
UN · un · org · name
U.N. · un · org · name
United Nations · un · org · name
UN Security Council · un security council · org · name
WHO · who · org · name
World Health Organisation · who · org · name
World Health Organization · who · org · name
Unicef · unicef · org · name
EU · eu · org · name
European Union · eu · org · name
European Commission · european commission · org · name
ECB · ecb · org · name
NATO · nato · org · name
IMF · imf · org · name
Fed · federal reserve · org · name
Federal Reserve · federal reserve · org · name
FBI · fbi · org · name
NHS · nhs · org · name
EPA · epa · org · name
NASA · nasa · org · name
Red Cross · red cross · org · name
Reuters · reuters · org · name
Médecins Sans Frontières · médecins sans frontières · org · name
Doctors Without Borders · médecins sans frontières · org · name
Opec+ · opec+ · org · name
AT&T · at&t · org · name
Procter & Gamble · procter & gamble · org · name
Sainsbury's · sainsbury's · org · name
"""
ROWS = [tuple(cell.strip() for cell in line.split("·")) for line in TABLE.strip().splitlines()]

PARTS = """
lyon · france
lyon · europe
lyon · eu
france · europe
france · eu
russian far east · russia
vladivostok · russian far east
vladivostok · russia
england · united kingdom
yorkshire · united kingdom
brooklyn · new york
brooklyn · united states
texas · united states
gaza city · palestine
pokrovsk · ukraine
kremlin · russia
unicef · un
ecb · eu
kerala · asia
north korea · korean peninsula
kenya · africa
"""


@pytest.mark.parametrize(("text", "name", "kind", "form"), ROWS)
def test_name(text: str, name: str, kind: str, form: str) -> None:
    words = tokenize(text).lowers
    assert names.canonical(words) == (name, kind)
    start = 1 if words[0] == "the" else 0
    match = names.match_name(words, start)
    assert match is not None
    assert match[:4] == (len(words), name, kind, form)


def test_enough_names() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize("line", PARTS.strip().splitlines())
def test_part_of(line: str) -> None:
    part, whole = (cell.strip() for cell in line.split("·"))
    assert names.part_of(part, whole)
    assert not names.part_of(whole, part)


def test_nothing_is_part_of_itself() -> None:
    for entry in names_build.entries(names.sources()):
        assert not names.part_of(entry.id, entry.id), entry.id


@pytest.mark.parametrize(
    ("a", "b"), [("france", "asia"), ("united kingdom", "eu"), ("switzerland", "eu"), ("x", "y")]
)
def test_not_part_of(a: str, b: str) -> None:
    assert not names.part_of(a, b)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Toyota Motor Corp.", "toyota"),
        ("Nestle SA", "nestlé"),
        ("the EU's", "eu"),
        ("North Koreans'", "north korea"),
    ],
)
def test_what_is_no_part_of_a_name(text: str, name: str) -> None:
    found = names.canonical(tokenize(text).lowers)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize("text", ["", "the", "soldiers", "Far East", "Kim Jong", "'s", "Corvena"])
def test_unknown_names(text: str) -> None:
    assert names.canonical(tokenize(text).lowers) is None


def test_longest_match() -> None:
    words = tokenize("The Bank of England said New York state and South Korea agree.").lowers
    found, at = [], 0
    while at < len(words):
        match = names.match_name(words, at)
        found += [match.id] if match else []
        at = match.end if match else at + 1
    assert found == ["bank of england", "new york state", "south korea"]


@pytest.mark.parametrize(
    ("text", "caution"),
    [("Apple", "ordinary"), ("us", "capitals"), ("UK", "")],
)
def test_everyday_words(text: str, caution: str) -> None:
    match = names.match_name(tokenize(text).lowers, 0)
    assert match is not None
    assert match.caution == caution


@pytest.mark.parametrize(
    ("name", "country"),
    [("pyongyang", "north korea"), ("kremlin", "russia"), ("tel aviv", "israel"), ("lyon", None)],
)
def test_government(name: str, country: str | None) -> None:
    assert names.government(name) == country


@pytest.mark.parametrize("word", ["mayor", "Rep.", "dr", "prime minister", "vice-president"])
def test_titles(word: str) -> None:
    assert names.is_title(word.lower())


@pytest.mark.parametrize("word", ["inc.", "plc", "& sons", "gmbh", "s.a."])
def test_suffixes(word: str) -> None:
    assert names.is_suffix(word)


@pytest.mark.parametrize("word", ["soldier", "", "france"])
def test_neither_title_nor_suffix(word: str) -> None:
    assert not names.is_title(word)
    assert not names.is_suffix(word)


def test_every_country_has_a_place() -> None:
    gone = {"soviet union"}
    for entry in names_build.entries(names.sources()):
        if entry.kind == "country" and entry.id not in gone:
            assert "in" in entry.lists, entry.id


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ('kind = "city"\nnames = """\na; in: b\n"""', "named nowhere"),
        ('kind = "city"\nnames = """\na\na\n"""', "given twice"),
        ('kind = "city"\nnames = """\na; inn: b\n"""', "unknown mark"),
    ],
)
def test_faulty_data_is_refused(tmp_path: Path, page: str, fault: str) -> None:
    path = tmp_path / "page.toml"
    path.write_text(page)
    with pytest.raises(ValueError, match=fault):
        names_build.build([str(path)])


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    words = tokenize(text).lowers
    for i in range(len(words)):
        match = names.match_name(words, i)
        assert match is None or i < match.end <= len(words)
    names.canonical(words)
