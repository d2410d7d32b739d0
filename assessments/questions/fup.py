"""Follow-up plan and realised impacts (domain 2.19)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import MEASURE_STATUS, TASK_STATUS
from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "fup.owner",
        _("Who is responsible for the follow-up?"),
        Kind.USER,
        Requirement.LIGHT,
        source="people",
        page="fup",
        core=True,
    ),
    Question(
        "fup.start",
        _("When does the change take effect?"),
        Kind.DATE,
        Requirement.LIGHT,
        page="fup",
    ),
    Question(
        "fup.indicators",
        pgettext_lazy("fup.indicators", "What is followed up?"),
        Kind.TABLE,
        Requirement.LIGHT,
        help=_("At least one for each large impact."),
        columns=(
            Column("impact", pgettext_lazy("column", "Impact"), Kind.CHOICE, source="impacts"),
            Column("indicator", pgettext_lazy("column", "Indicator")),
            Column("unit", pgettext_lazy("column", "Unit")),
            Column("baseline", pgettext_lazy("column", "Baseline"), Kind.NUMBER),
            Column("target", pgettext_lazy("column", "Target"), Kind.NUMBER),
            Column("source", pgettext_lazy("column", "Source")),
            Column("interval", pgettext_lazy("column", "How often")),
        ),
        page="fup",
    ),
    Question(
        "fup.points",
        pgettext_lazy("fup.points", "Follow-up points"),
        Kind.TABLE,
        Requirement.LIGHT,
        help=_(
            "Usually 3 months and 12 months after the change and at the end of the council term."
        ),
        columns=(
            Column("date", pgettext_lazy("column", "Date"), Kind.DATE),
            Column("what", pgettext_lazy("column", "What is followed")),
            Column("who", pgettext_lazy("column", "Who")),
        ),
        page="fup",
        core=True,
    ),
    Question(
        "fup.children", _("How are children asked again?"), Kind.LONG, Requirement.FULL, page="fup"
    ),
    Question(
        "fup.report_to",
        _("Where are the results reported?"),
        Kind.MULTI,
        Requirement.LIGHT,
        options=(
            Option("board", pgettext_lazy("fup.report_to", "Municipal board")),
            Option("council", pgettext_lazy("fup.report_to", "Council")),
            Option("welfare_report", pgettext_lazy("fup.report_to", "Welfare report")),
            Option("financial_statement", pgettext_lazy("fup.report_to", "Financial statement")),
            Option("youth_council", pgettext_lazy("fup.report_to", "Youth council")),
            Option("public_page", pgettext_lazy("fup.report_to", "Public page")),
        ),
        page="fup",
    ),
    Question(
        "out.date",
        pgettext_lazy("out.date", "Date of the follow-up"),
        Kind.DATE,
        Requirement.LIGHT,
        page="out",
    ),
    Question(
        "out.values",
        pgettext_lazy("out.values", "Values of the indicators"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column(
                "indicator", pgettext_lazy("column", "Indicator"), Kind.CHOICE, source="indicators"
            ),
            Column("value", pgettext_lazy("column", "Value"), Kind.NUMBER),
            Column("comment", pgettext_lazy("column", "Comment")),
        ),
        page="out",
    ),
    Question(
        "out.realised",
        _("Did the foreseen impact come true?"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column("impact", pgettext_lazy("column", "Impact"), Kind.CHOICE, source="impacts"),
            Column(
                "realised",
                pgettext_lazy("column", "Did it come true"),
                Kind.CHOICE,
                options=(
                    Option("yes", pgettext_lazy("answer", "Yes")),
                    Option("partly", pgettext_lazy("answer", "Partly")),
                    Option("no", pgettext_lazy("answer", "No")),
                    Option("opposite", pgettext_lazy("answer", "The opposite happened")),
                    Option("unknown", pgettext_lazy("answer", "Unknown")),
                ),
            ),
            Column("text", pgettext_lazy("column", "Description"), Kind.LONG),
        ),
        page="out",
    ),
    Question(
        "out.unforeseen", _("What unexpected happened?"), Kind.LONG, Requirement.LIGHT, page="out"
    ),
    Question(
        "out.mitigations",
        _("Were the measures that reduce harm carried out?"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column(
                "mitigation", pgettext_lazy("column", "Measure"), Kind.CHOICE, source="mitigations"
            ),
            Column(
                "status", pgettext_lazy("column", "Status"), Kind.CHOICE, options=MEASURE_STATUS
            ),
            Column("note", pgettext_lazy("column", "How it went")),
        ),
        page="out",
    ),
    Question(
        "out.children",
        _("What do the children say now?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("Ask the same children as before, if possible."),
        page="out",
    ),
    Question(
        "out.action",
        pgettext_lazy("out.action", "What is corrected?"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column("action", pgettext_lazy("column", "Action")),
            Column("owner", pgettext_lazy("column", "Responsible")),
            Column("due", pgettext_lazy("column", "Due"), Kind.DATE),
            Column("status", pgettext_lazy("column", "Status"), Kind.CHOICE, options=TASK_STATUS),
        ),
        page="out",
    ),
    Question(
        "out.lesson",
        _("What was learned for the next assessment?"),
        Kind.LONG,
        Requirement.OPTIONAL,
        help=_("The lessons are collected into the example library."),
        page="out",
    ),
    Question(
        "out.close",
        pgettext_lazy("out.close", "Is the follow-up closed?"),
        Kind.BOOL,
        Requirement.LIGHT,
        columns=(Column("reason", pgettext_lazy("column", "Reason"), Kind.LONG),),
        page="out",
    ),
)
