"""One part of one assessment made ready for a page: its fields, cards of rows and the matrix."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from django import forms
from django.db.models import prefetch_related_objects
from django.forms import BoundField
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments import counts, gates, notices, plan, privacy
from assessments.actions.saving import Slot
from assessments.following import followed_measures, late_points
from assessments.forms.parts.comparing import FIELDS as COMPARED_FIELDS
from assessments.forms.parts.comparing import PIECES, Compared, Facts, all_compared
from assessments.forms.parts.controls import Controls
from assessments.forms.parts.fields import (
    Offered,
    field_for,
    in_words,
    initial_of,
    is_text,
    name_of,
)
from assessments.forms.parts.followed import (
    Reality,
    measure_note,
    subjects_of,
    unfollowed_hints,
)
from assessments.forms.parts.hearings import (
    Act,
    CoverageTable,
    acts_of,
    group_choices,
    method_guide,
    remark,
)
from assessments.forms.parts.markup import field_html
from assessments.forms.parts.matrix import ALL, USUAL, Matrix, Scope, View, children_said
from assessments.forms.parts.mitigating import Flag, MeasureLine, flag_of, harm_title, lines_of
from assessments.forms.parts.table import (
    FEEDBACK,
    KEPT_FROM_LIGHT,
    ROW_KINDS,
    Part,
    RowKind,
    parts_for,
)
from assessments.forms.parts.telling import Block, blocks_of, endings_of
from assessments.forms.parts.weighing import Calculation, SourcesLight, calculations
from assessments.models import (
    Assessment,
    CouncillorQuestion,
    Impact,
    Notice,
    VersionedRow,
)
from assessments.models.extra import OWN_PAGES
from assessments.phases import Extent
from assessments.policies import Decision
from assessments.questioning import answer_due, is_late
from assessments.questions import is_demanded, question
from assessments.questions.cfs import ALTERNATE as CHILDREN_ALTERNATE
from assessments.questions.dimensions import cell_word

OPEN_AT_MOST = 3
# Asked in bilingual municipalities only.
ALTERNATE = CHILDREN_ALTERNATE | {"rec.summary_alt"}


class SlotForm(forms.Form):
    """An ordinary form whose fields are slots: bound to what was typed, or to what is stored."""

    default_renderer = Controls

    def __init__(self, offered: Offered, data=None) -> None:
        super().__init__(data)
        self.offered = offered
        self.slots: dict[str, str] = {}
        self.stored: dict[str, object] = {}
        self.versions: dict[str, int] = {}

    def add(self, slot: str, value: object, version: int, *, wire: str = "") -> BoundField:
        """Add the control of one slot; ``wire`` is its name for a row that does not exist yet."""
        name = name_of(wire or slot)
        if name not in self.fields:
            made = field_for(Slot.parse(slot), self.offered)
            suggested = value == "" and getattr(made, "suggested", ())
            made.initial = initial_of(made, list(suggested) if suggested else value)
            made.widget.attrs |= {"data-slot": wire or slot, "data-version": version}
            self.fields[name] = made
            self.slots[name] = wire or slot
            self.stored[name] = value
            self.versions[wire or slot] = version
            bound = self[name]
            if is_text(made) and (marked := privacy.warnings(slot, value)):
                bound.marked = marked
            bound.html = partial(field_html, bound)
            if isinstance(made.widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
                bound.options_html = partial(self.options, bound)
            elif not isinstance(made.widget, forms.CheckboxInput):
                look = "form-select" if isinstance(made.widget, forms.Select) else "form-control"
                own = made.widget.attrs.get("class")
                made.widget.attrs["class"] = f"{own} {look}" if own else look
        return self[name]

    @staticmethod
    def options(bound: BoundField) -> str:
        """The ticks or radios of a field, written here: a template for each would cost the page
        more than everything else on it."""
        made = bound.field
        kind = "checkbox" if isinstance(made, forms.MultipleChoiceField) else "radio"
        value = bound.value()
        chosen = {str(each) for each in value} if isinstance(value, list | tuple) else {str(value)}
        fixed = getattr(made, "fixed", ())
        common = {"type": kind, "name": bound.html_name, **made.widget.attrs}
        if bound.errors:
            common["aria-invalid"] = "true"
        return format_html_join(
            "",
            '<div class="choice"><input{}><label for="{}">{}</label></div>',
            (
                (
                    flatatt(
                        common
                        | {"value": key, "id": f"{bound.auto_id}_{place}"}
                        | {"checked": str(key) in chosen or key in fixed}
                        | {"disabled": key in fixed}
                    ),
                    f"{bound.auto_id}_{place}",
                    label,
                )
                for place, (key, label) in enumerate(made.choices)
            ),
        )

    def add_row(self, row: VersionedRow, name: str) -> BoundField:
        slot = row.slot(name)
        bound = self.add(slot, getattr(row, Slot.parse(slot).attribute), row.version)
        if row.kind() == "alternative" and name == "description" and not row.is_zero:
            # The help of this question is about the present state going on.
            bound.field.help_text = bound.help_text = ""
        if beside := remark(row, name):
            bound.marked = beside
        return bound

    def words(self, name: str) -> str:
        """The stored value of a field as people read it, or what is suggested meanwhile."""
        made, value = self.fields[name], self.stored[name]
        suggested = list(getattr(made, "suggested", ()))
        return in_words(made, suggested if suggested and value in (None, "") else value)

    @property
    def versions_json(self) -> str:
        """What the page's values are based on, sent back by a save without JavaScript."""
        return json.dumps(self.versions)


