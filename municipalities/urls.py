"""Addresses of people, one's own details and decision bodies."""

from django.urls import path

from municipalities.views import bodies, people, profile

app_name = "municipalities"

urlpatterns = [
    path("", people.membership_list, name="membership-list"),
    path("<id:pk>/end/", people.membership_end, name="membership-end"),
    path("invite/", people.invitation_create, name="invitation-create"),
    path("invitations/<id:pk>/revoke/", people.invitation_revoke, name="invitation-revoke"),
    path("invitation/<str:token>/", people.invitation_accept, name="invitation-accept"),
    path("me/", profile.user_update, name="user-update"),
    path("me/language/", profile.user_language, name="user-language"),
    path("bodies/", bodies.decisionbody_list, name="decisionbody-list"),
    path("bodies/add/<id:pk>/", bodies.decisionbody_create, name="decisionbody-create"),
    path("bodies/<id:pk>/", bodies.decisionbody_update, name="decisionbody-update"),
    path("bodies/<id:pk>/retire/", bodies.decisionbody_retire, name="decisionbody-retire"),
    path("bodies/<id:pk>/restore/", bodies.decisionbody_restore, name="decisionbody-restore"),
]
