"""Who sees which proposals and assessments, and reading verbs over them."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone

from assessments.phases import (
    BY_ANOTHER,
    FINISHED_STATUSES,
    OPEN_STATUSES,
    Extent,
    Status,
    writable,
)
from assessments.questions.assigning import ASSIGNABLE, assigned_part
from municipalities.roles import Permission

# What a reviewer from another municipality fills in.
PEER_PART = "qa"
READABLE_WITHOUT_DRAFTS = FINISHED_STATUSES | {Status.SCREENED_OUT}


def _visible(user, municipality: str, region: str, status: str) -> Q:
    """The wall between municipalities as one condition over the named lookups.

    Drafts are read by those who prepare and review; the rest of the municipality reads finished
    work, and a coordinator reads the finished work of the whole region.
    """
    drafts = _drafts(user, municipality, status)
    finished = Q(
        Q(**{f"{municipality}__in": user.municipality_ids_with(Permission.READ_FINAL)})
        | Q(**{f"{region}__in": user.region_ids_with(Permission.READ_PROGRESS)}),
        **{f"{status}__in": READABLE_WITHOUT_DRAFTS},
    )
    return drafts | (finished & ~of_one_child())


def _drafts(user, municipality: str, status: str) -> Q:
    """Unfinished work: of those who prepare and review it, of a team, of an invited guest."""
    found = Q(**{f"{municipality}__in": user.municipality_ids_with(Permission.READ_DRAFTS)})
    if places := user.municipality_ids_with(*ASSIGNABLE):
        found |= Q(_team_rows(user), **{f"{municipality}__in": places})
    if places := user.municipality_ids_with(Permission.PEER_REVIEW):
        found |= Q(
            ~of_one_child(),
            _peer_reviews(user),
            **{f"{municipality}__in": places, status: Status.IN_REVIEW},
        )
    return found


def _team_rows(user, *keys: str) -> models.Exists:
    """That the person is of the team; with ``keys``, that all these parts are assigned to her."""
    rows = apps.get_model("assessments", "TeamMember").objects.present()
    rows = rows.filter(assessment=OuterRef("pk"), user=user)
    for key in keys:
        # JSON is searched as text, which every database can do; a key stands in quotes.
        rows = rows.alias(keys=Cast("parts", models.TextField())).filter(keys__contains=f'"{key}"')
    return models.Exists(rows)


def _peer_reviews(user) -> models.Exists:
    found = apps.get_model("assessments", "PeerReview").objects.of(user).in_force()
    return models.Exists(found.filter(assessment=OuterRef("pk")))


def _assigned(user, part: str, field: str) -> Q:
    """Assessments in which a value is assigned to the person, role by role."""
    found = Q()
    for right, parts in ASSIGNABLE.items():
        places = user.municipality_ids_with(right)
        keys = {extent: assigned_part(extent, part, field) for extent in Extent}
        for key in set(keys.values()) & parts if places else ():
            extents = [extent for extent, own in keys.items() if own == key]
            found |= Q(_team_rows(user, key), municipality__in=places, extent__in=extents)
    return found


def of_one_child() -> models.Exists:
    """That the matter concerns one child or family: nobody but its preparers sees it."""
    answers = apps.get_model("assessments", "Answer").objects
    return models.Exists(
        answers.filter(assessment=models.OuterRef("pk"), key="scr.individual", value="yes")
    )


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user) -> ProposalQuerySet:
        """Proposals that ``user`` may know of at all; everything else is not found."""
        return self.filter(
            _visible(user, "municipality", "municipality__region", "assessment__status")
        )


class AssessmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> AssessmentQuerySet:
        """Assessments that ``user`` may know of at all; everything else is not found."""
        return self.filter(_visible(user, "municipality", "municipality__region", "status"))

    def drafts_for(self, user) -> AssessmentQuerySet:
        """Assessments whose unfinished text ``user`` may read."""
        return self.filter(_drafts(user, "municipality", "status"))

    def writable_by(self, user, part: str, field: str = "") -> AssessmentQuerySet:
        """Assessments in which ``user`` may write this value now: ``policies.can_write`` in SQL."""
        statuses, permission = writable(part, field)
        allowed = Q(municipality__in=user.municipality_ids_with(permission))
        allowed |= _assigned(user, part, field)
        places = user.municipality_ids_with(Permission.PEER_REVIEW) if part == PEER_PART else ()
        if places:
            guest = Q(~of_one_child(), _peer_reviews(user), municipality__in=places)
            allowed |= guest & Q(status=Status.IN_REVIEW)
        found = self.not_prepared_by(user) if part in BY_ANOTHER else self
        return found.filter(allowed, status__in=statuses)

    def reusable_by(self, user) -> AssessmentQuerySet:
        """Assessments of one's own municipalities and finished ones that anybody may read."""
        own = Q(municipality__in=user.municipality_ids_with(Permission.READ_DRAFTS))
        published = Q(
            publications__is_current=True,
            publications__withdrawn_at__isnull=True,
            status__in=FINISHED_STATUSES,
        )
        return self.filter(pk__in=self.filter(own | published).values("pk")).exclude(of_one_child())

    def not_prepared_by(self, user) -> AssessmentQuerySet:
        """Assessments that somebody else prepares and submitted last: ``phases.BY_ANOTHER``."""
        prepared = apps.get_model("assessments", "Proposal").objects.filter(
            pk=models.OuterRef("pk"), preparer=user
        )
        changes = apps.get_model("assessments", "StatusChange").objects.filter(
            assessment=models.OuterRef("pk"), transition="submit_for_review"
        )
        last = models.Subquery(changes.order_by("-pk").values("by_id")[:1])
        return self.exclude(models.Exists(prepared)).exclude(
            pk__in=self.model.objects.annotate(submitted_by=last)
            .filter(submitted_by=user.pk)
            .values("pk")
        )

    def to_review_by(self, user) -> AssessmentQuerySet:
        """Assessments that wait for review, in the own municipality or as a guest."""
        own = Q(municipality__in=user.municipality_ids_with(Permission.REVIEW))
        if user.municipality_ids_with(Permission.PEER_REVIEW):
            own |= _drafts(user, "municipality", "status") & Q(_peer_reviews(user))
        return self.filter(own, status=Status.IN_REVIEW)

    def open(self) -> AssessmentQuerySet:
        """Assessments in which somebody still has something to do."""
        return self.filter(status__in=OPEN_STATUSES)

    def with_matter(self) -> AssessmentQuerySet:
        """What surrounds the parts, in the same query; ``loading.load_parts`` reads the parts."""
        return self.select_related(
            "proposal__body",
            "proposal__preparer",
            "proposal__presenter",
            "municipality",
            "screening",
        )


