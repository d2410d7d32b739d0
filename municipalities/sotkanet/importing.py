"""From the service or from files into our tables: all is read first, then written at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from municipalities.indicators import indicators
from municipalities.models import AreaKind, IndicatorImport, Municipality, ObservedValue
from municipalities.sotkanet import answers
from municipalities.sotkanet.answers import Area, Observed
from municipalities.sotkanet.client import Client
from municipalities.sotkanet.problems import NotServed, Problem, SotkanetError

YEARS = 3
"""How many of an indicator's latest years are fetched: enough to see the newest one everywhere."""

PIECE = 500
"""Rows that are written by one statement."""


@dataclass
class Batch:
    """Figures that were read without fault. ``years`` are those asked for, by indicator: within
    them the answer is the whole truth, and a figure that it lacks has been withdrawn."""

    source: str
    areas: set[Area]
    figures: list[Observed] = field(default_factory=list)
    years: dict[int, set[int]] = field(default_factory=dict)
    # Indicators of which the service has nothing; what was known of them stays.
    without: list[int] = field(default_factory=list)

    @property
    def note(self) -> str:
        """What the answer lacked without being wrong."""
        if not self.without:
            return ""
        return f"No figures of: {', '.join(map(str, self.without))}."


# --- Reading ----------------------------------------------------------------------------------


def from_service(client: Client, municipalities: Sequence[Municipality] = ()) -> Batch:
    """Ask the service for the latest years of every indicator of our list."""
    areas = answers.read_areas(answers.read_json(client.ask("regions")))
    _check_areas(areas)
    kept = _kept(areas, municipalities)
    batch = Batch(client.base, set(filter(None, kept.values())))
    for number in indicators():
        try:
            figures, years = _ask_for(client, number, kept)
        except NotServed:
            figures, years = [], set()
        if figures:
            batch.figures += figures
            batch.years[number] = years
        else:
            batch.without.append(number)
    if not batch.figures:
        raise SotkanetError(Problem.PARTIAL, "no indicator has any figure")
    return batch


def _ask_for(client: Client, number: int, kept: Mapping) -> tuple[list[Observed], set[int]]:
    """The latest figures of one indicator, and the years that they were asked for."""
    text = client.ask(f"indicators/{number}")
    span = answers.read_span(answers.read_json(text), number)
    years = set(range(max(span.first, span.last - YEARS + 1), span.last + 1))
    if "total" not in span.genders:
        return [], years
    asked = [("indicator", number), *(("years", year) for year in sorted(years))]
    rows = answers.rows_of_json(client.ask("json", [*asked, ("genders", "total")]))
    figures = answers.read_values(rows, kept)
    if any(each.indicator != number or each.year not in years for each in figures):
        raise answers.changed(f"indicator {number}: figures that nobody asked for")
    return figures, years


def from_files(files: Sequence[Path], municipalities: Sequence[Municipality] = ()) -> Batch:
    """Read recorded answers, ``.json`` or ``.csv``, with the ``regions.json`` of their folder."""
    batch = Batch(", ".join(each.name for each in files)[:200], set())
    for file in files:
        areas = answers.read_areas(answers.read_json(_text(file.with_name("regions.json"))))
        kept = _kept(areas, municipalities)
        text = _text(file)
        rows = answers.rows_of_csv(text) if file.suffix == ".csv" else answers.rows_of_json(text)
        figures = answers.read_values(rows, kept)
        unknown = {each.indicator for each in figures} - set(indicators())
        if unknown:
            raise SotkanetError(Problem.OTHER, f"{file.name}: unknown indicator {min(unknown)}")
        batch.areas |= set(filter(None, kept.values()))
        batch.figures += figures
    return batch


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SotkanetError(Problem.OTHER, str(error)) from error


def _ours() -> QuerySet[Municipality]:
    """The municipalities of today that the service can know."""
    return Municipality.objects.current().filter(is_demo=False)


def _check_areas(areas: Mapping[int, Area | None]) -> None:
    """A list that lacks half of the municipalities of the register is not whole."""
    ours = set(_ours().values_list("code", flat=True))
    theirs = {each.code for each in areas.values() if each and each.kind == AreaKind.MUNICIPALITY}
    if not ours:
        raise SotkanetError(Problem.OTHER, "the register is empty: run load_register first")
    if len(ours & theirs) * 2 < len(ours):
        raise SotkanetError(
            Problem.PARTIAL, f"{len(ours & theirs)} of {len(ours)} municipalities are in the list"
        )


