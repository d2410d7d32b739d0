"""Opening a matter, keeping its basic data, the list, "My work" and the task list."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from assessments import content, progress
from assessments.actions.proposals import create_proposal, take_step, update_proposal
from assessments.loading import load_parts
from assessments.models import (
    Alternative,
    Assessment,
    CouncillorQuestion,
    FollowUpPoint,
    Outcome,
    Proposal,
    Revision,
    Screening,
)
from assessments.phases import Phase, Status
from assessments.publishing.actions import publish
from assessments.questions.decision_types import dimensions_for
from assessments.workflow import take
from municipalities.models import AuditEntry
from municipalities.roles import Role
from tests import factories
from tests.factories.assessments import decide

pytestmark = pytest.mark.django_db

MEETING = date(2027, 3, 16)


@pytest.fixture
def place():
    return factories.municipality(language_status="fi-sv")


@pytest.fixture
def preparer(place):
    return factories.user(Role.PREPARER, place)


@pytest.fixture
def body(place):
    return factories.body(place)


def opened(preparer, body, **fields) -> Proposal:
    values = {
        "title": "Kirkonkylän koulun tulevaisuus",
        "type": "school_network",
        "sector": "education",
        "description": "Koulu lakkautettaisiin.",
        "body": body,
        "meeting_date": MEETING,
    }
    return create_proposal(by=preparer, municipality=body.municipality, **{**values, **fields})


def form_data(body, preparer, **fields) -> dict:
    values = {
        "municipality": body.municipality_id,
        "title": "Kirkonkylän koulun tulevaisuus",
        "type": "school_network",
        "sector": "education",
        "description": "Koulu lakkautettaisiin.",
        "body": body.pk,
        "meeting_date": "2027-03-16",
        "preparer": preparer.pk,
        "language": "fi",
    }
    return {**values, **fields}


# --- Opening a matter -------------------------------------------------------------------------


def test_a_new_matter_is_born_with_all_that_its_assessment_needs(preparer, body):
    proposal = opened(preparer, body)
    assessment = proposal.assessment
    assert assessment.status == Status.DRAFT
    assert assessment.pk == proposal.pk
    assert proposal.agenda_deadline == MEETING - timedelta(days=14)
    assert proposal.preparer == preparer
    (zero,) = assessment.alternatives.all()
    assert (zero.number, bool(zero.name)) == (0, True)
    scopes = assessment.dimensionscopes.all()
    assert len(scopes) == 12
    assert {each.dimension for each in scopes if each.is_relevant} == set(
        dimensions_for("school_network")
    )
    assert AuditEntry.objects.filter(action="create_proposal", by=preparer).count() == 1


def test_every_value_of_a_new_matter_has_its_first_place_in_the_history(preparer, body):
    proposal = opened(preparer, body)
    history = Revision.objects.filter(assessment=proposal.assessment)
    title = history.get(slot=proposal.slot("title"))
    assert (title.version, title.value, title.by) == (1, proposal.title, preparer)
    meeting = history.get(slot=proposal.slot("meeting_date"))
    assert meeting.value == "2027-03-16"
    assert history.count() == 13 + len(Alternative.SLOTS) + 12 * 2


def test_the_first_alternative_is_named_in_the_language_of_the_assessment(preparer, body):
    names = set()
    for language in ("fi", "sv"):
        with override("en"):
            zero = opened(preparer, body, language=language).assessment.alternatives.get()
        with override(language):
            names.add(zero.name)
    assert all(names)


def test_the_deadline_follows_the_municipality(preparer, body):
    body.municipality.agenda_lead_days = 21
    body.municipality.save()
    assert opened(preparer, body).agenda_deadline == MEETING - timedelta(days=21)


def test_only_those_who_prepare_matters_open_them(place, body):
    for role in (Role.COUNCILLOR, Role.REGISTRY):
        with pytest.raises(PermissionDenied):
            opened(factories.user(role, place), body)
    with pytest.raises(PermissionDenied):
        opened(factories.user(Role.PREPARER), body)


def test_a_body_of_another_municipality_is_refused_by_the_rule_too(preparer, place):
    with pytest.raises(ValidationError) as refused:
        create_proposal(
            by=preparer,
            municipality=place,
            title="Koulun tulevaisuus",
            type="other",
            sector="other",
            description="Teksti.",
            body=factories.body(),
            meeting_date=MEETING,
        )
    assert "body" in refused.value.error_dict
    assert not Proposal.objects.exists()


def test_the_form_opens_a_matter_and_leads_to_the_screening(log_in, preparer, body):
    client = log_in(preparer)
    page = client.get(reverse("assessments:proposal-create"))
    assert page.status_code == 200
    response = client.post(reverse("assessments:proposal-create"), form_data(body, preparer))
    proposal = Proposal.objects.get()
    assert response.url == reverse("assessments:screening-update", args=[proposal.pk])
    assert proposal.agenda_deadline == date(2027, 3, 2)


def test_pressing_twice_opens_one_matter(log_in, preparer, body):
    client, address = log_in(preparer), reverse("assessments:proposal-create")
    data = form_data(body, preparer, key=client.get(address).context["key"])
    first, again = (client.post(address, data) for _press in range(2))
    assert first.url == again.url
    assert Proposal.objects.count() == 1
    other = form_data(body, preparer, key=client.get(address).context["key"])
    assert client.post(address, other).url != first.url


def test_the_key_of_a_refused_form_stays_and_an_odd_one_is_left_out(log_in, preparer, body):
    client, address = log_in(preparer), reverse("assessments:proposal-create")
    refused = client.post(address, form_data(body, preparer, title="", key="abc"))
    assert refused.context["key"] == "abc"
    for odd in ("\x00", "k" * 65):
        client.post(address, form_data(body, preparer, key=odd))
    assert Proposal.objects.count() == 2


def test_the_key_of_another_person_opens_nothing_of_theirs(log_in, preparer, body):
    address = reverse("assessments:proposal-create")
    first = log_in(preparer).post(address, form_data(body, preparer, key="abc"))
    colleague = factories.user(Role.PREPARER, body.municipality)
    second = log_in(colleague).post(address, form_data(body, colleague, key="abc"))
    assert first.url != second.url


def test_a_person_of_two_municipalities_chooses_one_first(log_in, preparer, body):
    other = factories.municipality()
    preparer.memberships.create(role=Role.LAVA_CONTACT, municipality=other)
    client, url = log_in(preparer), reverse("assessments:proposal-create")
    page = client.get(url)
    assert f"?municipality={other.pk}" in page.text
    page = client.get(url, {"municipality": other.pk})
    assert f'name="municipality" value="{other.pk}"' in page.text
    elsewhere = client.get(url, {"municipality": factories.municipality().pk})
    assert elsewhere.status_code == 422
    # The body must be one of the chosen municipality, not of the other one.
    refused = client.post(url, form_data(body, preparer, municipality=other.pk))
    assert refused.status_code == 422
    assert "body" in refused.context["form"].errors


def test_who_may_not_open_matters_is_told_why(log_in, place):
    response = log_in(factories.user(Role.COUNCILLOR, place)).get(
        reverse("assessments:proposal-create")
    )
    assert response.status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x" * 201),
        ("title", "ab"),
        ("title", ""),
        ("title", "before\x07after"),
        ("title", "nothing \x00 here"),
        ("description", "x" * 5001),
        ("description", "line\x1b[31m"),
        ("type", "no_such_type"),
        ("sector", "<script>"),
        ("meeting_date", "yesterday"),
        ("meeting_date", "99999-01-01"),
        ("meeting_date", "0001-01-01"),
        ("agenda_deadline", "2027-03-17"),
        ("agenda_deadline", "31.2.2027"),
        ("body", "99999999999999999999"),
        ("body", "one"),
        ("body", "-1"),
        ("preparer", "0"),
        ("presenter", "12 or 1=1"),
        ("language", "klingon"),
        ("diary_number", "x" * 61),
        ("area", "x" * 201),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_nothing_typed_is_lost(
    log_in, preparer, body, field, value
):
    data = form_data(body, preparer, area="Kirkonkylä ja sen lähikylät")
    data[field] = value
    response = log_in(preparer).post(reverse("assessments:proposal-create"), data)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "error-summary" in response.text
    for name, typed in data.items():
        if name in response.context["form"].fields and name != field:
            assert str(typed) in response.text
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("field", ["body", "preparer", "presenter"])
def test_ids_of_another_municipality_are_refused_beside_the_field(log_in, preparer, body, field):
    other = factories.municipality()
    foreign = factories.body(other) if field == "body" else factories.user(Role.PREPARER, other)
    data = form_data(body, preparer) | {field: foreign.pk}
    response = log_in(preparer).post(reverse("assessments:proposal-create"), data)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert str(foreign) not in response.text


@pytest.mark.parametrize(
    "title",
    [
        "Päiväkoti 🏫 ja piha 👧🏽",
        "שלום וברכה \u200f(koulu)\u202e",
        "<script>alert(1)</script>",
        "{{ request.user.password }} {% load x %}",
        "50 % & puolet \"lainaus\" 'heitto'",
    ],
)
def test_odd_text_is_kept_and_shown_as_text(log_in, preparer, body, title):
    client = log_in(preparer)
    data = form_data(body, preparer, title=title)
    response = client.post(reverse("assessments:proposal-create"), data)
    assert response.status_code == 302
    proposal = Proposal.objects.get()
    assert proposal.title == title
    for name in ("proposal-detail", "screening-update", "proposal-update"):
        page = client.get(reverse(f"assessments:{name}", args=[proposal.pk]))
        assert page.status_code == 200
        assert "<script>alert" not in page.text
    assert client.get(reverse("assessments:work")).status_code == 200
    assert "<bdi" in client.get(reverse("assessments:proposal-list")).text


def test_decomposed_text_and_foreign_newlines_are_stored_in_one_form(log_in, preparer, body):
    data = form_data(body, preparer, title="Pa\u0308iva\u0308koti\r\nkeskustassa")
    data["description"] = "Yksi\r\nkaksi\rkolme\u2028nelja\u0308"
    log_in(preparer).post(reverse("assessments:proposal-create"), data)
    proposal = Proposal.objects.get()
    assert proposal.title == "Päiväkoti keskustassa"
    assert proposal.description == "Yksi\nkaksi\nkolme\nneljä"


def test_text_typed_when_the_session_ends_comes_back_after_login(client, preparer, body):
    client.force_login(preparer)
    url = reverse("assessments:proposal-create")
    owner = client.get(url).context["owner"]
    client.logout()
    response = client.post(url, form_data(body, preparer, title="Ei katoa", owner=owner))
    assert response.status_code == 302
    client.force_login(preparer)
    page = client.get(url)
    assert 'value="Ei katoa"' in page.text
    assert not Proposal.objects.exists()


# --- Changing the basic data ------------------------------------------------------------------


def update_url(proposal):
    return reverse("assessments:proposal-update", args=[proposal.pk])


def posted(page, **changes) -> dict:
    """What a browser would send from the page, with some fields changed."""
    form = page.context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    data = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in data.items()
    }
    return {**data, "versions": page.context["versions"], **changes}


def test_two_people_change_different_fields_and_neither_is_lost(client, preparer, body):
    proposal = opened(preparer, body)
    colleague = factories.user(Role.LAVA_CONTACT, body.municipality)
    client.force_login(preparer)
    first = client.get(update_url(proposal))
    client.force_login(colleague)
    second = client.get(update_url(proposal))
    assert client.post(update_url(proposal), posted(second, area="Jalkaranta")).status_code == 302
    client.force_login(preparer)
    response = client.post(update_url(proposal), posted(first, title="Koulun uusi nimi"))
    assert response.status_code == 302
    proposal.refresh_from_db()
    assert (proposal.title, proposal.area) == ("Koulun uusi nimi", "Jalkaranta")


def test_the_same_field_changed_by_two_is_shown_side_by_side(client, preparer, body):
    proposal = opened(preparer, body)
    colleague = factories.user(Role.LAVA_CONTACT, body.municipality, name="Aino Kollega")
    client.force_login(preparer)
    page = client.get(update_url(proposal))
    client.force_login(colleague)
    client.post(update_url(proposal), posted(page, title="Hänen otsikkonsa"))
    client.force_login(preparer)
    response = client.post(update_url(proposal), posted(page, title="Minun otsikkoni", area="Kylä"))
    assert response.status_code == 409
    for text in ("Hänen otsikkonsa", "Minun otsikkoni", "Aino Kollega"):
        assert text in response.text
    proposal.refresh_from_db()
    assert (proposal.title, proposal.area) == ("Hänen otsikkonsa", "Kylä")
    slot = proposal.slot("title")
    again = posted(response, title="Minun otsikkoni", area="Kylä") | {
        f"conflict-{slot}": "merge",
        f"conflict-{slot}-text": "Meidän otsikkomme",
        f"conflict-{slot}-version": response.context["conflicts"][0]["version"],
    }
    assert client.post(update_url(proposal), again).status_code == 302
    proposal.refresh_from_db()
    assert proposal.title == "Meidän otsikkomme"


@pytest.mark.parametrize(
    ("choice", "title"), [("theirs", "Hänen otsikkonsa"), ("mine", "Minun otsikkoni")]
)
def test_a_conflict_is_settled_as_the_person_chooses(client, preparer, body, choice, title):
    proposal = opened(preparer, body)
    client.force_login(preparer)
    page = client.get(update_url(proposal))
    client.post(update_url(proposal), posted(page, title="Hänen otsikkonsa"))
    response = client.post(update_url(proposal), posted(page, title="Minun otsikkoni"))
    slot = proposal.slot("title")
    version = response.context["conflicts"][0]["version"]
    again = posted(response, title="Minun otsikkoni") | {
        f"conflict-{slot}": choice,
        f"conflict-{slot}-version": version,
    }
    assert client.post(update_url(proposal), again).status_code == 302
    proposal.refresh_from_db()
    assert proposal.title == title


def test_a_body_in_conflict_is_told_by_its_name(client, preparer, body):
    proposal = opened(preparer, body)
    second, third = factories.body(body.municipality), factories.body(body.municipality)
    client.force_login(preparer)
    page = client.get(update_url(proposal))
    client.post(update_url(proposal), posted(page, body=second.pk))
    response = client.post(update_url(proposal), posted(page, body=third.pk))
    assert response.status_code == 409
    panel = response.context["conflicts"][0]
    assert (panel["base"], panel["theirs"], panel["mine"]) == (
        body.name,
        second.name,
        third.name,
    )


def test_the_default_deadline_moves_with_the_meeting_and_it_is_told(log_in, preparer, body):
    proposal = opened(preparer, body)
    client = log_in(preparer)
    for meeting, deadline in (("2027-05-18", "2027-05-04"), ("2027-01-12", "2026-12-29")):
        page = client.get(update_url(proposal))
        response = client.post(
            update_url(proposal), posted(page, meeting_date=meeting), follow=True
        )
        proposal.refresh_from_db()
        assert str(proposal.agenda_deadline) == deadline
        assert len(list(response.context["messages"])) == 2


def test_a_deadline_of_ones_own_stays_where_it_is(log_in, preparer, body):
    proposal = opened(preparer, body, agenda_deadline=date(2027, 2, 1))
    client = log_in(preparer)
    page = client.get(update_url(proposal))
    client.post(update_url(proposal), posted(page, meeting_date="2027-05-18"))
    proposal.refresh_from_db()
    assert proposal.agenda_deadline == date(2027, 2, 1)
    page = client.get(update_url(proposal))
    refused = client.post(update_url(proposal), posted(page, meeting_date="2027-01-18"))
    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["agenda_deadline"]


def test_an_empty_deadline_becomes_the_default_again(log_in, preparer, body):
    proposal = opened(preparer, body, agenda_deadline=date(2027, 2, 1))
    client = log_in(preparer)
    page = client.get(update_url(proposal))
    client.post(update_url(proposal), posted(page, agenda_deadline=""))
    proposal.refresh_from_db()
    assert proposal.agenda_deadline == MEETING - timedelta(days=14)


def test_in_the_screening_the_dimensions_follow_the_type(preparer, body):
    proposal = opened(preparer, body, type="organisation")
    touched = proposal.assessment.dimensionscopes.get(dimension="health")
    touched.reason = "Ei muutu."
    touched.save()
    update_proposal(
        proposal=proposal,
        values={"type": "landuse"},
        versions={proposal.slot("type"): 1},
        by=preparer,
    )
    relevant = {
        each.dimension for each in proposal.assessment.dimensionscopes.filter(is_relevant=True)
    }
    assert relevant == set(dimensions_for("landuse"))


@pytest.mark.parametrize("versions", ["", "[]", "null", "{", '{"proposal:1:title": "x"}', "[[[["])
def test_broken_versions_never_break_the_page(log_in, preparer, body, versions):
    proposal = opened(preparer, body)
    client = log_in(preparer)
    page = client.get(update_url(proposal))
    response = client.post(update_url(proposal), posted(page, title="Uusi", versions=versions))
    assert response.status_code in (302, 409)


def test_the_basic_data_of_a_decided_matter_are_not_changed(log_in):
    made = factories.full_light_assessment(status=Status.DECIDED)
    client = log_in(made.proposal.preparer)
    for method in (client.get, client.post):
        assert method(update_url(made.proposal)).status_code == 403


# --- Walls ------------------------------------------------------------------------------------

PAGES = ("proposal-detail", "proposal-update", "screening-update", "assessment-review")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("role", [Role.PREPARER, Role.LAVA_CONTACT, Role.COUNCILLOR])
def test_a_matter_of_another_municipality_does_not_exist(log_in, name, role):
    made = factories.full_light_assessment(status=Status.FINAL)
    client = log_in(factories.user(role, factories.municipality()))
    assert client.get(reverse(f"assessments:{name}", args=[made.pk])).status_code == 404


@pytest.mark.parametrize("role", [Role.COUNCILLOR, Role.REGISTRY])
def test_council_members_and_registry_see_finished_matters_only(log_in, role):
    place = factories.municipality()
    draft = factories.assessment(status=Status.PREPARING, municipality=place)
    final = factories.full_light_assessment(
        status=Status.FINAL, municipality=place, title="Valmis asia"
    )
    client = log_in(factories.user(role, place))
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(final.get_absolute_url()).status_code == 200
    listed = client.get(reverse("assessments:proposal-list")).text
    assert "Valmis asia" in listed
    assert draft.proposal.title not in listed
    for name in ("screening-update", "assessment-review"):
        assert client.get(reverse(f"assessments:{name}", args=[final.pk])).status_code == 403


def test_a_council_member_does_not_read_the_reviewers_notes(log_in):
    made = factories.full_light_assessment(status=Status.FINAL)
    made.status_changes.create(
        municipality=made.municipality,
        transition="return_for_changes",
        source="in_review",
        target="preparing",
        by=made.proposal.preparer,
        note="Sisäinen huomautus",
    )
    client = log_in(factories.user(Role.COUNCILLOR, made.municipality))
    assert "Sisäinen huomautus" not in client.get(made.get_absolute_url()).text


# --- My work, list, task list -----------------------------------------------------------------


def test_my_work_is_empty_with_the_first_step_explained(log_in, preparer):
    page = log_in(preparer).get(reverse("assessments:work"))
    assert reverse("assessments:proposal-create") in page.text


def test_my_work_has_one_next_action_for_each_matter_overdue_first(log_in, place):
    me = factories.user(Role.PREPARER, place)
    today = timezone.localdate()
    later = factories.assessment(status=Status.PREPARING, preparer=me, municipality=place)
    late = factories.assessment(
        status=Status.DRAFT,
        preparer=me,
        municipality=place,
        title="Myöhässä",
        agenda_deadline=today - timedelta(days=2),
    )
    factories.full_light_assessment(status=Status.CLOSED, preparer=me, municipality=place)
    factories.assessment(status=Status.PREPARING, municipality=place, title="Toisen asia")
    page = log_in(me).get(reverse("assessments:work"))
    rows = page.context["rows"]
    assert [row["proposal"].pk for row in rows] == [late.pk, later.pk]
    assert rows[0]["overdue"]
    assert "#id_scr." in rows[0]["action"].url
    assert "Toisen asia" not in page.text
    everything = log_in(me).get(reverse("assessments:work"), {"whose": "all"})
    assert len(everything.context["rows"]) == 3


def test_what_waits_for_me_is_in_my_work(log_in, place):
    contact = factories.user(Role.LAVA_CONTACT, place)
    in_review = factories.full_light_assessment(status=Status.IN_REVIEW, municipality=place)
    waiting = factories.assessment(status=Status.DRAFT, municipality=place)
    Screening.objects.create(
        assessment=waiting,
        municipality=place,
        suggested="full",
        chosen="light",
        reason="Vaikutus on pieni.",
        chosen_by=waiting.proposal.preparer,
    )
    rows = log_in(contact).get(reverse("assessments:work")).context["rows"]
    urls = {row["proposal"].pk: row["action"].url for row in rows}
    assert urls[in_review.pk] == reverse("assessments:assessment-review", args=[in_review.pk])
    assert urls[waiting.pk].endswith("#confirmation")
    assert all(row["action"].is_mine for row in rows)
    # The preparer is told for whom each of them waits.
    rows = log_in(in_review.proposal.preparer).get(reverse("assessments:work")).context["rows"]
    assert rows[0]["action"].waits_for
    assert not rows[0]["action"].is_mine


@pytest.mark.parametrize("count", [2, 12])
def test_my_work_costs_the_same_however_many_rows(
    log_in, place, django_assert_max_num_queries, count
):
    me = factories.user(Role.PREPARER, place)
    statuses = [Status.DRAFT, Status.PREPARING, Status.IN_REVIEW, Status.FINAL, Status.FOLLOWING]
    for number in range(count):
        status = statuses[number % len(statuses)]
        make = factories.assessment if number % 2 else factories.full_light_assessment
        make(status=status, preparer=me, municipality=place)
    client = log_in(me)
    client.get(reverse("assessments:work"))
    with django_assert_max_num_queries(8):
        page = client.get(reverse("assessments:work"))
    assert len(page.context["rows"]) == count


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_however_many_rows(
    log_in, place, django_assert_max_num_queries, count
):
    me = factories.user(Role.PREPARER, place)
    for _number in range(count):
        factories.assessment(preparer=me, municipality=place)
    client = log_in(me)
    with django_assert_max_num_queries(8):
        client.get(reverse("assessments:proposal-list"))


@pytest.mark.parametrize("status", Status)
def test_the_task_list_of_every_status_is_shown_within_its_queries(
    log_in, django_assert_max_num_queries, status
):
    made = factories.full_light_assessment(status=status)
    contact = factories.user(Role.LAVA_CONTACT, made.municipality)
    client = log_in(contact)
    with django_assert_max_num_queries(12):
        page = client.get(made.get_absolute_url())
    assert page.status_code == 200
    assert made.proposal.title in page.text


def test_the_list_is_narrowed_by_words_phase_and_state(log_in, place):
    me = factories.user(Role.PREPARER, place)
    factories.assessment(status=Status.PREPARING, municipality=place, title="Äijälän koulu")
    factories.full_light_assessment(status=Status.FINAL, municipality=place, title="Puistotie")
    client, url = log_in(me), reverse("assessments:proposal-list")

    def titles(**query):
        return {row.title for row in client.get(url, query).context["page_obj"]}

    assert titles(q="äijälän") == {"Äijälän koulu"}
    assert titles(phase="decision") == {"Puistotie"}
    assert titles(status="preparing") == {"Äijälän koulu"}
    assert titles(q=".*") == set()
    for nonsense in ({"status": "x"}, {"phase": "'"}, {"page": "zzz"}, {"q": "(" * 200}):
        assert client.get(url, nonsense).status_code == 200
    assert client.get(url, {"q": "a\x00b"}).status_code == 200


def test_rows_read_in_one_query_equal_those_read_one_by_one():
    made = factories.full_light_assessment(status=Status.CLOSED)
    fast = Assessment.objects.select_related("proposal", "municipality").get(pk=made.pk)
    load_parts([fast])
    slow = Assessment.objects.get(pk=made.pk)
    for kind in ("alternative", "dimensionscope", "impact", "evidence", "hearing", "outcome"):
        one = [vars(row) for row in getattr(fast, f"{kind}s").all()]
        other = [vars(row) for row in getattr(slow, f"{kind}s").all()]
        assert len(one) == len(other) > 0
        for left, right in zip(one, other, strict=True):
            for name in right.keys() - {"_state", "created_at"}:
                assert left[name] == right[name]
                assert type(left[name]) is type(right[name])


def test_progress_in_words_counts_the_parts():
    made = factories.assessment(status=Status.PREPARING)
    load_parts([made])
    before = [part.is_ready for part in progress.parts_of(made, made.phase)]
    full = factories.full_light_assessment(status=Status.PREPARING)
    load_parts([full])
    after = {part.key: part.state for part in progress.parts_of(full, full.phase)}
    assert sum(before) == 0
    assert after.pop("review") == "not_started"
    assert set(after.values()) == {"ready"}


def test_progress_in_words_counts_what_the_page_shows_and_needs(log_in):
    made = factories.full_light_assessment(status=Status.PREPARING)
    preparer = made.proposal.preparer
    made.mitigations.all().delete()
    made.impacts.update(direction="pos", magnitude=1)
    page = log_in(preparer).get(made.proposal.get_absolute_url())
    shown = {each.key: each.state for each in page.context["parts"]}
    assert shown["mit"] == "not_needed" and shown["review"] == "not_started"
    ready, needed = len(shown) - 2, len(shown) - 1
    with override("en"):
        assert progress.progress_words(loaded(made), preparer) == f"{ready} of {needed} parts ready"
    light = log_in(preparer).get(reverse("assessments:assessment-light", args=[made.pk]))
    assert light.context["ready"] == light.context["needed"] == len(light.context["places"]) - 1


def test_questions_of_the_council_are_a_part_only_to_those_who_may_read_them():
    made = factories.full_assessment(Status.ON_AGENDA)
    councillor = factories.user(Role.COUNCILLOR, made.municipality)
    stranger = factories.user(Role.PEER_REVIEWER, factories.municipality())
    owner = {"assessment": made, "municipality": made.municipality}
    today = timezone.localdate()
    CouncillorQuestion.objects.create(text="Why?", asked_by=councillor, asked_on=today, **owner)

    def keys(user):
        return {each.key for each in progress.parts_shown(loaded(made), Phase.DECISION, user)}

    assert keys(councillor) - keys(stranger) == {"qst"}
    told = [int(words(made, user).split()[2]) for user in (councillor, stranger)]
    assert told[0] == told[1] + 1


def words(made, user):
    with override("en"):
        return progress.progress_words(loaded(made), user)


def loaded(made):
    found = Assessment.objects.with_matter().get(pk=made.pk)
    load_parts([found])
    return found


def test_a_deadline_on_a_holiday_is_hinted_and_not_moved(log_in, preparer, body):
    proposal = opened(preparer, body, agenda_deadline=date(2027, 1, 6))
    page = log_in(preparer).get(proposal.get_absolute_url())
    assert any("6.1.2027" in hint for hint in page.context["hints"])
    assert proposal.agenda_deadline == date(2027, 1, 6)


def test_raising_the_extent_asks_why_and_keeps_every_word(log_in):
    made = factories.full_light_assessment(status=Status.PREPARING)
    before, since = made.answer_values, made.status_since
    client = log_in(made.proposal.preparer)
    url = reverse("assessments:step-take", args=[made.pk, "raise_extent"])
    assert url in client.get(made.get_absolute_url()).content.decode()
    assert client.post(url, {"note": " "}).status_code == 422
    assert Assessment.objects.get(pk=made.pk).extent == "light"
    refused = client.post(url, {"note": "Kyläkoulu tuli mukaan. " * 200})
    assert refused.status_code == 422
    assert "Kyläkoulu tuli mukaan. Kyläkoulu" in refused.content.decode()
    assert client.post(url, {"note": "Kyläkoulu tuli mukaan."}).status_code == 302
    fresh = Assessment.objects.get(pk=made.pk)
    assert (fresh.extent, fresh.answer_values) == ("full", before)
    assert (fresh.status, fresh.status_since) == (Status.PREPARING, since)
    assert client.get(url).status_code == 403
    with pytest.raises(PermissionDenied):
        raised(fresh, made.proposal.preparer)


def raised(assessment, by):
    return take_step(assessment=assessment, transition="raise_extent", by=by, note="Laajempi.")


@pytest.mark.parametrize("page", ["proposal-detail", "revision-list"])
def test_who_raised_the_extent_when_and_why_is_told(page, log_in):
    made = factories.full_light_assessment(status=Status.PREPARING)
    contact = factories.user(Role.LAVA_CONTACT, made.municipality)
    raised(made, contact)
    with override("en"):
        url = reverse(f"assessments:{page}", args=[made.pk])
    html = log_in(made.proposal.preparer).get(url).content.decode()
    assert f"Raised to a full assessment, {contact}" in html
    assert "Laajempi." in html
    frozen = content.freeze(Assessment.objects.get(pk=made.pk), "en")["history"]
    assert [each["label"] for each in frozen] == ["Raised to a full assessment"]


def test_an_assessment_that_was_returned_stays_returned_when_it_is_raised(log_in):
    made = factories.full_light_assessment(status=Status.IN_REVIEW)
    reviewer = factories.user(Role.LAVA_CONTACT, made.municipality)
    take_step(assessment=made, transition="return_for_changes", by=reviewer, note="Keitä kuultiin?")
    raised(made, made.proposal.preparer)
    client = log_in(made.proposal.preparer)
    page = client.get(made.get_absolute_url())
    assert page.context["returned"].note == "Keitä kuultiin?"
    (row,) = client.get(reverse("assessments:work")).context["rows"]
    assert row["returned"]


def test_versions_on_the_page_are_those_of_the_row(log_in, preparer, body):
    proposal = opened(preparer, body)
    page = log_in(preparer).get(update_url(proposal))
    assert set(json.loads(page.context["versions"]).values()) == {1}


def test_a_preparer_who_has_left_and_a_retired_body_stay_until_somebody_changes_them(log_in, place):
    gone, presenter = (factories.user(Role.PREPARER, place) for _each in range(2))
    made = factories.assessment(municipality=place, preparer=gone, presenter=presenter)
    for person in (gone, presenter):
        person.memberships.update(ended_at=timezone.now())
    type(made.proposal.body).objects.filter(pk=made.proposal.body_id).update(is_active=False)
    client = log_in(factories.user(Role.PREPARER, place))
    address = reverse("assessments:proposal-update", args=[made.pk])
    page = client.get(address)
    data = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
    data |= {"versions": page.context["versions"], "area": "Keskusta"}
    assert client.post(address, data).status_code == 302
    now = Proposal.objects.get(pk=made.pk)
    assert (now.preparer, now.presenter, now.body) == (gone, presenter, made.proposal.body)
    assert now.area == "Keskusta"


# --- Follow-up points -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "waits"),
    [
        (None, True),
        ({"date": "2026-06-01", "realised": "partly"}, False),
        ({"date": "2026-06-01"}, True),
        ({"realised": "partly"}, True),
        ({"date": "2026-06-01", "realised": "partly", "removed_at": "2026-06-02T12:00Z"}, True),
    ],
)
def test_my_work_and_the_task_list_agree_on_what_has_been_recorded(log_in, outcome, waits):
    made = factories.full_light_assessment(status=Status.FOLLOWING)
    point = made.followuppoints.get()
    if outcome is not None:
        row = Outcome.objects.create(
            assessment=made, municipality=made.municipality, point=point, **outcome
        )
        row.refresh_from_db()
        assert row.is_recorded is not waits
    assert FollowUpPoint.objects.unrecorded().filter(pk=point.pk).exists() is waits
    page = log_in(made.proposal.preparer).get(reverse("assessments:work"))
    (row,) = page.context["rows"]
    assert row["due"] == (point.due if waits else None)
    load_parts([made])
    action = progress.next_action(made, made.proposal.preparer)
    assert bool(action.waits_for) is waits


def test_the_next_thing_in_preparation_is_the_first_unfinished_part_of_the_light_screen(log_in):
    made = factories.full_light_assessment(status=Status.PREPARING)
    made.evidences.update(finding="")
    light = "/en" + reverse("assessments:assessment-light", args=[made.pk])
    page = log_in(made.proposal.preparer).get("/en" + made.get_absolute_url())
    action = page.context["action"]
    assert action.url == f"{light}?part=dat#part-dat"
    assert "Continue the assessment" in page.text
    assert action.hint == page.context["missing"][0].text
    assert log_in(made.proposal.preparer).get(action.url).status_code == 200


def test_who_publishes_is_told_when_residents_read_a_version_from_before_the_decision(log_in):
    made = factories.full_light_assessment(status=Status.FINAL)
    contact = factories.user(Role.LAVA_CONTACT, made.municipality)
    publish(assessment=made, by=contact, is_privacy_checked=True)
    decide(made)
    url = reverse("publishing:publication-create", args=[made.pk])
    matter = "/en" + made.get_absolute_url()
    told = "The published summary is older than the decision"
    assert told not in log_in(contact).get(matter).text
    take(assessment=made, transition="record_decision", by=contact)
    page = log_in(contact).get(matter)
    assert told in page.text
    assert url in page.text
    assert (
        told
        not in log_in(factories.user(Role.COUNCILLOR, made.municipality))
        .get("/en" + made.get_absolute_url())
        .text
    )
    made.refresh_from_db()
    publish(assessment=made, by=contact, change_note="The decision.", is_privacy_checked=True)
    assert told not in log_in(contact).get(matter).text
