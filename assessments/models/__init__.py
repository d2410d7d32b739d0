from assessments.models.alternative import Alternative, RejectedAlternative
from assessments.models.attachment import ATTACHABLE, Attachment
from assessments.models.comment import Comment, Presence
from assessments.models.evidence import Evidence, KeyFigure, KnowledgeGap
from assessments.models.extra import ExtraQuestion
from assessments.models.follow_up import (
    CorrectiveAction,
    FollowUpIndicator,
    FollowUpPoint,
    IndicatorValue,
    Outcome,
    RealisedImpact,
)
from assessments.models.hearing import Hearing, HearingFinding, HearingView, PlannedHearing
from assessments.models.impact import Impact, Mitigation, OtherInterest, RightsNote
from assessments.models.peer import PeerReview
from assessments.models.procedure import (
    CouncillorQuestion,
    Handling,
    Notice,
    Statement,
    StatementView,
)
from assessments.models.proposal import Assessment, Proposal, Screening, StatusChange
from assessments.models.reminder import Digest, Reminder, ReminderDay
from assessments.models.report import Report
from assessments.models.reuse import Reuse
from assessments.models.review import Review
from assessments.models.scope import DimensionScope, GroupSize, PathStep, ScopeQuestion, WorkTask
from assessments.models.team import TeamMember
from assessments.models.versioned import Answer, Revision, VersionedRow

ROWS: dict[str, type[VersionedRow]] = {
    model.kind(): model
    for model in (
        Alternative,
        DimensionScope,
        Impact,
        Evidence,
        KnowledgeGap,
        Hearing,
        Mitigation,
        Handling,
        FollowUpPoint,
        Outcome,
        KeyFigure,
        ScopeQuestion,
        WorkTask,
        GroupSize,
        PlannedHearing,
        RejectedAlternative,
        RightsNote,
        OtherInterest,
        HearingFinding,
        HearingView,
        Notice,
        Statement,
        StatementView,
        CouncillorQuestion,
        FollowUpIndicator,
        IndicatorValue,
        RealisedImpact,
        CorrectiveAction,
        TeamMember,
        PathStep,
    )
}
"""Every kind of row that is saved by slots, by the first word of the slot."""

__all__ = [
    "ATTACHABLE",
    "ROWS",
    "Alternative",
    "Answer",
    "Assessment",
    "Attachment",
    "Comment",
    "CorrectiveAction",
    "CouncillorQuestion",
    "Digest",
    "DimensionScope",
    "Evidence",
    "ExtraQuestion",
    "FollowUpIndicator",
    "FollowUpPoint",
    "GroupSize",
    "Handling",
    "Hearing",
    "HearingFinding",
    "HearingView",
    "Impact",
    "IndicatorValue",
    "KeyFigure",
    "KnowledgeGap",
    "Mitigation",
    "Notice",
    "OtherInterest",
    "Outcome",
    "PathStep",
    "PeerReview",
    "PlannedHearing",
    "Presence",
    "Proposal",
    "RealisedImpact",
    "RejectedAlternative",
    "Reminder",
    "ReminderDay",
    "Report",
    "Reuse",
    "Review",
    "Revision",
    "RightsNote",
    "ScopeQuestion",
    "Screening",
    "Statement",
    "StatementView",
    "StatusChange",
    "TeamMember",
    "VersionedRow",
    "WorkTask",
]
