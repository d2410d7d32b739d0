"""Follow-up: the plan, the rows that wait at each point, forecast against reality, closing."""

import json
import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from assessments import charts, gates
from assessments.actions.follow_up import add_usual_points
from assessments.actions.reminding import remind
from assessments.actions.rows import add_row, remove_row
from assessments.content import freeze
from assessments.following import (
    end_of_council_term,
    late_points,
    months_after,
    unfollowed,
    usual_points,
    verdict,
)
from assessments.loading import load_parts
from assessments.models import Assessment, Impact, Mitigation, Reminder
from assessments.phases import Phase, Status
from assessments.progress import parts_of
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def following():
    """A decided matter under follow-up with one indicator; VE0 was decided."""
    made = factories.full_light_assessment(Status.FOLLOWING)
    factories.indicator(made)
    return made


def fresh(assessment):
    found = Assessment.objects.with_matter().get(pk=assessment.pk)
    load_parts([found])
    return found


def record(assessment, **values):
    """The outcome of the only point, with the lines that come with it."""
    outcome = add_row(
        assessment_id=assessment.pk,
        kind="outcome",
        by=assessment.proposal.preparer,
        parent=assessment.followuppoints.get().pk,
    )
    for name, value in {"date": timezone.localdate(), "realised": "partly", **values}.items():
        setattr(outcome, name, value)
    outcome.save()
    return outcome


# --- The usual points -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2025, 5, 31), date(2025, 5, 31)),
        (date(2025, 6, 1), date(2029, 5, 31)),
        (date(2026, 8, 10), date(2029, 5, 31)),
        (date(2029, 6, 1), date(2033, 5, 31)),
    ],
)
def test_a_council_term_ends_at_the_end_of_may_every_fourth_year(day, end):
    assert end_of_council_term(day) == end


def test_months_are_counted_to_the_last_day_of_a_shorter_one():
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 31), 12) == date(2027, 12, 31)


def test_the_usual_points_come_in_the_order_of_their_days():
    with translation.override("en"):
        found = usual_points(date(2028, 9, 1))
    assert [(str(each.due), each.what) for each in found] == [
        ("2028-12-01", "3 months after the change"),
        ("2029-05-31", "End of the council term"),
        ("2029-09-01", "12 months after the change"),
    ]


def test_one_button_adds_the_usual_points_once(following):
    following.followuppoints.all().delete()
    by = following.proposal.preparer
    made = add_usual_points(assessment_id=following.pk, by=by)
    assert [str(each.due) for each in made] == ["2027-04-01", "2028-01-01", "2029-05-31"]
    assert {each.who for each in made} == {"Head of youth services"}
    assert add_usual_points(assessment_id=following.pk, by=by) == []
    assert following.followuppoints.count() == 3


def test_the_points_are_counted_from_the_change_and_not_without_it(following):
    factories.set_answers(following, fup__start="")
    with pytest.raises(ValidationError):
        add_usual_points(assessment_id=following.pk, by=following.proposal.preparer)


def test_the_button_saves_what_was_typed_and_leads_to_what_is_missing(client, following):
    client.force_login(following.proposal.preparer)
    url = reverse("assessments:assessment-part", args=[following.pk, "fup"])
    factories.set_answers(following, fup__start="")
    answer = client.post(url, {"do": "usual-followuppoint"})
    assert answer.headers["location"].endswith("#div_id_fup.start")
    versions = json.dumps({"answer:fup.start": 1})
    answer = client.post(
        url, {"do": "usual-followuppoint", "fup.start": "2027-01-01", "versions": versions}
    )
    assert answer.status_code == 302
    assert following.followuppoints.count() == 4


# --- What is followed -----------------------------------------------------------------------------


def test_a_big_impact_without_an_indicator_is_told_in_the_plan(client, following):
    impact = Impact.objects.get(assessment=following, alternative__number=0, dimension="leisure")
    Impact.objects.filter(pk=impact.pk).update(magnitude=3)
    assert [row.pk for row in unfollowed(fresh(following))] == [impact.pk]
    client.force_login(following.proposal.preparer)
    url = reverse("assessments:assessment-part", args=[following.pk, "fup"])
    with translation.override("fi"):
        assert "notice-warning" in client.get(url).content.decode()
    following.followupindicators.update(impact=impact)
    assert unfollowed(fresh(following)) == []
    assert "notice-warning" not in client.get(url).content.decode()


def test_only_what_was_decided_is_followed(following):
    """The harm of the alternative that was not chosen cannot come true."""
    Impact.objects.filter(assessment=following, alternative__number=1).update(magnitude=3)
    assert unfollowed(fresh(following)) == []
    factories.set_answers(following, dec__alt="1")
    assert len(unfollowed(fresh(following))) == 2


# --- Recording a point ----------------------------------------------------------------------------


