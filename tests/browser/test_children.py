"""The summary for children in a browser: measured while it is written, read without a script."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from assessments.models import Assessment
from assessments.phases import Status
from assessments.publishing.actions import publish
from municipalities.roles import Role
from tests import factories
from tests.browser import driving

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def assessment(transactional_db):
    return factories.full_light_assessment(Status.FINAL)


def test_the_writer_is_told_how_easy_it_is_to_read(enter, page, live_server, assessment):
    enter(page, assessment.proposal.preparer)
    part = reverse("assessments:assessment-part", args=[assessment.pk, "publication"])
    page.goto(f"{live_server.url}/en{part}")
    page.get_by_label("Ages 5–8").check()
    page.get_by_label("Why is this being decided?").fill("Kouluverkkoselvityksessä säästetään.")
    told = page.locator("#block-cfs .readability-remarks")
    expect(told).to_contain_text("“Kouluverkkoselvityksessä”, 24 letters. Try another word")
    expect(told).to_contain_text("Ages 5–8: the sentences are short enough")
    driving.axe(page)
    page.set_viewport_size({"width": 360, "height": 900})
    assert driving.overflow(page) <= 0


@pytest.mark.parametrize("width", [1280, 360])
def test_children_read_their_page_without_a_script(new_page, live_server, assessment, width):
    factories.tell_children(assessment)
    contact = factories.user(Role.LAVA_CONTACT, assessment.municipality)
    publish(assessment=Assessment.objects.get(pk=assessment.pk), by=contact)
    address = f"{live_server.url}/summaries/{assessment.pk}/children/"
    plain = new_page(width=width, java_script_enabled=False)
    plain.goto(address)
    expect(plain.get_by_role("heading", level=1)).to_have_text("When is the youth centre open?")
    expect(plain.get_by_role("heading", level=2)).to_have_count(7)
    assert plain.context.cookies() == []
    page = new_page(width=width)
    page.goto(address)
    driving.axe(page)
    assert driving.overflow(page) <= 0
    page.locator(".kids-foot a").click()
    page.locator(f'a[href$="/summaries/{assessment.pk}/children/"]').click()
    expect(page.get_by_role("heading", level=1)).to_have_text("When is the youth centre open?")
