"""Debian's Chromium under Playwright; nothing is downloaded."""

import os
import queue
import threading

import pytest
from celery.app.task import Task
from django.db import connections
from playwright.sync_api import Browser, Page, expect

from tests.browser import driving

WITHOUT_BROWSER = "BROWSER=none: the tests that need Chromium are left out."
NO_CHROMIUM = (
    "Chromium is missing; install it with: sudo apt-get install chromium, or set BROWSER=none."
)
PARTS = ("tests/browser/", "tests/journeys/")
# A refused save (409, 422) is an answer that the page expects; so is leaving it while a piece of it
# is still being fetched. The console names them anyway.
EXPECTED_COMPLAINTS = ("status of 4", "htmx:sendAbort", "htmx:afterRequest,")
PATIENCE = 60_000
"""Milliseconds; only a test that fails waits so long, however much else the machine does."""


def pytest_collection_modifyitems(config, items):
    if os.environ.get("BROWSER") != "none":
        return
    ours = [each for each in items if each.nodeid.startswith(PARTS)]
    config.hook.pytest_deselected(items=ours)
    items[:] = [each for each in items if each not in ours]
    if reporter := config.pluginmanager.get_plugin("terminalreporter"):
        reporter.write_line(WITHOUT_BROWSER)


@pytest.fixture(scope="session")
def chromium() -> Browser:
    if driving.executable() is None:
        pytest.fail(NO_CHROMIUM, pytrace=False)
    expect.set_options(timeout=PATIENCE)
    return driving.browser()


@pytest.fixture
def new_page(chromium):
    """``new_page(width=360)`` opens a page with cookies of its own: another person's browser.

    The test fails at its end when a page wrote anything into the console: a refused script or
    style, or a fault.
    """
    opened, complaints = [], []

    def _new_page(*, width: int = 1280, height: int = 900, **options) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: note(message))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    def note(message) -> None:
        if message.type in ("error", "warning") and not any(
            each in message.text for each in EXPECTED_COMPLAINTS
        ):
            complaints.append(f"{message.text} ({message.location.get('url')})")

    yield _new_page
    for context in opened:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_page) -> Page:
    return new_page()


@pytest.fixture
def enter(live_server):
    """``enter(page, person)`` logs the person in in that browser."""

    def _enter(page: Page, person) -> Page:
        driving.log_in(page, person, live_server)
        return page

    return _enter


@pytest.fixture(autouse=True)
def owed_tasks(monkeypatch) -> queue.Queue:
    """What would go to the broker stays in this process."""
    tasks = queue.Queue()

    def keep(task, args=None, kwargs=None, **options):
        tasks.put((task, args or (), kwargs or {}))

    monkeypatch.setattr(Task, "apply_async", keep)
    return tasks


@pytest.fixture
def worker(owed_tasks, live_server):
    """A worker in a thread of its own: pages see a job queued, being made and ready."""

    def work():
        while (owed := owed_tasks.get()) is not None:
            task, args, kwargs = owed
            try:
                task(*args, **kwargs)
            finally:
                connections.close_all()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    yield
    owed_tasks.put(None)
    thread.join(120)
    assert not thread.is_alive(), "the worker's job does not end"
