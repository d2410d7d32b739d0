"""The tables of the full assessment as they are frozen: only rows that say something."""

from __future__ import annotations

from django.db.models import prefetch_related_objects
from django.utils import formats

from assessments.content.text import day, line, paragraphs
from assessments.counts import count
from assessments.models import Alternative, Assessment
from assessments.questions.articles import ARTICLES

KINDS = (
    "pathstep",
    "scopequestion",
    "plannedhearing",
    "rejectedalternative",
    "rightsnote",
    "otherinterest",
)


# --- The matter -----------------------------------------------------------------------------------


def path(assessment: Assessment) -> list[dict]:
    """The bodies on the way to the decision, what each does and when."""
    rows = [row for row in assessment.pathsteps.all() if row.body_id]
    prefetch_related_objects(rows, "body")
    return [
        {
            "body": row.body.name,
            "role": str(row.get_role_display()) if row.role else "",
            "day": day(row.date),
        }
        for row in rows
    ]


# --- Scope, children, plan of the hearings --------------------------------------------------------


def scope_questions(assessment: Assessment) -> list[str]:
    return [line(row.text) for row in assessment.scopequestions.all() if row.text.strip()]


def planned_hearings(assessment: Assessment) -> list[dict]:
    return [
        {
            "group": line(row.group),
            "age": str(row.get_age_display()) if row.age else "",
            "method": str(row.get_method_display()) if row.method else "",
            "place": line(row.place),
            "day": day(row.date),
            "facilitator": line(row.facilitator),
            "target": count(row.target),
        }
        for row in assessment.plannedhearings.all()
        if row.group.strip()
    ]


# --- Alternatives and weighing --------------------------------------------------------------------


def alternative_more(row: Alternative) -> dict:
    """What the full assessment tells of an alternative beside its name and description."""
    return {
        "day": paragraphs(row.day),
        "origin": str(row.get_origin_display()) if row.origin else "",
        "feasible": str(row.get_feasible_display()) if row.feasible else "",
        "feasible_text": paragraphs(row.feasible_text),
        "start": day(row.start),
        "strengths": paragraphs(row.strengths),
        "weaknesses": paragraphs(row.weaknesses),
    }


def costs(assessment: Assessment) -> list[dict]:
    """Euros of each alternative, once any are known; beside the dimensions, never among them."""
    rows = [
        {
            "alternative": row.code,
            "name": line(row.name),
            "once": euros(row.cost_once),
            "year": euros(row.cost_year),
            "children": euros(row.child_money),
        }
        for row in assessment.alternatives.all()
    ]
    return rows if any(row["once"] or row["year"] or row["children"] for row in rows) else []


def euros(value: int | None) -> str:
    """A sum as it is read; a saving is a negative cost."""
    if value is None:
        return ""
    text = formats.number_format(abs(value), use_l10n=True, force_grouping=True)
    return f"{text} €" if value >= 0 else f"\N{MINUS SIGN}{text} €"


def rejected_alternatives(assessment: Assessment) -> list[dict]:
    return [
        {"name": line(row.name), "reason": paragraphs(row.reason)}
        for row in assessment.rejectedalternatives.all()
        if row.name.strip()
    ]


def other_articles(assessment: Assessment) -> list[dict]:
    return [
        {
            "number": row.article,
            "title": str(ARTICLES[row.article].title),
            "effect": str(row.get_effect_display()) if row.effect else "",
            "text": paragraphs(row.text),
        }
        for row in assessment.rightsnotes.all()
        if row.article in ARTICLES
    ]


def other_interests(assessment: Assessment) -> list[dict]:
    return [
        {
            "interest": line(row.interest),
            "strength": str(row.get_strength_display()) if row.strength else "",
            "relation": paragraphs(row.relation),
        }
        for row in assessment.otherinterests.all()
        if row.interest.strip()
    ]
