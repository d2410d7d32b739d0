"""The gates of the method: what is missing before a step, each thing as a link to its field.

G1 screening (domain 1.4), G2 preparation (1.5; light subset 2.20), G3 decision (1.6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments import notices
from assessments.loading import load_parts, source_balance
from assessments.models import Assessment
from assessments.phases import TRANSITIONS, Extent, Phase, Status
from assessments.questions import (
    FULL_PAGES,
    PAGES,
    is_demanded,
    is_required,
    one_value_questions,
    question,
)
from assessments.questions.cfs import AFTER_DECISION
from assessments.questions.cfs import TEXTS as CHILD_TEXTS
from assessments.questions.sources import REPRESENTATIVES
from assessments.screening import unanswered

PREPARATION_ROWS = (
    "alternative",
    "dimensionscope",
    "impact",
    "evidence",
    "knowledgegap",
    "hearing",
    "mitigation",
    "followuppoint",
    "teammember",
    "pathstep",
    "plannedhearing",
    "hearingfinding",
    "hearingview",
)


# Handlings after which the matter is still open.
RESULTS_WITHOUT_DECISION = ("returned", "tabled")


FULL_ORDER = {key: place for place, key in enumerate(FULL_PAGES)}


@dataclass(frozen=True)
class Missing:
    """One thing that hinders a step, in words, and the page and field where it is mended."""

    part: str
    text: str
    url: str

    @property
    def part_title(self) -> str:
        """The page on which it is mended."""
        key = {"dec": "decision"}.get(self.part, self.part)
        return str(PAGES[key].title) if key in PAGES else ""


def missing(gate: str, assessment: Assessment) -> list[Missing]:
    """Everything that keeps ``gate`` closed; an empty list means that it is open."""
    _check, rows = GATES[gate]
    loaded = Assessment.objects.with_matter().get(pk=assessment.pk)
    load_parts([loaded], rows)
    return missing_in(gate, loaded)


def missing_in(gate: str, assessment: Assessment) -> list[Missing]:
    """The same for an assessment whose parts have been read already."""
    check, _rows = GATES[gate]
    return list(check(assessment))


def _at(
    assessment: Assessment, part: str, text: str, anchor: str = "", opened: str = ""
) -> Missing:
    """A link into a part of the assessment; ``anchor`` is the id of the field, in the card of the
    row ``opened`` where that may be folded away."""
    if part == "case":
        url = reverse("assessments:proposal-update", args=[assessment.proposal_id])
    elif part == "scr":
        url = reverse("assessments:screening-update", args=[assessment.proposal_id])
    else:
        url = reverse("assessments:assessment-part", args=[assessment.proposal_id, part])
    if opened:
        url += f"?open={opened}"
    return Missing(part, text, f"{url}#{anchor}" if anchor else url)


def _unanswered(assessment: Assessment, part: str, *keys: str) -> Iterator[Missing]:
    for key in keys:
        value = assessment.answer(key, assessment.suggested_answers.get(key, ""))
        if value in ("", None, []) or (isinstance(value, str) and not value.strip()):
            yield _at(
                assessment,
                part,
                _("Not answered: %(question)s") % {"question": question(key).text},
                f"id_{key}",
            )


def _alternative_removed(assessment: Assessment, part: str, key: str) -> Iterator[Missing]:
    """An answer that names an alternative which has been removed since must be given again."""
    known = {str(row.number) for row in assessment.alternatives.all()}
    known |= {option.value for option in question(key).options}
    value = assessment.answer(key)
    if value and str(value) not in known:
        yield _at(
            assessment,
            part,
            _("The chosen alternative has been removed. Choose again: %(question)s")
            % {"question": question(key).text},
            f"id_{key}",
        )


def _row_field(assessment, part, row, field, text, opened="") -> Iterator[Missing]:
    value = getattr(row, field)
    if value in ("", None) or (isinstance(value, str) and not value.strip()):
        yield _at(assessment, part, text, f"id_{row.kind()}-{row.pk}-{field}", opened)


def screening_gate(assessment: Assessment) -> Iterator[Missing]:
    """G1: every question answered, an extent with a reason, and a second person when lowered."""
    for key in unanswered(assessment.answer_values, assessment.proposal.type):
        yield from _unanswered(assessment, "scr", key)
    screening = getattr(assessment, "screening", None)
    if screening is None:
        yield _at(assessment, "scr", _("The extent has not been chosen."), "extent")
    elif screening.confirmed_at is None:
        yield _at(
            assessment, "scr", _("A second person has not confirmed the extent."), "confirmation"
        )


def assessed_gate(assessment: Assessment) -> Iterator[Missing]:
    """The preparation starts only where the confirmed extent is an assessment."""
    if assessment.extent == Extent.NONE:
        yield _at(assessment, "scr", _("The extent is that no assessment is made."), "extent")


def not_assessed_gate(assessment: Assessment) -> Iterator[Missing]:
    """It ends with the screening only where the confirmed extent is that nothing is assessed."""
    if assessment.extent in (Extent.LIGHT, Extent.FULL):
        yield _at(assessment, "scr", _("The extent is that an assessment is made."), "extent")


def preparation_gate(assessment: Assessment) -> Iterator[Missing]:
    """G2: what a decision maker relies on, by the extent of the assessment."""
    is_full = assessment.extent == Extent.FULL
    found = [
        each for check in (FULL_CHECKS if is_full else LIGHT_CHECKS) for each in check(assessment)
    ]
    if is_full:
        # In the order of the work, not of the rules.
        found.sort(key=lambda each: FULL_ORDER.get(each.part, -1))
    seen = set()
    for each in found:
        # A question may be demanded by a rule of its own and by its page.
        if each.url not in seen or not each.url.partition("#")[2].startswith("id_"):
            yield each
        seen.add(each.url)


def _groups(assessment):
    yield from _unanswered(assessment, "grp", "grp.age", "grp.vulnerable")
    if "none" in assessment.answer("grp.vulnerable", []):
        yield from _unanswered(assessment, "grp", "grp.none_reason")


def _alternatives(assessment):
    alternatives = assessment.alternatives.all()
    if len(alternatives) < 2:
        yield _at(
            assessment,
            "alt",
            _("There is no alternative beside the present state."),
            "add-alternative",
        )
    for row in alternatives:
        name = {"alternative": row.code}
        yield from _row_field(
            assessment, "alt", row, "name", _("%(alternative)s has no name.") % name
        )
        yield from _row_field(
            assessment,
            "alt",
            row,
            "description",
            _("It is not told what happens in %(alternative)s.") % name,
        )


def _impacts(assessment):
    scopes = assessment.dimensionscopes.all()
    if not any(scope.is_relevant for scope in scopes):
        yield _at(assessment, "imp", _("No dimension has been marked as relevant."), "dimensions")
    for scope in scopes:
        if not scope.is_relevant:
            yield from _row_field(
                assessment,
                "imp",
                scope,
                "reason",
                _("It is not told why this does not matter: %(dimension)s.")
                % {"dimension": scope.get_dimension_display()},
            )
    impacts = {
        (row.alternative_id, row.dimension): row
        for row in assessment.impacts.all()
        if row.child_group == "all"
    }
    for scope in scopes:
        for alternative in assessment.alternatives.all() if scope.is_relevant else ():
            cell = {"alternative": alternative.code, "dimension": scope.get_dimension_display()}
            impact = impacts.get((alternative.pk, scope.dimension))
            anchor = f"cell-{alternative.pk}-{scope.dimension}"
            if impact is None or not impact.direction:
                text = _("%(alternative)s has not been assessed: %(dimension)s.") % cell
            elif impact.is_sized and impact.magnitude is None:
                text = _("The magnitude is missing: %(alternative)s, %(dimension)s.") % cell
            elif impact.direction != "none" and not impact.text.strip():
                text = _("The reasons are missing: %(alternative)s, %(dimension)s.") % cell
            else:
                continue
            yield _at(assessment, "imp", text, anchor)


def _likelihoods(assessment):
    """Every impact of the relevant dimensions has its likelihood and duration (domain 1.5 d)."""
    codes = {row.pk: row.code for row in assessment.alternatives.all()}
    relevant = {row.dimension for row in assessment.dimensionscopes.all() if row.is_relevant}
    for impact in assessment.impacts.all():
        known = impact.alternative_id in codes and impact.dimension in relevant
        if known and impact.is_sized and not (impact.likelihood and impact.duration):
            place = [codes[impact.alternative_id], impact.get_dimension_display()]
            if impact.child_group != "all":
                place.append(str(impact.get_child_group_display()))
            yield _at(
                assessment,
                "imp",
                _("The likelihood or the duration is missing: %(cell)s.")
                % {"cell": ", ".join(place)},
                f"cell-{impact.alternative_id}-{impact.dimension}",
            )


def _triangulation(assessment):
    """Two classes beside the children, one of them D, E or F (domain 1.5 c, 2.6).

    That children themselves are missing without a reason is told by ``_hearing_of_children``.
    """
    balance = source_balance(assessment)
    if balance.lacks_others:
        text = _("Knowledge from children and from at least two other classes of sources.")
        yield _at(assessment, "dat", text, "add-evidence")
    if balance.lacks_facts:
        text = _("Knowledge from statistics, research or measurements.")
        yield _at(assessment, "dat", text, "add-evidence")


def _kinds_of_sources(assessment):
    sources = [row for row in assessment.evidences.all() if row.type]
    if len({row.type for row in sources}) < 2:
        yield _at(
            assessment, "dat", _("Knowledge from at least two kinds of sources."), "add-evidence"
        )


def _knowledge(assessment):
    for number, row in enumerate(assessment.evidences.all(), start=1):
        name = {"source": row.title.strip() or _("source %(number)d") % {"number": number}}
        yield from _row_field(assessment, "dat", row, "title", _("A source has no title."))
        yield from _row_field(
            assessment, "dat", row, "type", _("The kind of source is missing: %(source)s.") % name
        )
        yield from _row_field(
            assessment,
            "dat",
            row,
            "finding",
            _("It is not told what this source says: %(source)s.") % name,
        )
    if not any(row.gap.strip() for row in assessment.knowledgegaps.all()):
        yield _at(assessment, "dat", _("It is not told what is not known."), "add-knowledgegap")


def lacks_hearing(assessment: Assessment) -> bool:
    """Whether the reason is asked why children were not heard (domain 1.5 b, 2.7, 2.20).

    A light assessment rests on earlier knowledge from children too. In a full one the youth council
    and the pupil council are one voice; alone they do not stand for the children concerned.
    """
    told = [row for row in assessment.hearings.all() if row.is_told]
    if assessment.extent == Extent.FULL:
        return all(row.method in REPRESENTATIVES for row in told)
    known = any(
        row.type == "children" and row.finding.strip() for row in assessment.evidences.all()
    )
    return not told and not known


def _hearing(assessment):
    """One hearing, or earlier knowledge from children, or the reason why there is neither."""
    if lacks_hearing(assessment):
        yield from (
            Missing(
                each.part,
                _(
                    "Children have not been heard: record a hearing, earlier knowledge from"
                    " children, or the reason."
                ),
                each.url,
            )
            for each in _unanswered(assessment, "hre", "hre.none_reason")
        )


def _hearing_of_children(assessment):
    """At least one hearing of the children concerned, or the reason."""
    if not lacks_hearing(assessment):
        return
    if any(row.is_told for row in assessment.hearings.all()):
        text = _(
            "Only a council of youth or pupils has been heard: record a hearing of the children"
            " concerned, or the reason."
        )
    else:
        text = _("The children concerned have not been heard: record a hearing, or the reason.")
    for each in _unanswered(assessment, "hre", "hre.none_reason"):
        yield Missing(each.part, text, each.url)


def _hearings(assessment):
    for row in assessment.hearings.all():
        for field, text in (
            ("date", _("A hearing has no date.")),
            ("number", _("A hearing has no number of participants.")),
            ("said", _("It is not told what the children said.")),
            ("effect", _("It is not told how the children's views affected the preparation.")),
        ):
            yield from _row_field(assessment, "hre", row, field, text)


def _themes_and_views(assessment):
    """A theme or a view of an alternative that somebody has begun says what it is about."""
    hearings = {row.pk: str(row) or _("a hearing") for row in assessment.hearings.all()}
    codes = {row.pk: row.code for row in assessment.alternatives.all()}
    for row in assessment.hearingfindings.all():
        if row.hearing_id not in hearings:
            continue
        card, who = f"hearingfinding-{row.pk}", {"who": hearings[row.hearing_id]}
        text = _("A theme of what the children said has no name: %(who)s.") % who
        yield from _row_field(assessment, "hre", row, "theme", text, card)
        text = _("It is not told what the children said of a theme: %(who)s, %(theme)s.")
        text %= who | {"theme": row.theme.strip() or "–"}
        yield from _row_field(assessment, "hre", row, "summary", text, card)
    for row in assessment.hearingviews.all():
        if row.hearing_id not in hearings:
            continue
        card, who = f"hearingview-{row.pk}", {"who": hearings[row.hearing_id]}
        if row.alternative_id not in codes:
            text = _("It is not told of which alternative the children's view is: %(who)s.")
            yield _at(assessment, "hre", text % who, f"id_{card}-alternative", card)
        elif not row.is_told:
            text = _("It is not told what the children thought of %(alternative)s: %(who)s.")
            text %= who | {"alternative": codes[row.alternative_id]}
            yield _at(assessment, "hre", text, f"id_{card}-in_favour", card)


def _mitigation(assessment):
    mitigated = {row.impact_id for row in assessment.mitigations.all() if row.measure.strip()}
    codes = {row.pk: row.code for row in assessment.alternatives.all()}
    relevant = {row.dimension for row in assessment.dimensionscopes.all() if row.is_relevant}
    for impact in assessment.impacts.all():
        if (
            impact.is_harm_to_mitigate
            and impact.alternative_id in codes
            and impact.dimension in relevant
            and impact.pk not in mitigated
            and not impact.no_mitigation_reason.strip()
        ):
            yield _at(
                assessment,
                "mit",
                _("No measure or reason for the harm: %(alternative)s, %(dimension)s.")
                % {
                    "alternative": codes[impact.alternative_id],
                    "dimension": impact.get_dimension_display(),
                },
                f"harm-{impact.pk}",
            )


def _recommendation(assessment):
    keys = ["rec.best", "rec.reason", "rec.children_said", "rec.summary"]
    yield from _unanswered(assessment, "rec", *keys)
    yield from _alternative_removed(assessment, "rec", "rec.best")
    if assessment.municipality.is_bilingual:
        yield from _unanswered(assessment, "rec", "rec.summary_alt")
        if not assessment.proposal.title_alt.strip():
            yield _at(
                assessment,
                "case",
                _("The title is missing in the other language."),
                "id_title_alt",
            )


def _follow_up_plan(assessment):
    yield from _unanswered(assessment, "fup", "fup.owner")
    if not any(row.due for row in assessment.followuppoints.all()):
        yield _at(assessment, "fup", _("There is no dated follow-up point."), "add-followuppoint")


def team_gate(assessment):
    """Never one person alone, and at least two sectors (``case.team``)."""
    people = [row for row in assessment.team if row.name.strip() or row.user_id]
    if len(people) < 2 or len({row.sector for row in people if row.sector}) < 2:
        text = _("The team needs at least two people from two sectors.")
        yield _at(assessment, "team", text, "add-teammember")


def _path(assessment):
    """A body on the way to the decision says what it does there. That there are others than the
    deciding body, which the basic data name, is not demanded."""
    for row in assessment.pathsteps.all():
        if row.body_id is None:
            text = _("A body on the way to the decision has not been chosen.")
            yield _at(assessment, "matter", text, f"id_pathstep-{row.pk}-body")
        text = _("It is not told what a body on the way to the decision does.")
        yield from _row_field(assessment, "matter", row, "role", text)


def _pages(assessment):
    """Every question that the pages of the full assessment demand (domain 2.4 to 2.21)."""
    for key in FULL_PAGES:
        for each in one_value_questions(key, Extent.FULL):
            asked = each.is_in(assessment.catalogue_version)
            if asked and is_demanded(each, assessment.proposal.type):
                yield from _unanswered(assessment, key, each.key)


# What the full assessment demands of its rows, by the question that asks for it.
FULL_ROWS: dict[str, tuple[str, dict[str, str]]] = {
    "alternative": (
        "alt",
        {
            "day": "alt.day",
            "origin": "alt.origin",
            "feasible": "alt.feasible",
            "start": "alt.start",
            "cost_year": "alt.cost_year",
        },
    ),
    "hearing": (
        "hre",
        {
            "questions": "hre.questions",
            "differences": "hre.differences",
            "limits": "hre.limits",
        },
    ),
    "mitigation": ("mit", {"type": "mit.type"}),
}


def _rows(assessment):
    """The present state needs no origin, start or cost: it is what the others are compared to."""
    for kind, (part, fields) in FULL_ROWS.items():
        for row in getattr(assessment, f"{kind}s").all():
            if getattr(row, "is_zero", False):
                continue
            for field, key in fields.items():
                text = _("Not answered: %(question)s (%(row)s)") % {
                    "question": question(key).text,
                    "row": str(row) or row._meta.verbose_name,
                }
                yield from _row_field(assessment, part, row, field, text)


LIGHT_CHECKS = (
    _groups,
    _alternatives,
    _impacts,
    _kinds_of_sources,
    _knowledge,
    _hearing,
    _hearings,
    _mitigation,
    _recommendation,
    _follow_up_plan,
)
FULL_CHECKS = (
    _groups,
    _alternatives,
    _impacts,
    _likelihoods,
    _triangulation,
    _knowledge,
    _hearing_of_children,
    _hearings,
    _themes_and_views,
    _mitigation,
    _recommendation,
    _follow_up_plan,
    team_gate,
    _path,
    _pages,
    _rows,
)


def review_gate(assessment: Assessment) -> Iterator[Missing]:
    """A full assessment is approved after a quality review whose verdict is "ready" (2.15).

    In a light one the review questions are an aid; a verdict that was given still holds.
    """
    if assessment.extent == Extent.FULL:
        keys = [
            each.key
            for each in one_value_questions("qa", Extent.FULL)
            if is_required(each, Extent.FULL) and each.is_in(assessment.catalogue_version)
        ]
        yield from _unanswered(assessment, "qa", *keys)
    verdict = assessment.answer("qa.verdict")
    if verdict and verdict != "ready":
        text = _("The verdict of the review is: %(verdict)s.")
        label = question("qa.verdict").label_of(str(verdict))
        yield _at(assessment, "qa", text % {"verdict": label}, "id_qa.verdict")


def agenda_gate(assessment: Assessment) -> Iterator[Missing]:
    """The matter can be put on an agenda when its diary number is known to the registry, the notice
    of it has run out by the meeting and the statements have been answered."""
    if not assessment.proposal.diary_number.strip():
        yield _at(assessment, "case", _("The diary number is missing."), "id_diary_number")
    yield from _notice(assessment, assessment.proposal.meeting_date)
    yield from _statements(assessment)


def _notice(assessment: Assessment, meeting: date) -> Iterator[Missing]:
    """Where the law demands it: a notice long enough, run out by the meeting, its views weighed."""
    if not notices.is_needed(assessment.proposal.type, assessment.answer_values):
        return
    rows = assessment.notices.all()
    given = [
        row
        for row in rows
        if row.published and row.published <= timezone.localdate() and row.text.strip()
    ]
    if not given:
        anchor = f"id_notice-{rows[0].pk}-published" if rows else "add-notice"
        text = _("The notice that the matter is pending has not been published.")
        yield _at(assessment, "statements", text, anchor)
        return
    in_time = [
        row
        for row in given
        if row.until and notices.earliest_end(row.published) <= row.until < meeting
    ]
    latest = (in_time or given)[-1]
    if not in_time:
        text = _notice_too_late(latest, meeting)
        yield _at(assessment, "statements", text, f"id_notice-{latest.pk}-until")
    elif not any(row.summary.strip() for row in in_time):
        text = _("It is not told how the views on the notice were taken into account.")
        yield _at(assessment, "statements", text, f"id_notice-{latest.pk}-summary")


def _notice_too_late(row, meeting: date) -> str:
    if row.until is None:
        return _("The notice does not tell until when views can be stated.")
    if row.until < notices.earliest_end(row.published):
        return _("The notice runs for less than %(days)d days.") % {"days": notices.LEAST_DAYS}
    return notices.too_late(row.until, meeting)


def _statements(assessment: Assessment) -> Iterator[Missing]:
    """The full assessment answers every statement, and misses the one that it has asked for."""
    if assessment.extent != Extent.FULL:
        return
    received = [row for row in assessment.statements.all() if row.text.strip()]
    asked = assessment.answer("hpl.youth_council") == "yes"
    if asked and not any(row.sender == "youth_council" for row in received):
        text = _("The statement of the youth council is missing: record it, or the reason.")
        for each in _unanswered(assessment, "statements", "stm.none_reason"):
            yield Missing(each.part, text, each.url)
    for row in received:
        yield from _row_field(
            assessment,
            "statements",
            row,
            "answer",
            _("It is not told how the statement mattered: %(who)s.")
            % {"who": str(row) or _("a statement without a sender")},
        )


def decision_gate(assessment: Assessment) -> Iterator[Missing]:
    """G3: body, date and section, the chosen alternative, its relation to the recommendation."""
    held = [row for row in assessment.handlings.all() if row.body_id and row.date]
    today = timezone.localdate()
    coming = [row for row in held if row.date > today]
    deciding = [
        row for row in held if row not in coming and row.result not in RESULTS_WITHOUT_DECISION
    ]
    if coming and not deciding:
        yield _at(
            assessment,
            "dec",
            _("The day of the handling is still to come: %(day)s.")
            % {"day": date_format(coming[0].date)},
            f"handling-{coming[0].pk}",
        )
    elif held and not deciding:
        yield _undecided(assessment)
    elif not deciding:
        yield _at(
            assessment,
            "dec",
            _("There is no handling with a body and a date."),
            "add-handling",
        )
    elif not any(row.section.strip() for row in deciding):
        yield from _row_field(
            assessment,
            "dec",
            deciding[-1],
            "section",
            _("The section of the minutes is missing."),
        )
    yield from _unanswered(assessment, "dec", "dec.alt", "dec.relation")
    if assessment.answer("dec.alt") == "other":
        yield from _unanswered(assessment, "dec", "dec.alt.other")
    yield from _alternative_removed(assessment, "dec", "dec.alt")
    yield from _contradiction(assessment)
    if assessment.answer("dec.relation") not in ("", "follows"):
        yield from _unanswered(assessment, "dec", "dec.reason")
    meeting = deciding[0].date if deciding else assessment.proposal.meeting_date
    yield from _notice(assessment, meeting)
    yield from _statements(assessment)


def was_returned(assessment: Assessment) -> bool:
    """Whether the body returned the matter in its latest handling, and it still waits there.

    A handling from before the present round of preparation has been answered by that round.
    """
    held = [row for row in assessment.handlings.all() if row.date]
    return bool(
        held
        and held[-1].result == "returned"
        and held[-1].date >= timezone.localdate(assessment.status_since)
        and assessment.status in TRANSITIONS["return_to_preparation"].sources
    )


def _undecided(assessment: Assessment) -> Missing:
    """What the body returned goes back to preparation; what it adjourned is handled again."""
    if was_returned(assessment):
        url = reverse(
            "assessments:step-take", args=[assessment.proposal_id, "return_to_preparation"]
        )
        return Missing("dec", _("The body returned the matter: return it to preparation."), url)
    text = _("The matter was returned or adjourned. Add the handling in which it was decided.")
    return _at(assessment, "dec", text, "add-handling")


def _contradiction(assessment: Assessment) -> Iterator[Missing]:
    """A decision does not follow the recommendation when it chose another alternative."""
    codes = {str(row.number): row.code for row in assessment.alternatives.all()}
    best, chosen = str(assessment.answer("rec.best")), str(assessment.answer("dec.alt"))
    others = {option.value: str(option.label) for option in question("dec.alt").options}
    decided = (codes | others).get(chosen)
    if (
        assessment.answer("dec.relation") == "follows"
        and best in codes
        and decided is not None
        and chosen != best
    ):
        yield _at(
            assessment,
            "dec",
            _(
                "The decision cannot follow the recommendation: %(best)s was recommended, but the"
                " decision is %(decided)s."
            )
            % {"best": codes[best], "decided": decided},
            "id_dec.relation",
        )


def follow_up_gate(assessment: Assessment) -> Iterator[Missing]:
    """A follow-up has an owner, a start and at least one dated point (domain 1.7)."""
    yield from _unanswered(assessment, "fup", "fup.owner", "fup.start")
    if not any(row.due for row in assessment.followuppoints.all()):
        yield _at(assessment, "fup", _("There is no dated follow-up point."), "add-followuppoint")


def for_children_gate(assessment: Assessment) -> Iterator[Missing]:
    """The summary for children is whole in each language of the municipality (domain 2.17).

    What was decided is told from the decision on. It hinders no step: it is published when whole.
    """
    decided = Status(assessment.status).phase == Phase.FOLLOW_UP
    names = [each for each in CHILD_TEXTS if decided or each != AFTER_DECISION]
    yield from _unanswered(assessment, "publication", "cfs.level")
    endings = ("", "_alt") if assessment.municipality.is_bilingual else ("",)
    for ending in endings:
        keys = [f"cfs.{name}{ending}" for name in names]
        yield from _unanswered(assessment, "publication", *keys)
        for row in assessment.alternatives.all():
            text = (
                _("%(alternative)s has no sentence for children in the other language.")
                if ending
                else _("%(alternative)s has no sentence for children.")
            )
            yield from _row_field(
                assessment,
                "publication",
                row,
                f"child_sentence{ending}",
                text % {"alternative": row.code},
            )


def publication_gate(assessment: Assessment) -> Iterator[Missing]:
    """What the full assessment tells of its publication; in a light one it is told when needed."""
    if assessment.extent == Extent.FULL:
        keys = [
            each.key
            for each in one_value_questions("publication", Extent.FULL)
            if each.group == "pub" and is_required(each, Extent.FULL)
        ]
        yield from _unanswered(assessment, "publication", *keys)
    yield from publication_choices(assessment)
    if assessment.extent == Extent.FULL or is_told_to_children(assessment):
        yield from for_children_gate(assessment)


def publication_choices(assessment: Assessment) -> Iterator[Missing]:
    """What was chosen of the publication against what publishing does; no answer, no hindrance.

    The summary is published in every language, so a choice without them has to be made again.
    """
    languages, parts = assessment.answer("pub.langs", []), assessment.answer("pub.what", [])
    for language in assessment.publication_languages if languages else ():
        if language not in languages:
            text = _("%(language)s is not among the languages of the publication.") % {
                "language": question("pub.langs").label_of(language)
            }
            yield _at(assessment, "publication", text, "id_pub.langs")
    if parts and "summary" not in parts:
        text = _("The summary is not among what is published.")
        yield _at(assessment, "publication", text, "id_pub.what")
    ground = str(assessment.answer("pub.secret.ground"))
    if assessment.answer("pub.secret") is True and not ground.strip():
        text = _("The legal ground for keeping information confidential is missing.")
        yield _at(assessment, "publication", text, "id_pub.secret.ground")


def is_told_to_children(assessment: Assessment) -> bool:
    """Whether anybody has begun to write the summary for children."""
    return any(
        key.startswith("cfs.") and value not in ("", None, [])
        for key, value in assessment.answer_values.items()
    )


def closing_gate(assessment: Assessment) -> Iterator[Missing]:
    """Closed when every follow-up point is recorded, or it is told why the follow-up ends earlier
    (domain 2.19, ``out.close``)."""
    recorded = {row.point_id for row in assessment.outcomes.all() if row.is_recorded}
    points = [row for row in assessment.followuppoints.all() if row.due]
    waiting = [row for row in points if row.pk not in recorded]
    ended = assessment.answer("out.close") is True
    if (not waiting and recorded) or (ended and str(assessment.answer("out.close.reason")).strip()):
        return
    if ended:
        yield from _unanswered(assessment, "out", "out.close.reason")
    elif not waiting:
        yield _at(assessment, "out", _("No follow-up point has been recorded."), "outcomes")
    for point in [] if ended else waiting:
        yield _at(
            assessment,
            "out",
            _(
                "The follow-up point of %(day)s has not been recorded. Record it, or tell why the"
                " follow-up ends earlier."
            )
            % {"day": date_format(point.due)},
            f"point-{point.pk}",
        )


def agenda_warnings(assessment: Assessment) -> Iterator[Missing]:
    """What a lawyer would ask about before the meeting; a person judges it."""
    closing = notices.closing_reason(assessment.proposal.type, assessment.answer_values)
    unjudged = assessment.answer("ntc.needed") in ("", "unknown")
    if assessment.extent == Extent.FULL and unjudged and not closing:
        text = _("It has not been judged whether a notice of the matter is needed.")
        yield _at(assessment, "statements", text, "id_ntc.needed")
    for row in assessment.notices.all():
        if row.channels and not notices.reaches_all(row.channels):
            text = _("The notice was given to guardians and staff alone.")
            yield _at(assessment, "statements", text, f"id_notice-{row.pk}-channels")
    if assessment.answer("proc.body_ok") is not True:
        text = _("It has not been checked which body is competent.")
        yield _at(assessment, "statements", text, "id_proc.body_ok")


def feedback_warnings(assessment: Assessment) -> Iterator[Missing]:
    """Children ask to hear what came of their views (domain 2.7): told, but it hinders nothing."""
    for row in assessment.hearings.all():
        if row.is_told and row.feedback_given is None:
            text = _("The children have not been told what came of their views: %(who)s.") % {
                "who": str(row) or _("a hearing")
            }
            yield _at(assessment, "feedback", text, f"id_hearing-{row.pk}-feedback_given")


Gate = Callable[[Assessment], Iterator[Missing]]

WARNINGS: dict[str, Gate] = {
    "agenda": agenda_warnings,
    "follow_up": feedback_warnings,
    "closing": feedback_warnings,
}
"""What is worth a look before a step, but does not hinder it."""


def warnings_in(gate: str, assessment: Assessment) -> list[Missing]:
    """For an assessment whose parts have been read."""
    check = WARNINGS.get(gate)
    return list(check(assessment)) if check else []


GATES: dict[str, tuple[Gate, tuple[str, ...]]] = {
    "screening": (screening_gate, ()),
    "assessed": (assessed_gate, ()),
    "not_assessed": (not_assessed_gate, ()),
    "team": (team_gate, ("teammember",)),
    "preparation": (preparation_gate, PREPARATION_ROWS),
    "review": (review_gate, ()),
    "agenda": (agenda_gate, ("notice", "statement")),
    "decision": (decision_gate, ("handling", "alternative", "notice", "statement")),
    "follow_up": (follow_up_gate, ("followuppoint",)),
    "for_children": (for_children_gate, ("alternative",)),
    "publication": (publication_gate, ("alternative",)),
    "closing": (closing_gate, ("outcome", "followuppoint")),
}
"""Each gate and the kinds of rows that it reads."""
