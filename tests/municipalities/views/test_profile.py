import pytest
from django.urls import reverse

from municipalities.models import User
from municipalities.roles import Role
from tests.factories.municipalities import MembershipFactory, MunicipalityFactory, user

pytestmark = pytest.mark.django_db

PROFILE = reverse("municipalities:user-update")
LANGUAGE = reverse("municipalities:user-language")


@pytest.fixture
def person(client) -> User:
    someone = user(Role.PREPARER, name="Pekka Vanha")
    client.force_login(someone)
    return someone


def test_page_lists_my_roles_in_several_municipalities(client, person):
    for name in ("Heinola", "Hartola"):
        MembershipFactory(user=person, municipality=MunicipalityFactory(name_fi=name))

    page = client.get(PROFILE).content.decode()

    assert "Heinola" in page and "Hartola" in page


def test_name_is_changed(client, person):
    response = client.post(PROFILE, {"name": "Pekka Uusi"})

    assert response.url == PROFILE
    assert User.objects.get(pk=person.pk).name == "Pekka Uusi"


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "nul\x00"])
def test_refused_name_is_shown_and_not_saved(client, person, name):
    response = client.post(PROFILE, {"name": name})

    assert response.context["name_form"].errors.keys() == {"name"}
    assert User.objects.get(pk=person.pk).name == "Pekka Vanha"


def test_markup_in_a_name_is_shown_as_text(client, person):
    client.post(PROFILE, {"name": "<b>{{ 1 }}</b>"})

    assert "&lt;b&gt;{{ 1 }}&lt;/b&gt;" in client.get(PROFILE).content.decode()


def test_language_choice_answers_in_that_language(client, person):
    response = client.post(LANGUAGE, {"language": "sv"})

    assert response.url == f"/sv{PROFILE}"
    assert User.objects.get(pk=person.pk).language == "sv"


def test_unknown_language_is_refused_beside_the_choice(client, person):
    response = client.post(LANGUAGE, {"language": "se"})

    assert response.context["language_form"].errors.keys() == {"language"}
    assert User.objects.get(pk=person.pk).language == "fi"


def test_language_is_changed_by_post_only(client, person):
    assert client.get(LANGUAGE).status_code == 405
