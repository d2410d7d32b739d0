"""Saving one value so that nothing typed is ever lost.

A *slot* names a value: ``answer:rec.summary``, ``alternative:12:name``, ``proposal:3:title``. A
save carries the version it was based on. If the slot has not changed since, it is accepted; if
others changed *other* fields of the same row, it is accepted too; only when the very same value was
changed by another does the save become a ``Conflict`` that holds base, theirs and mine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404
from django.utils.translation import gettext as _

from assessments import policies
from assessments.models import ROWS, Answer, Assessment, Proposal, Revision
from assessments.questions import CATALOGUE
from assessments.questions.base import OWN
from assessments.questions.letters import LETTER_KEY

# A question of the municipality's own. Its answer is written like the page that asks it.
OWN_KEY = re.compile(rf"{OWN}\.[0-9]{{1,18}}", re.ASCII)


def _is_answered(key: str) -> bool:
    """Whether the question has an answer; the basic data are columns of the matter itself."""
    is_asked = key in CATALOGUE and CATALOGUE[key].page != "case"
    return bool(is_asked or OWN_KEY.fullmatch(key) or LETTER_KEY.fullmatch(key))


@dataclass(frozen=True)
class Slot:
    """A parsed slot: the part that rights hang on, the row and the field."""

    name: str
    part: str
    pk: int | None
    field: str

    @classmethod
    def parse(cls, name: str) -> Slot:
        """Raises ``Http404`` for a name that no form of ours contains."""
        kind, _colon, rest = name.partition(":")
        if kind == "answer" and _is_answered(rest):
            return cls(name, rest.partition(".")[0], None, rest)
        pk, _colon, field = rest.partition(":")
        model = Proposal if kind == "proposal" else ROWS.get(kind)
        if model is None or not pk.isdecimal() or len(pk) > 18 or field not in model.SLOTS:
            raise Http404(name)
        return cls(name, kind, int(pk), field)

    @property
    def model(self) -> type[models.Model]:
        if self.pk is None:
            return Answer
        return Proposal if self.part == "proposal" else ROWS[self.part]

    @property
    def attribute(self) -> str:
        return "value" if self.pk is None else self.model._meta.get_field(self.field).attname

    def rows(self, assessments: models.QuerySet) -> models.QuerySet:
        """The one stored row behind this slot, if it belongs to one of ``assessments``."""
        if self.pk is None:
            return Answer.objects.filter(assessment__in=assessments, key=self.field)
        if self.model is Proposal:
            return Proposal.objects.filter(pk=self.pk, assessment__in=assessments)
        return self.model._default_manager.present().filter(pk=self.pk, assessment__in=assessments)


@dataclass(frozen=True)
class Saved:
    """The value is stored. ``version`` is what the next save of this row is based on."""

    slot: str
    version: int
    at: datetime


@dataclass(frozen=True)
class Conflict:
    """Somebody else changed the same value meanwhile; nothing was overwritten."""

    slot: str
    version: int
    base: object
    theirs: object
    mine: object
    their_name: str
    at: datetime
    # Of the one who saved first: the same person may have two windows open.
    their_pk: int


def storable(value: object) -> object:
    """A cleaned form value as it is stored: related objects by their primary key."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, set | tuple):
        return list(value)
    return value


def plain(value: object) -> object:
    """A value as the history remembers it: nothing is the empty text, a day is its ISO date.

    Two values are the same when their plain forms are equal.
    """
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def save_value(
    *, assessment_id: int, slot: str, value: object, base_version: int, client_key: str = "", by
) -> Saved | Conflict:
    """Store one cleaned value, or return the conflict.

    Raises ``Http404`` when there is no such slot for this person, ``PermissionDenied`` with the
    reason when the part cannot be written. A repeated ``client_key`` answers as the first time did.
    """
    target = Slot.parse(slot)
    value = storable(value)
    if target.pk is None:
        value = plain(value)
    # Locked by the statement itself: a step of the workflow that is under way is waited for.
    open_now = (
        Assessment.objects.writable_by(by, target.part, target.field)
        .filter(pk=assessment_id)
        .select_for_update(no_key=True)
    )
    # The usual save: nobody was here in between. One conditional update instead of read and write.
    stored = base_version > 0 and (
        target.rows(open_now)
        .filter(_unused(assessment_id, slot, client_key), version=base_version)
        .update(**{target.attribute: value, "version": base_version + 1})
    )
    version = base_version + 1 if stored else None
    if not stored:
        outcome = _save_slowly(target, assessment_id, value, base_version, client_key, by)
        if not isinstance(outcome, int):
            return outcome
        version = outcome
    revision = Revision.objects.create(
        assessment_id=assessment_id,
        municipality_id=_municipality_of(assessment_id),
        slot=slot,
        version=version,
        value=value,
        by=by,
        client_key=client_key,
    )
    return Saved(slot, version, revision.at)


