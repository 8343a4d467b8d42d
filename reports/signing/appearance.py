# SPDX-License-Identifier: MIT
"""What the signature looks like on the page: a few words in the letter's font. The field is from reports/pdf/."""

from datetime import UTC, datetime
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from reports.signing.identity import Identity
from resources import paths
from resources.language import N_, long_date
from storage.errors import BadFile

if TYPE_CHECKING:
    from pyhanko.pdf_utils.font import FontEngineFactory
    from pyhanko.stamp import TextStampStyle

_WORDS = {
    "en": {
        "by": "Signed digitally by {name}",
        "when": "{day} at {clock} UTC",
        "practice": "Practice signature: not a signature of Care Inspectorate Wales",
    },
    "cy": {
        "by": "Llofnodwyd yn ddigidol gan {name}",
        "when": "{day} am {clock} UTC",
        "practice": "Llofnod ymarfer: nid llofnod Arolygiaeth Gofal Cymru",
    },
}
"""Not gettext: these are words of the letter, in the letter's language, whatever the screen speaks."""

_SIZE, _LEADING, _MARGIN = 8, 11, 4
_DROP = 3
"""Points pyHanko sets the lines too low: it reserves no room under the last one."""
_AVERAGE = 0.5
"""Width of a character of Noto Sans in parts of its size, on the safe side; what is still too wide is shrunk."""


def words(identity: Identity, when: datetime, language: str) -> tuple[str, ...]:
    """Return the lines of the visible signature in the letter's language: who, of what, when (UTC), practice."""
    say, moment = _WORDS[language], when.astimezone(UTC)
    lines = [say["by"].format(name=identity.name)]
    if identity.role:
        lines.append(identity.role)
    if identity.organisation and not identity.practice:
        lines.append(identity.organisation)
    lines.append(say["when"].format(day=long_date(moment.date(), language), clock=f"{moment:%H:%M}"))
    if identity.practice:
        lines.append(say["practice"])
    return tuple(lines)


def stamp_style(lines: tuple[str, ...], box: tuple[float, float]) -> "TextStampStyle":
    """Return pyHanko's style for these lines in a box of (width, height) points; embedded font, no border.

    Raise BadFile for a name with a character that the font lacks: both archive standards forbid printing it.
    """
    from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
    from pyhanko.pdf_utils.text import TextBoxStyle
    from pyhanko.stamp import TextStampStyle

    font = paths.font("NotoSans-Regular.ttf").read_bytes()
    _refuse_missing_glyphs(font, "".join(lines))
    text = "\n".join(_wrapped(lines, box[0]))
    start, middle = AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MID
    return TextStampStyle(
        border_width=0,
        stamp_text=text.replace("%", "%%"),  # pyHanko fills the text in with `%`
        inner_content_layout=SimpleBoxLayoutRule(start, middle, Margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN + _DROP)),
        text_box_style=TextBoxStyle(
            font=_font_engine(font),
            font_size=_SIZE,
            leading=_LEADING,
            box_layout_rule=SimpleBoxLayoutRule(start, middle),
        ),
    )


def _font_engine(font: bytes) -> "FontEngineFactory":
    """PyHanko's own factory leaves the font file open; this one gives it the bytes."""
    from pyhanko.pdf_utils.font import FontEngineFactory
    from pyhanko.pdf_utils.font.opentype import GlyphAccumulator

    class Embedded(FontEngineFactory):
        def create_font_engine(self, writer: Any, obj_stream: Any = None) -> GlyphAccumulator:
            return GlyphAccumulator(writer, BytesIO(font), _SIZE, obj_stream=obj_stream)

    return Embedded()


def _refuse_missing_glyphs(font: bytes, text: str) -> None:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    known = TTFont(BytesIO(font), lazy=True).getBestCmap()
    for char in text:
        if ord(char) not in known:
            raise BadFile(
                N_("The name on this certificate has a character that the letter's font lacks: {code}."),
                N_("Sign with an identity whose name is written in Latin letters."),
                code=f"U+{ord(char):04X}",
            )


def _wrapped(lines: tuple[str, ...], width: float) -> list[str]:
    """Break at words, because pyHanko does not: it would shrink a long line until nobody can read it."""
    most = max(20, int((width - 2 * _MARGIN) / (_SIZE * _AVERAGE)))
    return [part for line in lines for part in wrap(line, most)]
