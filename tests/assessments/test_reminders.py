"""Reminders: exactly once, in the reader's language, into a real mail connection, nothing lost."""

import threading
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header

import pytest
from aiosmtpd.controller import Controller
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from assessments import periodic
from assessments.actions import reminding
from assessments.models import Digest, Reminder
from assessments.phases import Status
from assessments.tasks import send_digest
from municipalities.roles import Role
from tests import factories

MONDAY = date(2026, 11, 23)
# Eight in the morning in Finland in winter.
MONDAY_AT_EIGHT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


class Inbox:
    """What a mail server received, and whether it refuses."""

    def __init__(self):
        self.refuses = False
        self.messages = []

    async def handle_DATA(self, server, session, envelope):
        if self.refuses:
            return "451 Try again later"
        self.messages.append(message_from_bytes(envelope.content))
        return "250 OK"

    @property
    def subjects(self):
        return [str(make_header(decode_header(each["Subject"]))) for each in self.messages]

    @property
    def texts(self):
        return [each.get_payload(decode=True).decode() for each in self.messages]


@pytest.fixture
def inbox(settings, unused_port):
    handler = Inbox()
    server = Controller(handler, hostname="127.0.0.1", port=unused_port, ready_timeout=60)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    yield handler
    server.stop()


@pytest.fixture
def no_broker(monkeypatch):
    """Redis is empty and stays empty: a message to a worker is lost on its way."""
    monkeypatch.setattr(send_digest, "delay_on_commit", lambda *args: None)
    monkeypatch.setattr(send_digest, "delay", lambda *args: None)


def due_in(days, **fields):
    deadline = MONDAY + timedelta(days=days)
    return factories.assessment(
        agenda_deadline=deadline, meeting_date=deadline + timedelta(days=14), **fields
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "count"), [(28, 1), (14, 1), (3, 1), (27, 0), (2, 0)])
def test_the_agenda_deadline_is_reminded_of_on_its_days(days, count):
    due_in(days)
    reminding.remind(MONDAY)
    assert Reminder.objects.filter(rule="agenda_deadline").count() == count


@pytest.mark.django_db
def test_a_finished_assessment_is_not_reminded_of():
    due_in(14, status=Status.FINAL)
    reminding.remind(MONDAY)
    assert not Reminder.objects.filter(rule="agenda_deadline").exists()


@pytest.mark.django_db
def test_preparer_and_presenter_get_one_reminder_each_however_often_the_clock_ticks():
    matter = due_in(14).proposal
    matter.presenter = factories.user(Role.PRESENTER, matter.municipality)
    matter.save()
    for _tick in range(3):
        reminding.remind(MONDAY)
    recipients = set(Reminder.objects.values_list("recipient", flat=True))
    assert recipients == {matter.preparer_id, matter.presenter_id}
    assert Reminder.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_three_ticks_at_once_make_one_reminder_and_one_mail(inbox, no_broker):
    due_in(14)
    barrier = threading.Barrier(3)

    def tick():
        try:
            barrier.wait()
            reminding.remind(MONDAY)
            reminding.owe_digests(MONDAY_AT_EIGHT)
            for pk in Digest.objects.claimable().values_list("pk", flat=True):
                send_digest(pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=tick) for _number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Reminder.objects.count() == 1
    assert len(inbox.messages) == 1


@pytest.mark.django_db
def test_a_day_on_which_nobody_ticked_is_caught_up_on():
    due_in(14)
    reminding.remind(MONDAY - timedelta(days=1))
    reminding.remind(MONDAY + timedelta(days=2))
    assert Reminder.objects.get().due == MONDAY


@pytest.mark.django_db
def test_a_new_installation_does_not_remind_of_the_past():
    due_in(14)
    reminding.remind(MONDAY + timedelta(days=2))
    assert not Reminder.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        (MONDAY_AT_EIGHT, 1),
        (MONDAY_AT_EIGHT - timedelta(minutes=1), 0),
        (MONDAY_AT_EIGHT - timedelta(days=1), 0),
        # Eight o'clock is five in UTC in summer and six in winter.
        (datetime(2026, 10, 23, 5, 0, tzinfo=UTC), 1),
        (datetime(2026, 10, 26, 5, 0, tzinfo=UTC), 0),
        (datetime(2026, 10, 26, 6, 0, tzinfo=UTC), 1),
        (datetime(2026, 12, 24, 9, 0, tzinfo=UTC), 0),
    ],
    ids=["eight", "before eight", "sunday", "summer", "after the change", "winter", "eve"],
)
def test_the_mail_is_owed_at_eight_on_working_days(moment, sent, no_broker):
    due_in(14)
    reminding.remind(MONDAY)
    assert reminding.owe_digests(moment) == sent


@pytest.mark.django_db
def test_one_mail_a_day_holds_every_reminder_in_the_readers_language(inbox, no_broker):
    place = factories.municipality()
    preparer = factories.user(Role.PREPARER, place, language="sv")
    for days in (14, 28):
        due_in(days, municipality=place, preparer=preparer, title=f"Ärende {days}")
    reminding.remind(MONDAY)
    reminding.owe_digests(MONDAY_AT_EIGHT)
    periodic_sweep()
    (text,) = inbox.texts
    assert inbox.messages[0]["Content-Language"] == "sv"
    assert "Ärende 14" in text and "Ärende 28" in text
    assert "Analysen ska vara klar 7.12.2026" in text
    assert "http://testserver/sv/proposals/" in text


