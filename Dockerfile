# One image for every service: web, worker, beat, migrate.
FROM python:3.12-slim

RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        fonts-dejavu-core libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/*

ENV DJANGO_SETTINGS_MODULE=lava.settings.production \
    MEDIA_ROOT=/srv/media \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    VAR_DIR=/srv/var

WORKDIR /srv/digi-lava

COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt

COPY . .

# The key exists for this step only: collecting files needs settings, not a secret.
RUN pybabel --quiet compile --directory lava/locale --domain django \
    && ALLOWED_HOSTS=build SECRET_KEY=build SITE_URL=https://build.invalid \
        python manage.py collectstatic --noinput --verbosity 0 \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin lava \
    && mkdir -p /srv/media \
    && chown -R lava: /srv/media /srv/var

USER lava
EXPOSE 8000
CMD ["gunicorn", "lava.wsgi", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--no-control-socket"]
