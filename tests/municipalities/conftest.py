import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def finnish():
    """Addresses are reversed in the default language, whatever page the last request asked for."""
    with translation.override("fi"):
        yield
