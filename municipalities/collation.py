"""Finnish and Swedish alphabetical order: å ä ö last, ü as y, æ as ä, ø as ö.

The two languages agree on these letters (CLDR ``fi`` and ``sv``). SQLite and a C locale sort by
code point, which puts ä before å and É after z; the register's own lists carry their order as data.
"""

import unicodedata

# After z come three code points that no name contains.
_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})


def sort_key(text: str) -> tuple[str, str]:
    """A key for ``sorted``: first the letters, then the spelling to keep the order stable."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_LAST)
    letters = unicodedata.normalize("NFD", folded)
    return "".join(each for each in letters if not unicodedata.combining(each)), text
