"""The register files as values: what a row must hold, and what is wrong with those that do not.

Reads the CSV files of ``municipalities/data`` (or of another folder in the same form) and knows
nothing of the database. Every problem is collected, so that one run names them all.
"""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

LANGUAGE_STATUSES = ("fi", "sv", "fi-sv", "sv-fi", "fi-se")
SAMI_HOMELAND = ("none", "partial", "full")
GROUPS = ("urban", "semi_urban", "rural")
COUNTY_KINDS = ("wellbeing_county", "helsinki", "aland")
QUALITIES = ("exact", "approx")
AGE_GROUPS = ("age_0_2", "age_3_6", "age_7_12", "age_13_15", "age_16_17")


@dataclass(frozen=True)
class Problem:
    """Why a row was refused. Line 1 is the header; line 0 means the file as a whole."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.reason}"


@dataclass(frozen=True)
class Row:
    """One good row: its key, where it stands, and its values under the names of the model."""

    file: str
    line: int
    key: tuple
    values: Mapping[str, Any]


@dataclass
class Register:
    """Everything the files say, and everything that is wrong with them."""

    regions: list[Row] = field(default_factory=list)
    wellbeing_counties: list[Row] = field(default_factory=list)
    municipalities: list[Row] = field(default_factory=list)
    child_population: list[Row] = field(default_factory=list)
    mergers: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def destination(self, code: str) -> str | None:
        """Where a municipality ended after one merger or several; None when they go in a circle."""
        into = {row.values["from_code"]: row.values["into_code"] for row in self.mergers}
        seen: set[str] = set()
        while code in into and code not in seen:
            seen.add(code)
            code = into[code]
        return None if code in seen else code


# --- One value --------------------------------------------------------------------------------


def _code(length: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) != length or not (text.isascii() and text.isdigit()):
            raise ValueError(f"must be {length} digits, not “{text}”")
        return text

    return read


def _name(text: str) -> str:
    if not text:
        raise ValueError("must not be empty")
    if len(text) > 100:
        raise ValueError("is longer than 100 characters")
    if not text.isprintable():
        raise ValueError("holds a character that cannot be shown")
    return text


def _whole(text: str, largest: int = 100_000_000) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"must be a whole number, not “{text}”")
    number = int(text)
    if number < 0:
        raise ValueError(f"must not be negative ({text})")
    if number > largest:
        raise ValueError(f"is too large ({text})")
    return number


def _sort_number(text: str) -> int:
    return _whole(text, largest=9_999)


def _year(text: str) -> int:
    number = _whole(text)
    if not 1990 <= number <= 2100:
        raise ValueError(f"must be a year from 1990 to 2100, not “{text}”")
    return number


def _share(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise ValueError(f"must be a number, not “{text}”")
    if not 0 <= number <= 100:
        raise ValueError(f"must be from 0 to 100, not “{text}”")
    return number.quantize(Decimal("0.1"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"must be a date as YYYY-MM-DD, not “{text}”") from None


def _one_of(*options: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in options:
            raise ValueError(f"must be one of {', '.join(options)}, not “{text}”")
        return text

    return read


def _or_none(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: read(text) if text else None


# --- The files --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Column:
    """One column: its heading, the field it fills and how its text is read."""

    heading: str
    read: Callable[[str], Any]
    field: str = ""

    @property
    def target(self) -> str:
        return self.field or self.heading


@dataclass(frozen=True)
class Sheet:
    """One file of the register: where its rows go, its columns, and what tells rows apart."""

    file: str
    part: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    optional: bool = False


_NAMES = (Column("name_fi", _name), Column("name_sv", _name))

SHEETS = (
    Sheet(
        "regions.csv",
        "regions",
        (Column("code", _code(2)), *_NAMES, Column("name_en", _name)),
        key=("code",),
    ),
    Sheet(
        "wellbeing_counties.csv",
        "wellbeing_counties",
        (
            Column("code", _code(2)),
            *_NAMES,
            Column("name_en", _name),
            Column("kind", _one_of(*COUNTY_KINDS)),
        ),
        key=("code",),
    ),
    Sheet(
        "municipalities.csv",
        "municipalities",
        (
            Column("code", _code(3)),
            *_NAMES,
            Column("region_code", _code(2)),
            Column("wellbeing_county_code", _code(2)),
            Column("language_status", _one_of(*LANGUAGE_STATUSES)),
            Column("sami_homeland", _one_of(*SAMI_HOMELAND)),
            Column("municipality_group", _one_of(*GROUPS)),
            Column("population", _whole),
            Column("population_year", _year),
            Column("population_0_17", _whole, "children"),
            Column("population_0_17_year", _year, "children_year"),
            Column("share_0_17_pct", _share, "children_share"),
            Column("sotkanet_region_id", _or_none(_whole)),
            Column("sort_fi", _sort_number),
            Column("sort_sv", _sort_number),
        ),
        key=("code",),
    ),
    Sheet(
        "child_population.csv",
        "child_population",
        (
            Column("code", _code(3)),
            Column("year", _year),
            Column("source", _name),
            *(Column(group, _whole) for group in (*AGE_GROUPS, "age_0_17", "population")),
            Column("quality", _one_of(*QUALITIES)),
        ),
        key=("code", "year", "source"),
    ),
    Sheet(
        "mergers.csv",
        "mergers",
        (
            Column("from_code", _code(3)),
            Column("into_code", _code(3)),
            Column("date", _day),
            *_NAMES,
        ),
        key=("from_code",),
        optional=True,
    ),
)


def read_register(directory: Path) -> Register:
    """Read and check every file of a folder; ``problems`` is empty when all of it may be loaded."""
    register = Register()
    for sheet in SHEETS:
        rows, problems = _read_sheet(directory / sheet.file, sheet)
        setattr(register, sheet.part, rows)
        register.problems += problems
    register.problems += _broken_references(register)
    register.problems += _impossible_figures(register)
    return register


def _read_sheet(path: Path, sheet: Sheet) -> tuple[list[Row], list[Problem]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return [], [] if sheet.optional else [Problem(sheet.file, 0, "the file is missing")]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return [], [Problem(sheet.file, line, "is not UTF-8 text")]
    return _read_rows(text, sheet)


def _read_rows(text: str, sheet: Sheet) -> tuple[list[Row], list[Problem]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows: dict[tuple, Row] = {}
    problems: list[Problem] = []
    try:
        headings = reader.fieldnames or []
        missing = [column.heading for column in sheet.columns if column.heading not in headings]
        if missing:
            return [], [Problem(sheet.file, 1, f"column missing: {', '.join(missing)}")]
        for cells in reader:
            row, faults = _read_row(cells, reader.line_num, sheet)
            problems += faults
            if row and row.key in rows:
                shown = " ".join(str(part) for part in row.key)
                first = rows[row.key].line
                problems.append(
                    Problem(sheet.file, row.line, f"{shown} is already on line {first}")
                )
            elif row:
                rows[row.key] = row
    except csv.Error as error:
        problems.append(Problem(sheet.file, reader.line_num, f"is not readable CSV ({error})"))
    if not (rows or problems or sheet.optional):
        problems.append(Problem(sheet.file, 0, "holds no rows"))
    return list(rows.values()), problems


def _read_row(cells: dict, line: int, sheet: Sheet) -> tuple[Row | None, list[Problem]]:
    if None in cells or None in cells.values():
        return None, [
            Problem(sheet.file, line, "does not have as many values as there are columns")
        ]
    values: dict[str, Any] = {}
    problems = []
    for column in sheet.columns:
        try:
            values[column.target] = column.read(cells[column.heading].strip())
        except ValueError as error:
            problems.append(Problem(sheet.file, line, f"{column.heading} {error}"))
    if problems:
        return None, problems
    return Row(sheet.file, line, tuple(values[name] for name in sheet.key), values), []


def _broken_references(register: Register) -> list[Problem]:
    """Codes that point to a row no file holds. A file with faulty rows is not judged against."""
    faulty = {problem.file for problem in register.problems}
    known = {
        "regions.csv": {row.values["code"] for row in register.regions},
        "wellbeing_counties.csv": {row.values["code"] for row in register.wellbeing_counties},
        "municipalities.csv": {row.values["code"] for row in register.municipalities},
    }
    checks = (
        (register.municipalities, "region_code", "regions.csv"),
        (register.municipalities, "wellbeing_county_code", "wellbeing_counties.csv"),
        (register.child_population, "code", "municipalities.csv"),
    )
    problems = [
        Problem(row.file, row.line, f"{name} {row.values[name]} is not in {file}")
        for rows, name, file in checks
        if file not in faulty
        for row in rows
        if row.values[name] not in known[file]
    ]
    if "municipalities.csv" not in faulty:
        problems += _broken_mergers(register, known["municipalities.csv"])
    return problems


def _broken_mergers(register: Register, today: set[str]) -> list[Problem]:
    problems = []
    for row in register.mergers:
        code = row.values["from_code"]
        if code in today:
            problems.append(
                Problem(row.file, row.line, f"from_code {code} is still in municipalities.csv")
            )
        elif register.destination(code) not in today:
            reason = f"into_code {row.values['into_code']} does not lead to a municipality of today"
            problems.append(Problem(row.file, row.line, reason))
    return problems


def _impossible_figures(register: Register) -> list[Problem]:
    """Age groups that do not add up, or more children than residents."""
    problems = []
    for row in register.child_population:
        values = row.values
        groups = sum(values[group] for group in AGE_GROUPS)
        if groups != values["age_0_17"]:
            reason = f"the age groups add up to {groups}, not to age_0_17 = {values['age_0_17']}"
            problems.append(Problem(row.file, row.line, reason))
        if values["age_0_17"] > values["population"]:
            problems.append(Problem(row.file, row.line, "more children than residents"))
    return problems
