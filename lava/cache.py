"""A cache that may be away: the product goes on from the database, only slower."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def _forgiving(name: str, answer: object) -> Callable:
    """The method ``name`` of the cache, answering ``answer`` while the server is away."""
    method = getattr(RedisCache, name)

    @wraps(method)
    def asked(self, *args, **kwargs):
        try:
            return method(self, *args, **kwargs)
        except RedisError as error:
            logger.warning("The cache is away: %s", error)
            return answer

    return asked


class ForgivingRedisCache(RedisCache):
    """Redis as a cache without which every page still works: a lost value is a missing value."""

    get = _forgiving("get", None)
    get_many = _forgiving("get_many", {})
    add = _forgiving("add", True)
    set = _forgiving("set", None)
    set_many = _forgiving("set_many", [])
    touch = _forgiving("touch", False)
    delete = _forgiving("delete", False)
    delete_many = _forgiving("delete_many", None)
    has_key = _forgiving("has_key", False)
