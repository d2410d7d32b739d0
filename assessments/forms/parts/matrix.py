"""The impact matrix as a page shows it: dimensions by alternatives (domain 2.11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlencode

from django.forms import BoundField
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy
from heroicons.templatetags.heroicons import heroicon_mini

from assessments.forms.parts.weighing import worst_off
from assessments.models import Alternative, Assessment, DimensionScope, Impact
from assessments.questions.dimensions import DIMENSIONS, GROUP_LABELS, cell_word

ALL = "all"
PLACE = "DIMENSION"
DIFFERENCE = "difference"


@dataclass
class Scope:
    """Whether one dimension matters here, with its two controls."""

    row: DimensionScope
    is_relevant: BoundField
    reason: BoundField

    @property
    def tick(self) -> str:
        """The tick box, written here: two dozen widget templates would be half of the page."""
        return _control(self.is_relevant, type="checkbox", checked=bool(self.is_relevant.value()))

    @property
    def line(self) -> str:
        bound = self.reason
        described = f"{bound.auto_id}_error" if bound.errors else False
        invalid = "true" if bound.errors else False
        more = {"aria-describedby": described, "aria-invalid": invalid}
        return _control(bound, type="text", value=bound.value() or "", **more)

    @property
    def lacks_reason(self) -> bool:
        return not self.row.is_relevant and not self.row.reason.strip()


def _control(bound: BoundField, **attributes) -> str:
    own = {"name": bound.html_name, "id": bound.auto_id}
    return format_html("<input{}>", flatatt(own | bound.field.widget.attrs | attributes))


@dataclass(frozen=True)
class View:
    """What of the matrix is looked at: one child group, as it is or against the present state."""

    group: str = ALL
    is_difference: bool = False

    @classmethod
    def of(cls, query: Mapping[str, str]) -> View:
        """The view that an address asks for; nonsense is the usual view."""
        group = query.get("group", ALL)
        return cls(group if group in GROUP_LABELS else ALL, query.get("view") == DIFFERENCE)

    @property
    def query(self) -> str:
        """The view as the end of an address; nothing for the usual one."""
        own = {} if self.group == ALL else {"group": self.group}
        if self.is_difference:
            own["view"] = DIFFERENCE
        return f"?{urlencode(own)}" if own else ""


USUAL = View()


@dataclass
class MatrixCell:
    """One cell: symbol, word and number always together."""

    id: str
    url: str
    panel: str
    label: str
    kind: str = "empty"
    symbol: str = ""
    word: str = ""
    number: str = ""
    notes: list[str] = field(default_factory=list)
    # Why it is flagged; a flag of a group that is not looked at names the group.
    flags: list[str] = field(default_factory=list)
    unfinished: bool = False

    def count_comments(self, counts: dict[str, int]) -> None:
        """Open threads about this cell, whichever group of children they are about."""
        prefix = f"{self.id.replace('-', ':')}:"
        if number := sum(n for key, n in counts.items() if key.startswith(prefix)):
            words = ngettext("%(number)s open comment", "%(number)s open comments", number)
            self.notes.append(words % {"number": number})

    @property
    def flagged(self) -> bool:
        return bool(self.flags)

    @property
    def html(self) -> SafeString:
        """Written here: six dozen cells as templates would be half of the page's time."""
        number = format_html('<span class="num">{}</span>', self.number) if self.number else ""
        mark = (
            format_html(
                '<span class="cell-mark"><span class="cell-symbol" aria-hidden="true">{}</span>{}'
                "</span>",
                self.symbol,
                number,
            )
            if self.word
            else ""
        )
        notes = [("cell-note", each) for each in self.notes]
        return format_html(
            '<a class="cell cell-{}" href="{}" data-panel="{}" hx-get="{}">'
            '<span class="visually-hidden">{}: </span>{}<span class="cell-word">{}</span>{}{}</a>',
            self.kind,
            self.url,
            self.panel,
            self.url,
            self.label,
            mark,
            self.word or _("Not assessed"),
            format_html_join("", '<span class="{}">{}</span>', notes),
            format_html_join("", "{}", ((flag_html(each),) for each in self.flags)),
        )


