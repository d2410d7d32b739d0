"""The table of steps, exhaustively: every status, step and role; the second person; the gates."""

import itertools

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from assessments import workflow
from assessments.actions.proposals import take_step
from assessments.models import Assessment, Screening
from assessments.phases import TRANSITIONS, Extent, Status
from assessments.screening import REQUIRED
from municipalities.models import AuditEntry
from municipalities.roles import PERMISSIONS, Role
from tests import factories
from tests.factories.assessments import decide

pytestmark = pytest.mark.django_db


def expected(status: Status, name: str, role: Role) -> bool:
    row = TRANSITIONS[name]
    return status in row.sources and row.permission in PERMISSIONS[role]


@pytest.mark.parametrize("status", Status)
def test_only_the_steps_of_the_table_are_taken_and_only_by_its_roles(status):
    made = factories.full_light_assessment(status=status)
    people = {
        role: factories.user(
            role, made.municipality.region if role.is_regional else made.municipality
        )
        for role in Role
    }
    for name, role in itertools.product(TRANSITIONS, Role):
        if expected(status, name, role):
            continue
        with pytest.raises(PermissionDenied) as refused:
            workflow.take(assessment=made, transition=name, by=people[role], note="Syy.")
        assert str(refused.value)
    made.refresh_from_db()
    assert made.status == status
    assert not made.status_changes.exists()


@pytest.mark.parametrize("name", TRANSITIONS)
def test_nobody_of_another_municipality_takes_a_step(name):
    status = min(TRANSITIONS[name].sources)
    made = factories.full_light_assessment(status=status)
    other = factories.municipality()
    for role in Role:
        person = factories.user(role, factories.region(code="99") if role.is_regional else other)
        with pytest.raises(PermissionDenied):
            workflow.take(assessment=made, transition=name, by=person, note="Syy.")


def prepared_for(name: str, status: Status) -> Assessment:
    """An assessment in which nothing stands in the way of one step."""
    made = factories.full_light_assessment(status=status)
    if name in ("start", "screen_out"):
        extent = Extent.LIGHT if name == "start" else Extent.NONE
        factories.set_answers(made, **{f"scr__{key}": "no" for key in SCREENED})
        Screening.objects.create(
            assessment=made,
            municipality=made.municipality,
            suggested=extent,
            chosen=extent,
            reason="Perustelu on kokonainen virke.",
            chosen_by=made.proposal.preparer,
            confirmed_by=made.proposal.preparer,
            confirmed_at=made.created_at,
        )
        Assessment.objects.filter(pk=made.pk).update(extent=extent)
    if name == "record_decision":
        decide(made)
    if name == "close":
        made.outcomes.create(
            municipality=made.municipality,
            point=made.followuppoints.get(),
            date=made.created_at.date(),
            realised="partly",
        )
    return Assessment.objects.get(pk=made.pk)


SCREENED = [key.partition(".")[2] for key in (*REQUIRED, "scr.type_trigger")]

TAKEABLE = [
    (name, status, role)
    for name, row in TRANSITIONS.items()
    for status in sorted(row.sources)
    for role in Role
    if expected(status, name, role)
]


@pytest.mark.parametrize(("name", "status", "role"), TAKEABLE)
def test_every_step_of_the_table_can_be_taken_by_its_roles(name, status, role):
    made = prepared_for(name, status)
    person = factories.user(role, made.municipality)
    taken = workflow.take(assessment=made, transition=name, by=person, note="Syy on tämä.")
    assert taken.status == TRANSITIONS[name].target
    (change,) = made.status_changes.all()
    assert (change.source, change.target, change.by) == (status, taken.status, person)
    assert (change.transition, change.note) == (name, "Syy on tämä.")
    assert AuditEntry.objects.filter(action=name, by=person).count() == 1


BY_ANOTHER = [name for name, row in TRANSITIONS.items() if row.by_another]


