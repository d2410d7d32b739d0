"""What every page of a logged-in person knows."""

from django.db.models import Count, IntegerField, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from assessments.models import Assessment, Reminder
from municipalities.models import User


def notices(request: HttpRequest) -> dict[str, object]:
    """Open reminders and waiting reviews, counted in one query by a page that shows them."""
    counts = SimpleLazyObject(lambda: _counts(request))
    return {
        "notice_count": SimpleLazyObject(lambda: counts["to_read"]),
        "review_count": SimpleLazyObject(lambda: counts["to_review"]),
    }


def _counts(request: HttpRequest) -> dict[str, int]:
    user = request.user
    if not user.is_authenticated:
        return {"to_read": 0, "to_review": 0}
    open_reminders = Reminder.objects.filter(recipient=user, dismissed_at__isnull=True)
    if not user.reviews:
        return {"to_read": open_reminders.count(), "to_review": 0}
    return (
        User.objects.filter(pk=user.pk)
        .values(
            to_read=_number_of(open_reminders),
            to_review=_number_of(Assessment.objects.to_review_by(user)),
        )
        .get()
    )


def _number_of(rows) -> Coalesce:
    """The number of rows as part of another query: all of them are one group."""
    counted = rows.order_by().values(group=Value(1)).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
