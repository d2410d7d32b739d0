"""The messages between the web server and its worker on one machine: files in a folder."""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic_ns
from uuid import uuid4

from kombu.transport import filesystem
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    """Kombu's folder of messages, in which a message appears whole or not at all.

    Kombu creates the file first and fills it then; a worker that looks in between reads nothing
    and gives up for good.
    """

    def _put(self, queue: str, payload: dict, **kwargs: object) -> None:
        folder = Path(self.data_folder_out)
        name = f"{monotonic_ns() // 1_000_000}_{uuid4()}"
        unfinished = folder / f"{name}.part"
        unfinished.write_text(dumps(payload))
        os.replace(unfinished, folder / f"{name}.{queue}.msg")


class Transport(filesystem.Transport):
    """What the setting ``CELERY_BROKER_TRANSPORT`` names."""

    Channel = Channel
