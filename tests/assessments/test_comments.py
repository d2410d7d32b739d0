"""Talk about a draft: threads, mentions that remind once, what stays of a removed comment."""

import threading

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import periodic
from assessments.actions import reminding
from assessments.actions.comments import add_comment, readers, remove_comment, settle_thread
from assessments.content import freeze
from assessments.models import Assessment, Comment, Digest, Reminder
from assessments.phases import Status
from assessments.views.stash import owner_token
from municipalities.models import AuditEntry, Membership
from municipalities.roles import Role
from tests import factories
from tests.factories import teams

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_assessment()


@pytest.fixture
def preparer(assessment):
    return assessment.proposal.preparer


@pytest.fixture
def contact(assessment):
    return factories.user(Role.LAVA_CONTACT, assessment.municipality, name="Yrsa Yhdyshenkilö")


@pytest.fixture
def client(preparer):
    client = Client()
    client.force_login(preparer)
    return client


def say(assessment, by, text="Is this so?", part="rec", **more):
    return add_comment(assessment_id=assessment.pk, part=part, text=text, by=by, **more)


def page(assessment, part="rec", language=""):
    return f"{language}/proposals/{assessment.pk}/comments/{part}/"


def number_of(assessment, part):
    counts = assessment.comments.open_counts()
    return sum(n for (own, _anchor), n in counts.items() if own == part)


# --- Who talks --------------------------------------------------------------------------------


def test_everybody_who_reads_the_draft_can_comment_and_nobody_else(assessment):
    place = assessment.municipality
    member = teams.member(assessment, "hre")
    assert say(assessment, member)
    assert say(assessment, factories.user(Role.PRESENTER, place))
    coordinator = factories.user(Role.COORDINATOR, place.region)
    for stranger in (coordinator, factories.user(Role.PREPARER, factories.municipality())):
        with pytest.raises(Http404):
            say(assessment, stranger)
    Assessment.objects.filter(pk=assessment.pk).update(status=Status.FINAL)
    for reader in (coordinator, factories.user(Role.COUNCILLOR, place)):
        with pytest.raises(PermissionDenied):
            say(assessment, reader)


def test_a_coordinator_never_reads_the_talk_about_a_draft(assessment, preparer, log_in):
    say(assessment, preparer, "Nobody else's business")
    coordinator = factories.user(Role.COORDINATOR, assessment.municipality.region)
    other = log_in(coordinator)
    addresses = [page(assessment), reverse("assessments:comment-list", args=[assessment.pk])]
    assert {other.get(each).status_code for each in addresses} == {404}
    Assessment.objects.filter(pk=assessment.pk).update(status=Status.FINAL)
    assert {other.get(each).status_code for each in addresses} == {403}
    matter = other.get(assessment.get_absolute_url())
    assert matter.status_code == 200
    assert "/comments/" not in matter.content.decode()


def test_nothing_is_said_when_the_matter_has_ended(assessment, preparer, client):
    say(assessment, preparer)
    Assessment.objects.filter(pk=assessment.pk).update(status=Status.CLOSED)
    with pytest.raises(PermissionDenied):
        say(assessment, preparer)
    answer = client.post(page(assessment), {"text": "Written while it closed."})
    assert answer.status_code == 403
    assert "Written while it closed." in answer.content.decode()
    assert "Is this so?" in client.get(page(assessment)).content.decode()


def test_comments_are_never_part_of_what_is_published(assessment, preparer):
    say(assessment, preparer, "Nobody else's business")
    assert "Nobody else's business" not in str(freeze(assessment, "fi"))


# --- Threads ----------------------------------------------------------------------------------


def test_a_thread_on_a_cell_is_answered_resolved_and_taken_up_again(assessment, client, contact):
    row = assessment.alternatives.get(number=1)
    anchor = f"cell:{row.pk}:leisure:all"
    sent = client.post(page(assessment, "imp"), {"text": "Why so large?", "anchor": anchor})
    first = Comment.objects.get()
    assert sent["Location"] == f"{page(assessment, 'imp')}#comment-{first.pk}"
    assert (first.anchor, first.part) == (anchor, "imp")
    client.post(page(assessment, "imp"), {"text": "Because.", "thread": first.pk})
    reply = first.replies.get()
    assert reply.anchor == anchor
    matrix = client.get(f"/en/proposals/{assessment.pk}/parts/imp/").content.decode()
    # Beside the heading and in the cell.
    assert matrix.count("1 open comment") == 2
    settle = reverse("assessments:comment-settle", args=[assessment.pk, first.pk])
    other = Client()
    other.force_login(contact)
    other.post(settle, {"do": "resolve"})
    first.refresh_from_db()
    assert (first.is_resolved, first.settled_by) == (True, contact)
    assert number_of(assessment, "imp") == 0
    shown = client.get(page(assessment, "imp", "/en")).content.decode()
    assert "Resolved by Yrsa Yhdyshenkilö" in shown
    assert "1 resolved thread" in shown
    say(assessment, assessment.proposal.preparer, "No.", "imp", parent_id=first.pk)
    first.refresh_from_db()
    assert not first.is_resolved
    assert number_of(assessment, "imp") == 1


