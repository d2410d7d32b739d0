"""What everybody reads: frozen, without cookies, the same after later edits."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from lxml import html

from assessments.models import Alternative, Hearing
from assessments.phases import Status
from assessments.publishing.actions import Hindered, publish, withdraw
from assessments.publishing.models import Publication
from municipalities.models import AuditEntry
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact():
    place = factories.municipality()
    return factories.user(Role.LAVA_CONTACT, place)


@pytest.fixture
def place(contact):
    return contact.active_memberships[0].municipality


@pytest.fixture
def assessment(place):
    return factories.full_light_assessment(Status.DECIDED, municipality=place)


@pytest.fixture
def published(assessment, contact):
    return publish(assessment=assessment, by=contact)[0]


def page(client, pk, **headers):
    return client.get(f"/summaries/{pk}/", **headers)


def test_the_summary_tells_what_the_assessment_tells(client, published, assessment):
    text = page(client, assessment.pk).content.decode()
    for expected in (
        assessment.proposal.title,
        "Three evenings save money but weaken free time.",
        "Friends are the most important thing.",
        "The school café was added to the alternatives.",
        "How many would stop coming.",
        "A school café on two afternoons.",
        "Present state continues",
    ):
        assert expected in text


def test_the_summary_begins_with_links_to_all_its_sections(client, published, assessment):
    document = html.fromstring(page(client, assessment.pk).content)
    (contents,) = document.xpath("//article/nav[contains(@class, 'no-print')]")
    assert contents.get("aria-labelledby") == contents.find("h2").get("id")
    links = [(each.get("href"), each.text_content()) for each in contents.iter("a")]
    sections = document.xpath("//article//section[@id]")
    assert links == [(f"#{each.get('id')}", each.find("h2").text_content()) for each in sections]
    # What a link leads to is read without unfolding anything.
    assert [each.get("id") for each in sections if each.find("h2").getnext().tag == "details"] == []
    assert document.xpath("//details//section | //details//h2") == []


def test_public_pages_set_no_cookie_and_do_not_vary_by_one(client, published, assessment, place):
    for url in (
        "/",
        "/sv/",
        "/municipalities/",
        f"/municipalities/{place.code}/",
        f"/summaries/{assessment.pk}/",
        f"/summaries/{assessment.pk}/versions/1/",
    ):
        response = client.get(url)
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert response["Cache-Control"] == "public, max-age=60, must-revalidate"


def test_the_answer_is_the_same_for_a_person_who_is_logged_in(
    client, log_in, published, assessment
):
    anonymous = page(client, assessment.pk)
    logged_in = page(log_in(factories.user(Role.COUNCILLOR)), assessment.pk)
    assert anonymous.content == logged_in.content
    assert "Cookie" not in logged_in.get("Vary", "")


@pytest.mark.parametrize("path", ["/", "/municipalities/", "/summaries/{pk}/"])
def test_a_reader_who_comes_again_gets_304(client, published, assessment, path):
    url = path.format(pk=assessment.pk)
    first = client.get(url)
    again = client.get(url, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content
    assert again["ETag"] == first["ETag"]


def test_lists_change_their_tag_when_something_is_published(client, assessment, contact):
    before = client.get("/")
    publish(assessment=assessment, by=contact)
    after = client.get("/", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert assessment.proposal.title in after.content.decode()


def test_later_edits_do_not_change_the_published_page(client, published, assessment):
    before = page(client, assessment.pk).content
    Alternative.objects.filter(assessment=assessment).update(name="Changed afterwards")
    factories.set_answers(assessment, rec__summary="Changed afterwards")
    assessment.proposal.title = "Changed afterwards"
    assessment.proposal.save()
    after = page(client, assessment.pk)
    assert after.content == before
    assert b"Changed afterwards" not in client.get("/").content


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.SCREENED_OUT}))
def test_nothing_unpublished_is_on_any_public_page(client, place, status):
    secret = "Untold words of a draft"
    if status == Status.CLOSED:
        made = factories.full_light_assessment(status, municipality=place, title=secret)
    else:
        made = factories.assessment(status, municipality=place, title=secret, description=secret)
    for url in (
        "/",
        "/municipalities/",
        f"/municipalities/{place.code}/",
        f"/summaries/{made.pk}/",
        f"/summaries/{made.pk}/versions/1/",
        f"/summaries/{made.pk}/versions/1/report-fi.pdf",
    ):
        assert secret not in client.get(url).content.decode()
    assert page(client, made.pk).status_code == 404


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PREPARING, Status.IN_REVIEW])
def test_a_draft_cannot_be_published(place, contact, status):
    made = factories.assessment(status, municipality=place)
    with pytest.raises(Hindered):
        publish(assessment=made, by=contact)
    assert not Publication.objects.exists()


def test_publishing_needs_the_right(assessment, place):
    for role in (Role.PREPARER, Role.COUNCILLOR):
        with pytest.raises(PermissionDenied):
            publish(assessment=assessment, by=factories.user(role, place))
    with pytest.raises(PermissionDenied):
        publish(assessment=assessment, by=factories.user(Role.LAVA_CONTACT))


def test_publishing_owes_the_pdf_and_writes_the_log(published, contact):
    assert published.report.state == "queued"
    assert published.report.content == published.content
    entry = AuditEntry.objects.get(action="publish")
    assert entry.by == contact


def test_a_correction_is_a_new_version_with_a_note(client, published, assessment, contact):
    factories.set_answers(assessment, rec__summary="Now with the right numbers.")
    with pytest.raises(ValidationError):
        publish(assessment=assessment, by=contact)
    publish(assessment=assessment, by=contact, change_note="The numbers were wrong.")
    now = page(client, assessment.pk).content.decode()
    assert "Now with the right numbers." in now
    assert "The numbers were wrong." in now
    old = client.get(f"/summaries/{assessment.pk}/versions/1/").content.decode()
    assert "Three evenings save money" in old
    assert f'href="/summaries/{assessment.pk}/"' in old
    assert client.get("/").content.decode().count(assessment.proposal.title) == 1


def test_a_withdrawn_page_is_gone_and_tells_why(client, published, assessment, contact):
    held = page(client, assessment.pk)["ETag"]
    withdraw(assessment=assessment, by=contact, reason="A wrong table had been attached.")
    for url in (
        f"/summaries/{assessment.pk}/",
        f"/summaries/{assessment.pk}/versions/1/",
        f"/summaries/{assessment.pk}/versions/1/report-fi.pdf",
    ):
        response = client.get(url, headers={"If-None-Match": held})
        text = response.content.decode()
        assert response.status_code == 410
        assert "A wrong table had been attached." in text
        assert "Three evenings" not in text
    assert assessment.proposal.title not in client.get("/").content.decode()
    again = publish(assessment=assessment, by=contact, change_note="With the right table.")[0]
    assert again.version == 2
    assert page(client, assessment.pk).status_code == 200
    assert client.get(f"/summaries/{assessment.pk}/versions/1/").status_code == 410


def test_withdrawing_needs_a_reason_and_something_to_withdraw(assessment, contact, published):
    with pytest.raises(ValidationError):
        withdraw(assessment=assessment, by=contact, reason="  ")
    withdraw(assessment=assessment, by=contact, reason="Reason.")
    with pytest.raises(ValidationError):
        withdraw(assessment=assessment, by=contact, reason="Reason.")


def test_a_publication_cannot_be_changed(published):
    published.title = "Other"
    with pytest.raises(TypeError):
        published.save()
    with pytest.raises(TypeError):
        published.save(update_fields=["content"])
    published.save(update_fields=["is_current"])


def test_a_bilingual_municipality_publishes_in_both_languages(client):
    place = factories.municipality(language_status="fi-sv")
    contact = factories.user(Role.LAVA_CONTACT, place)
    made = factories.full_light_assessment(Status.FINAL, municipality=place)
    with pytest.raises(Hindered) as refused:
        publish(assessment=made, by=contact)
    assert {each.url for each in refused.value.missing} == {
        f"/proposals/{made.pk}/matter/#id_title_alt",
        f"/proposals/{made.pk}/parts/rec/#id_rec.summary_alt",
    }
    made.proposal.title_alt = "Ungdomsgårdens öppettider"
    made.proposal.save()
    factories.set_answers(made, rec__summary_alt="Tre kvällar sparar pengar.")
    publish(assessment=made, by=contact)
    finnish, swedish = page(client, made.pk), client.get(f"/sv/summaries/{made.pk}/")
    assert "Three evenings save money" in finnish.content.decode()
    assert "Tre kvällar sparar pengar." in swedish.content.decode()
    assert '<html lang="sv">' in swedish.content.decode()
    assert "Ungdomsgårdens öppettider" in client.get("/sv/").content.decode()
    english = client.get(f"/en/summaries/{made.pk}/").content.decode()
    assert '<html lang="en">' in english
    assert '<article class="publication" lang="fi">' in english


def test_a_screening_without_an_assessment_is_published_as_one_line(client, place, contact):
    made = factories.assessment(Status.SCREENED_OUT, municipality=place)
    publication = publish(assessment=made, by=contact)[0]
    assert publication.kind == "screening"
    assert publication.report is None
    text = page(client, made.pk).content.decode()
    assert publication.card["line"] in text
    assert "The opening hours of a service for young people change." in text


def test_few_children_are_never_shown_as_a_number(client, assessment, contact):
    Hearing.objects.filter(assessment=assessment).update(number=3, invited=4, said="Heard.")
    publication = publish(assessment=assessment, by=contact)[0]
    hearing = publication.content["hearings"][0]
    assert (hearing["number"], hearing["invited"]) == ("<5", "<5")
    assert "&lt;5" in page(client, assessment.pk).content.decode()


def test_texts_are_shown_as_text(client, place, contact):
    nasty = "<script>alert(1)</script> {{ c.title }} {% now 'Y' %} 😀 \u202eabc\u202c & \x0b end"
    made = factories.full_light_assessment(Status.FINAL, municipality=place)
    factories.set_answers(made, rec__summary=nasty)
    publish(assessment=made, by=contact)
    text = page(client, made.pk).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ c.title }}" in text
    assert "😀 \u202eabc\u202c &amp;" in text
    assert "\x0b" not in text


def test_demonstration_is_marked(client, place, contact):
    made = factories.full_light_assessment(Status.FINAL, municipality=place, is_demo=True)
    publish(assessment=made, by=contact)
    assert "demo-mark" in page(client, made.pk).content.decode()


def test_a_report_that_is_not_ready_asks_to_come_again(client, published, assessment):
    response = client.get(f"/summaries/{assessment.pk}/versions/1/report-fi.pdf")
    assert response.status_code == 503
    assert response["Retry-After"]
    assert client.get(f"/summaries/{assessment.pk}/versions/1/report-sv.pdf").status_code == 404


def test_the_municipality_page_lists_years_and_follow_ups(client, place, contact):
    made = factories.full_light_assessment(
        Status.CLOSED,
        municipality=place,
        meeting_date=timezone.localdate() + timedelta(days=30),
        agenda_deadline=timezone.localdate() + timedelta(days=10),
    )
    publish(assessment=made, by=contact)
    text = client.get(f"/municipalities/{place.code}/").content.decode()
    assert made.proposal.title in text
    assert str((timezone.localdate() + timedelta(days=30)).year) in text
    assert client.get("/municipalities/ZZZ/").status_code == 404


def test_a_known_page_costs_one_query(client, published, assessment, django_assert_num_queries):
    page(client, assessment.pk)
    with django_assert_num_queries(1):
        page(client, assessment.pk)


def test_lists_cost_the_same_however_long_they_are(
    client, place, contact, django_assert_max_num_queries
):
    for _number in range(4):
        publish(
            assessment=factories.full_light_assessment(Status.FINAL, municipality=place), by=contact
        )
    client.get("/")
    for url in ("/", "/municipalities/", f"/municipalities/{place.code}/"):
        with django_assert_max_num_queries(4):
            client.get(url)


def test_a_coming_follow_up_is_shown_beside_a_made_one_of_the_same_words(client, place, contact):
    made = factories.full_light_assessment(Status.CLOSED, municipality=place)
    point = made.followuppoints.get()
    coming = timezone.localdate() + timedelta(days=400)
    type(point).objects.create(
        assessment=made, municipality=place, due=coming, what=point.what, who=point.who
    )
    publish(assessment=made, by=contact)
    text = client.get(f"/municipalities/{place.code}/").content.decode()
    assert f'datetime="{coming.isoformat()}"' in text
    assert f'datetime="{point.due.isoformat()}"' not in text