def test_recording_a_point_brings_a_line_for_each_indicator_and_forecast(following):
    outcome = record(following)
    assert outcome.values.get().indicator == following.followupindicators.get()
    assert {row.impact.dimension for row in outcome.impacts.all()} == {"leisure", "relationships"}
    by = following.proposal.preparer
    second = add_row(assessment_id=following.pk, kind="followupindicator", by=by)
    assert outcome.values.count() == 2
    # What somebody took away does not come back by itself.
    gone = outcome.values.get(indicator=second)
    remove_row(assessment_id=following.pk, kind="indicatorvalue", row_id=gone.pk, by=by)
    add_row(assessment_id=following.pk, kind="followupindicator", by=by)
    assert outcome.values.present().count() == 2


def test_the_page_takes_values_impacts_and_the_fate_of_measures(client, following):
    factories.set_answers(following, dec__alt="1")
    outcome = record(following)
    value, measure = outcome.values.get(), Mitigation.objects.get(assessment=following)
    impact = outcome.impacts.first()
    client.force_login(following.proposal.preparer)
    url = reverse("assessments:assessment-part", args=[following.pk, "out"])
    sent = {
        f"indicatorvalue-{value.pk}-value": "62,5",
        f"realisedimpact-{impact.pk}-realised": "opposite",
        f"mitigation-{measure.pk}-status": "done",
        f"mitigation-{measure.pk}-status_note": "Kahvila avattiin.",
    }
    page = client.get(url).content.decode()
    assert all(f'name="{name}"' in page for name in sent)
    assert client.post(url, sent).status_code == 302
    value.refresh_from_db()
    impact.refresh_from_db()
    measure.refresh_from_db()
    assert (value.value, impact.realised) == (62.5, "opposite")
    assert (measure.status, measure.status_note) == ("done", "Kahvila avattiin.")


def test_the_fate_of_a_measure_is_written_only_while_the_matter_is_followed(client, following):
    Assessment.objects.filter(pk=following.pk).update(status=Status.DECIDED)
    factories.set_answers(following, dec__alt="1")
    measure = Mitigation.objects.get(assessment=following)
    client.force_login(following.proposal.preparer)
    answer = client.post(
        reverse("assessments:assessment-part", args=[following.pk, "out"]),
        {f"mitigation-{measure.pk}-status": "done"},
    )
    assert answer.status_code == 403
    measure.refresh_from_db()
    assert measure.status == ""


# --- Forecast against reality ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "baseline", "target", "expected"),
    [
        (12.0, 20.0, 10.0, "towards"),
        (10.0, 20.0, 10.0, "reached"),
        (8.0, 20.0, 10.0, "reached"),
        (20.0, 20.0, 10.0, "unchanged"),
        (25.0, 20.0, 10.0, "away"),
        (80.0, 60.0, 75.0, "reached"),
        (60.0, 60.0, 60.0, "reached"),
        (59.0, 60.0, 60.0, "away"),
        (59.0, None, 60.0, ""),
        (60.0, 50.0, None, ""),
        (None, 50.0, 60.0, ""),
    ],
)
def test_a_value_is_judged_by_the_way_from_the_baseline_to_the_target(
    value, baseline, target, expected
):
    assert verdict(value, baseline, target) == expected


def test_the_frozen_content_tells_every_value_beside_what_was_forecast(following):
    outcome = record(following, children="It is quieter now.")
    outcome.values.update(value=70)
    outcome.impacts.filter(impact__dimension="leisure").update(realised="yes", text="As expected.")
    outcome.actions.create(
        assessment=following,
        municipality=following.municipality,
        action="A second adult on Fridays.",
        owner="Youth services",
        due=date(2027, 5, 31),
    )
    content = freeze(following, "en")
    (indicator,) = content["follow_up"]["indicators"]
    assert indicator["baseline"] == {"number": 80.0, "text": "80 visits a week"}
    assert indicator["values"][0]["text"] == "70 visits a week"
    assert indicator["values"][0]["word"] == "Away from the target"
    (told,) = content["outcomes"]
    assert told["children"] == ["It is quieter now."]
    assert [(row["impact"], row["realised"]) for row in told["impacts"]] == [
        ("A0: Play, leisure and hobbies (small positive)", "Yes")
    ]
    assert told["actions"][0]["owner"] == "Youth services"


def test_few_children_are_masked_in_values_and_left_out_of_the_chart(following):
    following.followupindicators.update(unit="lasta", baseline=3, target=40)
    (indicator,) = freeze(following, "fi")["follow_up"]["indicators"]
    assert indicator["baseline"] == {"number": None, "text": "<5 lasta"}
    assert indicator["target"]["number"] == 40


def test_a_removed_indicator_and_an_unrecorded_point_are_not_told(following):
    outcome = record(following, date=None)
    outcome.values.update(value=70)
    assert freeze(following, "fi")["follow_up"]["days"] == []
    following.followupindicators.update(removed_at=timezone.now())
    assert freeze(following, "fi")["follow_up"]["indicators"] == []


