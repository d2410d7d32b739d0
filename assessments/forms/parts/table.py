"""Which questions and rows each part of an assessment asks for (domain 2.5 to 2.20), as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.phases import Extent
from assessments.questions import (
    CATALOGUE,
    FULL_PAGES,
    Kind,
    is_required,
    one_value_questions,
    page,
    question,
)


@dataclass(frozen=True)
class RowKind:
    """How one kind of row is asked for. ``lines`` are its fields, a line side by side."""

    kind: str
    title: str
    add_label: str
    lines: tuple[tuple[str, ...], ...]
    more: tuple[tuple[str, ...], ...] = ()
    # What only the full assessment asks: needed there, and added when needed.
    full: tuple[tuple[str, ...], ...] = ()
    full_more: tuple[tuple[str, ...], ...] = ()
    # A row that lacks one of these is shown open, because it waits to be filled in.
    core: tuple[str, ...] = ()
    limit: int = 50
    # The row that it belongs to, by the name of the foreign key.
    parent: str = ""
    # Rows that belong to it and are shown in its card, and those of the full assessment alone.
    children: tuple[str, ...] = ()
    full_children: tuple[str, ...] = ()
    # Fields of another part, shown in words above its own.
    shown: tuple[str, ...] = ()
    # Whether rows are added and removed here.
    is_added: bool = True
    help: str = ""
    # Where rows are chosen from a list, and what the way there is called.
    picker: tuple[str, str] | None = None
    # The row it is about: rows that are made beforehand stand as lines of one table.
    subject: str = ""
    # The button that adds the rows which are usual, and what it says.
    usual_label: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        return self.fields_in(Extent.FULL)

    def fields_in(self, extent: Extent | str) -> tuple[str, ...]:
        """Every field that an assessment of this extent asks, in order."""
        lines = (*self.lines_in(extent), *self.more_in(extent))
        return tuple(name for line in lines for name in line)

    def lines_in(self, extent: Extent | str) -> tuple[tuple[str, ...], ...]:
        return (*self.lines, *self.full) if extent == Extent.FULL else self.lines

    def children_in(self, extent: Extent | str) -> tuple[str, ...]:
        return (*self.children, *self.full_children) if extent == Extent.FULL else self.children

    def more_in(self, extent: Extent | str) -> tuple[tuple[str, ...], ...]:
        return (*self.more, *self.full_more) if extent == Extent.FULL else self.more


@dataclass(frozen=True)
class Part:
    """One part of an assessment: a section of the light screen and a page of its own."""

    key: str
    title: str
    lead: str
    # What the right to write hangs on, a key of ``assessments.phases.WRITABLE``.
    right: str
    questions: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    # Rows that only the full assessment has, and where they stand among the others.
    full_rows: tuple[str, ...] = ()
    # Rows of other parts that this part shows.
    reads: tuple[str, ...] = ()
    full_reads: tuple[str, ...] = ()
    extent: Extent = Extent.LIGHT

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of row that must be read to show this part."""
        children = (
            child
            for kind in self.rows
            if kind in ROW_KINDS
            for child in ROW_KINDS[kind].children_in(self.extent)
        )
        return tuple(dict.fromkeys((*self.rows, *children, *self.reads)))