def test_open_comments_are_counted_on_the_task_list_and_listed_on_one_page(assessment, client):
    say(assessment, assessment.proposal.preparer, "About the field", anchor="answer:rec.summary")
    say(assessment, assessment.proposal.preparer, "About the sources", "dat")
    done = say(assessment, assessment.proposal.preparer, "Done already", "dat")
    settle_thread(assessment_id=assessment.pk, comment_id=done.pk, is_resolved=True, by=done.by)
    matter = client.get(f"/en/proposals/{assessment.pk}/").content.decode()
    assert matter.count("1 open comment<") == 2
    assert "2 open comments" in matter
    listed = client.get(f"/en/proposals/{assessment.pk}/comments/").content.decode()
    assert "About the field" in listed
    assert "Done already" not in listed
    everything = client.get(f"/en/proposals/{assessment.pk}/comments/?show=all").content.decode()
    assert "Done already" in everything
    part = client.get(f"/en/proposals/{assessment.pk}/parts/rec/").content.decode()
    assert part.count("1 open comment<") == 2


@pytest.mark.parametrize(
    "sent",
    [
        {"text": ""},
        {"text": " \n "},
        {"text": "a" * 4001},
        {"text": "x\x00y"},
        {"text": "x", "anchor": "answer:rec.nothing"},
        {"text": "x", "anchor": "cell:1:nothing:all"},
        {"text": "x", "mentions": ["999999"]},
        {"text": "x", "mentions": ["x"]},
    ],
)
def test_nonsense_is_refused_and_what_was_typed_stays(assessment, client, contact, sent):
    answer = client.post(page(assessment), sent)
    assert answer.status_code == 422
    assert 'class="error-summary' in answer.content.decode()
    assert sent["text"].strip("\x00 \n")[:50] in answer.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("thread", ["999999", "x", "9" * 30])
def test_a_reply_to_no_thread_of_this_part_is_not_found(assessment, client, thread):
    assert client.post(page(assessment), {"text": "x", "thread": thread}).status_code == 404


def test_a_reply_stays_in_its_own_assessment_and_part(assessment, preparer, client):
    elsewhere = say(assessment, preparer, part="dat")
    other = factories.full_assessment(municipality=assessment.municipality)
    foreign = say(other, other.proposal.preparer)
    for thread in (elsewhere, foreign):
        answer = client.post(page(assessment), {"text": "x", "thread": thread.pk})
        assert answer.status_code == 404
    settle = reverse("assessments:comment-settle", args=[assessment.pk, foreign.pk])
    assert client.post(settle).status_code == 404


def test_pressing_twice_writes_one_comment_and_reminds_once(assessment, preparer, contact):
    for _time in range(2):
        say(assessment, preparer, mentions=[contact.pk], client_key="page-1")
    assert Comment.objects.count() == 1
    assert Reminder.objects.count() == 1


def test_a_comment_is_removed_by_its_writer_and_leaves_a_trace(assessment, client, contact):
    preparer = assessment.proposal.preparer
    first = say(assessment, preparer, "Little Ville said", mentions=[contact.pk])
    say(assessment, contact, "Do not write names.", parent_id=first.pk)
    presenter = factories.user(Role.PRESENTER, assessment.municipality)
    with pytest.raises(PermissionDenied, match=r"\S"):
        remove_comment(assessment_id=assessment.pk, comment_id=first.pk, by=presenter)
    remove = reverse("assessments:comment-remove", args=[assessment.pk, first.pk])
    assert client.get(remove).status_code == 200
    client.post(remove)
    first.refresh_from_db()
    assert (first.text, first.removed_by) == ("", preparer)
    shown = client.get(page(assessment, language="/en")).content.decode()
    assert "Little Ville" not in shown
    assert f"Removed by {preparer}" in shown
    assert "Do not write names." in shown
    assert AuditEntry.objects.filter(action="remove_comment", by=preparer).count() == 1
    second = say(assessment, preparer, "Little Ville again")
    remove_comment(assessment_id=assessment.pk, comment_id=second.pk, by=contact)
    # What is left of a thread without a word in it waits for nobody.
    assert number_of(assessment, "rec") == 1


