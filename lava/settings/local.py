"""One machine, no servers to install: the embedded default of ``make run``."""

from lava.settings.base import *

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
INTERNAL_IPS = ["127.0.0.1"]

# Made once and kept beside the database, so that sessions outlive a restart.
_key_file = VAR_DIR / "secret-key"
if not _key_file.exists():
    from django.core.management.utils import get_random_secret_key

    _key_file.write_text(get_random_secret_key())
    _key_file.chmod(0o600)
# Not as the default: django-environ takes a value that begins with $ for another variable's name.
SECRET_KEY = env("SECRET_KEY", default="") or _key_file.read_text()

WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

# Mail of the demonstration is written to files that a newcomer can open.
if "EMAIL_URL" not in env.ENVIRON:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
