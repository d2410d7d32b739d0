"""Celery bodies: an id in, a claim, one call."""

from assessments.tasks.mail import send_digest
from assessments.tasks.reports import render_report

__all__ = ["render_report", "send_digest"]
