"""The summary told to children: written beside the publication, frozen, on a page of its own."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from assessments import gates, policies, progress
from assessments.actions.saving import Saved, save_value
from assessments.content import freeze
from assessments.content.children import points
from assessments.loading import load_parts
from assessments.models import Alternative, Assessment
from assessments.phases import Extent, Phase, Status
from assessments.publishing import checks
from assessments.publishing.actions import Hindered, publish, withdraw
from municipalities.models.register import LanguageStatus
from municipalities.roles import Role
from tests import factories
from tests.assessments.test_parts import part_url
from tests.factories.assessments import CHILD_TEXTS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    language = translation.get_language()
    translation.activate("en")
    yield
    translation.activate(language)


@pytest.fixture
def contact():
    return factories.user(Role.LAVA_CONTACT, factories.municipality())


@pytest.fixture
def place(contact):
    return contact.active_memberships[0].municipality


@pytest.fixture
def final(place):
    return factories.full_light_assessment(Status.FINAL, municipality=place)


@pytest.fixture
def told(final):
    factories.tell_children(final)
    return final


@pytest.fixture
def bilingual():
    place = factories.municipality(language_status=LanguageStatus.FINNISH_SWEDISH)
    made = factories.full_light_assessment(
        Status.FINAL, municipality=place, title_alt="Ungdomsgårdens öppettider"
    )
    factories.set_answers(made, rec__summary_alt="Tre kvällar sparar pengar.")
    return made


def writer_of(assessment):
    client = Client()
    client.force_login(assessment.proposal.preparer)
    return client


def lacking(assessment):
    return [each.text for each in gates.missing("for_children", assessment)]


def address(assessment):
    return f"/en/summaries/{assessment.pk}/children/"


# --- Writing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "status",
    [
        Status.PREPARING,
        Status.IN_REVIEW,
        Status.FINAL,
        Status.ON_AGENDA,
        Status.DECIDED,
        Status.FOLLOWING,
    ],
)
def test_it_is_written_from_the_preparation_to_the_follow_up(status):
    made = factories.full_light_assessment(status)
    row = made.alternatives.get(number=1)
    for slot in ("answer:cfs.next", "answer:pub.contact", row.slot("child_sentence")):
        saved = save_value(
            assessment_id=made.pk,
            slot=slot,
            value="In May.",
            base_version=row.version if "child" in slot else 0,
            by=made.proposal.preparer,
        )
        assert isinstance(saved, Saved)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.CLOSED, Status.WITHDRAWN])
def test_it_is_not_written_before_or_after(status):
    made = factories.assessment(status)
    assert not policies.can_write(made.proposal.preparer, made, "cfs")
    assert not policies.can_write(made.proposal.preparer, made, "alternative", "child_sentence")


def test_the_page_asks_each_language_of_the_municipality(final, bilingual):
    one = writer_of(final).get(part_url(final, "publication")).content.decode()
    both = writer_of(bilingual).get(part_url(bilingual, "publication")).content.decode()
    row = bilingual.alternatives.get(number=1)
    for name in (*CHILD_TEXTS, "level", "format"):
        assert f'name="cfs.{name}"' in one
    assert '_alt"' not in one
    for name in CHILD_TEXTS:
        assert f'name="cfs.{name}_alt"' in both
    assert f'name="alternative-{row.pk}-child_sentence_alt"' in both


def test_the_notice_is_asked_in_the_full_assessment_only(final):
    assert (
        'name="pub.notice"'
        not in writer_of(final).get(part_url(final, "publication")).content.decode()
    )
    Assessment.objects.filter(pk=final.pk).update(extent=Extent.FULL)
    assert (
        'name="pub.notice"' in writer_of(final).get(part_url(final, "publication")).content.decode()
    )


def test_a_page_posted_as_a_whole_saves_sentences_and_answers(final):
    client = writer_of(final)
    form = client.get(part_url(final, "publication")).context["section"].form
    row = final.alternatives.get(number=1)
    response = client.post(
        part_url(final, "publication"),
        {
            "versions": client.get(part_url(final, "publication")).context["section"].versions_json,
            "cfs.title": "When is it open?",
            f"alternative-{row.pk}-child_sentence": "Open on three evenings.",
        },
    )
    assert response.status_code == 302
    assert "cfs.title" in form.fields
    row.refresh_from_db()
    assert row.child_sentence == "Open on three evenings."
    assert Assessment.objects.get(pk=final.pk).answer("cfs.title") == "When is it open?"


def test_the_readability_of_what_is_being_written_is_told_and_nothing_is_saved(final):
    client = writer_of(final)
    url = f"{part_url(final, 'publication')}?inside=cfs"
    sent = {"cfs.level": "5-8", "cfs.why": "Kouluverkkoselvityksessä.", "cfs.why_alt": "Nej."}
    answer = client.post(url, sent, headers={"HX-Request": "true"}).content.decode()
    assert "Kouluverkkoselvityksessä" in answer
    assert "Ages 5" in answer
    assert not final.answers.filter(key="cfs.why").exists()
    stranger = Client()
    stranger.force_login(factories.user(Role.PREPARER))
    assert stranger.post(url, sent, headers={"HX-Request": "true"}).status_code == 404


def test_a_late_day_of_publication_is_remarked(final):
    factories.set_answers(final, pub__date="2090-01-01")
    page = writer_of(final).get(part_url(final, "publication")).content.decode()
    assert "The report is published no later than the agenda" in page


# --- Whole or not -------------------------------------------------------------------------------


def test_what_was_decided_is_told_from_the_decision_on(told):
    told.answers.filter(key="cfs.decided").delete()
    assert lacking(told) == []
    Assessment.objects.filter(pk=told.pk).update(status=Status.DECIDED)
    assert lacking(told) == ["Not answered: What was decided and why?"]


def test_every_alternative_has_its_sentence(told):
    Alternative.objects.filter(assessment=told, number=1).update(child_sentence="")
    assert lacking(told) == ["A1 has no sentence for children."]


def test_it_hinders_no_step_and_is_shown_among_the_parts(final):
    def state():
        loaded = Assessment.objects.get(pk=final.pk)
        parts = progress.parts_of(loaded, Phase.DECISION)
        return next(each.state for each in parts if each.key == "publication")

    assert state() == "not_needed"
    factories.set_answers(final, cfs__title="When is it open?")
    assert state() == "in_progress"
    factories.tell_children(final)
    assert state() == "ready"
    assert gates.missing("preparation", final) == []


def test_a_bilingual_municipality_tells_its_children_in_both_languages(bilingual, client):
    contact = factories.user(Role.LAVA_CONTACT, bilingual.municipality)
    factories.tell_children(bilingual)
    bilingual.answers.filter(key="cfs.why_alt").delete()
    found = checks.for_children(Assessment.objects.get(pk=bilingual.pk))
    assert found.state == "missing"
    assert [each.url.partition("#")[2] for each in found.missing] == ["id_cfs.why_alt"]
    made = publish(assessment=bilingual, by=contact)
    assert [each.content["for_children"] for each in made] == [None, None]
    assert client.get(address(bilingual)).status_code == 404
    assert client.get(f"/en/summaries/{bilingual.pk}/").status_code == 200

    factories.set_answers(bilingual, cfs__why_alt="Staden måste spara.")
    made = publish(assessment=bilingual, by=contact, change_note="For children.")
    words = {each.language: each.content["for_children"] for each in made}
    own, other = bilingual.proposal.language, bilingual.proposal.other_language
    assert words[own]["why"] == ["The town must save money."]
    assert words[other]["why"] == ["Staden måste spara."]
    assert {each["name"] for each in words[other]["options"]} == {""}
    page = client.get(f"/{other}/summaries/{bilingual.pk}/children/".replace("/fi/", "/"))
    assert "Staden måste spara." in page.content.decode()


def test_what_is_not_chosen_to_be_published_stays_out(told, contact, client):
    factories.set_answers(told, pub__what=["summary", "report"])
    publish(assessment=told, by=contact)
    assert client.get(address(told)).status_code == 404


# --- The children's page ------------------------------------------------------------------------


def test_children_read_their_page_and_the_summary_leads_to_it(told, contact, client):
    publish(assessment=told, by=contact)
    response = client.get(address(told))
    page = response.content.decode()
    for text in ("When is the youth centre open?", "Friends are here.", "This is way 1."):
        assert text in page
    assert "- Friends" not in page
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    summary = client.get(f"/en/summaries/{told.pk}/").content.decode()
    assert f"/summaries/{told.pk}/children/" in summary
    assert f"/en/summaries/{told.pk}/" in page
    again = client.get(address(told), headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_later_words_do_not_change_it(told, contact, client):
    publish(assessment=told, by=contact)
    before = client.get(address(told)).content
    factories.set_answers(told, cfs__why="Changed afterwards.")
    assert client.get(address(told)).content == before


def test_without_words_for_children_there_is_no_page(final, contact, client):
    publish(assessment=final, by=contact)
    assert client.get(address(final)).status_code == 404
    assert "/children/" not in client.get(f"/en/summaries/{final.pk}/").content.decode()


def test_it_is_withdrawn_with_the_summary(told, contact, client):
    publish(assessment=told, by=contact)
    withdraw(assessment=told, by=contact, reason="The matter lapsed.")
    response = client.get(address(told))
    assert response.status_code == 410
    assert b"The town must save money." not in response.content


def test_before_the_decision_children_are_told_when_it_is_made(told, contact, client):
    told.answers.filter(key="cfs.decided").delete()
    made = publish(assessment=told, by=contact)[0]
    page = client.get(address(told)).content.decode()
    assert made.content["meeting_date"]["text"] in page
    assert 'id="kids-waiting"' in page
    assert 'id="kids-decided"' not in page


def test_older_contents_without_words_for_children_are_read_as_before(told, contact, client):
    made = publish(assessment=told, by=contact)[0]
    content = {key: value for key, value in made.content.items() if key != "for_children"}
    type(made).objects.filter(pk=made.pk).update(content=content, content_hash="old")
    assert client.get(address(told)).status_code == 404
    assert client.get(f"/en/summaries/{told.pk}/").status_code == 200


# --- What is frozen, and what is told of it to officials ----------------------------------------


def test_contact_and_last_day_of_feedback_are_on_the_summary(final, contact, client):
    factories.set_answers(
        final, pub__contact="Youth services, nuoret@example.org", pub__feedback_until="2027-05-12"
    )
    publish(assessment=final, by=contact)
    page = client.get(f"/en/summaries/{final.pk}/").content.decode()
    assert "nuoret@example.org" in page
    assert "12.5.2027" in page or "12 May 2027" in page


def test_the_notice_of_the_start_is_never_published(final, contact, client):
    factories.set_answers(final, pub__notice="The assessment has begun.")
    made = publish(assessment=final, by=contact)[0]
    assert "The assessment has begun." not in str(made.content)


def hindrances(assessment):
    missing, _warnings = checks.look(Assessment.objects.get(pk=assessment.pk))
    return [each.url.partition("#")[2] for each in missing]


def test_secrets_are_looked_at_before_publishing(final):
    factories.set_answers(final, pub__secret=True, pub__secret__ground="Openness Act 24 § 1 mom.")
    missing, warnings = checks.look(Assessment.objects.get(pk=final.pk))
    assert missing == []
    assert [each.url.partition("#")[2] for each in warnings] == ["id_pub.secret"]


@pytest.mark.parametrize("ground", ["", "  "])
def test_secrets_without_a_legal_ground_hinder_the_publication(final, contact, ground):
    factories.set_answers(final, pub__secret=True, pub__secret__ground=ground)
    assert hindrances(final) == ["id_pub.secret.ground"]
    with pytest.raises(Hindered):
        publish(assessment=final, by=contact, is_privacy_checked=True)
    factories.set_answers(final, pub__secret=False)
    assert hindrances(final) == []


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        ([], []),
        (["fi", "sv"], []),
        (["fi"], ["Swedish is not among the languages of the publication."]),
        (
            ["en"],
            [
                "Finnish is not among the languages of the publication.",
                "Swedish is not among the languages of the publication.",
            ],
        ),
    ],
)
def test_a_bilingual_municipality_chooses_both_languages(bilingual, languages, told):
    factories.set_answers(bilingual, pub__langs=languages)
    missing, _warnings = checks.look(Assessment.objects.get(pk=bilingual.pk))
    assert [each.text for each in missing] == told
    assert {each.url for each in missing} <= {f"{part_url(bilingual, 'publication')}#id_pub.langs"}


def test_one_language_is_enough_where_one_is_published(final):
    factories.set_answers(final, pub__langs=["fi"])
    assert hindrances(final) == []
    factories.set_answers(final, pub__langs=["sv"])
    assert hindrances(final) == ["id_pub.langs"]


def test_the_summary_is_published_only_where_it_was_chosen(final, contact, client):
    factories.set_answers(final, pub__what=["report", "child"])
    assert hindrances(final) == ["id_pub.what"]
    with pytest.raises(Hindered):
        publish(assessment=final, by=contact)
    assert not final.publications.exists()
    for chosen in (["summary"], []):
        factories.set_answers(final, pub__what=chosen)
        assert hindrances(final) == []


def test_the_choices_hold_no_screening_without_an_assessment_back(place):
    made = factories.assessment(municipality=place, status=Status.SCREENED_OUT, extent=Extent.NONE)
    factories.set_answers(made, pub__what=["child"], pub__langs=["sv"])
    assert hindrances(made) == []


def test_the_part_is_not_ready_while_its_choices_hinder_the_publication(final):
    factories.set_answers(final, pub__what=["child"])
    load_parts([final])
    (part,) = [
        each for each in progress.parts_of(final, Phase.DECISION) if each.key == "publication"
    ]
    assert (part.state, part.hint) == (
        "in_progress",
        "The summary is not among what is published.",
    )


def test_a_telephone_number_in_a_sentence_leads_to_the_page_where_it_was_written(told):
    Alternative.objects.filter(assessment=told, number=1).update(
        child_sentence="Soita 040 123 4567."
    )
    _missing, warnings = checks.look(Assessment.objects.get(pk=told.pk))
    assert [each.url.split("/")[-2] for each in warnings] == ["publication"]


def test_the_officials_see_why_it_is_not_published(told, contact):
    client = Client()
    client.force_login(contact)
    url = f"/en{reverse('publishing:publication-create', args=[told.pk])[3:]}"
    assert "As the children will see it" in client.get(url).content.decode()
    told.answers.filter(key="cfs.ask").delete()
    page = client.get(url).content.decode()
    assert "because it is not whole" in page
    assert f"{part_url(told, 'publication')}#id_cfs.ask" in page


def test_a_list_is_read_with_or_without_dashes():
    assert points("- One\n\n• Two\nThree ") == ["One", "Two", "Three"]


def test_the_report_has_the_words_for_children(told):
    assert freeze(told, "en")["for_children"]["language"] == told.proposal.language
    assert freeze(told, "en")["for_children"]["you_said"] == [
        "Friends are here.",
        "The evenings are short.",
    ]