ROW_KINDS: dict[str, RowKind] = {
    row.kind: row
    for row in (
        RowKind(
            "alternative",
            _("Alternatives"),
            _("Add an alternative"),
            lines=(("name",), ("description",)),
            full=(("day",), ("origin",), ("feasible",), ("feasible_text",), ("start", "cost_year")),
            full_more=(("cost_once", "child_money"),),
            core=("name", "description"),
            limit=6,
        ),
        RowKind(
            "evidence",
            _("Sources of knowledge"),
            _("Add a source"),
            lines=(("type", "year"), ("title",), ("finding",)),
            more=(("url", "reliability"),),
            core=("type", "title", "finding"),
            help=_("One row per source. Give the finding in one sentence."),
        ),
        RowKind(
            "knowledgegap",
            _("What is not known"),
            _("Add a knowledge gap"),
            lines=(("gap",), ("importance", "action")),
            core=("gap",),
            help=_("Say openly what could not be found out and how the gap is handled."),
        ),
        RowKind(
            "keyfigure",
            _("Key figures"),
            _("Add a key figure"),
            lines=(("indicator",), ("value", "unit", "year"), ("comparison",), ("source",)),
            core=("indicator", "value"),
            help=question("dat.indicators").help,
            picker=("assessments:indicator-choose", _("Choose from Sotkanet")),
        ),
        RowKind(
            "hearing",
            _("Hearings"),
            _("Add a hearing"),
            lines=(
                ("date", "method", "number"),
                ("group",),
                ("said",),
                ("hopes",),
                ("worries",),
                ("effect",),
            ),
            more=(
                ("invited",),
                ("feedback_given", "feedback_way"),
                ("facilitator",),
                ("proposals",),
            ),
            full=(("groups",), ("questions",), ("differences",), ("limits",)),
            full_children=("hearingfinding", "hearingview"),
            core=("date", "number", "said", "effect"),
            help=_("Counts and themes only. Never write a child's name."),
        ),
        RowKind(
            "mitigation",
            _("Measures"),
            _("Add a measure"),
            lines=(("measure",), ("owner", "due"), ("in_decision",)),
            full=(("type",),),
            full_more=(("cost",),),
            core=("measure",),
            parent="impact",
        ),
        RowKind(
            "handling",
            _("Handlings in bodies"),
            _("Add a handling"),
            lines=(("body", "date"), ("section", "result")),
            more=(("proposal",), ("votes_for", "votes_against"), ("url",)),
            core=("body", "date", "section"),
        ),
        RowKind(
            "followuppoint",
            _("Follow-up points"),
            _("Add a follow-up point"),
            lines=(("due", "who"), ("what",)),
            core=("due",),
            help=_(
                "Usually 3 months and 12 months after the change and at the end of the"
                " council term."
            ),
            usual_label=_("Add the usual points"),
        ),
        RowKind(
            "outcome",
            _("What came true"),
            _("Record what came true"),
            lines=(("date", "realised"), ("text",), ("unforeseen",)),
            more=(("lesson",),),
            full=(("children",),),
            children=("indicatorvalue", "realisedimpact", "correctiveaction"),
            core=("date", "realised"),
            parent="point",
        ),
        RowKind(
            "scopequestion",
            _("Questions that the assessment answers"),
            _("Add a question"),
            lines=(("text",),),
            core=("text",),
            limit=12,
        ),
        RowKind(
            "worktask",
            _("Work plan"),
            _("Add a task"),
            lines=(("task",), ("who", "status"), ("start", "due")),
            core=("task",),
        ),
        RowKind(
            "groupsize",
            _("Sizes of the groups"),
            _("Add a group"),
            lines=(("group",), ("number", "year"), ("source",)),
            more=(("note",),),
            core=("group", "number"),
        ),
        RowKind(
            "plannedhearing",
            _("Planned hearings"),
            _("Add a planned hearing"),
            lines=(("group",), ("age", "method"), ("date", "time"), ("place", "target")),
            more=(("facilitator",),),
            core=("group", "method"),
        ),
        RowKind(
            "rejectedalternative",
            _("Rejected alternatives"),
            _("Add a rejected alternative"),
            lines=(("name",), ("reason",)),
            core=("name", "reason"),
        ),
        RowKind(
            "rightsnote",
            _("Other articles"),
            _("Add an article"),
            lines=(("article",), ("effect",), ("text",)),
            core=("article", "effect"),
        ),
        RowKind(
            "otherinterest",
            _("Other interests"),
            _("Add an interest"),
            lines=(("interest",), ("strength",), ("relation",)),
            core=("interest", "relation"),
        ),
        RowKind(
            "hearingfinding",
            _("Themes"),
            _("Add a theme"),
            lines=(("theme",), ("summary",), ("dimension", "tone", "count")),
            core=("theme", "summary"),
            parent="hearing",
        ),
        RowKind(
            "hearingview",
            _("Views of the alternatives"),
            _("Add a view of an alternative"),
            lines=(("alternative",), ("in_favour", "against", "unsure"), ("reasons",)),
            core=("alternative",),
            parent="hearing",
        ),
        RowKind(
            "notice",
            _("Notices that the matter is pending"),
            _("Add a notice"),
            lines=(("text",), ("channels",), ("published", "until"), ("url",), ("summary",)),
            core=("text", "published", "until"),
            limit=10,
        ),
        RowKind(
            "statement",
            _("Statements"),
            _("Add a statement"),
            lines=(("sender",), ("name", "date"), ("text",), ("answer",)),
            children=("statementview",),
            core=("sender", "text", "answer"),
        ),
        RowKind(
            "statementview",
            _("Stands on the alternatives"),
            _("Add a stand on an alternative"),
            lines=(("alternative",), ("stand",), ("why",)),
            core=("alternative", "stand"),
            parent="statement",
        ),
        RowKind(
            "councillorquestion",
            _("Questions of the council members"),
            "",
            lines=(("answer",),),
            core=("answer",),
            is_added=False,
        ),
        RowKind(
            "followupindicator",
            _("Indicators to follow"),
            _("Add an indicator"),
            lines=(("impact",), ("indicator", "unit"), ("baseline", "target")),
            more=(("source", "interval"),),
            core=("indicator", "baseline"),
        ),
        RowKind(
            "indicatorvalue",
            _("Values of the indicators"),
            # Every indicator has its line already.
            "",
            lines=(("indicator", "value"), ("comment",)),
            core=("indicator", "value"),
            parent="outcome",
            subject="indicator",
        ),
        RowKind(
            "realisedimpact",
            _("Forecast impacts"),
            _("Add an impact"),
            lines=(("impact",), ("realised",), ("text",)),
            core=("impact", "realised"),
            parent="outcome",
            subject="impact",
            limit=400,
        ),
        RowKind(
            "correctiveaction",
            _("Corrective actions"),
            _("Add a corrective action"),
            lines=(("action",), ("owner", "due"), ("status",)),
            core=("action",),
            parent="outcome",
        ),
        RowKind(
            "pathstep",
            question("case.path").text,
            _("Add a body"),
            lines=(("body",), ("role", "date")),
            core=("body", "role"),
            limit=12,
            help=question("case.path").help,
        ),
        RowKind(
            "teammember",
            pgettext_lazy("part", "Team"),
            _("Add a person"),
            lines=(("name", "user"), ("role", "sector"), ("task",), ("parts",)),
            core=("sector",),
            help=_(
                "At least two sectors; nobody makes the assessment alone. Who is a member of the"
                " working group or a facilitator in this service writes the parts assigned here."
            ),
        ),
    )
}

