"""No page shows anybody a link that is refused: what one may not open is text, or is left out."""

from __future__ import annotations

import logging
import re
from html import unescape

import pytest
from django.template.backends.django import Template
from django.test import Client
from django.urls import resolve

from assessments.phases import Status
from tests.factories import teams
from tests.factories.world import world
from tests.lava.pages import PAGES

pytestmark = pytest.mark.django_db

# Links to the page in another language lead to what the page itself is.
LINK = re.compile(r'<a\b[^>]*?\bhref="(/(?!sv/|en/)[^"#?]*)')
REFUSED = {403, 404, 405, 500}
# All pages and links of everybody: so many that none is left out, so few that the test is quick.
AT_MOST = 3000


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.CRITICAL, "django.request")


def kind(address: str, matters: dict[int, str]) -> tuple:
    """Addresses of one kind lead to the same view of a matter that stands the same."""
    match = resolve(address)
    matter = matters.get(match.kwargs.get("pk"), "")
    rest = [f"{match.kwargs[name]}" for name in sorted(match.kwargs) if name not in ("pk", "row")]
    return (match.view_name, matter, *rest)


def test_no_page_shows_a_link_that_is_refused(monkeypatch):
    made = world(bilingual=True)
    matters = {
        each.pk: f"{each.extent} {Status(each.status).phase} {each.publications.exists()}"
        for each in made.matters.values()
    }
    people = made.people | {
        "contributor": teams.member(made.matters["preparing"], "imp"),
        "guest": made.peer.user,
    }
    pages = {kind(page.address(made), matters): page.address(made) for page in PAGES}
    visited, wrong = 0, []
    for walker, person in people.items():
        client = Client(raise_request_exception=False)
        if walker != "anonymous":
            client.force_login(person)
        answers, links = {}, {}
        for sort, address in pages.items():
            response = client.get(address)
            answers[sort] = response.status_code
            if response.status_code == 200:
                for found in LINK.findall(response.content.decode()):
                    links.setdefault(kind(unescape(found), matters), (unescape(found), address))
        with monkeypatch.context() as patched:
            # Only the answer counts: nobody reads these pages.
            patched.setattr(Template, "render", lambda self, *args, **kwargs: "")
            for each, (link, source) in links.items():
                if answers.get(each) == 200:
                    continue
                response = client.get(link)
                if response.streaming:
                    b"".join(response.streaming_content)
                if response.status_code in REFUSED:
                    wrong.append(f"{walker}: {source} -> {link}: {response.status_code}")
        visited += len(answers) + len(links)
    assert wrong == [], "\n" + "\n".join(wrong)
    assert visited < AT_MOST
