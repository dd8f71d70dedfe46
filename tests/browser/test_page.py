"""The page of `--format html` in a real browser: keys, filters, print, and what axe says."""

from __future__ import annotations

import time

import pytest

sync = pytest.importorskip("playwright.sync_api", reason="`make test-browser` installs it")
expect = sync.expect
pytestmark = pytest.mark.browser

SHOWN = "details.n:visible"
WINDOWS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "middle": {"width": 1000},
    "narrow": {"width": 400},
    "contrast": {"forced_colors": "active"},
}


def standings(page):
    return page.eval_on_selector_all(SHOWN, "all => all.map(one => one.dataset.standing)")


def focused(page):
    return page.evaluate("document.activeElement.innerText || document.activeElement.id")


def style(page, selector, name, pseudo=None):
    return page.eval_on_selector(
        selector, f"one => getComputedStyle(one, {pseudo or 'null'!r})[{name!r}]"
    )


# ---------------------------------------------------------------- keys


def test_keys_go_from_figure_to_figure_and_open_what_is_told_of_it(visit, address):
    page = visit(address)
    page.keyboard.press("j")  # the first is told of the draft as a whole
    page.keyboard.press("j")
    assert focused(page) == "300"
    page.keyboard.press("ArrowDown")
    assert focused(page) == "500"
    page.keyboard.press("Enter")
    card = page.locator("details.n[open] .card")
    assert card.is_visible()
    assert "66.7% above the reference" in card.inner_text()
    page.keyboard.press("k")  # what is open goes along
    assert focused(page) == "300"
    assert card.count() == 1
    assert card.inner_text().startswith("Close") or "300" in card.inner_text()
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert focused(page) == "300"
    assert page.inner_text("#say") == "closed"


def test_the_last_figure_is_followed_by_the_first(visit, address):
    page = visit(address)
    page.keyboard.press("k")
    assert focused(page) == "Monday, 3 March 2024"
    page.keyboard.press("j")
    assert "the draft" in page.evaluate("document.activeElement.parentNode.textContent")
    assert page.inner_text("#say") == "1 of 10"


def test_all_is_reached_with_tab_alone_and_the_focus_is_seen(visit, address):
    page = visit(address)
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width != "0px"
    assert {"words", "theme", "next", "m2", "SUMMARY"} <= reached


def test_help_and_search_have_keys_which_can_be_switched_off(visit, address):
    page = visit(address)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("/")
    assert focused(page) != "words"
    page.click("#helper")
    page.check("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert focused(page) == "words"
    page.keyboard.type("j?/")  # what is typed is no command
    assert page.input_value("#words") == "j?/"


# ---------------------------------------------------------------- the mouse


def test_a_figure_opens_its_card_and_the_card_leads_back(visit, address):
    page = visit(address)
    page.click("a.m:text-is('500')")
    card = page.locator("details.n[open] .card")
    box = card.bounding_box()
    assert box["x"] > 900  # at the side, where it moves no text
    card.locator(".elsewhere a").first.click()
    assert focused(page) == "300"
    page.click("a.m:text-is('3,600')")
    assert page.locator("details.n[open]").count() == 1
    page.locator("details.n[open] .close").click()
    assert page.locator("details.n[open]").count() == 0


def test_the_theme_is_switched_and_kept_nowhere(visit, address):
    page = visit(address)
    light = style(page, "body", "backgroundColor")
    page.click("#theme")
    assert style(page, "body", "backgroundColor") != light
    assert page.get_attribute("#theme", "aria-pressed") == "true"
    page.click("#theme")
    assert style(page, "body", "backgroundColor") == light
    page.click("#theme")
    page.reload()
    assert style(page, "body", "backgroundColor") == light


# ---------------------------------------------------------------- filters


def test_filters_leave_what_they_name(visit, address):
    page = visit(address)
    assert page.inner_text("#told") == "10 findings"
    page.uncheck("[value=conflicting]")
    assert "conflicting" not in standings(page)
    assert page.inner_text("#told") == "7 of 10 findings"
    page.click("#narrow summary")
    page.click("[type=reset]")
    expect(page.locator("#told")).to_have_text("10 findings")
    page.select_option("#rule", "FC201")
    assert page.locator(SHOWN).count() == 1
    page.select_option("#rule", "")
    page.select_option("#severity", "error")
    assert set(standings(page)) == {"conflicting", "debunked", "within"}
    page.select_option("#severity", "")
    page.select_option("#silenced", "only")
    assert standings(page) == ["within"]
    page.select_option("#silenced", "without")
    assert "within" not in standings(page)


def test_a_search_finds_figures_sources_and_references(visit, address):
    page = visit(address)
    for sought, found in (("news.az", 4), ("INJURED", 2), ("no such words", 0)):
        page.fill("#words", sought)
        expect(page.locator(SHOWN)).to_have_count(found)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.inner_text("#say") == "No findings are shown"


def test_what_is_filtered_out_is_plain_text_that_keys_pass_by(visit, address):
    page = visit(address)
    page.uncheck("[value=consistent]")
    mark = page.locator("a.m:text-is('300')")
    assert mark.get_attribute("href") is None
    assert style(page, "#m2", "textDecorationLine") == "none"
    page.click("#next")
    page.click("#next")
    assert focused(page) == "500"


def test_passages_without_findings_can_be_left_out(visit, address):
    page = visit(address)
    page.click("#narrow summary")
    every = page.locator(".row:visible").count()
    page.check("#brief")
    brief = page.locator(".row:visible").count()
    assert brief < every
    assert brief == page.locator(".row:visible:has(details.n)").count()


# ---------------------------------------------------------------- how it looks


@pytest.mark.parametrize("name", WINDOWS)
def test_axe_finds_nothing_wrong(visit, address, pictures, name):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(address, **WINDOWS[name])
    for opened in (False, True):
        if opened:
            page.click("a.m:text-is('500')")
            page.click(".legend summary")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.screenshot(path=pictures / f"{name}.png")
    assert (pictures / f"{name}.png").stat().st_size > 10_000


def test_axe_finds_nothing_wrong_with_several_drafts(visit, several, pictures):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(several)
    page.click("#narrow summary")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.locator("#coverage").scroll_into_view_if_needed()
    page.screenshot(path=pictures / "several.png")
    page.click("#coverage a:text-is('b.md')")
    expect(page.locator("#h2")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 400, 740, 1000, 1184])
