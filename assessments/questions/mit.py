"""Mitigation of harm (domain 2.13)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "mit.impact",
        pgettext_lazy("mit.impact", "Which harm is reduced?"),
        Kind.CHOICE,
        Requirement.LIGHT,
        source="impacts",
        page="mit",
        core=True,
    ),
    Question(
        "mit.measure",
        pgettext_lazy("mit.measure", "What is done?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_(
            "For example visiting days in the new school, an escorted walk, transport "
            "with a waiting room or an extra support teacher."
        ),
        why=_("A harm that is known in advance can often be reduced with a small measure."),
        max_length=1500,
        page="mit",
        core=True,
    ),
    Question(
        "mit.type",
        pgettext_lazy("mit.type", "Type of measure"),
        Kind.CHOICE,
        Requirement.FULL,
        options=(
            Option("avoid", pgettext_lazy("mit.type", "Avoids the harm")),
            Option("reduce", pgettext_lazy("mit.type", "Reduces the harm")),
            Option("compensate", pgettext_lazy("mit.type", "Compensates for the harm")),
            Option("inform", pgettext_lazy("mit.type", "Informs")),
        ),
        page="mit",
    ),
    Question(
        "mit.owner",
        _("Who is responsible for the measure?"),
        Kind.TEXT,
        Requirement.LIGHT,
        page="mit",
        core=True,
    ),
    Question(
        "mit.due",
        pgettext_lazy("mit.due", "By when is it done?"),
        Kind.DATE,
        Requirement.LIGHT,
        page="mit",
        core=True,
    ),
    Question(
        "mit.cost",
        pgettext_lazy("mit.cost", "Cost (€)"),
        Kind.NUMBER,
        Requirement.OPTIONAL,
        page="mit",
    ),
    Question(
        "mit.in_decision",
        _("Is the measure written into the decision?"),
        Kind.BOOL,
        Requirement.LIGHT,
        page="mit",
    ),
    Question(
        "mit.none_reason",
        _("Why is the harm not reduced?"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        help=_("Needed when a moderate or large harm has no measure."),
        max_length=1500,
        page="mit",
        core=True,
    ),
)
