import pytest
from django.contrib import admin
from django.urls import reverse

from municipalities.models import AuditEntry, ChildPopulation, IndicatorImport, User
from tests.factories.municipalities import (
    DecisionBodyFactory,
    InvitationFactory,
    MembershipFactory,
    UserFactory,
    observed,
)

pytestmark = pytest.mark.django_db

OURS = [model for model in admin.site._registry if model._meta.app_label == "municipalities"]


@pytest.fixture
def main_user(client) -> User:
    user = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


@pytest.fixture
def rows(main_user):
    membership = MembershipFactory()
    place = membership.municipality
    DecisionBodyFactory(municipality=place)
    InvitationFactory(municipality=place)
    AuditEntry.record(action="invite", target=membership, by=main_user, municipality=place)
    ages = dict.fromkeys(
        ["age_0_2", "age_3_6", "age_7_12", "age_13_15", "age_16_17", "age_0_17", "population"], 1
    )
    ChildPopulation.objects.create(
        municipality=place, year=2019, source="test", quality="exact", **ages
    )
    IndicatorImport.objects.create(source="test", problem="slow")
    observed(127, place, 100_854)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_list_and_every_row_opens_and_nothing_can_be_deleted(client, rows, model):
    name = f"admin:municipalities_{model._meta.model_name}"
    row = model.objects.first()

    assert client.get(reverse(f"{name}_changelist"), {"q": "a"}).status_code == 200
    assert client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200
    assert client.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=row.pk).exists()


def test_log_is_read_only(client, rows):
    entry = AuditEntry.objects.get()

    assert client.get(reverse("admin:municipalities_auditentry_add")).status_code == 403
    response = client.post(
        reverse("admin:municipalities_auditentry_change", args=[entry.pk]), {"note": "x"}
    )
    assert response.status_code == 403


def test_main_user_adds_a_person_once(client, main_user):
    data = {
        "email": "Uusi@Example.org",
        "name": "Uusi Henkilö",
        "language": "sv",
        "usable_password": "true",
        "password1": "sininen-ovi-42",
        "password2": "sininen-ovi-42",
    }

    client.post(reverse("admin:municipalities_user_add"), data)
    client.post(reverse("admin:municipalities_user_add"), data | {"email": "uusi@example.org"})

    person = User.objects.get(email="uusi@example.org")
    assert person.check_password("sininen-ovi-42")


def test_other_officials_do_not_get_in(client):
    client.force_login(MembershipFactory().user)

    assert client.get(reverse("admin:municipalities_user_changelist")).status_code == 302
