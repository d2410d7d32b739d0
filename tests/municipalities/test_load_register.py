import csv
import shutil
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from municipalities.management.commands.load_register import SHIPPED
from municipalities.models import (
    ChildPopulation,
    DecisionBody,
    Membership,
    Municipality,
    Region,
    WellbeingCounty,
)
from municipalities.roles import Role
from tests.factories.municipalities import MembershipFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db

PERTUNMAA = {
    "code": "588",
    "name_fi": "Pertunmaa",
    "name_sv": "Pertunmaa",
    "region_code": "10",
    "wellbeing_county_code": "10",
    "language_status": "fi",
    "sami_homeland": "none",
    "municipality_group": "rural",
    "population": "1600",
    "population_year": "2022",
    "population_0_17": "180",
    "population_0_17_year": "2019",
    "share_0_17_pct": "11.2",
    "sotkanet_region_id": "",
    "sort_fi": "300",
    "sort_sv": "300",
}


def load(*arguments: str) -> str:
    output = StringIO()
    call_command("load_register", *arguments, stdout=output)
    return output.getvalue()


def refused(directory: Path) -> str:
    errors = StringIO()
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_register", directory=directory, stdout=StringIO(), stderr=errors)
    assert not Region.objects.exists() and not Municipality.objects.exists()
    return errors.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return shutil.copytree(SHIPPED, tmp_path / "register")


def rewrite(path: Path, change) -> None:
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    rows = change(rows) or rows
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def edit(path: Path, code: str, /, **values: str) -> None:
    def change(rows):
        for row in rows:
            if row["code"] == code:
                row |= values

    rewrite(path, change)


@pytest.fixture
def register_of_2024(files: Path) -> Path:
    """The register as it was before Pertunmaa was joined to Mäntyharju."""
    rewrite(files / "municipalities.csv", lambda rows: [*rows, PERTUNMAA])
    (files / "mergers.csv").unlink()
    return files


def test_first_load_brings_the_whole_register():
    report = load()

    assert Municipality.objects.count() == 308
    assert Region.objects.count() == 19
    assert WellbeingCounty.objects.count() == 23
    assert ChildPopulation.objects.count() == 562
    assert "Municipalities: 308 created, 0 changed, 0 unchanged" in report
    heinola = Municipality.objects.get(code="111")
    assert (heinola.name_fi, heinola.region.name_fi) == ("Heinola", "Päijät-Häme")
    assert heinola.children_year == 2019


def test_second_load_changes_nothing():
    load()
    before = list(Municipality.objects.values().order_by("pk"))

    report = load()

    assert "308 unchanged" in report and "562 unchanged" in report
    assert "Changes:" not in report
    assert list(Municipality.objects.values().order_by("pk")) == before


def test_changed_name_is_reported_with_old_and_new(files):
    load()
    edit(files / "municipalities.csv", "111", name_sv="Heinola stad")

    report = load("--directory", str(files))

    assert "Municipalities: 0 created, 1 changed, 307 unchanged" in report
    assert "111 Heinola: name_sv Heinola -> Heinola stad" in report
    assert Municipality.objects.get(code="111").name_sv == "Heinola stad"


def test_load_leaves_what_the_municipality_has_set(files):
    load()
    Municipality.objects.filter(code="111").update(screening_full_from=9, accent_colour="#123456")
    edit(files / "municipalities.csv", "111", population="1")

    load("--directory", str(files))

    heinola = Municipality.objects.get(code="111")
    assert (heinola.population, heinola.screening_full_from) == (1, 9)
    assert heinola.accent_colour == "#123456"


def test_dry_run_reports_and_changes_nothing():
    report = load("--dry-run")

    assert "Municipalities: 308 created" in report
    assert "nothing was changed" in report
    assert not Municipality.objects.exists()


def test_demonstration_municipality_is_never_touched(files):
    MunicipalityFactory(code="111", name_fi="Esimerkkilä", is_demo=True)

    report = load()

    assert "111 Esimerkkilä: demonstration" in report
    assert Municipality.objects.get(code="111").name_fi == "Esimerkkilä"
    assert Municipality.objects.count() == 308


def test_municipality_that_no_file_names_is_kept_and_named_in_the_report():
    MunicipalityFactory(code="999", name_fi="Unohdettu")

    report = load()

    assert "999 Unohdettu: not in the files" in report
    assert Municipality.objects.filter(code="999", merged_into=None).exists()


def test_merged_municipality_keeps_everything_that_hangs_on_it(register_of_2024):
    load("--directory", str(register_of_2024))
    old = Municipality.objects.get(code="588")
    council = DecisionBody.objects.create(municipality=old, kind="council", name_fi="Valtuusto")
    official = MembershipFactory(municipality=old, role=Role.LAVA_CONTACT).user

    report = load()

    old.refresh_from_db()
    assert (old.merged_into.code, old.merged_on) == ("507", date(2025, 1, 1))
    assert "588 Pertunmaa: merged_into nothing -> Mäntyharju" in report
    assert list(old.decision_bodies.all()) == [council]
    assert official.roles_in(old) == {Role.LAVA_CONTACT}
    assert official.roles_in(old.merged_into) == set()
    assert DecisionBody.objects.visible_to(official).get() == council
    assert Membership.objects.in_force().count() == 1
    assert Municipality.objects.count() == 309
    assert Municipality.objects.current().count() == 308
    assert "unchanged" in load() and "Changes:" not in load()


