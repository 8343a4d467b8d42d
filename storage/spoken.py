# SPDX-License-Identifier: MIT
"""Six short words that stand for some bytes: read aloud by two people, they show whether both have the same.

The words are of our own making, a consonant and a vowel twice, and of letters that English and Welsh read much alike:
one list serves a pair whose screens speak different languages. What is compared: sync/pairing.py, officers.py.

Six of 3,600 words are 70 bits. Somebody who would swap two things at once looks for two that sound the same among as
many as she can make: 2 to the power of 35 tries for each, each of which takes a tenth of a second and 64 MiB (keys.py).
"""

from unicodedata import normalize

from storage.keys import slowly

COUNT = 6
_CONSONANTS, _VOWELS = "bdghjklmnprstvz", "aeio"
_SYLLABLES = tuple(consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS)
MANY = len(_SYLLABLES) ** 2
"""How many words there are."""


def spoken(message: bytes) -> tuple[str, ...]:
    """Return the six words of some bytes. Takes a tenth of a second on purpose."""
    rest, words = int.from_bytes(slowly(message)), []
    for _ in range(COUNT):
        rest, which = divmod(rest, MANY)
        words.append("".join(_SYLLABLES[each] for each in divmod(which, len(_SYLLABLES))))
    return tuple(words)


def are_said(words: tuple[str, ...], said: str) -> bool:
    """Say whether somebody said, or typed, these words: capitals, commas and spaces do not matter."""
    plain = normalize("NFKC", said).casefold().replace(",", " ").replace("-", " ").split()
    return tuple(plain) == words
