"""What was reviewed stays as it was reviewed; the calendar and the registry go on."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from assessments import workflow
from assessments.actions.saving import Saved, save_value
from assessments.actions.screening import choose_extent, confirm_extent
from assessments.models import Assessment, Proposal
from assessments.phases import Status
from assessments.screening import REQUIRED
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db

CONTENT = ("title", "title_alt", "description", "area", "sector", "language", "type")


def save(made, field, value):
    return save_value(
        assessment_id=made.pk,
        slot=made.proposal.slot(field),
        value=value,
        base_version=made.proposal.version,
        by=made.proposal.preparer,
    )


@pytest.mark.parametrize("status", [Status.IN_REVIEW, Status.FINAL, Status.ON_AGENDA])
@pytest.mark.parametrize("field", CONTENT)
def test_the_content_of_the_matter_is_not_changed_after_the_preparation(status, field):
    made = factories.full_light_assessment(status)
    with pytest.raises(PermissionDenied):
        save(made, field, "sv" if field == "language" else "other")


@pytest.mark.parametrize("status", [Status.PREPARING, Status.FINAL, Status.ON_AGENDA])
def test_the_diary_number_is_written_until_the_decision(status):
    made = factories.full_light_assessment(status)
    assert isinstance(save(made, "diary_number", "77/2026"), Saved)


def test_another_type_would_need_another_screening():
    made = factories.full_light_assessment(Status.PREPARING)
    with pytest.raises(PermissionDenied):
        save(made, "type", "school_network")


def test_the_form_shows_what_cannot_be_changed_and_saves_the_rest(log_in):
    made = factories.full_light_assessment(Status.FINAL)
    client = log_in(made.proposal.preparer)
    url = reverse("assessments:proposal-update", args=[made.pk])
    page = client.get(url)
    form = page.context["form"]
    assert form.fields["title"].disabled
    assert not form.fields["diary_number"].disabled
    data = {name: form[name].value() or "" for name in form.fields}
    data |= {"title": "Another matter", "diary_number": "88/2026"}
    data |= {"versions": page.context["versions"], "owner": page.context["owner"]}
    assert client.post(url, data).status_code == 302
    stored = Proposal.objects.get(pk=made.pk)
    assert (stored.title, stored.diary_number) == (made.proposal.title, "88/2026")


def screened(**answers):
    made = factories.assessment(Status.DRAFT, type="organisation")
    given = dict.fromkeys(REQUIRED, "no") | {"scr.affects": "direct", "scr.count": "50-249"}
    given |= {"scr.share": "yes", "scr.access": "yes", "scr.money": "yes", "scr.permanent": "yes"}
    for key, value in (given | answers).items():
        factories.set_answers(made, **{key.replace(".", "__"): value})
    return Assessment.objects.get(pk=made.pk)


def test_a_lowered_extent_is_confirmed_only_for_the_answers_it_was_chosen_for():
    made = screened()
    preparer = made.proposal.preparer
    contact = factories.user(Role.LAVA_CONTACT, made.municipality)
    choose_extent(
        assessment=made, extent="light", reason="A light assessment is enough here.", by=preparer
    )
    save_value(
        assessment_id=made.pk, slot="answer:scr.network", value="yes", base_version=1, by=preparer
    )
    with pytest.raises(PermissionDenied):
        confirm_extent(assessment=made, by=contact)
    assert Assessment.objects.get(pk=made.pk).status == Status.DRAFT


def test_a_matter_of_one_child_is_seen_by_its_preparers_only(log_in):
    made = factories.assessment(Status.SCREENED_OUT)
    factories.set_answers(made, scr__individual="yes")
    place = made.municipality
    councillor = factories.user(Role.COUNCILLOR, place)
    coordinator = factories.user(Role.COORDINATOR, place.region)
    assert Proposal.objects.visible_to(made.proposal.preparer).exists()
    for person in (councillor, coordinator):
        assert not Proposal.objects.visible_to(person).exists()
        assert not Assessment.objects.visible_to(person).exists()
    factories.set_answers(made, scr__individual="no")
    assert Proposal.objects.visible_to(councillor).exists()


def test_the_step_and_the_save_do_not_cross():
    """After the step the same save is refused: the statement itself looks at the status."""
    made = factories.full_light_assessment(Status.PREPARING)
    preparer = made.proposal.preparer
    save_value(
        assessment_id=made.pk, slot="answer:rec.summary", value="Kept.", base_version=1, by=preparer
    )
    workflow.take(assessment=made, transition="submit_for_review", by=preparer)
    with pytest.raises(PermissionDenied):
        save_value(
            assessment_id=made.pk, slot="answer:rec.summary", value="", base_version=2, by=preparer
        )
