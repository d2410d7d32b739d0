"""Who may do what with an assessment, and why not: the reason stands beside the button."""

from __future__ import annotations

from django.utils.translation import gettext as _

from assessments.models.attachment import ATTACHABLE
from assessments.phases import (
    BY_ANOTHER,
    DECISION_STATUSES,
    FINISHED_STATUSES,
    OPEN_STATUSES,
    TRANSITIONS,
    Status,
    writable,
)
from assessments.querysets import PEER_PART
from assessments.questions import CATALOGUE_VERSION
from assessments.questions.assigning import ASSIGNABLE, assigned_part
from municipalities.policies import ALLOWED, Decision, can_manage_bodies, can_manage_role
from municipalities.roles import Permission, Role, roles_with

READABLE_BY_ALL = FINISHED_STATUSES | {Status.SCREENED_OUT}


def _needs(user, municipality, permission: Permission) -> Decision:
    if user.has_permission_in(permission, municipality):
        return ALLOWED
    names = ", ".join(str(role.label) for role in roles_with(permission))
    return Decision(False, _("This needs one of these roles: %(roles)s.") % {"roles": names})


def can_create_proposal(user, municipality) -> Decision:
    """Preparers, presenters and LAVA contacts open matters in their own municipality."""
    return _needs(user, municipality, Permission.EDIT)


def can_write(user, assessment, part: str, field: str = "") -> Decision:
    """Whether a part (``rec``, ``impact``, ``proposal``) can be written now, by this person.

    Some fields of the basic data have a row of their own in the table.
    """
    statuses, permission = writable(part, field)
    if Status(assessment.status) not in statuses:
        return Decision(
            False,
            _("This part cannot be changed while the assessment is: %(status)s.")
            % {"status": assessment.get_status_display()},
        )
    if part in BY_ANOTHER and _has_prepared(user, assessment):
        return _only_another()
    decision = _needs(user, assessment.municipality, permission)
    if decision or (part == PEER_PART and is_guest(user, assessment)):
        return ALLOWED
    by_team = _assigned(user, assessment, part, field)
    return decision if by_team is None else by_team


def _assigned(user, assessment, part: str, field: str) -> Decision | None:
    """Whether the part is assigned to a member of the team; nothing for who is of no team."""
    rights = [each for each in ASSIGNABLE if user.has_permission_in(each, assessment.municipality)]
    rows = assessment.team_rows_of(user) if rights else []
    if not rows:
        return None
    key = assigned_part(assessment.extent, part, field)
    assignable = any(key in ASSIGNABLE[each] for each in rights)
    if assignable and any(key in row.parts for row in rows):
        return ALLOWED
    return Decision(False, _not_assigned(assessment.assigned_to(key)))


def _not_assigned(names: list[str]) -> str:
    if not names:
        return _("You write the parts assigned to you. Nobody has been given this part.")
    return _("You write the parts assigned to you. This part is assigned to: %(names)s.") % {
        "names": ", ".join(names)
    }


def is_guest(user, assessment) -> bool:
    """Whether this is a peer reviewer from elsewhere, today, while it is in review.

    A guest's access rests whenever the assessment is not in review. A matter of one child or
    family stays with those who prepare it.
    """
    return (
        assessment.status == Status.IN_REVIEW
        and user.has_permission_in(Permission.PEER_REVIEW, assessment.municipality)
        and user.pk in assessment.guest_ids
        and assessment.answer("scr.individual") != "yes"
    )


def is_of_team(user, assessment) -> bool:
    """Whether a member of the working group or a facilitator is of this very team."""
    place = assessment.municipality
    return any(user.has_permission_in(each, place) for each in ASSIGNABLE) and bool(
        assessment.team_rows_of(user)
    )


def can_take(user, assessment, transition: str) -> Decision:
    """Whether this person may take one step of ``assessments.phases.TRANSITIONS`` now."""
    row = TRANSITIONS[transition]
    if Status(assessment.status) not in row.sources:
        return Decision(
            False,
            _("This cannot be done while the assessment is: %(status)s.")
            % {"status": assessment.get_status_display()},
        )
    if row.extent and assessment.extent != row.extent:
        return Decision(
            False,
            _("This cannot be done with: %(extent)s.")
            % {"extent": assessment.get_extent_display()},
        )
    if row.by_another and _has_prepared(user, assessment):
        return _only_another()
    return _needs(user, assessment.municipality, row.permission)


def _has_prepared(user, assessment) -> bool:
    return user.pk in (assessment.proposal.preparer_id, _submitter(assessment))


def _only_another() -> Decision:
    return Decision(
        False, _("This must be done by somebody else than who prepared or submitted it.")
    )


def _submitter(assessment) -> int | None:
    """Who submitted it for review last; a list of assessments brings it along."""
    if "submitter_id" in assessment.__dict__:
        return assessment.submitter_id
    changes = assessment.status_changes.filter(transition="submit_for_review")
    return changes.order_by("-pk").values_list("by_id", flat=True).first()