FEEDBACK = RowKind(
    "hearing",
    _("Hearings"),
    "",
    lines=(("feedback_given", "feedback_way"),),
    core=("feedback_given",),
    shown=("date", "number", "effect"),
    is_added=False,
)
"""A hearing as the page about feedback to the children shows it."""

PARTS: dict[str, Part] = {
    part.key: part
    for part in (
        Part(
            "team",
            pgettext_lazy("part", "Team"),
            _("Who makes the assessment, and who writes which part."),
            "teammember",
            rows=("teammember",),
        ),
        Part(
            "grp",
            page("grp").title,
            _("Whose lives does the matter touch?"),
            "grp",
            full_rows=("groupsize",),
            questions=("grp.age", "grp.vulnerable", "grp.none_reason"),
            more=("grp.others",),
        ),
        Part(
            "alt",
            page("alt").title,
            _("The present state going on, and at least one real alternative to it."),
            "alternative",
            rows=("alternative",),
            full_rows=("rejectedalternative",),
        ),
        Part(
            "imp",
            page("imp").title,
            _("Open a cell and say which way and how much each alternative affects children."),
            "impact",
            rows=("dimensionscope", "impact"),
            reads=("alternative",),
            full_reads=("evidence", "hearing"),
        ),
        Part(
            "dat",
            page("dat").title,
            _("What the assessment rests on, and what is not known."),
            "evidence",
            rows=("evidence", "knowledgegap"),
            full_rows=("keyfigure",),
            full_reads=("hearing",),
        ),
        Part(
            "hre",
            page("hre").title,
            _("One hearing, earlier knowledge from children, or the reason why there is neither."),
            "hearing",
            questions=("hre.none_reason",),
            rows=("hearing",),
            reads=("evidence",),
            full_reads=("alternative", "groupsize"),
        ),
        Part(
            "mit",
            page("mit").title,
            _("Every moderate or large harm gets a measure, or the reason why there is none."),
            "mitigation",
            rows=("mitigation",),
            reads=("impact", "alternative", "dimensionscope"),
        ),
        Part(
            "rec",
            page("rec").title,
            _("What is best for children, in words that a council member reads in a minute."),
            "rec",
            questions=(
                "rec.best",
                "rec.reason",
                "rec.children_said",
                "rec.summary",
                "rec.summary_alt",
            ),
            more=("rec.conditions", "crc.short", "cmp.uncertainty"),
            reads=("alternative", "impact", "mitigation", "dimensionscope"),
        ),
        Part(
            "fup",
            page("fup").title,
            _("Who looks at what came true, and when."),
            "fup",
            questions=("fup.owner", "fup.start"),
            more=("fup.report_to",),
            rows=("followuppoint", "followupindicator"),
            reads=("impact", "alternative", "dimensionscope"),
        ),
        Part(
            "dec",
            page("decision").title,
            _("What was decided, where and when, and how it relates to the recommendation."),
            "dec",
            questions=(
                "dec.alt",
                "dec.alt.other",
                "dec.relation",
                "dec.reason",
                "dec.mitigations",
                "dec.follow_up",
            ),
            more=(
                "dec.proposal_alt",
                "dec.dissent",
                "dec.appeal",
                "dec.appeal.result",
                "dec.appeal.date",
                "dec.appeal.url",
                "dec.final_date",
                "dec.budget_link",
            ),
            rows=("handling",),
            reads=("alternative", "mitigation"),
        ),
        Part(
            "out",
            page("out").title,
            _("What came true of what was expected, and what is corrected."),
            "outcome",
            questions=("out.close", "out.close.reason"),
            rows=("outcome",),
            reads=(
                "followuppoint",
                "followupindicator",
                "impact",
                "alternative",
                "dimensionscope",
                "mitigation",
            ),
        ),
        Part(
            "qa",
            page("qa").title,
            _("What the reviewer looks at, one question at a time, and the verdict."),
            "qa",
            questions=tuple(each.key for each in one_value_questions("qa", Extent.LIGHT)),
            reads=(
                "alternative",
                "dimensionscope",
                "impact",
                "evidence",
                "knowledgegap",
                "hearing",
                "mitigation",
                "followuppoint",
                "followupindicator",
            ),
        ),
        Part(
            "statements",
            page("statements").title,
            _("What those concerned were told, what they answered and how it mattered."),
            "statement",
            questions=("ntc.needed", "proc.body_ok"),
            more=("stm.none_reason", "proc.jav", "proc.material", "proc.material.date"),
            rows=("notice", "statement"),
            reads=("alternative",),
        ),
        Part(
            "publication",
            page("publication").title,
            _("What is published and when, and what the children are told in their own words."),
            "pub",
            questions=tuple(each.key for each in one_value_questions("publication", Extent.LIGHT)),
            reads=("alternative",),
        ),
        Part(
            "qst",
            _("Questions of the council members"),
            _("Questions and answers are read by the members of the municipality, not published."),
            "councillorquestion",
            rows=("councillorquestion",),
        ),
        Part(
            "feedback",
            _("Feedback to the children"),
            _("When and how each group that was heard was told what came of its views."),
            "hearing.feedback_given",
            reads=("hearing",),
        ),
        Part(
            "plan",
            _("Work plan"),
            _("Who does what and when, counted back from the agenda deadline."),
            "worktask",
            rows=("worktask",),
        ),
    )
}

