"""A reviewer from another municipality: one assessment, until a day, and nothing else."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import periodic, policies
from assessments.actions import peers
from assessments.actions.comments import add_comment
from assessments.actions.proposals import take_step
from assessments.actions.saving import Saved, save_value
from assessments.models import Assessment, PeerReview, Reminder
from assessments.phases import TRANSITIONS, WRITABLE, Status
from municipalities import actions as people
from municipalities.models import AuditEntry, Invitation, Membership
from municipalities.roles import Role
from tests import factories
from tests.factories import teams

pytestmark = pytest.mark.django_db
HELSINKI = ZoneInfo("Europe/Helsinki")


@pytest.fixture
def assessment():
    return factories.full_assessment(status=Status.IN_REVIEW)


@pytest.fixture
def contact(assessment):
    return factories.user(Role.LAVA_CONTACT, assessment.municipality)


@pytest.fixture
def neighbour():
    """Works in another municipality, with an account of her own."""
    return factories.user(Role.LAVA_CONTACT, factories.municipality(), name="Niina Naapuri")


def invite(assessment, by, email, ends_on=None):
    return peers.invite_peer(
        assessment=assessment,
        email=email,
        ends_on=ends_on or timezone.localdate() + timedelta(days=7),
        language="fi",
        by=by,
    )


def browser(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def fresh(made):
    return Assessment.objects.select_related("municipality", "proposal").get(pk=made.pk)


def pages(made) -> list[str]:
    return [
        made.get_absolute_url(),
        reverse("assessments:assessment-review", args=[made.pk]),
        reverse("assessments:assessment-light", args=[made.pk]),
        reverse("assessments:assessment-part", args=[made.pk, "rec"]),
        reverse("assessments:assessment-part", args=[made.pk, "qa"]),
        reverse("assessments:comment-part", args=[made.pk, "rec"]),
        reverse("assessments:comment-list", args=[made.pk]),
    ]


def codes(person, made) -> set[int]:
    client = browser(person)
    return {client.get(each).status_code for each in pages(made)}


# --- Inviting ---------------------------------------------------------------------------------


def test_who_has_an_account_gets_in_at_once_and_is_reminded(assessment, contact, neighbour):
    assert codes(neighbour, assessment) == {404}
    form = reverse("assessments:peer-create", args=[assessment.pk])
    ends_on = timezone.localdate() + timedelta(days=10)
    sent = browser(contact).post(
        form, {"email": neighbour.email.upper(), "ends_on": ends_on, "language": "fi"}
    )
    assert sent.status_code == 302
    assert codes(neighbour, assessment) == {200}
    assert Reminder.objects.get(rule="peer_review").recipient == neighbour
    assert not Invitation.objects.exists()
    assert AuditEntry.objects.get(action="invite_peer").by == contact
    queue = browser(neighbour).get(f"/en{reverse('assessments:review-queue')}")
    assert assessment.proposal.title in queue.content.decode()


def test_who_has_none_gets_in_by_accepting_the_invitation(assessment, contact):
    invite(assessment, contact, "new@example.org")
    invitation = Invitation.objects.get()
    assert invitation.role == Role.PEER_REVIEWER
    membership = people.accept_invitation(
        token=invitation.token, name="Uusi Ihminen", password="sininen-ovi-42"
    )
    assert codes(membership.user, assessment) == {200}
    shown = browser(contact).get(reverse("assessments:peer-create", args=[assessment.pk]))
    assert "Uusi Ihminen" in shown.content.decode()


def test_one_invitation_serves_two_assessments(assessment, contact):
    other = factories.full_assessment(
        status=Status.IN_REVIEW, municipality=contact.active_memberships[0].municipality
    )
    invite(assessment, contact, "new@example.org")
    second = invite(other, contact, "new@example.org")
    assert Invitation.objects.count() == 1
    peers.revoke_peer(review=second, by=contact)
    assert Invitation.objects.get().revoked_at is None
    peers.revoke_peer(review=PeerReview.objects.get(assessment=assessment), by=contact)
    assert Invitation.objects.get().revoked_at is not None


@pytest.mark.parametrize("role", [Role.PREPARER, Role.PRESENTER])
def test_only_the_lava_contact_invites(assessment, neighbour, role):
    person = factories.user(role, assessment.municipality)
    with pytest.raises(PermissionDenied, match=r"\S"):
        invite(assessment, person, neighbour.email)


def test_only_an_assessment_in_review_is_opened(contact, neighbour):
    made = factories.full_assessment(municipality=contact.active_memberships[0].municipality)
    with pytest.raises(PermissionDenied):
        invite(made, contact, neighbour.email)


def test_a_matter_of_one_child_is_not_opened_to_anybody(assessment, contact, neighbour):
    factories.set_answers(assessment, scr__individual="yes")
    with pytest.raises(PermissionDenied):
        invite(assessment, contact, neighbour.email)
    guest = teams.guest(assessment)
    assert codes(guest, assessment) == {404}


@pytest.mark.parametrize("whom", ["oneself", "colleague", "twice", "closed"])
def test_whom_it_makes_no_sense_to_invite(assessment, contact, neighbour, whom):
    email = {
        "oneself": lambda: contact.email,
        "colleague": lambda: factories.user(Role.PRESENTER, assessment.municipality).email,
        "twice": lambda: invite(assessment, contact, neighbour.email).email,
        "closed": lambda: factories.user(is_active=False).email,
    }[whom]()
    form = reverse("assessments:peer-create", args=[assessment.pk])
    sent = browser(contact).post(
        form, {"email": email, "ends_on": timezone.localdate(), "language": "fi"}
    )
    assert sent.status_code == 422
    assert PeerReview.objects.count() == (whom == "twice")


@pytest.mark.parametrize("days", [-1, 181])
def test_the_last_day_lies_within_half_a_year(assessment, contact, neighbour, days):
    with pytest.raises(ValidationError):
        invite(assessment, contact, neighbour.email, timezone.localdate() + timedelta(days=days))


def test_the_role_is_not_offered_in_the_list_of_people(contact):
    page = browser(contact).get(reverse("municipalities:invitation-create"))
    assert 'value="contributor"' in page.content.decode()
    assert 'value="peer_reviewer"' not in page.content.decode()


# --- What a guest may -------------------------------------------------------------------------


def test_a_guest_reads_comments_and_answers_the_review_but_changes_nothing(assessment):
    guest = teams.guest(assessment)
    found = fresh(assessment)
    for part in WRITABLE:
        assert bool(policies.can_write(guest, found, part)) == (part == "qa"), part
    for step in TRANSITIONS:
        assert not policies.can_take(guest, found, step), step
    assert policies.can_comment(guest, found)
    saved = save_value(
        assessment_id=assessment.pk, slot="answer:qa.early", value="yes", base_version=0, by=guest
    )
    assert isinstance(saved, Saved)
    again = save_value(
        assessment_id=assessment.pk,
        slot="answer:qa.early",
        value="no",
        base_version=saved.version,
        by=guest,
    )
    assert isinstance(again, Saved)
    with pytest.raises(PermissionDenied):
        save_value(
            assessment_id=assessment.pk,
            slot="answer:rec.summary",
            value="x",
            base_version=1,
            by=guest,
        )
    assert add_comment(assessment_id=assessment.pk, part="qa", text="Clear.", by=guest)


def test_a_guest_sees_neither_how_the_text_came_about_nor_anything_else(assessment):
    guest = teams.guest(assessment)
    place = assessment.municipality
    others = [
        factories.full_assessment(status=status, municipality=place)
        for status in (Status.IN_REVIEW, Status.PREPARING, Status.FINAL)
    ]
    client = browser(guest)
    for each in others:
        assert client.get(each.get_absolute_url()).status_code == 404
    for name in ("revision-list", "agenda-text"):
        address = reverse(f"assessments:{name}", args=[assessment.pk])
        assert client.get(address).status_code == 403
    asked = client.post(
        reverse("assessments:report-create", args=[assessment.pk]), {"language": "fi"}
    )
    assert asked.status_code == 403
    for name in ("membership-list", "decisionbody-list", "invitation-create"):
        assert client.get(reverse(f"municipalities:{name}")).status_code == 403
    listed = client.get(reverse("assessments:proposal-list")).content.decode()
    assert assessment.get_absolute_url() in listed
    assert all(each.get_absolute_url() not in listed for each in others)


def test_a_guest_is_led_to_the_review_questions(assessment):
    guest = browser(teams.guest(assessment))
    for page in ("mine/", f"{assessment.pk}/"):
        shown = guest.get(f"/en/proposals/{page}").content.decode()
        assert "Answer the review questions" in shown
        assert f"/en/proposals/{assessment.pk}/parts/qa/" in shown
        assert "/steps/" not in shown


# --- The end ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 12, 1, 23, 59, 59, tzinfo=HELSINKI), {200}),
        (datetime(2026, 12, 2, 0, 0, 0, tzinfo=HELSINKI), {404}),
    ],
)
def test_the_last_day_ends_at_midnight_in_helsinki(assessment, monkeypatch, moment, expected):
    guest = teams.guest(assessment)
    PeerReview.objects.update(ends_on=date(2026, 12, 1))
    monkeypatch.setattr(timezone, "now", lambda: moment.astimezone(ZoneInfo("UTC")))
    assert codes(guest, assessment) == expected
    writes = bool(policies.can_write(guest, fresh(assessment), "qa"))
    assert writes == (expected == {200})


def test_revoking_ends_it_at_once_and_is_logged(assessment, contact, neighbour):
    review = invite(assessment, contact, neighbour.email)
    assert codes(neighbour, assessment) == {200}
    page = reverse("assessments:peer-revoke", args=[assessment.pk, review.pk])
    assert neighbour.email in browser(contact).get(page).content.decode()
    browser(contact).post(page)
    assert codes(neighbour, assessment) == {404}
    assert AuditEntry.objects.get(action="revoke_peer").by == contact
    roles = Membership.objects.in_force().filter(user=neighbour).values_list("role", flat=True)
    assert list(roles) == [Role.LAVA_CONTACT]
    assert invite(assessment, contact, neighbour.email)
    assert codes(neighbour, assessment) == {200}


def test_access_rests_while_the_assessment_is_not_in_review(assessment, contact, neighbour):
    invite(assessment, contact, neighbour.email)
    take_step(assessment=assessment, transition="return_for_changes", by=contact, note="Mend it.")
    assert codes(neighbour, assessment) == {404}
    take_step(
        assessment=fresh(assessment),
        transition="submit_for_review",
        by=assessment.proposal.preparer,
    )
    assert codes(neighbour, assessment) == {200}
    Assessment.objects.filter(pk=assessment.pk).update(status=Status.FINAL)
    assert codes(neighbour, assessment) == {404}


def test_ending_the_role_in_the_list_of_people_ends_it_too(assessment, contact, neighbour):
    invite(assessment, contact, neighbour.email)
    membership = Membership.objects.in_force().get(user=neighbour, role=Role.PEER_REVIEWER)
    people.end_membership(membership=membership, by=contact)
    assert codes(neighbour, assessment) == {404}


def test_the_clock_tidies_up_memberships_that_have_nothing_left(assessment, contact, neighbour):
    invite(assessment, contact, neighbour.email)
    peers.end_stays()
    assert Membership.objects.in_force().filter(role=Role.PEER_REVIEWER).count() == 1
    PeerReview.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    for _time in range(3):
        peers.end_stays()
    assert not Membership.objects.in_force().filter(role=Role.PEER_REVIEWER).exists()
    assert AuditEntry.objects.filter(action="end_peer_review").count() == 1
    assert periodic.remind


# --- The queue --------------------------------------------------------------------------------


def test_the_queue_tells_since_when_by_whom_and_how_far_the_oldest_first(assessment, contact):
    place = assessment.municipality
    older = factories.full_assessment(status=Status.IN_REVIEW, municipality=place, title="Old one")
    Assessment.objects.filter(pk=older.pk).update(status_since=timezone.now() - timedelta(days=9))
    older.status_changes.create(
        municipality=place,
        transition="submit_for_review",
        source="preparing",
        target="in_review",
        by=older.proposal.preparer,
    )
    factories.set_answers(older, qa__early="yes", qa__clear="no", qa__time="")
    factories.full_assessment(municipality=place, title="Not yet submitted")
    factories.full_assessment(status=Status.IN_REVIEW, title="Somewhere else")
    shown = browser(contact).get("/en/proposals/to-review/").content.decode()
    assert shown.index("Old one") < shown.index(assessment.proposal.title)
    assert "(9 days)" in shown
    assert f"submitted by {older.proposal.preparer}" in shown
    assert "2 of 14 review questions answered" in shown
    assert "Not yet submitted" not in shown
    assert "Somewhere else" not in shown


def test_the_navigation_counts_what_waits(assessment, contact):
    shown = browser(contact).get("/en/proposals/mine/").content.decode()
    link = shown.split("/en/proposals/to-review/")[1].split("</a>")[0]
    assert "To review" in link
    assert ">1<" in link
    preparer = browser(assessment.proposal.preparer)
    assert "/proposals/to-review/" not in preparer.get("/en/proposals/mine/").content.decode()
    assert preparer.get("/proposals/to-review/").status_code == 403
