"""The small chart of forecast and reality: where everything stands, in whole units of the drawing.

Drawn from frozen content by ``components/forecast_chart.html``. It says nothing that the table
beside it does not say, and nothing by colour alone: the baseline is a ring, a measured value a
square with its number, the target a dashed line with its name.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments.following import whole

HEIGHT, TOP, BOTTOM = 160, 30, 118
STEP, LEFT, FEWEST = 62, 34, 5
SIDE = 10
LABEL_ABOVE, LABEL_BELOW = -9, 17


@dataclass(frozen=True)
class Mark:
    """The baseline or one measured value."""

    x: int
    y: int
    text: str
    label_y: int
    is_baseline: bool = False

    @property
    def left(self) -> int:
        return self.x - SIDE // 2

    @property
    def top(self) -> int:
        return self.y - SIDE // 2


@dataclass
class Chart:
    """One indicator, ready to be drawn."""

    title: str
    description: str
    width: int
    marks: list[Mark] = field(default_factory=list)
    lines: list[tuple[Mark, Mark]] = field(default_factory=list)
    ticks: list[tuple[int, str]] = field(default_factory=list)
    target_y: int | None = None
    target_label_y: int = 0
    target: str = ""
    height: int = HEIGHT
    bottom: int = BOTTOM

    @property
    def tick_y(self) -> int:
        return self.bottom + 28

    @property
    def right(self) -> int:
        return self.width - 4


def forecast_chart(indicator: dict, days: list[dict]) -> Chart | None:
    """The chart of one frozen indicator, or nothing where two numbers cannot be compared yet."""
    columns = [(pgettext("chart", "Before"), indicator["baseline"])]
    columns += [
        (each["text"], value) for each, value in zip(days, indicator["values"], strict=True)
    ]
    target = indicator["target"]
    numbers = [
        each["number"]
        for each in (*(value for _name, value in columns), target)
        if each and each["number"] is not None
    ]
    if len(numbers) < 2:
        return None
    low, high = min(numbers), max(numbers)

    def height_of(number: float) -> int:
        share = (number - low) / (high - low) if high > low else 0.5
        return round(BOTTOM - 8 - share * (BOTTOM - 8 - TOP))

    chart = Chart(
        title=_("Forecast and reality: %(indicator)s") % {"indicator": indicator["indicator"]},
        description=_described(columns, target),
        width=LEFT * 2 + STEP * (max(FEWEST, len(columns)) - 1),
    )
    if target and target["number"] is not None:
        chart.target_y = height_of(target["number"])
        chart.target_label_y = chart.target_y + (LABEL_ABOVE + 4)
        chart.target = _("Target: %(value)s") % {"value": target["text"]}
    for place, (name, value) in enumerate(columns):
        x = LEFT + place * STEP
        chart.ticks.append((x, name))
        if not value or value["number"] is None:
            continue
        y = height_of(value["number"])
        text = number_format(whole(value["number"]), use_l10n=True)
        mark = Mark(x, y, text, y + _beside(y, chart.target_y), place == 0)
        if chart.marks:
            chart.lines.append((chart.marks[-1], mark))
        chart.marks.append(mark)
    return chart


def _beside(y: int, target_y: int | None) -> int:
    """A number stands over its mark, or under it where the line of the target runs above."""
    return LABEL_BELOW if target_y is not None and 0 <= y - target_y < 16 else LABEL_ABOVE


def _described(columns: list[tuple[str, dict | None]], target: dict | None) -> str:
    told = [f"{name}: {value['text']}" for name, value in columns if value]
    if target:
        told.append(_("Target: %(value)s") % {"value": target["text"]})
    return "; ".join(told) + "."