@cache
def _flag_icon() -> SafeString:
    return format_html("{}", heroicon_mini("flag", **{"class": "icon"}))


def flag_html(text: str) -> SafeString:
    return format_html('<span class="flag-word">{}{}</span>', _flag_icon(), text)


@dataclass
class MatrixColumn:
    """One alternative. What is counted of it is never a sum alone (domain 2.11, rule 4)."""

    id: str
    name: str
    title: str
    counts: list[str]
    worst: str
    flagged: bool

    @property
    def flag(self) -> SafeString:
        return flag_html(_("Notable harm")) if self.flagged else SafeString("")


@dataclass
class GroupLink:
    """One child group of the matrix: how much of it has been assessed, and how many harms."""

    key: str
    label: str
    query: str
    counts: str
    flagged: bool
    is_current: bool


@dataclass
class Matrix:
    """Columns are the alternatives, rows the relevant dimensions; one child group at a time."""

    view: View
    columns: list[MatrixColumn]
    rows: list[tuple[DimensionScope, list[MatrixCell]]]
    left_out: list[DimensionScope]
    groups: list[GroupLink]

    @classmethod
    def of(
        cls,
        assessment: Assessment,
        alternatives,
        scopes,
        impacts,
        said: frozenset = frozenset(),
        view: View = USUAL,
    ) -> Matrix:
        relevant = [scope for scope in scopes if scope.is_relevant]
        maker = CellMaker(assessment, alternatives, impacts, said, view)
        rows = [
            (scope, [maker.cell(row, scope.dimension) for row in alternatives])
            for scope in relevant
        ]
        keys = {scope.dimension for scope in relevant}
        columns = [
            column_of(row, [cells[place] for _scope, cells in rows], maker, keys)
            for place, row in enumerate(alternatives)
        ]
        left_out = [scope for scope in scopes if not scope.is_relevant]
        counted = [
            row for row in impacts if row.dimension in keys and row.alternative_id in maker.urls
        ]
        groups = _group_links(assessment, counted, len(rows) * len(columns), view)
        return cls(view, columns, rows, left_out, groups)

    @property
    def is_filtered(self) -> bool:
        return self.view.group != ALL

    @property
    def group_label(self) -> str:
        return str(GROUP_LABELS[self.view.group])

    @property
    def views(self) -> list[tuple[str, str, bool]]:
        """The two ways of looking at the group: query, words, whether it is this one."""
        words = {False: _("As assessed"), True: _("Difference to the present state")}
        return [
            (View(self.view.group, each).query or "?", text, each == self.view.is_difference)
            for each, text in words.items()
        ]


