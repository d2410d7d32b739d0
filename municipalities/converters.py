"""The numbers of rows in addresses."""

from django.urls.converters import IntConverter


class RowNumber(IntConverter):
    """A primary key: a longer number is no address of ours, and no database could look it up."""

    regex = "[0-9]{1,18}"
