"""Files while they come in: what is too large is let go of at once, the rest of the form is not."""

from __future__ import annotations

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class LimitedUpload(FileUploadHandler):
    """Counts the bytes of a file and names it in ``request.too_large`` when there are too many.

    The form then tells so beside the field, with everything else that was typed.
    """

    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        self.seen = 0
        self.limit = self._limit()

    def _limit(self) -> int:
        """What may come in at this address; more than an attachment only from who has logged in."""
        match = self.request.resolver_match
        larger = settings.LARGER_UPLOADS.get(match.view_name if match else "")
        if larger and self.request.user.is_authenticated:
            return larger
        return settings.ATTACHMENT_MAX_BYTES

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.seen += len(raw_data)
        if self.seen > self.limit:
            self.request.too_large = self.field_name
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leaves the file to the handlers after this one."""
