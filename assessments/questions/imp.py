"""Impact of an alternative in a dimension on a group of children (domain 2.11)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import YES_PARTLY_NO_UNKNOWN, scale_options
from assessments.questions.base import Column, Kind, Option, Question, Requirement
from assessments.questions.dimensions import DIRECTIONS, DURATIONS, LIKELIHOODS, MAGNITUDES

QUESTIONS = (
    Question(
        "imp.relevant",
        _("Is the dimension relevant in this matter?"),
        Kind.BOOL,
        Requirement.LIGHT,
        help=_("Dimensions that are not relevant are listed in the report with the reason."),
        columns=(Column("reason", pgettext_lazy("column", "Reason")),),
        page="imp",
        core=True,
    ),
    Question(
        "imp.direction",
        pgettext_lazy("imp.direction", "Direction of the impact"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=scale_options(DIRECTIONS),
        page="imp",
        core=True,
    ),
    Question(
        "imp.magnitude",
        pgettext_lazy("imp.magnitude", "Size of the impact"),
        Kind.SCALE,
        Requirement.LIGHT,
        options=scale_options(MAGNITUDES),
        page="imp",
        core=True,
    ),
    Question(
        "imp.likelihood",
        pgettext_lazy("imp.likelihood", "Likelihood"),
        Kind.SCALE,
        Requirement.FULL,
        options=scale_options(LIKELIHOODS),
        page="imp",
    ),
    Question(
        "imp.duration",
        pgettext_lazy("imp.duration", "Duration"),
        Kind.CHOICE,
        Requirement.FULL,
        options=scale_options(DURATIONS),
        page="imp",
    ),
    Question(
        "imp.reversible",
        _("Can the impact be reversed?"),
        Kind.CHOICE,
        Requirement.FULL,
        options=YES_PARTLY_NO_UNKNOWN,
        page="imp",
    ),
    Question(
        "imp.kind",
        pgettext_lazy("imp.kind", "Kind of impact"),
        Kind.MULTI,
        Requirement.FULL,
        options=(
            Option("direct", pgettext_lazy("imp.kind", "Direct")),
            Option("indirect", pgettext_lazy("imp.kind", "Indirect")),
            Option("intended", pgettext_lazy("imp.kind", "Intended")),
            Option("unintended", pgettext_lazy("imp.kind", "Unintended")),
            Option("here", pgettext_lazy("imp.kind", "In this municipality")),
            Option("elsewhere", pgettext_lazy("imp.kind", "Elsewhere")),
        ),
        page="imp",
    ),
    Question(
        "imp.count",
        pgettext_lazy("imp.count", "Number of children concerned"),
        Kind.NUMBER,
        Requirement.OPTIONAL,
        page="imp",
    ),
    Question(
        "imp.text",
        pgettext_lazy("imp.text", "Describe the impact and give reasons"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("One to three concrete sentences."),
        max_length=1500,
        page="imp",
        core=True,
    ),
    Question(
        "imp.evidence",
        _("On what knowledge is the judgement based?"),
        Kind.MULTI,
        Requirement.FULL,
        help=_("An impact that rests on what children said is marked so."),
        source="evidence",
        page="imp",
    ),
    Question(
        "imp.certainty",
        pgettext_lazy("imp.certainty", "Certainty of knowledge"),
        Kind.CHOICE,
        Requirement.FULL,
        options=(
            Option("good", pgettext_lazy("reliability", "Good")),
            Option("fair", pgettext_lazy("reliability", "Fair")),
            Option("weak", pgettext_lazy("reliability", "Weak")),
            Option("unknown", pgettext_lazy("reliability", "Unknown")),
        ),
        page="imp",
    ),
    Question(
        "imp.articles",
        _("Which right of the child does the impact concern?"),
        Kind.MULTI,
        Requirement.FULL,
        help=_("Suggested from the dimension."),
        source="articles",
        page="imp",
    ),
)
