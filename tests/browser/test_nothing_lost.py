"""Nothing that somebody types is lost: bad connections, killed browsers, ended rights."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import expect

from assessments.actions.saving import save_value
from assessments.models import Hearing, HearingFinding, Impact, Revision
from municipalities.models import Membership
from municipalities.roles import Role
from tests import factories
from tests.browser import driving
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "sininen-ovi-42"
SAVED = re.compile(r"Saved \d")
CELL = "leisure"


@pytest.fixture
def assessment(transactional_db):
    return factories.full_assessment()


@pytest.fixture
def preparer(assessment):
    return assessment.proposal.preparer


@pytest.fixture
def finding(assessment):
    return HearingFinding.objects.create(
        assessment=assessment,
        municipality=assessment.municipality,
        hearing=assessment.hearings.get(),
        theme="The yard",
    )


@pytest.fixture
def address(assessment, live_server):
    """``address("hre")`` is the English page of a part."""

    def _address(part: str, more: str = "") -> str:
        path = reverse("assessments:assessment-part", args=[assessment.pk, part])
        return f"{live_server.url}/en{path}{more}"

    return _address


@pytest.fixture
def rough(chromium, live_server, preparer):
    """A browser of the preparer whose connection fails: its complaints are expected."""
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    driving.log_in(page, preparer, live_server)
    yield page
    context.close()


def state(page):
    return page.locator("[data-save-state]")


def kept(page) -> list[str]:
    """What the browser's stores hold; htmx notes the address of the page."""
    return page.evaluate(
        """async () => [
            ...Object.values({ ...localStorage }),
            ...Object.entries({ ...sessionStorage })
                .filter(([name]) => name !== "htmx-current-path-for-history")
                .map(([, value]) => value),
            ...(await indexedDB.databases()).map((one) => one.name),
            ...(await caches.keys()),
        ]"""
    )


def history(slot: str) -> list:
    return list(Revision.objects.filter(slot=slot).order_by("pk").values_list("value", flat=True))


def open_theme(page, address, finding):
    page.goto(address("hre", f"?open=hearing-{finding.hearing_id}"))
    card = page.locator(f"#hearingfinding-{finding.pk}")
    if card.locator("[data-slot]").count() == 0:
        card.locator("a").first.click()
    field = page.locator(f'[name="hearingfinding-{finding.pk}-summary"]')
    expect(field).to_be_visible()
    return field


def open_cell(page, address, alternative):
    page.goto(address("imp"))
    page.locator(f"#cell-{alternative.pk}-{CELL} a").click()
    field = page.locator("tr[data-panel-row]:visible textarea").first
    expect(field).to_be_visible()
    return field


# --- The connection goes and comes back -----------------------------------------------------------


def test_a_row_inside_a_row_written_offline_is_sent_once_when_the_connection_returns(
    rough, address, finding
):
    field = open_theme(rough, address, finding)
    rough.context.set_offline(True)
    field.press_sequentially("Football ")
    expect(state(rough)).to_contain_text("no connection")
    field.press_sequentially("every break")
    finding.refresh_from_db()
    assert finding.summary == ""
    rough.context.set_offline(False)
    expect(state(rough)).to_contain_text(SAVED)
    finding.refresh_from_db()
    assert finding.summary == "Football every break"
    assert history(finding.slot("summary"))[-1] == "Football every break"
    assert len(history(finding.slot("summary"))) <= 2
    assert kept(rough) == []


def test_a_cell_written_offline_is_sent_once_when_the_connection_returns(
    rough, address, assessment
):
    one = assessment.alternatives.get(number=1)
    Impact.objects.filter(alternative=one, dimension=CELL).delete()
    field = open_cell(rough, address, one)
    rough.context.set_offline(True)
    field.fill("Nowhere to go in the evening.")
    expect(state(rough)).to_contain_text("no connection")
    assert not Impact.objects.filter(alternative=one, dimension=CELL).exists()
    rough.context.set_offline(False)
    expect(state(rough)).to_contain_text(SAVED)
    impact = Impact.objects.get(alternative=one, dimension=CELL)
    assert impact.text == "Nowhere to go in the evening."
    assert history(impact.slot("text")) == [impact.text]


