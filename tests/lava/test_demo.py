"""The demonstration: what a newcomer finds after ``make run``."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from assessments import gates
from assessments.accelerator.models import Programme
from assessments.accelerator.progress import progress_rows
from assessments.content import freeze
from assessments.models import ROWS, Answer, Assessment, HearingView, Proposal, Report, Revision
from assessments.phases import FINISHED_STATUSES, Phase, Status
from assessments.publishing import checks
from assessments.publishing.models import Publication
from assessments.questions import question
from lava.demo.clock import HELSINKI, at
from lava.demo.people import ACCOUNTS, PASSWORD
from municipalities.models import Municipality, ObservedValue, User
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


def demo(**options) -> str:
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def matter(start: str) -> Assessment:
    return Assessment.objects.select_related("proposal").get(proposal__title__startswith=start)


def published(assessment: Assessment, language: str) -> Publication:
    return Publication.objects.get(assessment=assessment, language=language, is_current=True)


def test_the_demonstration_is_told(client):
    out = demo()
    _accounts_in_every_role_open_with_the_password(client, out)
    _everything_is_marked()
    _fees_have_gone_the_whole_way()
    _furniture_is_one_public_line()
    _the_youth_centre_waits_nine_days_before_its_deadline()
    _the_accelerator_of_2018_has_the_dates_of_the_seeds()
    _the_present_programme_is_alive()
    _the_new_school_is_followed_and_its_first_point_is_late()
    _the_published_matters_speak_to_children_and_show_their_way()
    _the_shore_school_departs_from_the_recommendation()
    _the_centre_was_returned_once_and_is_on_the_agenda()
    _the_village_schools_wait_for_their_notice()
    _the_emergency_number_has_come_true()
    _the_traffic_plan_has_its_hearings_ahead()
    _the_review_of_the_preprimary_misses_the_children()
    _full_assessments_have_passed_their_gates()
    _what_was_written_fits_its_fields_and_tells_of_nobody()
    _figures_are_known()
    _again_changes_nothing()


def _figures_are_known():
    """Recorded ones of real municipalities, invented ones of the invented municipality."""
    own = ObservedValue.objects.filter(indicator=127, area="municipality")
    assert own.get(code="098", year=2009).value == 21_845
    assert own.get(code="999").value == 9_400


def _accounts_in_every_role_open_with_the_password(client, out):
    assert PASSWORD in out
    for account in ACCOUNTS:
        assert account.email in out
        assert client.login(email=account.email, password=PASSWORD)
    assert {each.role for each in ACCOUNTS} == {*Role, None}
    assert all(each.email.endswith("@example.org") for each in User.objects.all())


def _everything_is_marked():
    for model in (User, Proposal, Programme):
        assert not model.objects.filter(is_demo=False).exists(), model
    for each in Proposal.objects.select_related("municipality"):
        assert "esimerkki" in each.title
        # No matter with a content is said to be a real municipality's.
        assert each.municipality.is_demo or not each.assessment.alternatives.filter(number__gt=0)
    place = Municipality.objects.get(is_demo=True)
    assert place.is_bilingual
    assert place.region.municipalities.filter(is_demo=False).count() == 10


def _fees_have_gone_the_whole_way():
    fees = matter("Iltapäivätoiminnan maksut")
    assert fees.status == Status.CLOSED
    assert gates.missing("preparation", fees) == []
    steps = list(fees.status_changes.values_list("transition", flat=True))
    assert "return_for_changes" in steps
    assert steps[-1] == "close"
    assert fees.status_changes.get(transition="record_decision").at.date() == date(2018, 5, 24)
    assert fees.outcomes.get().realised == "yes"
    assert Revision.objects.filter(assessment=fees, slot="answer:rec.summary").exists()
    published = Publication.objects.filter(assessment=fees)
    assert set(published.filter(is_current=True).values_list("language", "version")) == {
        ("fi", 3),
        ("sv", 3),
    }
    assert Report.objects.filter(assessment=fees).exists()


def _furniture_is_one_public_line():
    furniture = matter("Toimistokalusteiden hankinta")
    assert furniture.status == Status.SCREENED_OUT
    assert furniture.publications.filter(kind="screening", is_current=True).count() == 2


def _the_youth_centre_waits_nine_days_before_its_deadline():
    youth_centre = matter("Talousarvio")
    assert youth_centre.status == Status.PREPARING
    assert youth_centre.extent == "light"
    assert youth_centre.screening.chosen != youth_centre.screening.suggested
    assert youth_centre.screening.confirmed_by != youth_centre.screening.chosen_by
    ahead = youth_centre.proposal.agenda_deadline - timezone.localdate()
    assert ahead == timedelta(days=9)
    parts = {each.part for each in gates.missing("preparation", youth_centre)}
    assert {"imp", "hre", "mit", "rec", "fup"} <= parts
    assert "alt" not in parts


def _the_new_school_is_followed_and_its_first_point_is_late():
    school = matter("Kirkonkylän uusi koulu")
    assert (school.status, school.extent) == (Status.FOLLOWING, "full")
    assert (school.answer("rec.best"), school.answer("dec.relation")) == ("1", "follows")
    held = school.hearings.present()
    assert (held.count(), sum(row.number for row in held)) == (3, 214)
    assert school.alternatives.present().count() == 4
    assert school.impacts.filter(child_group="all").count() == 48
    assert set(school.impacts.values_list("child_group", flat=True)) >= {"rural", "a13_15"}
    first = school.followuppoints.present().order_by("due").first()
    assert first.due < timezone.localdate()
    assert not school.outcomes.exists()
    assert school.councillorquestions.exclude(answer="").count() == 2
    content = freeze(school, "fi")
    assert len(content["alternatives"]) == 4
    assert len(content["hearings"]) == 3
    assert "37" in published(school, "fi").html
    assert "214 barn hördes" in published(school, "sv").html
    told = published(school, "sv").content["for_children"]
    assert "två små matsalar" in str(told["changed"])


def _the_published_matters_speak_to_children_and_show_their_way():
    for title in (
        "Kirkonkylän uusi",
        "Monitoimikeskus",
        "Iltapäivätoiminnan maksut",
        "Rantakoulun",
    ):
        for language in ("fi", "sv"):
            told = published(matter(title), language).content["for_children"]
            assert told["language"] == language, title
            assert len(told["you_said"]) == 3, title
            assert all(each["sentence"] for each in told["options"]), title
    for title in ("Kirkonkylän uusi", "Rantakoulun", "Kyläkoulujen", "Keskustan"):
        made = matter(title)
        last = made.pathsteps.present().last()
        assert (last.role, last.date) == ("decides", made.proposal.meeting_date), title
        assert last.body == made.proposal.body, title


def _the_shore_school_departs_from_the_recommendation():
    shore = matter("Rantakoulun")
    assert shore.status == Status.DECIDED
    assert (shore.answer("rec.best"), shore.answer("dec.alt")) == ("2", "1")
    assert shore.answer("dec.relation") == "partly"
    assert shore.answer("dec.appeal.result") == "pending"
    deciding = shore.handlings.present().last()
    assert (deciding.votes_for, deciding.votes_against) == (9, 2)
    assert shore.notices.present().count() == 2
    swedish = published(shore, "sv")
    assert "Indragning av Strandskolan" in swedish.title
    assert "ett tvåspråkigt centrum" in swedish.html


def _the_centre_was_returned_once_and_is_on_the_agenda():
    centre = matter("Monitoimikeskus")
    assert centre.status == Status.ON_AGENDA
    assert centre.status_changes.filter(transition="return_for_changes").count() == 1
    assert Revision.objects.filter(assessment=centre, slot="answer:rec.summary").count() == 2
    assert centre.proposal.meeting_date > timezone.localdate()
    assert "1 930" in published(centre, "fi").html


def _the_village_schools_wait_for_their_notice():
    villages = matter("Kyläkoulujen lakkautus")
    assert villages.status == Status.PREPARING
    last = villages.status_changes.last()
    assert last.transition == "return_to_preparation"
    assert "41 §" in last.note
    for gate in ("agenda", "decision"):
        missing = [each for each in gates.missing(gate, villages) if "#add-notice" in each.url]
        assert [each.part for each in missing] == ["statements"], gate
    assert gates.missing("preparation", villages) == []


def _the_emergency_number_has_come_true():
    number = matter("Lasten päivystysnumero")
    assert number.status == Status.FOLLOWING
    assert [each.realised for each in number.outcomes.order_by("date")] == ["partly", "yes"]
    calls, visits, _queue = number.followupindicators.order_by("pk")
    for row, times in ((calls, 3), (visits, 2)):
        values = [each.value for each in row.values.order_by("outcome__date")]
        assert len(values) == 2
        assert round(values[-1] / row.baseline) == times
    assert published(number, "fi").version == 2


def _the_traffic_plan_has_its_hearings_ahead():
    traffic = matter("Keskustan liikennesuunnitelma")
    assert traffic.status == Status.PREPARING
    assert not traffic.hearings.exists()
    assert all(row.date > timezone.localdate() for row in traffic.plannedhearings.all())
    assert traffic.plannedhearings.count() == 3


def _the_review_of_the_preprimary_misses_the_children():
    preprimary = matter("Esiopetuksen keskittäminen")
    assert preprimary.status == Status.IN_REVIEW
    assert not preprimary.hearings.exists()
    assert preprimary.answer("qa.children") == "no"
    assert preprimary.answer("qa.verdict") == "complete"
    assert [each.part for each in gates.missing("review", preprimary)] == ["qa"]


def _full_assessments_have_passed_their_gates():
    """Nobody reviews his or her own work, and what is on its way has everything it needs."""
    full = Assessment.objects.filter(extent="full", proposal__is_demo=True)
    for each in full.filter(status__in=FINISHED_STATUSES):
        assert gates.missing("preparation", each) == [], each
        assert gates.missing("review", each) == [], each
        review = Revision.objects.filter(assessment=each, slot="answer:qa.verdict").last()
        assert review.by_id != each.proposal.preparer_id


def _what_was_written_fits_its_fields_and_tells_of_nobody():
    for model in ROWS.values():
        for row in model.objects.all():
            row.full_clean()
    for view in HearingView.objects.select_related("hearing"):
        assert view.in_favour + view.against + view.unsure == view.hearing.number, view.reasons
    for answer in Answer.objects.all():
        asked = question(answer.key)
        assert len(str(answer.value)) <= (asked.max_length or 10_000), answer.key
        fixed = {option.value for option in asked.options}
        if fixed and not asked.source:
            given = answer.value if isinstance(answer.value, list) else [answer.value]
            assert fixed >= set(given), answer.key
    for each in Assessment.objects.select_related("proposal", "municipality"):
        _missing, alarms = checks.look(each)
        assert alarms == [], each


def _the_accelerator_of_2018_has_the_dates_of_the_seeds():
    past = Programme.objects.get(starts_on=date(2018, 3, 13))
    told = [
        (meeting.kind, f"{start:%-d.%-m. %-H}-{meeting.ends_at.astimezone(HELSINKI):%-H}")
        for meeting in past.held_meetings
        for start in [meeting.starts_at.astimezone(HELSINKI)]
    ]
    assert told == [
        ("survey", "13.3. 15-18"),
        ("help", "15.3. 8-9"),
        ("help", "22.3. 8-9"),
        ("help", "29.3. 8-9"),
        ("help", "5.4. 8-9"),
        ("preparation", "10.4. 15-18"),
        ("decision", "9.5. 15-18"),
    ]
    assert past.followup_starts_on == date(2018, 9, 1)
    assert past.ends_on == date(2018, 9, 30)
    assert past.participations.count() == 11


def _the_present_programme_is_alive():
    present = Programme.objects.latest("starts_on")
    assert present.status == "running"
    assert present.next_meeting is not None
    assert any(meeting.is_over for meeting in present.held_meetings)
    rows = progress_rows(present)
    assert len(rows) == 11
    assert {row.real for row in rows} >= {None, Phase.INITIAL_SURVEY, Phase.PREPARATION}
    reasons = {reason.key for row in rows for reason in row.reasons}
    assert {"agenda_passed", "agenda_near", "no_contact", "no_pilot"} <= reasons


def _again_changes_nothing():
    counts = [model.objects.count() for model in (User, Proposal, Programme, Revision)]
    assert "Loaded" not in demo()
    assert counts == [model.objects.count() for model in (User, Proposal, Programme, Revision)]


def test_a_database_with_real_matters_is_refused_unless_forced():
    factories.proposal()
    with pytest.raises(CommandError, match="1 real proposal"):
        demo()
    assert not User.objects.filter(is_demo=True).exists()


def test_a_matter_that_a_newcomer_opens_in_the_invented_municipality_is_not_in_the_way():
    factories.proposal(factories.municipality(code="999", is_demo=True))
    demo()
    assert Programme.objects.count() == 2


def test_without_a_demonstration_there_are_no_accounts():
    assert PASSWORD not in demo(accounts=True)


def test_the_told_moment_ends_with_its_block():
    with at(date(2018, 3, 29), "8.00"):
        assert timezone.localtime().isoformat() == "2018-03-29T08:00:00+03:00"
        assert timezone.localdate() == date(2018, 3, 29)
    assert timezone.now().year > 2018
