"""Which extent of assessment a matter needs, and why (domain 2.3; test vectors in 2.25).

Pure functions: the answers of the screening in, a suggestion with its reasons out. A person
decides; the suggestion only says what the rule gives and on which answers it rests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date as Date

from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.phases import Extent
from assessments.questions import question
from assessments.questions.decision_types import HardTrigger, decision_type

SCORED = (
    "scr.share",
    "scr.access",
    "scr.journey",
    "scr.environment",
    "scr.money",
    "scr.unequal",
    "scr.permanent",
    "scr.contested",
)
"""Questions whose answers add up to the score."""

GRADED = (
    "scr.share",
    "scr.network",
    "scr.access",
    "scr.journey",
    "scr.environment",
    "scr.money",
    "scr.vulnerable",
    "scr.unequal",
    "scr.permanent",
    "scr.contested",
    "scr.strategic",
)
"""Questions answered yes, partly, no or unknown."""

REQUIRED = ("scr.individual", "scr.affects", "scr.count", *GRADED, "scr.previous")
COUNTED_AS_UNKNOWN = ("scr.affects", "scr.count", *GRADED)

POINTS = {"yes": 2, "partly": 1, "unknown": 1, "no": 0}
TRIGGERING = {
    "scr.network": ("yes", "partly"),
    "scr.vulnerable": ("yes",),
    "scr.strategic": ("yes",),
}

STATEMENTS = {
    "scr.share": _("A large share of an age group or an area is affected"),
    "scr.network": _("A place used by children is closed, merged or moved"),
    "scr.access": _("The availability, criteria, hours or price of a service change"),
    "scr.journey": _("Children's journeys or their safety change"),
    "scr.environment": _("Children's yards, indoor spaces or surroundings change"),
    "scr.money": _("The money used for children or families' costs change"),
    "scr.vulnerable": _("Children in vulnerable situations could be treated worse than others"),
    "scr.unequal": _("Areas, language groups or income groups are affected differently"),
    "scr.permanent": _("The change is long-lasting or hard to reverse"),
    "scr.contested": _("Children, guardians or staff have voiced concern"),
    "scr.strategic": _("The decision steers other decisions on children for years"),
}

TONES = {
    "positive": pgettext_lazy("effects on children", "positive"),
    "negative": pgettext_lazy("effects on children", "negative"),
    "both": pgettext_lazy("effects on children", "both positive and negative"),
    "unknown": pgettext_lazy("effects on children", "unknown"),
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The limits of the rule; a municipality may set its own."""

    full_score: int = 7
    direct_score: int = 5
    direct_counts: tuple[str, ...] = ("50-249",)
    trigger_counts: tuple[str, ...] = ("250+",)
    unknown_answers: int = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground of the suggestion: the question that caused it, or "" for the rule itself."""

    question: str
    text: str
    points: int = 0


@dataclass(frozen=True, slots=True)
class Caution:
    """Something in the answers that the person should look at again before confirming."""

    code: str
    text: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on where the rule leaves the choice to a person; `find_out` adds a task."""

    extent: Extent
    find_out: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the rule suggests and why.

    `out` means the matter concerns one child and does not belong to this service. `update` means
    that an earlier assessment is brought up to date instead of making a new one. `rule` is the
    number of the row of domain 2.3 that gave the result.
    """

    extent: Extent
    out: bool
    reasons: tuple[Reason, ...]
    score: int
    triggers: tuple[str, ...]
    warnings: tuple[Caution, ...]
    choices: tuple[Choice, ...]
    rule: int
    update: bool = False

    def is_lowered_by(self, extent: Extent | str) -> bool:
        """Whether this extent is lighter than the rule gives, so that a second person confirms."""
        allowed = [choice.extent for choice in self.choices] or [self.extent]
        return Extent(extent).rank < min(item.rank for item in allowed)


def suggest_extent(
    answers: Mapping[str, str],
    proposal_type: str = "other",
    thresholds: Thresholds | None = None,
    *,
    previous_confirmed: bool = False,
) -> Suggestion:
    """The extent that the answers call for, row by row as in domain 2.3.

    An answer not given counts as "no"; ask `unanswered` first whether the screening is complete.
    `previous_confirmed` says that the LAVA contact person has confirmed the earlier assessment.
    """
    limits = thresholds or Thresholds()
    given = _checked(answers)
    suggestion = _by_rule(given, proposal_type, limits)
    if suggestion.out:
        return suggestion
    suggestion = replace(
        suggestion, warnings=_contradictions(given, proposal_type, limits, suggestion)
    )
    if suggestion.extent == Extent.FULL and given.get("scr.previous") == "yes":
        return _as_update(suggestion, given, previous_confirmed)
    return suggestion


def unanswered(answers: Mapping[str, str], proposal_type: str = "other") -> tuple[str, ...]:
    """Keys of the screening questions that still wait for an answer, in their order."""
    if answers.get("scr.individual") == "yes":
        return ()
    keys = list(REQUIRED)
    if decision_type(proposal_type).trigger == HardTrigger.CONDITIONAL:
        keys.insert(keys.index("scr.count") + 1, "scr.type_trigger")
    return tuple(key for key in keys if not answers.get(key))


def one_liner(
    extent: Extent | str, date: Date | str, tone: str = "unknown", subject: str = ""
) -> str:
    """The line for the agenda (domain 2.3): nothing found, or the tone of the effects of
    ``subject``, the alternative that it tells of."""
    if tone not in TONES:
        raise ValueError(f"tone: {tone!r} is not one of {', '.join(TONES)}")
    if Extent(extent) == Extent.NONE:
        day = date if isinstance(date, str) else _lazy_date(date)
        return format_lazy(
            _("No effects on children were identified. Screening made on {date}."), date=day
        )
    line = {
        Extent.LIGHT: _("Effects on children ({subject}): {tone}. Light assessment attached."),
        Extent.FULL: _("Effects on children ({subject}): {tone}. Full assessment attached."),
    }[Extent(extent)]
    return format_lazy(line, tone=TONES[tone], subject=subject)


def _by_rule(answers: Mapping[str, str], proposal_type: str, limits: Thresholds) -> Suggestion:
    affects = answers.get("scr.affects", "no")
    count = answers.get("scr.count", "")
    score = sum(POINTS[answers.get(key, "no")] for key in SCORED)
    triggers = _triggers(answers, proposal_type, limits)
    unknowns = sum(answers.get(key) == "unknown" for key in COUNTED_AS_UNKNOWN)
    causes = _causes(answers)

    def result(rule: int, extent: Extent, head: Reason, *more: Reason, choices=()) -> Suggestion:
        return Suggestion(
            extent=extent,
            out=rule == 0,
            reasons=(head, *more),
            score=score,
            triggers=tuple(reason.question for reason in triggers),
            warnings=(),
            choices=choices,
            rule=rule,
        )

    if answers.get("scr.individual") == "yes":
        text = _(
            "The matter concerns one child or family: the child's best interests are assessed in "
            "that case file, outside this service"
        )
        return result(0, Extent.NONE, Reason("scr.individual", text))
    calm = score == 0 and not triggers and answers.get("scr.vulnerable", "no") == "no"
    if affects == "no" and calm:
        text = _("No effects on children were identified in the screening")
        return result(1, Extent.NONE, Reason("scr.affects", text))
    if triggers and affects != "no":
        rest = tuple(cause for cause in causes if cause.question not in _keys(triggers))
        return result(2, Extent.FULL, *triggers, *rest)
    if score >= limits.full_score:
        text = _("The answers give {score} points; from {limit} points a full assessment is made")
        head = Reason("", format_lazy(text, score=score, limit=limits.full_score))
        return result(3, Extent.FULL, head, *causes)
    if affects == "direct" and count in limits.direct_counts and score >= limits.direct_score:
        text = _(
            "The matter directly affects {count} children and the answers give {score} points; "
            "then a full assessment is made from {limit} points"
        )
        label = question("scr.count").label_of(count)
        text = format_lazy(text, count=label, score=score, limit=limits.direct_score)
        return result(4, Extent.FULL, Reason("scr.count", text), *causes)
    if unknowns >= limits.unknown_answers:
        text = _(
            "{count} answers are unknown: choose a full assessment, or a light one with the task "
            "to find out what is missing"
        )
        choices = (Choice(Extent.FULL), Choice(Extent.LIGHT, find_out=True))
        head = Reason("", format_lazy(text, count=unknowns))
        return result(5, Extent.FULL, head, *causes, choices=choices)
    if affects == "no":
        text = _("The answers do not rule out effects on children")
    else:
        text = _(
            "The matter affects children or may affect them, but nothing in the answers calls for "
            "a full assessment"
        )
    return result(6, Extent.LIGHT, Reason("scr.affects", text), *causes)


def _triggers(
    answers: Mapping[str, str], proposal_type: str, limits: Thresholds
) -> tuple[Reason, ...]:
    found = [
        Reason(key, _graded(key, answers[key]))
        for key, values in TRIGGERING.items()
        if answers.get(key) in values
    ]
    found += _type_trigger(answers, proposal_type)
    if answers.get("scr.count") in limits.trigger_counts:
        text = _("The matter affects the daily life of very many children: {count}")
        label = question("scr.count").label_of(answers["scr.count"])
        found.append(Reason("scr.count", format_lazy(text, count=label)))
    return tuple(found)


def _type_trigger(answers: Mapping[str, str], proposal_type: str) -> tuple[Reason, ...]:
    kind = decision_type(proposal_type)
    if kind.trigger == HardTrigger.ALWAYS:
        text = _("The type of the decision calls for a full assessment: {type}")
        return (Reason("case.type", format_lazy(text, type=kind.label)),)
    conditional = kind.trigger == HardTrigger.CONDITIONAL
    if conditional and answers.get("scr.type_trigger", kind.trigger_default) in ("yes", "partly"):
        text = _("The type of the decision ({type}) calls for a full assessment: {question}")
        text = format_lazy(text, type=kind.label, question=kind.trigger_question)
        return (Reason("scr.type_trigger", text),)
    return ()


def _causes(answers: Mapping[str, str]) -> tuple[Reason, ...]:
    causes = [
        Reason(key, _not_known(key))
        for key in ("scr.affects", "scr.count")
        if answers.get(key) == "unknown"
    ]
    for key in GRADED:
        answer = answers.get(key, "no")
        if answer != "no":
            points = POINTS[answer] if key in SCORED else 0
            causes.append(Reason(key, _graded(key, answer), points))
    return tuple(causes)


def _graded(key: str, answer: str) -> str:
    if answer == "unknown":
        return _not_known(key)
    if answer == "partly":
        return format_lazy(_("To some extent: {statement}"), statement=STATEMENTS[key])
    return STATEMENTS[key]


def _not_known(key: str) -> str:
    return format_lazy(_("Not known: {question}"), question=question(key).text)


def _contradictions(
    answers: Mapping[str, str], proposal_type: str, limits: Thresholds, suggestion: Suggestion
) -> tuple[Caution, ...]:
    if answers.get("scr.affects", "no") != "no":
        return ()
    text = _("You answered that children are not affected, but another answer says: {answer}")
    warnings = [
        Caution("contradiction", format_lazy(text, answer=cause.text), ("scr.affects", key))
        for cause in _causes(answers)
        if (key := cause.question) in GRADED
    ]
    if suggestion.extent != Extent.FULL:
        indirect = _by_rule({**answers, "scr.affects": "indirect"}, proposal_type, limits)
        if indirect.extent == Extent.FULL:
            text = _(
                "Check whether children are affected indirectly: with the answer “Indirectly” a "
                "full assessment is suggested"
            )
            warnings.append(Caution("indirect_gives_full", text, ("scr.affects",)))
    return tuple(warnings)


def _as_update(
    suggestion: Suggestion, answers: Mapping[str, str], previous_confirmed: bool
) -> Suggestion:
    if answers.get("scr.previous_link") and previous_confirmed:
        text = _("An up-to-date assessment of the same matter exists: a light update is enough")
        return replace(
            suggestion,
            extent=Extent.LIGHT,
            update=True,
            choices=(),
            reasons=(Reason("scr.previous", text), *suggestion.reasons),
        )
    text = _(
        "An earlier assessment makes a light update possible once its link is given and the LAVA "
        "contact person has confirmed it"
    )
    keys = ("scr.previous", "scr.previous_link")
    warning = Caution("previous_unconfirmed", text, keys)
    return replace(suggestion, warnings=(*suggestion.warnings, warning))


def _checked(answers: Mapping[str, str]) -> dict[str, str]:
    given = {key: value for key, value in answers.items() if value not in ("", None)}
    for key in (*REQUIRED, "scr.type_trigger"):
        allowed = [option.value for option in question(key).options] or ["yes", "no"]
        if key in given and given[key] not in allowed:
            raise ValueError(f"{key}: {given[key]!r} is not one of {', '.join(allowed)}")
    return given


def _keys(reasons: tuple[Reason, ...]) -> frozenset[str]:
    return frozenset(reason.question for reason in reasons)


_lazy_date = lazy(lambda day: date_format(day, "SHORT_DATE_FORMAT"), str)
