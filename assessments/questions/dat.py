"""Knowledge base (domain 2.6)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import IMPORTANCE
from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "dat.items",
        pgettext_lazy("dat.items", "What knowledge was used?"),
        Kind.TABLE,
        Requirement.LIGHT,
        help=_("One row per source. Give the finding in one sentence."),
        columns=(
            Column(
                "type",
                pgettext_lazy("column", "Type"),
                Kind.CHOICE,
                options=(
                    Option("children", pgettext_lazy("knowledge source", "Children themselves")),
                    Option(
                        "guardians", pgettext_lazy("knowledge source", "Guardians and families")
                    ),
                    Option("staff", pgettext_lazy("knowledge source", "Professionals")),
                    Option("stats", pgettext_lazy("knowledge source", "Statistics and registers")),
                    Option("research", pgettext_lazy("knowledge source", "Research")),
                    Option(
                        "peer",
                        pgettext_lazy("knowledge source", "Experience of other municipalities"),
                    ),
                    Option("env", pgettext_lazy("knowledge source", "Measurements and map data")),
                    Option(
                        "initiative", pgettext_lazy("knowledge source", "Initiatives and feedback")
                    ),
                ),
            ),
            Column("title", pgettext_lazy("column", "Title")),
            Column("year", pgettext_lazy("column", "Year"), Kind.NUMBER),
            Column("url", pgettext_lazy("column", "Source or link"), Kind.URL),
            Column("finding", pgettext_lazy("column", "Finding"), Kind.LONG),
            Column(
                "reliability",
                pgettext_lazy("column", "Reliability"),
                Kind.CHOICE,
                options=(
                    Option("good", pgettext_lazy("reliability", "Good")),
                    Option("fair", pgettext_lazy("reliability", "Fair")),
                    Option("weak", pgettext_lazy("reliability", "Weak")),
                    Option("unknown", pgettext_lazy("reliability", "Unknown")),
                ),
            ),
        ),
        page="dat",
        core=True,
    ),
    Question(
        "dat.indicators",
        pgettext_lazy("dat.indicators", "Key figures that describe the situation"),
        Kind.TABLE,
        Requirement.FULL,
        help=_(
            "For example pupils now and in 5 and 10 years, journeys in kilometres and "
            "minutes, group sizes, loneliness, poverty or indoor air."
        ),
        columns=(
            Column("indicator", pgettext_lazy("column", "Indicator")),
            Column("value", pgettext_lazy("column", "Value")),
            Column("unit", pgettext_lazy("column", "Unit")),
            Column("year", pgettext_lazy("column", "Year"), Kind.NUMBER),
            Column("comparison", pgettext_lazy("column", "Comparison")),
            Column("source", pgettext_lazy("column", "Source")),
        ),
        page="dat",
    ),
    Question(
        "dat.forecast",
        _("What does the forecast of the number of children say?"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        help=_(
            "Needed when the matter concerns the school network, early childhood "
            "education or a building."
        ),
        page="dat",
    ),
    Question(
        "dat.research",
        _("What do research or the experience of other municipalities say?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("The example library shows what other municipalities have learned."),
        page="dat",
    ),
    Question(
        "dat.gaps",
        pgettext_lazy("dat.gaps", "What is not known?"),
        Kind.TABLE,
        Requirement.LIGHT,
        help=_("Say openly what the assessment could not find out and how the gap is handled."),
        why=_("The reader must see what the judgement rests on and what is not known."),
        columns=(
            Column("gap", pgettext_lazy("column", "What is missing")),
            Column(
                "importance", pgettext_lazy("column", "Importance"), Kind.CHOICE, options=IMPORTANCE
            ),
            Column("action", pgettext_lazy("column", "Action")),
        ),
        page="dat",
        core=True,
    ),
    Question(
        "dat.triangulation",
        pgettext_lazy("dat.triangulation", "Balance of the sources of knowledge"),
        Kind.CALC,
        Requirement.LIGHT,
        help=_(
            "A full assessment needs knowledge from children and from at least two other "
            "sources, a light one from at least two kinds of sources."
        ),
        page="dat",
    ),
)
