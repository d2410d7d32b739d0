import re
import smtplib

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse
from django.utils.translation import get_language

from municipalities.models import User
from tests.factories.municipalities import UserFactory, user

pytestmark = pytest.mark.django_db

LOGIN = reverse("account_login")
RESET = reverse("account_reset_password")
PASSWORD = "sininen-ovi-42"


def log_in(client, person: User, url: str = LOGIN, **data):
    return client.post(url, {"login": person.email, "password": PASSWORD} | data)


@pytest.mark.parametrize(("language", "start"), [("fi", "/"), ("sv", "/sv/"), ("en", "/en/")])
@pytest.mark.parametrize("page", ["", "/sv", "/en"])
def test_login_opens_the_front_page_in_the_language_of_the_person(
    client, settings, page, language, start
):
    settings.LOGIN_REDIRECT_URL = "/"

    assert log_in(client, UserFactory(language=language), page + LOGIN).url == start


def test_login_leads_back_to_the_page_that_asked_for_it(client):
    wanted = "/sv/people/me/"

    assert log_in(client, user("preparer"), f"{LOGIN}?next={wanted}", next=wanted).url == wanted


def test_login_leads_to_no_foreign_site(client):
    assert "example.com" not in log_in(client, UserFactory(), next="https://example.com/").url


def test_address_is_compared_without_regard_to_case(client):
    UserFactory(email="maija@example.org")

    response = client.post(LOGIN, {"login": "Maija@Example.ORG", "password": PASSWORD})

    assert response.status_code == 302


def test_wrong_password_and_unknown_address_get_one_answer(client):
    known = UserFactory()
    answers = [
        client.post("/en" + LOGIN, {"login": login, "password": "väärä"}).context["form"].errors
        for login in (known.email, "nobody@example.org")
    ]

    assert answers[0] == answers[1]
    assert answers[0]["__all__"] == ["The e-mail address or the password is wrong."]


def test_closed_account_does_not_get_in(client):
    log_in(client, UserFactory(is_active=False))

    assert "_auth_user_id" not in client.session


def test_nobody_signs_up_uninvited(client):
    url = reverse("account_signup")
    data = {"email": "a@example.org", "password1": PASSWORD, "password2": PASSWORD}

    assert "LAVA" in client.get(url).content.decode()
    client.post(url, data)

    assert not User.objects.exists()


def test_logout_stays_in_the_language_of_the_page(client):
    client.force_login(UserFactory(language="fi"))

    assert client.post("/sv" + reverse("account_logout")).url == "/sv/"


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_new_password_by_mail(client, language):
    person = UserFactory(language=language)

    assert client.post(RESET, {"email": person.email}).status_code == 302
    (message,) = mail.outbox
    link = re.search(r"http://testserver(\S+)", message.body).group(1)
    form_page = client.get(link, follow=True).redirect_chain[-1][0]
    new = "vihrea-portti-77"
    done = client.post(form_page, {"password1": new, "password2": new}, follow=True)

    assert done.status_code == 200
    assert User.objects.get(pk=person.pk).check_password(new)
    assert client.get(link).context["token_fail"]


def test_reset_mail_is_in_the_language_of_the_person(client, monkeypatch):
    languages = []
    monkeypatch.setattr(
        DefaultAccountAdapter, "send_mail", lambda *arguments: languages.append(get_language())
    )

    client.post("/en" + RESET, {"email": UserFactory(language="sv").email})

    assert languages == ["sv"]


def test_unknown_address_gets_the_same_page(client):
    known = client.post(RESET, {"email": UserFactory().email})
    unknown = client.post(RESET, {"email": "nobody@example.org"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_mail_server_that_refuses_is_said_on_the_page(client, monkeypatch):
    def refuse(self, messages):
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)

    response = client.post("/en" + RESET, {"email": UserFactory().email}, follow=True)

    assert "The mail could not be sent now." in response.content.decode()


def test_password_change_asks_for_the_current_one(client):
    person = UserFactory()
    client.force_login(person)
    url = reverse("account_change_password")
    new = {"password1": "vihrea-portti-77", "password2": "vihrea-portti-77"}

    refused = client.post(url, new | {"oldpassword": "väärä"})
    assert refused.context["form"].errors.keys() == {"oldpassword"}
    client.post(url, new | {"oldpassword": PASSWORD})

    assert User.objects.get(pk=person.pk).check_password("vihrea-portti-77")


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_inactive",
        "account_signup",
    ],
)
def test_open_account_pages_are_ours(client, name):
    response = client.get(reverse(name))

    assert response.status_code == 200
    assert "base.html" in [template.name for template in response.templates]
    assert "example.com" not in response.content.decode()


@pytest.mark.parametrize("name", ["account_logout", "account_change_password"])
def test_account_pages_behind_login_are_ours(client, name):
    client.force_login(UserFactory())

    response = client.get(reverse(name))

    assert response.status_code == 200
    assert "base.html" in [template.name for template in response.templates]


@pytest.mark.parametrize("page", ["email/", "confirm-email/", "reauthenticate/", "login/code/"])
def test_account_pages_that_we_do_not_use_are_not_served(client, page):
    client.force_login(UserFactory())

    assert client.get(f"/accounts/{page}").status_code == 404