def _kept(
    areas: Mapping[int, Area | None], municipalities: Sequence[Municipality]
) -> dict[int, Area | None]:
    """The areas of our register alone, or those of some municipalities, their regions and the
    country. A code that the register does not have is left out."""
    known = municipalities or _ours().select_related("region")
    codes = {
        AreaKind.MUNICIPALITY: {each.code for each in known},
        AreaKind.REGION: {each.region.code for each in known},
    }
    return {
        number: area if area and (area.kind not in codes or area.code in codes[area.kind]) else None
        for number, area in areas.items()
    }


# --- Writing ----------------------------------------------------------------------------------


def store(batch: Batch) -> Counter:
    """Bring the tables in line with the batch, in one transaction. The same batch again changes
    nothing but the day on which the figures were fetched."""
    by_indicator: dict[int, dict[tuple, Observed]] = {}
    for each in batch.figures:
        by_indicator.setdefault(each.indicator, {})[each.key] = each
    counts: Counter = Counter()
    with transaction.atomic():
        # In one order, so that two imports at once wait for each other instead of dead-locking.
        for number in sorted(by_indicator):
            counts += _store_one(number, by_indicator[number], batch)
    counts["indicators"] = len(by_indicator)
    return counts


def _store_one(number: int, figures: dict[tuple, Observed], batch: Batch) -> Counter:
    fetched = {"fetched_at": timezone.now(), "source": batch.source}
    locked = ObservedValue.objects.filter(indicator=number).order_by("pk").select_for_update()
    known = {_key(each): each for each in locked}
    gone = _gone(known, figures, batch, number)
    new = [_row(figures[key], **fetched) for key in sorted(figures.keys() - known.keys())]
    again = [known[key] for key in sorted(figures.keys() & known.keys())]
    different = [each for each in again if _corrected(each, figures[_key(each)])]
    # Another import may have written the same figure meanwhile.
    ObservedValue.objects.bulk_create(
        new,
        batch_size=PIECE,
        update_conflicts=True,
        unique_fields=["area", "code", "indicator", "year", "gender"],
        update_fields=["value", "absolute", *fetched],
    )
    ObservedValue.objects.bulk_update(different, ["value", "absolute"], batch_size=PIECE)
    for some in _pieces([each.pk for each in again]):
        ObservedValue.objects.filter(pk__in=some).update(**fetched)
    for some in _pieces(gone):
        ObservedValue.objects.filter(pk__in=some).delete()
    return Counter(
        created=len(new),
        changed=len(different),
        unchanged=len(again) - len(different),
        removed=len(gone),
    )


def _key(row: ObservedValue) -> tuple:
    return (row.area, row.code, row.indicator, row.year, row.gender)


def _row(each: Observed, **fetched: object) -> ObservedValue:
    area, code, indicator, year, gender = each.key
    return ObservedValue(
        area=area,
        code=code,
        indicator=indicator,
        year=year,
        gender=gender,
        value=each.value,
        absolute=each.absolute,
        **fetched,
    )


def _corrected(row: ObservedValue, each: Observed) -> bool:
    """Give the row what the service says now; whether that is something else than before."""
    if (row.value, row.absolute) == (each.value, each.absolute):
        return False
    row.value, row.absolute = each.value, each.absolute
    return True


def _gone(known: dict, figures: dict, batch: Batch, number: int) -> list[int]:
    """Figures that the service has withdrawn since, for example because they are too small.

    An answer that lacks half of what was known is not believed: it is not whole.
    """
    codes = {(each.kind.value, each.code) for each in batch.areas}
    years = batch.years.get(number, ())
    asked = {key for key in known if key[:2] in codes and key[3] in years}
    missing = asked - set(figures)
    if len(missing) * 2 > len(asked):
        raise SotkanetError(
            Problem.PARTIAL,
            f"indicator {number}: {len(missing)} of {len(asked)} known figures are missing",
        )
    return [known[key].pk for key in missing]


def _pieces(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), PIECE):
        yield keys[start : start + PIECE]


# --- The whole run ----------------------------------------------------------------------------


def outcome(batch: Batch, counts: Mapping[str, int]) -> dict[str, object]:
    """What an import's own row remembers of it."""
    names = ("indicators", "created", "changed", "unchanged", "removed")
    return {
        "source": batch.source,
        "problem": "",
        "note": batch.note,
        **{name: counts.get(name, 0) for name in names},
    }


def remember(source: str, **found: object) -> IndicatorImport:
    """The row of an import that no schedule owed: done, or failed with its ``problem``."""
    State = IndicatorImport.State
    state = State.FAILED if found.get("problem") else State.DONE
    return IndicatorImport.objects.create(
        state=state, done_at=timezone.now(), **{"source": source[:200], **found}
    )
