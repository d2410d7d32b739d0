"""Commenting: writing, settling a thread, taking one's words back."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from assessments import policies
from assessments.models import Assessment, Comment, Reminder
from municipalities.models import AuditEntry, User


def readers(assessment: Assessment) -> list[User]:
    """Everybody who reads the draft, by name: who can be mentioned."""
    people: dict[int, User] = {}
    memberships = assessment.municipality.memberships.in_force().filter(user__is_active=True)
    for each in memberships.select_related("user", "municipality"):
        person = people.setdefault(each.user_id, each.user)
        person.__dict__.setdefault("active_memberships", []).append(each)
    return sorted(
        (each for each in people.values() if policies.can_read_drafts(each, assessment)),
        key=lambda person: (person.name.casefold(), person.pk),
    )


def _require(decision: policies.Decision) -> None:
    if not decision:
        raise PermissionDenied(decision.reason)


def _locked(assessment_id: int, by: User) -> Assessment:
    found = (
        Assessment.objects.visible_to(by)
        .select_related("municipality", "proposal")
        .select_for_update(of=("self",), no_key=True)
        .filter(pk=assessment_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


@transaction.atomic
def add_comment(
    *,
    assessment_id: int,
    part: str,
    text: str,
    by: User,
    anchor: str = "",
    parent_id: int | None = None,
    mentions: Iterable[int] = (),
    client_key: str = "",
) -> Comment:
    """Write a comment or a reply and remind whom it mentions, each once.

    A repeated ``client_key`` returns the comment of the first time. A reply takes a settled thread
    up again.
    """
    assessment = _locked(assessment_id, by)
    _require(policies.can_comment(by, assessment))
    if client_key:
        done = Comment.objects.filter(assessment=assessment, by=by, client_key=client_key).first()
        if done is not None:
            return done
    if not text.strip():
        raise ValidationError({"text": _("Write the comment.")})
    parent = None
    if parent_id is not None:
        threads = Comment.objects.filter(assessment=assessment, part=part, parent=None)
        parent = threads.filter(pk=parent_id).first()
        if parent is None:
            raise Http404
        anchor = parent.anchor
    known = {person.pk: person for person in readers(assessment)}
    named = dict.fromkeys(mentions)
    if not named.keys() <= known.keys():
        raise ValidationError({"mentions": _("Mention only people who can see this assessment.")})
    comment = Comment.objects.create(
        assessment=assessment,
        municipality_id=assessment.municipality_id,
        part=part,
        anchor=anchor,
        parent=parent,
        text=text,
        by=by,
        client_key=client_key,
    )
    if parent is not None and parent.is_resolved:
        _settle(parent, by, is_resolved=False)
    comment.mentions.set(named)
    _remind(comment, [pk for pk in named if pk != by.pk])
    return comment


def _remind(comment: Comment, people: list[int]) -> None:
    """A mention is a row of the ledger: in sight at once, and in the day's mail."""
    with translation.override(settings.LANGUAGE_CODE):
        page = reverse("assessments:comment-part", args=[comment.assessment_id, comment.part])
    Reminder.objects.bulk_create(
        [
            Reminder(
                rule="mention",
                target=f"{Comment._meta.label_lower}:{comment.pk}",
                due=timezone.localdate(),
                recipient_id=each,
                municipality_id=comment.municipality_id,
                context={**comment.assessment.proposal.titles, "by": str(comment.by)},
                path=f"{page}#comment-{comment.pk}",
            )
            for each in people
        ],
        ignore_conflicts=True,
    )


def _settle(thread: Comment, by: User, *, is_resolved: bool) -> None:
    thread.is_resolved = is_resolved
    thread.settled_by = by
    thread.settled_at = timezone.now()
    thread.save(update_fields=["is_resolved", "settled_by", "settled_at"])


def _comment(assessment: Assessment, comment_id: int, **conditions) -> Comment:
    found = Comment.objects.filter(assessment=assessment, pk=comment_id, **conditions).first()
    if found is None:
        raise Http404
    return found


@transaction.atomic
def settle_thread(*, assessment_id: int, comment_id: int, is_resolved: bool, by: User) -> Comment:
    """Mark a thread as resolved, or take it up again; who and when stays with it."""
    assessment = _locked(assessment_id, by)
    thread = _comment(assessment, comment_id, parent=None)
    _require(policies.can_comment(by, assessment))
    if thread.is_resolved != is_resolved:
        _settle(thread, by, is_resolved=is_resolved)
    return thread


@transaction.atomic
def remove_comment(*, assessment_id: int, comment_id: int, by: User) -> Comment:
    """Take a comment back. Its text is gone for good; that it stood there is still told."""
    assessment = _locked(assessment_id, by)
    comment = _comment(assessment, comment_id)
    _require(policies.can_remove_comment(by, comment, assessment))
    if comment.removed_at is None:
        comment.text, comment.removed_by, comment.removed_at = "", by, timezone.now()
        comment.save(update_fields=["text", "removed_by", "removed_at"])
        comment.mentions.clear()
        AuditEntry.record(
            action="remove_comment", target=comment, by=by, municipality=assessment.municipality
        )
    return comment