@pytest.mark.parametrize("name", BY_ANOTHER)
@pytest.mark.parametrize("role", [Role.PRESENTER, Role.LAVA_CONTACT])
def test_the_preparer_does_not_review_the_own_matter_whatever_the_role(name, role):
    place = factories.municipality()
    both = factories.user(role, place)
    made = factories.full_light_assessment(
        status=Status.IN_REVIEW, municipality=place, preparer=both
    )
    with pytest.raises(PermissionDenied):
        workflow.take(assessment=made, transition=name, by=both, note="Syy.")


@pytest.mark.parametrize("name", BY_ANOTHER)
def test_who_submitted_the_matter_of_another_does_not_review_it(name):
    place = factories.municipality()
    contact = factories.user(Role.LAVA_CONTACT, place)
    made = factories.full_light_assessment(status=Status.PREPARING, municipality=place)
    taken = workflow.take(assessment=made, transition="submit_for_review", by=contact)
    with pytest.raises(PermissionDenied):
        workflow.take(assessment=taken, transition=name, by=contact, note="Syy.")


def test_review_is_by_another_in_the_table():
    assert set(BY_ANOTHER) == {"return_for_changes", "approve"}


@pytest.mark.parametrize("name", [name for name, row in TRANSITIONS.items() if row.needs_note])
@pytest.mark.parametrize("note", ["", "  \n\t "])
def test_a_step_that_needs_a_reason_is_not_taken_without_one(name, note):
    status = min(TRANSITIONS[name].sources)
    made = prepared_for(name, status)
    person = factories.user(Role.LAVA_CONTACT, made.municipality)
    with pytest.raises(ValidationError) as refused:
        workflow.take(assessment=made, transition=name, by=person, note=note)
    assert "note" in refused.value.error_dict
    assert Assessment.objects.get(pk=made.pk).status == status


@pytest.mark.parametrize("name", [name for name, row in TRANSITIONS.items() if row.requirements])
def test_a_closed_gate_keeps_the_status_and_says_what_is_missing(name):
    row = TRANSITIONS[name]
    status = min(row.sources)
    made = factories.assessment(status=status, diary_number="")
    person = factories.user(Role.LAVA_CONTACT, made.municipality)
    with pytest.raises(workflow.GateClosed) as closed:
        workflow.take(assessment=made, transition=name, by=person)
    assert closed.value.missing
    assert all(each.text and each.url for each in closed.value.missing)
    assert Assessment.objects.get(pk=made.pk).status == status
    assert not made.status_changes.exists()


@pytest.mark.parametrize(("name", "other"), [("start", "screen_out"), ("screen_out", "start")])
def test_the_extent_decides_which_way_the_screening_ends(name, other):
    made = prepared_for(name, Status.DRAFT)
    with pytest.raises(workflow.GateClosed):
        workflow.take(assessment=made, transition=other, by=made.proposal.preparer)


def test_a_screening_opened_again_must_be_confirmed_again():
    made = factories.assessment(status=Status.SCREENED_OUT)
    by = made.proposal.preparer
    taken = take_step(assessment=made, transition="reopen_screening", by=by, note="Uutta tietoa.")
    assert (taken.status, taken.extent) == (Status.DRAFT, "")
    assert not Screening.objects.filter(assessment=made).exists()


# --- The same through the pages ---------------------------------------------------------------


def step_url(made, name):
    return reverse("assessments:step-take", args=[made.pk, name])


@pytest.mark.parametrize("status", Status)
def test_a_step_out_of_the_table_is_refused_with_the_reason(log_in, status):
    made = factories.full_light_assessment(status=status)
    client = log_in(factories.user(Role.LAVA_CONTACT, made.municipality))
    for name, row in TRANSITIONS.items():
        if status in row.sources:
            assert client.get(step_url(made, name)).status_code == 200
        else:
            for method in (client.get, client.post):
                response = method(step_url(made, name))
                assert response.status_code == 403
    made.refresh_from_db()
    assert made.status == status


