"""Adding rows, removing them softly and bringing them back; opening a cell of the impact matrix."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments import policies
from assessments.actions.saving import Conflict, Saved, save_value, storable
from assessments.following import FORECAST_ROWS, unplanned
from assessments.loading import load_parts
from assessments.models import (
    ROWS,
    Alternative,
    Assessment,
    FollowUpPoint,
    Hearing,
    Impact,
    Outcome,
    Revision,
    Statement,
    VersionedRow,
)
from assessments.questions.dimensions import CHILD_GROUPS, DIMENSIONS

LIMITS = {
    "alternative": 6,
    "hearingfinding": 400,
    "hearingview": 400,
    "indicatorvalue": 400,
    "realisedimpact": 400,
}
LIMIT = 50
# Impacts and dimensions come with the matrix, questions from the council members; everything else a
# person adds and removes.
ADDABLE = frozenset(ROWS) - {"impact", "dimensionscope", "councillorquestion"}
# The row that a row belongs to.
PARENTS: dict[str, tuple[str, type[VersionedRow]]] = {
    "mitigation": ("impact", Impact),
    "outcome": ("point", FollowUpPoint),
    "hearingfinding": ("hearing", Hearing),
    "hearingview": ("hearing", Hearing),
    "statementview": ("statement", Statement),
    "indicatorvalue": ("outcome", Outcome),
    "realisedimpact": ("outcome", Outcome),
    "correctiveaction": ("outcome", Outcome),
}
# Rows that are made for every indicator and forecast when a point is recorded, and their subject.
PLANNED = {"indicatorvalue": "indicator", "realisedimpact": "impact"}
BRING_OTHERS = ("outcome", "followupindicator")
PRESENCE = "removed_at"


def locked(assessment_id: int, kind: str, by) -> Assessment:
    """The assessment, locked, so that limits and numbers hold when two people add at once."""
    if kind not in ADDABLE:
        raise Http404(kind)
    assessment = (
        Assessment.objects.visible_to(by)
        .select_related("municipality")
        .select_for_update(of=("self",), no_key=True)
        .filter(pk=assessment_id)
        .first()
    )
    if assessment is None:
        raise Http404(kind)
    decision = policies.can_write(by, assessment, kind)
    if not decision:
        raise PermissionDenied(decision.reason)
    return assessment


def remember(row: VersionedRow, by, client_key: str = "") -> None:
    """A row's coming and going stands in the history like its values."""
    Revision.objects.create(
        assessment_id=row.assessment_id,
        municipality_id=row.municipality_id,
        slot=row.slot(PRESENCE),
        version=row.version,
        value=row.removed_at,
        by=by,
        client_key=client_key,
    )


def fill_in(row: VersionedRow, by, **values) -> None:
    """Fill in a row that was just made; every value stands in the history as if it was typed."""
    values = {name: storable(value) for name, value in values.items()}
    values = {name: value for name, value in values.items() if value not in ("", None, [])}
    for name, value in values.items():
        setattr(row, row._meta.get_field(name).attname, value)
    row.save(update_fields=list(values))
    Revision.objects.bulk_create(
        Revision(
            assessment_id=row.assessment_id,
            municipality_id=row.municipality_id,
            slot=row.slot(name),
            version=row.version,
            value=value,
            by=by,
        )
        for name, value in values.items()
    )


def check_limit(assessment: Assessment, kind: str) -> None:
    limit = LIMITS.get(kind, LIMIT)
    if ROWS[kind].objects.present().filter(assessment=assessment).count() >= limit:
        raise ValidationError(_("There can be at most %(limit)d of these.") % {"limit": limit})


@transaction.atomic
def add_row(
    *, assessment_id: int, kind: str, by, client_key: str = "", parent: int | None = None
) -> VersionedRow:
    """Add one empty row. A repeated ``client_key`` returns the row that it added the first time."""
    assessment = locked(assessment_id, kind, by)
    model = ROWS[kind]
    if client_key and not client_key.isprintable():
        client_key = ""
    if client_key:
        done = Revision.objects.filter(
            assessment=assessment, client_key=client_key, slot__startswith=f"{kind}:", by=by
        ).first()
        if done is not None:
            return model.objects.get(pk=int(done.slot.split(":")[1]))
    values = {"assessment": assessment, "municipality_id": assessment.municipality_id}
    if kind in PARENTS:
        name, parent_model = PARENTS[kind]
        values[name] = (
            parent_model.objects.present().filter(assessment=assessment, pk=parent or 0).first()
        )
        if values[name] is None:
            raise Http404(kind)
    if kind == "outcome":
        earlier = model.objects.filter(point=values["point"]).first()
        if earlier is not None:
            return _brought_back(earlier, by)
    check_limit(assessment, kind)
    if kind == "alternative":
        # A number is never used twice: texts and answers refer to it.
        last = Alternative.objects.filter(assessment=assessment).order_by("-number").first()
        values["number"] = last.number + 1 if last else 0
    row = model.objects.create(**values)
    remember(row, by, client_key)
    if kind in BRING_OTHERS:
        _add_planned(assessment, by)
    return row