# The pages that only the full assessment has, and the right to write each of them.
_OWN_PAGES = (
    Part(
        "matter",
        page("matter").title,
        _("What the decision is for, why now, and the way of the matter through the bodies."),
        "case",
        full_rows=("pathstep",),
    ),
    Part(
        "sco",
        page("sco").title,
        _("What the assessment must answer, how far it looks and who takes part."),
        "sco",
        full_rows=("scopequestion",),
    ),
    Part(
        "hpl",
        page("hpl").title,
        _("Who is heard, how, and how the children learn what came of it."),
        "hpl",
        full_rows=("plannedhearing",),
    ),
    Part(
        "crc",
        page("crc").title,
        _("The general principles of the Convention on the Rights of the Child, one by one."),
        "crc",
        full_rows=("rightsnote",),
    ),
    Part(
        "cmp",
        page("cmp").title,
        _("The alternatives beside each other, and the interests that pull in different ways."),
        "cmp",
        full_rows=("otherinterest",),
        reads=(
            "alternative",
            "dimensionscope",
            "impact",
            "evidence",
            "hearing",
            "hearingfinding",
            "hearingview",
            "groupsize",
        ),
    ),
)


def _in_full(part: Part) -> Part:
    """A part with the questions of the full assessment: the needed ones first, in their order."""
    asked = one_value_questions(part.key, Extent.FULL)
    first = [
        each.key
        for each in asked
        if each.core or is_required(each, Extent.FULL) or each.key in part.questions
    ]
    first = [
        each.key
        for each in asked
        if each.key in first or (_main(each.key) in first and each.kind != Kind.MULTI)
    ]
    return replace(
        part,
        questions=tuple(first),
        more=tuple(each.key for each in asked if each.key not in first),
        rows=(*part.rows, *part.full_rows),
        reads=(*part.reads, *part.full_reads),
        extent=Extent.FULL,
    )


