"""The journeys use the browser of the browser tests."""

from tests.browser.conftest import chromium, enter, new_page, owed_tasks, page, worker

__all__ = ["chromium", "enter", "new_page", "owed_tasks", "page", "worker"]
