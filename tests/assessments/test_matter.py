"""The matter in more detail: what for, why now, and the way through the bodies (domain 2.1)."""

import pytest
from django.http import Http404
from django.test import Client
from django.utils import translation

from assessments import content, gates
from assessments.actions.rows import add_row
from assessments.actions.saving import Saved, save_value
from assessments.content.freezing import freeze
from assessments.models import PathStep
from assessments.phases import Extent, Phase
from assessments.progress import parts_of
from tests import factories
from tests.assessments.test_parts import part_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    return factories.full_assessment()


@pytest.fixture
def writer(full):
    client = Client()
    client.force_login(full.proposal.preparer)
    return client


def texts(assessment):
    with translation.override("en"):
        return [each.text for each in gates.missing("preparation", assessment)]


def test_the_full_preparation_begins_with_the_matter(full, writer):
    parts = parts_of(full, Phase.PREPARATION)
    assert parts[0].key == "matter"
    assert parts[0].url == part_url(full, "matter")
    page = writer.get(part_url(full, "matter")).content.decode()
    assert all(f'name="case.{each}"' in page for each in ("objective", "background", "links"))
    assert 'name="case.title"' not in page


def test_a_light_assessment_has_no_such_page():
    light = factories.assessment(extent=Extent.LIGHT)
    client = Client()
    client.force_login(light.proposal.preparer)
    assert client.get(part_url(light, "matter")).status_code == 404


def test_what_the_decision_is_for_must_be_told(full):
    assert texts(full) == []
    factories.set_answers(full, case__objective=" ")
    assert texts(full) == ["Not answered: What is the decision meant to achieve?"]


def test_a_body_on_the_way_says_what_it_does(full):
    step = add_row(
        assessment_id=full.pk, kind="pathstep", by=full.proposal.preparer, client_key="one"
    )
    assert texts(full) == [
        "A body on the way to the decision has not been chosen.",
        "It is not told what a body on the way to the decision does.",
    ]
    for field, value in (("body", full.proposal.body_id), ("role", "prepares")):
        step.refresh_from_db()
        saved = save_value(
            assessment_id=full.pk,
            slot=step.slot(field),
            value=value,
            base_version=step.version,
            by=full.proposal.preparer,
        )
        assert isinstance(saved, Saved)
    assert texts(full) == []


def test_basic_data_are_not_saved_as_answers(full):
    with pytest.raises(Http404):
        save_value(
            assessment_id=full.pk,
            slot="answer:case.title",
            value="Another title",
            base_version=0,
            by=full.proposal.preparer,
        )


def test_the_way_to_the_decision_is_told_to_readers(full):
    PathStep.objects.create(
        assessment=full,
        municipality=full.municipality,
        body=full.proposal.body,
        role="statement",
        date=full.proposal.meeting_date,
    )
    factories.set_answers(full, case__background="The lease of the house ends.")
    frozen = freeze(full, "en")
    assert frozen["format"] == content.FORMAT
    assert frozen["path"] == [
        {
            "body": full.proposal.body.name,
            "role": "Gives a statement",
            "day": content.day(full.proposal.meeting_date)
            | {"text": frozen["meeting_date"]["text"]},
        }
    ]
    told = {each["key"]: each["text"] for each in frozen["answers"]["matter"]}
    assert told["case.background"] == ["The lease of the house ends."]
