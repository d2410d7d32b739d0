import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from municipalities.models import Invitation, Membership, User
from municipalities.roles import Role
from tests.factories.municipalities import (
    InvitationFactory,
    MembershipFactory,
    MunicipalityFactory,
    RegionFactory,
    UserFactory,
    user,
)

pytestmark = pytest.mark.django_db

PEOPLE = reverse("municipalities:membership-list")
INVITE = reverse("municipalities:invitation-create")
PASSWORD = "sininen-ovi-42"


@pytest.fixture
def contact(client) -> User:
    person = user(Role.LAVA_CONTACT, name="Liisa Yhteys")
    client.force_login(person)
    return person


@pytest.fixture
def own(contact):
    return contact.memberships.get().municipality


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_list_names_the_people_of_my_municipality_only(client, contact, own):
    MembershipFactory(municipality=own, user=UserFactory(name="Pekka Valmistelija"))
    MembershipFactory(user=UserFactory(name="Muualla Asuva"))
    MembershipFactory(
        municipality=own, user=UserFactory(name="Entinen Virkamies"), ended_at=timezone.now()
    )

    page = text(client.get(PEOPLE))

    assert "Pekka Valmistelija" in page and "Liisa Yhteys" in page
    assert "Muualla Asuva" not in page and "Entinen Virkamies" not in page


def test_people_are_sorted_with_the_nordic_letters_last(client, own):
    for name in ("Öhman", "Ärölä", "Åberg", "Zetterberg"):
        MembershipFactory(municipality=own, user=UserFactory(name=name))

    rows = client.get(PEOPLE).context["page_obj"]

    assert [each.user.name for each in rows][1:] == ["Zetterberg", "Åberg", "Ärölä", "Öhman"]


def test_preparer_reads_the_list_and_is_told_why_not_more(client, own):
    client.force_login(user(Role.PREPARER, own))

    response = client.get("/en" + PEOPLE)

    assert "Only the LAVA contact person" in text(response)
    assert client.get("/en" + INVITE).status_code == 403


def test_council_member_does_not_see_the_list(client):
    client.force_login(user(Role.COUNCILLOR))

    assert client.get(PEOPLE).status_code == 403


def test_coordinator_sees_the_contact_persons_of_the_own_region(client):
    far = RegionFactory(code="10", name_fi="Etelä-Savo")
    names = {}
    for name, role, region in (
        ("Lähi", Role.LAVA_CONTACT, RegionFactory()),
        ("Valmis", Role.PREPARER, RegionFactory()),
        ("Kauko", Role.LAVA_CONTACT, far),
    ):
        user(role, MunicipalityFactory(region=region), name=f"{name} Henkilö")
        names[name] = f"{name} Henkilö"
    client.force_login(user(Role.COORDINATOR))

    page = text(client.get(PEOPLE))

    assert names["Lähi"] in page
    assert names["Valmis"] not in page and names["Kauko"] not in page


def test_list_costs_the_same_queries_for_one_and_for_forty(client, contact, own):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(PEOPLE)
        return len(queries)

    MembershipFactory(municipality=own)
    InvitationFactory(municipality=own)
    client.get(PEOPLE)
    few = count()
    MembershipFactory.create_batch(39, municipality=own)
    InvitationFactory.create_batch(39, municipality=own)

    assert count() == few <= 8


def test_anonymous_visitor_is_sent_to_log_in(client):
    response = client.get(PEOPLE)

    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next={PEOPLE}"


def test_contact_person_invites(client, contact, own):
    data = {
        "email": "uusi@example.org",
        "role": "preparer",
        "place": f"municipality-{own.pk}",
        "language": "sv",
    }

    response = client.post(INVITE, data, follow=True)

    assert response.redirect_chain == [(PEOPLE, 302)]
    assert "uusi@example.org" in text(response)
    invitation = Invitation.objects.get()
    assert (invitation.municipality, invitation.language) == (own, "sv")


def test_place_of_another_municipality_is_not_a_choice(client, contact, own):
    other = MunicipalityFactory()
    data = {"email": "a@example.org", "role": "preparer", "language": "fi"}

    for place in (f"municipality-{other.pk}", f"region-{own.region_id}", "x", "", "region-9" * 99):
        response = client.post(INVITE, data | {"place": place})
        assert response.status_code == 422
        assert response.context["form"].errors.keys() == {"place"}

    assert not Invitation.objects.exists()


def test_coordinator_role_is_not_a_choice_of_a_contact_person(client, contact, own):
    data = {
        "email": "a@example.org",
        "role": "lape_coordinator",
        "place": f"municipality-{own.pk}",
        "language": "fi",
    }

    assert client.post(INVITE, data).context["form"].errors.keys() == {"role"}


