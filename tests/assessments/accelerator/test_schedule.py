"""The pattern of 2018 gives the dates of 2018, and local hours survive both clock changes."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from assessments.accelerator.schedule import (
    HELSINKI,
    Group,
    MeetingKind,
    PhaseCalendar,
    day_hint,
    exists,
    expand,
    group_of,
    local,
    on_weekday,
)
from assessments.phases import Phase

SPRING_2018 = date(2018, 3, 13)


def _days(first_day):
    return [each.starts_at.astimezone(HELSINKI).date() for each in expand(first_day).meetings]


def test_the_pattern_gives_the_dates_of_2018():
    assert _days(SPRING_2018) == [
        date(2018, 3, 13),
        date(2018, 3, 15),
        date(2018, 3, 22),
        date(2018, 3, 29),
        date(2018, 4, 5),
        date(2018, 4, 10),
        date(2018, 5, 9),
    ]


def test_the_follow_up_month_is_september_2018():
    plan = expand(SPRING_2018)
    assert (plan.followup_starts_on, plan.followup_ends_on) == (
        date(2018, 9, 1),
        date(2018, 9, 30),
    )


def test_meetings_are_from_three_to_six_and_help_hours_from_eight_to_nine():
    for each in expand(SPRING_2018).meetings:
        hours = each.starts_at.astimezone(HELSINKI).hour, each.ends_at.astimezone(HELSINKI).hour
        assert hours == ((8, 9) if each.kind == MeetingKind.HELP else (15, 18))


def test_the_help_series_crosses_the_change_to_summer_time():
    """Domain 4.2, rule 1: eight o'clock is 06:00 UTC on 22.3. and 05:00 UTC on 29.3.2018."""
    by_day = {each.starts_at.date(): each.starts_at for each in expand(SPRING_2018).meetings}
    assert by_day[date(2018, 3, 22)].astimezone(UTC) == datetime(2018, 3, 22, 6, tzinfo=UTC)
    assert by_day[date(2018, 3, 29)].astimezone(UTC) == datetime(2018, 3, 29, 5, tzinfo=UTC)


def test_a_series_crosses_the_change_to_winter_time():
    """The clocks went back on 25.10.2026."""
    helps = [
        each.starts_at.astimezone(UTC)
        for each in expand(date(2026, 10, 13)).meetings
        if each.kind == MeetingKind.HELP
    ]
    assert [(each.day, each.hour) for each in helps] == [(15, 5), (22, 5), (29, 6), (5, 6)]


def test_a_first_day_on_a_weekend_moves_to_monday_and_the_rest_follows():
    plan = expand(date(2018, 3, 17))
    assert _days(date(2018, 3, 17))[:2] == [date(2018, 3, 19), date(2018, 3, 21)]
    assert plan.meetings[0].moved_from == date(2018, 3, 17)


def test_a_later_date_on_a_weekend_moves_and_says_from_where():
    plan = expand(date(2018, 3, 15))  # Thursday: the first help hour would be on Saturday
    help_hour = plan.meetings[1]
    assert help_hour.starts_at.astimezone(HELSINKI).date() == date(2018, 3, 19)
    assert help_hour.moved_from == date(2018, 3, 17)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_no_meeting_is_ever_on_a_weekend_and_hours_never_drift(first_day):
    for each in expand(first_day).meetings:
        starts = each.starts_at.astimezone(HELSINKI)
        assert starts.weekday() < 5
        assert starts.time() in (time(8), time(15))
        assert each.ends_at > each.starts_at


def test_weekdays_stay():
    assert on_weekday(date(2018, 3, 16)) == date(2018, 3, 16)
    assert on_weekday(date(2018, 3, 18)) == date(2018, 3, 19)


def test_a_time_that_the_spring_change_skips_is_known_not_to_exist():
    assert not exists(date(2018, 3, 25), time(3, 30))
    assert exists(date(2018, 3, 25), time(4, 30))
    assert local(date(2018, 3, 25), time(3, 30)).time() == time(4, 30)


def test_of_a_repeated_time_the_first_is_meant():
    assert local(date(2018, 10, 28), time(3, 30)).astimezone(UTC).hour == 0


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        (date(2018, 3, 29), "Maundy Thursday"),
        (date(2018, 3, 30), "Good Friday"),
        (date(2018, 5, 10), "Ascension Day"),
        (date(2018, 5, 9), "The next day is a holiday: Ascension Day"),
        (date(2018, 6, 22), "Midsummer Eve"),
        (date(2018, 12, 24), "Christmas Eve"),
        (date(2018, 3, 17), "weekend"),
    ],
)
def test_holidays_and_their_eves_are_hinted(day, hint):
    with translation.override("en"):
        assert hint in day_hint(day)


def test_an_ordinary_day_has_no_hint():
    assert day_hint(date(2018, 3, 13)) == ""


@pytest.mark.parametrize(
    ("language", "name"), [("fi", "Helatorstai"), ("sv", "Kristi himmelsfärdsdag")]
)
def test_holidays_have_their_names_in_the_readers_language(language, name):
    with translation.override(language):
        assert name in day_hint(date(2018, 5, 10))


@pytest.mark.parametrize(
    ("types", "group"),
    [
        (["school_network"], Group.SCHOOL),
        (["build"], Group.SCHOOL),
        (["fees", "build"], Group.SCHOOL),
        (["ecec"], Group.OTHER),
        (["budget"], Group.OTHER),
        ([], Group.OTHER),
    ],
)
def test_the_group_follows_the_type_of_the_pilot(types, group):
    assert group_of(types) == group


@pytest.mark.parametrize(
    ("today", "phase"),
    [
        (date(2018, 3, 1), Phase.INITIAL_SURVEY),
        (date(2018, 4, 9), Phase.INITIAL_SURVEY),
        (date(2018, 4, 10), Phase.PREPARATION),
        (date(2018, 5, 8), Phase.PREPARATION),
        (date(2018, 5, 9), Phase.DECISION),
        (date(2018, 8, 31), Phase.DECISION),
        (date(2018, 9, 1), Phase.FOLLOW_UP),
        (date(2019, 9, 1), Phase.FOLLOW_UP),
    ],
)
def test_the_planned_phase_comes_from_the_calendar(today, phase):
    calendar = PhaseCalendar(
        preparation=date(2018, 4, 10), decision=date(2018, 5, 9), follow_up=date(2018, 9, 1)
    )
    assert calendar.planned(today) == phase
