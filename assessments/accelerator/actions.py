"""What a coordinator does with a programme. One function per act, atomic, checked and logged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.accelerator import policies
from assessments.accelerator.models import Meeting, Participation, Programme, SupportNote
from assessments.accelerator.schedule import Plan, ProgrammeStatus, expand
from assessments.models import Proposal
from municipalities.models import AuditEntry, Membership, Municipality, Region
from municipalities.roles import Role

MEETING_FIELDS = ("kind", "title", "starts_at", "ends_at", "mode", "place", "link")


@dataclass(frozen=True)
class MeetingValues:
    """One meeting as it was written in the form; ``pk`` and ``sequence`` say which and how old."""

    kind: str
    starts_at: datetime
    ends_at: datetime
    mode: str
    title: str = ""
    place: str = ""
    link: str = ""
    pk: int | None = None
    sequence: int = 0
    cancelled: bool = False


def _require(decision) -> None:
    if not decision:
        raise PermissionDenied(str(decision.reason))


def _log(action: str, target, by, municipality=None, note: str = "") -> None:
    AuditEntry.record(action=action, target=target, by=by, municipality=municipality, note=note)


def planned_values(plan: Plan) -> list[MeetingValues]:
    """The meetings of a computed plan as values that can be edited and saved."""
    return [
        MeetingValues(each.kind, each.starts_at, each.ends_at, each.mode) for each in plan.meetings
    ]


@transaction.atomic
def create_programme(
    *,
    region: Region,
    name: str,
    first_day: date,
    by,
    language: str = "fi",
    goal: str = "",
    meetings: Iterable[MeetingValues] | None = None,
    municipalities: Iterable[Municipality] = (),
    is_demo: bool = False,
) -> Programme:
    """Start a programme from the pattern of 2018; ``meetings`` are its dates where edited."""
    _require(policies.can_run_in(by, region.pk))
    plan = expand(first_day)
    chosen = [each for each in (meetings or planned_values(plan)) if not each.cancelled]
    days = [timezone.localdate(each.starts_at) for each in chosen]
    starts_on = min(days, default=timezone.localdate(plan.meetings[0].starts_at))
    if starts_on > plan.followup_starts_on:
        raise ValidationError(
            _(
                "Every meeting is after the follow-up month has begun (%(day)s). Change the days"
                " of the meetings, or the first meeting."
            )
            % {"day": date_format(plan.followup_starts_on)}
        )
    programme = Programme(
        region=region,
        name=name,
        language=language,
        goal=goal,
        starts_on=starts_on,
        followup_starts_on=plan.followup_starts_on,
        ends_on=plan.followup_ends_on,
        created_by=by,
        is_demo=is_demo,
    )
    programme.full_clean(exclude=["created_by"])
    programme.save()
    for values in chosen:
        _create_meeting(programme, values)
    _log("create_programme", programme, by, note=name)
    add_municipalities(programme=programme, municipalities=municipalities, by=by)
    return programme


def _create_meeting(programme: Programme, values: MeetingValues) -> Meeting:
    meeting = Meeting(
        programme=programme, **{name: getattr(values, name) for name in MEETING_FIELDS}
    )
    meeting.full_clean()
    meeting.save()
    return meeting


@transaction.atomic
def change_programme(*, programme: Programme, by) -> Programme:
    """Save a changed name, goal or follow-up month."""
    _require(policies.can_change(by, programme))
    programme.full_clean()
    programme.save()
    _log("change_programme", programme, by)
    return programme


@transaction.atomic
def save_meetings(*, programme: Programme, meetings: Iterable[MeetingValues], by) -> list[Meeting]:
    """Save edited, added and cancelled meetings; answers those that changed.

    A meeting that somebody else has changed meanwhile is refused, and nothing is saved.
    """
    _require(policies.can_change(by, programme))
    locked = {each.pk: each for each in programme.meetings.select_for_update()}
    changed = []
    for values in meetings:
        if values.pk is None:
            if not values.cancelled:
                changed.append(_create_meeting(programme, values))
        elif meeting := _changed(locked[values.pk], values):
            changed.append(meeting)
    if changed:
        programme.__dict__.pop("held_meetings", None)
        first = min((each.day for each in programme.held_meetings), default=programme.starts_on)
        programme.starts_on = min(first, programme.followup_starts_on)
        programme.save(update_fields=["starts_on", "updated_at"])
        _log("change_meetings", programme, by, note=f"{len(changed)}")
    return changed


def _changed(meeting: Meeting, values: MeetingValues) -> Meeting | None:
    """The meeting with the new values saved, or ``None`` when nothing differs."""
    new = {name: getattr(values, name) for name in MEETING_FIELDS}
    differs = any(getattr(meeting, name) != value for name, value in new.items())
    if not (differs or values.cancelled):
        return None
    if meeting.sequence != values.sequence or meeting.cancelled_at:
        raise ValidationError(
            _("Somebody else has changed the meeting “%(name)s” meanwhile.")
            % {"name": meeting.name},
            code="stale",
        )
    for name, value in new.items():
        setattr(meeting, name, value)
    meeting.cancelled_at = timezone.now() if values.cancelled else None
    meeting.sequence += 1
    meeting.full_clean()
    meeting.save()
    return meeting


@transaction.atomic
def set_status(*, programme: Programme, status: ProgrammeStatus, by) -> Programme:
    """Start, close or reopen a programme. A closed one sends no reminders."""
    _require(policies.can_run(by, programme))
    programme.status = status
    programme.save(update_fields=["status", "updated_at"])
    _log(f"{status}_programme", programme, by)
    return programme


@transaction.atomic
def add_municipalities(
    *, programme: Programme, municipalities: Iterable[Municipality], by
) -> list[Participation]:
    """Add municipalities of the region; the LAVA contact person becomes the contact."""
    _require(policies.can_change(by, programme))
    chosen = list(municipalities)
    if strangers := [each for each in chosen if each.region_id != programme.region_id]:
        raise ValidationError(
            _("%(name)s does not belong to the region of the programme.")
            % {"name": strangers[0].name}
        )
    contacts = dict(
        Membership.objects.in_force()
        .filter(role=Role.LAVA_CONTACT, municipality__in=chosen, user__is_active=True)
        .order_by("-pk")
        .values_list("municipality_id", "user_id")
    )
    added = []
    for municipality in chosen:
        participation, created = Participation.objects.get_or_create(
            programme=programme,
            municipality=municipality,
            defaults={"contact_id": contacts.get(municipality.pk)},
        )
        if not created and participation.left_at is None:
            continue
        if not created:
            participation.left_at = None
            participation.save(update_fields=["left_at"])
        _log("join_programme", participation, by, municipality)
        added.append(participation)
    return added


@transaction.atomic
def change_participation(
    *, participation: Participation, pilots: Iterable[Proposal], by
) -> Participation:
    """Save contact, group and note, and choose the pilots among the municipality's own matters."""
    _require(policies.can_change(by, participation.programme))
    chosen = list(pilots)
    if any(each.municipality_id != participation.municipality_id for each in chosen):
        raise ValidationError(_("A pilot must be a matter of the municipality itself."))
    participation.full_clean()
    participation.save()
    participation.pilots.set(chosen)
    _log("change_participation", participation, by, participation.municipality)
    return participation


@transaction.atomic
def leave(*, participation: Participation, by) -> None:
    """Take a municipality out of the programme. What was written stays and comes back with it."""
    _require(policies.can_change(by, participation.programme))
    participation.left_at = timezone.now()
    participation.save(update_fields=["left_at"])
    _log("leave_programme", participation, by, participation.municipality)


@transaction.atomic
def record_support(
    *, participation: Participation, on: date, kind: str, text: str, by
) -> SupportNote:
    """Append one line to the log of support given to a municipality."""
    _require(policies.can_change(by, participation.programme))
    note = SupportNote(
        participation=participation,
        municipality_id=participation.municipality_id,
        on=on,
        kind=kind,
        text=text,
        by=by,
    )
    note.full_clean()
    note.save()
    _log("record_support", note, by, participation.municipality)
    return note
