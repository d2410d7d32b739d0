"""Quality review by someone else than the preparer (domain 2.15)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import YES_PARTLY_NO
from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "qa.early",
        pgettext_lazy("qa.early", "The assessment was started early enough to have influence"),
        Kind.CHOICE,
        Requirement.FULL,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.alternatives",
        pgettext_lazy(
            "qa.alternatives", "The alternatives are real and the zero alternative is described"
        ),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.children",
        pgettext_lazy(
            "qa.children", "Children have been heard, also children in vulnerable situations"
        ),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.triangulation",
        pgettext_lazy("qa.triangulation", "There is knowledge from several sources"),
        Kind.CHOICE,
        Requirement.FULL,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.negative",
        pgettext_lazy("qa.negative", "Negative and unintended effects are shown openly"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.time",
        pgettext_lazy("qa.time", "Short-term and long-term effects are separated"),
        Kind.CHOICE,
        Requirement.FULL,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.rights",
        pgettext_lazy(
            "qa.rights", "The general principles of children's rights have been gone through"
        ),
        Kind.CHOICE,
        Requirement.FULL,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.evidence",
        pgettext_lazy("qa.evidence", "Judgements are based on knowledge, not on assumptions"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.gaps",
        pgettext_lazy("qa.gaps", "It is said what is not known"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.mitigation",
        pgettext_lazy("qa.mitigation", "Measures that reduce harm are planned"),
        Kind.CHOICE,
        Requirement.FULL,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.clear",
        pgettext_lazy("qa.clear", "The summary is clear and short"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.privacy",
        pgettext_lazy("qa.privacy", "No child can be identified"),
        Kind.CHOICE,
        Requirement.LIGHT,
        help=_("Look through the free texts, the small groups and the attachments."),
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.followup",
        pgettext_lazy("qa.followup", "Follow-up is planned"),
        Kind.CHOICE,
        Requirement.FULL,
        options=YES_PARTLY_NO,
        columns=(Column("comment", pgettext_lazy("column", "Comment")),),
        page="qa",
    ),
    Question(
        "qa.verdict",
        pgettext_lazy("qa.verdict", "Verdict"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=(
            Option("ready", pgettext_lazy("qa.verdict", "Ready")),
            Option("complete", pgettext_lazy("qa.verdict", "To be completed")),
            Option("return", pgettext_lazy("qa.verdict", "Returned")),
        ),
        page="qa",
    ),
)
