"""All measures against all harms in one table: who, by when, at what cost (domain 2.13)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments.models import Alternative, Impact, Mitigation
from assessments.questions.dimensions import ALL_CHILDREN, cell_word


def harm_title(impact: Impact, alternative: Alternative) -> str:
    """``VE1: Safety, Children with disabilities``."""
    title = f"{alternative.code}: {impact.get_dimension_display()}"
    if impact.child_group != ALL_CHILDREN.value:
        title = f"{title}, {impact.get_child_group_display()}"
    return title


def euros(amount: int | None) -> str:
    """A sum in euros as people write it; nothing where it is not told."""
    if amount is None:
        return ""
    sign = "\N{MINUS SIGN}" if amount < 0 else ""
    return (
        f"{sign}{number_format(abs(amount), use_l10n=True, force_grouping=True)}\N{NO-BREAK SPACE}€"
    )


@dataclass(frozen=True)
class Flag:
    """A flagged harm of the recommended alternative and what is done about it."""

    title: str
    word: str
    text: str
    measures: str
    reason: str

    @property
    def is_open(self) -> bool:
        """Whether nothing is done about it."""
        return not self.measures


def flag_of(impact: Impact, alternative: Alternative, rows: list[Mitigation]) -> Flag:
    return Flag(
        harm_title(impact, alternative),
        str(cell_word(impact.direction, impact.magnitude).word),
        impact.text.strip(),
        "; ".join(row.measure.strip() for row in rows if row.measure.strip()),
        impact.no_mitigation_reason.strip(),
    )


@dataclass(frozen=True)
class MeasureLine:
    """One line of the table: a measure, or a harm without one."""

    title: str
    size: str
    what: str
    owner: str
    due: str
    cost: str
    in_decision: str
    # Where the fields of this harm are: on this page, or on the page with them written out.
    url: str
    # A harm whose fields are not on the page is reached by its line.
    anchor: str = ""

    @property
    def html(self) -> SafeString:
        """Written here: a city's matter has a hundred of these lines."""
        anchor = format_html(' id="{}" tabindex="-1"', self.anchor) if self.anchor else ""
        cells = (self.what, self.owner, self.due, self.cost, self.in_decision)
        return format_html(
            '<tr{}><th scope="row"><a href="{}">{}</a><span class="task-hint">{}</span></th>'
            '<td class="measure-what">{}</td><td>{}</td><td class="measure-due">{}</td>'
            '<td class="number">{}</td><td>{}</td></tr>',
            anchor,
            self.url,
            self.title,
            self.size,
            *(cell or "–" for cell in cells),
        )


def lines_of(
    impact: Impact, alternative: Alternative, rows: list[Mitigation], page: str, is_open: bool
) -> list[MeasureLine]:
    """The lines of one harm. Without a measure the line says so, and why if that is told."""
    name = f"harm-{impact.pk}"
    common = {
        "title": harm_title(impact, alternative),
        "size": str(cell_word(impact.direction, impact.magnitude).word) if impact.direction else "",
        "url": f"#{name}" if is_open else f"{page}?open={name}#{name}",
    }
    told = [row for row in rows if row.measure.strip()]
    anchors = ["" if is_open else name] + [""] * len(told)
    if not told:
        what = impact.no_mitigation_reason.strip()
        words = _("No measure: %(reason)s") % {"reason": what} if what else _("No measure yet")
        empty = dict.fromkeys(("owner", "due", "cost", "in_decision"), "")
        return [MeasureLine(what=words, anchor=anchors[0], **empty, **common)]
    return [
        MeasureLine(
            what=row.measure,
            owner=row.owner,
            due=date_format(row.due) if row.due else "",
            cost=euros(row.cost),
            in_decision=pgettext("answer", "Yes") if row.in_decision else pgettext("answer", "No"),
            anchor=anchor,
            **common,
        )
        for row, anchor in zip(told, anchors, strict=False)
    ]
