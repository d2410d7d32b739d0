"""Why a municipality needs attention, in words, and how its phase compares with the plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import translation

from assessments.accelerator.attention import RULES, reasons
from assessments.accelerator.schedule import Group, PhaseCalendar
from assessments.accelerator.situation import NextKind, Pace, Pilot, Situation
from assessments.phases import Phase, Status

TODAY = date(2018, 4, 20)
CALENDAR = PhaseCalendar(
    survey=date(2018, 3, 13),
    preparation=date(2018, 4, 10),
    decision=date(2018, 5, 9),
    follow_up=date(2018, 9, 1),
)
PILOT = Pilot(
    pk=1,
    title="Village school",
    language="fi",
    type="school_network",
    status=Status.PREPARING,
    agenda_deadline=date(2018, 6, 1),
    meeting_date=date(2018, 6, 15),
    moved_on=TODAY - timedelta(days=2),
)


def _situation(contact="Anna", joined_on=TODAY, today=TODAY, pilots=None, **pilot):
    chosen = (replace(PILOT, **pilot),) if pilots is None else pilots
    return Situation(today, CALENDAR, contact, tuple(chosen), joined_on)


def _keys(situation):
    return [reason.key for reason in reasons(situation)]


def test_a_municipality_in_order_needs_nothing():
    assert _keys(_situation()) == []


@pytest.mark.parametrize(
    ("key", "situation"),
    [
        ("no_contact", _situation(contact="")),
        ("no_pilot", _situation(pilots=())),
        ("pilot_dropped", _situation(status=Status.SCREENED_OUT)),
        ("pilot_dropped", _situation(status=Status.WITHDRAWN)),
        ("screening_late", _situation(status=Status.DRAFT)),
        ("agenda_near", _situation(agenda_deadline=TODAY + timedelta(days=14))),
        ("agenda_near", _situation(agenda_deadline=TODAY)),
        ("agenda_passed", _situation(agenda_deadline=TODAY - timedelta(days=1))),
        ("standing_still", _situation(moved_on=TODAY - timedelta(days=14))),
        (
            "decision_missing",
            _situation(status=Status.ON_AGENDA, meeting_date=TODAY - timedelta(days=1)),
        ),
        (
            "followup_late",
            _situation(status=Status.FOLLOWING, followup_due=TODAY - timedelta(days=1)),
        ),
    ],
)
def test_each_rule_finds_its_case(key, situation):
    assert _keys(situation) == [key]


@pytest.mark.parametrize(
    "situation",
    [
        _situation(status=Status.IN_REVIEW, agenda_deadline=TODAY + timedelta(days=3)),
        _situation(agenda_deadline=TODAY + timedelta(days=15)),
        _situation(moved_on=TODAY - timedelta(days=13)),
        _situation(status=Status.FOLLOWING, followup_due=TODAY),
        _situation(status=Status.CLOSED, moved_on=TODAY - timedelta(days=90)),
        _situation(status=Status.DRAFT, today=date(2018, 4, 9), moved_on=date(2018, 4, 9)),
        _situation(status=Status.ON_AGENDA, meeting_date=TODAY),
    ],
)
def test_the_day_before_a_limit_nothing_is_wrong(situation):
    assert _keys(situation) == []


def test_reasons_are_sentences_with_the_title_and_the_day():
    with translation.override("en"):
        (reason,) = reasons(_situation(agenda_deadline=date(2018, 4, 30)))
    assert "30" in reason.text
    assert "Village school" in reason.text


def test_the_most_pressing_reason_comes_first():
    situation = _situation(contact="", agenda_deadline=TODAY - timedelta(days=1))
    assert _keys(situation) == ["agenda_passed", "no_contact"]


def test_rules_have_keys_of_their_own():
    assert len({rule.key for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("status", "real", "pace"),
    [
        (Status.DRAFT, Phase.INITIAL_SURVEY, Pace.LATE),
        (Status.PREPARING, Phase.PREPARATION, Pace.ON_TIME),
        (Status.IN_REVIEW, Phase.PREPARATION, Pace.ON_TIME),
        (Status.FINAL, Phase.DECISION, Pace.AHEAD),
        (Status.DECIDED, Phase.FOLLOW_UP, Pace.AHEAD),
    ],
)
def test_real_phase_against_the_planned_one(status, real, pace):
    situation = _situation(status=status)
    assert (situation.planned, situation.real, situation.pace) == (Phase.PREPARATION, real, pace)


def test_without_a_pilot_there_is_no_real_phase_and_the_plan_runs_ahead():
    situation = _situation(pilots=())
    assert (situation.real, situation.pace) == (None, Pace.LATE)
    early = _situation(pilots=(), today=date(2018, 3, 14))
    assert early.pace == Pace.ON_TIME


def test_the_furthest_live_pilot_decides():
    pilots = (
        replace(PILOT, status=Status.DRAFT),
        replace(PILOT, pk=2, status=Status.FINAL),
        replace(PILOT, pk=3, status=Status.WITHDRAWN),
    )
    assert _situation(pilots=pilots).real == Phase.DECISION


def test_the_next_date_is_the_nearest_that_still_binds():
    assert _situation().next_date == (date(2018, 6, 1), NextKind.AGENDA)
    assert _situation(status=Status.FINAL).next_date == (date(2018, 6, 15), NextKind.DECISION)
    followed = _situation(status=Status.FOLLOWING, followup_due=date(2018, 9, 1))
    assert followed.next_date == (date(2018, 9, 1), NextKind.FOLLOW_UP)
    assert _situation(status=Status.CLOSED).next_date is None


def test_a_group_chosen_by_hand_stays():
    situation = _situation()
    assert situation.group == Group.SCHOOL
    assert replace(situation, chosen_group="other").group == Group.OTHER
