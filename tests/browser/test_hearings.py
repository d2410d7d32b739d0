"""The hearing register in a browser: marked places, refused numbers, letters, the phone."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from assessments.models import HearingView, PlannedHearing
from tests import factories
from tests.browser import driving

pytestmark = pytest.mark.django_db(transaction=True)
NUMBER = "131052-308T"


@pytest.fixture
def assessment(transactional_db):
    made = factories.full_assessment()
    owner = {"assessment": made, "municipality": made.municipality}
    made.hearings.update(groups=["a13_15"], proposals="Open on Fridays.")
    HearingView.objects.create(
        hearing=made.hearings.get(), alternative=made.alternatives.first(), in_favour=20, **owner
    )
    PlannedHearing.objects.create(
        group="Grade 3", age="a7_9", method="survey", date=timezone.localdate(), **owner
    )
    return made


@pytest.fixture
def writer(enter, page, assessment):
    enter(page, assessment.proposal.preparer)
    return page


def opened(writer, live_server, name, *args):
    writer.goto(live_server.url + "/en" + reverse(f"assessments:{name}", args=args))


@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_break_no_accessibility_rule_and_fit_a_phone(
    writer, live_server, assessment, width
):
    writer.set_viewport_size({"width": width, "height": 900})
    planned = PlannedHearing.objects.get(assessment=assessment)
    for name, *args in (
        ("assessment-part", assessment.pk, "hpl"),
        ("assessment-part", assessment.pk, "hre"),
        ("hearing-letter", assessment.pk, planned.pk),
        ("proposal-use", assessment.pk, assessment.hearings.get().pk),
    ):
        opened(writer, live_server, name, *args)
        writer.evaluate(
            "document.querySelectorAll('main details').forEach((each) => each.open = true)"
        )
        driving.axe(writer)
        assert driving.overflow(writer) <= 0, name


def test_a_name_is_marked_while_typing_and_an_identity_number_stays_in_the_browser(
    writer, live_server, assessment
):
    hearing = assessment.hearings.get()
    opened(writer, live_server, "assessment-part", assessment.pk, "hre")
    said = writer.locator(f'[name="hearing-{hearing.pk}-said"]')
    said.fill("Emma Korhonen wants to keep Fridays.")
    said.blur()
    marked = writer.locator(f'[data-marked-for="hearing-{hearing.pk}-said"]')
    expect(marked.locator("mark")).to_have_text("Emma Korhonen")
    expect(writer.locator("[data-save-state]")).to_contain_text("Look at the marked places.")
    said.fill("Everybody wants to keep Fridays.")
    said.blur()
    expect(marked).to_have_count(0)
    said.fill(f"Somebody wrote {NUMBER}.")
    said.blur()
    error = writer.locator(f'[data-error-for="hearing-{hearing.pk}-said"]')
    expect(error).to_contain_text(NUMBER)
    writer.reload()
    expect(said).to_have_value(f"Somebody wrote {NUMBER}.")
    hearing.refresh_from_db()
    assert hearing.said == "Everybody wants to keep Fridays."


def test_a_remark_comes_and_goes_beside_the_field_it_belongs_to(writer, live_server, assessment):
    view = HearingView.objects.get(assessment=assessment)
    opened(writer, live_server, "assessment-part", assessment.pk, "hre")
    against = writer.locator(f'[name="hearingview-{view.pk}-against"]')
    remark = writer.locator(f'[data-marked-for="hearingview-{view.pk}-in_favour"]')
    against.fill("9")
    against.blur()
    expect(remark).to_contain_text("29 together, but 24 children")
    against.fill("4")
    against.blur()
    expect(remark).to_have_count(0)
    opened(writer, live_server, "assessment-part", assessment.pk, "hpl")
    planned = PlannedHearing.objects.get(assessment=assessment)
    remark = writer.locator(f'[data-marked-for="plannedhearing-{planned.pk}-method"]')
    expect(remark).to_contain_text("suits ages 9 to 17")
    writer.locator(f'[name="plannedhearing-{planned.pk}-age"]').select_option("a13_15")
    expect(remark).to_have_count(0)


def test_a_letter_is_copied_and_downloaded_as_it_was_changed(writer, live_server, assessment):
    planned = PlannedHearing.objects.get(assessment=assessment)
    opened(writer, live_server, "hearing-letter", assessment.pk, planned.pk)
    text = writer.locator(f'[name="hpl.letter.{planned.pk}.children.fi"]')
    text.fill("Hei! Tervetuloa.")
    with writer.expect_download() as download:
        writer.locator("form", has=text).get_by_role(
            "button", name="Download as plain text"
        ).click()
    assert download.value.path().read_text() == "Hei! Tervetuloa."


def test_a_changed_letter_is_still_there_on_the_next_visit(writer, live_server, assessment):
    planned = PlannedHearing.objects.get(assessment=assessment)
    opened(writer, live_server, "hearing-letter", assessment.pk, planned.pk)
    name = f'[name="hpl.letter.{planned.pk}.children.fi"]'
    ready = writer.locator(name).input_value()
    writer.locator(name).fill("Hei! Tervetuloa.")
    expect(writer.locator("[data-save-text]")).to_contain_text("Saved")
    writer.reload()
    expect(writer.locator(name)).to_have_value("Hei! Tervetuloa.")
    form = writer.locator("form", has=writer.locator(name))
    form.get_by_role("button", name="Back to the ready text").click()
    expect(writer.locator(name)).to_have_value(ready)
