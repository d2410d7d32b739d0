"""Who else is at a part: told to readers of drafts, gone after a minute, cheap."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments.actions import presence
from assessments.models import Presence
from municipalities.roles import Role
from tests import factories
from tests.factories import teams

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_assessment()


def browser(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def poll(client, assessment, part="rec", shown=""):
    url = reverse("assessments:presence", args=[assessment.pk, part])
    return client.post(url, {"shown": shown})


def test_colleagues_see_each_other_and_nobody_sees_oneself(assessment):
    anna = teams.member(assessment, "rec", name="Anna Autio")
    bertta = factories.user(Role.PREPARER, assessment.municipality, name="Bertta Berg")
    assert poll(browser(anna), assessment).status_code == 204
    # A second tab of one's own.
    assert poll(browser(anna), assessment).status_code == 204
    assert "Anna Autio" in poll(browser(bertta), assessment).content.decode()
    assert poll(browser(bertta), assessment, shown="Anna Autio").status_code == 204
    page = browser(bertta).get(reverse("assessments:assessment-part", args=[assessment.pk, "rec"]))
    assert "Anna Autio" in page.content.decode().split('class="presence')[1]
    other = browser(bertta).get(reverse("assessments:assessment-part", args=[assessment.pk, "dat"]))
    assert "Anna Autio" not in other.content.decode().split('class="presence')[1]
    light = reverse("assessments:assessment-light", args=[assessment.pk])
    assert "Anna Autio" in browser(bertta).get(light).content.decode()


def test_presence_ends_after_a_minute_and_is_forgotten_after_an_hour(assessment):
    anna = factories.user(Role.PREPARER, assessment.municipality, name="Anna Autio")
    poll(browser(anna), assessment)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=61))
    preparer = browser(assessment.proposal.preparer)
    gone = poll(preparer, assessment, shown="Anna Autio")
    assert gone.status_code == 200
    assert "Anna" not in gone.content.decode()
    Presence.objects.update(seen_at=timezone.now() - timedelta(hours=2))
    presence.forget_the_gone()
    assert not Presence.objects.exists()


def test_only_readers_of_the_draft_are_told_and_noted(assessment):
    place = assessment.municipality
    for stranger in (
        factories.user(Role.COORDINATOR, place.region),
        factories.user(Role.COUNCILLOR, place),
        factories.user(Role.CONTRIBUTOR, place),
        factories.user(Role.PREPARER, factories.municipality()),
    ):
        assert poll(browser(stranger), assessment).status_code == 404
    assert poll(Client(), assessment).status_code == 204
    assert not Presence.objects.exists()
    finished = factories.full_light_assessment(status="final", municipality=place)
    assert poll(browser(factories.user(Role.COUNCILLOR, place)), finished).status_code == 404
    assert poll(browser(assessment.proposal.preparer), assessment, "nothing").status_code == 404


def test_staying_costs_two_queries_beside_who_it_is(assessment):
    person = browser(assessment.proposal.preparer)
    poll(person, assessment)
    with CaptureQueriesContext(connection) as captured:
        poll(person, assessment)
    asked = [each["sql"] for each in captured if "presence" in each["sql"]]
    assert len(asked) == 2
    assert len(captured) == 3
