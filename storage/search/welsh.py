# SPDX-License-Identifier: MIT
"""Welsh initial mutations undone: a word → every word it may be a form of. By the rules of grammar, without a lexicon.

Two words are forms of one another when they share a possible radical. Endings are left alone.
"""

from functools import lru_cache

_RADICALS = (
    # How a word may begin → what its radical may begin with. The longest beginning decides.
    ("ngh", ("c",)),
    ("ng", ("g",)),
    ("mh", ("p",)),
    ("nh", ("t",)),
    ("ph", ("p",)),
    ("th", ("t",)),
    ("ch", ("c",)),
    ("dd", ("d",)),
    ("ff", ()),
    ("ll", ()),
    ("rh", ()),
    ("b", ("p",)),
    ("d", ("t",)),
    ("g", ("c",)),
    ("f", ("b", "m")),
    ("m", ("b",)),
    ("n", ("d", "gn")),
    ("l", ("ll", "gl")),
    ("r", ("rh", "gr")),
    *((vowel, ("g" + vowel,)) for vowel in "aeiouwy"),  # soft mutation drops g
    *(("h" + vowel, (vowel,)) for vowel in "aeiouwy"),  # ei henw hi: h before a vowel
)
_BY_BEGINNING = {beginning: radicals for beginning, radicals in _RADICALS}


@lru_cache(maxsize=65536)
def radicals(word: str) -> tuple[str, ...]:
    """Return the words, folded, that this one may be a mutated form of, itself first: bobl → bobl, pobl."""
    for length in (3, 2, 1):
        found = _BY_BEGINNING.get(word[:length])
        if found is not None and len(word) > length:
            return (word, *(radical + word[length:] for radical in found))
    return (word,)


_UNDONE = tuple({each for _, radicals in _RADICALS for each in radicals})


def is_mutable(word: str) -> bool:
    """Say whether words with this beginning may stand mutated: of the others every form begins as they do."""
    return word.startswith(_UNDONE)


@lru_cache(maxsize=1024)
def relatives(word: str) -> frozenset[str]:
    """Return every form, folded, that shares a possible radical with the word."""
    made = set(radicals(word))
    for radical in radicals(word):
        for beginning, undone in _RADICALS:
            for each in undone:
                if radical.startswith(each):
                    made.add(beginning + radical[len(each) :])
    return frozenset(made)
