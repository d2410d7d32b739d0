"""The light screen in a browser: saving while typing, offline, conflicts, the matrix by keys."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import expect

from assessments.actions.saving import save_value
from assessments.models import Impact, Revision
from municipalities.roles import Role
from tests import factories
from tests.browser import driving

pytestmark = pytest.mark.django_db(transaction=True)
SUMMARY = '[name="rec.summary"]'
PASSWORD = "sininen-ovi-42"


@pytest.fixture
def assessment(transactional_db):
    return factories.full_light_assessment()


@pytest.fixture
def preparer(assessment):
    return assessment.proposal.preparer


@pytest.fixture
def light(enter, page, live_server, assessment, preparer):
    """The light screen of the preparer, in English, at the part with the recommendation."""
    enter(page, preparer)
    page.goto(
        live_server.url + "/en" + reverse("assessments:assessment-light", args=[assessment.pk])
    )
    driving.reach(page, "rec")
    return page


def state(page):
    return page.locator("[data-save-state]")


def summary_of(assessment):
    return assessment.answers.get(key="rec.summary").value


def test_typing_is_saved_and_the_state_is_told(light, assessment):
    light.fill(SUMMARY, "Typed in the browser")
    expect(state(light)).to_contain_text(re.compile(r"Saved \d"))
    assert summary_of(assessment) == "Typed in the browser"
    light.reload()
    driving.reach(light, "rec")
    expect(light.locator(SUMMARY)).to_have_value("Typed in the browser")
    assert Revision.objects.filter(slot="answer:rec.summary").count() == 1


def test_all_fields_of_a_row_are_saved_whatever_their_order(light, assessment):
    row = assessment.evidences.first()
    driving.reach(light, "dat")
    light.click(f"#evidence-{row.pk} a")
    for name in ("title", "finding", "year"):
        light.fill(f"#id_evidence-{row.pk}-{name}", "2024" if name == "year" else f"New {name}")
        light.keyboard.press("Tab")
    expect(state(light)).to_contain_text(re.compile(r"Saved \d"))
    # The saves may overtake each other: what counts is that each field has its own.
    for _attempt in range(300):
        row.refresh_from_db()
        if row.version == 4:
            break
        light.wait_for_timeout(100)
    assert (row.title, row.finding, row.year) == ("New title", "New finding", 2024)


@pytest.fixture
def train(chromium, live_server, assessment, preparer):
    """The same screen in a browser whose connection comes and goes."""
    context = chromium.new_context()
    page = context.new_page()
    driving.log_in(page, preparer, live_server)
    page.goto(
        live_server.url + "/en" + reverse("assessments:assessment-light", args=[assessment.pk])
    )
    driving.reach(page, "rec")
    yield page
    context.close()


def test_text_written_offline_is_kept_and_saved_when_the_connection_returns(train, assessment):
    light = train
    light.context.set_offline(True)
    light.fill(SUMMARY, "Written in a train")
    expect(state(light)).to_contain_text("no connection")
    assert summary_of(assessment) != "Written in a train"
    light.context.set_offline(False)
    expect(state(light)).to_contain_text(re.compile(r"Saved \d"))
    assert summary_of(assessment) == "Written in a train"


def test_a_conflict_is_solved_in_place(light, assessment):
    colleague = factories.user(Role.PREPARER, assessment.municipality, name="Aino")
    save_value(
        assessment_id=assessment.pk,
        slot="answer:rec.summary",
        value="Aino's summary",
        base_version=1,
        by=colleague,
    )
    light.fill(SUMMARY, "My summary")
    panel = light.locator('[data-conflict="answer:rec.summary"]')
    expect(panel).to_contain_text("Aino's summary")
    expect(panel).to_contain_text("My summary")
    driving.axe(light)
    panel.get_by_role("radio", name="Merge by hand").check()
    panel.locator("textarea").fill("Both of us")
    panel.locator("[data-conflict-save]").click()
    expect(panel).to_have_count(0)
    expect(state(light)).to_contain_text(re.compile(r"Saved \d"))
    assert summary_of(assessment) == "Both of us"


def test_a_cell_is_found_opened_filled_and_closed_by_keyboard(light, assessment):
    zero, one = assessment.alternatives.all()
    driving.reach(light, "mit")
    driving.reach(light, "imp")
    light.locator(f"#cell-{zero.pk}-leisure a").focus()
    light.keyboard.press("ArrowRight")
    expect(light.locator(f"#cell-{one.pk}-leisure a")).to_be_focused()
    light.keyboard.press("ArrowDown")
    cell = light.locator(f"#cell-{one.pk}-relationships a")
    expect(cell).to_be_focused()
    light.keyboard.press("Enter")
    panel = light.locator("tr[data-panel-row]:visible")
    expect(panel).to_be_visible()
    driving.axe(light)
    panel.get_by_role("radio", name="Negative").check()
    panel.get_by_role("radio", name=re.compile("^Large")).check()
    expect(light.locator(f"#cell-{one.pk}-relationships")).to_contain_text("Notable harm")
    expect(light.locator("#harms")).to_contain_text("Relationships")
    light.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(light.locator(f"#cell-{one.pk}-relationships a")).to_be_focused()
    impact = Impact.objects.get(alternative=one, dimension="relationships")
    assert (impact.direction, impact.magnitude) == ("neg", 3)


def test_after_the_session_has_ended_the_text_comes_back_with_the_login(
    light, assessment, preparer
):
    Session.objects.all().delete()
    cache.clear()
    light.fill(SUMMARY, "Typed after the session ended")
    expect(state(light)).to_contain_text("Log in again")
    light.get_by_role("link", name="Log in").last.click()
    light.fill('[name="login"]', preparer.email)
    light.fill('[name="password"]', PASSWORD)
    light.locator("main form button[type=submit]").click()
    driving.reach(light, "rec")
    expect(light.locator(SUMMARY)).to_have_value("Typed after the session ended")
    expect(state(light)).to_contain_text(re.compile(r"Saved \d"))
    assert summary_of(assessment) == "Typed after the session ended"


def test_a_refused_value_is_told_beside_its_field(light):
    light.fill('[name="rec.children_said"]', "x" * 601)
    error = light.locator('[data-error-for="rec.children_said"]')
    expect(error).to_contain_text("600")
    expect(state(light)).to_contain_text("check the marked fields")


# --- Parts that are fetched when somebody comes to them -------------------------------------------


@pytest.fixture
def top(enter, page, live_server, assessment, preparer):
    """The light screen as it first opens; ``top(query)`` opens it at another address."""
    enter(page, preparer)
    url = live_server.url + "/en" + reverse("assessments:assessment-light", args=[assessment.pk])

    def _open(more: str = ""):
        page.goto(url + more)
        return page

    return _open


@pytest.fixture
def rough(chromium, live_server, assessment, preparer):
    """The same in a browser whose connection fails: its complaints are expected."""
    context = chromium.new_context()
    page = context.new_page()
    driving.log_in(page, preparer, live_server)
    page.goto(
        live_server.url + "/en" + reverse("assessments:assessment-light", args=[assessment.pk])
    )
    yield page
    context.close()


def fetched(page) -> list[str]:
    return page.eval_on_selector_all(
        "section.part:not(:has([data-part-waiting]))",
        "parts => parts.map(part => part.id.slice(5))",
    )


def test_a_part_is_fetched_when_it_comes_into_view(top):
    page = top()
    assert "fup" not in fetched(page)
    driving.reach(page, "fup")
    counter = page.locator("#part-fup [data-counter-for]").first
    if counter.count():
        expect(counter).to_contain_text(re.compile(r"\d+ / \d+"))
    page.fill('[name="fup.owner"]', "The head teacher")
    expect(state(page)).to_contain_text(re.compile(r"Saved \d"))
    expect(page.locator("section[aria-busy]")).to_have_count(0)


@pytest.mark.parametrize("key", ["imp", "rec", "fup"])
def test_a_link_of_the_list_leads_to_its_part_and_stays_there(top, key):
    page = top()
    page.locator(f'.light-nav a[href="#part-{key}"]').click()
    expect(page.locator(f"#part-{key} [data-part-waiting]")).to_have_count(0)
    expect(page.locator(f"#part-{key}")).to_be_focused()
    page.wait_for_load_state("networkidle")
    expect(page.locator(f"#title-{key}")).to_be_in_viewport()


def test_an_address_with_a_part_opens_there(top):
    page = top("#part-fup")
    expect(page.locator("#part-fup [data-part-waiting]")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    expect(page.locator("#title-fup")).to_be_in_viewport()


def test_the_tab_key_goes_on_from_the_link_that_a_part_replaces(rough):
    page = rough
    page.route("**/parts/rec/**", lambda route: route.abort())
    page.locator("#part-rec").evaluate("part => part.scrollIntoView({ behavior: 'instant' })")
    expect(page.locator("#part-rec [data-part-failed]")).to_have_count(1)
    page.unroute("**/parts/rec/**")
    page.locator("#part-rec [data-part-waiting] a").focus()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#part-rec")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#part-rec') !== null")


def test_text_kept_on_the_device_waits_for_its_part(rough, assessment):
    page = rough
    address = page.url
    driving.reach(page, "rec")
    page.context.set_offline(True)
    page.fill(SUMMARY, "Written before the colleague")
    expect(state(page)).to_contain_text("no connection")
    colleague = factories.user(Role.PREPARER, assessment.municipality, name="Aino")
    save_value(
        assessment_id=assessment.pk,
        slot="answer:rec.summary",
        value="Aino's summary",
        base_version=1,
        by=colleague,
    )
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(address)
    expect(state(page)).to_contain_text("changed elsewhere")
    assert page.locator(SUMMARY).count() == 0
    driving.reach(page, "rec")
    panel = page.locator('[data-conflict="answer:rec.summary"]')
    expect(panel).to_contain_text("Aino's summary")
    expect(page.locator(SUMMARY)).to_have_value("Written before the colleague")


def test_a_saved_and_a_new_row_are_seen_on_the_light_screen(top, assessment):
    page = top()
    driving.reach(page, "dat")
    with page.expect_navigation():
        page.click("#add-evidence")
    new = assessment.evidences.last()
    expect(page.locator(f"#evidence-{new.pk} [data-slot]").first).to_be_visible()
    expect(page.locator(f"#evidence-{new.pk}")).to_be_in_viewport()
    with page.expect_navigation():
        page.locator("#part-dat .part-save button").click()
    expect(page.locator("#part-dat .part-save button")).to_have_count(1)
    expect(page.locator("#title-dat")).to_be_in_viewport()


def test_without_scripts_the_other_parts_are_links_to_their_pages(
    chromium, live_server, assessment, preparer
):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    driving.log_in(page, preparer, live_server)
    url = live_server.url + "/en" + reverse("assessments:assessment-light", args=[assessment.pk])
    page.goto(url)
    page.locator("#part-rec [data-part-waiting] a").click()
    expect(page.locator(SUMMARY)).to_be_visible()
    page.goto(url)
    page.get_by_role("link", name="Show all parts at once").click()
    expect(page.locator(SUMMARY)).to_be_visible()
    expect(page.locator("[data-part-waiting]")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_screen_breaks_no_accessibility_rule_and_no_phone(
    light, live_server, assessment, width
):
    light.set_viewport_size({"width": width, "height": 900})
    base = live_server.url + "/en"
    screen = reverse("assessments:assessment-light", args=[assessment.pk])
    urls = [screen, f"{screen}?all=1"]
    urls += [
        reverse("assessments:assessment-part", args=[assessment.pk, part])
        for part in ("alt", "imp", "dat", "mit", "dec")
    ]
    row = assessment.alternatives.get(number=1)
    urls.append(reverse("assessments:impact-update", args=[assessment.pk, row.pk, "safety", "all"]))
    urls.append(reverse("assessments:revision-list", args=[assessment.pk]))
    for url in urls:
        light.goto(base + url)
        driving.axe(light)
        assert driving.overflow(light) <= 0, url