def test_an_answer_that_was_lost_on_the_way_is_not_saved_twice(rough, address, finding):
    """The server has saved, but its answer never came: the repeated request is the same save."""
    field = open_theme(rough, address, finding)
    requests = []

    def lose_the_first_answer(route):
        requests.append(route.request.post_data)
        if len(requests) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    rough.route("**/save/", lose_the_first_answer)
    field.fill("Football")
    expect(state(rough)).to_contain_text(SAVED)
    assert len(requests) == 2 and requests[0] == requests[1]
    assert history(finding.slot("summary")) == ["Football"]


# --- The browser or the machine goes --------------------------------------------------------------


def test_what_was_typed_before_the_browser_was_killed_is_back_and_saved(
    chromium, live_server, rough, preparer, address, assessment
):
    rough.goto(address("rec"))
    # The request is under way and never answered, so that the page sends nothing when it goes.
    rough.route("**/save/", lambda route: None)
    rough.locator('[name="rec.worst"]').fill("The youngest of the village.")
    rough.wait_for_function("() => Object.keys(localStorage).length > 0")
    with rough.expect_request("**/save/"):
        rough.locator('[name="rec.worst"]').blur()
    profile = rough.context.storage_state()
    rough.context.close()
    assert assessment.answers.get(key="rec.worst").value != "The youngest of the village."

    again = chromium.new_context(storage_state=profile)
    again.set_default_timeout(PATIENCE)
    page = again.new_page()
    page.goto(address("rec"))
    expect(page.locator('[name="rec.worst"]')).to_have_value("The youngest of the village.")
    expect(state(page)).to_contain_text(SAVED)
    assert assessment.answers.get(key="rec.worst").value == "The youngest of the village."
    assert history("answer:rec.worst") == ["The youngest of the village."]
    again.close()


def test_a_closed_lid_sends_first_and_goes_on_when_it_is_opened(rough, address, assessment):
    rough.goto(address("rec"))
    field = rough.locator('[name="rec.worst"]')
    field.fill("Before the lid was closed.")
    chrome = rough.context.new_cdp_session(rough)
    chrome.send("Page.setWebLifecycleState", {"state": "frozen"})
    chrome.send("Page.setWebLifecycleState", {"state": "active"})
    expect(state(rough)).to_contain_text(SAVED)
    field.fill("After the lid was opened.")
    field.blur()
    rough.wait_for_function("() => Object.keys(localStorage).length === 0")
    assert history("answer:rec.worst") == [
        "Before the lid was closed.",
        "After the lid was opened.",
    ]


def test_a_page_that_is_hidden_sends_what_is_typed_at_once(rough, address, assessment):
    rough.goto(address("rec"))
    rough.clock.install()
    rough.locator('[name="rec.worst"]').fill("Typed and turned away.")
    # No second passes: it is the hiding of the page that sends.
    with rough.expect_response("**/save/"):
        rough.evaluate(
            """() => {
                Object.defineProperty(document, "visibilityState", { value: "hidden" });
                document.dispatchEvent(new Event("visibilitychange"));
            }"""
        )
    assert assessment.answers.get(key="rec.worst").value == "Typed and turned away."


# --- Rights and sessions end ----------------------------------------------------------------------


def test_who_loses_the_right_while_typing_keeps_the_text_in_the_field(
    rough, address, assessment, preparer
):
    rough.goto(address("rec"))
    field = rough.locator('[name="rec.worst"]')
    field.fill("Half of the")
    expect(state(rough)).to_contain_text(SAVED)
    Membership.objects.filter(user=preparer).update(role=Role.REGISTRY)
    type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    field.press_sequentially(" sentence.")
    error = rough.locator('[data-error-for="rec.worst"]')
    expect(error).not_to_be_empty()
    expect(field).to_have_value("Half of the sentence.")
    expect(field).to_be_editable()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert assessment.answers.get(key="rec.worst").value == "Half of the"


def end_session():
    Session.objects.all().delete()
    cache.clear()


def log_in_again(page, person):
    page.fill('[name="login"]', person.email)
    page.fill('[name="password"]', PASSWORD)
    page.locator("main form button[type=submit]").click()


@pytest.fixture
def plain(chromium, live_server, preparer):
    """The preparer's browser without scripts."""
    context = chromium.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    driving.log_in(page, preparer, live_server)
    yield page
    context.close()