def periodic_sweep():
    for pk in Digest.objects.claimable().values_list("pk", flat=True):
        send_digest(pk)


@pytest.mark.django_db
def test_the_mail_tells_no_contents(inbox, no_broker):
    due_in(14, description="A secret plan about the school")
    reminding.remind(MONDAY)
    reminding.owe_digests(MONDAY_AT_EIGHT)
    periodic_sweep()
    assert "secret plan" not in inbox.texts[0]


@pytest.mark.django_db
def test_a_refusing_mail_server_is_tried_again_and_gets_the_mail_once(inbox, no_broker):
    due_in(14)
    reminding.remind(MONDAY)
    reminding.owe_digests(MONDAY_AT_EIGHT)
    inbox.refuses = True
    periodic_sweep()
    owed = Digest.objects.get()
    assert owed.state == Digest.State.QUEUED
    assert "451" in owed.error
    assert not Digest.objects.claimable().exists()

    inbox.refuses = False
    Digest.objects.update(not_before=timezone.now())
    periodic_sweep()
    periodic_sweep()
    assert len(inbox.messages) == 1
    assert Digest.objects.get().state == Digest.State.DONE


@pytest.mark.django_db
def test_a_mail_server_that_is_away_loses_nothing(settings, unused_port, no_broker):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    due_in(14)
    reminding.remind(MONDAY)
    reminding.owe_digests(MONDAY_AT_EIGHT)
    periodic_sweep()
    assert Digest.objects.get().state == Digest.State.QUEUED


@pytest.mark.django_db
def test_a_wiped_broker_loses_no_mail(inbox, no_broker, monkeypatch):
    """The wake-up call never arrives; the sweep finds the row."""
    due_in(14)
    reminding.remind(MONDAY)
    reminding.owe_digests(MONDAY_AT_EIGHT)
    assert not inbox.messages
    monkeypatch.setattr(send_digest, "delay", send_digest)
    periodic.sweep()
    assert len(inbox.messages) == 1


@pytest.mark.django_db
def test_a_worker_that_died_while_sending_is_replaced(inbox, no_broker):
    due_in(14)
    reminding.remind(MONDAY)
    reminding.owe_digests(MONDAY_AT_EIGHT)
    owed = Digest.objects.get()
    assert Digest.objects.claim(owed.pk)
    assert Digest.objects.claim(owed.pk) is None
    Digest.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    periodic_sweep()
    assert len(inbox.messages) == 1


@pytest.mark.django_db
def test_a_reminder_put_aside_is_neither_shown_nor_mailed(log_in, inbox, no_broker):
    preparer = due_in(14).proposal.preparer
    reminding.remind(MONDAY)
    reminder = Reminder.objects.get()
    client = log_in(preparer)
    assert "Youth centre opening hours" in client.get("/en/reminders/").content.decode()
    client.post(reverse("assessments:reminder-dismiss", args=[reminder.pk]), {"reason": "Lapsed"})
    assert "Youth centre opening hours" not in client.get("/en/reminders/").content.decode()
    reminding.owe_digests(MONDAY_AT_EIGHT)
    periodic_sweep()
    assert not inbox.messages


@pytest.mark.django_db
def test_somebody_elses_reminder_is_not_found(log_in):
    due_in(14)
    reminding.remind(MONDAY)
    reminder = Reminder.objects.get()
    response = log_in(factories.user()).post(
        reverse("assessments:reminder-dismiss", args=[reminder.pk])
    )
    assert response.status_code == 404


@pytest.mark.django_db
def test_a_follow_up_point_that_was_not_recorded_reaches_the_contact_too():
    made = factories.full_light_assessment(Status.FOLLOWING)
    contact = factories.user(Role.LAVA_CONTACT, made.municipality)
    made.followuppoints.update(due=MONDAY - timedelta(days=14))
    reminding.remind(MONDAY)
    recipients = set(
        Reminder.objects.filter(rule="followup_point").values_list("recipient", flat=True)
    )
    assert recipients == {made.proposal.preparer_id, contact.pk}


@pytest.mark.django_db
def test_a_recorded_follow_up_point_is_not_reminded_of():
    made = factories.full_light_assessment(Status.CLOSED)
    type(made).objects.update(status=Status.FOLLOWING)
    made.followuppoints.update(due=MONDAY + timedelta(days=7))
    reminding.remind(MONDAY)
    assert not Reminder.objects.filter(rule="followup_point").exists()


@pytest.mark.django_db
def test_who_has_left_the_municipality_is_reminded_of_nothing():
    preparer = due_in(14).proposal.preparer
    preparer.memberships.update(ended_at=timezone.now())
    reminding.remind(MONDAY)
    assert not Reminder.objects.filter(recipient=preparer).exists()
