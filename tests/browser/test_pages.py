"""Every page type in the browser: no accessibility rule broken, nothing wider than the screen."""

from __future__ import annotations

import pytest

from tests.browser.driving import broken_rules, overflow
from tests.factories.world import WALKERS, world
from tests.lava.pages import PAGES

pytestmark = pytest.mark.django_db(transaction=True)

NARROWEST = 320


@pytest.mark.parametrize(
    ("scheme", "width", "language"), [("light", 1280, "fi"), ("dark", 360, "sv")]
)
def test_every_page_is_accessible_and_fits_the_screen(
    scheme, width, language, new_page, enter, live_server
):
    made = world(bilingual=True)
    wrong = []
    for walker in WALKERS:
        page = new_page(width=width, color_scheme=scheme)
        if walker != "anonymous":
            enter(page, made.people[walker])
        for each in PAGES:
            if each.walker != walker:
                continue
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(live_server.url + each.address(made, language))
            wrong += [f"{each}: {rule} {html}" for rule, html in broken_rules(page)]
            page.set_viewport_size({"width": NARROWEST, "height": 700})
            if extra := overflow(page):
                wrong.append(f"{each}: {extra} px wider than {NARROWEST} px")
    assert wrong == [], "\n".join(wrong)