def number(value, word=""):
    return {"number": value, "text": str(value), "verdict": "", "word": word, "comment": ""}


def test_the_chart_says_with_shapes_and_words_what_the_table_says():
    days = [{"iso": "2027-04-01", "text": "1.4.2027"}, {"iso": "2028-01-01", "text": "1.1.2028"}]
    indicator = {
        "indicator": "Way to school",
        "baseline": number(10),
        "target": number(20),
        "values": [None, number(20)],
    }
    with translation.override("en"):
        chart = charts.forecast_chart(indicator, days)
    assert chart.description == "Before: 10; 1.1.2028: 20; Target: 20."
    baseline, value = chart.marks
    assert baseline.is_baseline
    assert value.y == chart.target_y < baseline.y
    assert [name for _x, name in chart.ticks] == ["Before", "1.4.2027", "1.1.2028"]


def test_one_number_is_no_chart():
    indicator = {"indicator": "x", "baseline": number(1), "target": None, "values": []}
    assert charts.forecast_chart(indicator, []) is None


def test_the_page_draws_the_chart_without_any_style(client, following):
    record(following).values.update(value=70)
    client.force_login(following.proposal.preparer)
    url = reverse("assessments:assessment-part", args=[following.pk, "out"])
    page = client.get(url).content.decode()
    (drawing,) = re.findall(r'<svg class="forecast".*?</svg>', page, re.DOTALL)
    assert "style=" not in drawing
    assert "<title" in drawing
    assert "70" in drawing


# --- Closing --------------------------------------------------------------------------------------


def test_every_point_is_recorded_before_closing_or_it_is_told_why_not(following):
    (missing,) = gates.missing("closing", following)
    point = following.followuppoints.get()
    assert missing.url.endswith(f"/parts/out/#point-{point.pk}")
    factories.set_answers(following, out__close=True)
    (missing,) = gates.missing("closing", following)
    assert missing.url.endswith("#id_out.close.reason")
    factories.set_answers(following, **{"out__close.reason": "The service was moved."})
    assert gates.missing("closing", following) == []
    content = freeze(following, "fi")
    assert content["follow_up"]["closing"] == ["The service was moved."]


def test_a_second_point_waits_after_the_first_has_been_recorded(following):
    record(following)
    assert gates.missing("closing", following) == []
    following.followuppoints.create(
        municipality=following.municipality, due=timezone.localdate() + timedelta(days=400)
    )
    assert len(gates.missing("closing", following)) == 1


# --- Reminders ------------------------------------------------------------------------------------


def test_a_corrective_action_reminds_the_preparer_and_the_owner_until_it_is_done(following):
    owner = factories.user(Role.PREPARER, following.municipality, name="Olli Omistaja")
    factories.set_answers(following, fup__owner="Olli Omistaja")
    today = timezone.localdate()
    action = record(following).actions.create(
        assessment=following,
        municipality=following.municipality,
        action="A second adult on Fridays.",
        due=today,
    )
    remind(today)
    found = Reminder.objects.filter(rule="corrective_action")
    assert {each.recipient_id for each in found} == {following.proposal.preparer_id, owner.pk}
    found.delete()
    action.status = "done"
    action.save()
    remind(today)
    assert not Reminder.objects.filter(rule="corrective_action").exists()


@pytest.mark.parametrize("days, is_late", [(-20, True), (-1, True), (0, False), (200, False)])
def test_a_point_whose_day_has_gone_by_is_late_in_words(client, following, days, is_late):
    day = timezone.localdate() + timedelta(days=days)
    following.followuppoints.update(due=day)
    with translation.override("en"):
        words = f"Late since {date_format(day)}" if is_late else "Late since"
        client.force_login(following.proposal.preparer)
        assert (words in page_of(client, following, "out")) == is_late
        states = {each.key: each.state for each in parts_of(fresh(following), Phase.FOLLOW_UP)}
        assert (states["out"] == "late") == is_late
        record(following)
        assert "Late since" not in page_of(client, following, "out")
        assert parts_of(fresh(following), Phase.FOLLOW_UP)[-1].state == "ready"


def test_readers_see_the_points_that_are_late(client, following):
    following.followuppoints.update(due=timezone.localdate() - timedelta(days=3))
    client.force_login(factories.user(Role.COUNCILLOR, following.municipality))
    with translation.override("en"):
        html = page_of(client, following, "out")
    assert "Late since" in html and "Nothing has been recorded yet." in html
    assert 'value="add-outcome' not in html


def test_a_follow_up_that_ended_earlier_is_not_late(following):
    following.followuppoints.update(due=timezone.localdate() - timedelta(days=3))
    assert late_points(fresh(following))
    Assessment.objects.filter(pk=following.pk).update(status=Status.CLOSED)
    assert late_points(fresh(following)) == []


def page_of(client, assessment, part):
    url = reverse("assessments:assessment-part", args=[assessment.pk, part])
    return client.get(url).content.decode()
