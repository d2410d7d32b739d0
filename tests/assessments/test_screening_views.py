"""The screening as people use it: answers, suggestion with reasons, choice, confirmation."""

import json
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from assessments.models import Answer, Assessment, Revision, Screening
from assessments.phases import Status
from assessments.screening import REQUIRED
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db

REASON = "Muutos koskee yhtä lyhyttä reittiä, ja sille on jo korvaava väylä."


@pytest.fixture
def place():
    return factories.municipality()


@pytest.fixture
def made(place):
    return factories.assessment(status=Status.DRAFT, municipality=place, type="organisation")


@pytest.fixture
def client(client, made):
    client.force_login(made.proposal.preparer)
    return client


def url(name, made):
    return reverse(f"assessments:{name}", args=[made.pk])


def answers(**changes) -> dict:
    """Every question answered with "no", and those in ``changes`` otherwise."""
    values = dict.fromkeys(REQUIRED, "no") | {"scr.count": "<10"}
    return values | {f"scr.{name}": value for name, value in changes.items()}


def fresh(made) -> Assessment:
    return Assessment.objects.get(pk=made.pk)


def test_every_question_is_on_the_page_with_its_place_for_links(client, made):
    page = client.get(url("screening-update", made))
    assert page.status_code == 200
    for key in REQUIRED:
        assert f'id="id_{key}"' in page.text
    assert "scr.type_trigger" not in page.context["form"].fields
    made.proposal.type = "fees"
    made.proposal.save()
    page = client.get(url("screening-update", made))
    assert "scr.type_trigger" in page.context["form"].fields


def test_answers_are_saved_without_javascript_and_give_the_suggestion_and_why(client, made):
    response = client.post(
        url("screening-update", made),
        answers(affects="direct", count="50-249", access="yes", journey="yes", contested="partly"),
        follow=True,
    )
    assert response.status_code == 200
    suggestion = response.context["suggestion"]
    assert (suggestion.extent, suggestion.rule, suggestion.score) == ("full", 4, 5)
    assert len(response.context["reasons"]) == 4
    assert 'href="#id_scr.access"' in response.text
    saved = Answer.objects.get(assessment=made, key="scr.affects")
    assert (saved.value, saved.version) == ("direct", 1)
    assert Revision.objects.filter(assessment=made, slot="answer:scr.affects").count() == 1


def test_only_changed_answers_are_saved_again(client, made):
    page = client.post(url("screening-update", made), answers(), follow=True)
    count = Revision.objects.filter(assessment=made).count()
    again = answers(money="yes") | {"versions": page.context["form"].versions_json}
    client.post(url("screening-update", made), again)
    assert Revision.objects.filter(assessment=made).count() == count + 1


def test_an_answer_changed_by_another_is_a_conflict_and_nothing_is_overwritten(client, made):
    page = client.post(url("screening-update", made), answers(), follow=True)
    versions = page.context["form"].versions_json
    client.post(url("screening-update", made), answers(money="yes") | {"versions": versions})
    response = client.post(
        url("screening-update", made), answers(money="unknown") | {"versions": versions}
    )
    assert response.status_code == 409
    assert fresh(made).answer("scr.money") == "yes"
    assert len(response.context["conflicts"]) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("scr.affects", "perhaps"),
        ("scr.count", "<script>"),
        ("scr.individual", "\x00"),
        ("scr.previous_link", "javascript:alert(1)"),
        ("scr.previous_link", "not a link"),
        ("scr.reason", "x" * 2001),
        ("scr.level_final", "huge"),
    ],
)
def test_a_bad_answer_is_refused_and_the_others_are_kept(client, made, key, value):
    response = client.post(url("screening-update", made), answers(journey="partly") | {key: value})
    assert response.status_code == 422
    assert [each["id"] for each in response.context["errors"]] == [f"id_{key}"]
    assert fresh(made).answer("scr.journey") == "partly"