class CellMaker:
    """Makes the cells of one view of a matrix.

    ``said`` are the references to what children said (``children_said``).
    """

    def __init__(
        self, assessment: Assessment, alternatives, impacts, said: frozenset, view: View
    ) -> None:
        self.view = view
        self.said = said
        self.found: dict[tuple[int, str], dict[str, Impact]] = {}
        for impact in impacts:
            key = (impact.alternative_id, impact.dimension)
            self.found.setdefault(key, {})[impact.child_group] = impact
        self.urls = {row.pk: url_of(assessment, row, view.group) for row in alternatives}
        self.zero = next((row for row in alternatives if row.is_zero), None)
        # Each is used a dozen times; translating it every time would cost more than the cell.
        self.codes = {row.pk: row.code for row in alternatives}
        self.labels = {key: str(each.label) for key, each in DIMENSIONS.items()}
        self.zero_code = self.codes[self.zero.pk] if self.zero else ""

    def impacts_of(self, alternative: int, relevant: set[str]) -> list[Impact]:
        """Every impact of one alternative in the dimensions that matter, whatever the group."""
        return [
            impact
            for (owner, dimension), groups in self.found.items()
            if owner == alternative and dimension in relevant
            for impact in groups.values()
        ]

    def cell(self, alternative: Alternative, dimension: str) -> MatrixCell:
        """One cell: the group that is looked at, and what is noted for the others."""
        group = self.view.group
        groups = self.found.get((alternative.pk, dimension), {})
        name = f"cell-{alternative.pk}-{dimension}"
        cell = MatrixCell(
            id=name,
            url=self.urls[alternative.pk].replace(PLACE, dimension),
            panel=f"{name}-{group}",
            label=f"{self.codes[alternative.pk]}, {self.labels[dimension]}",
            flags=_flags(groups, group),
        )
        impact = groups.get(group)
        base = None
        if self.zero is not None and self.zero.pk != alternative.pk:
            base = self.found.get((self.zero.pk, dimension), {}).get(group)
            if self.view.is_difference:
                _fill_difference(cell, impact, base, self.zero_code)
        if not (self.view.is_difference and cell.word) and impact and impact.direction:
            _fill(cell, impact)
            if base is not None and (words := _difference(impact, base, self.zero_code)):
                cell.notes.append(words)
        if any(self.said.intersection(each.evidence) for each in groups.values()):
            cell.notes.append(_("Children said so"))
        cell.notes += _others(groups, group)
        return cell


def _others(groups: dict[str, Impact], shown: str) -> list[str]:
    """How many other groups have been assessed apart, and how many of them are harmed."""
    apart = [each for key, each in groups.items() if key not in (shown, ALL) and each.direction]
    if not apart:
        return []
    text = ngettext("%(n)d group separately", "%(n)d groups separately", len(apart))
    text %= {"n": len(apart)}
    harms = sum(each.direction == "neg" for each in apart)
    if harms:
        text += ", " + ngettext("%(n)d harm", "%(n)d harms", harms) % {"n": harms}
    return [text]


def _flags(groups: dict[str, Impact], shown: str) -> list[str]:
    """The flags of every group, whichever is looked at: no sum and no filter hides one (rule 3)."""
    flagged = [key for key, each in groups.items() if each.is_flagged]
    if not flagged:
        return []
    others = [str(GROUP_LABELS[key]) for key in flagged if key != shown]
    if not others or (shown == ALL and shown in flagged):
        return [_("Notable harm")]
    words = _("Notable harm: %(group)s") % {"group": others[0]}
    return [f"{words} +{len(others) - 1}" if others[1:] else words]


def column_of(
    row: Alternative, cells: list[MatrixCell], maker: CellMaker, relevant: set[str]
) -> MatrixColumn:
    kinds = Counter(cell.kind for cell in cells)
    counts = [
        f"{words} {kinds[kind]}"
        for kind, words in (
            DIFFERENCE_KINDS if maker.view.is_difference and not row.is_zero else KINDS
        )
        if kinds[kind]
    ]
    return MatrixColumn(
        f"column-{row.pk}",
        row.code,
        row.name,
        counts,
        worst_off(maker.impacts_of(row.pk, relevant)),
        any(cell.flagged for cell in cells),
    )


_UNTOLD_KINDS = (
    ("unknown", pgettext_lazy("impacts counted", "unknown")),
    ("empty", pgettext_lazy("impacts counted", "not assessed")),
)
KINDS = (
    ("pos", pgettext_lazy("impacts counted", "positive")),
    ("neg", pgettext_lazy("impacts counted", "negative")),
    ("mixed", pgettext_lazy("impacts counted", "mixed")),
    ("none", pgettext_lazy("impacts counted", "no effect")),
    *_UNTOLD_KINDS,
)
DIFFERENCE_KINDS = (
    ("pos", pgettext_lazy("impacts counted", "better")),
    ("neg", pgettext_lazy("impacts counted", "worse")),
    ("none", pgettext_lazy("impacts counted", "the same")),
    *_UNTOLD_KINDS,
)


