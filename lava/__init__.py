"""The composition root: settings, URLs, the Celery application, the home page and errors."""

from lava.celery import app as celery_app

__all__ = ("celery_app",)