class RowQuerySet(models.QuerySet):
    def present(self) -> RowQuerySet:
        """Rows that have not been removed."""
        return self.filter(removed_at__isnull=True)


class AttachmentQuerySet(RowQuerySet):
    def visible_to(self, user) -> AttachmentQuerySet:
        """Attachments of the assessments that ``user`` may know of, with what rights hang on."""
        assessments = apps.get_model("assessments", "Assessment").objects
        return self.filter(assessment__in=assessments.visible_to(user)).select_related(
            "assessment__proposal", "assessment__municipality", "uploaded_by"
        )

    def size(self) -> int:
        """The bytes that these files take up."""
        return self.aggregate(size=models.Sum("size"))["size"] or 0


class PeerReviewQuerySet(models.QuerySet):
    def of(self, user) -> PeerReviewQuerySet:
        """Of a person who had an account when invited, or who accepted the invitation."""
        return self.filter(Q(user=user) | Q(user__isnull=True, invitation__accepted_by=user))

    def in_force(self) -> PeerReviewQuerySet:
        """Not revoked and the last day, by local time, not over."""
        return self.filter(revoked_at__isnull=True, ends_on__gte=timezone.localdate())


class CommentQuerySet(models.QuerySet):
    def open_threads(self) -> CommentQuerySet:
        """Threads that wait for somebody: not resolved, and something of them still to be read."""
        return self.filter(parent__isnull=True, is_resolved=False).filter(
            Q(removed_at__isnull=True) | Q(replies__removed_at__isnull=True, replies__isnull=False)
        )

    def open_counts(self) -> dict[tuple[str, str], int]:
        """The number of open threads by part and anchor."""
        counted = self.open_threads().order_by().values_list("part", "anchor")
        return {
            (part, anchor): number
            for part, anchor, number in counted.annotate(n=models.Count("pk", distinct=True))
        }


class FollowUpPointQuerySet(RowQuerySet):
    def unrecorded(self) -> FollowUpPointQuerySet:
        """Points that still wait to be recorded: there is no outcome with a day and a result, or
        it was removed (domain 1.7). ``Outcome.is_recorded`` says the same of one row."""
        return self.present().exclude(
            outcome__removed_at__isnull=True,
            outcome__date__isnull=False,
            outcome__realised__gt="",
        )
