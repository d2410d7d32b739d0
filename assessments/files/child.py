"""The process that opens what a stranger sent: it may cost little, knows nothing and then is gone.

``python -m assessments.files.child SOURCE TARGET`` looks at SOURCE, writes what may be kept to
TARGET and prints one line of JSON: the kind, or the code of the reason why it is refused. It knows
neither settings nor database, and its limits are the kernel's.
"""

from __future__ import annotations

import json
import resource
import sys
import zipfile
from pathlib import Path

from assessments.files import containers, pdfs, pictures, signs, texts
from assessments.files.signs import Unfit

LIMITS = (
    (resource.RLIMIT_CPU, 30),  # seconds
    (resource.RLIMIT_AS, 1_500_000_000),  # bytes of memory
    (resource.RLIMIT_FSIZE, 100_000_000),  # bytes written
    (resource.RLIMIT_CORE, 0),
)
# Where readers look for the beginning of a format, and so where a second one could hide.
HEAD = 1024
KEEP = {
    signs.ZIP: containers.keep,
    signs.PDF: pdfs.keep,
    signs.PNG: pictures.keep,
    signs.JPEG: pictures.keep,
}


def sort_out(source: Path, target: Path) -> str:
    """Write what may be kept of ``source`` to ``target``; the kind of the file by its content."""
    with source.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(signs.OLE):
        raise Unfit("old_office")
    begins = next((each for each in KEEP if head.startswith(each)), b"")
    if signs.PDF in head[len(begins) :]:
        raise Unfit("mixed")
    if signs.MARKUP.search(head):
        raise Unfit("mixed" if begins else "markup")
    if begins not in (b"", signs.ZIP) and zipfile.is_zipfile(source):
        raise Unfit("mixed")
    return KEEP.get(begins, texts.keep)(source, target)


def answer(source: Path, target: Path) -> dict:
    """What is told to the process that asked."""
    try:
        return {"kind": sort_out(source, target)}
    except Unfit as unfit:
        return {"refused": unfit.code, "params": unfit.params}
    except MemoryError:
        return {"refused": "heavy", "params": {}}
    except Exception:  # A library gave up on the content: whatever it says, the file is not whole.
        return {"refused": "damaged", "params": {}}


if __name__ == "__main__":
    for limit, amount in LIMITS:
        resource.setrlimit(limit, (amount, amount))
    sys.stdout.write(json.dumps(answer(*(Path(each) for each in sys.argv[1:3]))))
