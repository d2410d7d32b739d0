"""Reads the access table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.lava import access


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    prefix: str
    name: str
    what: str
    method: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} {self.what} {self.method}"


def rows() -> Iterator[Row]:
    prefix = ""
    for line in access.TABLE.strip().splitlines():
        first, *words = line.split()
        if first.startswith("["):
            prefix = first.strip("[]")
        else:
            what, method, *codes = words
            yield Row(prefix, prefix + first, what, method, tuple(codes))


ROWS = tuple(rows())
