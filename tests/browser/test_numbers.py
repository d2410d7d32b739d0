"""What the browser cannot read as a number is neither saved as nothing nor called saved."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from assessments.models import Hearing
from tests import factories
from tests.browser import driving

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def hearing(transactional_db):
    return factories.full_light_assessment().hearings.get()


@pytest.fixture
def heard(enter, page, live_server, hearing):
    """The hearings of a matter, opened by its preparer, in English."""
    assessment = hearing.assessment
    enter(page, assessment.proposal.preparer)
    path = reverse("assessments:assessment-part", args=[assessment.pk, "hre"])
    page.goto(f"{live_server.url}/en{path}")
    return page


def state(page):
    return page.locator("[data-save-state]")


def test_a_number_that_cannot_be_read_is_told_and_never_clears_what_is_stored(heard, hearing):
    name = f"hearing-{hearing.pk}-number"
    control = heard.locator(f'[name="{name}"]')
    error = heard.locator(f'[data-error-for="{name}"]')
    control.focus()
    control.press("End")
    control.press_sequentially("e")
    assert control.evaluate("each => each.validity.badInput")
    control.press("Tab")
    expect(error).to_contain_text("Write a whole number.")
    expect(control).to_have_attribute("aria-invalid", "true")
    expect(state(heard)).to_contain_text("Not saved: check the marked fields.")
    driving.axe(heard)
    # Saving the form as a whole would send an empty number: it leads back to the field.
    heard.locator("main form.part-form .part-save button").click()
    expect(control).to_be_focused()
    assert Hearing.objects.get(pk=hearing.pk).number == 24
    control.fill("31")
    control.press("Tab")
    expect(state(heard)).to_contain_text(re.compile(r"Saved \d"))
    expect(error).to_be_hidden()
    assert Hearing.objects.get(pk=hearing.pk).number == 31
    with heard.expect_response(lambda answer: answer.url.endswith("/save/")):
        control.fill("")
        control.press("Tab")
    expect(state(heard)).to_contain_text(re.compile(r"Saved \d"))
    assert Hearing.objects.get(pk=hearing.pk).number is None


def test_another_field_saved_meanwhile_does_not_claim_that_the_number_is_safe(heard, hearing):
    number = heard.locator(f'[name="hearing-{hearing.pk}-number"]')
    number.focus()
    number.press("End")
    number.press_sequentially("e")
    with heard.expect_response(lambda answer: answer.url.endswith("/save/")):
        heard.fill(f'[name="hearing-{hearing.pk}-said"]', "Friends matter most.")
    expect(state(heard)).to_contain_text("Not saved: check the marked fields.")
    hearing.refresh_from_db()
    assert (hearing.said, hearing.number) == ("Friends matter most.", 24)