@dataclass
class Card:
    """One row: open with its fields, or as a short summary with a link that opens it."""

    row: VersionedRow
    kind: RowKind
    title: str
    is_open: bool = True
    lines: list[list[BoundField]] = field(default_factory=list)
    more: list[list[BoundField]] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    # Below the title, whether open or closed; and since when it is late.
    head: str = ""
    late: str = ""
    # Read above the fields: what is written in another part.
    told: list[tuple[str, str]] = field(default_factory=list)
    # The rows that belong to this one.
    groups: list[RowGroup] = field(default_factory=list)
    edit_url: str = ""
    can_remove: bool = False
    # What is known beforehand of the row that this one is about.
    note: str = ""
    acts: list[Act] = field(default_factory=list)
    open_comments: int = 0

    @property
    def id(self) -> str:
        return f"{self.kind.kind}-{self.row.pk}"

    @property
    def summary(self) -> str:
        return " · ".join(Truncator(value).chars(120) for _label, value in self.facts)


@dataclass
class RowGroup:
    """The rows of one kind on a page and what is needed to add another."""

    kind: RowKind
    cards: list[Card]
    add: str
    parent: int | None = None
    picker_url: str = ""

    @property
    def can_add(self) -> bool:
        return self.kind.is_added and len(self.cards) < self.kind.limit


@dataclass
class Harm:
    """A moderate or large harm with its measures, or the reason why there is none."""

    impact: Impact
    title: str
    group: RowGroup
    # Asked only while there is no measure, or where it has been answered.
    reason: BoundField | None
    reason_words: str

    @property
    def id(self) -> str:
        return f"harm-{self.impact.pk}"

    @property
    def size(self) -> str:
        """How large the harm is, in words; it may have been lessened since."""
        impact = self.impact
        return str(cell_word(impact.direction, impact.magnitude).word) if impact.direction else ""


