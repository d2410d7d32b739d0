"""Previewing, publishing and withdrawing in the browser."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments.models import Impact
from assessments.phases import Status
from assessments.publishing.actions import publish, withdraw
from assessments.publishing.models import Publication
from municipalities.roles import Role
from tests import factories
from tests.factories.assessments import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_light_assessment(Status.FINAL)


@pytest.fixture
def contact(assessment):
    return factories.user(Role.LAVA_CONTACT, assessment.municipality)


def url(assessment, tail=""):
    return f"/proposals/{assessment.pk}/publication/{tail}"


def test_the_preview_is_what_the_public_then_reads(client, log_in, assessment, contact):
    preview = log_in(contact).get(url(assessment)).content.decode()
    response = client.post(url(assessment))
    assert response.status_code == 302
    stored = Publication.objects.get().html
    # The report of this version exists from the publication on: the preview does not link to it.
    assert re.sub('<p class="actions">.*?</p>', "", stored, count=1) in preview
    assert stored in client.get(f"/summaries/{assessment.pk}/").content.decode()


@pytest.mark.parametrize(
    ("role", "expected"),
    [(Role.PREPARER, 403), (Role.COUNCILLOR, 403), (Role.REGISTRY, 200), (Role.LAVA_CONTACT, 200)],
)
def test_publishing_is_for_the_contact_and_the_registry(log_in, assessment, role, expected):
    client = log_in(factories.user(role, assessment.municipality))
    assert client.get(url(assessment)).status_code == expected
    assert client.get(url(assessment, "withdraw/")).status_code == expected


def test_another_municipality_does_not_find_it(log_in, assessment):
    client = log_in(factories.user(Role.LAVA_CONTACT))
    assert client.get(url(assessment)).status_code == 404
    assert client.post(url(assessment)).status_code == 404
    assert client.post(url(assessment, "withdraw/"), {"reason": "x"}).status_code == 404
    assert not Publication.objects.exists()


def test_an_identity_number_hinders_and_is_a_link_to_its_place(log_in, assessment, contact):
    impact = Impact.objects.filter(assessment=assessment).first()
    impact.text = "Oppilas 131052-308T tuli"
    impact.save()
    client = log_in(contact)
    page = client.get(url(assessment)).content.decode()
    assert f"/proposals/{assessment.pk}/parts/imp/#id_impact-{impact.pk}-text" in page
    assert client.post(url(assessment)).status_code == 422
    assert not Publication.objects.exists()


def test_a_telephone_number_must_be_looked_at(log_in, assessment, contact):
    factories.set_answers(assessment, rec__summary="Soita 040 123 4567.")
    client = log_in(contact)
    assert client.post(url(assessment)).status_code == 422
    assert not Publication.objects.exists()
    assert client.post(url(assessment), {"is_privacy_checked": "on"}).status_code == 302
    assert Publication.objects.exists()


def test_a_correction_needs_a_note(log_in, assessment, contact):
    publish(assessment=assessment, by=contact)
    client = log_in(contact)
    assert client.post(url(assessment)).status_code == 422
    assert client.post(url(assessment), {"change_note": "Numbers."}).status_code == 302
    assert sorted(Publication.objects.values_list("version", "is_current")) == [
        (1, False),
        (2, True),
    ]


def test_withdrawing_asks_by_name_and_keeps_the_reason(log_in, assessment, contact):
    publish(assessment=assessment, by=contact)
    client = log_in(contact)
    asked = client.get(url(assessment, "withdraw/")).content.decode()
    assert assessment.proposal.title in asked
    assert client.post(url(assessment, "withdraw/"), {"reason": ""}).status_code == 422
    assert client.post(url(assessment, "withdraw/"), {"reason": "Wrong table"}).status_code == 302
    assert Publication.objects.get().withdrawn_reason == "Wrong table"
    assert client.get(url(assessment)).status_code == 200


def test_an_unfinished_assessment_is_previewed_but_not_published(log_in):
    made = factories.assessment(Status.PREPARING)
    client = log_in(factories.user(Role.LAVA_CONTACT, made.municipality))
    page = client.get(url(made)).content.decode()
    assert f"/proposals/{made.pk}/" in page
    assert client.post(url(made)).status_code == 422


# --- Taking away and correcting what is public -------------------------------------------------


def test_what_is_public_is_withdrawn_by_the_registry_however_the_matter_stands(
    log_in, assessment, contact
):
    publish(assessment=assessment, by=contact)
    type(assessment).objects.filter(pk=assessment.pk).update(status=Status.PREPARING)
    type(assessment.proposal).objects.filter(pk=assessment.pk).update(title="A draft again")
    client = log_in(factories.user(Role.COUNCILLOR, assessment.municipality))
    assert client.get(url(assessment, "withdraw/")).status_code == 404
    client = log_in(factories.user(Role.REGISTRY, assessment.municipality))
    asked = client.get(url(assessment, "withdraw/"))
    assert assessment.proposal.title in asked.content.decode()
    assert "A draft again" not in asked.content.decode()
    answer = client.post(url(assessment, "withdraw/"), {"reason": "Wrong table"}, follow=True)
    assert answer.status_code == 200
    assert client.get(f"/summaries/{assessment.pk}/").status_code == 410


def test_the_matter_leads_to_what_is_public_in_any_status(log_in, assessment, contact):
    publish(assessment=assessment, by=contact)
    type(assessment).objects.filter(pk=assessment.pk).update(status=Status.PREPARING)
    client = log_in(contact)
    assert url(assessment) in client.get(f"/proposals/{assessment.pk}/").content.decode()
    assert url(assessment, "withdraw/") in client.get(url(assessment)).content.decode()
    client.post(url(assessment, "withdraw/"), {"reason": "Wrong table"})
    assert url(assessment) not in client.get(f"/proposals/{assessment.pk}/").content.decode()


def test_identity_numbers_are_refused_in_what_is_told_of_versions(log_in, assessment, contact):
    publish(assessment=assessment, by=contact)
    client = log_in(contact)
    for tail, field in (("", "change_note"), ("withdraw/", "reason")):
        answer = client.post(url(assessment, tail), {field: "Oppilas 131052-308T poistettiin"})
        assert answer.status_code == 422
        assert "131052-308T" in answer.context["form"].errors[field][0]
    assert Publication.objects.get().withdrawn_at is None


def test_a_withdrawn_pdf_is_left_to_those_who_prepare(log_in, assessment, contact):
    report = publish(assessment=assessment, by=contact)[0].report
    address = f"/proposals/{assessment.pk}/reports/{report.pk}/"
    people = {
        role: factories.user(role, assessment.municipality)
        for role in (Role.COUNCILLOR, Role.PREPARER)
    }
    assert log_in(people[Role.COUNCILLOR]).get(address).status_code == 200
    withdraw(assessment=assessment, by=contact, reason="Wrong table")
    assert log_in(people[Role.COUNCILLOR]).get(address).status_code == 403
    assert log_in(people[Role.PREPARER]).get(address).status_code == 200


def test_pages_cost_the_same_however_many_handlings(log_in, contact, assessment):
    client = log_in(contact)
    pages = (url(assessment), f"/proposals/{assessment.pk}/review/")

    def costs() -> list[int]:
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            found.append(len(queries))
        return found

    decide(assessment)
    costs()
    one = costs()
    for _number in range(3):
        decide(assessment)
    assert costs() == one


# --- The reminder before the decision -----------------------------------------------------------


def reminders(client, assessment):
    """Where the page of the matter and "My work" tell to publish."""
    matter = client.get(assessment.get_absolute_url()).context["also"]
    rows = client.get(reverse("assessments:work")).context["rows"]
    work = [each for row in rows for each in row["also"]]
    return [
        each.is_late
        for each in (*matter, *work)
        if each.url == reverse("publishing:publication-create", args=[assessment.pk])
    ]


@pytest.mark.parametrize("status", [Status.FINAL, Status.ON_AGENDA])
@pytest.mark.parametrize(
    ("role", "places"),
    [
        (Role.LAVA_CONTACT, 2),
        # "My work" is of those who prepare and review: the registry reads it on the matter.
        (Role.REGISTRY, 1),
    ],
)
def test_who_may_publish_is_reminded_until_the_summary_is_public(
    log_in, contact, status, role, places
):
    made = factories.full_light_assessment(
        status, municipality=contact.active_memberships[0].municipality
    )
    client = log_in(factories.user(role, made.municipality))
    assert reminders(client, made) == [False] * places
    publish(assessment=made, by=contact)
    assert reminders(client, made) == []
    withdraw(assessment=made, by=contact, reason="A name was shown.")
    assert reminders(client, made) == [False] * places


def test_the_reminder_is_late_after_the_day_of_the_agenda(log_in, assessment, contact):
    day = timezone.localdate() - timedelta(days=1)
    type(assessment.proposal).objects.filter(pk=assessment.pk).update(agenda_deadline=day)
    assert reminders(log_in(contact), assessment) == [True, True]


@pytest.mark.parametrize("status", [Status.IN_REVIEW, Status.DECIDED])
def test_nobody_is_reminded_before_the_approval_or_after_the_decision(log_in, contact, status):
    made = factories.full_light_assessment(
        status, municipality=contact.active_memberships[0].municipality
    )
    assert reminders(log_in(contact), made) == []


def test_neither_the_preparer_nor_the_matter_of_one_child_is_reminded(log_in, assessment, contact):
    assert reminders(log_in(assessment.proposal.preparer), assessment) == []
    factories.set_answers(assessment, scr__individual="yes")
    assert reminders(log_in(contact), assessment) == []
