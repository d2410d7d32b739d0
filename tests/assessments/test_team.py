"""Who of a team writes what: the policy and the condition of the saving statement say the same."""

import itertools

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessments import gates, policies
from assessments.actions.rows import add_row
from assessments.actions.saving import Saved, save_value
from assessments.forms.parts.table import FULL_PARTS, PART_OF, ROW_KINDS
from assessments.models import ROWS, Assessment, Proposal, TeamMember
from assessments.phases import WRITABLE, Status
from assessments.questions.assigning import ASSIGNABLE, PART_OF_ROWS, assignable_parts
from municipalities.models import Membership, User
from municipalities.roles import Permission, Role
from tests import factories
from tests.factories import teams

pytestmark = pytest.mark.django_db

# Every row of the table of rights, and the fields that belong elsewhere than their row.
VALUES = [
    *(tuple(key.partition(".")[::2]) for key in WRITABLE),
    ("impact", "no_mitigation_reason"),
    ("impact", "text"),
    ("crc", "crc.short"),
    ("cmp", "cmp.uncertainty"),
    ("rec", "rec.summary"),
]


def fresh(made):
    """As the next request reads it."""
    return Assessment.objects.select_related("municipality", "proposal").get(pk=made.pk)


def everybody(made) -> dict[str, User]:
    """People of every role, in the team and out of it, guests and strangers."""
    place = made.municipality
    people = {
        f"{role} of no team": factories.user(role, place.region if role.is_regional else place)
        for role in Role
    }
    parts = assignable_parts(made.extent)
    for role in (Role.CONTRIBUTOR, Role.FACILITATOR):
        people[f"{role} of everything"] = teams.member(made, *parts, role=role)
        people[f"{role} of nothing"] = teams.member(made, role=role)
        for part in parts:
            people[f"{role} of {part}"] = teams.member(made, part, role=role)
    other = factories.assessment(status=made.status, extent=made.extent, municipality=place)
    people["contributor elsewhere"] = teams.member(other, *parts)
    people["named without a role"] = teams.member(made, *parts, person=factories.user())
    neighbour = factories.user(Role.CONTRIBUTOR, factories.municipality())
    people["of the neighbour"] = teams.member(made, *parts, person=neighbour)
    people["guest"] = teams.guest(made)
    people["guest of yesterday"] = teams.guest(made, days=-1)
    people["guest sent away"] = teams.guest(made, revoked=True)
    people["guest elsewhere"] = teams.guest(other)
    people["guest without membership"] = teams.guest(made, person=factories.user())
    return people


EXTENTS = [
    *itertools.product(set(Status) - {Status.DRAFT, Status.SCREENED_OUT}, ("light", "full")),
    (Status.DRAFT, ""),
    (Status.SCREENED_OUT, "none"),
]


@pytest.mark.parametrize(("status", "extent"), sorted(EXTENTS))
def test_the_policy_and_the_saving_statement_agree_on_everybody(status, extent):
    made = factories.assessment(status=status, extent=extent)
    found = fresh(made)
    for name, person in everybody(made).items():
        for part, field in VALUES:
            decision = policies.can_write(person, found, part, field)
            in_sql = Assessment.objects.writable_by(person, part, field).filter(pk=made.pk)
            assert bool(decision) == in_sql.exists(), (name, part, field)
            assert decision or decision.reason
        visible = Assessment.objects.visible_to(person).filter(pk=made.pk).exists()
        assert visible == Proposal.objects.visible_to(person).filter(pk=made.pk).exists()
        drafts = Assessment.objects.drafts_for(person).filter(pk=made.pk).exists()
        assert drafts == bool(policies.can_read_drafts(person, found)), name
        assert visible or not drafts


@pytest.mark.parametrize("extent", ["light", "full"])
@pytest.mark.parametrize("part", assignable_parts("full"))
def test_a_member_of_the_working_group_writes_exactly_what_is_assigned(extent, part):
    if part not in assignable_parts(extent):
        return
    made = factories.assessment(extent=extent)
    person = teams.member(made, part)
    writes = {
        key
        for key in FULL_PARTS
        if key in assignable_parts(extent)
        and policies.can_write(person, fresh(made), FULL_PARTS[key].right)
    }
    assert writes == {part}