@dataclass
class Section:
    """Everything that the template of one part needs."""

    part: Part
    assessment: Assessment
    decision: Decision
    form: SlotForm
    answers: list[BoundField] = field(default_factory=list)
    more: list[BoundField] = field(default_factory=list)
    # Answers that follow from others and are not asked: question, answer, reason.
    settled: list[tuple[str, str, str]] = field(default_factory=list)
    groups: list[RowGroup] = field(default_factory=list)
    harms: list[Harm] = field(default_factory=list)
    measure_lines: list[MeasureLine] = field(default_factory=list)
    compared: list[Compared] = field(default_factory=list)
    facts_beside: Facts | None = None
    flags: list[Flag] = field(default_factory=list)
    # Each follow-up point, since when it is late in words, and what has been recorded at it.
    points: list[tuple[VersionedRow, str, RowGroup]] = field(default_factory=list)
    matrix: Matrix | None = None
    scopes: list[Scope] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    # The measures whose fate is told at the follow-up, and how the indicators have moved.
    measures: list[Card] = field(default_factory=list)
    reality: Reality | None = None
    sources: SourcesLight | None = None
    calculation: list[Calculation] = field(default_factory=list)
    coverage: CoverageTable | None = None
    blocks: list[Block] = field(default_factory=list)
    methods: list[tuple[str, str]] = field(default_factory=list)

    @property
    def cards(self) -> Iterator[Card]:
        """Every card of the part, those inside other cards too."""
        groups = [
            *self.groups,
            *(harm.group for harm in self.harms),
            *(group for _point, _late, group in self.points),
        ]
        while groups:
            for card in groups.pop(0).cards:
                yield card
                groups += card.groups

    @property
    def versions_json(self) -> str:
        """What the values of the part's own form are based on."""
        return self._versions(is_compared=False)

    @property
    def compared_versions_json(self) -> str:
        """The same of the form with the strengths and weaknesses."""
        return self._versions(is_compared=True)

    def _versions(self, *, is_compared: bool) -> str:
        own = {
            slot
            for each in self.compared
            for slot in (each.alternative.slot(name) for name in each.fields)
        }
        return json.dumps(
            {
                slot: version
                for slot, version in self.form.versions.items()
                if (slot in own) == is_compared
            }
        )

    @cached_property
    def url(self) -> str:
        return reverse("assessments:assessment-part", args=[self.assessment.pk, self.part.key])

    def show_comments(self, counts: dict[str, int]) -> None:
        """Say beside a question, a row or a cell how many open threads are about it."""
        if not counts:
            return
        for name, slot in self.form.slots.items():
            if slot in counts:
                self.form[name].open_comments = counts[slot]
        groups = [*self.groups, *(harm.group for harm in self.harms)]
        for card in (card for group in groups for card in group.cards):
            card.open_comments = counts.get(f"{card.kind.kind}:{card.row.pk}", 0)
        if self.matrix:
            for _scope, cells in self.matrix.rows:
                for cell in cells:
                    cell.count_comments(counts)

    @property
    def assigned(self) -> str:
        """Who of the team writes this part."""
        return ", ".join(self.assessment.assigned_to(self.part.key))

    @property
    def scopes_open(self) -> bool:
        return not any(scope.row.is_relevant for scope in self.scopes) or any(
            scope.lacks_reason for scope in self.scopes
        )

    @property
    def more_open(self) -> bool:
        """Whether something in the fold waits to be mended."""
        return self.assessment.extent == Extent.FULL and any(
            bound.errors or hasattr(bound, "conflict") for bound in self.more
        )

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Questions and answers in words, for those who may only read."""
        return [(bound.label, self.form.words(bound.name)) for bound in (*self.answers, *self.more)]


class Builder:
    """Builds the sections of one assessment whose rows have been read (``load_parts``)."""

    def __init__(
        self,
        assessment: Assessment,
        *,
        data=None,
        light: bool = False,
        opened: Iterable = (),
        masks: bool = False,
        view: View = USUAL,
        pieces: Iterable[str] = PIECES,
    ) -> None:
        self.assessment = assessment
        self.pieces = frozenset(pieces)
        self.view = view
        # The light screen asks what the light assessment asks, also of a full one.
        self.extent = Extent.LIGHT if light else assessment.extent
        self.light = light
        self.opened = frozenset(opened)
        self.offered = Offered(assessment)
        self.subjects: dict[str, dict] = {}
        self.worded: dict[tuple[str, str], forms.Field] = {}
        self.data = data
        # Whether counts of children below five are hidden, because the reader writes none of them.
        self.masks = masks
        self.answers = {answer.key: answer for answer in assessment.answers.all()}

    def section(self, key: str, decision: Decision) -> Section:
        part = parts_for(self.extent)[key]
        form = SlotForm(self.offered, self.data)
        section = Section(part, self.assessment, decision, form)
        first = self._questions(part)
        section.answers = [self._answer(form, each) for each in first]
        section.more = [self._answer(form, each) for each in self._more(part) if each not in first]
        own = {
            "imp": self._impacts,
            "hre": self._hearings,
            "mit": self._harms,
            "out": self._outcomes,
            "cmp": self._comparison,
            "dec": self._decision,
            "statements": self._statements,
            "qst": self._questions_asked,
            "plan": self._work_plan,
            "feedback": self._feedback,
            "rec": self._recommendation,
            "publication": self._publication,
        }
        own.get(key, self._rows)(section)
        if key == "fup":
            section.hints = unfollowed_hints(self.assessment)
        if key == "hpl":
            section.methods = method_guide()
        if key == "hre" and self.extent == Extent.FULL:
            section.coverage = CoverageTable.of(self.assessment, masks=self.masks)
        if key == "dat" and self.extent == Extent.FULL:
            section.sources = SourcesLight.of(self.assessment)
        return section

    def _questions(self, part: Part) -> list[str]:
        """Texts in the other language are asked for in bilingual municipalities only."""
        bilingual = self.assessment.municipality.is_bilingual
        keys = [key for key in part.questions if bilingual or key not in ALTERNATE]
        if self.extent == Extent.FULL:
            matter = self.assessment.proposal.type
            keys += [key for key in part.more if is_demanded(question(key), matter)]
        return [*self._in_version(keys), *self._own(part)]

    def _in_version(self, keys: Iterable[str]) -> list[str]:
        """What the catalogue asks that the assessment began with, and what was answered since."""
        version = self.assessment.catalogue_version
        return [key for key in keys if question(key).is_in(version) or key in self.answers]

    def _own(self, part: Part) -> list[str]:
        """The municipality's own questions on this page: those in use, and those answered."""
        if part.key not in OWN_PAGES:
            return []
        return [
            key
            for key, asked in self.offered.own.items()
            if asked.page == part.key and (asked.is_active or key in self.answers)
        ]

    def _more(self, part: Part) -> list[str]:
        """Added when needed. What was answered in the light assessment stays in sight."""
        keys = list(part.more)
        if self.extent == Extent.FULL:
            kept = KEPT_FROM_LIGHT.get(part.key, ())
            keys += [key for key in kept if key in self.answers and self.answers[key].value]
        return self._in_version(keys)

    def _answer(self, form: SlotForm, key: str) -> BoundField:
        answer = self.answers.get(key)
        return form.add(
            f"answer:{key}", answer.value if answer else "", answer.version if answer else 0
        )

    def _all(self, kind: str) -> list:
        return list(getattr(self.assessment, f"{kind}s").all())

    def _rows(self, section: Section) -> None:
        for kind in section.part.rows:
            section.groups.append(self._group(section, ROW_KINDS[kind], self._all(kind)))

    def _group(
        self, section: Section, kind: RowKind, rows: list, parent: int | None = None
    ) -> RowGroup:
        few = len(rows) <= OPEN_AT_MOST and not self.light
        card = self._line if kind.subject else partial(self.card, few=few)
        cards = [card(section, kind, row) for row in rows]
        add = f"add-{kind.kind}" + (f"-{parent}" if parent else "")
        group = RowGroup(kind, cards, add, parent)
        if kind.picker:
            group.picker_url = reverse(kind.picker[0], args=[self.assessment.pk])
        return group

    def card(self, section: Section, kind: RowKind, row: VersionedRow, few: bool = True) -> Card:
        """One row. Rows that are whole are shown as summaries where there are many of them."""
        # By the column: a row's body is known to be chosen without reading the body.
        columns = (row._meta.get_field(name).attname for name in kind.core)
        lacking = any(getattr(row, column) in ("", None) for column in columns)
        card = Card(row, kind, self._title(kind, row))
        children = self._children(kind, row)
        asked_for = any(self._is_asked_for(each) for rows in children.values() for each in rows)
        card.is_open = bool(section.decision) and (
            few or lacking or asked_for or self._is_asked_for(row)
        )
        card.can_remove = kind.is_added and not getattr(row, "is_zero", False)
        card.told = [*row_words(row), *self._words(row, kind.shown)]
        if card.is_open:
            card.lines = self._lines(section, row, kind.lines_in(self.extent))
            card.more = self._lines(section, row, kind.more_in(self.extent))
            if kind.kind == "hearing" and "groups" in kind.fields_in(self.extent):
                made = section.form.fields[name_of(row.slot("groups"))]
                made.choices = group_choices(self.assessment, row.groups)
            if card.id in self.opened:
                card.lines[0][0].field.widget.attrs["autofocus"] = True
        else:
            card.facts = self._facts(kind, row)
            card.edit_url = f"{section.url}?open={card.id}"
        card.acts = acts_of(row, bool(section.decision)) if kind.is_added else []
        if card.is_open or not section.decision:
            card.groups = [
                self._group(section, ROW_KINDS[child], rows, row.pk)
                for child, rows in children.items()
                if rows or section.decision
            ]
        return card

    def _line(self, section: Section, kind: RowKind, row: VersionedRow) -> Card:
        """A row that was made beforehand for another one, say for an indicator: always open."""
        known = getattr(row, f"{kind.subject}_id")
        names = [name for name in kind.fields_in(self.extent) if name != kind.subject or not known]
        if kind.kind not in self.subjects:
            self.subjects[kind.kind] = subjects_of(self.assessment, kind.kind)
        title, note = self.subjects[kind.kind].get(known, (_("Not chosen yet"), ""))
        card = Card(row, kind, title, lines=self._lines(section, row, [names]), note=note)
        card.can_remove = not known
        card.facts = [
            (bound.label, words)
            for bound in card.lines[0]
            if (words := section.form.words(bound.name))
        ]
        return card

    def _children(self, kind: RowKind, row: VersionedRow) -> dict[str, list]:
        """The rows that belong to this one, by their kind; each knows this one without a query."""
        found = {}
        for child in kind.children_in(self.extent):
            parent = ROW_KINDS[child].parent
            rows = [each for each in self._all(child) if getattr(each, f"{parent}_id") == row.pk]
            for each in rows:
                setattr(each, parent, row)
            found[child] = rows
        return found

    def _title(self, kind: RowKind, row: VersionedRow) -> str:
        """A row about another row, say a view of an alternative, is called what that one is."""
        name = kind.lines[0][0]
        slot = Slot.parse(row.slot(name))
        if row._meta.get_field(name).is_relation and str(row) == "":
            value = getattr(row, slot.attribute)
            if value is not None:
                return in_words(self._worded(slot), value)
        return title_of(row)

    def _is_asked_for(self, row: VersionedRow) -> bool:
        """Whether the address opens this row, or something typed into it waits to be shown."""
        return f"{row.kind()}-{row.pk}" in self.opened or self._was_sent(row)

    @staticmethod
    def _lines(section: Section, row: VersionedRow, lines: Iterable) -> list[list[BoundField]]:
        return [[section.form.add_row(row, name) for name in line] for line in lines]

    def _was_sent(self, row: VersionedRow) -> bool:
        """Whether something typed into this row waits to be shown again."""
        prefix = f"{row.kind()}-{row.pk}-"
        return self.data is not None and any(name.startswith(prefix) for name in self.data)

    def _facts(self, kind: RowKind, row: VersionedRow) -> list[tuple[str, str]]:
        return self._words(row, kind.fields_in(self.extent))

    def _words(self, row: VersionedRow, names: Iterable[str]) -> list[tuple[str, str]]:
        facts = []
        masked = self._masked(row) if self.masks else {}
        title = title_of(row)
        for name in names:
            slot = Slot.parse(row.slot(name))
            value = getattr(row, slot.attribute)
            if value in ("", None, [], False):
                continue
            made = self._worded(slot)
            words = masked.get(name, "") if name in masked else in_words(made, value)
            if value is True:
                words = str(made.label)
            if words and words not in title:
                facts.append((made.label, words))
        return facts

    def _worded(self, slot: Slot) -> forms.Field:
        """The field that tells label and words of a value: one for all rows that are only read."""
        known = (slot.part, slot.field)
        if known not in self.worded:
            self.worded[known] = field_for(slot, self.offered)
        return self.worded[known]

    def _masked(self, row: VersionedRow) -> dict[str, str]:
        """The counts of children in a row as others than their writers may read them."""
        match row.kind():
            case "hearing":
                return {
                    "invited": counts.invited(row.invited, row.number),
                    "number": counts.count(row.number),
                }
            case "hearingfinding":
                numbers = {each.pk: each.number for each in self._all("hearing")}
                return {"count": counts.part(row.count, numbers.get(row.hearing_id))}
            case "hearingview":
                shown = counts.votes({key: getattr(row, key) for key in counts.VOTES})
                words = shown.pop("words")
                return shown | ({"in_favour": words} if words else {})
            case "plannedhearing":
                return {"target": counts.count(row.target)}
            case "groupsize":
                rows = self._all("groupsize")
                shown = counts.sizes([(each.group, each.number) for each in rows], ALL)
                return {"number": shown[rows.index(row)]}
        return {}

    def _impacts(self, section: Section) -> None:
        for row in self._all("dimensionscope"):
            section.form.add_row(row, "reason")
        section.scopes = [
            Scope(
                row,
                section.form.add_row(row, "is_relevant"),
                section.form.add_row(row, "reason"),
            )
            for row in self._all("dimensionscope")
        ]
        self._matrix(section)

    def _comparison(self, section: Section) -> None:
        """The matrix and the questions; the other pieces with them, or when they are fetched."""
        self._matrix(section)
        self._rows(section)
        if self.pieces:
            self._pieces(section)

    def _pieces(self, section: Section) -> None:
        if "facts" in self.pieces:
            section.facts_beside = Facts.of(self.assessment, masks=self.masks)
        if "alternatives" in self.pieces:
            section.compared = all_compared(self.assessment)
            for each in section.compared if section.decision else ():
                each.fields = {
                    name: section.form.add_row(each.alternative, name) for name in COMPARED_FIELDS
                }

    def piece(self, decision: Decision) -> Section:
        """Pieces of the comparison alone, to be put into a page that is already there."""
        form = SlotForm(self.offered, self.data)
        section = Section(parts_for(self.extent)["cmp"], self.assessment, decision, form)
        self._pieces(section)
        return section

    def _recommendation(self, section: Section) -> None:
        """The flagged harms of the alternative that is recommended stand above the questions."""
        self._rows(section)
        chosen = str(self.assessment.answer("rec.best"))
        measures = measures_of(self.assessment)
        section.flags = [
            flag_of(impact, alternative, measures.get(impact.pk, []))
            for impact, alternative in harms_of(self.assessment)
            if impact.is_flagged and str(alternative.number) == chosen
        ]
        section.flags.sort(key=lambda flag: not flag.is_open)

    def _publication(self, section: Section) -> None:
        """What is published, and what children are told: a sentence of each alternative too."""
        sentences: dict[str, list[BoundField]] = {}
        for ending in endings_of(self.assessment):
            for row in self._all("alternative"):
                bound = section.form.add_row(row, f"child_sentence{ending}")
                label = f"{row}: {str(bound.label).lower()}"
                bound.label = bound.field.label = label
                sentences.setdefault(ending, []).append(bound)
        answers = {each.html_name: each for each in (*section.answers, *section.more)}
        section.blocks = blocks_of(self.assessment, answers, sentences)
        told = answers.get("pub.date")
        deadline = self.assessment.proposal.agenda_deadline
        stored = parse_date(str(self.assessment.answer("pub.date") or ""))
        if told is not None and stored and stored > deadline:
            told.warning = _("The report is published no later than the agenda: %(day)s.") % {
                "day": date_format(deadline)
            }
        section.answers = [bound for block in section.blocks for bound in block.fields]
        section.more = []

    def _hearings(self, section: Section) -> None:
        """Why nobody was heard is asked while nobody has been; an answer from before is kept."""
        self._rows(section)
        if gates.lacks_hearing(self.assessment):
            return
        (asked,) = [each for each in section.answers if each.name == "hre.none_reason"]
        section.answers.remove(asked)
        if asked.value() or section.form.stored[asked.name]:
            section.more.append(asked)

    def _matrix(self, section: Section) -> None:
        alternatives, impacts = self._all("alternative"), self._all("impact")
        scopes = self._all("dimensionscope")
        said = frozenset()
        if self.extent == Extent.FULL:
            said = children_said(self.assessment)
            relevant = {row.dimension for row in scopes if row.is_relevant}
            section.calculation = calculations(alternatives, relevant, impacts)
        section.matrix = Matrix.of(self.assessment, alternatives, scopes, impacts, said, self.view)

    def _decision(self, section: Section) -> None:
        """Without any measure in the assessment nothing is asked about them."""
        self._rows(section)
        if not self.offered.mitigations:
            section.answers = [each for each in section.answers if each.name != "dec.mitigations"]

    def _statements(self, section: Section) -> None:
        """The notice is told to be needed where the law says so, and how long it has to run."""
        self._rows(section)
        reason = notices.closing_reason(
            self.assessment.proposal.type, self.assessment.answer_values
        )
        if reason:
            (asked,) = [each for each in section.answers if each.name == "ntc.needed"]
            section.answers.remove(asked)
            section.settled.append((asked.label, pgettext("answer", "Yes"), reason))
        for card in section.cards:
            if isinstance(card.row, Notice) and card.is_open:
                _guide(section.form, card.row, self.assessment.proposal.meeting_date)

    def _questions_asked(self, section: Section) -> None:
        prefetch_related_objects(self._all("councillorquestion"), "asked_by")
        self._rows(section)
        meeting = self.assessment.proposal.meeting_date
        for card in section.cards:
            if not section.decision and not card.row.is_answered:
                card.told.append((pgettext("qst.answer", "Answer"), _("Not answered yet.")))
            if is_late(card.row, meeting):
                after = _("after the last day for answers, %(day)s")
                day = date_format(answer_due(meeting))
                card.told.append((_("Asked late"), after % {"day": day}))

    def _work_plan(self, section: Section) -> None:
        """The head of each task says who does it, when, and that it is late; a task that falls due
        on a holiday or in July says so beside its day."""
        self._rows(section)
        today = timezone.localdate()
        for card in section.cards:
            task, card.facts = card.row, []
            days = [date_format(day) if day else "" for day in (task.start, task.due)]
            words = (task.who, "–".join(days) if any(days) else "", task.get_status_display())
            card.head = " · ".join(each for each in words if each)
            if task.is_open and task.due and task.due < today:
                card.late = late_since(task.due)
            if card.is_open:
                bound = section.form[name_of(task.slot("due"))]
                bound.field.help_text = bound.help_text = plan.warning(task.due)

    def _feedback(self, section: Section) -> None:
        section.groups.append(self._group(section, FEEDBACK, self._all("hearing")))

    def _harms(self, section: Section) -> None:
        """The harms that wait for something with their fields; many others as lines of a table."""
        measures = measures_of(self.assessment)
        found = harms_of(self.assessment)
        few = self.light or not section.decision or len(found) <= OPEN_AT_MOST
        for impact, alternative in found:
            rows = measures.get(impact.pk, [])
            is_open = few or self._waits(impact, rows)
            if is_open:
                section.harms.append(self._harm(section, impact, alternative, rows))
            if not self.light:
                section.measure_lines += lines_of(impact, alternative, rows, section.url, is_open)

    def _waits(self, impact: Impact, rows: list) -> bool:
        """Whether a harm has neither measure nor reason, or something in it is asked for."""
        is_told = any(row.measure.strip() for row in rows) or impact.no_mitigation_reason.strip()
        asked = f"harm-{impact.pk}" in self.opened or self._was_sent(impact)
        return not is_told or asked or any(self._is_asked_for(row) for row in rows)

    def _harm(self, section: Section, impact: Impact, alternative, rows: list) -> Harm:
        group = self._group(section, ROW_KINDS["mitigation"], rows, impact.pk)
        reason = None
        if not rows or impact.no_mitigation_reason or self._was_sent(impact):
            reason = section.form.add_row(impact, "no_mitigation_reason")
        words = section.form.words(reason.name) if reason else ""
        return Harm(impact, harm_title(impact, alternative), group, reason, words)

    def _outcomes(self, section: Section) -> None:
        kind = ROW_KINDS["outcome"]
        outcomes = {row.point_id: row for row in self._all("outcome")}
        late = {row.pk: late_since(row.due) for row in late_points(self.assessment)}
        for point in self._all("followuppoint"):
            rows = [outcomes[point.pk]] if point.pk in outcomes else []
            # What has been recorded is folded away when there is more to record.
            cards = [self.card(section, kind, row, few=len(outcomes) == 1) for row in rows]
            group = RowGroup(kind, cards, f"add-outcome-{point.pk}", point.pk)
            section.points.append((point, late.get(point.pk, ""), group))
        harms = subjects_of(self.assessment, "mitigation")
        section.measures = [
            Card(
                row,
                ROW_KINDS["mitigation"],
                row.measure,
                lines=self._lines(section, row, [("status", "status_note")]),
                note=measure_note(row, harms),
            )
            for row in followed_measures(self.assessment)
        ]
        for card in section.measures:
            words = ((bound.label, section.form.words(bound.name)) for bound in card.lines[0])
            card.facts = [(label, told) for label, told in words if told]
        section.reality = Reality.of(self.assessment)


