"""A municipality's own questions, and assessments that keep the catalogue they began with."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from assessments import gates
from assessments.actions import questions as actions
from assessments.actions.saving import save_value
from assessments.models import ExtraQuestion
from assessments.models.extra import MOST
from assessments.questions import CATALOGUE_VERSION, changes_since
from assessments.questions.base import Kind, Question, Requirement
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_light_assessment("preparing")


@pytest.fixture
def contact(assessment):
    return factories.user(Role.LAVA_CONTACT, assessment.municipality)


def asked_in(municipality, **fields):
    values = {"page": "rec", "text_fi": "Miten kylä muuttuu?", "text_sv": "Hur ändras byn?"}
    return ExtraQuestion.objects.create(municipality=municipality, **values | fields)


def page_of(assessment, person, part="rec"):
    client = Client()
    client.force_login(person)
    return client.get(reverse("assessments:assessment-part", args=[assessment.pk, part]))


def logged_in(person):
    client = Client()
    client.force_login(person)
    return client


def test_an_own_question_is_asked_saved_and_remembered_like_any_other(assessment):
    asked = asked_in(assessment.municipality)
    preparer = assessment.proposal.preparer
    assert "Miten kylä muuttuu?" in page_of(assessment, preparer).content.decode()
    client = logged_in(preparer)
    url = reverse("assessments:value-save", args=[assessment.pk])
    data = {"slot": f"answer:{asked.key}", "value": "Koulu oli kylän sydän.", "base": "0"}
    page = page_of(assessment, preparer).context
    answer = client.post(url, data | {"owner": page["owner"], "key": "k1"})
    assert answer.status_code == 200, answer.content
    assert assessment.answers.get(key=asked.key).value == "Koulu oli kylän sydän."
    history = client.get(reverse("assessments:revision-list", args=[assessment.pk]))
    assert "Miten kylä muuttuu?" in history.content.decode()


def test_it_is_asked_in_the_language_of_the_reader(assessment):
    asked = asked_in(assessment.municipality)
    with translation.override("sv"):
        assert asked.question.text == "Hur ändras byn?"
    asked.text_sv = ""
    with translation.override("sv"):
        assert asked.text == "Miten kylä muuttuu?"


def test_another_municipality_neither_sees_nor_answers_it(assessment):
    foreign = asked_in(factories.municipality())
    preparer = assessment.proposal.preparer
    assert "Miten kylä" not in page_of(assessment, preparer).content.decode()
    client = logged_in(preparer)
    url = reverse("assessments:value-save", args=[assessment.pk])
    owner = page_of(assessment, preparer).context["owner"]
    data = {"slot": f"answer:{foreign.key}", "value": "x", "base": "0", "owner": owner}
    assert client.post(url, data).status_code == 404
    assert not assessment.answers.filter(key=foreign.key).exists()


def test_a_question_out_of_use_stays_where_it_was_answered(assessment):
    asked = asked_in(assessment.municipality)
    preparer = assessment.proposal.preparer
    save_value(
        assessment_id=assessment.pk,
        slot=f"answer:{asked.key}",
        value="Answered.",
        base_version=0,
        by=preparer,
    )
    other = factories.full_light_assessment(
        "preparing", municipality=assessment.municipality, preparer=preparer
    )
    ExtraQuestion.objects.update(is_active=False)
    assert "Answered." in page_of(assessment, preparer).content.decode()
    assert "Miten kylä" not in page_of(other, preparer).content.decode()


def test_at_most_ten_are_in_use(assessment, contact):
    place = assessment.municipality
    rows = [asked_in(place, text_fi=f"Kysymys {number}") for number in range(MOST)]
    eleventh = ExtraQuestion(municipality=place, page="rec", text_fi="Yksi liikaa")
    with pytest.raises(ValidationError):
        actions.save_question(asked=eleventh, by=contact)
    actions.set_in_use(asked=rows[0], in_use=False, by=contact)
    actions.save_question(asked=eleventh, by=contact)
    with pytest.raises(ValidationError):
        actions.set_in_use(asked=rows[0], in_use=True, by=contact)


def test_what_has_been_answered_keeps_its_words(assessment, contact):
    asked = asked_in(assessment.municipality)
    asked.text_fi = "Miten kylän elämä muuttuu?"
    actions.save_question(asked=asked, by=contact)
    factories.set_answers(assessment, **{asked.key.replace(".", "__"): "Text"})
    asked.text_fi = "Something else?"
    with pytest.raises(ValidationError):
        actions.save_question(asked=asked, by=contact)


def test_only_the_contact_person_keeps_the_questions(assessment):
    preparer = assessment.proposal.preparer
    with pytest.raises(PermissionDenied):
        actions.save_question(
            asked=ExtraQuestion(municipality=assessment.municipality, page="rec", text_fi="Miksi?"),
            by=preparer,
        )


def test_the_form_wants_both_languages_of_a_bilingual_municipality(contact, assessment):
    place = assessment.municipality
    type(place).objects.filter(pk=place.pk).update(language_status="fi-sv")
    url = reverse("assessments:extraquestion-create", args=[place.pk])
    answer = logged_in(contact).post(url, {"page": "rec", "text_fi": "Miksi juuri nyt?"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["text_sv"]
    assert "Miksi juuri nyt?" in answer.content.decode()
    both = {"page": "rec", "text_fi": "Miksi juuri nyt?", "text_sv": "Varför just nu?"}
    assert logged_in(contact).post(url, both).status_code == 302
    assert ExtraQuestion.objects.get().text_sv == "Varför just nu?"


# --- Versions of the catalogue --------------------------------------------------------------------


def on_version(assessment, version):
    type(assessment).objects.filter(pk=assessment.pk).update(catalogue_version=version)
    assessment.catalogue_version = version
    return assessment


def test_a_question_belongs_to_the_versions_that_ask_it():
    asked = Question("x.y", "?", Kind.TEXT, Requirement.FULL, since="2026.2")
    gone = Question("x.z", "?", Kind.TEXT, Requirement.FULL, until="2026.1")
    assert [asked.is_in(each) for each in ("2026.1", "2026.2")] == [False, True]
    assert [gone.is_in(each) for each in ("2026.1", "2026.2")] == [True, False]


def test_a_running_assessment_stays_with_its_questions_until_it_is_upgraded():
    made = on_version(factories.full_assessment("preparing"), "2026.1")
    made.answers.filter(key="rec.standpoint").delete()
    preparer = made.proposal.preparer
    field = "id_rec.standpoint"
    assert field not in page_of(made, preparer).content.decode()
    assert gates.missing("preparation", made) == []
    client = logged_in(preparer)
    url = reverse("assessments:catalogue-upgrade", args=[made.pk])
    assert "standpoint" not in page_of(made, preparer).content.decode()
    added, dropped = changes_since("2026.1", "full")
    assert [each.key for each in added] == ["rec.standpoint"] and dropped == []
    assert str(added[0].text) in client.get(url).content.decode()
    assert client.post(url).status_code == 302
    made.refresh_from_db()
    assert made.catalogue_version == CATALOGUE_VERSION
    assert field in page_of(made, preparer).content.decode()
    (missing,) = gates.missing("preparation", made)
    assert missing.url.endswith(field)


def test_an_upgrade_is_offered_once_and_not_after_the_review():
    made = on_version(factories.full_assessment("in_review"), "2026.1")
    with pytest.raises(PermissionDenied):
        actions.upgrade_catalogue(assessment=made, by=made.proposal.preparer)
    new = factories.full_assessment("preparing")
    with pytest.raises(PermissionDenied):
        actions.upgrade_catalogue(assessment=new, by=new.proposal.preparer)
