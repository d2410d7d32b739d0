"""The coordinator's pages, and who is let in: 404 for other regions, 403 with the reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessments.accelerator.models import Programme, SupportNote
from assessments.phases import Status
from tests import factories
from tests.factories import accelerator

pytestmark = pytest.mark.django_db

PAGES = (
    "",
    "change/",
    "status/closed/",
    "status/running/",
    "meetings/",
    "calendar.ics",
    "progress/",
    "progress.csv",
    "municipalities/",
    "municipalities/{participation}/",
    "municipalities/{participation}/change/",
    "municipalities/{participation}/leave/",
)
OPEN_TO_OFFICIALS = {"", "calendar.ics", "municipalities/{participation}/"}


@pytest.fixture
def programme():
    return accelerator.programme()


@pytest.fixture
def taking_part(programme):
    place = factories.municipality(region=programme.region)
    made = factories.assessment(
        status=Status.PREPARING,
        municipality=place,
        title="Kyläkoulu",
        description="A draft that only the municipality reads.",
    )
    return accelerator.participation(
        programme, place, [made.proposal], note="A word between coordinators."
    )


def _url(taking_part, page):
    address = page.format(participation=taking_part.pk)
    return f"/programmes/{taking_part.programme_id}/{address}"


@pytest.mark.parametrize("page", PAGES)
def test_the_coordinator_gets_in(log_in, taking_part, page):
    client = log_in(taking_part.programme.created_by)
    assert client.get(_url(taking_part, page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_programme_of_another_region_is_not_found(log_in, taking_part, page):
    stranger = accelerator.coordinator(factories.region(code="01"))
    assert log_in(stranger).get(_url(taking_part, page)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_municipality_outside_the_programme_finds_nothing(log_in, taking_part, page):
    stranger = factories.user("lava_contact", factories.municipality())
    assert log_in(stranger).get(_url(taking_part, page)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ["preparer", "lava_contact"])
def test_officials_of_a_participant_read_and_are_told_why_no_more(log_in, taking_part, page, role):
    client = log_in(factories.user(role, taking_part.municipality))
    response = client.get(_url(taking_part, page))
    if page in OPEN_TO_OFFICIALS:
        assert response.status_code == 200
    else:
        assert response.status_code == 403
        assert "LAPE" in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_without_a_login_one_is_asked_to_log_in(client, taking_part, page):
    assert client.get(_url(taking_part, page)).status_code == 302


def test_officials_do_not_see_other_municipalities_or_coordinators_notes(log_in, taking_part):
    other = accelerator.participation(taking_part.programme)
    client = log_in(factories.user("lava_contact", taking_part.municipality))
    assert client.get(_url(other, "municipalities/{participation}/")).status_code == 404
    for page in ("", "municipalities/{participation}/"):
        content = client.get(_url(taking_part, page)).content.decode()
        assert other.municipality.name not in content
        assert taking_part.note not in content


def test_officials_cannot_write_into_the_log(log_in, taking_part):
    client = log_in(factories.user("lava_contact", taking_part.municipality))
    response = client.post(_url(taking_part, "municipalities/{participation}/"), {"text": "x"})
    assert response.status_code == 403
    assert not SupportNote.objects.exists()


def test_a_draft_is_progress_but_never_text(log_in, taking_part):
    client = log_in(taking_part.programme.created_by)
    for page in ("progress/", "progress.csv", "municipalities/{participation}/"):
        content = client.get(_url(taking_part, page)).content.decode()
        assert "Kyläkoulu" in content
        assert "only the municipality reads" not in content
    link = f'href="/proposals/{taking_part.pilots.get().pk}/"'
    assert (
        link
        not in client.get(_url(taking_part, "municipalities/{participation}/")).content.decode()
    )


def test_a_finished_assessment_is_a_link(log_in, taking_part):
    type(taking_part.pilots.get().assessment).objects.update(status=Status.FINAL)
    client = log_in(taking_part.programme.created_by)
    content = client.get(_url(taking_part, "municipalities/{participation}/")).content.decode()
    assert f'href="/proposals/{taking_part.pilots.get().pk}/"' in content


def _dates(client, **fields):
    values = {"name": "LAVA 2018", "first_day": "2018-03-13", "goal": "", **fields}
    values.setdefault("region", client.coordinator.memberships.get().region_id)
    return client.post("/programmes/new/", values), values


@pytest.fixture
def running(log_in):
    coordinator = accelerator.coordinator()
    client = log_in(coordinator)
    client.coordinator = coordinator
    return client


def _meeting_fields(formset):
    """What the browser sends from the meeting forms as they are shown."""
    fields = {
        "meetings-TOTAL_FORMS": len(formset.forms),
        "meetings-INITIAL_FORMS": formset.initial_form_count(),
    }
    for form in formset.forms:
        for bound in form:
            value = bound.value()
            shown = bound.field.widget.format_value(value)
            if isinstance(shown, list):
                shown = shown[0] if shown else ""
            if bound.name != "cancelled":
                fields[bound.html_name] = "" if shown is None else shown
    return fields


def test_a_new_programme_in_two_steps(running):
    place = factories.municipality(name_fi="Asikkala")
    response, values = _dates(running, step="dates")
    assert "22.3.2018" not in response.content.decode()  # the control holds the ISO date
    assert "2018-03-22" in response.content.decode()
    fields = values | _meeting_fields(response.context["formset"])
    fields |= {"step": "create", "municipalities": [place.pk]}
    fields["meetings-5-day"] = "2018-04-11"
    response = running.post("/programmes/new/", fields)
    programme = Programme.objects.get()
    assert response.status_code == 302
    assert programme.meetings.count() == 7
    assert programme.participations.get().municipality == place
    days = [str(each.day) for each in programme.held_meetings]
    assert days[5:] == ["2018-04-11", "2018-05-09"]


def test_the_dates_say_which_days_are_holidays(running):
    response, _values = _dates(running, step="dates")
    hints = [form.hint for form in response.context["formset"]]
    assert [bool(hint) for hint in hints] == [False, False, False, True, False, False, True]


def test_a_time_that_does_not_exist_is_refused_next_to_the_field(running):
    response, values = _dates(running, step="dates")
    fields = values | _meeting_fields(response.context["formset"]) | {"step": "create"}
    fields |= {"meetings-0-day": "2018-03-25", "meetings-0-starts": "03:30"}
    response = running.post("/programmes/new/", fields)
    assert response.status_code == 422
    assert "starts" in response.context["formset"].forms[0].errors
    assert not Programme.objects.exists()


def test_meetings_that_are_all_after_the_follow_up_are_refused_in_words(running):
    response, values = _dates(running, step="dates")
    fields = values | _meeting_fields(response.context["formset"]) | {"step": "create"}
    fields |= {name: "2028-09-01" for name in fields if name.endswith("-day")}
    response = running.post("/en/programmes/new/", fields)
    assert response.status_code == 422
    assert "Every meeting is after the follow-up month has begun" in response.content.decode()
    assert not Programme.objects.exists()


def test_a_region_that_is_not_mine_is_refused(running):
    response, _values = _dates(running, region=factories.region(code="01").pk)
    assert "region" in response.context["form"].errors


@pytest.mark.parametrize(
    ("name", "value"),
    [("first_day", "yesterday"), ("first_day", ""), ("name", ""), ("name", "x" * 121)],
)
def test_bad_input_is_shown_next_to_its_field(running, name, value):
    response, _values = _dates(running, **{name: value})
    assert response.status_code == 422
    assert name in response.context["form"].errors


def test_meetings_are_changed_added_and_cancelled_on_one_page(running):
    programme = accelerator.programme(accelerator.FIRST_DAY_2018, created_by=running.coordinator)
    url = f"/programmes/{programme.pk}/meetings/"
    fields = _meeting_fields(running.get(url).context["formset"])
    fields |= {"meetings-0-starts": "16:00", "meetings-1-cancelled": "on"}
    fields |= {"meetings-7-day": "2018-06-05", "meetings-7-starts": "9:00"}
    fields |= {"meetings-7-ends": "10.00", "meetings-7-kind": "training"}
    assert running.post(url, fields).status_code == 302
    changed = Programme.objects.get().held_meetings
    assert timezone.localtime(changed[0].starts_at).hour == 16
    assert len(changed) == 7
    assert changed[-1].kind == "training"


def test_an_untouched_empty_row_adds_nothing(running):
    programme = accelerator.programme(created_by=running.coordinator)
    url = f"/programmes/{programme.pk}/meetings/"
    fields = _meeting_fields(running.get(url).context["formset"])
    assert running.post(url, fields).status_code == 302
    assert programme.meetings.count() == 7


def test_a_stale_change_is_refused_and_nothing_typed_is_lost(running):
    programme = accelerator.programme(created_by=running.coordinator)
    url = f"/programmes/{programme.pk}/meetings/"
    fields = _meeting_fields(running.get(url).context["formset"])
    first = programme.meetings.first()
    programme.meetings.filter(pk=first.pk).update(sequence=3, place="Kirjasto")
    response = running.post(url, fields | {"meetings-0-place": "Kaupungintalo"})
    assert response.status_code == 409
    assert "Kaupungintalo" in response.content.decode()


def test_a_meeting_of_another_programme_is_not_taken(running):
    programme = accelerator.programme(created_by=running.coordinator)
    other = accelerator.programme().meetings.first()
    url = f"/programmes/{programme.pk}/meetings/"
    fields = _meeting_fields(running.get(url).context["formset"])
    response = running.post(url, fields | {"meetings-0-pk": other.pk})
    assert response.status_code == 422
    assert response.context["formset"].non_form_errors()


def test_contact_pilots_and_group_of_a_municipality(log_in, taking_part):
    client = log_in(taking_part.programme.created_by)
    contact = factories.user("lava_contact", taking_part.municipality)
    url = _url(taking_part, "municipalities/{participation}/change/")
    stranger = factories.assessment().proposal
    fields = {"contact": contact.pk, "group": "school", "pilots": [stranger.pk]}
    assert "pilots" in client.post(url, fields).context["form"].errors
    fields["pilots"] = [taking_part.pilots.get().pk]
    assert client.post(url, fields).status_code == 302
    taking_part.refresh_from_db()
    assert (taking_part.contact, taking_part.group) == (contact, "school")


def test_a_contact_from_another_municipality_is_refused(log_in, taking_part):
    client = log_in(taking_part.programme.created_by)
    stranger = factories.user("lava_contact", factories.municipality())
    url = _url(taking_part, "municipalities/{participation}/change/")
    assert "contact" in client.post(url, {"contact": stranger.pk}).context["form"].errors


def test_support_is_logged_and_read_by_the_municipality(log_in, client, taking_part):
    url = _url(taking_part, "municipalities/{participation}/")
    fields = {"on": "2018-03-20", "kind": "visit", "text": "Johtoryhmän käynti <b>"}
    assert log_in(taking_part.programme.created_by).post(url, fields).status_code == 302
    reader = log_in(factories.user("lava_contact", taking_part.municipality))
    assert "Johtoryhmän käynti &lt;b&gt;" in reader.get(url).content.decode()


def test_the_table_writes_to_the_contact_and_says_why(log_in, taking_part):
    taking_part.contact_name, taking_part.contact_email = "Anna", "anna@example.org"
    taking_part.save()
    proposal = taking_part.pilots.get()
    proposal.agenda_deadline = timezone.localdate() - timedelta(days=1)
    proposal.save()
    client = log_in(taking_part.programme.created_by)
    content = client.get("/en" + _url(taking_part, "progress/")).content.decode()
    assert "mailto:anna@example.org" in content
    assert "passed and the assessment is not ready" in content


@pytest.mark.parametrize("query", ["?group=x&phase=y&attention=z&sort=w", "?page=999", "?group="])
def test_unknown_choices_show_everything(log_in, taking_part, query):
    client = log_in(taking_part.programme.created_by)
    response = client.get(_url(taking_part, "progress/") + query)
    assert len(response.context["rows"]) == 1


def test_the_list_says_what_a_newcomer_does_first(log_in):
    response = log_in(accelerator.coordinator()).get("/en/programmes/")
    assert "Give a name and the first date" in response.content.decode()


def test_every_municipality_of_the_region_in_one_click(log_in, programme):
    places = {factories.municipality(region=programme.region) for _number in range(3)}
    client = log_in(programme.created_by)
    url = f"/programmes/{programme.pk}/municipalities/"
    assert "municipalities" in client.post(url, {"everyone": ""}).context["form"].errors
    assert client.post(url, {"everyone": "on"}).status_code == 302
    assert {each.municipality for each in programme.participations.all()} == places


def test_name_goal_and_follow_up_month_are_changed(running):
    programme = accelerator.programme(accelerator.FIRST_DAY_2018, created_by=running.coordinator)
    url = f"/programmes/{programme.pk}/change/"
    fields = {"name": "New name", "goal": "", "followup_starts_on": "2018-10-01"}
    assert "ends_on" in running.post(url, fields | {"ends_on": "2018-09-30"}).context["form"].errors
    early = fields | {"followup_starts_on": "2018-01-01", "ends_on": "2018-10-31"}
    assert "followup_starts_on" in running.post(url, early).context["form"].errors
    assert running.post(url, fields | {"ends_on": "2018-10-31"}).status_code == 302
    programme.refresh_from_db()
    assert (programme.name, str(programme.followup_starts_on)) == ("New name", "2018-10-01")


def test_a_programme_is_closed_and_opened_again(running):
    programme = accelerator.programme(created_by=running.coordinator)
    accelerator.participation(programme)
    for status in ("closed", "running"):
        url = f"/programmes/{programme.pk}/status/{status}/"
        assert running.post(url, {}).status_code == 302
        programme.refresh_from_db()
        assert programme.status == status
        assert running.get(f"/programmes/{programme.pk}/").status_code == 200
    assert running.get(f"/programmes/{programme.pk}/status/planned/").status_code == 404


def test_nobody_is_asked_to_act_on_a_closed_programme(running):
    programme = accelerator.programme(created_by=running.coordinator, status="closed")
    accelerator.participation(programme)
    response = running.get(f"/programmes/{programme.pk}/progress/")
    assert response.context["summary"].attention == 0


def test_a_municipality_leaves_and_is_no_longer_found(log_in, taking_part):
    client = log_in(taking_part.programme.created_by)
    url = _url(taking_part, "municipalities/{participation}/")
    assert client.post(url + "leave/", {}).status_code == 302
    assert client.get(url).status_code == 404


def test_a_contact_has_an_account_or_a_name_but_not_both(log_in, taking_part):
    contact = factories.user("lava_contact", taking_part.municipality)
    client = log_in(taking_part.programme.created_by)
    fields = {"contact": contact.pk, "contact_name": "Anna"}
    url = _url(taking_part, "municipalities/{participation}/change/")
    assert "contact" in client.post(url, fields).context["form"].errors


def test_milestones_are_computed_from_the_pilots(log_in, programme):
    place = factories.municipality(region=programme.region)
    made = factories.full_light_assessment(municipality=place)
    taking_part = accelerator.participation(programme, place, [made.proposal])
    client = log_in(programme.created_by)
    response = client.get(_url(taking_part, "municipalities/{participation}/"))
    states = [step["state"] for step in response.context["milestones"]]
    assert states == ["late", "done", "done", "done", "next", "coming", "coming", "done"]


def test_query_budgets(log_in, taking_part, django_assert_max_num_queries):
    programme = taking_part.programme
    accelerator.programme(created_by=programme.created_by)
    client = log_in(programme.created_by)
    budgets = {
        "/programmes/": 8,
        f"/programmes/{programme.pk}/": 10,
        _url(taking_part, "municipalities/{participation}/"): 12,
        _url(taking_part, "municipalities/{participation}/change/"): 12,
        f"/programmes/{programme.pk}/meetings/": 12,
    }
    for url, budget in budgets.items():
        client.get(url)
        with django_assert_max_num_queries(budget):
            client.get(url)