def _unused(assessment_id: int, slot: str, client_key: str) -> models.Q | models.Exists:
    """That this very save has not been done before; asked by the updating statement itself."""
    if not client_key:
        return models.Q()
    return ~models.Exists(
        Revision.objects.filter(assessment_id=assessment_id, slot=slot, client_key=client_key)
    )


def _municipality_of(assessment_id: int) -> models.Subquery:
    """Read by the inserting statement itself, so that a save costs no query for it."""
    return models.Subquery(
        Assessment.objects.filter(pk=assessment_id).values("municipality_id")[:1]
    )


def _save_slowly(
    target: Slot, assessment_id: int, value, base_version: int, client_key: str, by
) -> int | Saved | Conflict:
    """First saves, repeated requests, merges of different fields, refusals and conflicts.

    Returns the new version when the value was stored and only its revision is left to write.
    """
    assessment = (
        Assessment.objects.visible_to(by)
        .select_related("municipality", "proposal")
        # Not the key: others who append to the history meanwhile must not wait for this lock.
        .select_for_update(of=("self",), no_key=True)
        .filter(pk=assessment_id)
        .first()
    )
    if assessment is None:
        raise Http404(target.name)
    history = Revision.objects.filter(assessment_id=assessment_id, slot=target.name)
    if client_key:
        repeated = history.filter(client_key=client_key).first()
        if repeated is not None:
            if repeated.by_id != by.pk:
                raise ValidationError(_("This save belongs to somebody else. Reload the page."))
            return Saved(target.name, repeated.version, repeated.at)
    decision = policies.can_write(by, assessment, target.part, target.field)
    if not decision:
        raise PermissionDenied(decision.reason)
    # Locked, so that a quick save that is under way is waited for and seen.
    row = (
        target.rows(Assessment.objects.filter(pk=assessment_id))
        .select_for_update(of=("self",))
        .first()
    )
    if row is None:
        if target.pk is not None:
            raise Http404(target.name)
        return _first_answer(target, assessment, value)
    theirs = getattr(row, target.attribute)
    since = history.filter(version__gt=base_version).select_related("by").first()
    if since is not None and plain(theirs) != plain(value):
        before = history.filter(version__lte=base_version).first()
        return Conflict(
            slot=target.name,
            version=row.version,
            base=before.value if before else None,
            theirs=theirs,
            mine=value,
            their_name=str(since.by),
            at=since.at,
            their_pk=since.by_id,
        )
    setattr(row, target.attribute, value)
    row.version += 1
    row.save(update_fields=[target.attribute, "version"])
    return row.version


def _first_answer(target: Slot, assessment: Assessment, value) -> int:
    """The row is locked through its assessment, so two first answers cannot cross."""
    Answer.objects.create(
        assessment=assessment,
        municipality_id=assessment.municipality_id,
        key=target.field,
        value=value,
    )
    return 1


def restore(*, assessment_id: int, revision_id: int, by) -> Saved | Conflict:
    """Make an earlier value the present one again, as a new save in the history."""
    revision = Revision.objects.filter(assessment_id=assessment_id, pk=revision_id).first()
    if revision is None:
        raise Http404
    target = Slot.parse(revision.slot)
    row = target.rows(Assessment.objects.visible_to(by).filter(pk=assessment_id)).first()
    if row is None:
        raise Http404
    return save_value(
        assessment_id=assessment_id,
        slot=revision.slot,
        value=revision.value,
        base_version=row.version,
        by=by,
    )