def _add_planned(assessment: Assessment, by) -> None:
    """Every recorded point has a row for each indicator and each forecast, ready to be filled."""
    load_parts([assessment], ("outcome", "followupindicator", *FORECAST_ROWS))
    known = [
        (kind, *pair)
        for kind, subject in PLANNED.items()
        for pair in ROWS[kind]
        .objects.filter(assessment=assessment)
        .values_list("outcome_id", f"{subject}_id")
    ]
    for kind, outcome, subject in unplanned(assessment, known):
        row = ROWS[kind].objects.create(
            assessment=assessment,
            municipality_id=assessment.municipality_id,
            outcome_id=outcome,
            **{f"{PLANNED[kind]}_id": subject},
        )
        remember(row, by)


def _row(assessment: Assessment, kind: str, row_id: int) -> VersionedRow:
    row = (
        ROWS[kind]
        .objects.select_for_update(of=("self",))
        .filter(assessment=assessment, pk=row_id)
        .first()
    )
    if row is None:
        raise Http404(kind)
    return row


@transaction.atomic
def remove_row(*, assessment_id: int, kind: str, row_id: int, by) -> VersionedRow:
    """Remove a row softly; what was written in it stays in the history."""
    assessment = locked(assessment_id, kind, by)
    row = _row(assessment, kind, row_id)
    if row.removed_at is not None:
        return row
    if isinstance(row, Alternative) and row.is_zero:
        raise PermissionDenied(_("The present state is always one of the alternatives."))
    row.removed_at = timezone.now()
    row.version += 1
    row.save(update_fields=["removed_at", "version"])
    remember(row, by)
    return row


@transaction.atomic
def restore_row(*, assessment_id: int, kind: str, row_id: int, by) -> VersionedRow:
    """Bring a removed row back as it was."""
    assessment = locked(assessment_id, kind, by)
    row = _row(assessment, kind, row_id)
    if row.removed_at is None:
        return row
    check_limit(assessment, kind)
    return _brought_back(row, by)


def _brought_back(row: VersionedRow, by) -> VersionedRow:
    if row.removed_at is not None:
        row.removed_at = None
        row.version += 1
        row.save(update_fields=["removed_at", "version"])
        remember(row, by)
    return row


def save_cell(*, client_key: str = "", **save) -> Saved | Conflict:
    """Save one value of a cell, of which the page may not have known whether it has a row yet.

    The first value makes the row in the same statement. Who comes second saves into that row.
    """
    try:
        return _save_in_cell(client_key=client_key, **save)
    except IntegrityError:
        # Somebody else has made the row meanwhile.
        return _save_in_cell(client_key=client_key, **save)


@transaction.atomic
def _save_in_cell(
    *,
    assessment_id: int,
    alternative_id: int,
    dimension: str,
    group: str,
    field: str,
    value: object,
    base_version: int,
    client_key: str,
    by,
) -> Saved | Conflict:
    alternative = _alternative_of_cell(assessment_id, alternative_id, dimension, group, by)
    if alternative.impact_pk is not None:
        return save_value(
            assessment_id=assessment_id,
            slot=f"impact:{alternative.impact_pk}:{field}",
            value=value,
            base_version=base_version,
            client_key=client_key,
            by=by,
        )
    value = storable(value)
    impact = Impact.objects.create(
        assessment_id=assessment_id,
        municipality_id=alternative.municipality_id,
        alternative=alternative,
        dimension=dimension,
        child_group=group,
        **{field: value},
    )
    revision = Revision.objects.create(
        assessment_id=assessment_id,
        municipality_id=alternative.municipality_id,
        slot=impact.slot(field),
        version=impact.version,
        value=value,
        by=by,
        client_key=client_key,
    )
    return Saved(revision.slot, revision.version, revision.at)


def _alternative_of_cell(
    assessment_id: int, alternative_id: int, dimension: str, group: str, by
) -> Alternative:
    """The alternative of a cell that this person may write, with the cell's row if there is one.

    The assessment is locked: a step of the workflow that is under way is waited for.
    """
    if dimension not in DIMENSIONS or group not in {each.value for each in CHILD_GROUPS}:
        raise Http404(dimension)
    alternative = (
        Alternative.objects.present()
        .filter(assessment__in=Assessment.objects.visible_to(by), assessment=assessment_id)
        .select_related("assessment__municipality")
        .select_for_update(of=("assessment",), no_key=True)
        .annotate(
            impact_pk=models.Subquery(
                Impact.objects.filter(
                    alternative=models.OuterRef("pk"), dimension=dimension, child_group=group
                ).values("pk")
            )
        )
        .filter(pk=alternative_id)
        .first()
    )
    if alternative is None:
        raise Http404(dimension)
    decision = policies.can_write(by, alternative.assessment, "impact")
    if not decision:
        raise PermissionDenied(decision.reason)
    return alternative


@transaction.atomic
def open_cell(
    *, assessment_id: int, alternative_id: int, dimension: str, group: str, by
) -> tuple[Impact, bool]:
    """The impact of one cell, made on the first save. Two people at once get the same row."""
    alternative = _alternative_of_cell(assessment_id, alternative_id, dimension, group, by)
    return Impact.objects.get_or_create(
        alternative=alternative,
        dimension=dimension,
        child_group=group,
        defaults={
            "assessment_id": assessment_id,
            "municipality_id": alternative.municipality_id,
        },
    )
