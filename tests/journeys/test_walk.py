"""The whole walk in the browser, by everybody who takes part in it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from assessments.forms.screening import asked_of
from assessments.models import Assessment, Report
from assessments.phases import Phase, Status
from municipalities.models.register import LanguageStatus
from municipalities.roles import Role
from tests import factories
from tests.browser.driving import overflow, reach
from tests.factories import accelerator
from tests.journeys.walking import (
    add,
    answer,
    choose,
    enter_key,
    explain_irrelevant,
    fill_last,
    fill_matrix,
    open_row,
    pick,
    press,
    screen,
    settle,
    tab_to,
    type_day,
    type_into,
    write,
)

pytestmark = pytest.mark.django_db(transaction=True)

NOTE = "Kertokaa tiivistelmässä, mitä ei tiedetä."
SUMMARY = "Kerhomaksu poistuu. Lapset saavat kavereita. Kävijämäärää ei tiedetä varmasti."


@pytest.fixture
def town(transactional_db):
    return factories.municipality(name_fi="Rantasalmela", name_sv="Strandnäs")


@pytest.fixture
def people(town):
    return {
        "preparer": factories.user(Role.PREPARER, town, name="Veera Valmistelija"),
        "contact": factories.user(Role.LAVA_CONTACT, town, name="Helena Yhdyshenkilö"),
        "coordinator": factories.user(Role.COORDINATOR, town.region, name="Kaisa Koordinaattori"),
    }


def day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def test_a_light_assessment_from_the_first_idea_to_the_follow_up(
    new_page, enter, live_server, worker, town, people
):
    factories.body(town, name_fi="Sivistyslautakunta")
    programme = accelerator.programme(created_by=people["coordinator"])
    joined = accelerator.participation(programme, town, contact=people["contact"])
    preparer = enter(new_page(), people["preparer"])
    contact = enter(new_page(), people["contact"])
    coordinator = enter(new_page(), people["coordinator"])
    site = live_server.url

    pk = _open_the_matter(preparer, site)
    _screen_it(preparer, pk)
    _choose_the_pilot(coordinator, site, programme, joined, pk)
    _fill_in_the_light_screen(preparer, site, pk)
    _submit(preparer, site, pk)
    _return_with_a_note(contact, site, pk)
    _mend_and_submit_again(preparer, site, pk)
    _see_the_phase(coordinator, site, programme, Phase.PREPARATION)
    _approve(contact, site, pk)
    _make_the_report(preparer, site, pk)
    _publish(contact, site, pk)
    _read_without_logging_in(new_page(width=360), site, pk)
    _see_the_phase(coordinator, site, programme, Phase.DECISION)
    _record_the_decision(preparer, site, pk)
    _follow_up_and_close(preparer, site, pk)
    _see_the_phase(coordinator, site, programme, Phase.FOLLOW_UP)


def status(pk: int) -> str:
    return Assessment.objects.get(pk=pk).status


def _open_the_matter(page, site) -> int:
    page.goto(f"{site}/proposals/mine/")
    page.locator('a[href$="/proposals/new/"]').first.click()
    write(page, "title", "Kerhomaksun poistaminen")
    page.locator('[name="type"]').select_option("fees")
    page.locator('[name="sector"]').select_option("education")
    write(page, "description", "Koululaisten kerhojen maksu poistuisi.")
    page.locator('[name="body"]').select_option(label="Sivistyslautakunta")
    write(page, "meeting_date", day(30))
    write(page, "diary_number", "12/2026")
    press(page, "main form button[type=submit]")
    return Assessment.objects.get(proposal__title="Kerhomaksun poistaminen").pk


def _screen_it(page, pk) -> None:
    if "/screening/" not in page.url:
        page.goto(page.url.split("/proposals/")[0] + f"/proposals/{pk}/screening/")
    screen(page)
    choose(page, "scr.level_final", "light")
    write(page, "scr.reason", "Maksu on pieni, mutta se estää osan lapsista osallistumasta.")
    settle(page)
    # The suggestion beside the questions follows every answer.
    page.wait_for_load_state("networkidle")
    press(page, 'button[formaction$="/extent/"]')
    assert status(pk) == Status.PREPARING


def _choose_the_pilot(page, site, programme, joined, pk) -> None:
    page.goto(f"{site}/programmes/{programme.pk}/municipalities/{joined.pk}/change/")
    choose(page, "pilots", str(pk))
    press(page, "main form button[type=submit]")
    assert joined.pilots.get().pk == pk


def _fill_in_the_light_screen(page, site, pk) -> None:
    page.goto(f"{site}/proposals/{pk}/light/")
    choose(page, "grp.age", "a7_9")
    choose(page, "grp.vulnerable", "none")
    write(page, "grp.none_reason", "Mitään ryhmää ei tunnistettu.")
    settle(page)
    reach(page, "alt")
    zero = Assessment.objects.get(pk=pk).alternatives.get(number=0)
    open_row(page, f"alternative-{zero.pk}")
    write(page, f"alternative-{zero.pk}-description", "Kerho maksaa 20 euroa lukukaudessa.")
    settle(page)
    add(
        page,
        "alternative",
        {"name": "Maksuton kerho", "description": "Kerhoon pääsee ilman maksua."},
    )
    page.reload()
    reach(page, "imp")
    explain_irrelevant(page, "Tähän ei tule muutosta.")
    fill_matrix(page, [("neg", "2"), ("pos", "2")])
    page.reload()
    reach(page, "mit")
    for harm in page.locator(".harm").all():
        harm.locator('textarea[name$="no_mitigation_reason"]').fill(
            "Haitta poistuu vaihtoehdolla 1."
        )
    settle(page)
    reach(page, "dat")
    add(
        page,
        "evidence",
        {"type": "stats", "title": "Kerhojen kävijät", "finding": "80 lasta viikossa."},
    )
    add(
        page,
        "evidence",
        {"type": "staff", "title": "Ohjaajat", "finding": "Maksu karkottaa osan lapsista."},
    )
    add(page, "knowledgegap", {"gap": "Kuinka moni uusi lapsi tulisi."})
    reach(page, "hre")
    add(
        page,
        "hearing",
        {
            "date": day(-3),
            "group": "Toisen luokan oppilaat",
            "method": "group",
            "number": "24",
            "said": "Kaverit ovat tärkein asia.",
            "effect": "Maksuton kerho tuli vaihtoehdoksi.",
        },
    )
    reach(page, "rec")
    choose(page, "rec.best", "1")
    write(page, "rec.reason", "Maksuton kerho tuo mukaan lapset, jotka nyt jäävät yksin.")
    write(page, "rec.children_said", "Kaikkien pitäisi päästä mukaan.")
    write(page, "rec.summary", "Kerhomaksu poistuu. Lapset saavat kavereita.")
    reach(page, "fup")
    write(page, "fup.owner", "Rehtori")
    settle(page)
    add(page, "followuppoint", {"due": day(200), "what": "Kävijämäärä", "who": "Rehtori"})
    page.reload()
    expect(page.locator("#ready .gate li")).to_have_count(0)


def _submit(page, site, pk) -> None:
    page.goto(f"{site}/proposals/{pk}/")
    press(page, 'a[href$="/steps/submit_for_review/"]')
    press(page, "main form button[type=submit]")
    assert status(pk) == Status.IN_REVIEW


def _return_with_a_note(page, site, pk) -> None:
    page.goto(f"{site}/proposals/mine/")
    page.locator(f'a[href*="/proposals/{pk}/"]').first.click()
    page.goto(f"{site}/proposals/{pk}/review/")
    expect(page.locator("main")).to_contain_text("Kaverit ovat tärkein asia.")
    write(page, "note", NOTE)
    press(page, 'button[formaction$="/steps/return_for_changes/"]')
    assert status(pk) == Status.PREPARING


def _mend_and_submit_again(page, site, pk) -> None:
    page.goto(f"{site}/proposals/{pk}/")
    expect(page.locator("main")).to_contain_text(NOTE)
    page.goto(f"{site}/proposals/{pk}/parts/rec/")
    write(page, "rec.summary", SUMMARY)
    settle(page)
    _submit(page, site, pk)


def _approve(page, site, pk) -> None:
    page.goto(f"{site}/proposals/{pk}/review/")
    expect(page.locator("main")).to_contain_text(SUMMARY)
    press(page, 'form[action$="/steps/approve/"] button.btn-primary')
    assert status(pk) == Status.FINAL


def _make_the_report(page, site, pk) -> None:
    page.goto(f"{site}/proposals/{pk}/")
    press(page, '#reports button[name="language"][value="fi"]')
    # The page is left alone: it shows by itself that the report is ready.
    expect(page.locator('a[href$="/file/"]')).to_be_visible()
    report = Report.objects.filter(assessment=pk, state=Report.State.DONE).latest("pk")
    with report.file.open("rb") as file:
        assert file.read(5) == b"%PDF-"


def _publish(page, site, pk) -> None:
    page.goto(f"{site}/proposals/{pk}/publication/")
    confirm = page.locator('[name="is_privacy_checked"]')
    if confirm.count():
        confirm.check()
    press(page, "main form button[type=submit].btn-primary")


def _read_without_logging_in(page, site, pk) -> None:
    page.goto(site + "/")
    page.get_by_role("link", name="Kerhomaksun poistaminen").first.click()
    expect(page).to_have_url(f"{site}/summaries/{pk}/")
    expect(page.locator("main")).to_contain_text(SUMMARY)
    assert page.context.cookies() == []


def _see_the_phase(page, site, programme, phase) -> None:
    page.goto(f"{site}/programmes/{programme.pk}/progress/?phase={phase}")
    expect(page.locator("main table")).to_contain_text("Rantasalmela")


def _record_the_decision(page, site, pk) -> None:
    page.goto(f"{site}/proposals/{pk}/steps/put_on_agenda/")
    press(page, "main form button[type=submit]")
    page.goto(f"{site}/proposals/{pk}/parts/dec/")
    body = Assessment.objects.get(pk=pk).proposal.body_id
    add(
        page,
        "handling",
        {"body": str(body), "date": day(0), "section": "42", "result": "approved"},
    )
    answer(page, "dec.alt", "1")
    answer(page, "dec.relation", "follows")
    settle(page)
    page.goto(f"{site}/proposals/{pk}/steps/record_decision/")
    press(page, "main form button[type=submit]")
    assert status(pk) == Status.DECIDED


def _follow_up_and_close(page, site, pk) -> None:
    page.goto(f"{site}/proposals/{pk}/parts/fup/")
    write(page, "fup.start", day(0))
    settle(page)
    page.goto(f"{site}/proposals/{pk}/steps/start_following/")
    press(page, "main form button[type=submit]")
    page.goto(f"{site}/proposals/{pk}/parts/out/")
    press(page, '#outcomes button[name="do"]')
    fill_last(
        page,
        "outcome",
        {"date": day(0), "realised": "yes", "text": "Kävijöitä on yhdeksän enemmän."},
    )
    page.goto(f"{site}/proposals/{pk}/steps/close/")
    press(page, "main form button[type=submit]")
    assert status(pk) == Status.CLOSED


def test_a_matter_is_opened_and_screened_in_swedish_on_a_phone_with_the_keyboard(
    new_page, enter, live_server, owed_tasks
):
    town = factories.municipality(
        name_fi="Rantasalmela", name_sv="Strandnäs", language_status=LanguageStatus.SWEDISH_FINNISH
    )
    factories.body(town, name_fi="Sivistyslautakunta", name_sv="Bildningsnämnden")
    preparer = factories.user(Role.PREPARER, town, language="sv", name="Fredrik Nyberg")
    page = enter(new_page(width=360, locale="sv-SE"), preparer)
    page.goto(f"{live_server.url}/sv/proposals/mine/")
    enter_key(page, 'main a[href$="/proposals/new/"]')

    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page.locator("main")).to_contain_text("Vilket ärende bereds?")
    type_into(page, "title", "Klubbavgiften slopas")
    type_into(page, "title_alt", "Kerhomaksun poistaminen")
    pick(page, "type", "fees")
    pick(page, "sector", "education")
    type_into(page, "description", "Avgiften för skolelevernas klubbar skulle slopas.")
    tab_to(page, '[name="body"]')
    page.keyboard.press("ArrowDown")
    type_day(page, "meeting_date", day(30))
    enter_key(page, "main form button[type=submit]")
    assert overflow(page) == 0

    matter = Assessment.objects.get(proposal__title="Klubbavgiften slopas")
    assert matter.proposal.language == "sv"
    assert str(matter.proposal.meeting_date) == day(30)
    if "/screening/" not in page.url:
        page.goto(f"{live_server.url}/sv/proposals/{matter.pk}/screening/")
    for question in asked_of("fees"):
        if question.key in ("scr.previous_link",):
            continue
        wanted = {"scr.affects": "direct", "scr.count": "10-49"}.get(question.key, "no")
        pick(page, question.key, wanted)
    pick(page, "scr.level_final", "light")
    type_into(page, "scr.reason", "Avgiften är liten men hindrar en del barn från att delta.")
    page.wait_for_load_state("networkidle")
    enter_key(page, 'button[formaction$="/extent/"]')
    assert status(matter.pk) == Status.PREPARING
    assert overflow(page) == 0

    page.goto(f"{live_server.url}/sv/proposals/{matter.pk}/light/")
    # The part is fetched when the Tab key comes to it; the focus then waits at its beginning.
    tab_to(page, "#part-rec a")
    expect(page.locator("#part-rec [data-part-waiting]")).to_have_count(0)
    type_into(page, "rec.summary", "Avgiften slopas och flera barn kan delta.")
    settle(page)
    assert matter.answers.get(key="rec.summary").value.startswith("Avgiften slopas")
    assert overflow(page) == 0