def late_since(day: date) -> str:
    return _("Late since %(day)s") % {"day": date_format(day)}


def _guide(form: SlotForm, row: Notice, meeting: date) -> None:
    """What a reader of the law would say beside the fields of a notice."""
    until = form[name_of(row.slot("until"))]
    until.warning = notices.conflict(row.published, row.until, meeting)
    if row.published:
        until.field.help_text = until.help_text = _(
            "Usually 21 days from the publication: %(usual)s. At the earliest %(least)s, and before"
            " the meeting on %(meeting)s."
        ) % {
            "usual": date_format(notices.suggested_end(row.published)),
            "least": date_format(notices.earliest_end(row.published)),
            "meeting": date_format(meeting),
        }
    if row.channels and not notices.reaches_all(row.channels):
        form[name_of(row.slot("channels"))].warning = _(
            "Telling guardians and staff alone is not enough: give the notice also on the web, in"
            " a newspaper or on the notice board."
        )


def row_words(row: VersionedRow) -> list[tuple[str, str]]:
    """What the row itself tells above its fields: a question was asked by somebody, on a day."""
    if not isinstance(row, CouncillorQuestion):
        return []
    asked = _("%(name)s, %(day)s") % {"name": row.asked_by, "day": date_format(row.asked_on)}
    # A short question is the title of its card already.
    whole = [] if title_of(row) == row.text else [(_("Question"), row.text)]
    return [(_("Asked by"), asked), *whole]


