"""The settings of the test command; ``DATABASE_URL`` and ``REDIS_URL`` choose real servers."""

from lava.settings.base import *

DEBUG = False
SECRET_KEY = "only-for-tests-" + "0123456789" * 5
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = "http://testserver"
SOTKANET_URL = ""

# A connection that a server's thread leaves open would keep the test database from being removed.
DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in use: SQLite's shared memory database has neither WAL nor waiting writers.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
ACCOUNT_RATE_LIMITS = False

if REDIS_URL:
    # Every test empties its cache, and the suite runs in several processes: each has a Redis
    # database of its own for it, after the broker's.
    _server, _, _number = REDIS_URL.rpartition("/")
    _process = int(env("PYTEST_XDIST_WORKER", default="gw0").removeprefix("gw"))
    CACHES["default"]["LOCATION"] = f"{_server}/{int(_number) + 1 + _process}"