def test_a_narrow_window_does_not_scroll_sideways(visit, address, width):
    page = visit(address, width=width)
    page.click("a.m:text-is('500')")
    page.click("#narrow summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_verdicts_are_told_apart_without_colour(visit, address):
    page = visit(address, forced_colors="active")
    looks = page.eval_on_selector_all(
        ".legend .m",
        """all => all.map(one => {
            const own = getComputedStyle(one);
            return getComputedStyle(one, "::after").content.slice(0, 3)
                + own.textDecorationLine + own.textDecorationStyle + own.textDecorationThickness;
        })""",
    )
    assert len(set(looks)) == len(looks) == 9
    assert len({look[:3] for look in looks}) == 9  # by the letter alone


def test_a_number_line_is_drawn_and_told(visit, address):
    page = visit(address)
    page.click("a.m:text-is('500')")
    drawing = page.locator("details.n[open] svg.line")
    assert drawing.bounding_box()["width"] > 250
    label = drawing.get_attribute("aria-label")
    assert label == "Number line: draft 500 and reference 300 do not meet"


def test_print_has_all_that_matters(visit, address, pictures):
    page = visit(address, width=760)
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    shown = page.eval_on_selector_all(
        "details.n.urgent .ref",
        "all => all.every(one => one.checkVisibility({contentVisibilityAuto: true}))",
    )
    assert shown
    text = page.locator("#d1").inner_text()
    assert "South Korea puts North Korean casualties at 3,600." in text
    assert "suppressed by a comment in the draft" in text
    below = page.locator(".row.told .notes").first.bounding_box()
    above = page.locator(".row.told .text").first.bounding_box()
    assert below["y"] > above["y"] + above["height"] - 1
    page.pdf(path=pictures / "print.pdf")
    assert (pictures / "print.pdf").stat().st_size > 10_000


# ---------------------------------------------------------------- what may not happen


def test_the_page_works_without_its_script(visit, address):
    page = visit(address, java_script_enabled=False)
    assert not page.locator("#filters").is_visible()
    page.click("a.m:text-is('500')")
    card = page.locator("details.n[open] .card")
    assert card.is_visible()
    assert "66.7% above the reference" in card.inner_text()


def test_hostile_text_runs_nothing(visit, address):
    page = visit(address)
    for note in page.locator(SHOWN).all():
        note.locator("summary").click()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert page.locator("main").inner_text().count("window.hacked=1") > 0


def test_many_drafts_stay_usable(visit, book):
    page = visit(book)
    assert page.inner_text("#told") == "2,000 findings"
    began = time.monotonic()
    page.fill("#words", "hoax")
    expect(page.locator("#told")).to_have_text("200 of 2,000 findings")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert time.monotonic() - began < 10
    page.select_option("#parts select", "d150")
    expect(page.locator("#h150")).to_be_in_viewport()