def test_a_facilitator_writes_hearings_only_whatever_is_assigned():
    made = factories.assessment(extent="full")
    person = teams.member(made, "hre", "rec", role=Role.FACILITATOR)
    assert policies.can_write(person, fresh(made), "hearing")
    refused = policies.can_write(person, fresh(made), "rec")
    assert not refused
    assert str(person) in refused.reason


def test_the_reason_names_who_is_assigned():
    made = factories.assessment(extent="full")
    anna = teams.member(made, "hre", name="Anna Autio")
    teams.member(made, "imp", name="Bertta Berg")
    assert "Bertta Berg" in policies.can_write(anna, fresh(made), "impact").reason
    assert "Bertta" not in policies.can_write(anna, fresh(made), "rec").reason


def test_every_row_of_an_assignable_part_is_known_to_the_rights():
    """Who adds a kind of row to a part adds it to ``PART_OF_ROWS``."""
    parts = set().union(*ASSIGNABLE.values())
    missing = {kind for kind in ROWS if PART_OF.get(kind) in parts} - set(PART_OF_ROWS)
    assert missing == set()
    assert all(PART_OF[kind] == part for kind, part in PART_OF_ROWS.items() if kind in PART_OF)
    assert "teammember" in ROW_KINDS


def test_what_is_assigned_is_saved_and_the_rest_refused():
    made = factories.full_assessment()
    anna = teams.member(made, "hre")
    hearing = made.hearings.get()
    own = {"assessment_id": made.pk, "base_version": 1, "by": anna}
    assert isinstance(save_value(slot=hearing.slot("said"), value="Anna", **own), Saved)
    with pytest.raises(PermissionDenied, match=r"\S"):
        save_value(slot="answer:rec.summary", value="Anna", **own)
    assert add_row(assessment_id=made.pk, kind="hearing", by=anna)
    with pytest.raises(PermissionDenied):
        add_row(assessment_id=made.pk, kind="evidence", by=anna)
    with pytest.raises(PermissionDenied):
        add_row(assessment_id=made.pk, kind="teammember", by=anna)
    other = factories.full_assessment(municipality=made.municipality)
    with pytest.raises(Http404):
        save_value(**own | {"assessment_id": other.pk}, slot="answer:rec.summary", value="Anna")


def test_a_save_costs_a_member_of_the_team_as_many_queries_as_the_preparer(log_in):
    made = factories.full_assessment()
    anna = teams.member(made, "rec")
    slot, base, asked = "answer:rec.summary", 1, {}
    for name, person in (("preparer", made.proposal.preparer), ("anna", anna)):
        with CaptureQueriesContext(connection) as captured:
            saved = save_value(
                assessment_id=made.pk,
                slot=slot,
                value=f"By {name}.",
                base_version=base,
                by=User.objects.prefetch_related("memberships").get(pk=person.pk),
            )
        base, asked[name] = saved.version, len(captured)
    assert asked["anna"] == asked["preparer"]


def test_the_next_action_of_a_member_of_the_team_lies_in_her_parts(log_in):
    made = factories.assessment()
    anna = teams.member(made, "rec")
    work = log_in(anna).get("/en/proposals/mine/").content.decode()
    assert "Write your part: Recommendation and summary" in work
    TeamMember.objects.filter(user=anna).update(parts=[])
    work = log_in(anna).get("/en/proposals/mine/").content.decode()
    assert "Nothing is missing in your parts" in work


