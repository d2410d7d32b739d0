"""The decision (domain 2.16)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "dec.handlings",
        pgettext_lazy("dec.handlings", "Handlings in bodies"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column("body", pgettext_lazy("column", "Body"), Kind.CHOICE, source="bodies"),
            Column("date", pgettext_lazy("column", "Date"), Kind.DATE),
            Column("section", pgettext_lazy("column", "Section (§)")),
            Column("proposal", pgettext_lazy("column", "Proposal"), Kind.LONG),
            Column(
                "result",
                pgettext_lazy("column", "Result"),
                Kind.CHOICE,
                options=(
                    Option("approved", pgettext_lazy("handling result", "Approved")),
                    Option("amended", pgettext_lazy("handling result", "Amended")),
                    Option(
                        "returned", pgettext_lazy("handling result", "Returned for preparation")
                    ),
                    Option("tabled", pgettext_lazy("handling result", "Adjourned")),
                    Option("rejected", pgettext_lazy("handling result", "Rejected")),
                ),
            ),
            Column("votes_for", pgettext_lazy("column", "Votes for"), Kind.NUMBER),
            Column("votes_against", pgettext_lazy("column", "Votes against"), Kind.NUMBER),
            Column("url", pgettext_lazy("column", "Link"), Kind.URL),
        ),
        page="decision",
    ),
    Question(
        "dec.proposal_alt",
        _("Which alternative did the presenting official propose?"),
        Kind.CHOICE,
        Requirement.LIGHT,
        source="alternatives",
        page="decision",
    ),
    Question(
        "dec.alt",
        _("Which alternative was decided?"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=(Option("other", pgettext_lazy("dec.alt", "Another solution")),),
        source="alternatives",
        columns=(Column("other", pgettext_lazy("column", "Another solution")),),
        page="decision",
    ),
    Question(
        "dec.relation",
        pgettext_lazy("dec.relation", "Relation to the recommendation of the assessment"),
        Kind.CHOICE,
        Requirement.LIGHT,
        options=(
            Option("follows", pgettext_lazy("dec.relation", "Follows the recommendation")),
            Option("partly", pgettext_lazy("dec.relation", "Follows it in part")),
            Option("departs", pgettext_lazy("dec.relation", "Departs from the recommendation")),
            Option(
                "no_recommendation", pgettext_lazy("dec.relation", "No recommendation was given")
            ),
        ),
        page="decision",
    ),
    Question(
        "dec.reason",
        _(
            "How were the child's best interests taken into account, and why was the "
            "recommendation possibly departed from?"
        ),
        Kind.LONG,
        Requirement.CONDITIONAL,
        help=_(
            "Needed unless the decision follows the recommendation. If another interest "
            "weighs more, say exactly why."
        ),
        why=_(
            "The child's best interests are a primary consideration, so departing from "
            "them needs a specific reason."
        ),
        page="decision",
    ),
    Question(
        "dec.mitigations",
        _("Which measures that reduce harm were decided?"),
        Kind.MULTI,
        Requirement.LIGHT,
        source="mitigations",
        page="decision",
    ),
    Question(
        "dec.follow_up",
        _("Was the follow-up written into the decision?"),
        Kind.BOOL,
        Requirement.LIGHT,
        page="decision",
    ),
    Question(
        "dec.dissent",
        pgettext_lazy("dec.dissent", "Dissents, resolutions and notes in the minutes"),
        Kind.LONG,
        Requirement.OPTIONAL,
        page="decision",
    ),
    Question(
        "dec.appeal",
        pgettext_lazy("dec.appeal", "Appeal and its result"),
        Kind.CHOICE,
        Requirement.OPTIONAL,
        options=(
            Option("none", pgettext_lazy("dec.appeal", "No appeal")),
            Option("rectification", pgettext_lazy("dec.appeal", "Claim for rectification")),
            Option("appeal", pgettext_lazy("dec.appeal", "Municipal appeal")),
        ),
        columns=(
            Column(
                "result",
                pgettext_lazy("column", "Result"),
                Kind.CHOICE,
                options=(
                    Option("pending", pgettext_lazy("appeal result", "Pending")),
                    Option("upheld", pgettext_lazy("appeal result", "The decision stood")),
                    Option("annulled", pgettext_lazy("appeal result", "The decision was annulled")),
                ),
            ),
            Column("date", pgettext_lazy("column", "Date"), Kind.DATE),
            Column("url", pgettext_lazy("column", "Link"), Kind.URL),
        ),
        page="decision",
    ),
    Question(
        "dec.final_date",
        _("When did the decision become legally final?"),
        Kind.DATE,
        Requirement.OPTIONAL,
        page="decision",
    ),
    Question(
        "dec.budget_link",
        _("Is the decision linked to the budget (year)?"),
        Kind.NUMBER,
        Requirement.OPTIONAL,
        help=_("The aim is to bring children's interests into the work on the municipal budget."),
        page="decision",
    ),
)
