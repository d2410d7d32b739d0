"""The folder of messages on one machine: whole messages only, however the two sides race."""

import threading
from queue import Empty

import pytest
from kombu import Connection

MESSAGES = 400


@pytest.fixture
def connect(tmp_path):
    options = {"polling_interval": 0.001, "store_processed": False}
    for name in ("data_folder_in", "data_folder_out", "control_folder"):
        folder = tmp_path / ("control" if name == "control_folder" else "messages")
        folder.mkdir(exist_ok=True)
        options[name] = str(folder)

    def _connect():
        return Connection(
            "filesystem://localhost", transport="lava.broker:Transport", transport_options=options
        )

    return _connect


def test_the_product_uses_it_without_a_server(settings):
    if settings.REDIS_URL:
        assert settings.CELERY_BROKER_URL == settings.REDIS_URL
    else:
        assert settings.CELERY_BROKER_TRANSPORT == "lava.broker:Transport"


def test_a_reader_that_never_waits_reads_whole_messages_only(connect):
    def write():
        with connect() as connection, connection.SimpleQueue("jobs") as jobs:
            for number in range(MESSAGES):
                jobs.put({"number": number, "text": "x" * 2000})

    with connect() as connection, connection.SimpleQueue("jobs") as jobs:
        writer = threading.Thread(target=write)
        writer.start()
        read = []
        while len(read) < MESSAGES:
            try:
                message = jobs.get(block=False)
            except Empty:
                if not writer.is_alive() and jobs.qsize() == 0:
                    break
                continue
            read.append(message.payload["number"])
            message.ack()
        writer.join()
    assert sorted(read) == list(range(MESSAGES))
