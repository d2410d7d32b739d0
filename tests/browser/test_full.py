"""The pages of the full assessment in a browser: saving while typing, accessibility, the phone."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from assessments.models import Alternative
from assessments.questions import FULL_PAGES
from tests import factories
from tests.browser import driving

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def assessment(transactional_db):
    return factories.full_assessment()


@pytest.fixture
def writer(enter, page, assessment):
    enter(page, assessment.proposal.preparer)
    return page


def addresses(assessment):
    row = assessment.alternatives.get(number=1)
    cell = [assessment.pk, row.pk, "leisure", "all"]
    return {
        **{
            key: reverse("assessments:assessment-part", args=[assessment.pk, key])
            for key in FULL_PAGES
        },
        "cell": reverse("assessments:impact-update", args=cell),
        "comparison": reverse("assessments:assessment-part", args=[assessment.pk, "cmp"])
        + "?all=1",
        "group": reverse("assessments:assessment-part", args=[assessment.pk, "imp"])
        + "?group=a13_15&view=difference",
    }


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_breaks_an_accessibility_rule_or_a_phone(writer, live_server, assessment, width):
    writer.set_viewport_size({"width": width, "height": 900})
    for url in addresses(assessment).values():
        writer.goto(live_server.url + "/en" + url)
        writer.evaluate(
            "document.querySelectorAll('main details').forEach((each) => each.open = true)"
        )
        driving.axe(writer)
        assert driving.overflow(writer) <= 0, url


def test_a_cell_saves_its_ticks_while_they_are_made(writer, live_server, assessment):
    impact = assessment.impacts.get(direction="neg")
    writer.goto(live_server.url + "/en" + addresses(assessment)["imp"])
    writer.locator(f"#cell-{impact.alternative_id}-{impact.dimension} a").click()
    panel = writer.locator(".impact-panel")
    panel.get_by_label("Possible").check()
    panel.get_by_label("Hearing: ").check()
    panel.locator("summary", has_text="Add when needed").click()
    panel.get_by_label("Article 28: Education").check()
    # Three values are saved one after the other.
    articles = panel.locator('input[name$="-articles"]').first
    expect(articles).to_have_attribute("data-version", str(impact.version + 3))
    expect(writer.locator("[data-save-state]")).to_contain_text(re.compile(r"Saved \d"))
    expect(writer.locator(f"#cell-{impact.alternative_id}-{impact.dimension}")).to_contain_text(
        "Children said so"
    )
    impact.refresh_from_db()
    assert impact.likelihood == "2"
    assert impact.evidence == [f"hearing:{assessment.hearings.get().pk}"]
    assert impact.articles == [2, 3, 6, 12, 15, 28, 31]


def test_a_saved_cell_changes_what_the_page_counts_and_gives_the_focus_back(
    writer, live_server, assessment
):
    errors = []
    writer.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else 0
    )
    row = assessment.alternatives.get(number=1)
    writer.goto(live_server.url + "/en" + addresses(assessment)["imp"] + "?group=rural")
    cell = writer.locator(f"#cell-{row.pk}-leisure a.cell")
    cell.focus()
    writer.keyboard.press("Enter")
    panel = writer.locator(".impact-panel")
    panel.get_by_label("Negative").check()
    panel.get_by_label("Large").check()
    expect(writer.locator(f"#cell-{row.pk}-leisure")).to_contain_text("large negative")
    expect(writer.locator(f"#column-{row.pk}-counts")).to_contain_text("negative 1")
    expect(writer.locator(f"#column-{row.pk}-flag")).to_contain_text("Notable harm")
    expect(writer.locator("#matrix-groups a[aria-current]")).to_contain_text("1 / 4")
    writer.keyboard.press("Escape")
    expect(cell).to_be_focused()
    assert writer.locator('#matrix a.cell[tabindex="0"]').count() == 1
    assert errors == []


def test_one_button_goes_on_to_the_next_cell_by_keyboard_too(writer, live_server, assessment):
    zero, one = assessment.alternatives.order_by("number")
    assessment.impacts.filter(alternative=one).delete()
    writer.goto(live_server.url + "/en" + addresses(assessment)["imp"])
    writer.locator(f"#cell-{one.pk}-leisure a.cell").click()
    panel = writer.locator("tr[data-panel-row]:visible")
    panel.get_by_label("Positive").check()
    expect(writer.locator(f"#cell-{one.pk}-leisure")).to_contain_text("Positive")
    panel.get_by_role("button", name="Save and go to the next cell").focus()
    writer.keyboard.press("Enter")
    # The cell between the two has been assessed. Both panels are there for a moment.
    panel = writer.locator(f"tr[data-panel-row][data-cell='cell-{one.pk}-relationships']")
    expect(panel).to_be_visible()
    expect(panel.locator("input[name$='direction']").first).to_be_focused()
    assert writer.evaluate(
        f"document.getElementById('cell-{one.pk}-relationships').getBoundingClientRect().top >= 0"
    )
    assert assessment.impacts.get(alternative=one, dimension="leisure").direction == "pos"
    panel.get_by_label("Negative").check()
    expect(writer.locator(f"#cell-{one.pk}-relationships")).to_contain_text("Negative")
    panel.locator("[data-panel-close]").click()
    expect(writer.locator("tr[data-panel-row]:visible")).to_have_count(0)


@pytest.mark.parametrize("number", [3, 6])
def test_every_alternative_has_the_same_room_in_the_matrix(writer, live_server, assessment, number):
    for each in range(2, number):
        Alternative.objects.create(
            number=each,
            name="Yhteinen liikuntapaikkarakentamissuunnitelma" if each == 2 else "Two",
            assessment=assessment,
            municipality=assessment.municipality,
        )
    writer.goto(live_server.url + "/en" + addresses(assessment)["imp"])
    columns = writer.locator("#matrix thead th").evaluate_all(
        "heads => heads.map((head) => Math.round(head.getBoundingClientRect().width))"
    )
    assert len(columns) == number + 1 and max(columns[1:]) - min(columns[1:]) <= 1
    region = writer.locator(".impact-region")
    assert region.evaluate("each => each.scrollWidth - each.clientWidth") == 0


def test_what_stays_in_sight_on_a_phone_is_one_line(writer, live_server, assessment):
    writer.set_viewport_size({"width": 360, "height": 740})
    row = assessment.alternatives.get(number=1)
    writer.goto(live_server.url + "/en" + addresses(assessment)["imp"])
    fixed = """Array.from(document.querySelectorAll('.sticky-foot, .sticky-foot *'))
        .filter((each) => getComputedStyle(each).position === 'sticky')
        .reduce((sum, each) => sum + each.getBoundingClientRect().height, 0)"""
    assert writer.evaluate(fixed) == 0
    writer.locator(f"#cell-{row.pk}-leisure a.cell").click()
    writer.locator(".impact-panel textarea").fill("Fewer evenings.")
    expect(writer.locator("[data-save-text]")).to_contain_text("Saved")
    assert 0 < writer.evaluate(fixed) <= 48
    assert writer.locator("[data-save-text]").evaluate(
        "line => line.getBoundingClientRect().bottom <= innerHeight"
    )


def test_the_comparison_fetches_its_pieces_and_saves_what_is_written_in_them(
    writer, live_server, assessment
):
    writer.goto(live_server.url + "/en" + addresses(assessment)["cmp"])
    for key in ("alternatives", "facts"):
        driving.reach(writer, key)
    driving.axe(writer)
    row = assessment.alternatives.get(number=1)
    writer.locator(f"#id_alternative-{row.pk}-strengths").fill("A shorter way home.")
    expect(writer.locator("[data-save-text]")).to_contain_text("Saved")
    row.refresh_from_db()
    assert row.strengths == "A shorter way home."
    writer.locator(f'button[value="compose-weaknesses-{row.pk}"]').click()
    expect(writer.locator(f"#id_alternative-{row.pk}-weaknesses")).to_have_value(
        re.compile("Fewer evenings together")
    )


PIECES = ("alternatives", "facts")


def test_the_pieces_of_the_comparison_come_by_themselves_and_leave_no_gap_before(
    writer, live_server, assessment
):
    held = []
    writer.route("**/parts/cmp/?inside=*", lambda route: held.append(route))
    writer.goto(live_server.url + "/en" + addresses(assessment)["cmp"])
    for key in PIECES:
        waiting = writer.locator(f"#part-{key} [data-part-waiting]")
        expect(waiting).to_have_text("Being fetched", use_inner_text=True)
        assert waiting.bounding_box()["height"] <= 120
    driving.axe(writer)
    for route in held:
        route.continue_()
    # Nobody has scrolled.
    expect(writer.locator("[data-part-waiting]")).to_have_count(0)
    assert writer.evaluate("scrollY") == 0


def test_a_piece_that_cannot_be_fetched_is_a_link_and_is_tried_again(
    chromium, live_server, assessment
):
    context = chromium.new_context()
    page = context.new_page()
    driving.log_in(page, assessment.proposal.preparer, live_server)
    page.route("**/parts/cmp/?inside=*", lambda route: route.abort())
    page.goto(live_server.url + "/en" + addresses(assessment)["cmp"])
    piece = page.locator("#part-alternatives")
    expect(piece.get_by_role("link", name="Show strengths and weaknesses")).to_be_visible()
    expect(piece).not_to_contain_text("Being fetched", use_inner_text=True)
    page.unroute("**/parts/cmp/?inside=*")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(piece.locator(".compared").first).to_be_visible()
    context.close()


def test_without_scripts_the_pieces_of_the_comparison_are_links(
    new_page, enter, live_server, assessment
):
    page = enter(new_page(java_script_enabled=False), assessment.proposal.preparer)
    page.goto(live_server.url + "/en" + addresses(assessment)["cmp"])
    expect(page.locator("main")).not_to_contain_text("Being fetched", use_inner_text=True)
    page.get_by_role("link", name="Show conflicts").click()
    expect(page.locator("#part-facts #costs")).to_be_visible()
