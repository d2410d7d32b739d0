"""The work plan: counted back from the agenda deadline, moved only when somebody asks."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from hypothesis import given
from hypothesis import strategies as st

from assessments import plan, progress
from assessments.actions import plan as actions
from assessments.actions import reminding
from assessments.loading import load_parts
from assessments.models import Assessment, Proposal, Reminder, Revision, WorkTask
from assessments.phases import Extent, Status
from assessments.workdays import is_working_day
from municipalities.roles import Role
from tests import factories

DEADLINE = date(2026, 12, 15)


def preparing(deadline=DEADLINE, make=factories.full_light_assessment, **fields) -> Assessment:
    return make(agenda_deadline=deadline, meeting_date=deadline + timedelta(days=14), **fields)


def made_plan(made: Assessment) -> list[WorkTask]:
    actions.make_plan(assessment_id=made.pk, by=made.proposal.preparer)
    return list(made.worktasks.present())


def move_meeting(made: Assessment, days: int) -> Assessment:
    deadline = made.proposal.agenda_deadline + timedelta(days=days)
    Proposal.objects.filter(pk=made.pk).update(
        agenda_deadline=deadline, meeting_date=deadline + timedelta(days=14)
    )
    return Assessment.objects.select_related("proposal", "municipality").get(pk=made.pk)


def moves(made: Assessment) -> dict[str, actions.Move]:
    return {each.row.task: each for each in actions.moves(made, made.worktasks.present())}


def move(made: Assessment, rows, **values):
    return actions.move_dates(
        assessment_id=made.pk,
        **{
            "chosen": [row.pk for row in rows],
            "versions": {row.pk: row.version for row in rows},
            "by": made.proposal.preparer,
        }
        | values,
    )


# --- Counting ---------------------------------------------------------------------------------


@given(deadline=st.dates(date(2025, 1, 1), date(2030, 12, 31)), extent=st.sampled_from(Extent))
def test_every_date_is_a_working_day_and_nothing_comes_after_the_deadline(deadline, extent):
    for task in plan.template(extent):
        dates = plan.counted(task, deadline)
        assert is_working_day(dates.start) and is_working_day(dates.due)
        assert dates.start <= dates.due <= deadline


def test_the_two_extents_take_two_and_ten_weeks():
    assert max(task.start for task in plan.template(Extent.LIGHT)) == 14
    assert max(task.start for task in plan.template(Extent.FULL)) == 70
    assert plan.template(Extent.NONE) == plan.template("") == ()
    for extent in (Extent.LIGHT, Extent.FULL):
        keys = [task.key for task in plan.template(extent)]
        assert len(keys) == len(set(keys))
        assert all(task.start >= task.due >= 0 for task in plan.template(extent))


def test_holidays_and_july_are_hinted_and_weekends_warned_of():
    # Independence Day, a Sunday; a Saturday; a Friday.
    assert "6.12.2026" in plan.hint(date(2026, 12, 6))
    assert plan.hint(date(2026, 7, 8)) == plan.warning(date(2026, 7, 8)) != ""
    assert plan.hint(date(2026, 11, 28)) == "" != plan.warning(date(2026, 11, 28))
    for day in (date(2026, 11, 27), None):
        assert plan.hint(day) == plan.warning(day) == ""


def test_a_holiday_that_was_avoided_is_named():
    task = plan.Task("review", "Review", 4, 2)
    dates = plan.counted(task, date(2026, 12, 8))
    assert dates.due == date(2026, 12, 4)
    assert "6.12.2026" in dates.hint


# --- Making -----------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("make", [factories.full_light_assessment, factories.full_assessment])
def test_one_press_makes_the_plan_of_the_extent_and_a_second_one_nothing(make):
    made = preparing(make=make)
    client = Client()
    client.force_login(made.proposal.preparer)
    address = reverse("assessments:work-plan", args=[made.pk])
    assert len(client.get(address).context["proposed"]) == len(plan.template(made.extent))
    for _press in range(2):
        client.post(address, {"do": "make"})
    rows = list(made.worktasks.present())
    assert [row.template for row in rows if row.due <= DEADLINE]
    assert len(rows) == len(plan.template(made.extent))
    assert {row.who for row in rows} == {""}
    row = rows[0]
    found = {each.slot for each in Revision.objects.filter(assessment=made)}
    assert {row.slot(name) for name in WorkTask.SLOTS} <= found
    assert client.get(address).context["moves"] == []


@pytest.mark.django_db
def test_tasks_are_named_in_the_language_of_the_matter():
    finnish = {row.task for row in made_plan(preparing(language="fi"))}
    swedish = {row.task for row in made_plan(preparing(language="sv"))}
    assert finnish.isdisjoint(swedish)


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
def test_the_plan_is_made_by_those_who_edit(role):
    made = preparing()
    place = made.municipality
    person = factories.user(role, place.region if role.is_regional else place)
    client = Client()
    client.force_login(person)
    address = reverse("assessments:work-plan", args=[made.pk])
    may = role in (Role.PREPARER, Role.PRESENTER, Role.LAVA_CONTACT)
    assert (client.post(address, {"do": "make"}).status_code == 302) == may
    assert made.worktasks.exists() == may


@pytest.mark.django_db
@pytest.mark.parametrize("status", [Status.DRAFT, Status.DECIDED, Status.CLOSED])
def test_there_is_no_plan_before_the_extent_or_after_the_decision(status):
    made = preparing(status=status)
    with pytest.raises(PermissionDenied):
        made_plan(made)


# --- Moving -----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_nothing_moves_by_itself_and_everything_moves_when_asked():
    made = preparing()
    rows = made_plan(made)
    before = {row.pk: (row.start, row.due) for row in rows}
    made = move_meeting(made, 21)
    assert {row.pk: (row.start, row.due) for row in made.worktasks.present()} == before
    found = moves(made)
    assert len(found) == len(rows) and not any(each.by_hand for each in found.values())
    moved, changed = move(made, rows)
    assert (moved, changed) == (len(rows), [])
    for row in made.worktasks.present():
        expected = plan.counted_for(row.template, made.extent, made.proposal.agenda_deadline)
        assert (row.start, row.due) == (expected.start, expected.due)
        assert Revision.objects.filter(slot=row.slot("due"), value=row.due.isoformat()).exists()
    assert moves(made) == {}
    assert move(made, list(made.worktasks.present())) == (0, [])


@pytest.mark.django_db
def test_dates_set_by_hand_are_marked_and_stay_unless_ticked():
    made = preparing()
    rows = made_plan(made)
    by_hand, own, done = rows[0], rows[1], rows[2]
    WorkTask.objects.filter(pk=by_hand.pk).update(due=DEADLINE - timedelta(days=1))
    WorkTask.objects.filter(pk=own.pk).update(template="", planned_for=None)
    WorkTask.objects.filter(pk=done.pk).update(status="done")
    made = move_meeting(made, 7)
    found = moves(made)
    assert found[by_hand.task].by_hand and found[own.task].by_hand
    assert done.task not in found
    client = Client()
    client.force_login(made.proposal.preparer)
    address = reverse("assessments:work-plan", args=[made.pk])
    page = client.get(address)
    text = page.content.decode()
    assert f'id="move-{by_hand.pk}" name="move" value="{by_hand.pk}">' in text
    assert f'id="move-{rows[3].pk}" name="move" value="{rows[3].pk}" checked>' in text
    ticked = [each.row for each in page.context["moves"] if not each.by_hand]
    sent = {f"version-{each.row.pk}": each.row.version for each in page.context["moves"]}
    client.post(address, {"do": "move", "move": [row.pk for row in ticked], **sent})
    by_hand.refresh_from_db()
    assert by_hand.due == DEADLINE - timedelta(days=1)
    # It is asked once for each move of the meeting, not again and again.
    assert moves(made) == {}
    made = move_meeting(made, 7)
    move(made, [by_hand])
    by_hand.refresh_from_db()
    assert by_hand.due == plan.shifted(DEADLINE - timedelta(days=1), timedelta(days=7))


@pytest.mark.django_db
def test_a_task_that_somebody_changed_meanwhile_is_left_and_told():
    made = preparing()
    rows = made_plan(made)
    made = move_meeting(made, 7)
    seen = {row.pk: row.version for row in rows}
    WorkTask.objects.filter(pk=rows[0].pk).update(who="Anna", version=2)
    moved, changed = move(made, rows, versions=seen)
    assert (moved, changed) == (len(rows) - 1, [rows[0]])
    assert rows[0].task in moves(made)


@pytest.mark.django_db
def test_moving_the_meeting_leads_to_the_page_that_asks():
    made = preparing(timezone.localdate() + timedelta(days=40))
    rows = made_plan(made)
    matter = made.proposal
    client = Client()
    client.force_login(matter.preparer)
    page = client.get(reverse("assessments:proposal-update", args=[made.pk]))
    form = page.context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    meeting = matter.meeting_date + timedelta(days=7)
    data |= {"meeting_date": meeting, "versions": page.context["versions"]}
    data["agenda_deadline"] = matter.agenda_deadline + timedelta(days=7)
    answer = client.post(reverse("assessments:proposal-update", args=[made.pk]), data)
    assert answer.url == reverse("assessments:work-plan", args=[made.pk])
    rows[0].refresh_from_db()
    assert rows[0].planned_for == matter.agenda_deadline
    detail = client.get(matter.get_absolute_url())
    assert detail.context["plan"] == "move"


# --- When the days do not hold ----------------------------------------------------------------


def words_of(dues, ahead: int) -> str:
    with translation.override("en"):
        return plan.squeeze(dues, DEADLINE, DEADLINE - timedelta(days=ahead))


def test_days_that_have_gone_by_are_told_with_what_is_left():
    today = DEADLINE - timedelta(days=20)
    assert words_of([None, today, DEADLINE], 20) == words_of([], 0) == ""
    late = words_of([today - timedelta(days=1), today, DEADLINE], 20)
    assert late.startswith("The day of 1 task has gone by already. 20 days are left until")
    assert "the steps overlap" in late
    assert words_of([today - timedelta(days=1)] * 2, 1).startswith("The days of 2 tasks")
    assert "1 day is left" in words_of([today], 1)
    assert words_of([today], -1).startswith("The agenda deadline") and "overlap" not in words_of(
        [today], -1
    )


@pytest.mark.django_db
def test_a_meeting_that_is_near_is_told_before_the_plan_is_made(client):
    made = preparing(timezone.localdate() + timedelta(days=9))
    client.force_login(made.proposal.preparer)
    with translation.override("en"):
        address = reverse("assessments:work-plan", args=[made.pk])
        page = client.get(address)
        dues = [dates.due for _name, dates in page.context["proposed"]]
        past = sum(due < timezone.localdate() for due in dues)
        assert 0 < past < len(dues)
        text = page.content.decode()
        assert "9 days are left" in text and text.count("Has gone by") == past
        Proposal.objects.update(
            agenda_deadline=timezone.localdate() + timedelta(days=60),
            meeting_date=timezone.localdate() + timedelta(days=70),
        )
        text = client.get(address).content.decode()
        assert "the steps overlap" not in text and "Has gone by" not in text


@pytest.mark.django_db
def test_a_meeting_that_came_nearer_is_told_beside_the_new_dates(client):
    made = preparing(timezone.localdate() + timedelta(days=60))
    made_plan(made)
    move_meeting(made, -58)
    client.force_login(made.proposal.preparer)
    with translation.override("en"):
        page = client.get(reverse("assessments:work-plan", args=[made.pk]))
    past = [each for each in page.context["moves"] if each.due < timezone.localdate()]
    text = page.content.decode()
    assert past and "2 days are left" in text and text.count("Has gone by") == len(past)


@pytest.mark.django_db
def test_the_head_of_a_task_tells_who_when_and_that_it_is_late(client):
    today = timezone.localdate()
    made = preparing(today + timedelta(days=90))
    row = made_plan(made)[0]
    days = {"start": today - timedelta(days=9), "due": today - timedelta(days=2)}
    WorkTask.objects.filter(pk=row.pk).update(who="Anna Aalto", **days)
    client.force_login(made.proposal.preparer)
    with translation.override("en"):
        url = reverse("assessments:assessment-part", args=[made.pk, "plan"])

        def head(query: str = "") -> tuple[str, str]:
            html = client.get(url + query).content.decode()
            found = re.search(rf'id="worktask-{row.pk}-title">(.*?)</div>', html, re.S)
            return found.group(1), html

        dates = f"{date_format(days['start'])}–{date_format(days['due'])}"
        for query in ("", f"?open=worktask-{row.pk}"):
            told, html = head(query)
            assert f"Anna Aalto · {dates} · Not started" in told
            assert f"Late since {date_format(days['due'])}" in told
            assert "90 days are left" in html
        WorkTask.objects.filter(pk=row.pk).update(status="done")
        told, html = head()
        assert "Done" in told and "Late since" not in html and "days are left" not in html


@pytest.mark.django_db
def test_after_the_preparation_nobody_is_hurried_by_the_plan(client):
    made = preparing(timezone.localdate() + timedelta(days=3))
    made_plan(made)
    Assessment.objects.update(status=Status.ON_AGENDA)
    client.force_login(made.proposal.preparer)
    with translation.override("en"):
        url = reverse("assessments:assessment-part", args=[made.pk, "plan"])
        assert "the steps overlap" not in client.get(url).content.decode()


# --- Reminding --------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_task_stands_in_my_work_a_week_before_and_until_it_is_done():
    made = preparing(timezone.localdate() + timedelta(days=200))
    row = made_plan(made)[0]

    def also() -> list[str]:
        found = Assessment.objects.with_matter().get(pk=made.pk)
        load_parts([found])
        return [each.url for each in progress.also_to_do(found, found.proposal.preparer)]

    assert also() == []
    WorkTask.objects.filter(pk=row.pk).update(due=timezone.localdate() + timedelta(days=7))
    assert len(also()) == 1 and also()[0].endswith(f"#worktask-{row.pk}")
    WorkTask.objects.filter(pk=row.pk).update(status="done")
    assert also() == []


@pytest.mark.django_db
def test_a_task_whose_part_is_ready_is_not_late():
    made = factories.full_assessment()
    made_plan(made)
    WorkTask.objects.update(due=timezone.localdate() - timedelta(days=2))
    WorkTask.objects.exclude(template__in=["alternatives", "feedback"]).delete()

    def also() -> list[str]:
        found = Assessment.objects.with_matter().get(pk=made.pk)
        load_parts([found])
        waiting = progress.also_to_do(found, found.proposal.preparer)
        return [each.text for each in waiting if each.is_late]

    # Everything that the alternatives ask is there; nobody has told the children.
    assert [WorkTask.objects.get(template="feedback").task in text for text in also()] == [True]
    made.alternatives.update(name="")
    assert len(also()) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ahead", "status", "count"), [(3, "open", 1), (-1, "open", 1), (2, "open", 0), (3, "done", 0)]
)
def test_the_preparer_is_reminded_of_a_task_whoever_does_it(ahead, status, count):
    made = preparing()
    row = made_plan(made)[0]
    day = row.due - timedelta(days=ahead)
    made.worktasks.exclude(pk=row.pk).delete()
    WorkTask.objects.update(who="Anna Aalto", status=status)
    for _tick in range(2):
        reminding.remind(day)
    found = Reminder.objects.filter(rule="task_due")
    assert [each.recipient for each in found] == [made.proposal.preparer] * count