def can_confirm_extent(user, screening) -> Decision:
    """A lowered extent is confirmed by a second person (domain 2.3)."""
    assessment = screening.assessment
    if assessment.status != Status.DRAFT or screening.confirmed_at:
        return Decision(False, _("The extent has already been confirmed."))
    if user.pk in (screening.chosen_by_id, assessment.proposal.preparer_id):
        return Decision(False, _("A lowered extent must be confirmed by another person."))
    return _needs(user, assessment.municipality, Permission.CONFIRM_EXTENT)


def can_upgrade_catalogue(user, assessment) -> Decision:
    """An assessment in preparation may take a newer catalogue into use, and never has to."""
    if assessment.status not in (Status.DRAFT, Status.PREPARING):
        return Decision(False, _("The questions can be changed only during the preparation."))
    if assessment.catalogue_version == CATALOGUE_VERSION:
        return Decision(False, _("The assessment asks the newest questions already."))
    return _needs(user, assessment.municipality, Permission.EDIT)


def can_reuse(user, assessment) -> Decision:
    """Structure and texts of another assessment can be taken over while this one is prepared."""
    if assessment.status != Status.PREPARING:
        return Decision(False, _("Texts can be taken over only during the preparation."))
    return _needs(user, assessment.municipality, Permission.EDIT)


def can_keep_questions(user, municipality) -> Decision:
    """A municipality's own questions are kept by those who keep its other data."""
    return can_manage_bodies(user, municipality)


def can_read_drafts(user, assessment) -> Decision:
    """Unfinished work is for those who prepare and review it, guests included."""
    return ALLOWED if is_guest(user, assessment) else can_read_history(user, assessment)


def can_read_history(user, assessment) -> Decision:
    """How the text came about, and reports of unfinished work: not for guests."""
    decision = _needs(user, assessment.municipality, Permission.READ_DRAFTS)
    return ALLOWED if not decision and is_of_team(user, assessment) else decision


def can_attach(user, assessment, part: str) -> Decision:
    """Files are attached, removed and brought back by whoever may write the part now."""
    return can_write(user, assessment, ATTACHABLE[part].right)


def can_read_attachment(user, attachment) -> Decision:
    """Nobody has read through a file as a publisher does: even of finished work it is for the own
    municipality only, unless it has been made public."""
    assessment = attachment.assessment
    if Status(assessment.status) not in READABLE_BY_ALL:
        return can_read_drafts(user, assessment)
    if attachment.is_public:
        return ALLOWED
    return _needs(user, assessment.municipality, Permission.READ_FINAL)


def can_share_attachment(user, attachment) -> Decision:
    """A file is made public by those who publish, once they have read through it."""
    return can_publish(user, attachment.assessment)


def can_comment(user, assessment) -> Decision:
    """Who reads the draft talks about it, until the matter has ended."""
    if Status(assessment.status) not in OPEN_STATUSES:
        return Decision(
            False,
            _("There is nothing to comment on while the assessment is: %(status)s.")
            % {"status": assessment.get_status_display()},
        )
    return can_read_drafts(user, assessment)


def can_remove_comment(user, comment, assessment) -> Decision:
    """One's own words; the LAVA contact person also others', for a child's name in them."""
    if user.has_permission_in(Permission.MANAGE_PEOPLE, assessment.municipality):
        return can_read_drafts(user, assessment)
    if comment.by_id != user.pk:
        return Decision(
            False, _("A comment is removed by who wrote it or by the LAVA contact person.")
        )
    return can_read_drafts(user, assessment)


def can_invite_peer(user, assessment) -> Decision:
    """The LAVA contact person opens an assessment in review to a reviewer from elsewhere."""
    if assessment.status != Status.IN_REVIEW:
        return Decision(False, _("A peer reviewer is invited while the assessment is in review."))
    if assessment.answer("scr.individual") == "yes":
        return Decision(
            False, _("A matter of one child or family stays with those who prepare it.")
        )
    return can_manage_role(user, Role.PEER_REVIEWER, assessment.municipality)


def can_revoke_peer(user, review) -> Decision:
    return can_manage_role(user, Role.PEER_REVIEWER, review.municipality)


def can_request_report(user, assessment) -> Decision:
    """A report of finished work is for every reader; of unfinished work for those who make it."""
    if Status(assessment.status) in READABLE_BY_ALL:
        return ALLOWED
    return can_read_history(user, assessment)


def can_read_report(user, report) -> Decision:
    """What counts is how the work stood when the report was made, and that it still holds."""
    if report.withdrawn_at is None and report.content["status"]["key"] in READABLE_BY_ALL:
        return ALLOWED
    return can_read_history(user, report.assessment)


def can_read_questions(user, assessment) -> Decision:
    """Council members' questions and their answers stay within the municipality (domain 2.23)."""
    return _needs(user, assessment.municipality, Permission.READ_FINAL)


def can_ask(user, assessment) -> Decision:
    """A council member asks about a finished assessment that has not been decided yet."""
    decision = _needs(user, assessment.municipality, Permission.ASK)
    if not decision or Status(assessment.status) in DECISION_STATUSES:
        return decision
    return Decision(
        False, _("Questions are asked when the assessment is ready, and before the decision.")
    )


def can_publish(user, assessment) -> Decision:
    """Publishing, correcting and withdrawing what the public reads."""
    return _needs(user, assessment.municipality, Permission.PUBLISH)