def test_second_invitation_is_refused_beside_the_address(client, contact, own):
    InvitationFactory(email="a@example.org", municipality=own)
    data = {
        "email": "A@example.org",
        "role": "preparer",
        "place": f"municipality-{own.pk}",
        "language": "fi",
    }

    response = client.post("/en" + INVITE, data)

    assert response.context["form"].errors["email"] == [
        "a@example.org has already been invited to this role."
    ]


def test_ending_asks_with_the_name_and_ends_on_post(client, contact, own):
    membership = MembershipFactory(municipality=own, user=UserFactory(name="Pekka Valmistelija"))
    url = reverse("municipalities:membership-end", args=[membership.pk])

    assert "Pekka Valmistelija" in text(client.get(url))
    assert Membership.objects.in_force().filter(pk=membership.pk).exists()

    response = client.post(url, follow=True)

    assert response.redirect_chain == [(PEOPLE, 302)]
    assert not Membership.objects.in_force().filter(pk=membership.pk).exists()
    assert client.post(url).status_code == 403


def test_membership_and_invitation_of_another_municipality_are_not_found(client, contact):
    membership, invitation = MembershipFactory(), InvitationFactory()

    for name, row in (("membership-end", membership), ("invitation-revoke", invitation)):
        url = reverse(f"municipalities:{name}", args=[row.pk])
        assert client.get(url).status_code == client.post(url).status_code == 404
    assert client.get(f"/people/{10**30}/end/").status_code == 404

    assert Membership.objects.in_force().filter(pk=membership.pk).exists()
    assert Invitation.objects.pending().exists()


def test_own_membership_is_not_ended(client, contact):
    url = reverse("municipalities:membership-end", args=[contact.memberships.get().pk])

    assert client.post(url).status_code == 403


def test_withdrawn_invitation_leaves_the_list(client, contact, own):
    invitation = InvitationFactory(municipality=own, email="pois@example.org")
    url = reverse("municipalities:invitation-revoke", args=[invitation.pk])

    assert "pois@example.org" in text(client.get(url))
    client.post(url)

    assert not Invitation.objects.pending().exists()


# --- Accepting --------------------------------------------------------------------------------


def link(invitation: Invitation) -> str:
    return reverse("municipalities:invitation-accept", args=[invitation.token])


def test_new_person_gives_name_and_password_and_is_logged_in(client):
    invitation = InvitationFactory(language="sv")
    data = {"name": "Sven Sundqvist", "password": PASSWORD, "password_again": PASSWORD}

    assert client.get(link(invitation)).status_code == 200
    response = client.post(link(invitation), data)

    assert response.status_code == 302 and response.url.startswith("/sv/")
    person = User.objects.get(email=invitation.email)
    assert client.session["_auth_user_id"] == str(person.pk)
    assert person.roles_in(invitation.municipality) == {Role.PREPARER}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"password": "12345678", "password_again": "12345678"}, "password"),
        ({"password_again": "toinen-ovi-42"}, "password_again"),
    ],
)
def test_refused_fields_make_no_account(client, change, field):
    invitation = InvitationFactory()
    data = {"name": "Sven", "password": PASSWORD, "password_again": PASSWORD} | change

    response = client.post(link(invitation), data)

    assert response.context["form"].errors.keys() == {field}
    assert not User.objects.filter(email=invitation.email).exists()


def test_existing_account_is_sent_to_log_in_and_comes_back(client):
    known = UserFactory(email="sven@example.org", language="sv")
    invitation = InvitationFactory(email=known.email)

    here = link(invitation)
    page = text(client.get(here))
    login_url = re.search(r'href="([^"]*/login/\?next=[^"]*)"', page).group(1)
    response = client.post(login_url, {"login": known.email, "password": PASSWORD})
    assert response.url == here
    client.post(here)

    assert known.memberships.get().municipality == invitation.municipality


def test_somebody_else_logged_in_cannot_accept(client, contact):
    invitation = InvitationFactory(email="toinen@example.org")

    assert "toinen@example.org" in text(client.get(link(invitation)))
    assert client.post(link(invitation)).status_code == 403
    assert contact.memberships.count() == 1


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ({"accepted_at": timezone.now()}, 410),
        ({"revoked_at": timezone.now()}, 410),
        ({"expires_at": timezone.now() - timedelta(days=1)}, 410),
    ],
    ids=["used", "revoked", "expired"],
)
def test_dead_link_says_so(client, state, status):
    invitation = InvitationFactory(**state)

    assert client.get(link(invitation)).status_code == status
    response = client.post(
        link(invitation), {"name": "A", "password": PASSWORD, "password_again": PASSWORD}
    )
    assert response.status_code == status
    assert not User.objects.filter(email=invitation.email).exists()


@pytest.mark.parametrize("token", ["x", "MQ:1:2", "<script>", "%00", "ä" * 50])
def test_forged_link_is_not_found(client, token):
    assert client.get(f"/people/invitation/{token}/").status_code == 404