def test_an_unknown_step_is_not_found(log_in):
    made = factories.assessment()
    client = log_in(made.proposal.preparer)
    assert client.post(step_url(made, "publish_everything")).status_code == 404


def test_what_is_missing_is_listed_as_links_and_the_note_is_kept(log_in):
    made = factories.assessment(status=Status.PREPARING)
    client = log_in(made.proposal.preparer)
    page = client.get(step_url(made, "submit_for_review"))
    missing = page.context["missing"]
    assert len(missing) > 5
    assert all(each.url.replace("&", "&amp;") in page.text for each in missing)
    response = client.post(step_url(made, "submit_for_review"), {"note": "Katso luku 3."})
    assert response.status_code == 422
    assert "Katso luku 3." in response.text


def test_the_walk_from_review_back_and_to_ready(client):
    made = factories.full_light_assessment(status=Status.PREPARING)
    preparer = made.proposal.preparer
    contact = factories.user(Role.LAVA_CONTACT, made.municipality)
    review = reverse("assessments:assessment-review", args=[made.pk])
    client.force_login(preparer)
    assert client.post(step_url(made, "submit_for_review")).status_code == 302
    page = client.get(review)
    assert not page.context["approve"]
    client.force_login(contact)
    page = client.get(review)
    assert page.context["approve"]
    refused = client.post(step_url(made, "return_for_changes"), {"note": " "})
    assert refused.status_code == 422
    client.post(step_url(made, "return_for_changes"), {"note": "Kuuleminen on liian ohut."})
    client.force_login(preparer)
    page = client.get(made.get_absolute_url())
    assert "Kuuleminen on liian ohut." in page.text
    assert client.get(review).status_code == 200
    client.post(step_url(made, "submit_for_review"))
    client.force_login(contact)
    assert "Kuuleminen on liian ohut." in client.get(review).text
    client.post(step_url(made, "approve"))
    made.refresh_from_db()
    assert made.status == Status.FINAL


def test_the_review_stays_within_its_queries(log_in, django_assert_max_num_queries):
    made = factories.full_light_assessment(status=Status.IN_REVIEW)
    client = log_in(factories.user(Role.LAVA_CONTACT, made.municipality))
    url = reverse("assessments:assessment-review", args=[made.pk])
    client.get(url)
    with django_assert_max_num_queries(16):
        client.get(url)


@pytest.mark.parametrize("note", ["x" * 2001, "a\x00b", "\x1b[0m"])
def test_a_bad_note_is_refused_beside_its_field(log_in, note):
    made = factories.assessment(status=Status.PREPARING)
    response = log_in(made.proposal.preparer).post(step_url(made, "withdraw"), {"note": note})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["note"]
    made.refresh_from_db()
    assert made.status == Status.PREPARING


def test_recording_a_lapse_names_the_matter(log_in):
    made = factories.assessment(status=Status.PREPARING, title="Leikkipuiston siirto")
    page = log_in(made.proposal.preparer).get(step_url(made, "withdraw"))
    assert "Leikkipuiston siirto" in page.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_step_that_has_been_taken_leads_back_to_the_matter(log_in, method):
    made = factories.full_light_assessment(status=Status.PREPARING)
    client = log_in(made.proposal.preparer)
    url = reverse("assessments:step-take", args=[made.pk, "submit_for_review"])
    never = reverse("assessments:step-take", args=[made.pk, "close"])
    matter = made.get_absolute_url()
    assert client.post(url, {"note": ""}).status_code == 302
    answer = getattr(client, method)(url)
    assert (answer.status_code, answer.url) == (302, matter)
    told = [str(each) for each in client.get(matter).context["messages"]]
    assert len(told) == 2
    made.refresh_from_db()
    assert made.status == Status.IN_REVIEW
    assert made.status_changes.count() == 1
    # A step that never was taken is refused as before.
    assert getattr(client, method)(never).status_code == 403