def test_a_contradiction_is_warned_of(client, made):
    page = client.post(url("screening-update", made), answers(money="yes"), follow=True)
    assert page.context["suggestion"].extent == "light"
    assert page.context["warnings"]


def test_the_suggestion_follows_the_answers_that_are_not_saved_yet(client, made):
    response = client.post(
        url("screening-update", made),
        answers(affects="direct", network="yes"),
        headers={"HX-Request": "true"},
    )
    assert response.status_code == 200
    assert response.context["suggestion"].extent == "full"
    assert "<html" not in response.text
    assert not Answer.objects.filter(assessment=made).exists()
    nonsense = client.post(
        url("screening-update", made), {"scr.affects": "\x00"}, headers={"HX-Request": "true"}
    )
    assert nonsense.status_code == 200


def choose(client, made, extent, reason=REASON, **changes):
    versions = client.get(url("screening-update", made)).context["form"].versions_json
    chosen = {"scr.level_final": extent, "scr.reason": reason, "versions": versions}
    return client.post(url("extent-choose", made), answers(**changes) | chosen)


def test_the_suggested_extent_is_confirmed_at_once_and_the_preparation_starts(client, made):
    response = choose(client, made, "light", affects="indirect", journey="partly")
    assert response.url == made.get_absolute_url()
    now = fresh(made)
    assert (now.status, now.extent) == (Status.PREPARING, "light")
    assert now.screening.confirmed_by == made.proposal.preparer
    assert [change.transition for change in now.status_changes.all()] == ["start"]


def test_more_than_suggested_is_always_allowed(client, made):
    choose(client, made, "full", affects="indirect", journey="partly")
    assert (fresh(made).status, fresh(made).extent) == (Status.PREPARING, "full")


def test_less_than_suggested_waits_for_another_person(client, made, place):
    response = choose(client, made, "light", affects="direct", network="yes")
    assert response.url.endswith("#confirmation")
    assert fresh(made).status == Status.DRAFT
    assert client.post(url("extent-confirm", made)).status_code == 403
    client.force_login(factories.user(Role.PREPARER, place))
    assert client.post(url("extent-confirm", made)).status_code == 403
    contact = factories.user(Role.LAVA_CONTACT, place)
    client.force_login(contact)
    assert REASON in client.get(url("screening-update", made)).text
    client.post(url("extent-confirm", made))
    now = fresh(made)
    assert (now.status, now.extent) == (Status.PREPARING, "light")
    assert now.screening.confirmed_by == contact
    assert client.post(url("extent-confirm", made)).status_code == 403


def test_a_declined_extent_is_chosen_again_with_the_reason_in_sight(client, made, place):
    choose(client, made, "light", affects="direct", network="yes")
    contact = factories.user(Role.LAVA_CONTACT, place)
    client.force_login(contact)
    silent = client.post(url("extent-confirm", made), {"decline": "1", "note": " "})
    assert silent.status_code == 422
    client.post(url("extent-confirm", made), {"decline": "1", "note": "Koulu suljetaan."})
    assert fresh(made).status == Status.DRAFT
    assert client.post(url("extent-confirm", made)).status_code == 403
    client.force_login(made.proposal.preparer)
    page = client.get(url("screening-update", made))
    assert "Koulu suljetaan." in page.text
    assert REASON in page.text
    choose(client, made, "full", affects="direct", network="yes")
    assert fresh(made).status == Status.PREPARING


def test_with_little_known_either_way_is_the_persons_choice(client, made):
    response = choose(
        client,
        made,
        "light",
        affects="unknown",
        count="unknown",
        share="unknown",
        access="unknown",
    )
    assert response.url == made.get_absolute_url()
    now = fresh(made)
    assert (now.status, now.extent) == (Status.PREPARING, "light")
    assert now.screening.chosen == now.screening.suggested


