"""The progress of every municipality of a programme, in a fixed number of queries.

However many municipalities and assessments there are: one query each for the meetings, the
municipalities, their pilots and the counts of all their assessments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Max, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import get_language

from assessments.accelerator import attention
from assessments.accelerator.milestones import Content
from assessments.accelerator.models import Participation, Programme, SupportNote
from assessments.accelerator.schedule import Group, ProgrammeStatus
from assessments.accelerator.situation import Pace, Pilot, Situation
from assessments.models import (
    Alternative,
    Assessment,
    FollowUpPoint,
    Hearing,
    Proposal,
    Revision,
)
from assessments.phases import FINISHED_STATUSES, OPEN_STATUSES, Phase, Status
from assessments.querysets import of_one_child


@dataclass(frozen=True)
class Row:
    """One municipality's line in the progress table."""

    participation: Participation
    situation: Situation
    reasons: tuple[attention.Reason, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    supported_on: date | None = None

    @property
    def municipality(self):
        return self.participation.municipality

    @property
    def group(self) -> Group:
        return self.situation.group

    @property
    def planned(self) -> Phase:
        return self.situation.planned

    @property
    def real(self) -> Phase | None:
        return self.situation.real

    @property
    def pace(self) -> Pace:
        return self.situation.pace

    @property
    def finished_count(self) -> int:
        """How many of all the municipality's assessments are finished studies."""
        return sum(self.counts.get(status, 0) for status in FINISHED_STATUSES)

    @property
    def open_count(self) -> int:
        """How many of all the municipality's assessments are being made."""
        return sum(self.counts.get(status, 0) for status in OPEN_STATUSES - FINISHED_STATUSES)


def progress_rows(programme: Programme, today: date | None = None) -> list[Row]:
    """Every municipality of ``programme``: those that need attention first, then by name."""
    return _rows(programme, programme.participations.present(), today)


def own_rows(programme: Programme, user) -> list[Row]:
    """The lines of the municipalities in which ``user`` works."""
    return _rows(programme, programme.participations.present().visible_to(user), None)


def progress_row(participation: Participation, today: date | None = None) -> Row:
    """The line of one municipality."""
    alone = Participation.objects.filter(pk=participation.pk)
    return _row(
        participation,
        _pilots(alone)[participation.pk],
        _counts(alone)[participation.municipality_id],
        participation.programme.calendar,
        today or timezone.localdate(),
    )


def _rows(programme: Programme, chosen: QuerySet, today: date | None) -> list[Row]:
    today = today or timezone.localdate()
    calendar = programme.calendar
    participations = list(
        chosen.select_related("municipality", "contact").annotate(
            supported_on=Subquery(_support_days(), output_field=SupportNote._meta.get_field("on"))
        )
    )
    pilots = _pilots(chosen)
    counts = _counts(chosen)
    for participation in participations:
        participation.programme = programme
    rows = [
        _row(each, pilots[each.pk], counts[each.municipality_id], calendar, today)
        for each in participations
    ]
    return sorted(rows, key=_urgency)


def _row(participation, pilots, counts, calendar, today) -> Row:
    is_over = participation.programme.status == ProgrammeStatus.CLOSED
    situation = Situation(
        today=today,
        calendar=calendar,
        contact=participation.named_contact,
        pilots=tuple(pilots),
        joined_on=timezone.localdate(participation.joined_at),
        chosen_group=participation.group,
    )
    return Row(
        participation,
        situation,
        # Nobody is asked to act on a programme that is over.
        () if is_over else tuple(attention.reasons(situation)),
        counts,
        getattr(participation, "supported_on", None),
    )


def _urgency(row: Row) -> tuple:
    first = min((_RULE_ORDER[reason.key] for reason in row.reasons), default=len(_RULE_ORDER))
    return (first, -len(row.reasons), row.pace != Pace.LATE, *by_name(row))


_RULE_ORDER = {rule.key: position for position, rule in enumerate(attention.RULES)}


def by_name(row: Row) -> tuple:
    """Alphabetical order in the active language."""
    municipality = row.municipality
    order = municipality.sort_sv if get_language() == "sv" else municipality.sort_fi
    return order, municipality.code


def _support_days() -> QuerySet:
    notes = SupportNote.objects.filter(participation=OuterRef("pk")).order_by()
    return notes.values("participation").annotate(last=Max("on")).values("last")


def _pilots(chosen: QuerySet) -> dict[int, list[Pilot]]:
    """The pilots of each participation. The coordinator sees progress, so no text is read."""
    matter = OuterRef("proposal")
    revised = Revision.objects.filter(assessment=matter).order_by().values("assessment")
    open_points = (
        FollowUpPoint.objects.unrecorded()
        .filter(assessment=matter, due__isnull=False)
        .order_by()
        .values("assessment")
    )
    through = Participation.pilots.through.objects.filter(
        participation__in=chosen.values("pk")
    ).order_by("proposal_id")
    found = through.annotate(
        title=F("proposal__title"),
        title_alt=F("proposal__title_alt"),
        language=F("proposal__language"),
        type=F("proposal__type"),
        status=F("proposal__assessment__status"),
        agenda_deadline=F("proposal__agenda_deadline"),
        meeting_date=F("proposal__meeting_date"),
        since=F("proposal__assessment__status_since"),
        revised_at=Subquery(revised.annotate(last=Max("at")).values("last")),
        followup_due=Subquery(open_points.annotate(first=Min("due")).values("first")),
    ).values()
    pilots = defaultdict(list)
    for each in found:
        named = Proposal(**{name: each[name] for name in ("title", "title_alt", "language")})
        moved = max(moment for moment in (each["since"], each["revised_at"]) if moment)
        pilots[each["participation_id"]].append(
            Pilot(
                pk=each["proposal_id"],
                title=named.shown_title,
                language=named.shown_language,
                type=each["type"],
                status=Status(each["status"]),
                agenda_deadline=each["agenda_deadline"],
                meeting_date=each["meeting_date"],
                moved_on=timezone.localdate(moved),
                followup_due=each["followup_due"],
            )
        )
    return pilots


def _counts(chosen: QuerySet) -> dict[int, dict[str, int]]:
    """How many assessments each municipality has in each status."""
    counts = defaultdict(dict)
    found = (
        Assessment.objects.filter(municipality__in=chosen.values("municipality"))
        .values_list("municipality", "status")
        .annotate(number=Count("pk"))
        .order_by()
    )
    for municipality_id, status, number in found:
        counts[municipality_id][status] = number
    return counts


# --- Filters and order of the page and of the file ----------------------------------------------

SORTS = {
    "attention": _urgency,
    "municipality": by_name,
    "phase": lambda row: (list(Phase).index(row.real) if row.real else -1, *by_name(row)),
    "next": lambda row: (row.situation.next_date or (date.max,), *by_name(row)),
    "still": lambda row: (-row.situation.days_still, *by_name(row)),
}


def select(rows: Iterable[Row], *, group="", phase="", attention="", sort="") -> list[Row]:
    """The rows that a reader asked for, in the order asked for."""
    chosen = [
        row
        for row in rows
        if (not group or row.group == group)
        and (not phase or (row.real or "none") == phase)
        and (not attention or _needs(row, attention))
    ]
    return sorted(chosen, key=SORTS.get(sort, _urgency))


def _needs(row: Row, wanted: str) -> bool:
    if wanted == "late":
        return row.pace == Pace.LATE
    return bool(row.reasons) if wanted == "yes" else not row.reasons


@dataclass(frozen=True)
class Summary:
    """The figures above the table."""

    total: int
    attention: int
    late: int
    by_phase: list[tuple[Phase, int]]
    without_pilot: int


def summarise(rows: list[Row]) -> Summary:
    """How many municipalities are in each phase, late and in need of attention."""
    return Summary(
        total=len(rows),
        attention=sum(bool(row.reasons) for row in rows),
        late=sum(row.pace == Pace.LATE for row in rows),
        by_phase=[(phase, sum(row.real == phase for row in rows)) for phase in Phase],
        without_pilot=sum(row.real is None for row in rows),
    )


def pilot_choices(municipality) -> QuerySet:
    """The matters of a municipality that can be its pilots."""
    return (
        Proposal.objects.filter(municipality=municipality)
        .exclude(assessment__status=Status.WITHDRAWN)
        .exclude(of_one_child())
        .select_related("assessment")
        .order_by("-created_at")
    )


def pilot_content(participation: Participation) -> Content:
    """How much there is in the pilots: counts for the milestones, never the text."""
    pilots = Assessment.objects.filter(proposal__participations=participation).annotate(
        hearing_count=_count(Hearing.objects.filter(number__isnull=False)),
        alternative_count=_count(Alternative.objects.all()),
        point_count=_count(FollowUpPoint.objects.filter(due__isnull=False)),
    )
    found = list(pilots.values_list("hearing_count", "alternative_count", "point_count"))
    most = [max(counts) for counts in zip(*found, strict=True)]
    return Content(*most) if most else Content()


def _count(rows: QuerySet) -> Coalesce:
    """The number of present rows of one assessment, as part of a larger query."""
    present = rows.present().filter(assessment=OuterRef("pk")).order_by().values("assessment")
    return Coalesce(Subquery(present.annotate(number=Count("pk")).values("number")), 0)