def test_what_a_comment_was_about_may_be_removed(assessment, preparer, client):
    row = assessment.evidences.first()
    say(assessment, preparer, part="dat", anchor=f"evidence:{row.pk}")
    assert row.title in client.get(page(assessment, "dat")).content.decode()
    assessment.evidences.filter(pk=row.pk).update(removed_at=timezone.now())
    shown = client.get(page(assessment, "dat", "/en")).content.decode()
    assert "no longer here" in shown


# --- Mentions ---------------------------------------------------------------------------------


def test_only_people_who_see_the_draft_are_offered_and_taken(assessment, preparer, contact):
    place = assessment.municipality
    member = teams.member(assessment, "hre")
    outside = [
        factories.user(Role.COUNCILLOR, place),
        factories.user(Role.CONTRIBUTOR, place),
        factories.user(Role.COORDINATOR, place.region),
        factories.user(Role.PREPARER, factories.municipality()),
        factories.user(Role.LAVA_CONTACT, place, is_active=False),
        teams.guest(assessment),
    ]
    assert set(readers(assessment)) == {preparer, contact, member}
    for person in outside:
        with pytest.raises(ValidationError):
            say(assessment, preparer, mentions=[person.pk])
    assert not Comment.objects.exists()
    Assessment.objects.filter(pk=assessment.pk).update(status=Status.IN_REVIEW)
    assert outside[-1] in readers(Assessment.objects.get(pk=assessment.pk))


def test_a_mention_reminds_at_once_and_by_one_mail(assessment, client, contact, monkeypatch):
    client.post(
        f"/sv{page(assessment)}",
        {"text": "Look at this.", "mentions": [contact.pk, contact.pk]},
    )
    reminder = Reminder.objects.get()
    assert (reminder.rule, reminder.recipient) == ("mention", contact)
    comment = Comment.objects.get()
    # Stored without a language; the reader's own is put before it.
    assert reminder.path == f"{page(assessment)}#comment-{comment.pk}"
    other = Client()
    other.force_login(contact)
    shown = other.get("/en/reminders/").content.decode()
    assert f"{comment.by} mentioned you in a comment" in shown
    noon = timezone.now().replace(year=2026, month=11, day=23, hour=10)
    assert reminding.owe_digests(noon) == 1
    assert reminding.owe_digests(noon) == 0
    assert Digest.objects.get().recipient == contact


def test_mentioning_oneself_reminds_nobody(assessment, preparer):
    say(assessment, preparer, mentions=[preparer.pk])
    assert not Reminder.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_three_ticks_at_once_send_one_mail(monkeypatch, django_capture_on_commit_callbacks):
    made = factories.full_assessment()
    contact = factories.user(Role.LAVA_CONTACT, made.municipality)
    say(made, made.proposal.preparer, mentions=[contact.pk])
    noon = timezone.now().replace(year=2026, month=11, day=23, hour=10)
    owed = []

    def tick():
        try:
            reminding.remind(timezone.localdate(noon))
            owed.append(reminding.owe_digests(noon))
        finally:
            connection.close()

    monkeypatch.setattr("assessments.actions.reminding.send_digest.delay", lambda pk: None)
    ticks = [threading.Thread(target=tick) for _each in range(3)]
    for each in ticks:
        each.start()
    for each in ticks:
        each.join()
    assert sum(owed) == 1
    digest = Digest.objects.get()
    assert digest.reminders.filter(rule="mention").count() == 1
    from assessments.tasks import send_digest

    for _time in range(3):
        send_digest(digest.pk)
    assert len(mail.outbox) == 1
    assert "/comments/rec/#comment-" in mail.outbox[0].body
    assert "Is this so?" not in mail.outbox[0].body
    assert periodic


# --- Nothing typed is lost --------------------------------------------------------------------


def test_what_was_typed_survives_the_end_of_the_session(assessment, preparer):
    first = say(assessment, preparer)
    browser = Client()
    typed = {
        "text": "Half an hour of thought.",
        "thread": first.pk,
        "owner": owner_token(preparer),
    }
    away = browser.post(page(assessment), typed)
    assert away.status_code == 302
    browser.post(away["Location"], {"login": preparer.email, "password": "sininen-ovi-42"})
    back = browser.get(page(assessment)).content.decode()
    assert "Half an hour of thought." in back
    assert Comment.objects.count() == 1
    assert "Half an hour" not in browser.get(page(assessment)).content.decode()


def test_a_right_taken_away_while_writing(assessment):
    """Out of the team the assessment is not there any more; the browser still has the text."""
    anna = teams.member(assessment, "rec")
    browser = Client()
    browser.force_login(anna)
    assert browser.get(page(assessment)).status_code == 200
    Membership.objects.filter(user=anna).update(ended_at=timezone.now())
    assert browser.post(page(assessment), {"text": "Too late."}).status_code == 404
    assert not Comment.objects.exists()