def test_municipality_merged_twice_points_to_the_one_of_today(files):
    MunicipalityFactory(code="901")
    MunicipalityFactory(code="902")
    (files / "mergers.csv").write_text(
        "from_code,into_code,date,name_fi,name_sv\n"
        "901,902,2024-01-01,Ensimmäinen,Första\n"
        "902,507,2025-01-01,Toinen,Andra\n",
        encoding="utf-8",
    )

    load("--directory", str(files))

    assert Municipality.objects.get(code="901").merged_into.code == "507"
    assert Municipality.objects.get(code="902").merged_into.code == "507"


@pytest.mark.parametrize(
    ("file", "code", "values", "reason"),
    [
        ("municipalities.csv", "005", {"code": "5"}, "line 2: code must be 3 digits"),
        ("municipalities.csv", "005", {"region_code": "99"}, "line 2: region_code 99 is not in"),
        ("municipalities.csv", "009", {"code": "005"}, "line 3: 005 is already on line 2"),
        ("municipalities.csv", "009", {"population": "-1"}, "line 3: population must not be neg"),
        ("municipalities.csv", "009", {"population": "many"}, "population must be a whole number"),
        ("municipalities.csv", "009", {"population": "²"}, "population must be a whole number"),
        ("municipalities.csv", "009", {"share_0_17_pct": "nan"}, "share_0_17_pct must be a number"),
        ("municipalities.csv", "009", {"share_0_17_pct": "101"}, "must be from 0 to 100"),
        ("municipalities.csv", "009", {"language_status": "de"}, "language_status must be one of"),
        ("municipalities.csv", "009", {"name_fi": ""}, "name_fi must not be empty"),
        ("municipalities.csv", "009", {"name_fi": "x" * 101}, "longer than 100 characters"),
        ("municipalities.csv", "009", {"name_fi": "Ala\x07vieska"}, "cannot be shown"),
        ("municipalities.csv", "009", {"population_year": "22"}, "must be a year"),
        ("regions.csv", "01", {"code": "1"}, "regions.csv, line 2: code must be 2 digits"),
        ("wellbeing_counties.csv", "01", {"kind": "x"}, "kind must be one of"),
        ("child_population.csv", "005", {"age_0_2": "1"}, "the age groups add up to"),
        ("child_population.csv", "005", {"population": "1"}, "more children than residents"),
        ("child_population.csv", "005", {"year": "2019", "source": "x"}, "already on line 2"),
        ("child_population.csv", "005", {"code": "000"}, "code 000 is not in municipalities.csv"),
    ],
)
def test_bad_row_is_refused_with_its_place_and_nothing_is_loaded(files, file, code, values, reason):
    edit(files / file, code, **values)

    assert reason in refused(files)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("588,000,2025-01-01,A,A", "into_code 000 does not lead to a municipality of today"),
        ("111,507,2025-01-01,A,A", "from_code 111 is still in municipalities.csv"),
        ("588,507,1.1.2025,A,A", "date must be a date as YYYY-MM-DD"),
        ("588,588,2025-01-01,A,A", "does not lead to a municipality of today"),
    ],
)
def test_bad_merger_is_refused(files, row, reason):
    (files / "mergers.csv").write_text(f"from_code,into_code,date,name_fi,name_sv\n{row}\n")

    assert reason in refused(files)


def test_every_problem_is_named_in_one_run(files):
    edit(files / "municipalities.csv", "005", population="x", region_code="y")
    edit(files / "regions.csv", "02", name_fi="")

    problems = refused(files)

    assert problems.count("\n") == 3


def test_broken_encoding_is_refused_with_its_line(files):
    path = files / "municipalities.csv"
    path.write_bytes(path.read_bytes().replace("Alajärvi".encode(), "Alajärvi".encode("latin-1")))

    assert "municipalities.csv, line 2: is not UTF-8 text" in refused(files)


def test_missing_column_and_missing_file_are_refused(files):
    path = files / "municipalities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("region_code", "region", 1), "utf-8")
    (files / "regions.csv").unlink()

    problems = refused(files)

    assert "municipalities.csv, line 1: column missing: region_code" in problems
    assert "regions.csv: the file is missing" in problems


def test_row_with_a_value_too_few_is_refused(files):
    path = files / "regions.csv"
    path.write_text(path.read_text(encoding="utf-8") + "98,Lyhyt\n", "utf-8")

    assert "regions.csv, line 21: does not have as many values" in refused(files)


def test_fault_found_while_writing_leaves_nothing_half_loaded(monkeypatch):
    def fail(*arguments, **options):
        raise RuntimeError("disk full")

    monkeypatch.setattr(ChildPopulation.objects, "bulk_create", fail)

    with pytest.raises(RuntimeError):
        load()

    assert not Region.objects.exists() and not Municipality.objects.exists()
