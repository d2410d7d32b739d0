"""The product and, beside it, the two pages that ``manage.py bench`` measures it against."""

from lava.settings.local import *

ROOT_URLCONF = "lava.bench_urls"
