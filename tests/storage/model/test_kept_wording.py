# SPDX-License-Identifier: MIT
"""A wording that travels: named by its content."""

from storage.model.ids import StreamId
from storage.model.kept_wording import KeptWording, digest_of, is_whole


def test_other_words_are_another_edition_and_line_ends_are_not() -> None:
    assert digest_of("a\nb", "c") == digest_of("a\r\nb", "c")
    assert len({digest_of("ab", "c"), digest_of("a", "bc"), digest_of("ab", "d")}) == 3


def test_one_that_was_altered_on_the_way_is_seen() -> None:
    whole = KeptWording(id="w", stream_id=StreamId("s.d"), digest=digest_of("a", "b"), sentences="a", words="b")
    assert is_whole(whole)
    assert not is_whole(KeptWording(id="w", stream_id=StreamId("s.d"), digest=whole.digest, sentences="a", words="c"))
