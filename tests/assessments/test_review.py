"""The quality review: its questions, who answers them, the gate and what is kept of a round."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import translation

from assessments import gates, quality
from assessments.actions.proposals import take_step
from assessments.actions.saving import save_value
from assessments.loading import load_parts
from assessments.questions import is_required, one_value_questions
from assessments.workflow import GateClosed
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_assessment("in_review")


@pytest.fixture
def reviewer(assessment):
    return factories.user(Role.LAVA_CONTACT, assessment.municipality)


def save(assessment, key, value, by, version=0):
    return save_value(
        assessment_id=assessment.pk,
        slot=f"answer:{key}",
        value=value,
        base_version=version,
        by=by,
    )


def answer_all(assessment, verdict="ready", **others):
    """Every review question answered "yes", some otherwise."""
    for each in one_value_questions("qa", "full"):
        if is_required(each, "full"):
            value = verdict if each.key == "qa.verdict" else others.get(each.field, "yes")
            factories.set_answers(assessment, **{each.key.replace(".", "__"): value})


def test_another_person_answers_the_review_questions_and_the_preparer_does_not(
    assessment, reviewer
):
    assert save(assessment, "qa.children", "yes", reviewer).version == 1
    # Also where the row exists and one conditional update would do.
    with pytest.raises(PermissionDenied):
        save(assessment, "qa.children", "no", assessment.proposal.preparer, version=1)
    assert save(assessment, "qa.children", "partly", reviewer, version=1).version == 2


def test_who_submitted_it_does_not_review_it(assessment, reviewer):
    assessment.status_changes.create(
        municipality=assessment.municipality,
        transition="submit_for_review",
        source="preparing",
        target="in_review",
        by=reviewer,
    )
    with pytest.raises(PermissionDenied):
        save(assessment, "qa.gaps", "yes", reviewer)


def test_the_review_is_written_only_while_in_review(reviewer, assessment):
    type(assessment).objects.filter(pk=assessment.pk).update(status="preparing")
    with pytest.raises(PermissionDenied):
        save(assessment, "qa.gaps", "yes", reviewer)


def test_a_full_assessment_is_approved_after_the_whole_review(assessment, reviewer):
    with pytest.raises(GateClosed) as closed:
        take_step(assessment=assessment, transition="approve", by=reviewer)
    wanted = sum(is_required(each, "full") for each in one_value_questions("qa", "full"))
    assert len(closed.value.missing) == wanted == 14
    assert all("/parts/qa/#id_qa." in each.url for each in closed.value.missing)
    answer_all(assessment, verdict="complete")
    with pytest.raises(GateClosed) as closed:
        take_step(assessment=assessment, transition="approve", by=reviewer)
    assert len(closed.value.missing) == 1
    answer_all(assessment)
    assert take_step(assessment=assessment, transition="approve", by=reviewer).status == "final"


@pytest.mark.parametrize("verdict", ["", "complete", "ready"])
def test_matter_review_and_approval_miss_the_same_things(assessment, reviewer, client, verdict):
    if verdict:
        answer_all(assessment, verdict=verdict)
    client.force_login(reviewer)
    matter = client.get(assessment.get_absolute_url())
    review = client.get(reverse("assessments:assessment-review", args=[assessment.pk]))
    (step,) = [each for each in matter.context["transitions"] if each["name"] == "approve"]
    missing = {"": 14, "complete": 1, "ready": 0}[verdict]
    assert len(matter.context["missing"]) == missing
    assert matter.context["missing"] == review.context["missing"]
    assert bool(step["reason"]) == bool(missing)
    assert ('id="why-approve"' in review.content.decode()) == bool(missing)
    if missing:
        with pytest.raises(GateClosed) as closed:
            take_step(assessment=assessment, transition="approve", by=reviewer)
        assert [each.url for each in closed.value.missing] == [
            each.url for each in matter.context["missing"]
        ]
    else:
        take_step(assessment=assessment, transition="approve", by=reviewer)


def test_a_light_assessment_needs_no_review_questions_but_keeps_to_a_verdict():
    light = factories.full_light_assessment("in_review")
    assert gates.missing("review", light) == []
    factories.set_answers(light, qa__verdict="return")
    assert len(gates.missing("review", light)) == 1


def test_a_round_is_kept_as_it_was_and_the_next_begins_with_it(assessment, reviewer):
    answer_all(assessment, verdict="return", children="partly")
    factories.set_answers(assessment, qa__children__comment="Special classes were not heard.")
    take_step(assessment=assessment, transition="return_for_changes", by=reviewer, note="See below")
    factories.set_answers(assessment, qa__children="yes")
    kept = assessment.reviews.get()
    assert (kept.verdict, kept.answers["qa.children"], kept.by) == ("return", "partly", reviewer)
    (line,) = quality.shortcomings(kept.answers)
    assert line.endswith("Special classes were not heard.")
    client = Client()
    client.force_login(reviewer)
    page = client.get(reverse("assessments:assessment-review", args=[assessment.pk]))
    assert "Special classes were not heard." in page.content.decode()


def test_what_was_found_wanting_stands_in_the_note_to_the_preparer(assessment, reviewer):
    answer_all(assessment, verdict="return", gaps="no")
    client = Client()
    client.force_login(reviewer)
    page = client.get(reverse("assessments:assessment-review", args=[assessment.pk]))
    assert page.context["form"].initial["note"].count("\n") == 0
    assert page.context["form"].initial["note"].startswith("– ")


def signs_of(assessment):
    loaded = type(assessment).objects.with_matter().get(pk=assessment.pk)
    load_parts([loaded])
    return {sign.key: sign for sign in quality.signs(loaded)}


def test_the_meter_sees_what_is_there_and_what_is_not():
    empty = factories.assessment("preparing", extent="full")
    states = {key: sign.state for key, sign in signs_of(empty).items()}
    assert states["qa.children"] == states["qa.gaps"] == states["qa.clear"] == "missing"
    whole = factories.full_assessment("preparing")
    states = {key: sign.state for key, sign in signs_of(whole).items()}
    assert states["qa.gaps"] == states["qa.mitigation"] == "good"


def test_the_meter_is_no_verdict_on_the_youth_council_alone():
    made = factories.full_assessment("preparing")
    made.hearings.update(method="youthcouncil")
    assert signs_of(made)["qa.children"].state == "partly"


def test_long_sentences_and_long_summaries_are_seen():
    made = factories.full_assessment("preparing")
    factories.set_answers(made, rec__summary="Short. And clear. " * 10)
    assert signs_of(made)["qa.clear"].state == "good"
    factories.set_answers(made, rec__summary="word " * 60 + ".")
    assert signs_of(made)["qa.clear"].state == "partly"
    factories.set_answers(made, rec__summary="Short. " * 400)
    assert signs_of(made)["qa.clear"].state == "partly"


@pytest.mark.parametrize(
    ("texts", "state", "text"),
    [
        (["", "", "", ""], "missing", "The rights of the child have not been gone through."),
        (["Short."] * 4, "partly", "The answers are short."),
        (["Long enough. " * 10] * 3 + ["Short."], "partly", "The answers are short."),
        (["Long enough. " * 10] * 4, "good", "The four general principles have been gone through."),
    ],
)
def test_short_answers_on_the_rights_are_not_missing_ones(assessment, texts, state, text):
    keys = ("crc__art2", "crc__art3", "crc__art6", "crc__art12")
    factories.set_answers(assessment, **dict(zip(keys, texts, strict=True)))
    with translation.override("en"):
        sign = signs_of(assessment)["qa.rights"]
    assert (sign.state, sign.text) == (state, text)


def test_the_meter_sees_a_recommendation_against_the_matrix():
    made = factories.full_light_assessment("preparing")

    def sign():
        with translation.override("en"):
            return signs_of(made)["qa.negative"]

    assert sign().state == "good"
    factories.set_answers(made, rec__best="1")
    remark = "has more harms than A0: say in the reasons why it is still the best."
    assert sign().state == "partly"
    assert sign().text.endswith(remark)
    assert sign().url.endswith("/parts/rec/")
    assert gates.missing("preparation", made) == []
    made.impacts.filter(alternative__number=0, dimension="leisure").update(direction="neg")
    assert sign().state == "good"


def test_the_meter_of_a_light_assessment_asks_less():
    light = factories.full_light_assessment("preparing")
    assert set(signs_of(light)) < set(signs_of(factories.full_assessment("preparing")))


def test_the_review_page_shows_what_can_be_seen_beside_each_question(assessment, reviewer):
    client = Client()
    client.force_login(reviewer)
    page = client.get(reverse("assessments:assessment-part", args=[assessment.pk, "qa"]))
    assert signs_of(assessment)["qa.gaps"].text in page.content.decode()
