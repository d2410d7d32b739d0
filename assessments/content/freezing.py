"""Freezing an assessment: reading it once and writing it down part by part."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, OuterRef, Subquery, prefetch_related_objects
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments import counts
from assessments.content import follow_up, tables
from assessments.content.children import for_children
from assessments.content.narrative import narrative
from assessments.content.text import day, line, paragraphs
from assessments.counts import count, heard
from assessments.loading import hearing_coverage, load_parts
from assessments.models import Alternative, Assessment, Impact, Revision
from assessments.phases import Extent
from assessments.questions import question
from assessments.questions.articles import preselected
from assessments.questions.coverage import WORDS as COVERAGE_WORDS
from assessments.questions.dimensions import ALL_CHILDREN, GROUP_LABELS, MAGNITUDES, cell_word
from municipalities.roles import Role

FORMAT = 2
KINDS = (
    "alternative",
    "dimensionscope",
    "impact",
    "evidence",
    "knowledgegap",
    "keyfigure",
    "hearing",
    "hearingfinding",
    "hearingview",
    "groupsize",
    "mitigation",
    "handling",
    *tables.KINDS,
    *follow_up.KINDS,
    "notice",
    "statement",
    "statementview",
    "teammember",
)


def freeze(assessment: Assessment, language: str) -> dict:
    """The whole assessment as it stands now, in ``language`` (fi, sv or en), ready for JSON."""
    return freeze_in([language], assessment)[language]


def freeze_in(languages: Iterable[str], assessment: Assessment) -> dict[str, dict]:
    """The same in several languages, read from the database once."""
    revisions = Revision.objects.filter(assessment=OuterRef("pk")).order_by().values("assessment")
    loaded = (
        Assessment.objects.with_matter()
        .prefetch_related("status_changes__by")
        .annotate(revised_at=Subquery(revisions.annotate(last=Max("at")).values("last")))
        .get(pk=assessment.pk)
    )
    load_parts([loaded], KINDS)
    revised_at = loaded.revised_at
    frozen = {}
    for language in languages:
        with translation.override(language):
            frozen[language] = _Freezing(loaded, language, revised_at).content()
    return frozen


def content_hash(content: dict) -> str:
    """The same for the same content, whatever order its keys were written in."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class _Freezing:
    """One assessment being written down. Runs with its language active."""

    def __init__(self, assessment: Assessment, language: str, revised_at: datetime | None):
        self.assessment = assessment
        self.revised_at = revised_at
        self.proposal = assessment.proposal
        self.language = language
        self.alternatives: list[Alternative] = list(assessment.alternatives.all())
        self.impacts: dict[tuple, Impact] = {
            (row.alternative_id, row.dimension, row.child_group): row
            for row in assessment.impacts.all()
        }
        self.is_bilingual = assessment.municipality.is_bilingual
        self.scopes = list(assessment.dimensionscopes.all())
        self.relevant = [row.dimension for row in self.scopes if row.is_relevant]
        # What children said themselves, by the references of impacts.
        self.said = {f"hearing:{row.pk}" for row in assessment.hearings.all()} | {
            f"evidence:{row.pk}" for row in assessment.evidences.all() if row.type == "children"
        }

    def answer(self, key: str) -> list[str]:
        return paragraphs(self.assessment.answer(key))

    def labels(self, key: str) -> list[str]:
        asked = question(key)
        values = self.assessment.answer(key, [])
        values = values if isinstance(values, list) else [values]
        return [str(asked.label_of(value)) for value in values if value not in ("", "none")]

    def content(self) -> dict:
        assessment, proposal = self.assessment, self.proposal
        municipality = assessment.municipality
        return {
            "format": FORMAT,
            "number": assessment.pk,
            "language": self.language,
            "text_language": proposal.language,
            # The language to mark on people's own texts, where it is not the content's.
            "authored": "" if self.language == proposal.language else proposal.language,
            "title": line(proposal.title_in(self.language)),
            "title_language": proposal.title_language(self.language),
            "is_demo": proposal.is_demo or municipality.is_demo,
            "municipality": {
                "code": municipality.code,
                "name": municipality.name,
                "children": count(municipality.children) if municipality.children else "",
                "children_year": municipality.children_year,
            },
            "body": proposal.body.name,
            "meeting_date": day(proposal.meeting_date),
            "diary_number": line(proposal.diary_number),
            "type": str(proposal.get_type_display()),
            "sector": str(proposal.get_sector_display()),
            "area": line(proposal.area),
            "description": paragraphs(proposal.description),
            "extent": {
                "key": assessment.extent,
                "label": str(assessment.get_extent_display()) if assessment.extent else "",
            },
            "status": {
                "key": str(assessment.status),
                "label": str(assessment.get_status_display()),
            },
            "screening": self.screening(),
            "groups": {
                "count": str(assessment.answer("scr.count")),
                "all": self.all_children(),
                "ages": self.labels("grp.age"),
                "vulnerable": self.labels("grp.vulnerable"),
                "none_reason": self.answer("grp.none_reason"),
                "sizes": self.sizes(),
            },
            "path": tables.path(assessment),
            "answers": narrative(assessment),
            "scope_questions": tables.scope_questions(assessment),
            "planned_hearings": tables.planned_hearings(assessment),
            "alternatives": [self.alternative(row) for row in self.alternatives],
            "costs": tables.costs(assessment),
            "rejected": tables.rejected_alternatives(assessment),
            "matrix": self.matrix(),
            "irrelevant": [
                {"label": str(row.get_dimension_display()), "reason": line(row.reason)}
                for row in self.scopes
                if not row.is_relevant
            ],
            "group_impacts": self.group_impacts(),
            "harms": self.harms(),
            "rights": self.answer("crc.short"),
            "other_articles": tables.other_articles(assessment),
            "other_interests": tables.other_interests(assessment),
            "evidence": [self.evidence(row) for row in assessment.evidences.all()],
            "key_figures": [
                self.key_figure(row)
                for row in assessment.keyfigures.all()
                if row.indicator.strip() and row.value.strip()
            ],
            "gaps": [
                {
                    "gap": paragraphs(row.gap),
                    "importance": str(row.get_importance_display()) if row.importance else "",
                    "action": line(row.action),
                }
                for row in assessment.knowledgegaps.all()
                if row.gap.strip()
            ],
            "hearings": [self.hearing(row) for row in assessment.hearings.all()],
            "heard": heard([row.number for row in assessment.hearings.all()]),
            "not_heard": self.answer("hre.none_reason"),
            "coverage": self.coverage(),
            "recommendation": self.recommendation(),
            "notices": [self.notice(row) for row in assessment.notices.all() if row.published],
            "statements": [
                self.statement(row) for row in assessment.statements.all() if row.text.strip()
            ],
            "proposed": self.proposed(),
            "decision": self.decision(),
            "follow_up": self.follow_up(),
            "outcomes": [
                follow_up.outcome(row, assessment)
                for row in assessment.outcomes.all()
                if row.is_recorded
            ],
            "contact": line(assessment.answer("pub.contact")),
            "feedback_until": day(assessment.answer("pub.feedback_until")),
            "for_children": for_children(assessment, self.language),
            "made": self.made(),
            "history": [
                {
                    "day": day(change.at),
                    "label": change.label,
                    "status": str(change.get_target_display()),
                }
                for change in assessment.status_changes.all()
            ],
            "sources": self.sources(),
        }

    def all_children(self) -> str:
        """How many children it concerns, where that is told and no small group is among them."""
        told = [row["number"] for row in self.sizes() if row["group"] == str(ALL_CHILDREN.label)]
        return told[0] if told and told[0][:1].isdigit() else ""

    def screening(self) -> dict | None:
        screening = getattr(self.assessment, "screening", None)
        if screening is None:
            return None
        return {
            "suggested": str(screening.get_suggested_display()),
            "chosen": str(screening.get_chosen_display()),
            "reason": paragraphs(screening.reason),
            "day": day(screening.confirmed_at or screening.chosen_at),
        }

    def alternative(self, row: Alternative) -> dict:
        impacts = [
            impact
            for impact in self.impacts.values()
            if impact.alternative_id == row.pk and impact.dimension in self.relevant
        ]
        common = [impact for impact in impacts if impact.child_group == ALL_CHILDREN.value]
        return {
            "number": row.number,
            "code": row.code,
            "name": line(row.name),
            "text": paragraphs(row.description),
            **tables.alternative_more(row),
            "is_best": str(self.assessment.answer("rec.best")) == str(row.number),
            "flagged": any(impact.is_flagged for impact in impacts),
            # Never a total without these beside it (domain 2.11, display rule 4).
            # What the column of the matrix shows: the impacts on all children.
            "positive": sum(impact.direction == "pos" for impact in common),
            "negative": sum(impact.direction == "neg" for impact in common),
            "mixed": sum(impact.direction == "mixed" for impact in common),
            "unknown": sum(impact.direction == "unknown" for impact in common),
        }

    def cell(self, alternative: Alternative, dimension: str, group: str) -> dict:
        impact = self.impacts.get((alternative.pk, dimension, group))
        if impact is None or not impact.direction:
            return {
                "alternative": alternative.code,
                "direction": "",
                "symbol": "",
                "word": pgettext("impact", "not assessed"),
                "number": "",
                "text": [],
                "flagged": False,
            }
        mark = cell_word(impact.direction, impact.magnitude)
        sizes = {int(each.value): str(each.label).lower() for each in MAGNITUDES}
        return {
            "alternative": alternative.code,
            "direction": impact.direction,
            "symbol": str(mark.symbol),
            "word": str(mark.word),
            # Beside a symbol the size alone is enough (domain 2.11, display rule 1).
            "size": sizes.get(impact.magnitude, "") if impact.is_sized else "",
            "number": f"{mark.number:+d}".replace("-", "\N{MINUS SIGN}") if mark.number else "",
            "text": paragraphs(impact.text),
            "flagged": impact.is_flagged,
            **self.judged(impact),
        }

    def judged(self, impact: Impact) -> dict:
        """How likely, for how long and how surely; only where the full assessment told it."""
        words = {
            "likelihood": impact.get_likelihood_display() if impact.likelihood else "",
            "duration": impact.get_duration_display() if impact.duration else "",
            "reversible": impact.get_reversible_display() if impact.reversible else "",
            "certainty": impact.get_certainty_display() if impact.certainty else "",
        }
        told: dict = {key: str(word) for key, word in words.items() if word}
        if impact.count is not None:
            told["count"] = self.concerned(impact)
        if impact.kinds:
            told["kinds"] = [str(question("imp.kind").label_of(each)) for each in impact.kinds]
        if articles := self.articles(impact):
            told["articles"] = articles
        if not self.said.isdisjoint(impact.evidence):
            told["children_said"] = True
        return told

    def concerned(self, impact: Impact) -> str:
        """How many children an impact concerns, hidden for all where one group of them is small."""
        same = [
            (row.child_group, row.count)
            for row in self.impacts.values()
            if (row.alternative_id, row.dimension) == (impact.alternative_id, impact.dimension)
        ]
        shown = counts.sizes(same, ALL_CHILDREN.value)
        return next(
            words
            for (group, _count), words in zip(same, shown, strict=True)
            if group == impact.child_group
        )

    def articles(self, impact: Impact) -> list[int]:
        """The articles of the Convention that a full assessment ties the impact to."""
        if self.assessment.extent != Extent.FULL or not impact.is_sized:
            return []
        if impact.articles is None:
            return list(preselected(impact.dimension, bilingual=self.is_bilingual))
        return sorted(impact.articles)

    def cells(self, dimension: str, group: str) -> list[dict]:
        return [self.cell(row, dimension, group) for row in self.alternatives]

    def matrix(self) -> list[dict]:
        return [
            {
                "key": row.dimension,
                "label": str(row.get_dimension_display()),
                "cells": self.cells(row.dimension, ALL_CHILDREN.value),
            }
            for row in self.scopes
            if row.is_relevant
        ]

    def group_impacts(self) -> list[dict]:
        found = {}
        for impact in self.impacts.values():
            if impact.child_group != ALL_CHILDREN.value and impact.direction:
                found.setdefault((impact.child_group, impact.dimension), impact)
        return [
            {
                "group": str(impact.get_child_group_display()),
                "label": str(impact.get_dimension_display()),
                "cells": self.cells(dimension, group),
            }
            for (group, dimension), impact in sorted(found.items())
            if dimension in self.relevant
        ]

    def harms(self) -> list[dict]:
        """Every moderate or large harm with its measures, or with the reason why there are none."""
        codes = {row.pk: row for row in self.alternatives}
        measures: dict[int, list] = {}
        for row in self.assessment.mitigations.all():
            if row.measure.strip():
                measures.setdefault(row.impact_id, []).append(row)
        return [
            {
                "alternative": codes[impact.alternative_id].code,
                "dimension": str(impact.get_dimension_display()),
                "group": ""
                if impact.child_group == ALL_CHILDREN.value
                else str(impact.get_child_group_display()),
                "word": str(cell_word(impact.direction, impact.magnitude).word),
                "flagged": impact.is_flagged,
                "text": paragraphs(impact.text),
                "measures": [
                    {
                        "measure": paragraphs(row.measure),
                        "owner": line(row.owner),
                        "due": day(row.due),
                        "in_decision": row.in_decision,
                    }
                    for row in measures.get(impact.pk, [])
                ],
                "no_reason": paragraphs(impact.no_mitigation_reason),
            }
            for impact in sorted(
                self.impacts.values(),
                key=lambda each: (
                    codes[each.alternative_id].number if each.alternative_id in codes else 0,
                    each.pk,
                ),
            )
            if impact.alternative_id in codes
            and impact.dimension in self.relevant
            and (impact.is_harm_to_mitigate or impact.pk in measures)
        ]

    def evidence(self, row) -> dict:
        return {
            "type": str(row.get_type_display()) if row.type else "",
            "title": line(row.title),
            "year": row.year,
            "url": row.url,
            "finding": paragraphs(row.finding),
            "reliability": str(row.get_reliability_display()) if row.reliability else "",
        }

    def key_figure(self, row) -> dict:
        return {
            "indicator": line(row.indicator),
            "value": line(f"{row.value} {row.unit}"),
            "year": row.year,
            "comparison": line(row.comparison),
            "source": line(row.source),
        }

    def hearing(self, row) -> dict:
        return {
            "day": day(row.date),
            "group": line(row.group),
            "method": str(row.get_method_display()) if row.method else "",
            "invited": counts.invited(row.invited, row.number),
            "number": count(row.number),
            "facilitator": line(row.facilitator),
            "said": paragraphs(row.said),
            "hopes": paragraphs(row.hopes),
            "worries": paragraphs(row.worries),
            "proposals": paragraphs(row.proposals),
            "effect": paragraphs(row.effect),
            "feedback_given": day(row.feedback_given),
            "feedback_way": line(row.feedback_way),
            "groups": self.group_labels(row.groups),
            "questions": paragraphs(row.questions),
            "differences": paragraphs(row.differences),
            "limits": paragraphs(row.limits),
            "themes": [
                {
                    "theme": line(each.theme),
                    "dimension": each.get_dimension_display(),
                    "summary": paragraphs(each.summary),
                    "count": counts.part(each.count, row.number),
                    "tone": str(each.get_tone_display()) if each.tone else "",
                }
                for each in self.assessment.hearingfindings.all()
                if each.hearing_id == row.pk and (each.theme.strip() or each.summary.strip())
            ],
            "views": [self.view(each) for each in self.views_of(row)],
        }

    def views_of(self, hearing) -> list:
        """What was thought of the alternatives that are still there, in their order."""
        order = {row.pk: row.number for row in self.alternatives}
        known = [
            row
            for row in self.assessment.hearingviews.all()
            if row.hearing_id == hearing.pk and row.alternative_id in order
        ]
        return sorted(known, key=lambda row: order[row.alternative_id])

    def view(self, row) -> dict:
        names = {each.pk: each for each in self.alternatives}
        return {
            "alternative": line(str(names[row.alternative_id])),
            "reasons": paragraphs(row.reasons),
            **counts.votes({key: getattr(row, key) for key in counts.VOTES}),
        }

    @staticmethod
    def group_labels(groups: Iterable[str]) -> list[str]:
        return [str(GROUP_LABELS[each]) for each in groups if each in GROUP_LABELS]

    def sizes(self) -> list[dict]:
        """The sizes of the groups, so that no masked number can be worked out from the whole."""
        rows = [
            row for row in self.assessment.groupsizes.all() if row.group and row.number is not None
        ]
        shown = counts.sizes([(row.group, row.number) for row in rows], ALL_CHILDREN.value)
        return [
            {
                "group": str(GROUP_LABELS.get(row.group, row.group)),
                "number": number,
                "year": row.year,
                "source": line(row.source),
                "note": line(row.note),
            }
            for row, number in zip(rows, shown, strict=True)
        ]

    def coverage(self) -> list[dict]:
        """Which of the groups concerned were heard, in words; nothing where no hearing tells it."""
        found = hearing_coverage(self.assessment)
        if not found.is_told:
            return []
        return [
            {
                "group": str(GROUP_LABELS[each.group]),
                "state": each.state,
                "word": str(COVERAGE_WORDS[each.state]),
            }
            for each in found.reaches
            if each.group in GROUP_LABELS
        ]

    def named(self, key: str) -> str:
        """An answer that names an alternative by its number, or one of the question's options."""
        value = str(self.assessment.answer(key))
        for row in self.alternatives:
            if value == str(row.number):
                return line(f"{row.code} {row.name}")
        return str(question(key).label_of(value)) if value else ""

    def recommendation(self) -> dict:
        own = self.answer("rec.summary")
        translated = self.answer("rec.summary_alt")
        is_own = self.language == self.proposal.language
        is_other = self.language == self.proposal.other_language
        use_translated = is_other and bool(translated)
        return {
            "best": self.named("rec.best"),
            "best_key": str(self.assessment.answer("rec.best")),
            "reason": self.answer("rec.reason"),
            "conditions": self.answer("rec.conditions"),
            "worst": self.answer("rec.worst"),
            "children_said": self.answer("rec.children_said"),
            "changed": self.answer("rec.changed"),
            "summary": translated if use_translated else own,
            "summary_language": self.language
            if is_own or use_translated
            else self.proposal.language,
        }

    def proposed(self) -> dict:
        """The alternative that the presenting official proposes, once that has been told."""
        value = str(self.assessment.answer("dec.proposal_alt"))
        is_known = value in [str(row.number) for row in self.alternatives]
        return {
            "key": value if is_known else "",
            "label": self.named("dec.proposal_alt") if is_known else "",
            "reason": self.answer("dec.reason"),
        }

    def decision(self) -> dict | None:
        handlings = list(self.assessment.handlings.all())
        prefetch_related_objects(handlings, "body")
        relation = str(self.assessment.answer("dec.relation"))
        if not handlings and not relation:
            return None
        return {
            "handlings": [
                {
                    "body": row.body.name if row.body else "",
                    "day": day(row.date),
                    "section": line(row.section),
                    "proposal": paragraphs(row.proposal),
                    "result": str(row.get_result_display()) if row.result else "",
                    "votes": f"{row.votes_for or 0}\N{EN DASH}{row.votes_against or 0}"
                    if row.votes_for is not None or row.votes_against is not None
                    else "",
                    "url": row.url,
                }
                for row in handlings
            ],
            "alternative": self.decided(),
            "measures": self.decided_measures(),
            "follow_up": self.assessment.answer("dec.follow_up") is True,
            "dissent": self.answer("dec.dissent"),
            "appeal": self.appeal(),
            "final": day(self.assessment.answer("dec.final_date")),
            "relation": {
                "key": relation,
                "label": str(question("dec.relation").label_of(relation)) if relation else "",
            },
            "reason": self.answer("dec.reason"),
        }

    def decided(self) -> str:
        """The alternative, or in words what else was decided."""
        other = line(self.assessment.answer("dec.alt.other"))
        is_other = str(self.assessment.answer("dec.alt")) == "other"
        return other if is_other and other else self.named("dec.alt")

    def decided_measures(self) -> list[list[str]]:
        """The measures that the decision names, among those of the assessment."""
        chosen = {str(each) for each in self.assessment.answer("dec.mitigations", []) or []}
        return [
            paragraphs(row.measure)
            for row in self.assessment.mitigations.all()
            if str(row.pk) in chosen and row.measure.strip()
        ]

    def appeal(self) -> dict | None:
        """Whether the decision was appealed against, and what came of it."""
        value = str(self.assessment.answer("dec.appeal"))
        result = str(self.assessment.answer("dec.appeal.result"))
        if not value:
            return None
        return {
            "key": value,
            "label": str(question("dec.appeal").label_of(value)),
            "result": str(question("dec.appeal.result").label_of(result)) if result else "",
            "day": day(self.assessment.answer("dec.appeal.date")),
            "url": str(self.assessment.answer("dec.appeal.url")),
        }

    def notice(self, row) -> dict:
        channels = {each.value: str(each.label) for each in question("ntc.channels").options}
        return {
            "text": paragraphs(row.text),
            "channels": [channels[each] for each in row.channels if each in channels],
            "day": day(row.published),
            "until": day(row.until),
            "url": row.url,
            "summary": paragraphs(row.summary),
        }

    def statement(self, row) -> dict:
        """A statement with its stands and, beside it, how it mattered (domain 2.23)."""
        codes = {each.pk: each for each in self.alternatives}
        return {
            "sender": str(row.get_sender_display()) if row.sender else "",
            "name": line(row.name),
            "day": day(row.date),
            "text": paragraphs(row.text),
            "answer": paragraphs(row.answer),
            "stands": [
                {
                    "code": codes[each.alternative_id].code,
                    "name": line(codes[each.alternative_id].name),
                    "stand": str(each.get_stand_display()),
                    "why": paragraphs(each.why),
                }
                for each in self.assessment.statementviews.all()
                if each.statement_id == row.pk and each.stand and each.alternative_id in codes
            ],
        }

    def follow_up(self) -> dict:
        return {
            "owner": line(self.assessment.answer("fup.owner")),
            "start": day(self.assessment.answer("fup.start")),
            "report_to": self.labels("fup.report_to"),
            "points": [
                {
                    "point": row.pk,
                    "day": day(row.due),
                    "what": line(row.what),
                    "who": line(row.who),
                }
                for row in self.assessment.followuppoints.all()
                if row.due
            ],
            **follow_up.follow_up_indicators(self.assessment),
            "measures": follow_up.measures(self.assessment),
            "closing": follow_up.closing(self.assessment),
        }

    def made(self) -> dict:
        """Who assessed, by role and never by name, and how long it took."""
        changes = list(self.assessment.status_changes.all())
        started = next((each.at for each in changes if each.transition == "start"), None)
        finished = next(
            (each.at for each in reversed(changes) if each.transition == "approve"), None
        )
        approver = next(
            (each.by for each in reversed(changes) if each.transition == "approve"), None
        )
        steps = [each.at for each in changes]
        latest = max(each for each in (self.revised_at, *steps, self.assessment.created_at) if each)
        return {
            "prepared_by": str(Role.PREPARER.label),
            "sector": str(self.proposal.get_sector_display()),
            "team": self.team(),
            "approved_by": self.roles(approver),
            "started": day(started),
            "finished": day(finished),
            "days": (timezone.localdate(finished) - timezone.localdate(started)).days + 1
            if started and finished
            else None,
            "as_of": day(latest),
        }

    def team(self) -> list[str]:
        """Who made it together, by role and sector: the public is told no names."""
        told = (
            ", ".join(filter(None, [line(row.role), row.sector and row.get_sector_display()]))
            for row in self.assessment.team
        )
        return [str(each) for each in told if each]

    def roles(self, person) -> str:
        if person is None:
            return ""
        held = person.roles_in(self.assessment.municipality)
        return ", ".join(str(role.label) for role in Role if role in held)

    def sources(self) -> list[dict]:
        texts = [_("Municipal register and population figures: Statistics Finland.")]
        if any(row.sotkanet for row in self.assessment.keyfigures.all()):
            texts.append(
                _("Indicators: THL, Sotkanet; their figures by the terms named beside them.")
            )
        return [
            {
                "text": text,
                "licence": "CC BY 4.0",
                "url": "https://creativecommons.org/licenses/by/4.0/",
            }
            for text in texts
        ]
