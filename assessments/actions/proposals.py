"""Opening a matter, keeping its basic data, and taking the steps of its assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments import policies, workflow
from assessments.actions.whole import Outcome, as_json, save_changes, shown_values
from assessments.models import (
    Alternative,
    Assessment,
    DimensionScope,
    Proposal,
    Review,
    Revision,
)
from assessments.phases import Extent, Status
from assessments.questions.decision_types import dimensions_for
from assessments.questions.dimensions import DIMENSIONS
from municipalities.models import AuditEntry, DecisionBody, Municipality, User
from municipalities.roles import Permission


def default_deadline(meeting: date, municipality: Municipality) -> date:
    """The agenda deadline unless somebody chooses another day (domain 2.1)."""
    return meeting - timedelta(days=municipality.agenda_lead_days)


@transaction.atomic
def create_proposal(
    *,
    by: User,
    municipality: Municipality,
    title: str,
    type: str,
    sector: str,
    description: str,
    body: DecisionBody,
    meeting_date: date,
    agenda_deadline: date | None = None,
    preparer: User | None = None,
    presenter: User | None = None,
    language: str = "",
    area: str = "",
    diary_number: str = "",
    title_alt: str = "",
    is_demo: bool = False,
    client_key: str = "",
) -> Proposal:
    """Open a matter: the proposal, its assessment in the screening, the present state as the first
    alternative and the twelve dimensions as the decision type suggests them (domain 2.2, 1.5).

    A repeated ``client_key`` returns the matter that it opened the first time."""
    decision = policies.can_create_proposal(by, municipality)
    if not decision:
        raise PermissionDenied(decision.reason)
    if client_key:
        # One at a time per person, so that two clicks at once do not open two matters.
        User.objects.select_for_update(no_key=True).get(pk=by.pk)
        if (opened := _opened_with(client_key, by)) is not None:
            return opened
    proposal = Proposal(
        municipality=municipality,
        title=title,
        title_alt=title_alt,
        type=type,
        sector=sector,
        description=description,
        area=area,
        diary_number=diary_number,
        body=body,
        meeting_date=meeting_date,
        agenda_deadline=agenda_deadline or default_deadline(meeting_date, municipality),
        preparer=preparer or by,
        presenter=presenter,
        language=language or municipality.languages[0],
        is_demo=is_demo,
    )
    proposal.full_clean()
    _check_belongs(proposal.__dict__ | {"body": body}, municipality)
    proposal.save()
    assessment = Assessment.objects.create(proposal=proposal, municipality=municipality)
    rows = [proposal, *_first_rows(assessment)]
    _remember(assessment, rows, by, client_key)
    AuditEntry.record(
        action="create_proposal", target=proposal, by=by, municipality=municipality, note=title
    )
    return proposal


def _opened_with(client_key: str, by: User) -> Proposal | None:
    first = Revision.objects.filter(
        client_key=client_key, by=by, version=1, slot__startswith="proposal:"
    )
    return Proposal.objects.filter(assessment__revisions__in=first).first()


def _first_rows(assessment: Assessment) -> list:
    """VE0, which exists from birth, and every dimension with the default of the decision type."""
    owner = {"assessment": assessment, "municipality": assessment.municipality}
    with translation.override(assessment.proposal.language):
        name = pgettext("name of the first alternative", "Present state continues")
    zero = Alternative.objects.create(number=0, name=name, **owner)
    relevant = dimensions_for(assessment.proposal.type)
    scopes = DimensionScope.objects.bulk_create(
        DimensionScope(dimension=key, is_relevant=key in relevant, **owner) for key in DIMENSIONS
    )
    return [zero, *scopes]


def _remember(assessment: Assessment, rows: list, by: User, client_key: str = "") -> None:
    """The first entry of the history for every value that the new rows hold."""
    Revision.objects.bulk_create(
        Revision(
            assessment=assessment,
            municipality_id=assessment.municipality_id,
            slot=row.slot(name),
            version=row.version,
            value=as_json(getattr(row, row._meta.get_field(name).attname)),
            by=by,
            client_key=client_key,
        )
        for row in rows
        for name in row.SLOTS
    )


def _check_belongs(values: Mapping[str, object], municipality: Municipality) -> None:
    body = values.get("body")
    if body is not None and body.municipality_id != municipality.pk:
        raise ValidationError({"body": _("Choose a body of this municipality.")})


@dataclass
class Update(Outcome):
    """What became of the changed basic data; ``moved_deadline`` when it followed the meeting."""

    moved_deadline: date | None = None


@transaction.atomic
def update_proposal(
    *,
    proposal: Proposal,
    values: Mapping[str, object],
    versions: Mapping[str, int],
    by: User,
    decided: Mapping[str, int] | None = None,
) -> Update:
    """Change the basic data field by field, so that two people do not overwrite each other.

    When the meeting moves and the deadline was the default one, the deadline moves along.
    """
    decision = policies.can_write(by, proposal.assessment, "proposal", "diary_number")
    if not decision:
        raise PermissionDenied(decision.reason)
    # The assessment first, as every save does: two locks taken in one order never cross.
    Assessment.objects.select_for_update(of=("self",), no_key=True).get(pk=proposal.pk)
    locked = Proposal.objects.get(pk=proposal.pk)
    municipality = proposal.municipality
    _check_belongs(values, municipality)
    values = dict(values)
    moved = _moved_deadline(locked, values, versions, municipality)
    if moved:
        values["agenda_deadline"] = moved
    outcome = save_changes(
        assessment_id=proposal.pk,
        values={locked.slot(name): values[name] for name in _in_safe_order(locked, values)},
        versions=versions,
        decided=decided,
        by=by,
    )
    if "type" in outcome.changed:
        _follow_type(proposal.assessment, locked.type, str(values["type"]), by)
    if outcome.changed:
        AuditEntry.record(
            action="update_proposal",
            target=proposal,
            by=by,
            municipality=municipality,
            note=", ".join(sorted(outcome.changed)),
        )
    stayed = locked.slot("agenda_deadline") not in outcome.saved
    return Update(outcome.saved, outcome.conflicts, None if stayed else moved)


def _moved_deadline(
    proposal: Proposal, values: dict, versions: Mapping[str, int], municipality: Municipality
) -> date | None:
    """The new default deadline, when the meeting moves and the deadline was left at the default."""
    meeting, deadline = values.get("meeting_date"), values.get("agenda_deadline")
    if meeting is None:
        return None
    if deadline is None:
        return default_deadline(meeting, municipality)
    slots = {proposal.slot(name): None for name in ("meeting_date", "agenda_deadline")}
    shown = shown_values(assessment_id=proposal.pk, slots=slots, versions=versions)
    old_meeting, old_deadline = shown.values()
    was_default = old_meeting and old_deadline == as_json(
        default_deadline(date.fromisoformat(old_meeting), municipality)
    )
    if was_default and as_json(meeting) != old_meeting and as_json(deadline) == old_deadline:
        return default_deadline(meeting, municipality)
    return None


def _in_safe_order(proposal: Proposal, values: dict) -> list[str]:
    """The deadline may never be after the meeting, not even between two saves of one form.

    Raises ``ValidationError`` when it would be, also against what another person saved meanwhile.
    """
    meeting = values.get("meeting_date") or proposal.meeting_date
    deadline = values.get("agenda_deadline") or proposal.agenda_deadline
    if deadline > meeting:
        raise ValidationError({"agenda_deadline": _("The deadline cannot be after the meeting.")})
    first = "agenda_deadline" if meeting < proposal.agenda_deadline else "meeting_date"
    return sorted(values, key=lambda name: name != first)


def _follow_type(assessment: Assessment, old: str, new: str, by: User) -> None:
    """In the screening the dimensions follow the type; one that a person has set stays."""
    if assessment.status != Status.DRAFT:
        return
    before, after = dimensions_for(old), dimensions_for(new)
    changed = []
    for scope in assessment.dimensionscopes.filter(reason=""):
        key = scope.dimension
        if scope.is_relevant == (key in before) != (key in after):
            scope.is_relevant = key in after
            scope.version += 1
            changed.append(scope)
    DimensionScope.objects.bulk_update(changed, ["is_relevant", "version"])
    Revision.objects.bulk_create(
        Revision(
            assessment=assessment,
            municipality_id=assessment.municipality_id,
            slot=scope.slot("is_relevant"),
            version=scope.version,
            value=scope.is_relevant,
            by=by,
        )
        for scope in changed
    )


@transaction.atomic
def take_step(*, assessment: Assessment, transition: str, by: User, note: str = "") -> Assessment:
    """Take one step of the table.

    A screening that is opened again must be confirmed again; of a light assessment that becomes a
    full one every word stays (domain 2.3).
    """
    taken = workflow.take(assessment=assessment, transition=transition, by=by, note=note)
    if transition in ("approve", "return_for_changes"):
        _keep_review(taken, by, note)
    if transition == "reopen_screening":
        screening = getattr(taken, "screening", None)
        if screening is not None:
            screening.delete()
        _change_extent(taken, "")
    if transition == "raise_extent":
        _change_extent(taken, Extent.FULL)
    return taken


def _change_extent(assessment: Assessment, extent: str) -> None:
    assessment.extent = extent
    assessment.save(update_fields=["extent"])


def _keep_review(assessment: Assessment, by: User, note: str) -> None:
    """The reviewer's answers as they were when she took her step, if she gave any."""
    given = assessment.answers.filter(key__startswith="qa.").order_by("pk")
    answers = {each.key: each.value for each in given if each.value not in ("", None, [])}
    if answers:
        Review.objects.create(
            assessment=assessment,
            municipality_id=assessment.municipality_id,
            by=by,
            verdict=answers.get("qa.verdict", ""),
            answers=answers,
            note=note.strip(),
        )


def people_of(municipality: Municipality, *permissions: Permission) -> list[User]:
    """Active people of a municipality who hold any of ``permissions`` there, by name."""
    memberships = municipality.memberships.in_force().filter(user__is_active=True)
    return sorted(
        {each.user for each in memberships.select_related("user") if each.grants(*permissions)},
        key=lambda person: (person.name.casefold(), person.pk),
    )
