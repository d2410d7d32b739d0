"""Every page in every language: it answers, is valid HTML, costs a bounded number of queries."""

from __future__ import annotations

import logging

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from assessments.phases import Status
from tests import factories
from tests.factories import accelerator
from tests.factories.world import world
from tests.lava.pages import PAGES, PageType
from tests.lava.validity import complaints

pytestmark = pytest.mark.django_db

LISTS = {
    "publishing:publication-list",
    "publishing:municipality-list",
    "publishing:municipality-detail",
    "assessments:work",
    "assessments:proposal-list",
    "assessments:review-queue",
    "assessments:revision-list",
    "assessments:reminder-list",
    "accelerator:programme-list",
    "municipalities:membership-list",
    "municipalities:decisionbody-list",
}
# Pages that name matters, and those that show what was typed or published, own title included.
WITH_TITLES = {
    "assessments:work",
    "assessments:proposal-list",
    "assessments:proposal-detail",
    "assessments:review-queue",
    "assessments:reminder-list",
    "assessments:comment-list",
    "accelerator:programme-progress",
}
WITH_ITS_TEXTS = {
    "assessments:proposal-update",
    "assessments:revision-list",
    "assessments:hearing-letter",
    "assessments:assessment-part final/statements",
}
LIST_QUERIES, PAGE_QUERIES, PROGRESS_QUERIES = 8, 12, 10


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.CRITICAL, "django.request")


@pytest.fixture
def made():
    return world(bilingual=True)


@pytest.fixture
def visit(made):
    """``visit(page, language)`` asks for a page as the first who may see it."""
    clients = {}

    def _visit(page: PageType, language: str = "fi"):
        if page.walker not in clients:
            clients[page.walker] = Client()
            if page.walker != "anonymous":
                clients[page.walker].force_login(made.people[page.walker])
        return clients[page.walker].get(page.address(made, language))

    return _visit


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_answers_in_valid_html(language, visit):
    wrong = []
    for page in PAGES:
        response = visit(page, language)
        found = complaints(response.content.decode(), language)
        if response.status_code not in (200, 410):
            found.append(f"status {response.status_code}")
        wrong += [f"{page}: {each}" for each in found]
    assert wrong == [], "\n".join(wrong)


def test_officials_read_titles_in_the_language_of_the_page(made, visit):
    proposal = made.matters["preparing"].proposal
    wrong = []
    for page in PAGES:
        names = {page.name, f"{page.name} {page.what}"}
        if page.name.startswith("publishing:") or names & WITH_ITS_TEXTS:
            continue
        html = visit(page, "sv").content.decode()
        shown = f'lang="sv">{proposal.title_alt}' in html
        if proposal.title in html or (page.name in WITH_TITLES and not shown):
            wrong.append(str(page))
    assert wrong == [], "\n".join(wrong)
    proposal.title_alt = ""
    assert (proposal.title_in("sv"), proposal.title_language("sv")) == (proposal.title, "fi")
    assert (proposal.title_in("en"), proposal.title_language("en")) == (proposal.title, "fi")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_pages_of_refusal_are_valid_too(language, made):
    client = Client(raise_request_exception=False)
    client.force_login(made.people["preparer"])
    matter = made.matters["in_review"].pk
    prefix = "" if language == "fi" else f"/{language}"
    for address, status in (
        (f"{prefix}/proposals/{matter}/steps/approve/", 403),
        (f"{prefix}/proposals/999999/", 404),
    ):
        response = client.get(address)
        assert response.status_code == status
        assert complaints(response.content.decode(), language) == []


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("assessments:proposal-create", None),
        ("assessments:proposal-update", "draft"),
        ("assessments:extent-choose", "draft"),
        ("assessments:step-take", "half"),
    ],
)
def test_a_refused_form_is_valid_and_names_its_errors(name, what, made):
    client = Client()
    client.force_login(made.people["preparer"])
    arguments = [made.matters[what].pk] if what else []
    if name.endswith("step-take"):
        arguments.append("withdraw")
    with translation.override("fi"):
        address = reverse(name, args=arguments)
    response = client.post(address, {})
    assert response.status_code == 422
    assert complaints(response.content.decode(), "fi") == []
    assert 'class="error-summary' in response.content.decode()


def queries(visit, page: PageType) -> int:
    visit(page)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        visit(page)
    return len(captured)


def budget(page: PageType) -> int:
    if page.name in LISTS:
        return LIST_QUERIES
    return PROGRESS_QUERIES if page.name.endswith("progress") else PAGE_QUERIES


def test_every_page_keeps_its_budget_of_queries(visit):
    counted = {page: queries(visit, page) for page in PAGES}
    over = [f"{page}: {number}" for page, number in counted.items() if number > budget(page)]
    assert over == []


def test_lists_cost_the_same_however_long_they_are(made, visit):
    growing = [page for page in PAGES if page.name in LISTS or page.name.endswith("progress")]
    before = {str(page): queries(visit, page) for page in growing}
    for number in range(12):
        place = factories.municipality(region=made.place.region)
        accelerator.participation(made.programme, place)
        factories.full_light_assessment(
            status=list(Status)[number % len(Status)],
            municipality=made.place,
            preparer=made.people["preparer"],
            body=made.body,
        )
        factories.user("preparer", made.place)
        factories.body(made.place)
    after = {str(page): queries(visit, page) for page in growing}
    assert {
        page: (before[page], after[page]) for page in before if after[page] > before[page]
    } == {}
