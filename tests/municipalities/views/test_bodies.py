import pytest
from django.urls import reverse

from municipalities.models import DecisionBody, User
from municipalities.roles import Role
from tests.factories.municipalities import MunicipalityFactory, body, user

pytestmark = pytest.mark.django_db

BODIES = reverse("municipalities:decisionbody-list")


def url(name: str, pk: int) -> str:
    return reverse(f"municipalities:decisionbody-{name}", args=[pk])


@pytest.fixture
def contact(client) -> User:
    person = user(Role.LAVA_CONTACT)
    client.force_login(person)
    return person


@pytest.fixture
def own(contact):
    return contact.memberships.get().municipality


def test_list_shows_my_municipality_only(client, own):
    body(own, name_fi="Kasvatuslautakunta")
    body(name_fi="Vieras lautakunta")

    page = client.get(BODIES).content.decode()

    assert "Kasvatuslautakunta" in page and "Vieras lautakunta" not in page


def test_council_member_has_no_list(client):
    client.force_login(user(Role.COUNCILLOR))

    assert client.get(BODIES).status_code == 403


def test_body_is_added_at_the_end(client, own):
    body(own, position=4)

    client.post(url("create", own.pk), {"kind": "board", "name_fi": "Hallitus", "name_sv": ""})

    assert own.decision_bodies.get(name_fi="Hallitus").position == 5


def test_two_bodies_of_one_name_are_refused(client, own):
    first = body(own, name_fi="Hallitus")
    data = {"kind": "board", "name_fi": "Hallitus"}

    response = client.post(url("create", own.pk), data)

    assert response.context["form"].errors.keys() == {"name_fi"}
    assert client.post(url("update", first.pk), data).status_code == 302


def test_bilingual_municipality_names_its_bodies_in_both_languages(client, own):
    own.language_status = "fi-sv"
    own.save()

    response = client.post(url("create", own.pk), {"kind": "board", "name_fi": "Hallitus"})

    assert response.context["form"].errors.keys() == {"name_sv"}


def test_body_is_taken_out_of_use_and_back(client, own):
    board = body(own)

    client.post(url("retire", board.pk))
    assert not DecisionBody.objects.active().exists()
    client.post(url("restore", board.pk))
    assert DecisionBody.objects.active().exists()


def test_preparer_changes_nothing(client, own):
    board = body(own)
    client.force_login(user(Role.PREPARER, own))

    assert client.get(BODIES).status_code == 200
    for name, pk in (("create", own.pk), ("update", board.pk), ("retire", board.pk)):
        assert client.post(url(name, pk), {}).status_code == 403


def test_body_and_municipality_of_others_are_not_found(client, contact):
    other = body()

    assert client.get(url("create", MunicipalityFactory().pk)).status_code == 404
    for name in ("update", "retire", "restore"):
        assert client.post(url(name, other.pk), {}).status_code == 404