def _main(key: str) -> str:
    """The question that a further field belongs to."""
    return ".".join(key.split(".")[:2])


_KNOWN = PARTS | {part.key: part for part in _OWN_PAGES}
_WHOLE_PAGES = (*FULL_PAGES, "qa", "publication")
FULL_PARTS: dict[str, Part] = {key: _in_full(_KNOWN[key]) for key in _WHOLE_PAGES} | {
    key: replace(part, extent=Extent.FULL) for key, part in PARTS.items() if key not in _WHOLE_PAGES
}
"""The parts of a full assessment: the pages of domain 2.24 with all questions of one value."""

KEPT_FROM_LIGHT: dict[str, tuple[str, ...]] = {
    key: tuple(each.key for each in CATALOGUE.values() if each.light_only and each.page == key)
    for key in FULL_PAGES
}
"""Questions of the light assessment alone: shown in the full one where they were answered."""


def parts_for(extent: Extent | str) -> Mapping[str, Part]:
    """The parts of an assessment of this extent, by key."""
    return FULL_PARTS if extent == Extent.FULL else PARTS


LIGHT_PARTS = ("grp", "alt", "imp", "dat", "hre", "mit", "rec", "fup")
"""The parts of the light screen, in its order (domain 2.20)."""

PART_OF: dict[str, str] = {
    kind: part.key
    for part in (*PARTS.values(), *_OWN_PAGES)
    for row in (*part.rows, *part.full_rows)
    for kind in (row, *(ROW_KINDS[row].children_in(Extent.FULL) if row in ROW_KINDS else ()))
} | {
    "case": "matter",
    "grp": "grp",
    "rec": "rec",
    "crc": "rec",
    "cmp": "rec",
    "hre": "hre",
    "fup": "fup",
    "dec": "dec",
    "dat": "dat",
    "out": "out",
    "qa": "qa",
    "pub": "publication",
    "cfs": "publication",
    "ntc": "statements",
    "stm": "statements",
    "proc": "statements",
}
"""The part in which a kind of row or a group of questions is filled in."""