def measures_of(assessment: Assessment) -> dict[int, list]:
    """The measures against each harm."""
    found: dict[int, list] = {}
    for row in assessment.mitigations.all():
        found.setdefault(row.impact_id, []).append(row)
    return found


def harms_of(assessment: Assessment) -> list[tuple[Impact, VersionedRow]]:
    """Harms that want a measure, or have one although they have been lessened, by alternative."""
    alternatives = {row.pk: row for row in assessment.alternatives.all()}
    relevant = {row.dimension for row in assessment.dimensionscopes.all() if row.is_relevant}
    measures = measures_of(assessment)
    return [
        (impact, alternatives[impact.alternative_id])
        for impact in assessment.impacts.all()
        if impact.alternative_id in alternatives
        and impact.dimension in relevant
        and (impact.is_harm_to_mitigate or impact.pk in measures)
    ]


TITLES = {
    "followuppoint": ("due", "what"),
    "handling": ("date", "section"),
    "outcome": ("date",),
}


def title_of(row: VersionedRow) -> str:
    """The heading of a row's card: what it is called, or its kind while it has no name."""
    names = TITLES.get(row.kind())
    if names is None:
        own = str(row).strip()
    else:
        values = (getattr(row, name) for name in names)
        own = " ".join(
            date_format(value) if isinstance(value, date) else str(value)
            for value in values
            if value
        )
    return Truncator(own).chars(80) or str(row._meta.verbose_name).capitalize()
