"""The icons of heroicons, each drawn once: drawing one anew costs as much as a form field."""

from collections.abc import Callable
from functools import lru_cache

from django import template
from heroicons.templatetags import heroicons

register = template.Library()


@lru_cache(maxsize=512)
def _drawn(
    draw: Callable[..., str],
    name: str,
    size: int | None,
    attributes: tuple[tuple[str, object], ...],
) -> str:
    return draw(name, size=size, **dict(attributes))


@register.simple_tag
def heroicon_mini(name: str, *, size: int | None = 20, **attributes: object) -> str:
    """Beside a word: solid and small."""
    return _drawn(heroicons.heroicon_mini, name, size, tuple(attributes.items()))


@register.simple_tag
def heroicon_outline(name: str, *, size: int | None = 24, **attributes: object) -> str:
    """A large sign that stands alone: drawn in lines."""
    return _drawn(heroicons.heroicon_outline, name, size, tuple(attributes.items()))