# The question or column whose words a row's field is asked with.
WORDS: dict[str, dict[str, str]] = {
    "alternative": {
        "name": "alt.name",
        "description": "alt.description",
        "day": "alt.day",
        "origin": "alt.origin",
        "feasible": "alt.feasible",
        "feasible_text": "alt.feasible/text",
        "start": "alt.start",
        "cost_year": "alt.cost_year",
        "cost_once": "alt.cost_once",
        "child_money": "alt.child_money",
        "strengths": "cmp.pros",
        "weaknesses": "cmp.cons",
        "child_sentence": "cfs.options/sentence",
        "child_sentence_alt": "cfs.options/sentence_alt",
    },
    "dimensionscope": {"is_relevant": "imp.relevant", "reason": "imp.relevant/reason"},
    "impact": {
        "direction": "imp.direction",
        "magnitude": "imp.magnitude",
        "text": "imp.text",
        "no_mitigation_reason": "mit.none_reason",
        "likelihood": "imp.likelihood",
        "duration": "imp.duration",
        "reversible": "imp.reversible",
        "certainty": "imp.certainty",
        "kinds": "imp.kind",
        "evidence": "imp.evidence",
        "count": "imp.count",
        "articles": "imp.articles",
    },
    "evidence": {
        "type": "dat.items/type",
        "title": "dat.items/title",
        "year": "dat.items/year",
        "url": "dat.items/url",
        "finding": "dat.items/finding",
        "reliability": "dat.items/reliability",
    },
    "knowledgegap": {
        "gap": "dat.gaps/gap",
        "importance": "dat.gaps/importance",
        "action": "dat.gaps/action",
    },
    "keyfigure": {
        "indicator": "dat.indicators/indicator",
        "value": "dat.indicators/value",
        "unit": "dat.indicators/unit",
        "year": "dat.indicators/year",
        "comparison": "dat.indicators/comparison",
        "source": "dat.indicators/source",
    },
    "hearing": {
        "date": "hre.date",
        "group": "hre.group",
        "method": "hre.method",
        "invited": "hre.invited",
        "number": "hre.number",
        "facilitator": "hre.facilitator",
        "said": "hre.themes",
        "hopes": "hre.hopes",
        "worries": "hre.worries",
        "proposals": "hre.proposals",
        "effect": "hre.effect",
        "feedback_given": "hre.feedback_given",
        "feedback_way": "hre.feedback_given/way",
        "questions": "hre.questions",
        "differences": "hre.differences",
        "limits": "hre.limits",
        "groups": "hre.group",
    },
    "mitigation": {
        "measure": "mit.measure",
        "owner": "mit.owner",
        "due": "mit.due",
        "in_decision": "mit.in_decision",
        "type": "mit.type",
        "cost": "mit.cost",
        "status": "out.mitigations/status",
        "status_note": "out.mitigations/note",
    },
    "handling": {
        "body": "dec.handlings/body",
        "date": "dec.handlings/date",
        "section": "dec.handlings/section",
        "proposal": "dec.handlings/proposal",
        "result": "dec.handlings/result",
        "votes_for": "dec.handlings/votes_for",
        "votes_against": "dec.handlings/votes_against",
        "url": "dec.handlings/url",
    },
    "followuppoint": {
        "due": "fup.points/date",
        "what": "fup.points/what",
        "who": "fup.points/who",
    },
    "teammember": {
        "name": "case.team/name",
        "role": "case.team/role",
        "sector": "case.team/sector",
        "task": "case.team/task",
        "user": "case.team/user",
        "parts": "case.team/parts",
    },
    "pathstep": {
        "body": "case.path/body",
        "role": "case.path/role",
        "date": "case.path/date",
    },
    "outcome": {
        "date": "out.date",
        "realised": "out.realised",
        "text": "out.realised/text",
        "unforeseen": "out.unforeseen",
        "children": "out.children",
        "lesson": "out.lesson",
    },
    "scopequestion": {
        "text": "sco.questions/text",
    },
    "worktask": {
        "task": "sco.tasks/task",
        "who": "sco.tasks/who",
        "start": "sco.tasks/start",
        "due": "sco.tasks/due",
        "status": "sco.tasks/status",
    },
    "groupsize": {
        "group": "grp.table/group",
        "number": "grp.table/number",
        "year": "grp.table/year",
        "source": "grp.table/source",
        "note": "grp.table/note",
    },
    "plannedhearing": {
        "group": "hpl.events/group",
        "age": "hpl.events/age",
        "method": "hpl.events/method",
        "place": "hpl.events/place",
        "date": "hpl.events/date",
        "time": "hpl.events/time",
        "facilitator": "hpl.events/facilitator",
        "target": "hpl.events/target",
    },
    "rejectedalternative": {
        "name": "alt.rejected/alternative",
        "reason": "alt.rejected/reason",
    },
    "rightsnote": {
        "article": "crc.others/article",
        "effect": "crc.others/effect",
        "text": "crc.others/text",
    },
    "otherinterest": {
        "interest": "cmp.conflict_other/interest",
        "strength": "cmp.conflict_other/strength",
        "relation": "cmp.conflict_other/relation",
    },
    "hearingfinding": {
        "theme": "hre.themes/theme",
        "dimension": "hre.themes/dimension",
        "summary": "hre.themes/summary",
        "count": "hre.themes/count",
        "tone": "hre.themes/tone",
    },
    "hearingview": {
        "alternative": "hre.by_alt/alternative",
        "in_favour": "hre.by_alt/for",
        "against": "hre.by_alt/against",
        "unsure": "hre.by_alt/unsure",
        "reasons": "hre.by_alt/reasons",
    },
    "notice": {
        "text": "ntc.text",
        "channels": "ntc.channels",
        "published": "ntc.published",
        "url": "ntc.published/url",
        "until": "ntc.until",
        "summary": "ntc.summary",
    },
    "statement": {
        "sender": "stm.from",
        "name": "proc.statements/from",
        "date": "proc.statements/date",
        "text": "stm.text",
        "answer": "stm.answer",
    },
    "statementview": {
        "alternative": "stm.view/alternative",
        "stand": "stm.view/stand",
        "why": "stm.view/why",
    },
    "followupindicator": {
        "impact": "fup.indicators/impact",
        "indicator": "fup.indicators/indicator",
        "unit": "fup.indicators/unit",
        "baseline": "fup.indicators/baseline",
        "target": "fup.indicators/target",
        "source": "fup.indicators/source",
        "interval": "fup.indicators/interval",
    },
    "indicatorvalue": {
        "indicator": "out.values/indicator",
        "value": "out.values/value",
        "comment": "out.values/comment",
    },
    "realisedimpact": {
        "impact": "out.realised/impact",
        "realised": "out.realised/realised",
        "text": "out.realised/text",
    },
    "correctiveaction": {
        "action": "out.action/action",
        "owner": "out.action/owner",
        "due": "out.action/due",
        "status": "out.action/status",
    },
    "councillorquestion": {"answer": "qst.answer"},
    "proposal": {
        "title": "case.title",
        "title_alt": "case.title_alt",
        "type": "case.type",
        "sector": "case.sector",
        "description": "case.description",
        "area": "case.area",
        "diary_number": "case.diary_no",
        "body": "case.body",
        "meeting_date": "case.meeting_date",
        "agenda_deadline": "case.agenda_deadline",
        "preparer": "case.preparer",
        "presenter": "case.presenter",
        "language": "case.language",
    },
}

FULL_FIELDS: dict[str, frozenset[str]] = {
    kind: frozenset(row.fields) - frozenset(row.fields_in(Extent.LIGHT))
    for kind, row in ROW_KINDS.items()
} | {
    "impact": frozenset(WORDS["impact"])
    - {"direction", "magnitude", "text", "no_mitigation_reason"}
}
"""The fields of each kind of row that only the full assessment asks."""

# A day of feedback is asked for, not whether there was any.
OWN_LABELS = {
    ("statement", "name"): pgettext_lazy("statement", "Name of the body"),
    ("hearing", "feedback_given"): pgettext_lazy("hearing", "Feedback given to the children on"),
    ("hearing", "groups"): pgettext_lazy("hearing", "Which groups of children were heard?"),
}
