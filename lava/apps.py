from django.apps import AppConfig


class LavaConfig(AppConfig):
    """The composition root as an app, for its commands and its template tags."""

    name = "lava"
