"""The procedure in a browser: a notice that is too short, its ready text, a question answered."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from assessments.models import CouncillorQuestion, Notice
from assessments.phases import Status
from municipalities.roles import Role
from tests import factories
from tests.browser import driving

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def assessment(transactional_db):
    return factories.full_light_assessment(status=Status.FINAL, type="school_network")


def part(live_server, assessment, key: str) -> str:
    return (
        live_server.url + "/en" + reverse("assessments:assessment-part", args=[assessment.pk, key])
    )


def test_a_notice_that_is_too_short_says_so_beside_its_field(enter, page, live_server, assessment):
    today = timezone.localdate()
    row = Notice.objects.create(
        text="The school would be closed.",
        published=today,
        assessment=assessment,
        municipality=assessment.municipality,
    )
    enter(page, assessment.proposal.preparer)
    page.goto(part(live_server, assessment, "statements"))
    name = f"notice-{row.pk}-until"
    field = page.locator(f'[name="{name}"]')
    field.fill((today + timedelta(days=13)).isoformat())
    field.blur()
    expect(page.locator(f'[data-error-for="{name}"]')).to_contain_text("at least 14 days")
    field.fill((today + timedelta(days=14)).isoformat())
    field.blur()
    expect(page.locator(f'[data-error-for="{name}"]')).to_be_hidden()
    expect(page.locator("[data-save-state]")).to_contain_text("Saved")
    driving.axe(page)


def test_the_ready_text_of_the_notice_is_copied_with_one_button(
    enter, page, live_server, assessment
):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
    enter(page, assessment.proposal.preparer)
    page.goto(part(live_server, assessment, "statements"))
    page.get_by_text("A ready text for the notice").click()
    page.locator('[data-copy-target="notice-fi"]').click()
    expect(page.locator('[data-copy-status="notice-fi"]')).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert assessment.proposal.description in copied
    assert assessment.proposal.preparer.email in copied


def test_a_council_member_asks_and_reads_the_answer(enter, new_page, live_server, assessment):
    asking, answering = new_page(), new_page()
    enter(asking, factories.user(Role.COUNCILLOR, assessment.municipality))
    asking.goto(part(live_server, assessment, "qst"))
    asking.get_by_label("Question to the preparer").fill("How long is the way to school?")
    asking.get_by_role("button", name="Send the question").click()
    expect(asking.get_by_text("Not answered yet.")).to_be_visible()
    driving.axe(asking)
    row = CouncillorQuestion.objects.get()
    enter(answering, assessment.proposal.preparer)
    answering.goto(part(live_server, assessment, "qst"))
    answering.locator(f'[name="councillorquestion-{row.pk}-answer"]').fill("Twelve minutes.")
    expect(answering.locator("[data-save-state]")).to_contain_text("Saved")
    asking.reload()
    expect(asking.get_by_text("Twelve minutes.")).to_be_visible()
