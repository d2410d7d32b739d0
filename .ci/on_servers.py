"""Runs a command with PostgreSQL and Redis databases of its own, and removes them after.

The servers are those of this machine, 127.0.0.1:5432 and 127.0.0.1:6379; ``PGUSER`` and
``PGPASSWORD`` name another account than ``postgres``.
"""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from urllib.parse import quote

import psycopg2
import redis
from psycopg2 import sql

HOST = "127.0.0.1"


@contextmanager
def postgresql() -> Iterator[str]:
    user, password = os.environ.get("PGUSER", "postgres"), os.environ.get("PGPASSWORD", "")
    name = f"digi_lava_ci_{secrets.token_hex(4)}"

    def execute(statement: str, database: str = name) -> None:
        login = {"host": HOST, "port": 5432, "user": user, "password": password}
        with closing(psycopg2.connect(dbname="postgres", connect_timeout=5, **login)) as server:
            server.autocommit = True
            server.cursor().execute(sql.SQL(statement).format(sql.Identifier(database)))

    try:
        execute("CREATE DATABASE {}")
    except psycopg2.Error as error:
        reason = str(error).strip().splitlines()[0]
        sys.exit(f"PostgreSQL at {HOST}:5432 gives no database for the tests: {reason}")
    try:
        yield f"postgres://{quote(user)}:{quote(password)}@{HOST}:5432/{name}"
    finally:
        # A suite that was interrupted leaves the databases of its one or two processes behind.
        tests = (f"test_{name}", f"test_{name}_gw0", f"test_{name}_gw1")
        for database in (name, *tests):
            execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)


@contextmanager
def empty_redis() -> Iterator[str]:
    """Three databases in a row: the broker's, and a cache for each of the suite's two processes."""
    for first in range(1, 14):
        with ExitStack() as opened:
            numbers = range(first, first + 3)
            servers = [
                opened.enter_context(closing(redis.Redis(host=HOST, db=number)))
                for number in numbers
            ]
            try:
                free = not any(server.dbsize() for server in servers)
            except redis.RedisError as error:
                sys.exit(f"Redis at {HOST}:6379 does not answer: {error}")
            if free and servers[0].set("digi-lava-ci", os.getpid(), nx=True):
                try:
                    yield f"redis://{HOST}:6379/{first}"
                finally:
                    for server in servers:
                        server.flushdb()
                return
    sys.exit(f"Redis at {HOST}:6379 has no three empty databases in a row for the tests.")


def main() -> int:
    with postgresql() as database_url, empty_redis() as redis_url:
        environment = {**os.environ, "DATABASE_URL": database_url, "REDIS_URL": redis_url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
