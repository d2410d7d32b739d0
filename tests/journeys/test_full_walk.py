"""The full assessment of closing a village school, by everybody who takes part in it.

What repeats itself is written by the factories: the answers of the full assessment that no step
here types (``answer_the_rest``). Every page of the full assessment is used by hand at least once.
"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from assessments.forms.screening import asked_of
from assessments.models import Assessment, Comment, Report, Revision
from assessments.phases import Extent, Status
from municipalities.roles import Role
from tests import factories
from tests.journeys.walking import (
    add,
    answer,
    explain_irrelevant,
    fill_in,
    fill_last,
    open_row,
    press,
    settle,
    type_into,
    unfold,
    write,
)

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "Kuusiniemen koulun lakkauttaminen"
SUMMARY = "Koulun lakkauttaminen pidentää matkoja. Lapset menettävät oman pihan ja lähikaverit."
AIM = "Mitä koulu merkitsee lapsille?"
MINE = "Mitä oma koulu merkitsee ja mihin lapset voivat vaikuttaa?"
THEIRS = "Miten lapset haluavat kulkea uuteen kouluun?"
BOTH = "Mitä oma koulu merkitsee, ja miten uuteen kouluun kuljetaan?"


def day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


@pytest.fixture
def town(transactional_db):
    return factories.municipality(name_fi="Rantasalmela", name_sv="Strandnäs")


@pytest.fixture
def people(town):
    return {
        "preparer": factories.user(Role.PREPARER, town, name="Veera Valmistelija"),
        "colleague": factories.user(Role.CONTRIBUTOR, town, name="Aino Rehtori"),
        "reviewer": factories.user(Role.LAVA_CONTACT, town, name="Helena Yhdyshenkilö"),
        "councillor": factories.user(Role.COUNCILLOR, town, name="Valto Valtuutettu"),
    }


def test_two_browsers_and_a_worker_run_the_closing_of_a_school_to_its_outcome(
    new_page, enter, live_server, worker, town, people
):
    factories.body(town, name_fi="Sivistyslautakunta")
    preparer = enter(new_page(), people["preparer"])
    colleague = enter(new_page(), people["colleague"])
    site = live_server.url

    matter = _open_and_screen(preparer, site)
    _put_together_the_team(preparer, matter, people)
    _plan_the_work(preparer, matter)
    _write_without_scripts(enter(new_page(java_script_enabled=False), people["preparer"]), matter)
    _write_the_alternatives(preparer, matter)
    _type_into_one_field(preparer, colleague, matter)
    _hear_the_children(colleague, matter)
    _gather_knowledge(preparer, matter)
    _talk(preparer, colleague, matter, people)
    _judge_the_impacts(preparer, matter)
    _weigh(preparer, matter)
    _recommend(preparer, matter)
    _plan_the_follow_up(preparer, matter)
    _submit_when_nothing_is_missing(preparer, matter)

    reviewer = enter(new_page(), people["reviewer"])
    _return(reviewer, matter)
    _mend(preparer, matter)
    _approve(reviewer, matter)
    _make_the_report(preparer, matter)
    _publish(reviewer, matter)
    _read_without_logging_in(new_page(width=360), site, matter)
    _ask_and_answer(enter(new_page(), people["councillor"]), preparer, matter)
    _put_on_the_agenda(preparer, matter)
    _decide(preparer, matter)
    _start_the_follow_up(preparer, matter)
    _record_what_came_true(preparer, matter)


class Matter:
    """The matter as the walk knows it: its addresses, its status, its rows."""

    def __init__(self, site: str, pk: int) -> None:
        self.url = f"{site}/proposals/{pk}/"
        self.pk = pk

    def part(self, key: str) -> str:
        return f"{self.url}parts/{key}/"

    def step(self, name: str) -> str:
        return f"{self.url}steps/{name}/"

    @property
    def stored(self) -> Assessment:
        return Assessment.objects.get(pk=self.pk)

    @property
    def status(self) -> str:
        return self.stored.status

    def answered(self, key: str):
        return self.stored.answers.get(key=key).value


# --- Initial survey -------------------------------------------------------------------------------


def _open_and_screen(page, site) -> Matter:
    page.goto(f"{site}/proposals/new/")
    write(page, "title", TITLE)
    answer(page, "type", "school_network")
    answer(page, "sector", "education")
    write(page, "description", "Kuusiniemen 42 oppilasta siirtyisivät kirkonkylän kouluun.")
    page.locator('[name="body"]').select_option(label="Sivistyslautakunta")
    write(page, "meeting_date", day(60))
    write(page, "diary_number", "45/2026")
    press(page, "main form button[type=submit]")
    matter = Matter(site, Assessment.objects.get(proposal__title=TITLE).pk)
    page.goto(f"{matter.url}screening/")
    told = {"scr.affects": "direct", "scr.count": "10-49"}
    yes = ("scr.share", "scr.network", "scr.journey", "scr.permanent", "scr.contested")
    for question in asked_of("school_network"):
        if question.key != "scr.previous_link":
            wanted = told.get(question.key, "yes" if question.key in yes else "no")
            answer(page, question.key, wanted)
    answer(page, "scr.level_final", "full")
    write(page, "scr.reason", "Koulu suljetaan ja koulumatkat pitenevät.")
    settle(page)
    page.wait_for_load_state("networkidle")
    press(page, 'button[formaction$="/extent/"]')
    assert (matter.status, matter.stored.extent) == (Status.PREPARING, Extent.FULL)
    return matter


def _put_together_the_team(page, matter, people) -> None:
    page.goto(matter.part("team"))
    add(
        page,
        "teammember",
        {"user": str(people["preparer"].pk), "sector": "education", "task": "Valmistelu"},
    )
    add(
        page,
        "teammember",
        {
            "user": str(people["colleague"].pk),
            "sector": "wellbeing",
            "task": "Kuuleminen",
            "parts": ["hpl", "hre"],
        },
    )


def _plan_the_work(page, matter) -> None:
    page.goto(matter.part("matter"))
    fill_in(page, {"case.objective": "Koulujen menot pienenevät 120 000 euroa vuodessa."})
    page.goto(f"{matter.url}work-plan/")
    press(page, 'button[name="do"][value="make"]')
    page.goto(matter.part("sco"))
    fill_in(
        page,
        {
            "sco.horizon": ["medium", "long"],
            "sco.limits": "Varhaiskasvatus arvioidaan erikseen.",
            "sco.laws": ["school_network-1"],
            "sco.stakeholders": ["children", "guardians"],
            "sco.hours": "60",
        },
    )
    add(page, "scopequestion", {"text": "Miten koulumatkat muuttuvat?"})
    assert matter.stored.worktasks.exists()


def _write_without_scripts(page, matter) -> None:
    """The children concerned, in a browser that runs no scripts: the button saves."""
    page.goto(matter.part("grp"))
    answer(page, "grp.age", ["a7_9", "a10_12"])
    answer(page, "grp.vulnerable", ["rural"])
    write(page, "grp.who_wins", "Kirkonkylän lapset saavat uusia kavereita.")
    write(page, "grp.who_loses", "Kuusiniemen pienimmät oppilaat.")
    press(page, "#add-groupsize")
    row = page.locator('article[id^="groupsize-"]').last
    for field, value in {"group": "all", "number": "42", "year": "2026"}.items():
        answer(row, f"{row.get_attribute('id')}-{field}", value)
    press(page, ".part-save button")
    assert matter.answered("grp.age") == ["a7_9", "a10_12"]
    assert matter.stored.groupsizes.get().number == 42


def _write_the_alternatives(page, matter) -> None:
    page.goto(matter.part("alt"))
    zero = matter.stored.alternatives.get(number=0)
    open_row(page, f"alternative-{zero.pk}")
    fill_in(
        page,
        {
            f"alternative-{zero.pk}-description": "Koulu jatkaa kahdella opettajalla.",
            f"alternative-{zero.pk}-day": "Koulumatka on viisi minuuttia.",
        },
    )
    add(
        page,
        "alternative",
        {
            "name": "Koulu lakkautetaan",
            "description": "Oppilaat siirtyvät kirkonkylän kouluun.",
            "day": "Lapsi nousee bussiin kello 7.10.",
            "origin": "preparer",
            "feasible": "yes",
            "start": day(250),
            "cost_year": "-180000",
        },
    )
    add(page, "rejectedalternative", {"name": "Etäopetus", "reason": "Laki ei salli sitä."})


# --- Two people at once ---------------------------------------------------------------------------


def _type_into_one_field(preparer, colleague, matter) -> None:
    """Both have the plan of the hearings open: who comes second sees all three texts."""
    preparer.goto(matter.part("hpl"))
    fill_in(preparer, {"hpl.aim": AIM})
    colleague.goto(matter.part("hpl"))
    preparer.locator('[name="hpl.aim"]').fill(THEIRS)
    settle(preparer)
    # Different fields never meet; the same field does.
    colleague.locator('[name="hpl.missed"]').fill("Pienluokan oppilaat kuullaan erikseen.")
    colleague.locator('[name="hpl.aim"]').fill(MINE)
    colleague.evaluate("document.activeElement.blur()")
    panel = colleague.locator('[data-conflict="answer:hpl.aim"]')
    for text in (AIM, THEIRS, MINE):
        expect(panel).to_contain_text(text)
    panel.locator('[value="merge"]').check()
    panel.locator("textarea").fill(BOTH)
    panel.locator("[data-conflict-save]").click()
    expect(panel).to_have_count(0)
    settle(colleague)
    assert matter.answered("hpl.aim") == BOTH
    assert matter.answered("hpl.missed").startswith("Pienluokan")
    history = Revision.objects.filter(slot="answer:hpl.aim").order_by("pk")
    assert list(history.values_list("value", flat=True)) == [AIM, THEIRS, BOTH]


def _hear_the_children(page, matter) -> None:
    fill_in(
        page,
        {
            "hpl.who": ["a7_9", "a10_12"],
            "hpl.method": ["group"],
            "hpl.info": ["letter"],
            "hpl.info.text": "Koulun tulevaisuudesta päätetään keväällä.",
            "hpl.youth_council": "yes",
        },
    )
    add(
        page,
        "plannedhearing",
        {
            "group": "Kuusiniemen 1.-6. luokka",
            "age": "a7_9",
            "method": "group",
            "date": day(-5),
            "time": "9.00-10.30",
            "place": "Oma luokka",
            "target": "40",
        },
    )
    planned = matter.stored.plannedhearings.get()
    press(page, f'a[href$="/hearings/{planned.pk}/letter/"]')
    expect(page.locator("main")).to_contain_text("Oma luokka")
    page.goto(f"{matter.part('hpl')}?open=plannedhearing-{planned.pk}")
    press(page, f'button[value="hold-plannedhearing-{planned.pk}"]')
    hearing = matter.stored.hearings.get()
    name = f"hearing-{hearing.pk}"
    page.goto(f"{matter.part('hre')}?open={name}")
    fill_in(
        page,
        {
            f"{name}-number": "38",
            f"{name}-invited": "42",
            f"{name}-said": "Oma piha ja kaverit ovat tärkeimmät.",
            f"{name}-hopes": "Koulu pysyy.",
            f"{name}-worries": "Pitkä bussimatka pimeässä.",
            f"{name}-proposals": "Kyläkerho koulun tiloihin",
            f"{name}-effect": "Kyläkerho lisättiin lievennyksiin.",
            f"{name}-questions": "Mikä koulussa on parasta?",
            f"{name}-differences": "Pienimmät pelkäävät bussia eniten.",
            f"{name}-limits": "Neljä oppilasta oli poissa.",
            f"{name}-groups": ["a7_9"],
        },
    )
    for theme, tone in (("Piha", "pos"), ("Bussimatka", "neg")):
        press(page, f"#add-hearingfinding-{hearing.pk}")
        fill_last(
            page,
            "hearingfinding",
            {"theme": theme, "summary": f"{theme} puhuttaa.", "count": "20", "tone": tone},
        )
    press(page, f"#add-hearingview-{hearing.pk}")
    fill_last(
        page,
        "hearingview",
        {
            "alternative": str(matter.stored.alternatives.get(number=1).pk),
            "in_favour": "5",
            "against": "30",
        },
    )
    assert [row.theme for row in hearing.findings.all()] == ["Piha", "Bussimatka"]


def _gather_knowledge(page, matter) -> None:
    page.goto(matter.part("dat"))
    add(
        page,
        "evidence",
        {"type": "stats", "title": "Oppilasennuste", "finding": "Oppilaita on 31 vuonna 2030."},
    )
    add(
        page,
        "evidence",
        {"type": "staff", "title": "Opettajat", "finding": "Yhdysluokat toimivat hyvin."},
    )
    add(page, "knowledgegap", {"gap": "Uuden koulun ryhmäkoot.", "importance": "2"})
    add(page, "keyfigure", {"indicator": "Oppilaita", "value": "42", "year": "2026"})
    page.goto(f"{matter.url}attachments/dat/")
    write(page, "title", "Kyselyn tulokset")
    page.locator('input[type="file"]').set_input_files(
        {"name": "kysely.txt", "mimeType": "text/plain", "buffer": b"38 vastausta."}
    )
    press(page, "main form button[type=submit]")
    assert matter.stored.attachments.get().title == "Kyselyn tulokset"


def _talk(preparer, colleague, matter, people) -> None:
    """A colleague asks about a part she does not write; the preparer is told and answers."""
    colleague.goto(f"{matter.url}comments/alt/")
    write(colleague, "text", "Onko kuljetuksen hinta mukana?")
    answer(colleague, "mentions", [str(people["preparer"].pk)])
    press(colleague, "main form[novalidate] button.btn-primary")
    preparer.goto(preparer.url.partition("/proposals/")[0] + "/reminders/")
    expect(preparer.locator("main")).to_contain_text(TITLE)
    preparer.goto(f"{matter.url}comments/alt/")
    unfold(preparer)
    preparer.locator('main details [name="text"]').fill("On, 40 000 euroa vuodessa.")
    press(preparer, "main details form button[type=submit]")
    press(preparer, 'button[name="do"][value="resolve"]')
    assert not Comment.objects.filter(assessment=matter.pk).open_threads().exists()


# --- Judging and weighing -------------------------------------------------------------------------


def _judge_the_impacts(page, matter) -> None:
    page.goto(matter.part("imp"))
    unfold(page)
    relevant = ("safety", "relationships")
    for scope in matter.stored.dimensionscopes.all():
        box = page.locator(f'[name="dimensionscope-{scope.pk}-is_relevant"]')
        box.set_checked(scope.dimension in relevant)
    settle(page)
    explain_irrelevant(page, "Tähän ei tule muutosta.")
    page.reload()
    hearing = matter.stored.hearings.get()
    for alternative in matter.stored.alternatives.all():
        for dimension in relevant:
            page.locator(f"#cell-{alternative.pk}-{dimension} a").click()
            panel = page.locator("tr[data-panel-row]:visible")
            expect(panel).to_have_count(1)
            unfold(page)
            wanted = {
                "direction": "pos" if alternative.is_zero else "neg",
                "magnitude": "1" if alternative.is_zero else "3",
                "likelihood": "3",
                "duration": "long",
                "text": "Kyselyn ja ennusteen mukaan.",
                "evidence": [f"hearing:{hearing.pk}"],
            }
            wire = panel.locator('[name$="-text"], [name$=":text"]').first.get_attribute("name")
            for field, value in wanted.items():
                answer(panel, wire.removesuffix("text") + field, value)
            settle(page)
            panel.locator("button[data-panel-close]").click()
            expect(panel).to_have_count(0)
    assert matter.stored.impacts.filter(likelihood="3", duration="long").count() == 4


def _weigh(page, matter) -> None:
    page.goto(matter.part("crc"))
    fill_in(
        page,
        {
            f"crc.art{number}": "Lapset ovat eri asemassa koulumatkan mukaan."
            for number in (2, 3, 6, 12)
        },
    )
    add(page, "rightsnote", {"article": "28", "effect": "weakens", "text": "Koulu on kauempana."})
    page.goto(f"{matter.part('cmp')}?all=1")
    press(page, 'button[name="do"][value^="compose"]')
    page.goto(matter.part("cmp"))
    fill_in(page, {"cmp.conflict_children": "Kirkonkylän luokat kasvavat."})
    add(page, "otherinterest", {"interest": "Talous", "relation": "Säästö on 180 000 euroa."})
    page.goto(matter.part("mit"))
    one = matter.stored.alternatives.get(number=1)
    for impact in one.impacts.order_by("pk"):
        add(
            page,
            "mitigation",
            {
                "measure": "Valvottu kuljetus ja kyläkerho.",
                "owner": "Rehtori",
                "due": day(300),
                "type": "reduce",
            },
            button=f"add-mitigation-{impact.pk}",
        )
    assert matter.stored.mitigations.count() == 2


def _recommend(page, matter) -> None:
    page.goto(matter.part("rec"))
    fill_in(
        page,
        {
            "rec.best": "0",
            "rec.reason": "Oma koulu tukee pienimpiä.",
            "rec.children_said": "Oma piha ja kaverit ovat tärkeimmät.",
            "rec.summary": "Koulun lakkauttaminen pidentää matkoja.",
        },
    )


def _plan_the_follow_up(page, matter) -> None:
    page.goto(matter.part("fup"))
    fill_in(page, {"fup.owner": "Sivistysjohtaja", "fup.start": day(0)})
    add(
        page,
        "followuppoint",
        {"due": day(90), "who": "Rehtori", "what": "Koulumatkat ja kaverit"},
    )


# --- Review ---------------------------------------------------------------------------------------


def _submit_when_nothing_is_missing(page, matter) -> None:
    page.goto(matter.step("submit_for_review"))
    press(page, "main form button[type=submit]")
    # The gate names what is missing, part by part, each as a link to where it is written.
    page.locator(".gate summary", has_text="Suositus ja tiivistelmä").click()
    expect(page.locator('.gate a[href*="/parts/rec/#id_rec.worst"]')).to_be_visible()
    assert matter.status == Status.PREPARING
    page.locator('.gate a[href*="/parts/rec/#id_rec.worst"]').click()
    write(page, "rec.worst", "Kuusiniemen pienimmät oppilaat.")
    settle(page)
    factories.answer_the_rest(matter.stored)
    _submit(page, matter)


def _submit(page, matter) -> None:
    page.goto(matter.step("submit_for_review"))
    press(page, "main form button[type=submit]")
    assert matter.status == Status.IN_REVIEW, page.locator("main .gate").all_inner_texts()


def _give_verdict(page, matter, verdict: str, comment: str) -> None:
    page.goto(matter.part("qa"))
    unfold(page)
    slots = page.locator("main form [data-slot]").evaluate_all(
        "each => [...new Set(each.filter((one) => one.type === 'radio').map((one) => one.name))]"
    )
    assert len(slots) >= 14
    for name in slots:
        answer(page, name, verdict if name == "qa.verdict" else "yes")
    answer(page, "qa.clear", "partly" if verdict == "return" else "yes")
    write(page, "qa.clear.comment", comment)
    settle(page)


def _return(page, matter) -> None:
    page.goto(f"{matter.url.partition('/proposals/')[0]}/proposals/to-review/")
    page.locator(f'main a[href*="/proposals/{matter.pk}/"]').first.click()
    _give_verdict(page, matter, "return", "Tiivistelmä ei kerro pihasta.")
    page.goto(f"{matter.url}review/")
    # Not ready: it cannot be approved.
    expect(page.locator('#verdict button[aria-disabled="true"]')).to_be_visible()
    expect(page.locator("#verdict button.btn-primary")).to_have_count(0)
    write(page, "note", "Kertokaa tiivistelmässä, mitä lapset menettävät.")
    press(page, 'button[formaction$="/steps/return_for_changes/"]')
    assert matter.status == Status.PREPARING


def _mend(page, matter) -> None:
    page.goto(matter.url)
    expect(page.locator("main")).to_contain_text("mitä lapset menettävät")
    page.goto(matter.part("rec"))
    fill_in(page, {"rec.summary": SUMMARY})
    _submit(page, matter)


def _approve(page, matter) -> None:
    _give_verdict(page, matter, "ready", "Nyt se on selvä.")
    page.goto(f"{matter.url}review/")
    expect(page.locator("main")).to_contain_text(SUMMARY)
    press(page, 'form[action$="/steps/approve/"] button.btn-primary')
    assert matter.status == Status.FINAL


def _make_the_report(page, matter) -> None:
    page.goto(matter.url)
    press(page, '#reports button[name="language"][value="fi"]')
    # The page is left alone: it shows by itself that the report is ready.
    expect(page.locator('a[href$="/file/"]')).to_be_visible()
    report = Report.objects.filter(assessment=matter.pk, state=Report.State.DONE).latest("pk")
    with report.file.open("rb") as file:
        assert file.read(5) == b"%PDF-"


def _publish(page, matter) -> None:
    page.goto(f"{matter.url}publication/")
    confirm = page.locator('[name="is_privacy_checked"]')
    if confirm.count():
        confirm.check()
    press(page, "main form button[type=submit].btn-primary")


def _read_without_logging_in(page, site, matter) -> None:
    page.goto(site + "/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page).to_have_url(f"{site}/summaries/{matter.pk}/")
    expect(page.locator("main")).to_contain_text(SUMMARY)
    assert page.context.cookies() == []


# --- Decision -------------------------------------------------------------------------------------


def _ask_and_answer(councillor, preparer, matter) -> None:
    councillor.goto(matter.part("qst"))
    write(councillor, "text", "Kuinka moni lapsi kulkisi yli tunnin päivässä?")
    press(councillor, 'form[action$="/ask/"] button[type=submit]')
    preparer.goto(matter.part("qst"))
    question = matter.stored.councillorquestions.get()
    type_into(preparer, f"councillorquestion-{question.pk}-answer", "Kahdeksan lasta.")
    settle(preparer)
    councillor.goto(matter.part("qst"))
    expect(councillor.locator("main")).to_contain_text("Kahdeksan lasta.")


def _put_on_the_agenda(page, matter) -> None:
    """The closing of a school waits for the notice of HL 41 §: the gate leads to it."""
    page.goto(matter.step("put_on_agenda"))
    press(page, "main form button[type=submit]")
    assert matter.status == Status.FINAL
    press(page, '.gate a[href$="/parts/statements/#add-notice"]')
    add(
        page,
        "notice",
        {
            "text": "Kuusiniemen koulun lakkauttaminen on vireillä.",
            "channels": ["web"],
            "published": day(-20),
            "until": day(-3),
            "summary": "Huoltajien huoli kuljetuksesta lisättiin arviointiin.",
        },
    )
    add(
        page,
        "statement",
        {
            "sender": "youth_council",
            "date": day(-4),
            "text": "Nuorisovaltuusto vastustaa.",
        },
    )
    page.goto(matter.step("put_on_agenda"))
    press(page, "main form button[type=submit]")
    assert matter.status == Status.FINAL
    statement = matter.stored.statements.get()
    page.goto(f"{matter.part('statements')}?open=statement-{statement.pk}")
    fill_in(page, {f"statement-{statement.pk}-answer": "Lievennykset sovittiin nuorten kanssa."})
    page.goto(matter.step("put_on_agenda"))
    press(page, "main form button[type=submit]")
    assert matter.status == Status.ON_AGENDA, page.locator("main .gate").all_inner_texts()
    page.goto(f"{matter.url}agenda-text/")
    expect(page.locator("main")).to_contain_text("Oma piha ja kaverit")


def _decide(page, matter) -> None:
    page.goto(matter.part("dec"))
    body = matter.stored.proposal.body_id
    add(
        page,
        "handling",
        {"body": str(body), "date": day(0), "section": "42", "result": "approved"},
    )
    fill_in(page, {"dec.alt": "1", "dec.relation": "departs"})
    page.goto(matter.step("record_decision"))
    press(page, "main form button[type=submit]")
    assert matter.status == Status.ON_AGENDA
    page.goto(matter.part("dec"))
    fill_in(page, {"dec.reason": "Säästö painoi enemmän."})
    page.goto(matter.step("record_decision"))
    press(page, "main form button[type=submit]")
    assert matter.status == Status.DECIDED, page.locator("main .gate").all_inner_texts()


# --- Follow-up ------------------------------------------------------------------------------------


def _start_the_follow_up(page, matter) -> None:
    """What was decided is followed: an impact of the chosen alternative, with its indicator."""
    page.goto(matter.part("fup"))
    harm = matter.stored.impacts.filter(direction="neg", dimension="safety").get()
    add(
        page,
        "followupindicator",
        {
            "impact": str(harm.pk),
            "indicator": "Koulumatka yli 30 minuuttia",
            "unit": "oppilasta",
            "baseline": "2",
            "target": "10",
        },
    )
    page.goto(matter.step("start_following"))
    press(page, "main form button[type=submit]")
    assert matter.status == Status.FOLLOWING


def _record_what_came_true(page, matter) -> None:
    page.goto(matter.part("out"))
    press(page, '#outcomes button[name="do"]')
    fill_last(
        page,
        "outcome",
        {"date": day(0), "realised": "partly", "text": "Matkat pitenivät odotettua vähemmän."},
    )
    outcome = matter.stored.outcomes.get()
    value, realised = outcome.values.get(), outcome.impacts.order_by("pk")
    lines = {f"indicatorvalue-{value.pk}-value": "6"}
    for row in realised:
        lines |= {
            f"realisedimpact-{row.pk}-realised": "partly",
            f"realisedimpact-{row.pk}-text": "Kuusi lasta kulkee pitkään.",
        }
    for row in matter.stored.mitigations.all():
        lines[f"mitigation-{row.pk}-status"] = "done"
    fill_in(page, lines)
    page.goto(matter.part("out"))
    expect(page.locator("main")).to_contain_text(re.compile("Koulumatka yli 30 minuuttia"))
    page.goto(matter.step("close"))
    press(page, "main form button[type=submit]")
    assert matter.status == Status.CLOSED, page.locator("main .gate").all_inner_texts()
    value.refresh_from_db()
    assert value.value == 6
    assert set(realised.values_list("realised", flat=True)) == {"partly"}
