"""The life of an assessment as tables: phases, statuses, and what leads from one to another.

Sources: the four phases of the accelerator (domain 1.2), states (domain 1.9), gates (1.4 to 1.6).
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from municipalities.roles import Permission


class Extent(models.TextChoices):
    """How much is assessed, decided in the screening."""

    NONE = "none", pgettext_lazy("extent", "No assessment")
    LIGHT = "light", pgettext_lazy("extent", "Light assessment")
    FULL = "full", pgettext_lazy("extent", "Full assessment")

    @property
    def rank(self) -> int:
        """Larger means more is assessed."""
        return list(Extent).index(self)


class Phase(models.TextChoices):
    """The four phases that a municipality is coached through."""

    INITIAL_SURVEY = "initial_survey", pgettext_lazy("phase", "Initial survey")
    PREPARATION = "preparation", pgettext_lazy("phase", "Preparation")
    DECISION = "decision", pgettext_lazy("phase", "Decision making")
    FOLLOW_UP = "follow_up", pgettext_lazy("phase", "Follow-up")


class Status(models.TextChoices):
    """Where one assessment stands."""

    DRAFT = "draft", pgettext_lazy("status", "Screening")
    SCREENED_OUT = "screened_out", pgettext_lazy("status", "No assessment needed")
    PREPARING = "preparing", pgettext_lazy("status", "In preparation")
    IN_REVIEW = "in_review", pgettext_lazy("status", "In review")
    FINAL = "final", pgettext_lazy("status", "Ready")
    ON_AGENDA = "on_agenda", pgettext_lazy("status", "On the agenda")
    DECIDED = "decided", pgettext_lazy("status", "Decided")
    FOLLOWING = "following", pgettext_lazy("status", "Being followed up")
    CLOSED = "closed", pgettext_lazy("status", "Closed")
    WITHDRAWN = "withdrawn", pgettext_lazy("status", "Lapsed")

    @property
    def phase(self) -> Phase:
        return PHASE_OF[self]


PHASE_OF: dict[Status, Phase] = {
    Status.DRAFT: Phase.INITIAL_SURVEY,
    Status.SCREENED_OUT: Phase.INITIAL_SURVEY,
    Status.PREPARING: Phase.PREPARATION,
    Status.IN_REVIEW: Phase.PREPARATION,
    Status.FINAL: Phase.DECISION,
    Status.ON_AGENDA: Phase.DECISION,
    Status.DECIDED: Phase.FOLLOW_UP,
    Status.FOLLOWING: Phase.FOLLOW_UP,
    Status.CLOSED: Phase.FOLLOW_UP,
    Status.WITHDRAWN: Phase.INITIAL_SURVEY,
}

# What can still be written in each status; everything else is read-only.
SCREENING_STATUSES = frozenset({Status.DRAFT})
PREPARATION_STATUSES = frozenset({Status.PREPARING})
DECISION_STATUSES = frozenset({Status.FINAL, Status.ON_AGENDA})
FOLLOW_UP_STATUSES = frozenset({Status.DECIDED, Status.FOLLOWING})
OPEN_STATUSES = frozenset(Status) - {Status.CLOSED, Status.WITHDRAWN, Status.SCREENED_OUT}
# From here on the report is a finished study and public (Openness Act section 6(1)(5)).
FINISHED_STATUSES = frozenset(
    {Status.FINAL, Status.ON_AGENDA, Status.DECIDED, Status.FOLLOWING, Status.CLOSED}
)


@dataclass(frozen=True)
class Transition:
    """One step that a person may take, when its requirements are met."""

    name: str
    label: str
    # What the history says afterwards.
    done: str
    sources: frozenset[Status]
    target: Status
    permission: Permission
    # Names of the gates in ``assessments.gates`` that must have nothing missing.
    requirements: tuple[str, ...] = ()
    needs_note: bool = False
    # The act must be by somebody else than the preparer of the matter.
    by_another: bool = False
    # Only an assessment of this extent takes the step.
    extent: Extent | None = None


def _row(name, label, done, sources, target, permission, **rest) -> Transition:
    return Transition(name, label, done, frozenset(sources), target, permission, **rest)


S, P = Status, Permission

TRANSITIONS: dict[str, Transition] = {
    row.name: row
    for row in (
        _row(
            "screen_out",
            _("Record that no assessment is needed"),
            pgettext_lazy("change", "No assessment was found necessary"),
            {S.DRAFT},
            S.SCREENED_OUT,
            P.EDIT,
            requirements=("screening", "not_assessed"),
        ),
        _row(
            "start",
            _("Start the preparation"),
            pgettext_lazy("change", "Preparation was started"),
            {S.DRAFT},
            S.PREPARING,
            P.EDIT,
            requirements=("screening", "assessed"),
        ),
        _row(
            "reopen_screening",
            _("Screen again"),
            pgettext_lazy("change", "Screening was reopened"),
            {S.SCREENED_OUT},
            S.DRAFT,
            P.EDIT,
            needs_note=True,
        ),
        _row(
            "raise_extent",
            _("Raise to a full assessment"),
            pgettext_lazy("change", "Raised to a full assessment"),
            {S.PREPARING},
            S.PREPARING,
            P.EDIT,
            needs_note=True,
            extent=Extent.LIGHT,
        ),
        _row(
            "submit_for_review",
            _("Submit for review"),
            pgettext_lazy("change", "Submitted for review"),
            {S.PREPARING},
            S.IN_REVIEW,
            P.EDIT,
            requirements=("preparation",),
        ),
        _row(
            "take_back",
            _("Take back from review"),
            pgettext_lazy("change", "Taken back from review"),
            {S.IN_REVIEW},
            S.PREPARING,
            P.EDIT,
        ),
        _row(
            "return_for_changes",
            _("Return for changes"),
            pgettext_lazy("change", "Returned for changes"),
            {S.IN_REVIEW},
            S.PREPARING,
            P.REVIEW,
            needs_note=True,
            by_another=True,
        ),
        _row(
            "approve",
            _("Approve"),
            pgettext_lazy("change", "Approved"),
            {S.IN_REVIEW},
            S.FINAL,
            P.REVIEW,
            requirements=("preparation", "review"),
            by_another=True,
        ),
        _row(
            "return_to_preparation",
            _("Return to preparation"),
            pgettext_lazy("change", "Returned to preparation"),
            {S.FINAL, S.ON_AGENDA},
            S.PREPARING,
            P.RECORD_DECISION,
            needs_note=True,
        ),
        _row(
            "put_on_agenda",
            _("Put on the agenda"),
            pgettext_lazy("change", "Put on the agenda"),
            {S.FINAL},
            S.ON_AGENDA,
            P.RECORD_DECISION,
            requirements=("agenda",),
        ),
        _row(
            "record_decision",
            _("Record the decision"),
            pgettext_lazy("change", "The decision was recorded"),
            {S.FINAL, S.ON_AGENDA},
            S.DECIDED,
            P.RECORD_DECISION,
            requirements=("decision",),
        ),
        _row(
            "start_following",
            _("Start the follow-up"),
            pgettext_lazy("change", "Follow-up was started"),
            {S.DECIDED},
            S.FOLLOWING,
            P.FOLLOW_UP,
            requirements=("follow_up",),
        ),
        _row(
            "close",
            _("Close the assessment"),
            pgettext_lazy("change", "The assessment was closed"),
            {S.FOLLOWING},
            S.CLOSED,
            P.FOLLOW_UP,
            requirements=("closing",),
        ),
        _row(
            "withdraw",
            _("Record that the matter has lapsed"),
            pgettext_lazy("change", "Recorded as lapsed"),
            {S.DRAFT, S.PREPARING, S.IN_REVIEW, S.FINAL, S.ON_AGENDA},
            S.WITHDRAWN,
            P.EDIT,
            needs_note=True,
        ),
    )
}

# In which statuses each part of an assessment may be written, and by whose right. The key is the
# first word of a slot: the group of a question (``rec`` of ``rec.summary``) or the name of a row.
_PREPARE = (PREPARATION_STATUSES, P.EDIT)
_DECIDE = (DECISION_STATUSES | FOLLOW_UP_STATUSES, P.RECORD_DECISION)
_FOLLOW = (PREPARATION_STATUSES | FOLLOW_UP_STATUSES, P.EDIT)
_SCREEN = (SCREENING_STATUSES, P.EDIT)
_REVIEW = (frozenset({S.IN_REVIEW}), P.REVIEW)
_RECORD = (frozenset({S.FOLLOWING}), P.FOLLOW_UP)
# The notice and the statements come in from the preparation up to the decision.
_PROCEED = (PREPARATION_STATUSES | {S.IN_REVIEW} | DECISION_STATUSES, P.EDIT)
# A council member's question is answered whenever it comes, also after the meeting.
_ANSWER = (_PROCEED[0] | FOLLOW_UP_STATUSES, P.EDIT)
# Children are told what came of their views when it is known, and that may be late.
_TELL = (PREPARATION_STATUSES | DECISION_STATUSES | FOLLOW_UP_STATUSES, P.EDIT)
# What is published and how children are told is settled late, and told anew after the decision.
_PUBLISH = _ANSWER
_MATTER = (SCREENING_STATUSES | PREPARATION_STATUSES, P.EDIT)
# What the meeting and the registry still change after the content has been approved.
_CALENDAR = (SCREENING_STATUSES | PREPARATION_STATUSES | DECISION_STATUSES, P.EDIT)

WRITABLE: dict[str, tuple[frozenset[Status], Permission]] = {
    "proposal": _MATTER,
    # The screening rests on the type: another type means another screening.
    "proposal.type": _SCREEN,
    "proposal.diary_number": _CALENDAR,
    "proposal.body": _CALENDAR,
    "proposal.meeting_date": _CALENDAR,
    "proposal.agenda_deadline": _CALENDAR,
    "proposal.presenter": _CALENDAR,
    "scr": _SCREEN,
    "teammember": _MATTER,
    "case": _PREPARE,
    "pathstep": _PREPARE,
    "sco": _PREPARE,
    "scopequestion": _PREPARE,
    # The last tasks are done when the assessment is ready, and dates move with the meeting.
    "worktask": _PROCEED,
    "grp": _PREPARE,
    "groupsize": _PREPARE,
    "alternative": _PREPARE,
    "alternative.child_sentence": _PUBLISH,
    "alternative.child_sentence_alt": _PUBLISH,
    "rejectedalternative": _PREPARE,
    "dimensionscope": _PREPARE,
    "impact": _PREPARE,
    "dat": _PREPARE,
    "evidence": _PREPARE,
    "knowledgegap": _PREPARE,
    "keyfigure": _PREPARE,
    "hpl": _PREPARE,
    "plannedhearing": _PREPARE,
    "hre": _PREPARE,
    "hearing": _PREPARE,
    "hearing.feedback_given": _TELL,
    "hearing.feedback_way": _TELL,
    "hearingfinding": _PREPARE,
    "hearingview": _PREPARE,
    "crc": _PREPARE,
    "rightsnote": _PREPARE,
    "cmp": _PREPARE,
    "otherinterest": _PREPARE,
    "mitigation": _PREPARE,
    "mitigation.status": _RECORD,
    "mitigation.status_note": _RECORD,
    "rec": _PREPARE,
    "qa": _REVIEW,
    "ntc": _PROCEED,
    "notice": _PROCEED,
    "proc": _PROCEED,
    "statement": _PROCEED,
    "statementview": _PROCEED,
    "stm": _PROCEED,
    "councillorquestion": _ANSWER,
    "dec": _DECIDE,
    "handling": _DECIDE,
    "own": _PREPARE,
    "pub": _PUBLISH,
    "cfs": _PUBLISH,
    "fup": _FOLLOW,
    "followuppoint": _FOLLOW,
    "followupindicator": _FOLLOW,
    "outcome": _RECORD,
    "indicatorvalue": _RECORD,
    "realisedimpact": _RECORD,
    "correctiveaction": _RECORD,
    "out": _RECORD,
}


# Parts that only somebody else than who prepared or submitted the assessment may write.
BY_ANOTHER = frozenset({"qa"})


def writable(part: str, field: str = "") -> tuple[frozenset[Status], Permission]:
    """The row of ``WRITABLE`` for one field: its own, or that of its part."""
    return WRITABLE.get(f"{part}.{field}") or WRITABLE[part]
