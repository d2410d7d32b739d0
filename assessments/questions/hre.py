"""Hearing results, one record per hearing (domain 2.8)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import METHODS
from assessments.questions.base import Column, Kind, Option, Question, Requirement
from assessments.questions.dimensions import CHILD_GROUPS

QUESTIONS = (
    Question(
        "hre.date",
        pgettext_lazy("hre.date", "When were they heard?"),
        Kind.DATE,
        Requirement.LIGHT,
        page="hre",
        core=True,
    ),
    Question(
        "hre.group",
        pgettext_lazy("hre.group", "Who was heard?"),
        Kind.MULTI,
        Requirement.LIGHT,
        options=CHILD_GROUPS,
        page="hre",
        core=True,
    ),
    Question(
        "hre.method",
        pgettext_lazy("hre.method", "How were they heard?"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=METHODS,
        page="hre",
        core=True,
    ),
    Question(
        "hre.invited",
        pgettext_lazy("hre.invited", "How many were invited?"),
        Kind.NUMBER,
        Requirement.OPTIONAL,
        page="hre",
    ),
    Question(
        "hre.number",
        pgettext_lazy("hre.number", "How many took part?"),
        Kind.NUMBER,
        Requirement.LIGHT,
        help=_(
            "Record each age group as a hearing of its own where you know their numbers. Numbers"
            " under five are not shown to the public."
        ),
        page="hre",
        core=True,
    ),
    Question(
        "hre.facilitator",
        _("Who carried it out (role)?"),
        Kind.TEXT,
        Requirement.LIGHT,
        help=_("Give the role, not a private person's name."),
        page="hre",
    ),
    Question(
        "hre.questions",
        pgettext_lazy("hre.questions", "What was asked?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("Attach the form that was used, so that everyone can see what was asked."),
        why=_("Open questions and an open form make the results trustworthy."),
        columns=(Column("file", pgettext_lazy("column", "Attachment"), Kind.FILE),),
        page="hre",
    ),
    Question(
        "hre.themes",
        _("What did the children say?"),
        Kind.TABLE,
        Requirement.LIGHT,
        help=_("Write summaries. Never write children's names."),
        columns=(
            Column("theme", pgettext_lazy("column", "Theme")),
            Column(
                "dimension", pgettext_lazy("column", "Dimension"), Kind.CHOICE, source="dimensions"
            ),
            Column("summary", pgettext_lazy("column", "Summary"), Kind.LONG),
            Column("count", pgettext_lazy("column", "How many"), Kind.NUMBER),
            Column(
                "tone",
                pgettext_lazy("column", "Tone"),
                Kind.CHOICE,
                options=(
                    Option("pos", pgettext_lazy("tone", "Positive")),
                    Option("neutral", pgettext_lazy("tone", "Neutral")),
                    Option("neg", pgettext_lazy("tone", "Negative")),
                ),
            ),
        ),
        page="hre",
    ),
    Question(
        "hre.hopes",
        _("What did the children wish for?"),
        Kind.LONG,
        Requirement.LIGHT,
        max_length=2000,
        page="hre",
        core=True,
    ),
    Question(
        "hre.worries",
        _("What worried the children?"),
        Kind.LONG,
        Requirement.LIGHT,
        max_length=2000,
        page="hre",
        core=True,
    ),
    Question(
        "hre.proposals",
        _("Did the children propose alternatives or improvements of their own?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("A proposal can be made into an alternative or a measure that reduces harm."),
        max_length=2000,
        page="hre",
    ),
    Question(
        "hre.by_alt",
        _("What did the children think of the alternatives?"),
        Kind.TABLE,
        Requirement.FULL,
        columns=(
            Column(
                "alternative",
                pgettext_lazy("column", "Alternative"),
                Kind.CHOICE,
                source="alternatives",
            ),
            Column("for", pgettext_lazy("column", "For"), Kind.NUMBER),
            Column("against", pgettext_lazy("column", "Against"), Kind.NUMBER),
            Column("unsure", pgettext_lazy("column", "Unsure"), Kind.NUMBER),
            Column("reasons", pgettext_lazy("column", "Reasons"), Kind.LONG),
        ),
        page="hre",
    ),
    Question(
        "hre.differences",
        _("Did views differ between groups?"),
        Kind.LONG,
        Requirement.FULL,
        page="hre",
    ),
    Question(
        "hre.limits",
        _("What limits the reliability of the results?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("For example the response rate, leading questions or the timing."),
        page="hre",
    ),
    Question(
        "hre.effect",
        _("How did the views affect the preparation?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_('"Not at all, because ..." is an allowed answer.'),
        why=_("Children have a right to know what their views changed."),
        max_length=2000,
        page="hre",
        core=True,
    ),
    Question(
        "hre.feedback_given",
        _("Was feedback given to those heard?"),
        Kind.BOOL,
        Requirement.LIGHT,
        columns=(
            Column("date", pgettext_lazy("column", "Date"), Kind.DATE),
            Column("way", pgettext_lazy("column", "How it was given")),
        ),
        page="hre",
    ),
    Question(
        "hre.file",
        pgettext_lazy("hre.file", "Summary as an attachment"),
        Kind.FILE,
        Requirement.OPTIONAL,
        help=_("No names, and no photographs without permission."),
        page="hre",
    ),
    Question(
        "hre.none_reason",
        _("Why were children not heard?"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        help=_(
            "Needed when no children were heard. Tell also what is already known of "
            "children's views. The answer is shown in the public report."
        ),
        max_length=1000,
        page="hre",
        core=True,
    ),
)
