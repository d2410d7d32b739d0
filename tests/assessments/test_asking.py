"""Council members ask, officials answer, everybody in the municipality reads both."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import progress
from assessments.actions import asking, reminding
from assessments.content import freeze
from assessments.loading import load_parts
from assessments.models import Assessment, CouncillorQuestion, Reminder, Revision
from assessments.phases import DECISION_STATUSES, Status
from assessments.questioning import answer_due, is_late
from municipalities.roles import PERMISSIONS, Permission, Role
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "How long would the way to school be?"


def ready(status=Status.FINAL, **fields) -> Assessment:
    return factories.full_light_assessment(status=status, **fields)


def councillor(made: Assessment):
    return factories.user(Role.COUNCILLOR, made.municipality, name="Valto Valtuutettu")


def url(made: Assessment) -> str:
    return reverse("assessments:assessment-part", args=[made.pk, "qst"])


def ask(made: Assessment, **values) -> CouncillorQuestion:
    return asking.ask(assessment_id=made.pk, **({"text": TEXT, "by": councillor(made)} | values))


@pytest.mark.parametrize("role", Role)
def test_those_who_hold_the_right_ask(role):
    made = ready()
    place = made.municipality
    person = factories.user(role, place.region if role.is_regional else place)
    if Permission.ASK in PERMISSIONS[role]:
        assert ask(made, by=person).asked_by == person
    else:
        # Whoever only helps with matters given to them does not know of this one.
        with pytest.raises((PermissionDenied, Http404)):
            ask(made, by=person)
    assert CouncillorQuestion.objects.count() == (Permission.ASK in PERMISSIONS[role])


@pytest.mark.parametrize("status", Status)
def test_a_question_is_asked_when_the_assessment_is_ready_and_before_the_decision(status):
    made = ready(status)
    if status in DECISION_STATUSES:
        assert ask(made).asked_on == timezone.localdate()
    else:
        with pytest.raises((PermissionDenied, Http404)):
            ask(made)
        assert not CouncillorQuestion.objects.exists()


def test_nobody_asks_about_a_matter_of_another_municipality():
    made = ready()
    stranger = factories.user(Role.COUNCILLOR, factories.municipality())
    with pytest.raises(Http404):
        ask(made, by=stranger)


def test_a_question_sent_twice_is_one_question():
    made = ready()
    person = councillor(made)
    first = ask(made, by=person, client_key="k1")
    assert ask(made, by=person, client_key="k1") == first
    assert ask(made, by=person, client_key="k2") != first


def test_there_is_an_end_to_the_questions(monkeypatch):
    made = ready()
    monkeypatch.setattr(asking, "LIMIT", 1)
    ask(made)
    with pytest.raises(ValidationError):
        ask(made, client_key="other")


def test_a_question_is_asked_and_answered_and_read_by_the_members_of_the_municipality():
    made = ready()
    person = councillor(made)
    client = Client()
    client.force_login(person)
    page = client.get(url(made))
    sent = client.post(
        reverse("assessments:question-create", args=[made.pk]),
        {"text": TEXT, "key": page.context["row_key"]},
    )
    row = CouncillorQuestion.objects.get()
    assert sent.url == f"{url(made)}#councillorquestion-{row.pk}"
    official = Client()
    official.force_login(made.proposal.preparer)
    for number, answer in enumerate(("Ten minutes.", "Twelve minutes."), start=1):
        saved = official.post(
            reverse("assessments:value-save", args=[made.pk]),
            {"slot": row.slot("answer"), "value": answer, "base": number, "key": answer},
        )
        assert saved.status_code == 200
    history = Revision.objects.filter(slot=row.slot("answer")).order_by("version")
    assert [each.value for each in history] == ["Ten minutes.", "Twelve minutes."]
    other = Client()
    other.force_login(factories.user(Role.COUNCILLOR, made.municipality))
    text = other.get(url(made)).content.decode()
    assert TEXT in text and "Twelve minutes." in text and "Valto Valtuutettu" in text
    assert TEXT not in str(freeze(made, "fi"))


def test_an_empty_question_is_refused_and_what_was_typed_stays():
    made = ready()
    client = Client()
    client.force_login(councillor(made))
    address = reverse("assessments:question-create", args=[made.pk])
    assert client.post(address, {"text": " "}).status_code == 422
    long = "a" * 2001
    answer = client.post(address, {"text": long})
    assert answer.status_code == 422 and long in answer.content.decode()


def test_nobody_but_officials_answers_and_nobody_changes_the_question():
    made = ready()
    row = ask(made)
    client = Client()
    save = reverse("assessments:value-save", args=[made.pk])
    client.force_login(row.asked_by)
    sent = {"slot": row.slot("answer"), "value": "No.", "base": 1, "key": "a"}
    assert client.post(save, sent).status_code == 403
    client.force_login(made.proposal.preparer)
    assert client.post(save, sent | {"slot": row.slot("text")}).status_code == 404
    remove = reverse("assessments:row-remove", args=[made.pk, "councillorquestion", row.pk])
    assert client.post(remove).status_code == 404


@pytest.mark.parametrize(
    ("meeting", "due"),
    [
        (date(2026, 12, 11), date(2026, 12, 9)),
        # Independence Day falls on a Sunday; the weekend is left out.
        (date(2026, 12, 8), date(2026, 12, 4)),
        # Epiphany, a Wednesday.
        (date(2027, 1, 7), date(2027, 1, 4)),
        # Good Friday to Easter Monday.
        (date(2027, 3, 30), date(2027, 3, 24)),
    ],
)
def test_answers_are_due_two_working_days_before_the_meeting(meeting, due):
    assert answer_due(meeting) == due
    question = CouncillorQuestion(asked_on=due)
    assert not is_late(question, meeting)
    question.asked_on += timedelta(days=1)
    assert is_late(question, meeting)


def test_a_late_question_is_accepted_and_marked():
    made = ready(meeting_date=timezone.localdate(), agenda_deadline=timezone.localdate())
    ask(made)
    client = Client()
    client.force_login(councillor(made))
    (card,) = client.get(url(made)).context["section"].cards
    assert len(card.told) == 3


def also(made: Assessment) -> list[str]:
    found = Assessment.objects.with_matter().get(pk=made.pk)
    load_parts([found])
    return [each.url for each in progress.also_to_do(found, found.proposal.preparer)]


def test_an_unanswered_question_stands_in_my_work_until_it_is_answered():
    made = ready()
    row = ask(made)
    assert f"{url(made)}#councillorquestion-{row.pk}" in also(made)
    CouncillorQuestion.objects.update(answer="Ten minutes.")
    assert also(made) == []


MONDAY = date(2026, 11, 23)


def test_the_preparer_is_reminded_of_the_question_and_of_the_last_day_for_the_answer():
    made = ready(meeting_date=date(2026, 12, 11), agenda_deadline=date(2026, 11, 27))
    ask(made)
    CouncillorQuestion.objects.update(asked_on=MONDAY)
    for day in (MONDAY, MONDAY, MONDAY + timedelta(days=1), date(2026, 12, 9), date(2026, 12, 9)):
        reminding.remind(day)
    found = Reminder.objects.filter(rule="councillor_question").order_by("due")
    assert [each.due for each in found] == [MONDAY, date(2026, 12, 9)]
    assert {each.recipient for each in found} == {made.proposal.preparer}
    assert found[0].path == url(made)


def test_an_answered_question_is_not_reminded_of():
    made = ready(meeting_date=date(2026, 12, 11), agenda_deadline=date(2026, 11, 27))
    ask(made)
    CouncillorQuestion.objects.update(asked_on=MONDAY, answer="Ten minutes.")
    reminding.remind(MONDAY)
    assert not Reminder.objects.filter(rule="councillor_question").exists()
