"""Tells one matter through the actions that people use, so that gates and history are genuine."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assessments.actions import asking, screening
from assessments.actions import comments as commenting
from assessments.actions import hearings as hearing
from assessments.actions import plan as planning
from assessments.actions import proposals as proposing
from assessments.actions import rows as rowing
from assessments.actions.saving import save_value
from assessments.models import Assessment, PeerReview, VersionedRow
from assessments.publishing import actions as publishing
from assessments.workdays import on_working_day
from lava.demo.clock import at
from lava.demo.people import MUNICIPALITY
from lava.demo.shape import Cell, CellKey, Day, Matter, Row, Step
from municipalities.models import User

if TYPE_CHECKING:
    from lava.demo.story import Story

ROWS_OF: dict[str, dict[str, str]] = {
    "case": {"pathstep": "path"},
    "team": {"teammember": "team"},
    "sco": {"scopequestion": "scope_questions"},
    "grp": {"groupsize": "group_sizes"},
    "alt": {"rejectedalternative": "rejected"},
    "dat": {"evidence": "evidence", "knowledgegap": "gaps", "keyfigure": "key_figures"},
    "hpl": {"plannedhearing": "planned"},
    "hre": {"hearing": "hearings"},
    "crc": {"rightsnote": "rights"},
    "cmp": {"otherinterest": "interests"},
    "fup": {"followuppoint": "points", "followupindicator": "indicators"},
    "ntc": {"notice": "notices"},
    "stm": {"statement": "statements"},
    "dec": {"handling": "handlings"},
}
"""The rows of each part: their kind and the field of ``Matter`` that tells them."""


class Telling:
    """One matter being told. ``known`` are the rows by kind, in the order of their telling."""

    def __init__(self, matter: Matter, story: Story) -> None:
        self.story = story
        self.today = story.today
        self.meeting = self.day(matter.meeting)
        self.matter = matter.dated(self.meeting.year)
        self.preparer = story.person(matter.preparer)
        self.place = story.places[MUNICIPALITY["code"]]
        self.known: dict[str, list[VersionedRow]] = {}
        self.cells: dict[CellKey, int] = {}

    def tell(self) -> Telling:
        for step in self.matter.course:
            with at(self.day(step.day), step.clock):
                getattr(self, step.act)(step)
        return self

    def day(self, told: Day | date) -> date:
        if not isinstance(told, Day):
            return told
        day = self.today + timedelta(days=told.days)
        return day if told.exact else on_working_day(day)

    @property
    def assessment(self) -> Assessment:
        return Assessment.objects.select_related("proposal", "municipality").get(
            pk=self.proposal.pk
        )

    def by(self, step: Step) -> User:
        return self.story.person(step.who) if step.who else self.preparer

    # --- Acts: what a step of the course can be ---------------------------------------------------

    def open(self, step: Step) -> None:
        matter = self.matter
        self.proposal = proposing.create_proposal(
            by=self.by(step),
            municipality=self.place,
            title=matter.title,
            title_alt=matter.title_alt,
            type=matter.type,
            sector=matter.sector,
            description=matter.description,
            area=matter.area,
            diary_number=matter.diary_number,
            body=self.story.body(self.place, matter.body),
            meeting_date=self.meeting,
            agenda_deadline=self.day(matter.deadline),
            presenter=self.story.person("esittelija"),
            is_demo=True,
        )

    def screen(self, step: Step) -> None:
        self.answer(self.matter.screening, self.by(step))

    def choose(self, step: Step) -> None:
        screening.choose_extent(
            assessment=self.assessment,
            extent=self.matter.extent,
            reason=self.matter.reason,
            by=self.by(step),
        )

    def confirm(self, step: Step) -> None:
        screening.confirm_extent(assessment=self.assessment, by=self.by(step))

    def write(self, step: Step) -> None:
        """Answers and rows of some parts."""
        for part in step.what.split():
            if part == "alt":
                self.describe_alternatives()
            if part == "imp":
                self.assess()
            if part == "mit":
                self.mitigate()
            for kind, field in ROWS_OF.get(part, {}).items():
                for row in getattr(self.matter, field):
                    self.add(kind, row)
            answers = self.matter.answers.items()
            self.answer({key: value for key, value in answers if key.startswith(f"{part}.")})

    def rewrite(self, step: Step) -> None:
        """What was asked for when it was returned."""
        for key, value in self.matter.revised.items():
            version = self.assessment.answers.get(key=key).version
            self.save(f"answer:{key}", value, version)

    def plan(self, step: Step) -> None:
        """The tasks of the template, and who does them."""
        planning.make_plan(assessment_id=self.proposal.pk, by=self.by(step))
        for task in self.assessment.worktasks.all():
            self.fill(task, {"who": self.matter.responsible.get(task.template, "")})

    def finish(self, step: Step) -> None:
        """Some tasks of the plan are done."""
        for task in self.assessment.worktasks.filter(template__in=step.what.split()):
            self.fill(task, {"status": "done"})

    def take(self, step: Step) -> None:
        proposing.take_step(
            assessment=self.assessment, transition=step.what, by=self.by(step), note=step.note
        )

    def review(self, step: Step) -> None:
        self.answer(self.matter.review, self.by(step))

    def publish(self, step: Step) -> None:
        """Without looking away: whatever looks like personal data would stop it."""
        publishing.publish(assessment=self.assessment, by=self.by(step), change_note=step.note)

    def invite(self, step: Step) -> None:
        """A guest who reads as soon as the review begins."""
        guest = self.by(step)
        PeerReview.objects.create(
            assessment=self.assessment,
            municipality=self.place,
            email=guest.email,
            user=guest,
            ends_on=self.today + timedelta(days=90),
            invited_by=self.story.person("yhdyshenkilo"),
        )

    def talk(self, step: Step) -> None:
        for (number, dimension, group), thread in self.matter.talk.items():
            first = None
            for name, text in thread:
                said = commenting.add_comment(
                    assessment_id=self.proposal.pk,
                    part="imp",
                    text=text,
                    anchor=f"cell:{self.known['alternative'][number].pk}:{dimension}:{group}",
                    parent_id=first,
                    by=self.story.person(name),
                )
                first = first or said.pk

    def ask(self, step: Step) -> None:
        for text, _answer in self.matter.questions:
            asking.ask(assessment_id=self.proposal.pk, text=text, by=self.by(step))

    def reply(self, step: Step) -> None:
        rows = self.assessment.councillorquestions.order_by("pk")
        for row, (_text, answer) in zip(rows, self.matter.questions, strict=True):
            self.fill(row, {"answer": answer})

    def tell_children(self, step: Step) -> None:
        """The day and the way in which those heard were told what came of their views."""
        for row in self.assessment.hearings.all():
            self.fill(row, {"feedback_given": self.day(step.day), "feedback_way": step.note})

    def record(self, step: Step) -> None:
        """What was found at one follow-up point; its lines are there already."""
        number = int(step.what)
        told = dict(self.matter.outcomes[number])
        values, actions = told.pop("values", ()), told.pop("actions", ())
        seen, measures = told.pop("impacts", {}), told.pop("measures", "done")
        found = self.add("outcome", told, parent=self.known["followuppoint"][number].pk)
        for row, value in zip(found.values.order_by("pk"), values, strict=True):
            self.fill(row, {"value": value})
        for row in found.impacts.select_related("impact"):
            text = seen.get((row.impact.dimension, row.impact.child_group), "")
            self.fill(row, {"realised": told["realised"], "text": text})
        for row in self.assessment.mitigations.all():
            self.fill(row, {"status": measures})
        for action in actions:
            self.add("correctiveaction", action, parent=found.pk)

    # --- Writing ----------------------------------------------------------------------------------

    def save(self, slot: str, value: object, version: int = 0, by: User | None = None) -> int:
        saved = save_value(
            assessment_id=self.proposal.pk,
            slot=slot,
            value=value,
            base_version=version,
            by=by or self.preparer,
        )
        return saved.version

    def answer(self, answers: dict[str, object], by: User | None = None) -> None:
        for key, value in answers.items():
            self.save(f"answer:{key}", self.stored(key, value), by=by)

    def fill(self, row: VersionedRow, values: Row) -> None:
        """Values of a row that was there before."""
        version = row.version
        for field, value in values.items():
            if value not in ("", None, ()):
                version = self.save(row.slot(field), self.stored(field, value), version)

    def fill_in(self, row: VersionedRow, values: Row) -> None:
        """Values of a row that has just been made."""
        told = {
            field: self.stored(field, value)
            for field, value in values.items()
            if value not in ("", None, ())
        }
        rowing.fill_in(row, self.preparer, **told)

    def add(self, kind: str, told: Row, parent: int | None = None) -> VersionedRow:
        """One row with its child rows, which stand under their kind among its fields."""
        told = dict(told)
        children = {name: told.pop(name) for name in list(told) if name in rowing.PARENTS}
        plan = told.pop("plan", None)
        if plan is None:
            row = rowing.add_row(
                assessment_id=self.proposal.pk, kind=kind, by=self.preparer, parent=parent
            )
            self.fill_in(row, told)
        else:
            planned = self.known["plannedhearing"][plan]
            row = hearing.hold(
                assessment_id=self.proposal.pk, planned_id=planned.pk, by=self.preparer
            )
            self.fill(row, told)
        self.known.setdefault(kind, []).append(row)
        for name, rows in children.items():
            for each in rows:
                self.add(name, each, parent=row.pk)
        return row

    def stored(self, field: str, value: object) -> object:
        """A value of the telling as it is saved: what stands for a day or a row becomes it."""
        match field:
            case "alternative":
                return self.known["alternative"][value].pk
            case "impact":
                return self.cells[value]
            case "evidence":
                return [self.reference(each) for each in value.split()]
            case "body":
                return self.story.body(self.place, value).pk
            case "user":
                return self.story.person(value).pk
            case "dec.mitigations":
                return [str(row.pk) for row in self.known["mitigation"] if row.cell in value]
        if isinstance(value, Day):
            return self.day(value)
        return list(value) if isinstance(value, tuple) else value

    def reference(self, short: str) -> str:
        """``e1`` is the first source, ``h2`` the second hearing."""
        kind = {"e": "evidence", "h": "hearing"}[short[0]]
        return f"{kind}:{self.known[kind][int(short[1:]) - 1].pk}"

    def describe_alternatives(self) -> None:
        zero, *others = self.matter.alternatives
        row = self.assessment.alternatives.get(number=0)
        self.fill(row, zero)
        self.known["alternative"] = [row]
        for told in others:
            self.add("alternative", told)

    def assess(self) -> None:
        """The matrix: which dimensions matter, and the cells."""
        used = {dimension for _number, dimension, _group in self.matter.impacts}
        for scope in self.assessment.dimensionscopes.all():
            if scope.dimension in self.matter.irrelevant:
                reason = self.matter.irrelevant[scope.dimension]
                self.fill(scope, {"is_relevant": False, "reason": reason})
            elif scope.dimension in used and not scope.is_relevant:
                self.fill(scope, {"is_relevant": True})
        for key, cell in self.matter.impacts.items():
            self.assess_cell(key, cell)

    def assess_cell(self, key: CellKey, cell: Cell) -> None:
        number, dimension, group = key
        impact, _created = rowing.open_cell(
            assessment_id=self.proposal.pk,
            alternative_id=self.known["alternative"][number].pk,
            dimension=dimension,
            group=group,
            by=self.preparer,
        )
        self.cells[key] = impact.pk
        values = asdict(cell) | {"no_mitigation_reason": self.matter.unmitigated.get(key, "")}
        self.fill_in(impact, values)

    def mitigate(self) -> None:
        for key, measures in self.matter.mitigations.items():
            for told in measures:
                row = self.add("mitigation", told, parent=self.cells[key])
                row.cell = key
