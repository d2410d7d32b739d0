"""Every address of the product. Finnish is unprefixed, Swedish and English carry their prefix."""

from allauth.account.decorators import secure_admin_login
from allauth.account.urls import urlpatterns as account_urlpatterns
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

from lava import views

# Accounts come from invitations and keep their address: no pages for further addresses or codes.
ACCOUNT_PAGES_NOT_SERVED = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email",
    "account_email_verification_sent",
    "account_reauthenticate",
}
ACCOUNT_PAGES = [page for page in account_urlpatterns if page.name not in ACCOUNT_PAGES_NOT_SERVED]

# The administration asks for the password on the same page, with the same limit of attempts.
admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("health/", views.health, name="health"),
    # Browsers ask for it unbidden, beside a PDF for example.
    path(
        "favicon.ico", RedirectView.as_view(url=lazy(static, str)("img/mark.svg")), name="favicon"
    ),
    *i18n_patterns(
        path("", include("assessments.publishing.urls")),
        path("work/", views.home, name="home"),
        path("about/", views.page, {"name": "about"}, name="about"),
        path(
            "accessibility/", views.page, {"name": "accessibility"}, name="accessibility-statement"
        ),
        path("privacy/", views.page, {"name": "privacy"}, name="privacy"),
        path("terms/", views.page, {"name": "terms"}, name="terms"),
        path("feedback/", views.page, {"name": "feedback"}, name="feedback"),
        path("", include("assessments.urls")),
        path("programmes/", include("assessments.accelerator.urls")),
        path("people/", include("municipalities.urls")),
        path("accounts/", include(ACCOUNT_PAGES)),
        path("admin/", admin.site.urls),
        prefix_default_language=False,
    ),
]

handler400 = "lava.views.bad_request"
handler403 = "lava.views.permission_denied"
handler404 = "lava.views.not_found"
handler500 = "lava.views.server_error"
