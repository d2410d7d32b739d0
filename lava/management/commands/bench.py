"""``manage.py bench``: what pages, saves and reports cost, against baselines of the same run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.test import Client as TestClient
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessments.forms.parts.table import FULL_PARTS, LIGHT_PARTS
from assessments.models import Answer, Assessment
from lava.benchmarks import data, heavy, reports, server

SETTINGS = "lava.settings.bench"
EDIT_QUERIES, EDIT_RATIO = 12, 4.0
LIST_QUERIES = 8
SAVE_QUERIES = 3
PROGRESS_QUERIES = 10
SUMMARY_RATE, UNCHANGED_RATE = 0.3, 0.6
PART_QUERIES, PART_RATIO = 12, 5.0
CELL_QUERIES, CELL_RATIO = 4, 1.0
PDF_RATIO, PDF_MEGABYTES, PDF_SECONDS = 1.2, 300, 65
# Four times the impacts may cost four times as much; Word costs a quarter of a PDF.
GROWTH, WORD_RATIO = 4.0, 0.25
SUMMARY = "/summaries/{pk}/"
SLOT = "answer:rec.summary"
FETCHED = {"HX-Request": "true"}


@dataclass(frozen=True)
class Line:
    """One measurement beside its budget."""

    what: str
    measured: float
    budget: float
    unit: str = ""
    at_least: bool = False
    note: str = ""

    @property
    def is_kept(self) -> bool:
        return self.measured >= self.budget if self.at_least else self.measured <= self.budget

    def __str__(self) -> str:
        sign = ">=" if self.at_least else "<="
        word = "ok" if self.is_kept else "OVER"
        measured = f"{self.measured:.2f}" if self.measured % 1 else f"{self.measured:.0f}"
        return (
            f"{self.what:<52} {measured:>8} {sign} {self.budget:<5g} {self.unit:<12}"
            f" {word:<4} {self.note}".rstrip()
        )


class Command(BaseCommand):
    help = "Measure pages, saves and reports in a temporary database; a few minutes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--rounds", type=int, default=60, help="how often each page is asked for"
        )

    def handle(self, *, rounds: int, **options) -> None:
        if os.environ.get("DJANGO_SETTINGS_MODULE") != SETTINGS:
            self.start_over(rounds)
            return
        call_command("migrate", verbosity=0, interactive=False)
        made = data.make()
        large, small = heavy.heavy(made.preparer), heavy.heavy(made.preparer, impacts=100)
        lines = [
            *self.pages(made, rounds),
            *self.parts(made, large, small, rounds),
            *self.reports(made),
            *self.large_reports(large, small),
        ]
        data.country(made)
        lines += self.long_lists(made)
        over = [line for line in lines if not line.is_kept]
        self.stdout.write(f"\n{len(lines) - len(over)} of {len(lines)} budgets kept.")
        if over:
            raise CommandError("Over budget: " + "; ".join(line.what for line in over))

    def start_over(self, rounds: int) -> None:
        """The same command with a database, a broker and files of its own, gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="digi-lava-bench-") as place:
            environment = {
                name: value
                for name, value in os.environ.items()
                if name not in ("DATABASE_URL", "REDIS_URL", "MEDIA_ROOT")
            }
            done = subprocess.run(
                [sys.executable, "manage.py", "bench", "--rounds", str(rounds)],
                cwd=settings.BASE_DIR,
                env={**environment, "VAR_DIR": place, "DJANGO_SETTINGS_MODULE": SETTINGS},
            )
        if done.returncode:
            raise CommandError("Not every budget was kept.", returncode=done.returncode)

    def show(self, line: Line) -> Line:
        self.stdout.write(str(line))
        self.stdout.flush()
        return line

    # --- Pages --------------------------------------------------------------------------------

    def pages(self, made: data.Made, rounds: int):
        preparer, contact = _session(made.preparer), _session(made.contact)
        coordinator = _session(made.coordinator)
        full, light = made.full.pk, made.light.pk
        edits = {
            "Basic data": (preparer, reverse("assessments:proposal-update", args=[light])),
            "Light screen": (preparer, reverse("assessments:assessment-light", args=[light])),
            "Light screen, 60 impacts": (
                preparer,
                reverse("assessments:assessment-light", args=[full]),
            ),
            "One part": (preparer, reverse("assessments:assessment-part", args=[light, "rec"])),
            "Impacts, 60 of them": (
                preparer,
                reverse("assessments:assessment-part", args=[full, "imp"]),
            ),
            "Invitation": (contact, reverse("municipalities:invitation-create")),
            "Programme": (
                coordinator,
                reverse("accelerator:programme-update", args=[made.programme.pk]),
            ),
        }
        with server.running() as port:
            clients = {
                key: server.Client(port, {"Cookie": f"{settings.SESSION_COOKIE_NAME}={key}"})
                for key in (preparer, contact, coordinator)
            }
            save = _saving(clients[preparer], light, SLOT, 0)
            asked = {"minimal": lambda: clients[preparer].ask("GET", reverse("bench-minimal"))}
            for name, (who, path) in edits.items():
                asked[name] = _asking(clients[who], path)
            for key in LIGHT_PARTS:
                asked[key] = _asking(clients[preparer], _inside(full, key), **FETCHED)
            asked["save"] = save
            times = server.milliseconds(asked, rounds)
            self.stdout.write(
                f"One server process, medians of {rounds} rounds in turn;"
                f" minimal page {times['minimal']:.1f} ms\n"
            )
            for name, (_who, path) in edits.items():
                person = {preparer: made.preparer, contact: made.contact}.get(_who)
                person = person or made.coordinator
                yield self.show(
                    Line(f"Edit page: {name}", _queries(person, path), EDIT_QUERIES, "queries")
                )
                yield self.show(
                    Line(
                        f"Edit page: {name}",
                        times[name] / times["minimal"],
                        EDIT_RATIO,
                        "x minimal",
                        note=f"{times[name]:.1f} ms",
                    )
                )
            worst = max(LIGHT_PARTS, key=times.get)
            queries = max(
                _queries(made.preparer, _inside(full, key), **FETCHED) for key in LIGHT_PARTS
            )
            name = "Fetched part of the light screen"
            yield self.show(Line(name, queries, EDIT_QUERIES, "queries"))
            yield self.show(
                Line(
                    name,
                    times[worst] / times["minimal"],
                    EDIT_RATIO,
                    "x minimal",
                    note=f"{times[worst]:.1f} ms, the slowest: {worst}",
                )
            )
            written = Answer.objects.get(assessment=made.light, key=SLOT.removeprefix("answer:"))
            number = _save_queries(made.preparer, light, SLOT, written.version)
            yield self.show(Line("Autosave of one field", number, SAVE_QUERIES, "queries"))
            yield self.show(
                Line(
                    "Autosave of one field",
                    times["save"] / times["minimal"],
                    1.0,
                    "x minimal",
                    note=f"{times['save']:.1f} ms",
                )
            )
            yield from self.public(port, made)

    # --- The parts of a large assessment ------------------------------------------------------

    def parts(self, made: data.Made, large: Assessment, small: Assessment, rounds: int):
        """Any part, any cell and the save of a cell: 300 answers, 400 impacts, 12 hearings."""
        key = _session(made.preparer)
        paths = {name: _part(large, name) for name in FULL_PARTS}
        paths |= {"a cell": _cell(large), "a cell in place": _cell(large)}
        headers = {"a cell in place": FETCHED}
        queries = {
            name: _queries(made.preparer, path, **headers.get(name, {}))
            for name, path in paths.items()
        }
        with server.running() as port:
            client = server.Client(port, {"Cookie": f"{settings.SESSION_COOKIE_NAME}={key}"})
            asked = {"minimal": lambda: client.ask("GET", reverse("bench-minimal"))}
            for name, path in paths.items():
                asked[name] = _asking(client, path, **headers.get(name, {}))
            asked["small"] = _asking(client, _part(small, "imp"))
            asked["save"] = _saving(client, large.pk, *_stored_slot(large))
            times = server.milliseconds(asked, rounds)
        name = "Part of a large assessment"
        most, worst = max(queries, key=queries.get), max(paths, key=times.get)
        yield self.show(
            Line(name, queries[most], PART_QUERIES, "queries", note=f"the most: {most}")
        )
        yield self.show(
            Line(
                name,
                times[worst] / times["minimal"],
                PART_RATIO,
                "x minimal",
                note=f"{times[worst]:.1f} ms, the slowest: {worst}",
            )
        )
        growth = times["imp"] / times["small"]
        yield self.show(Line("Impacts, 400 against 100", growth, GROWTH, "x"))
        saved = {"a stored cell": _stored_slot(large), "a new cell": _new_slot(large)}
        for what, (slot, base) in saved.items():
            number = _save_queries(made.preparer, large.pk, slot, base)
            yield self.show(Line(f"Save of {what}", number, CELL_QUERIES, "queries"))
        yield self.show(
            Line(
                "Save of a cell",
                times["save"] / times["minimal"],
                CELL_RATIO,
                "x minimal",
                note=f"{times['save']:.1f} ms",
            )
        )

    def public(self, port: int, made: data.Made):
        path = SUMMARY.format(pk=made.published.pk)
        answer = server.Client(port).ask("GET", path)
        if answer.status != 200:
            raise CommandError(f"{path} answers {answer.status}")
        rates = server.per_second(
            port,
            {
                "bare": (reverse("bench-bare"), {}),
                "summary": (path, {}),
                "unchanged": (path, {"If-None-Match": answer.headers["ETag"]}),
            },
            rounds=3,
        )
        for what, name, budget in (
            ("Public summary, uncached", "summary", SUMMARY_RATE),
            ("Public summary, revalidated (304)", "unchanged", UNCHANGED_RATE),
        ):
            yield self.show(
                Line(
                    what,
                    rates[name] / rates["bare"],
                    budget,
                    "of bare",
                    at_least=True,
                    note=f"{rates[name]:.0f} of {rates['bare']:.0f} requests a second",
                )
            )

    # --- Reports ------------------------------------------------------------------------------

    def reports(self, made: data.Made):
        html = reports.html_of(made.full)
        ours, own = reports.seconds(html)
        yield self.show(
            Line(
                "PDF, 100 answers and 60 impacts",
                ours / own,
                PDF_RATIO,
                "x WeasyPrint",
                note=f"{ours:.2f} s, alone {own:.2f} s",
            )
        )
        yield self.show(Line("PDF, peak memory", reports.peak_megabytes(html), PDF_MEGABYTES, "MB"))
        seconds, outcome = reports.huge_paragraph(html)
        yield self.show(Line("PDF, a paragraph of 1 MB", seconds, PDF_SECONDS, "s", note=outcome))

    def large_reports(self, large: Assessment, small: Assessment):
        """The whole PDF of a large assessment, its growth, and the Word file of the same."""
        html = reports.html_of(large)
        ours, own = reports.seconds(html, rounds=2)
        yield self.show(
            Line(
                "PDF, 300 answers, 400 impacts, 12 hearings",
                ours / own,
                PDF_RATIO,
                "x WeasyPrint",
                note=f"{ours:.2f} s, alone {own:.2f} s",
            )
        )
        little, _alone = reports.seconds(reports.html_of(small), rounds=2)
        yield self.show(Line("PDF, 400 impacts against 100", ours / little, GROWTH, "x"))
        word = reports.word_seconds(large)
        yield self.show(
            Line("Word against PDF", word / ours, WORD_RATIO, "x PDF", note=f"{word:.2f} s")
        )

    # --- Lists with a whole country in them ---------------------------------------------------

    def long_lists(self, made: data.Made):
        lists = {
            "My work": (made.preparer, reverse("assessments:work")),
            "Proposals": (made.preparer, reverse("assessments:proposal-list")),
            "Programmes": (made.coordinator, reverse("accelerator:programme-list")),
            "People": (made.contact, reverse("municipalities:membership-list")),
            "Reminders": (made.preparer, reverse("assessments:reminder-list")),
            "Newest summaries": (None, reverse("publishing:publication-list")),
            "Municipalities": (None, reverse("publishing:municipality-list")),
        }
        for name, (person, path) in lists.items():
            yield self.show(Line(f"List: {name}", _queries(person, path), LIST_QUERIES, "queries"))
        path = reverse("accelerator:programme-progress", args=[made.programme.pk])
        yield self.show(
            Line(
                "Progress, 308 municipalities, 20,000 assessments",
                _queries(made.coordinator, path),
                PROGRESS_QUERIES,
                "queries",
            )
        )


