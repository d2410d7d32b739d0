"""Statements, residents' feedback and councillors' questions (domain 2.23)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "stm.from",
        pgettext_lazy("stm.from", "Statement by"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        options=(
            Option("youth_council", pgettext_lazy("stm.from", "Youth council")),
            Option("pupil_council", pgettext_lazy("stm.from", "Pupil council")),
            Option("other", pgettext_lazy("stm.from", "Other body")),
        ),
        page="statements",
    ),
    Question(
        "stm.view",
        pgettext_lazy("stm.view", "Stand on the alternatives"),
        Kind.TABLE,
        Requirement.OPTIONAL,
        columns=(
            Column(
                "alternative",
                pgettext_lazy("column", "Alternative"),
                Kind.CHOICE,
                source="alternatives",
            ),
            Column(
                "stand",
                pgettext_lazy("column", "Stand"),
                Kind.CHOICE,
                options=(
                    Option("for", pgettext_lazy("stand", "For")),
                    Option("against", pgettext_lazy("stand", "Against")),
                    Option("neutral", pgettext_lazy("stand", "Neutral")),
                ),
            ),
            Column("why", pgettext_lazy("column", "Why"), Kind.LONG),
        ),
        page="statements",
    ),
    Question(
        "stm.text",
        pgettext_lazy("stm.text", "Statement"),
        Kind.LONG,
        Requirement.ALWAYS,
        help=_("The statement is public."),
        columns=(Column("file", pgettext_lazy("column", "Attachment"), Kind.FILE),),
        page="statements",
    ),
    Question(
        "stm.answer",
        _("How did the statement matter?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("The answer is shown next to the statement."),
        page="statements",
    ),
    Question(
        "stm.none_reason",
        _("Why has a statement that was requested not been received?"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        help=_("Needed when the youth council was asked and has not given its statement."),
        max_length=2000,
        page="statements",
    ),
    Question(
        "fbk.role",
        pgettext_lazy("fbk.role", "I am"),
        Kind.CHOICE,
        Requirement.OPTIONAL,
        help=_("Your name or age is not asked."),
        options=(
            Option("child", pgettext_lazy("fbk.role", "A child or young person")),
            Option("guardian", pgettext_lazy("fbk.role", "A guardian")),
            Option("staff", pgettext_lazy("fbk.role", "A member of staff")),
            Option("resident", pgettext_lazy("fbk.role", "A resident")),
            Option("association", pgettext_lazy("fbk.role", "From an association")),
            Option("other", pgettext_lazy("fbk.role", "Someone else")),
        ),
        page="publication",
    ),
    Question(
        "fbk.text",
        pgettext_lazy("fbk.text", "What do you want to say?"),
        Kind.LONG,
        Requirement.ALWAYS,
        help=_("Do not write names or other personal data. Your feedback may be public."),
        max_length=2000,
        page="publication",
    ),
    Question(
        "fbk.useful",
        _("Was the information understandable?"),
        Kind.SCALE,
        Requirement.OPTIONAL,
        options=(
            Option("1", pgettext_lazy("clarity", "Hard to understand")),
            Option("2", pgettext_lazy("clarity", "Partly clear")),
            Option("3", pgettext_lazy("clarity", "Clear")),
        ),
        page="publication",
    ),
    Question(
        "qst.text",
        pgettext_lazy("qst.text", "Question to the preparer"),
        Kind.LONG,
        Requirement.ALWAYS,
        help=_("The answer is visible to all members of the body."),
        max_length=2000,
        page="statements",
    ),
    Question(
        "qst.answer",
        pgettext_lazy("qst.answer", "Answer"),
        Kind.LONG,
        Requirement.ALWAYS,
        help=_("Answer no later than two working days before the meeting."),
        max_length=3000,
        page="statements",
    ),
)
