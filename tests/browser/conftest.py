"""A headless Chromium with the page of a sample draft; `make test-browser` runs what is here."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from report.page_sample import page, review

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def chromium():
    """The browser of this machine; nothing is downloaded for it."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("no Chromium is found: run `make test-browser`, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        # root, as continuous integration is, may not have a sandbox
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where the sample page lies."""
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(page(), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def several(tmp_path_factory):
    """Where a page of two drafts lies, with all that may close it."""
    path = tmp_path_factory.mktemp("several") / "page.html"
    both = review("a.md"), review("b.md")
    path.write_text(page(*both, statistics=True, waiting=2), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """Where a page of 200 drafts lies."""
    path = tmp_path_factory.mktemp("book") / "page.html"
    path.write_text(page(*(review(f"{n}.md") for n in range(200))), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def pictures():
    """A folder for screenshots, to be looked at."""
    folder = Path(tempfile.gettempdir()) / "factcheck-page"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def visit(chromium):
    """Opens a page in a window of its own; at the end it must have asked for nothing but itself."""
    contexts, faults, asked, own = [], [], [], set()

    def opened(url, width=1400, height=900, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        own.add(url)
        window = context.new_page()
        window.on("console", lambda said: faults.append(said.text))
        window.on("pageerror", lambda error: faults.append(str(error)))
        window.on("request", lambda request: asked.append(request.url))
        window.goto(url)
        return window

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
    assert set(asked) == own
