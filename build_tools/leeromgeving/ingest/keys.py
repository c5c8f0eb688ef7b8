"""The key by which an imported answer or result counts once, however often its file comes in.

By the number that the source gave it. Without one: by what we store of it, and how many the same
came before it in its file; a later export that holds more rows then gives the same keys again.
Nothing else goes into a key: from a hash of a name or an exact time they could be found again.
"""

import json
from collections import Counter
from uuid import NAMESPACE_URL, uuid5


def key_of(koppeling: str, number: str) -> str:
    """The key of what has this number in the source of this koppeling."""
    return str(uuid5(NAMESPACE_URL, f"koppeling:{koppeling}/{number}"))


class ContentKeys:
    """Keys of what has no number, for one file."""

    def __init__(self, koppeling: str) -> None:
        self._koppeling = koppeling
        self._alike: Counter[str] = Counter()

    def key_of(self, *content: object) -> str:
        """The key of what holds this (values that JSON knows)."""
        text = json.dumps(content)
        self._alike[text] += 1
        return key_of(self._koppeling, f"{text}{self._alike[text]}")
