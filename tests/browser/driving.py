"""What the browser tests do again and again: log in, look for broken rules, read the page."""

from __future__ import annotations

import atexit
import functools
import shutil

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]


def executable() -> str | None:
    """The system's Chromium; nothing is downloaded."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@functools.cache
def browser() -> Browser:
    """The one browser of this process: browser tests and journeys share it."""
    playwright = sync_playwright().start()
    started = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)

    def stop() -> None:
        started.close()
        playwright.stop()

    atexit.register(stop)
    return started


def log_in(page: Page, person, site) -> None:
    """Give the browser a session of ``person``, as a log-in would."""
    client = Client()
    client.force_login(person)
    page.context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
                "url": site.url,
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )


def reach(page: Page, key: str) -> None:
    """Scroll to a part of the light screen and wait until it has been fetched."""
    page.locator(f"#part-{key}").evaluate("part => part.scrollIntoView({ behavior: 'instant' })")
    expect(page.locator(f"#part-{key} [data-part-waiting]")).to_have_count(0)


def broken_rules(page: Page) -> list[tuple[str, list[str]]]:
    """Every accessibility rule that the page breaks, with the elements that break it."""
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def axe(page: Page) -> None:
    """Fails when the page breaks any accessibility rule."""
    assert broken_rules(page) == [], page.url


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