def groups_to_show(assessment: Assessment, filled: Iterable[str], current: str) -> list[str]:
    """All children, the groups chosen for the matter, and groups that are filled in already."""
    answers = [assessment.answer(key) for key in ("grp.vulnerable", "grp.age")]
    chosen = [each for value in answers if isinstance(value, list) for each in value]
    keys = dict.fromkeys([ALL, *chosen, *filled, current])
    return [key for key in keys if key in GROUP_LABELS]


def _group_links(assessment: Assessment, impacts, cells: int, view: View) -> list[GroupLink]:
    told: dict[str, list[Impact]] = {}
    for impact in impacts:
        if impact.direction:
            told.setdefault(impact.child_group, []).append(impact)
    return [
        GroupLink(
            key,
            str(GROUP_LABELS[key]),
            View(key, view.is_difference).query or "?",
            f"{len(told.get(key, ()))} / {cells}",
            any(each.is_flagged for each in told.get(key, ())),
            key == view.group,
        )
        for key in groups_to_show(assessment, told, view.group)
    ]


def url_of(assessment: Assessment, alternative: Alternative, group: str = ALL) -> str:
    """The address of an alternative's cells, with a place for the dimension."""
    args = [assessment.pk, alternative.pk, PLACE, group]
    return reverse("assessments:impact-update", args=args)


def _fill(cell: MatrixCell, impact: Impact) -> None:
    shown = cell_word(impact.direction, impact.magnitude)
    cell.kind = impact.direction
    cell.symbol, cell.word = shown.symbol, str(shown.word)
    if shown.number:
        cell.number = _signed(shown.number)
    if impact.is_sized and impact.magnitude is None:
        cell.notes.append(_("Size missing"))
        cell.unfinished = True
    if impact.direction != "none" and not impact.text.strip():
        cell.notes.append(_("Reasons missing"))
        cell.unfinished = True


def _signed(number: int) -> str:
    return f"{'+' if number > 0 else MINUS}{abs(number)}"


MINUS = "\N{MINUS SIGN}"


def _fill_difference(
    cell: MatrixCell, impact: Impact | None, base: Impact | None, code: str
) -> None:
    """How many steps better or worse than the present state (rule 5)."""
    if impact is None or not impact.direction:
        return
    mine, theirs = step_of(impact), step_of(base)
    if mine is None or theirs is None:
        cell.kind, cell.symbol = "unknown", "?"
        cell.word = _("Cannot be compared with %(code)s") % {"code": code}
        return
    steps = mine - theirs
    cell.kind = "pos" if steps > 0 else "neg" if steps < 0 else "none"
    cell.symbol = "+" if steps > 0 else MINUS if steps < 0 else "="
    cell.number = _signed(steps) if steps else ""
    cell.word = _difference(impact, base, code)


def children_said(assessment: Assessment) -> frozenset[str]:
    """References to hearings and to sources that are children's own words."""
    heard = assessment.hearings.all()
    told = [row for row in assessment.evidences.all() if row.type == "children"]
    return frozenset(f"{row.kind()}:{row.pk}" for row in (*heard, *told))


def step_of(impact: Impact | None) -> int | None:
    """The step from -3 to +3; nothing where direction or size is not known."""
    if impact is None or not impact.direction or impact.direction == "mixed":
        return None
    return cell_word(impact.direction, impact.magnitude).number


def _difference(impact: Impact, base: Impact | None, code: str) -> str:
    """The difference to the present state in words (rule 5)."""
    mine, theirs = step_of(impact), step_of(base)
    if mine is None or theirs is None:
        return ""
    if mine == theirs:
        return _("Same as %(code)s") % {"code": code}
    words = _("Better than %(code)s") if mine > theirs else _("Worse than %(code)s")
    return words % {"code": code}
