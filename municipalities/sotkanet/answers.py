"""What the service's answers say, checked value by value. Knows no network and no database.

The producer suppresses small numbers by leaving the row or its value out: both are a gap here.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from municipalities.models.indicators import AreaKind
from municipalities.sotkanet.problems import Problem, SotkanetError

CATEGORIES: Mapping[str, tuple[AreaKind, int]] = {
    "KUNTA": (AreaKind.MUNICIPALITY, 3),
    "MAAKUNTA": (AreaKind.REGION, 2),
    "MAA": (AreaKind.COUNTRY, 3),
}
"""The service's categories of areas that are kept, and the length of their codes."""

GENDERS = ("male", "female", "total")
CSV_COLUMNS = ("indicator", "region", "year", "gender", "primary value", "absolute value")
LARGEST = Decimal(10) ** 11
EXACTNESS = Decimal("0.0001")


@dataclass(frozen=True)
class Area:
    """A municipality, a region or the country by its official code."""

    kind: AreaKind
    code: str


@dataclass(frozen=True)
class Span:
    """The years in which an indicator has figures, and for whom."""

    first: int
    last: int
    genders: frozenset[str]


@dataclass(frozen=True)
class Observed:
    """One figure of one area."""

    indicator: int
    area: Area
    year: int
    gender: str
    value: Decimal
    absolute: Decimal | None = None

    @property
    def key(self) -> tuple:
        return (self.area.kind.value, self.area.code, self.indicator, self.year, self.gender)


def changed(what: str) -> SotkanetError:
    return SotkanetError(Problem.CHANGED, what)


def read_json(text: str) -> object:
    """The JSON of an answer. A cut one is told apart from one that never was JSON."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except RecursionError as error:
        raise changed("nested too deep") from error
    except ValueError as error:
        is_json = text.lstrip()[:1] in ("[", "{")
        problem = Problem.PARTIAL if is_json else Problem.NOT_DATA
        raise SotkanetError(problem, str(error)) from error


def _no_constant(name: str) -> None:
    raise changed(f"{name} is no number")


def _list(data: object, what: str) -> list:
    if not isinstance(data, list) or not all(isinstance(each, dict) for each in data):
        raise changed(f"{what}: not a list of objects")
    return data


def _whole(value: object, what: str, least: int = 0, most: int = 10_000_000) -> int:
    if isinstance(value, str) and _is_digits(value) and len(value) < 12:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise changed(f"{what}: {value!r}")
    return value


def _year(value: object) -> int:
    return _whole(value, "year", 1900, 2100)


def _number(value: object, what: str) -> Decimal | None:
    """A number, or nothing where the service has none to give."""
    if value in (None, ""):
        return None
    if isinstance(value, str):
        value = value.replace(",", ".").replace("\N{NO-BREAK SPACE}", "").strip()
    try:
        number = Decimal(value) if isinstance(value, int | str | Decimal) else None
    except InvalidOperation:
        number = None
    if number is None or isinstance(value, bool) or not number.is_finite():
        raise changed(f"{what}: {value!r}")
    if abs(number) >= LARGEST:
        raise changed(f"{what}: {value!r} is too large")
    return number.quantize(EXACTNESS)


def read_areas(data: object) -> dict[int, Area | None]:
    """The service's own area numbers; ``None`` for areas that are not kept."""
    found: dict[int, Area | None] = {}
    for each in _list(data, "regions"):
        number = _whole(each.get("id"), "id of an area")
        category, code = each.get("category"), each.get("code")
        if not isinstance(category, str):
            raise changed(f"area {number}: no category")
        kept = CATEGORIES.get(category)
        if kept is None:
            found.setdefault(number, None)
            continue
        kind, length = kept
        if not isinstance(code, str) or len(code) != length or not _is_digits(code):
            raise changed(f"area {number}: code {code!r}")
        area = Area(kind, code)
        if found.setdefault(number, area) != area:
            raise changed(f"area {number}: named twice")
    if not any(found.values()):
        raise changed("regions: none of the areas is a municipality, a region or the country")
    return found


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def read_span(data: object, indicator: int) -> Span:
    """Which years an indicator has."""
    if not isinstance(data, dict) or data.get("id") != indicator:
        raise changed(f"indicator {indicator}: the answer is about something else")
    years = data.get("range")
    sexes = _inside(data, "classifications", "sex", "values")
    if not isinstance(years, dict) or not isinstance(sexes, list):
        raise changed(f"indicator {indicator}: no range or no classifications")
    first, last = _year(years.get("start")), _year(years.get("end"))
    if first > last:
        raise changed(f"indicator {indicator}: from {first} to {last}")
    return Span(first, last, frozenset(each for each in sexes if each in GENDERS))


def _inside(data: object, *path: str) -> object:
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def read_values(rows: Iterable[Mapping], areas: Mapping[int, Area | None]) -> list[Observed]:
    """The figures of the rows that have one, for the areas that are kept; each once."""
    found: dict[tuple, Observed] = {}
    for row in rows:
        each = _observed(row, areas)
        if each is not None and found.setdefault(each.key, each) != each:
            raise changed(f"two different figures: {' '.join(map(str, each.key))}")
    return list(found.values())


def _observed(row: Mapping, areas: Mapping[int, Area | None]) -> Observed | None:
    indicator = _whole(row.get("indicator"), "indicator")
    number = _whole(row.get("region"), "region")
    year, gender = _year(row.get("year")), row.get("gender")
    if gender not in GENDERS:
        raise changed(f"gender: {gender!r}")
    if "value" not in row:
        raise changed("a row without value")
    value = _number(row["value"], "value")
    absolute = _number(row.get("absValue"), "absValue")
    # The service has further kinds of areas, and may know a newer one than its list.
    area = areas.get(number)
    if area is None or value is None or gender != "total":
        return None
    return Observed(indicator, area, year, gender, value, absolute)


def rows_of_json(text: str) -> list[dict]:
    """The rows of an answer of ``/json``."""
    return _list(read_json(text), "figures")


def rows_of_csv(text: str) -> list[dict]:
    """The rows of an answer of ``/csv``, under the names that ``/json`` uses."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    rows = [line for line in lines if line]
    if not rows or tuple(rows[0]) != CSV_COLUMNS:
        raise changed("the columns of the file have changed")
    if not text.endswith("\n"):
        raise SotkanetError(Problem.PARTIAL, "the last line is cut off")
    if any(len(line) != len(CSV_COLUMNS) for line in rows):
        raise SotkanetError(Problem.PARTIAL, "a line lacks some of its columns")
    names = ("indicator", "region", "year", "gender", "value", "absValue")
    return [dict(zip(names, line, strict=True)) for line in rows[1:]]
