"""``manage.py load_register``: bring the register of municipalities up to date."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

from municipalities.models import ChildPopulation, Municipality, Region, WellbeingCounty
from municipalities.register import Register, Row, read_register

SHIPPED = Path(__file__).resolve().parent.parent.parent / "data"


class Command(BaseCommand):
    help = (
        "Load regions, wellbeing services counties, municipalities and child population. "
        "Creates and changes rows, deletes none; one bad row refuses the whole load."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--directory", type=Path, default=SHIPPED, help="Folder with the CSV files."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change and change nothing."
        )

    def handle(self, *, directory: Path, dry_run: bool, **options) -> None:
        register = read_register(directory)
        if register.problems:
            for problem in register.problems:
                self.stderr.write(str(problem))
            raise CommandError(
                f"Nothing was loaded: {len(register.problems)} problem(s) in {directory}."
            )
        with transaction.atomic():
            report = Loader(register).load()
            transaction.set_rollback(dry_run)
        for line in report.lines():
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("Dry run: nothing was changed.")


class Report:
    """What a load did, per kind of row, and every change as old -> new."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter] = {}
        self.fields: Counter = Counter()
        self.details: list[str] = []
        self.left: list[str] = []

    def count(self, kind: str, outcome: str) -> None:
        self.counts.setdefault(kind, Counter())[outcome] += 1

    def change(self, kind: str, shown: str, name: str, old, new) -> None:
        self.fields[f"{kind}.{name}"] += 1
        self.details.append(f"  {shown}: {name} {_shown(old)} -> {_shown(new)}")

    def leave(self, shown: str) -> None:
        self.left.append(f"  {shown}")

    def lines(self) -> list[str]:
        counts = [
            f"{kind}: {tally['created']} created, {tally['changed']} changed, "
            f"{tally['unchanged']} unchanged"
            for kind, tally in self.counts.items()
        ]
        sections = (
            ("Changed fields:", [f"  {name}: {n}" for name, n in sorted(self.fields.items())]),
            ("Changes:", self.details),
            ("Left as they are:", self.left),
        )
        return counts + [line for heading, lines in sections if lines for line in (heading, *lines)]


def _shown(value) -> str:
    return "nothing" if value in (None, "") else str(value)


class Loader:
    """Writes a faultless register into the database and reports what that changed."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.report = Report()

    def load(self) -> Report:
        regions = self._areas("Regions", Region, self.register.regions)
        counties = self._areas(
            "Wellbeing services counties", WellbeingCounty, self.register.wellbeing_counties
        )
        municipalities = self._municipalities(regions, counties)
        self._mergers(municipalities)
        self._child_population(municipalities)
        return self.report

    def _areas(self, kind: str, model: type[models.Model], rows: list[Row]) -> dict:
        known = {area.code: area for area in model._default_manager.all()}
        for row in rows:
            code = row.values["code"]
            known[code] = self._write(kind, known.get(code), model, dict(row.values), code)
        return known

    def _municipalities(self, regions: dict, counties: dict) -> dict[str, Municipality]:
        """The municipalities that the files may change, by code: all but the demonstration's."""
        known = {each.code: each for each in Municipality.objects.all()}
        ours = {code for code, each in known.items() if each.is_demo}
        named = set()
        for row in self.register.municipalities:
            values = dict(row.values)
            code = values["code"]
            named.add(code)
            if code in ours:
                self.report.leave(f"{known[code].code} {known[code].name_fi}: demonstration")
                continue
            values["region"] = regions[values.pop("region_code")]
            values["wellbeing_county"] = counties[values.pop("wellbeing_county_code")]
            # A code that the register holds is a municipality of today, whatever was said before.
            values |= {"merged_into": None, "merged_on": None}
            shown = f"{code} {values['name_fi']}"
            known[code] = self._write(
                "Municipalities", known.get(code), Municipality, values, shown
            )
        named |= {row.values["from_code"] for row in self.register.mergers}
        for code in sorted(known.keys() - named - ours):
            if known[code].merged_into_id is None:
                self.report.leave(f"{code} {known[code].name_fi}: not in the files")
        return {code: each for code, each in known.items() if code not in ours}

    def _mergers(self, municipalities: dict[str, Municipality]) -> None:
        """Mark what was merged; its matters, bodies and people stay where they are."""
        for row in self.register.mergers:
            code = row.values["from_code"]
            destination = municipalities.get(self.register.destination(code))
            if code not in municipalities or destination is None:
                continue
            values = {
                "merged_into": destination,
                "merged_on": row.values["date"],
                "name_fi": row.values["name_fi"],
                "name_sv": row.values["name_sv"],
            }
            shown = f"{code} {values['name_fi']}"
            self._write("Merged municipalities", municipalities[code], Municipality, values, shown)

    def _child_population(self, municipalities: dict[str, Municipality]) -> None:
        known = {
            (figures.municipality_id, figures.year, figures.source): figures
            for figures in ChildPopulation.objects.all()
        }
        created = []
        for row in self.register.child_population:
            values = dict(row.values)
            municipality = municipalities.get(values.pop("code"))
            if municipality is None:
                continue
            values["municipality"] = municipality
            before = known.get((municipality.pk, values["year"], values["source"]))
            if before is None:
                created.append(ChildPopulation(**values))
                self.report.count("Child population", "created")
            else:
                shown = f"{municipality.code} {values['year']} {values['source']}"
                self._write("Child population", before, ChildPopulation, values, shown)
        ChildPopulation.objects.bulk_create(created)

    def _write(self, kind: str, before, model, values: dict, shown: str):
        """Create the row or change the fields that differ."""
        if before is None:
            self.report.count(kind, "created")
            return model._default_manager.create(**values)
        changed = []
        for name, new in values.items():
            old = getattr(before, name)
            if old != new:
                changed.append(name)
                self.report.change(kind, shown, name, old, new)
                setattr(before, name, new)
        if changed:
            before.save(update_fields=changed)
        self.report.count(kind, "changed" if changed else "unchanged")
        return before
