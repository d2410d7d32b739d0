"""The container files: true to the specification, without secrets, and their very commands run."""

import os
import re
import secrets
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
import redis
import yaml

ROOT = Path(__file__).resolve().parent.parent
COMPOSE_FILE = ROOT / "docker-compose.yml"
COMPOSE = yaml.safe_load(COMPOSE_FILE.read_text())
SERVICES = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}
VARIABLE = re.compile(r"\$\{(\w+):\?[^}]*\}")
# A machine that does much else takes five times as long as an idle one.
SECONDS = 120
# The engine's own, unless the compose file says otherwise.
RETRIES = 3


def judged(compose: dict, folder: Path) -> subprocess.CompletedProcess:
    """What the specification's own schema says of a compose file."""
    file = folder / "docker-compose.yml"
    file.write_text(yaml.safe_dump(compose))
    judge = Path(sys.executable).with_name("check-jsonschema")
    return subprocess.run(
        [judge, "--builtin-schema", "vendor.compose-spec", file],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_compose_file_keeps_to_the_specification(tmp_path):
    verdict = judged(COMPOSE, tmp_path)
    assert verdict.returncode == 0, verdict.stdout


def test_the_specification_would_refuse_an_unknown_word(tmp_path):
    broken = {**COMPOSE, "services": {"web": {**SERVICES["web"], "comand": ["gunicorn"]}}}
    assert judged(broken, tmp_path).returncode == 1


def test_every_part_of_the_product_is_a_service():
    assert set(SERVICES) == {
        *("web", "worker", "beat", "migrate"),
        *("postgres", "redis", "mailpit"),
    }
    assert SERVICES["mailpit"]["profiles"] == ["dev"]


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_what_keeps_running_has_a_health_check(name):
    assert SERVICES[name]["healthcheck"]["test"]


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_nothing_starts_before_the_database_is_migrated(name):
    needed = SERVICES[name]["depends_on"]
    assert needed["migrate"]["condition"] == "service_completed_successfully"
    assert needed["redis"]["condition"] == "service_healthy"


def test_what_must_outlive_a_container_is_in_a_volume():
    assert SERVICES["postgres"]["volumes"] == ["postgres:/var/lib/postgresql/data"]
    assert SERVICES["redis"]["volumes"] == ["redis:/data"]
    assert all(service["volumes"] == ["media:/srv/media"] for service in OURS.values())
    assert set(COMPOSE["volumes"]) == {"postgres", "redis", "media"}


def test_redis_writes_every_message_down():
    command = SERVICES["redis"]["command"]
    assert command[command.index("--appendonly") + 1] == "yes"


def test_no_secret_is_in_the_files():
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("KEY|PASSWORD|DATABASE_URL|EMAIL_URL", name):
                assert VARIABLE.search(value), f"{name} must come from .env"
    example = (ROOT / ".env.example").read_text()
    required = set(VARIABLE.findall(COMPOSE_FILE.read_text()))
    assert required == set(re.findall(r"^(\w+)=$", example, re.MULTILINE))


def test_every_image_has_a_version():
    bases = re.findall(r"^FROM (\S+)", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    images = [service["image"] for service in SERVICES.values()]
    for image in [*bases, *images]:
        _name, _, tag = image.partition(":")
        assert tag and tag != "latest", image


def test_the_image_does_not_run_as_root():
    instructions = (ROOT / "Dockerfile").read_text().splitlines()
    users = [line.split()[1] for line in instructions if line.startswith("USER ")]
    assert users and users[-1] not in ("root", "0")
    assert not any("user" in service for service in OURS.values())
    assert not any(service.get("privileged") for service in SERVICES.values())


def test_the_image_runs_the_web_service_by_itself():
    command = re.search(r"^CMD (.+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert yaml.safe_load(command[1]) == SERVICES["web"]["command"]


# --- The very commands, on the PostgreSQL and Redis of this machine ------------------------------


@contextmanager
def new_database() -> Iterator[str]:
    parts = urlsplit(os.environ["DATABASE_URL"])
    name = f"digi_lava_deployment_{secrets.token_hex(4)}"
    login = {
        "host": parts.hostname,
        "port": parts.port or 5432,
        "user": parts.username,
        "password": parts.password or "",
    }

    def execute(statement: str) -> None:
        with closing(psycopg2.connect(dbname="postgres", **login)) as server:
            server.autocommit = True
            server.cursor().execute(statement)

    execute(f"CREATE DATABASE {name}")
    try:
        yield parts._replace(path=f"/{name}").geturl()
    finally:
        execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def unused_redis() -> Iterator[str]:
    """Another number than the suite's, whose jobs this worker must not take."""
    parts = urlsplit(os.environ["REDIS_URL"])
    for number in range(15, 0, -1):
        url = parts._replace(path=f"/{number}").geturl()
        with closing(redis.Redis.from_url(url)) as server:
            # The key keeps another run of this test out of the same number.
            if not server.dbsize() and server.set("digi-lava-deployment", os.getpid(), nx=True):
                try:
                    yield url
                finally:
                    server.flushdb()
                return
    pytest.fail("no empty Redis database")


@pytest.fixture(scope="module")
def installation(tmp_path_factory) -> Iterator[dict[str, str]]:
    """The environment of a service, as compose makes it, on the servers of this machine."""
    folder = tmp_path_factory.mktemp("installation")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    values = {
        "SECRET_KEY": secrets.token_urlsafe(60),
        "POSTGRES_PASSWORD": "unused",
        "ALLOWED_HOSTS": "lava.example.org",
        "SITE_URL": "https://lava.example.org",
        "EMAIL_URL": "smtp://127.0.0.1:1025",
        "DEFAULT_FROM_EMAIL": "lava@example.org",
    }
    with new_database() as database_url, unused_redis() as redis_url:
        yield {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(folder),
            "HOSTNAME": socket.gethostname(),
            "DJANGO_SETTINGS_MODULE": "lava.settings.production",
            "VAR_DIR": str(folder / "var"),
            "MEDIA_ROOT": str(folder / "media"),
            **{
                name: VARIABLE.sub(lambda found: values[found[1]], value)
                for name, value in SERVICES["web"]["environment"].items()
            },
            "PORT": port,
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }


def is_alive(group: int) -> bool:
    """Whether any process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition: Callable[[], bool]) -> bool:
    """Whether it came true in time."""
    until = time.monotonic() + SECONDS
    while not condition() and time.monotonic() < until:
        time.sleep(0.1)
    return condition()


@contextmanager
def service(name: str, environment: dict[str, str], ready: str) -> Iterator[None]:
    """Runs a service's command until its log says ``ready``; after use SIGTERM has to end it whole.

    It gets a process group of its own: no child of it is left behind, whatever went wrong.
    """
    log = Path(environment["HOME"]) / f"{name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            SERVICES[name]["command"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        wait_until(lambda: process.poll() is not None or ready in log.read_text())
        assert process.poll() is None and ready in log.read_text(), log.read_text()
        yield
        process.terminate()
        assert process.wait(SECONDS) == 0, log.read_text()
        assert wait_until(lambda: not is_alive(process.pid)), f"{name} leaves processes behind"
    finally:
        if is_alive(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert "Traceback" not in log.read_text()


def healthy(name: str, environment: dict[str, str]) -> None:
    """The service's own health check, asked as often as the container's engine asks."""
    kind, *command = SERVICES[name]["healthcheck"]["test"]
    if kind == "CMD-SHELL":
        command = ["sh", "-c", command[0].replace("$$", "$")]
    for _attempt in range(RETRIES):
        checked = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        if checked.returncode == 0:
            return
    pytest.fail(f"{shlex.join(command)}\n{checked.stdout}{checked.stderr}")


@pytest.mark.servers
def test_the_commands_of_the_services_run(installation):
    """One test, since the services need each other: migrate, then web, worker and beat."""
    for command in (
        SERVICES["migrate"]["command"],
        ["python", "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
    ):
        subprocess.run(command, cwd=ROOT, env=installation, check=True)

    with (
        service("web", installation, "Listening at"),
        service("worker", installation, "ready."),
        service("beat", installation, "beat: Starting..."),
    ):
        address = f"http://127.0.0.1:{installation['PORT']}/"
        with urllib.request.urlopen(f"{address}health/") as answer:
            assert answer.status == 200
        behind_proxy = {"Host": "lava.example.org", "X-Forwarded-Proto": "https"}
        request = urllib.request.Request(address, headers=behind_proxy)
        with urllib.request.urlopen(request) as answer:
            assert answer.status == 200
            assert "Content-Security-Policy" in answer.headers
        healthy("web", installation)
        healthy("worker", installation)
