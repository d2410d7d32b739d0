"""The procedure around a decision: notice, statements, decision, feedback to children."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext

from assessments import gates, notices, progress
from assessments.agenda import compose
from assessments.content import freeze
from assessments.forms.parts.fields import name_of
from assessments.loading import load_parts
from assessments.models import Assessment, Handling, Notice, Statement, StatementView
from assessments.phases import Status
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


def closing(status=Status.FINAL, **fields) -> Assessment:
    """A light assessment of a matter that closes a school; the meeting is in 60 days."""
    return factories.full_light_assessment(status=status, type="school_network", **fields)


def owner(made: Assessment) -> dict:
    return {"assessment": made, "municipality": made.municipality}


def notice(made: Assessment, published: int = -30, until: int | None = -5, **fields) -> Notice:
    """Days are counted from today."""
    today = timezone.localdate()
    values = {"text": "The school would be closed.", "summary": "The bus was added."} | fields
    return Notice.objects.create(
        published=today + timedelta(days=published),
        until=None if until is None else today + timedelta(days=until),
        **values,
        **owner(made),
    )


def anchors(gate: str, made: Assessment) -> list[str]:
    return [
        each.url.partition("#")[2]
        for each in gates.missing(gate, made)
        if each.part == "statements"
    ]


def loaded(made: Assessment) -> Assessment:
    found = Assessment.objects.with_matter().get(pk=made.pk)
    load_parts([found])
    return found


# --- The notice -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type", "answers", "needed"),
    [
        ("school_network", {}, True),
        ("school_network", {"ntc.needed": "no"}, True),
        ("ecec", {"scr.network": "yes"}, True),
        ("leisure", {"scr.network": "yes", "ntc.needed": "no"}, True),
        ("ecec", {"scr.network": "partly"}, False),
        ("ecec", {"scr.network": "partly", "ntc.needed": "yes"}, True),
        ("fees", {"ntc.needed": "unknown"}, False),
        ("fees", {}, False),
    ],
)
def test_a_closure_always_needs_a_notice_and_other_matters_when_somebody_says_so(
    type, answers, needed
):
    assert notices.is_needed(type, answers) == needed


@pytest.mark.parametrize("gate", ["agenda", "decision"])
def test_a_closure_is_neither_put_on_the_agenda_nor_decided_without_a_notice(gate):
    made = closing(Status.DECIDED)
    assert anchors(gate, made) == ["add-notice"]
    row = notice(made)
    assert anchors(gate, made) == []
    row.removed_at = timezone.now()
    row.save()
    assert anchors(gate, made) == ["add-notice"]


NOTICES = {
    "long enough, run out, weighed": ({}, None),
    "fourteen days": ({"published": -30, "until": -16}, None),
    "thirteen days": ({"published": -30, "until": -17}, "until"),
    "without an end": ({"until": None}, "until"),
    "still running on the day of the meeting": ({"until": 60}, "until"),
    "run out the day before the meeting": ({"until": 59}, None),
    "not weighed": ({"summary": " "}, "summary"),
    "planned for tomorrow": ({"published": 1, "until": 30}, "published"),
    "without a text": ({"text": " "}, "published"),
}


@pytest.mark.parametrize("name", NOTICES)
def test_the_notice_is_long_enough_run_out_by_the_meeting_and_its_views_are_weighed(name):
    values, field = NOTICES[name]
    made = closing()
    row = notice(made, **values)
    expected = [f"id_notice-{row.pk}-{field}"] if field else []
    assert anchors("agenda", made) == expected


def test_a_decision_is_weighed_against_the_day_on_which_it_was_made():
    made = closing(Status.DECIDED)
    row = notice(made, until=5)
    assert anchors("decision", made) == [f"id_notice-{row.pk}-until"]


def test_other_matters_need_no_notice():
    made = factories.full_light_assessment(status=Status.FINAL)
    assert gates.missing("agenda", made) == []
    factories.set_answers(made, ntc__needed="yes")
    assert anchors("agenda", made) == ["add-notice"]


def test_guardians_and_staff_alone_are_warned_of_but_hinder_nothing():
    made = closing()
    row = notice(made, channels=["wilma", "letter"])
    assert gates.missing("agenda", made) == []
    found = [each.url for each in gates.warnings_in("agenda", loaded(made))]
    assert any(url.endswith(f"#id_notice-{row.pk}-channels") for url in found)
    Notice.objects.update(channels=["wilma", "web"])
    found = [each.url for each in gates.warnings_in("agenda", loaded(made))]
    assert not any("channels" in url for url in found)


@pytest.fixture
def client(request):
    return Client()


def part_url(made: Assessment, key: str) -> str:
    return reverse("assessments:assessment-part", args=[made.pk, key])


def save(client: Client, made: Assessment, slot: str, value: str, base: int = 1):
    return client.post(
        reverse("assessments:value-save", args=[made.pk]),
        {"slot": slot, "value": value, "base": base, "key": f"{slot}{value}"},
        headers={"x-requested-with": "fetch"},
    )


def test_an_end_that_comes_too_soon_is_refused_beside_its_field(client):
    made = closing()
    row = notice(made, published=0, until=None)
    client.force_login(made.proposal.preparer)
    soon = timezone.localdate() + timedelta(days=13)
    answer = save(client, made, row.slot("until"), soon.isoformat())
    assert answer.status_code == 422
    later = soon + timedelta(days=1)
    assert save(client, made, row.slot("until"), later.isoformat()).status_code == 200
    row.refresh_from_db()
    assert row.until == later


def test_the_page_says_that_the_notice_is_needed_and_why(client):
    made = closing(municipality=factories.municipality(language_status="fi-sv"))
    notice(made, channels=["wilma"])
    client.force_login(made.proposal.preparer)
    with translation.override("fi"):
        page = client.get(part_url(made, "statements"))
    section = page.context["section"]
    assert [each[2] for each in section.settled] == [notices.closing_reason("school_network", {})]
    assert not any(each.name == "ntc.needed" for each in section.answers)
    texts = page.context["notice_texts"]
    assert [each["language"] for each in texts] == ["fi", "sv"]
    assert all(made.proposal.preparer.email in each["text"] for each in texts)
    assert made.proposal.description in texts[0]["text"]
    assert made.proposal.description not in texts[1]["text"]


TIMES = {
    "the usual time fits": (60, 50, 21, True),
    "time to weigh the views by the agenda deadline": (30, 21, 18, True),
    "the shortest time at least": (16, 10, 14, True),
    "the shortest time ends the day before the meeting": (15, 15, 14, True),
    "the shortest time ends on the day of the meeting": (14, 14, None, False),
    "a meeting too soon": (5, 3, None, False),
}


@pytest.mark.parametrize("name", TIMES)
def test_the_proposed_last_day_for_views_is_before_the_meeting_or_the_meeting_is_moved(name):
    meeting, deadline, expected, fits = TIMES[name]
    today = date(2026, 11, 3)
    meeting, deadline = (today + timedelta(days=each) for each in (meeting, deadline))
    end = notices.proposed_end(today, meeting, deadline)
    assert (end and (end - today).days) == expected
    assert (notices.conflict(today, end, meeting) == "") == fits


def test_the_earliest_meeting_is_on_a_working_day_after_the_shortest_time():
    friday = date(2026, 11, 20)
    with translation.override("fi"):
        told = notices.conflict(friday, None, date(2026, 12, 1))
    assert "7.12.2026" in told and "1.12.2026" in told


def statements_page(client, made):
    client.force_login(made.proposal.preparer)
    with translation.override("fi"):
        return client.get(part_url(made, "statements"))


def test_a_ready_text_promises_no_day_that_comes_too_late_for_the_meeting(client):
    today = timezone.localdate()
    soon = {"meeting_date": today + timedelta(days=10), "agenda_deadline": today}
    made = closing(municipality=factories.municipality(language_status="fi-sv"), **soon)
    page = statements_page(client, made)
    earliest = notices.earliest_end(today)
    for text in page.context["notice_texts"]:
        with translation.override(text["language"]):
            assert gettext("[last day for views]") in text["text"]
            assert date_format(earliest) not in text["text"]
    warning = page.context["notice_warning"]
    assert warning and escape(warning) in page.text
    assert page.context["notice_opened"]


def test_a_recorded_notice_that_ends_after_the_meeting_is_warned_of_beside_it(client):
    made = closing()
    row = notice(made, until=61)
    page = statements_page(client, made)
    with translation.override("fi"):
        told = notices.too_late(row.until, made.proposal.meeting_date)
    form = page.context["section"].form
    assert form[name_of(row.slot("until"))].warning == told
    assert page.context["notice_warning"] == told
    assert date_format(row.until) not in page.context["notice_texts"][0]["text"]
    day_before = made.proposal.meeting_date - timedelta(days=1)
    Notice.objects.update(until=day_before)
    page = statements_page(client, made)
    assert page.context["notice_warning"] == ""
    with translation.override("fi"):
        assert date_format(day_before) in page.context["notice_texts"][0]["text"]


def test_no_ready_text_is_offered_after_the_decision(client):
    assert "notice_texts" not in statements_page(client, closing(Status.DECIDED)).context


# --- Statements -------------------------------------------------------------------------------


def statement(made: Assessment, **fields) -> Statement:
    values = {"sender": "youth_council", "text": "We are against it.", "answer": "VE2 was added."}
    return Statement.objects.create(**(values | fields), **owner(made))


def full(**answers) -> Assessment:
    made = factories.full_assessment(status=Status.FINAL)
    factories.set_answers(made, **answers)
    return made


@pytest.mark.parametrize("gate", ["agenda", "decision"])
def test_a_statement_that_was_asked_for_has_come_or_is_missing_for_a_reason(gate):
    made = full(hpl__youth_council="yes")
    assert anchors(gate, made) == ["id_stm.none_reason"]
    factories.set_answers(made, stm__none_reason="The council does not meet before January.")
    assert anchors(gate, made) == []
    factories.set_answers(made, stm__none_reason=" ")
    statement(made, sender="pupil_council")
    assert anchors(gate, made) == ["id_stm.none_reason"]
    statement(made)
    assert anchors(gate, made) == []


def test_every_statement_of_a_full_assessment_gets_an_answer():
    made = full(hpl__youth_council="no")
    row = statement(made, answer=" ")
    assert anchors("agenda", made) == [f"id_statement-{row.pk}-answer"]
    light = factories.full_light_assessment(status=Status.FINAL)
    statement(light, answer="")
    assert gates.missing("agenda", light) == []


def test_what_was_said_and_how_it_mattered_stand_side_by_side_for_every_reader():
    made = closing()
    notice(made, channels=["web"])
    row = statement(made)
    one = made.alternatives.get(number=1)
    StatementView.objects.create(
        statement=row, alternative=one, stand="against", why="A long way.", **owner(made)
    )
    content = freeze(made, "en")
    (told,) = content["statements"]
    assert (told["text"], told["answer"]) == (["We are against it."], ["VE2 was added."])
    assert told["stands"][0]["stand"] == "Against"
    assert content["notices"][0]["channels"] == ["Web"]


# --- The decision -----------------------------------------------------------------------------


def test_another_solution_is_told_in_words():
    made = factories.full_light_assessment(status=Status.DECIDED)
    factories.set_answers(made, dec__alt="other", dec__relation="partly", dec__reason="Money.")
    (missing,) = gates.missing("decision", made)
    assert missing.url.endswith("#id_dec.alt.other")
    factories.set_answers(made, dec__alt__other="Four evenings")
    assert gates.missing("decision", made) == []
    assert freeze(made, "en")["decision"]["alternative"] == "Four evenings"


def test_decided_measures_are_told_to_every_reader_and_in_the_agenda_text():
    made = factories.full_light_assessment(status=Status.DECIDED)
    row = made.mitigations.get()
    factories.set_answers(made, dec__mitigations=[str(row.pk)])
    content = freeze(made, "en")
    assert content["decision"]["measures"] == [["A school café on two afternoons."]]
    text = str(compose(content))
    assert "Measures written into the decision:\n– A school café on two afternoons\n" in text
    row.removed_at = timezone.now()
    row.save()
    assert freeze(made, "en")["decision"]["measures"] == []


def test_a_matter_that_the_body_returned_leads_back_to_the_preparation(client):
    made = factories.full_light_assessment(status=Status.ON_AGENDA)
    Handling.objects.create(
        body=made.proposal.body, date=timezone.localdate(), result="returned", **owner(made)
    )
    step = reverse("assessments:step-take", args=[made.pk, "return_to_preparation"])
    assert step in [each.url for each in gates.missing("decision", made)]
    client.force_login(made.proposal.preparer)
    assert client.get(part_url(made, "dec")).context["returned"] == step


def test_a_return_before_the_present_round_of_preparation_is_past():
    made = factories.full_light_assessment(status=Status.ON_AGENDA)
    earlier = timezone.localdate() - timedelta(days=1)
    Handling.objects.create(body=made.proposal.body, date=earlier, result="returned", **owner(made))
    step = reverse("assessments:step-take", args=[made.pk, "return_to_preparation"])
    assert step not in [each.url for each in gates.missing("decision", made)]


def test_measures_are_asked_about_where_there_are_any(client):
    made = factories.full_light_assessment(status=Status.ON_AGENDA)
    client.force_login(made.proposal.preparer)
    asked = [each.name for each in client.get(part_url(made, "dec")).context["section"].answers]
    assert "dec.mitigations" in asked
    made.mitigations.all().delete()
    asked = [each.name for each in client.get(part_url(made, "dec")).context["section"].answers]
    assert "dec.mitigations" not in asked and "dec.alt.other" in asked


# --- Feedback to the children -----------------------------------------------------------------


@pytest.mark.parametrize("make", [factories.full_light_assessment, factories.full_assessment])
def test_children_are_told_also_after_the_decision(client, make):
    made = make(status=Status.FOLLOWING)
    row = made.hearings.get()
    (warning,) = gates.warnings_in("closing", loaded(made))
    assert warning.url.endswith(f"#id_hearing-{row.pk}-feedback_given")
    assert "feedback" in [each.url.rstrip("/").rpartition("/")[2] for each in todo(made)]
    client.force_login(made.proposal.preparer)
    page = client.get(part_url(made, "feedback"))
    assert row.effect in page.content.decode()
    today = timezone.localdate()
    slot = row.slot("feedback_given")
    tomorrow = today + timedelta(days=1)
    assert save(client, made, slot, tomorrow.isoformat()).status_code == 422
    assert save(client, made, slot, today.isoformat()).status_code == 200
    assert save(client, made, row.slot("said"), "Changed.", 2).status_code == 403
    assert gates.warnings_in("closing", loaded(made)) == []
    assert todo(made) == []


def todo(made: Assessment) -> list:
    return progress.also_to_do(loaded(made), made.proposal.preparer)


def test_a_reader_sees_the_feedback_but_no_field(client):
    made = factories.full_light_assessment(status=Status.FOLLOWING)
    client.force_login(factories.user(Role.COUNCILLOR, made.municipality))
    page = client.get(part_url(made, "feedback"))
    assert page.status_code == 200
    assert f"id_hearing-{made.hearings.get().pk}" not in page.content.decode()


# --- The list of parts ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "state"),
    [
        (lambda: factories.full_light_assessment(status=Status.FINAL), "not_needed"),
        (lambda: closing(), "not_started"),
        (lambda: closing(Status.PREPARING), "not_started"),
    ],
)
def test_the_list_of_parts_says_whether_the_notice_is_needed(make, state):
    made = make()
    part = next(each for each in progress.parts_of(loaded(made), "decision") if each.url)
    assert (part.state, part.url) == (state, part_url(made, "statements"))
    if state != "not_needed":
        notice(made)
        part = next(each for each in progress.parts_of(loaded(made), "decision") if each.url)
        assert part.state == "ready"