def test_a_comment_sent_after_the_session_has_ended_comes_back_without_scripts(
    plain, live_server, assessment, preparer
):
    url = reverse("assessments:comment-part", args=[assessment.pk, "hre"])
    plain.goto(f"{live_server.url}/en{url}")
    plain.fill('[name="text"]', "Were the youngest asked?")
    end_session()
    plain.click("main form button.btn-primary")
    log_in_again(plain, preparer)
    expect(plain.locator('[name="text"]').first).to_have_value("Were the youngest asked?")
    plain.click("main form button.btn-primary")
    assert assessment.comments.get().text == "Were the youngest asked?"


def test_a_hearing_sent_after_the_session_has_ended_comes_back_without_scripts(
    plain, address, preparer, finding
):
    said, theme = f"hearing-{finding.hearing_id}-said", f"hearingfinding-{finding.pk}-summary"
    opened = f"?open=hearing-{finding.hearing_id}&open=hearingfinding-{finding.pk}"
    plain.goto(address("hre", opened))
    plain.fill(f'[name="{said}"]', "We want to stay.")
    plain.fill(f'[name="{theme}"]', "A field for football.")
    end_session()
    plain.click(".part-save button")
    log_in_again(plain, preparer)
    expect(plain.locator(f'[name="{said}"]')).to_have_value("We want to stay.")
    expect(plain.locator(f'[name="{theme}"]')).to_have_value("A field for football.")
    plain.click(".part-save button")
    finding.refresh_from_db()
    assert finding.summary == "A field for football."
    assert Hearing.objects.get(pk=finding.hearing_id).said == "We want to stay."


# --- One person, two windows ----------------------------------------------------------------------


def test_two_windows_of_one_person_do_not_meet_in_different_fields(rough, address, finding):
    first = open_theme(rough, address, finding)
    other = rough.context.new_page()
    open_theme(other, address, finding)
    theme = other.locator(f'[name="hearingfinding-{finding.pk}-theme"]')
    for number in range(3):
        first.fill(f"Football {number}")
        first.blur()
        expect(state(rough)).to_contain_text(SAVED)
        theme.fill(f"The yard {number}")
        theme.blur()
        expect(state(other)).to_contain_text(SAVED)
        other.wait_for_function("() => Object.keys(localStorage).length === 0")
    assert rough.locator("[data-conflict]").count() == 0
    assert other.locator("[data-conflict]").count() == 0
    finding.refresh_from_db()
    assert (finding.theme, finding.summary) == ("The yard 2", "Football 2")


# --- What stays on a shared device ----------------------------------------------------------------


@pytest.mark.parametrize("reason", ["conflict", "refused", "offline"])
def test_logging_out_leaves_no_answers_in_the_browser(rough, address, assessment, preparer, reason):
    rough.goto(address("rec"))
    field = rough.locator('[name="rec.worst"]')
    if reason == "conflict":
        save_value(
            assessment_id=assessment.pk,
            slot="answer:rec.worst",
            value="Aino's text",
            base_version=assessment.answers.get(key="rec.worst").version,
            by=factories.user(Role.PREPARER, assessment.municipality, name="Aino"),
        )
    elif reason == "refused":
        type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    else:
        rough.route("**/save/", lambda route: route.abort())
    field.fill("Nobody else may read this.")
    field.blur()
    rough.wait_for_function("() => Object.keys(localStorage).length > 0")
    expect(state(rough)).not_to_be_empty()
    assert any("Nobody else" in text for text in kept(rough))
    rough.locator(".menu summary").click()
    with rough.expect_navigation():
        rough.locator("form[data-logout] button").click()
    rough.wait_for_load_state()
    assert kept(rough) == []
    rough.go_back()
    assert kept(rough) == []


# --- Presses that count once ----------------------------------------------------------------------


def test_a_double_click_on_add_a_theme_adds_one(rough, address, assessment):
    hearing = assessment.hearings.get()
    rough.goto(address("hre", f"?open=hearing-{hearing.pk}"))
    # The second press interrupts the page that answers the first.
    rough.locator(f"#add-hearingfinding-{hearing.pk}").dblclick(no_wait_after=True)
    expect(rough.locator('.row-card[id^="hearingfinding-"]')).to_have_count(1)
    rough.wait_for_load_state("networkidle")
    assert Hearing.objects.get().findings.count() == 1
