"""The work plan counted back from the agenda deadline (domain 1.5, 2.4): tasks and their dates.

Two weeks for a light assessment and ten for a full one, in calendar days; what falls on a day on
which offices are closed is moved to the last working day before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessments.phases import Extent
from assessments.workdays import holiday_name, is_working_day, on_working_day

JULY = 7


@dataclass(frozen=True)
class Task:
    """One task of the template: on which days before the agenda deadline it begins and ends.

    ``parts`` are the parts of the assessment with which it is done.
    """

    key: str
    name: str
    start: int
    due: int
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dates:
    """From when to when a task is done, and what is worth knowing of it."""

    start: date
    due: date
    hint: str = ""


TEMPLATES: dict[str, tuple[Task, ...]] = {
    Extent.LIGHT: (
        Task("notice", _("Tell those concerned that the matter is prepared"), 14, 13),
        Task(
            "alternatives",
            _("Describe the alternatives and gather what is known"),
            14,
            11,
            ("alt", "dat"),
        ),
        Task("hearing", _("Hear the children"), 13, 10, ("hre",)),
        Task(
            "impacts", _("Assess the impacts and plan how harm is reduced"), 10, 7, ("imp", "mit")
        ),
        Task("recommendation", _("Write the recommendation and the summary"), 7, 5, ("rec",)),
        Task("review", _("Review by another person"), 4, 2),
        Task("feedback", _("Tell the children what came of their views"), 2, 0),
        Task("publish", _("Publish the assessment with the agenda"), 1, 0),
    ),
    Extent.FULL: (
        Task(
            "scope",
            _("Agree on the scope, the people and the questions to answer"),
            70,
            65,
            ("sco",),
        ),
        Task("notice", _("Publish the notice that the matter is pending"), 65, 60, ("statements",)),
        Task("alternatives", _("Describe the alternatives"), 65, 58, ("alt",)),
        Task("knowledge", _("Gather what is known and name what is not"), 65, 50, ("dat",)),
        Task("plan", _("Plan the hearings and tell the children and guardians"), 63, 56, ("hpl",)),
        Task(
            "statements",
            _("Ask the youth council and others for statements"),
            60,
            58,
            ("statements",),
        ),
        Task("hearing", _("Hear the children"), 56, 42, ("hre",)),
        Task(
            "views",
            _("Go through the statements and the views on the notice"),
            39,
            33,
            ("statements",),
        ),
        Task("impacts", _("Assess the impacts together"), 42, 30, ("imp",)),
        Task(
            "rights",
            _("Go through the rights of the child and compare the alternatives"),
            30,
            24,
            ("crc", "cmp"),
        ),
        Task("mitigation", _("Plan how harm is reduced"), 28, 21, ("mit",)),
        Task("recommendation", _("Write the recommendation and the summary"), 21, 16, ("rec",)),
        Task("follow_up", _("Plan the follow-up"), 20, 16, ("fup",)),
        Task("review", _("Review by another person"), 14, 8),
        Task("feedback", _("Tell the children what came of their views"), 7, 1),
        Task("publish", _("Publish the assessment with the agenda"), 5, 0),
    ),
}


def template(extent: str) -> tuple[Task, ...]:
    """The tasks of an assessment of this extent, in order."""
    return TEMPLATES.get(Extent(extent) if extent else Extent.NONE, ())


def done_with(key: str, extent: str) -> tuple[str, ...]:
    """The parts of the assessment with which the task of the template is done."""
    return next((task.parts for task in template(extent) if task.key == key), ())


def counted(task: Task, deadline: date) -> Dates:
    """When a task is done so that everything is ready by ``deadline``."""
    start = on_working_day(deadline - timedelta(days=task.start))
    counted_day = deadline - timedelta(days=task.due)
    return Dates(start, on_working_day(counted_day), hint(counted_day))


def counted_for(key: str, extent: str, deadline: date) -> Dates | None:
    """The same by the task's name; nothing for a task that the template does not have."""
    for task in template(extent):
        if task.key == key:
            return counted(task, deadline)
    return None


def shifted(day: date | None, by: timedelta) -> date | None:
    """A day that a person has set, moved along with the deadline."""
    return on_working_day(day + by) if day else None


def hint(day: date | None) -> str:
    """What is worth knowing of a day: that it is a holiday, or in July, when few are at work."""
    if day is None:
        return ""
    if name := holiday_name(day):
        return f"{date_format(day, 'SHORT_DATE_FORMAT')} {name}"
    return str(_("July: schools are closed and many are on holiday")) if day.month == JULY else ""


def warning(day: date | None) -> str:
    """The same for a day that a person has chosen, which may be in a weekend too."""
    if day is not None and not is_working_day(day) and not holiday_name(day):
        return str(_("This is not a working day."))
    return hint(day)


def squeeze(dues: Iterable[date | None], deadline: date, today: date) -> str:
    """Says so when days of the plan have gone by, so that its steps come on top of each other.

    ``dues`` are those of the tasks that are not done.
    """
    late = sum(due is not None and due < today for due in dues)
    if deadline < today:
        return str(_("The agenda deadline %(day)s has gone by.")) % {"day": date_format(deadline)}
    if not late:
        return ""
    past = ngettext(
        "The day of %(n)d task has gone by already.",
        "The days of %(n)d tasks have gone by already.",
        late,
    ) % {"n": late}
    left = (deadline - today).days
    rest = ngettext(
        "%(n)d day is left until the agenda deadline %(day)s, so the steps overlap: do several at"
        " the same time, or move the meeting.",
        "%(n)d days are left until the agenda deadline %(day)s, so the steps overlap: do several at"
        " the same time, or move the meeting.",
        left,
    ) % {"n": left, "day": date_format(deadline)}
    return f"{past} {rest}"