def test_a_right_taken_away_while_typing_refuses_and_keeps_the_text():
    made = factories.full_assessment()
    anna = teams.member(made, "hre", "rec")
    client = Client()
    client.force_login(anna)
    page = reverse("assessments:assessment-part", args=[made.pk, "rec"])
    assert client.get(page).status_code == 200
    TeamMember.objects.filter(user=anna).update(parts=["hre"])
    typed = {"rec.conditions": "What Anna had written meanwhile.", "versions": "{}"}
    answer = client.post(page, typed)
    assert answer.status_code == 403
    assert "What Anna had written meanwhile." in answer.content.decode()
    save = reverse("assessments:value-save", args=[made.pk])
    answer = client.post(save, {"slot": "answer:rec.conditions", "value": "x", "base": "0"})
    assert answer.status_code == 403
    assert answer.json()["errors"]
    Membership.objects.filter(user=anna).delete()
    assert client.get(page).status_code == 404


@pytest.mark.parametrize("whom", ["of the neighbour", "nobody", "councillor", "closed"])
def test_a_forged_person_is_not_taken_into_the_team(whom):
    made = factories.full_assessment()
    place = made.municipality
    forged = {
        "of the neighbour": lambda: factories.user(Role.PREPARER, factories.municipality()).pk,
        "nobody": lambda: 999_999,
        "councillor": lambda: factories.user(Role.COUNCILLOR, place).pk,
        "closed": lambda: factories.user(Role.CONTRIBUTOR, place, is_active=False).pk,
    }[whom]()
    client = Client()
    client.force_login(made.proposal.preparer)
    row = made.teammembers.first()
    save = reverse("assessments:value-save", args=[made.pk])
    answer = client.post(save, {"slot": row.slot("user"), "value": forged, "base": row.version})
    assert answer.status_code == 422
    page = reverse("assessments:assessment-part", args=[made.pk, "team"])
    answer = client.post(page, {f"teammember-{row.pk}-user": forged, "versions": "{}"})
    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.user_id is None


def test_the_team_is_put_together_on_its_page_and_shown_where_it_matters(log_in):
    made = factories.full_assessment()
    anna = factories.user(Role.CONTRIBUTOR, made.municipality, name="Anna Autio")
    client = log_in(made.proposal.preparer)
    page = reverse("assessments:assessment-part", args=[made.pk, "team"])
    assert anna.name in client.get(page).content.decode()
    row = made.teammembers.first()
    name = f"teammember-{row.pk}"
    saved = client.post(
        page,
        {
            f"{name}-user": anna.pk,
            f"{name}-parts": ["hre", "imp"],
            f"{name}-name": "",
            "versions": "{}",
        },
    )
    assert saved.status_code == 302
    row.refresh_from_db()
    assert (row.user, row.parts) == (anna, ["hre", "imp"])
    matter = client.get(f"/en/proposals/{made.pk}/").content.decode()
    assert matter.count("Assigned to: Anna Autio") == 2
    assert (
        "Assigned to: Anna Autio"
        in client.get(f"/en/proposals/{made.pk}/parts/imp/").content.decode()
    )


def test_a_member_of_the_working_group_sees_the_assessments_of_her_teams_only(log_in):
    made = factories.full_assessment()
    other = factories.full_light_assessment(status="final", municipality=made.municipality)
    anna = teams.member(made, "hre")
    client = log_in(anna)
    assert client.get(made.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404
    work = client.get(reverse("assessments:work")).content.decode()
    assert made.get_absolute_url() in work
    made.teammembers.filter(user=anna).update(removed_at=made.created_at)
    assert client.get(made.get_absolute_url()).status_code == 404


def test_a_full_assessment_needs_two_people_of_two_sectors():
    made = factories.full_assessment()
    assert gates.missing("preparation", made) == []
    made.teammembers.update(sector="education")
    (missing,) = gates.missing("preparation", made)
    assert missing.url.startswith(reverse("assessments:assessment-part", args=[made.pk, "team"]))


def test_nobody_but_the_three_roles_of_a_team_or_a_review_lacks_a_right_of_its_own():
    alone = {Permission.CONTRIBUTE, Permission.FACILITATE, Permission.PEER_REVIEW}
    place = factories.municipality()
    for role in (Role.CONTRIBUTOR, Role.FACILITATOR, Role.PEER_REVIEWER):
        person = factories.user(role, place)
        assert not any(person.has_permission_in(each, place) for each in set(Permission) - alone)
