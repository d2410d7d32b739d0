"""How the account pages behave here: nobody signs up uninvited, everybody reads an own language."""

import logging
import smtplib

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.urls import translate_url
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from municipalities.models import User

logger = logging.getLogger(__name__)


def first_page(user: User) -> str:
    """The page that a person lands on after logging in, in the person's own language."""
    return _in_language(settings.LOGIN_REDIRECT_URL, user.language)


def _in_language(page: str, language: str) -> str:
    # An address is only recognised while the language of its prefix is active.
    with override(settings.LANGUAGE_CODE):
        return translate_url(resolve_url(page), language)


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """Accounts come from invitations only; a login opens the front page in one's own language."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": _("The e-mail address or the password is wrong."),
        "enter_current_password": _("Write your current password."),
        "invalid_password_reset": _("The link for a new password is not valid."),
        "too_many_login_attempts": _("Too many failed attempts to log in. Try again later."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return first_page(request.user)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return _in_language("/", get_language() or settings.LANGUAGE_CODE)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Write in the language of the person; say so when the mail could not be sent."""
        user = context.get("user")
        language = user.language if isinstance(user, User) else get_language()
        try:
            with override(language):
                super().send_mail(template_prefix, email, context)
        except (smtplib.SMTPException, OSError):
            logger.exception("A mail about an account could not be sent")
            if self.request:
                messages.error(
                    self.request, gettext("The mail could not be sent now. Try again later.")
                )