def _session(person) -> str:
    """The key of a session in which ``person`` is logged in."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return session.session_key


def _inside(pk: int, key: str) -> str:
    """A part as the light screen fetches it when it comes into view."""
    return reverse("assessments:assessment-part", args=[pk, key]) + "?inside=1"


def _asking(client: server.Client, path: str, **headers: str):
    def ask() -> None:
        answer = client.ask("GET", path, **headers)
        if answer.status != 200:
            raise CommandError(f"{path} answers {answer.status}")

    return ask


def _part(assessment: Assessment, key: str) -> str:
    return reverse("assessments:assessment-part", args=[assessment.pk, key])


def _cell(assessment: Assessment) -> str:
    row = assessment.alternatives.get(number=1)
    return reverse("assessments:impact-update", args=[assessment.pk, row.pk, "health", "all"])


def _stored_slot(assessment: Assessment) -> tuple[str, int]:
    impact = assessment.impacts.first()
    return impact.slot("text"), impact.version


def _new_slot(assessment: Assessment) -> tuple[str, int]:
    row = assessment.alternatives.get(number=1)
    return f"cell:{row.pk}:health:violence:text", 0


def _saving(client: server.Client, pk: int, slot: str, base: int):
    """One field saved again and again, each time on the version that the last save gave."""
    page = client.ask("GET", reverse("assessments:assessment-light", args=[pk])).body.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    state = {"base": base, "number": 0}

    def save() -> None:
        state["number"] += 1
        body = (
            f"slot={slot}&value=Lasten+arki+{state['number']}&base={state['base']}"
            f"&key=bench-{state['number']}&csrfmiddlewaretoken={token}"
        )
        answer = client.ask("POST", reverse("assessments:value-save", args=[pk]), body)
        found = re.search(rb'"version": (\d+)', answer.body)
        if answer.status != 200 or not found:
            raise CommandError(f"a save answers {answer.status}: {answer.body[:200]!r}")
        state["base"] = int(found.group(1))

    return save


def _client(person) -> TestClient:
    client = TestClient(HTTP_HOST=server.HOST)
    if person is not None:
        client.force_login(person)
    return client


def _queries(person, path: str, **headers: str) -> int:
    client = _client(person)
    client.get(path, headers=headers)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path, headers=headers)
    if answer.status_code != 200:
        raise CommandError(f"{path} answers {answer.status_code}")
    return len(captured)


def _save_queries(person, pk: int, slot: str, base: int) -> int:
    client = _client(person)
    client.get(reverse("assessments:work"))
    values = {"slot": slot, "value": "Lasten arki", "base": base, "key": "bench"}
    address = reverse("assessments:value-save", args=[pk])
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(address, values)
    if answer.status_code != 200:
        raise CommandError(f"a save answers {answer.status_code}: {answer.content[:200]!r}")
    statements = [each["sql"] for each in captured.captured_queries]
    return sum(
        not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")) for sql in statements
    )
