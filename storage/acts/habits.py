# SPDX-License-Identifier: MIT
"""What a person taught her own store: words that are spelt right, abbreviations. They are no records."""

from collections.abc import Collection, Mapping

from resources.language import N_
from storage.errors import Refused
from storage.shorthand import FIRST, is_possible
from storage.store import Store

WORDS, SHORTHAND = "spelling_words", "shorthand"
"""Where a store keeps them."""


def own_words(store: Store) -> tuple[str, ...]:
    """Return the words that this store's person added to the dictionaries."""
    return tuple(str(word) for word in store.marks.get(WORDS, ()))


def keep_words(store: Store, words: Collection[str]) -> None:
    """Keep these as the person's own words, each once. Raise Refused in a store opened to look only; CannotKeep."""
    clean = sorted({" ".join(word.split()) for word in words} - {""}, key=str.casefold)
    _keep(store, WORDS, clean)


def shorthand(store: Store) -> dict[str, str]:
    """Return abbreviation → words, both as typed; the first ones where nothing was ever altered."""
    kept = store.marks.get(SHORTHAND)
    return {str(short): str(words) for short, words in kept.items()} if isinstance(kept, dict) else dict(FIRST)


def keep_shorthand(store: Store, table: Mapping[str, str]) -> None:
    """Keep these abbreviations in place of those before. Raise Refused for one that cannot be typed; CannotKeep."""
    clean = {short.strip().casefold(): " ".join(words.split()) for short, words in table.items()}
    if not all(words and is_possible(short) for short, words in clean.items()):
        raise Refused(
            N_("An abbreviation is one word, and stands for some words."),
            N_("Use letters and digits, twenty at most."),
        )
    _keep(store, SHORTHAND, dict(sorted(clean.items())))


def _keep(store: Store, name: str, value: object) -> None:
    if store.is_read_only:
        raise Refused(N_("This store was opened to look only."), N_("Close the other window of Arolwg first."))
    with store.transaction():
        store.marks.keep(name, value)
