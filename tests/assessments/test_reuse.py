"""Starting from another assessment: what is offered, what is taken, and what never is."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from assessments import reuse
from assessments.actions.reusing import take_over
from assessments.loading import load_parts
from assessments.models import Assessment
from assessments.publishing import actions as publishing
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    made = factories.full_assessment("final", title="Closing of the village school")
    owner = {"assessment": made, "municipality": made.municipality}
    made.scopequestions.create(text="Who has the longest way?", **owner)
    made.evidences.create(type="research", title="Small schools", finding="It depends.", **owner)
    factories.set_answers(made, hpl__missed="Pupils of the special class.", grp__age=["a7_9"])
    return made


@pytest.fixture
def target():
    return factories.assessment("preparing", extent="full")


def offered(assessment):
    loaded = Assessment.objects.with_matter().get(pk=assessment.pk)
    load_parts([loaded])
    return {item.key: item for item in reuse.items(loaded)}


def test_the_way_of_working_is_offered_and_what_was_judged_is_not(source):
    kinds = {key.partition(":")[0] for key in offered(source)}
    assert kinds <= {"answer", *reuse.ROW_FIELDS}
    text = " ".join(item.text for item in offered(source).values())
    assert "Small schools" in text and "Pupils of the special class." in text
    # What staff and children there said tells nothing of those here.
    assert "Interview of staff" not in text
    assert source.hearings.get().said not in text
    assert source.answers.get(key="rec.summary").value[:40] not in text


def test_what_is_chosen_is_taken_over_with_its_source_named(source, target):
    preparer = target.proposal.preparer
    keys = [key for key, item in offered(source).items() if not key.startswith("alternative")]
    made = take_over(assessment=target, source=source, keys=keys, by=preparer)
    assert target.scopequestions.get().text == "Who has the longest way?"
    assert target.evidences.filter(title="Small schools").exists()
    values = dict(target.answers.values_list("key", "value"))
    assert values["hpl.missed"] == "Pupils of the special class." and values["grp.age"] == ["a7_9"]
    assert target.alternatives.count() == 1
    assert str(made) == f"Closing of the village school, {source.municipality.name}"
    slots = set(target.revisions.values_list("slot", flat=True))
    assert "answer:hpl.missed" in slots


def test_what_is_written_already_stays(source, target):
    factories.set_answers(target, hpl__missed="Our own words.")
    take_over(
        assessment=target, source=source, keys=["answer:hpl.missed"], by=target.proposal.preparer
    )
    assert target.answers.get(key="hpl.missed").value == "Our own words."


def test_taking_the_same_row_twice_adds_it_once(source, target):
    key = f"scopequestion:{source.scopequestions.get().pk}"
    for _time in range(2):
        take_over(assessment=target, source=source, keys=[key], by=target.proposal.preparer)
    assert target.scopequestions.count() == 1


def test_a_thing_that_is_not_offered_is_not_taken(source, target):
    keys = ["answer:rec.summary", f"hearing:{source.hearings.get().pk}", "x"]
    with pytest.raises(ValidationError):
        take_over(assessment=target, source=source, keys=keys, by=target.proposal.preparer)
    assert not target.answers.exists() and not target.hearings.exists()


def test_only_while_preparing(source):
    with pytest.raises(PermissionDenied):
        take_over(
            assessment=source, source=source, keys=["answer:grp.age"], by=source.proposal.preparer
        )


def test_a_draft_of_another_municipality_is_not_offered_but_a_published_one_is(source, target):
    preparer = target.proposal.preparer
    assert source not in Assessment.objects.reusable_by(preparer)
    client = Client()
    client.force_login(preparer)
    url = reverse("assessments:reuse-take", args=[target.pk, source.pk])
    assert client.get(url).status_code == 404
    contact = factories.user(Role.LAVA_CONTACT, source.municipality)
    publishing.publish(assessment=source, by=contact, is_privacy_checked=True)
    assert source in Assessment.objects.reusable_by(preparer)
    page = client.get(url)
    assert "Small schools" in page.content.decode()
    publishing.withdraw(assessment=source, by=contact, reason="The matter lapsed.")
    assert source not in Assessment.objects.reusable_by(preparer)


def test_nothing_ticked_is_told_beside_the_choices(source, target):
    contact = factories.user(Role.LAVA_CONTACT, source.municipality)
    publishing.publish(assessment=source, by=contact, is_privacy_checked=True)
    client = Client()
    client.force_login(target.proposal.preparer)
    url = reverse("assessments:reuse-take", args=[target.pk, source.pk])
    answer = client.post(url, {})
    assert answer.status_code == 422 and 'id="item-error"' in answer.content.decode()