def test_no_assessment_ends_as_a_line_for_the_agenda_in_the_languages_of_the_municipality(
    client, made, place
):
    place.language_status = "fi-sv"
    place.save()
    choose(client, made, "none", reason="Kalusteiden hankinta ei koske lapsia.")
    now = fresh(made)
    assert (now.status, now.extent) == (Status.SCREENED_OUT, "none")
    page = client.get(url("screening-update", made))
    assert [line["language"] for line in page.context["one_liners"]] == ["fi", "sv"]
    assert all(line["text"] in page.text for line in page.context["one_liners"])


def test_the_line_for_the_agenda_has_the_day_of_the_clock_on_the_wall(client, made):
    choose(client, made, "none", reason="Kalusteiden hankinta ei koske lapsia.")
    # Half past midnight in Finland is still the day before in UTC.
    Screening.objects.filter(assessment=made).update(
        confirmed_at=datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
    )
    (line,) = client.get(url("screening-update", made)).context["one_liners"]
    assert "2.3.2026" in line["text"]


def test_a_matter_of_one_child_is_out_and_nothing_of_it_is_published(client, made):
    refused = choose(client, made, "full", individual="yes")
    assert refused.status_code == 422
    assert fresh(made).status == Status.DRAFT
    choose(client, made, "none", individual="yes")
    assert fresh(made).status == Status.SCREENED_OUT
    page = client.get(url("screening-update", made))
    assert page.context["one_liners"] == []
    assert "publication" not in page.text


@pytest.mark.parametrize(
    ("extent", "reason", "field"),
    [
        ("", REASON, "scr.level_final"),
        ("light", "", "scr.reason"),
        ("light", "Ei.", "scr.reason"),
        ("light", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "scr.reason"),
    ],
)
def test_a_choice_without_extent_or_reason_is_refused_and_the_text_stays(
    client, made, extent, reason, field
):
    response = choose(client, made, extent, reason, affects="indirect")
    assert response.status_code == 422
    assert [each["id"] for each in response.context["errors"]] == [f"id_{field}"]
    assert reason in response.text
    assert fresh(made).status == Status.DRAFT
    assert not Screening.objects.exists()


def test_the_extent_is_not_chosen_while_questions_are_open(client, made):
    response = client.post(
        url("extent-choose", made), {"scr.level_final": "none", "scr.reason": REASON}
    )
    assert response.status_code == 422
    assert response.context["errors"]
    assert fresh(made).answer("scr.reason") == REASON


def test_the_limits_of_the_municipality_count(client, made, place):
    place.screening_full_from = 2
    place.save()
    page = client.post(
        url("screening-update", made), answers(affects="indirect", money="yes"), follow=True
    )
    assert page.context["suggestion"].extent == "full"


@pytest.mark.parametrize("name", ["screening-update", "extent-choose"])
def test_a_settled_screening_is_read_only(client, made, name):
    choose(client, made, "light", affects="indirect")
    assert client.get(url("screening-update", made)).status_code == 200
    assert client.post(url(name, made), answers()).status_code == 403


@pytest.mark.parametrize("name", ["extent-choose", "extent-confirm"])
def test_another_municipality_finds_nothing(client, made, name):
    client.force_login(factories.user(Role.LAVA_CONTACT, factories.municipality()))
    assert client.post(url(name, made)).status_code == 404


def test_answers_typed_when_the_session_ends_come_back_after_login(client, made):
    owner = client.get(url("screening-update", made)).context["owner"]
    client.logout()
    response = client.post(
        url("screening-update", made), answers(money="partly") | {"owner": owner, "versions": "{}"}
    )
    assert response.status_code == 302
    assert not Answer.objects.exists()
    client.force_login(made.proposal.preparer)
    page = client.get(url("screening-update", made))
    assert page.context["form"]["scr.money"].initial == "partly"


def test_the_page_stays_within_its_queries(client, made, django_assert_max_num_queries):
    client.get(url("screening-update", made))
    with django_assert_max_num_queries(12):
        page = client.get(url("screening-update", made))
    versions = json.loads(page.context["form"].versions_json)
    assert set(versions.values()) == {0}
