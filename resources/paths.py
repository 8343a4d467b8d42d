# SPDX-License-Identifier: MIT
"""Where the data files are, also inside a bundle. No opinions about what is in them."""

from pathlib import Path

HERE = Path(__file__).resolve().parent


def rubric_files() -> list[Path]:
    """Return every rubric shipped, one edition a file, by name."""
    return sorted((HERE / "rubrics").glob("*.toml"))


def wording(kind: str, language: str) -> Path:
    """Return the wording of a letter type in a language."""
    return HERE / "letters" / kind / f"{language}.toml"


def checks(language: str) -> Path:
    """Return the phrases and words that letters in a language are checked by."""
    return HERE / "checks" / f"{language}.toml"


def catalogue(language: str) -> Path:
    """Return the interface's words in a language."""
    return HERE / "languages" / language / "LC_MESSAGES" / "arolwg.po"


def font(name: str) -> Path:
    """Return an embedded font by face, e.g. "NotoSans-Regular.ttf"."""
    return HERE / "fonts" / name


def icc(name: str) -> Path:
    """Return a colour profile, e.g. "sRGB.icc"."""
    return HERE / "icc" / name


def page_words(language: str) -> Path:
    """Return the words of head, foot and signature block in a letter's language."""
    return HERE / "page" / f"{language}.toml"


def demo(name: str) -> Path:
    """Return a file of the worked example."""
    return HERE / "demo" / name


def dictionary(name: str) -> Path:
    """Return a file of the spelling dictionaries; it may be missing."""
    return HERE / "dictionaries" / name


def changes_dictionary() -> Path:
    """Return what small changes are compressed with: it never changes (docs/protocol.md)."""
    return HERE / "changes.zdict"
